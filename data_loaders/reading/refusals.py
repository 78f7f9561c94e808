"""The sentences with which a file is refused: what is wrong, and what the person can do about it."""

from data_loaders.reading.grid import Unreadable
from program.contract import IssueCode

_MAKE_NEW = (
    "Mở tệp bằng Excel, chép các bảng cần nộp sang một tệp mới, chọn Lưu thành dạng .xlsx rồi nộp tệp mới."
)


def other_kind(what: str) -> Unreadable:
    """The file is sound but no spreadsheet; `what` names it in Vietnamese ("tệp PDF")."""
    return Unreadable(
        IssueCode.NOT_A_WORKBOOK,
        what,
        f"Tệp này là {what}, không phải bảng tính.",
        "Chọn tệp Excel (.xlsx, .xls), OpenDocument (.ods) hoặc CSV.",
    )


def unknown_letters() -> Unreadable:
    """Text in letters that are neither Unicode's nor those of Vietnamese Windows."""
    return Unreadable(
        IssueCode.NOT_A_WORKBOOK,
        "bảng mã lạ",
        "Chữ trong tệp này được lưu theo một bảng mã lạ mà hệ thống không đọc được.",
        "Mở tệp bằng Excel, kiểm tra chữ hiển thị đúng, chọn Lưu thành dạng .xlsx rồi nộp tệp mới.",
    )


def of_apple() -> Unreadable:
    """A document of Apple's own programs, Numbers among them."""
    refusal = saved_as("tài liệu của Apple (Numbers, Pages)")
    return Unreadable(
        refusal.code,
        refusal.found,
        refusal.message,
        "Nếu là bảng tính, mở tệp bằng Numbers, chọn Tệp → Xuất sang → Excel rồi nộp tệp .xlsx vừa tạo.",
    )


def saved_as(what: str) -> Unreadable:
    """A table in a form that office programs open and that is none of ours; `what` names it."""
    return Unreadable(
        IssueCode.NOT_A_WORKBOOK,
        what,
        f"Tệp này được lưu ở dạng {what} nên chưa đọc được.",
        "Mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành dạng Excel Workbook (.xlsx) rồi nộp tệp mới.",
    )


def not_kept() -> Unreadable:
    """A spreadsheet of a kind that cannot be written anew with its layout."""
    return Unreadable(
        IssueCode.NOT_A_WORKBOOK,
        None,
        "Chỉ ghi được phần đã sửa vào tệp .xlsx, .xlsm hoặc .ods; tệp này thuộc loại khác.",
        "Mở tệp bằng Excel, chọn Lưu thành dạng .xlsx rồi nộp tệp mới; hoặc sửa thẳng trong tệp gốc.",
    )


def empty_file() -> Unreadable:
    """Not a byte, or nothing but blanks."""
    return Unreadable(
        IssueCode.NOT_A_WORKBOOK,
        None,
        "Tệp không có nội dung gì.",
        "Kiểm tra lại tệp trên máy của anh/chị rồi nộp lại.",
    )


def corrupt(where: str | None = None) -> Unreadable:
    """Cut short, damaged or against the rules of its format; `where` names the part if it is known."""
    return Unreadable(
        IssueCode.NOT_A_WORKBOOK,
        where,
        "Tệp bị hỏng hoặc chưa được tải lên trọn vẹn nên không mở được.",
        "Thử mở tệp bằng Excel. Nếu mở được, chọn Lưu thành dạng .xlsx rồi nộp tệp mới; "
        "nếu không, xin lấy lại bản gốc của tệp.",
    )


def unread() -> Unreadable:
    """The reader failed at it, for want of neither memory nor time."""
    return Unreadable(
        IssueCode.NOT_A_WORKBOOK,
        None,
        "Hệ thống không đọc được nội dung của tệp này; tệp có thể bị hỏng.",
        _MAKE_NEW,
    )


