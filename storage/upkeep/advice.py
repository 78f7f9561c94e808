"""What to do about a finding, where the one who reads it is: on one's own machine there is no service and no user of
it, and on a server a command runs by `dashboard` (deploy/dashboard)."""

from dataclasses import replace

from settings import Access
from storage.upkeep.findings import Finding

_CLOCK = "Bật tự động chỉnh giờ theo mạng trong cài đặt của máy, rồi mở lại chương trình."
# By the code of the finding; what is not here is the same for everybody.
ON_ONES_OWN_MACHINE = {
    "clock_behind": _CLOCK,
    "clocks_differ": _CLOCK,
    "disk_read_only": "Cho phép ghi vào ổ đĩa này, hoặc chuyển chương trình sang ổ đĩa khác rồi mở lại.",
    "files_low": "Dừng chương trình, chạy ulimit -n 1024 rồi mở lại trong cùng cửa sổ lệnh.",
    "locale": "Dừng chương trình, đặt LANG=C.UTF-8 rồi mở lại trong cùng cửa sổ lệnh.",
    "memory_low": "Đóng bớt chương trình khác trên máy; cần còn trống ít nhất 1 GB bộ nhớ.",
    "not_writable": "Cho tài khoản đang dùng máy này quyền ghi vào thư mục và các tệp của kho.",
    "packages_differ": "Dừng chương trình (Ctrl+C) rồi chạy lại make run; lệnh này cài đúng các gói.",
    "process_old": "Dừng chương trình (Ctrl+C) rồi mở lại bằng make run.",
    "run_unfinished": "Số liệu đã nhận vẫn còn nguyên; lần mở trang kế tiếp tự kiểm tra lại kho.",
    "store_closed": "Cho tài khoản đang dùng máy này quyền ghi vào thư mục và các tệp của kho; xem ổ đĩa có cho ghi không.",
    "store_gone": "Xem DATABASE_URL có đúng không, PostgreSQL có đang chạy không và ổ đĩa của nó còn chỗ không.",
}


def fitting(found: Finding, access: Access) -> Finding:
    """The finding with what to do about it under this way of signing in."""
    if access == Access.LOCAL:
        return replace(found, fix=ON_ONES_OWN_MACHINE.get(found.code, found.fix))
    return replace(found, fix=found.fix.replace("python -m ", "dashboard "))