def open_quote(row: int) -> Unreadable:
    """A CSV in which a quotation mark opens at this row (from 1) and never closes."""
    return Unreadable(
        IssueCode.NOT_A_WORKBOOK,
        f"dòng {row}",
        f"Từ dòng {row} có dấu ngoặc kép mở mà không đóng nên không phân biệt được các ô.",
        "Mở tệp bằng Excel, kiểm tra dòng này, chọn Lưu thành dạng .xlsx rồi nộp tệp mới.",
    )


def encrypted() -> Unreadable:
    """Protected by a password for opening."""
    return Unreadable(
        IssueCode.ENCRYPTED,
        None,
        "Tệp được đặt mật khẩu nên không đọc được.",
        "Mở tệp bằng Excel, vào Tệp → Thông tin → Bảo vệ sổ làm việc → Mã hóa bằng mật khẩu, "
        "xóa mật khẩu, lưu lại rồi nộp lại.",
    )


def heavy_file(size: int, limit: int) -> Unreadable:
    """More bytes than are taken."""
    found = f"{size / 1024 / 1024:.1f}".replace(".", ",")
    return Unreadable(
        IssueCode.TOO_LARGE,
        f"{found} MB",
        f"Tệp nặng {found} MB, vượt mức {limit // 1024 // 1024} MB mà hệ thống nhận.",
        "Xóa ảnh, các trang và hàng trống không dùng rồi lưu lại, hoặc tách thành nhiều tệp nhỏ hơn.",
    )


def wide_sheet(sheet: str, cell: str | None) -> Unreadable:
    """A sheet with too many cells, or with cells too far apart; `cell` is the farthest, if known."""
    reach = f" (tới ô {cell})" if cell else ""
    return Unreadable(
        IssueCode.TOO_LARGE,
        cell,
        f"Trang “{sheet}” có vùng dữ liệu quá rộng{reach} nên hệ thống không đọc được.",
        "Trong trang này, xóa các hàng, cột trống ở dưới và bên phải bảng rồi lưu lại; "
        "nếu bảng thật sự lớn, xin tách thành nhiều tệp.",
    )


def far_cells(cell: str) -> Unreadable:
    """Sheets whose cells lie too far apart together; `cell` is the farthest of one of them."""
    return Unreadable(
        IssueCode.TOO_LARGE,
        cell,
        f"Một trang của tệp có vùng dữ liệu quá rộng (tới ô {cell}) nên hệ thống không đọc được.",
        "Xóa các hàng, cột trống ở dưới và bên phải các bảng rồi lưu lại; "
        "nếu bảng thật sự lớn, xin tách thành nhiều tệp.",
    )


def slow() -> Unreadable:
    """To look all of it over takes longer than one file may."""
    return Unreadable(
        IssueCode.TOO_LARGE,
        None,
        "Tệp có quá nhiều nội dung nên hệ thống không kiểm tra hết trong thời gian cho phép.",
        "Chỉ giữ lại các trang, cột cần nộp, hoặc tách thành nhiều tệp nhỏ hơn rồi nộp lại.",
    )


def long_text(sheet: str, cell: str) -> Unreadable:
    """A cell holds more text than a spreadsheet takes."""
    return Unreadable(
        IssueCode.TOO_LARGE,
        cell,
        f"Ô {cell} của trang “{sheet}” chứa đoạn chữ quá dài nên hệ thống không đọc được.",
        "Rút gọn nội dung ô này rồi nộp lại.",
    )


def heavy_contents() -> Unreadable:
    """Reading it took more memory or time than one file may have."""
    return Unreadable(
        IssueCode.TOO_LARGE,
        None,
        "Nội dung của tệp quá lớn so với mức hệ thống đọc được.",
        "Xóa các trang và hàng trống không dùng, chọn Lưu thành dạng .xlsx rồi nộp lại, "
        "hoặc tách thành nhiều tệp nhỏ hơn.",
    )


def unsafe(found: str | None = None) -> Unreadable:
    """Built to do harm, or so oddly that it might."""
    return Unreadable(
        IssueCode.UNSAFE_ARCHIVE,
        found,
        "Tệp có cấu tạo bất thường, có thể gây hại cho hệ thống, nên không được mở.",
        _MAKE_NEW,
    )
