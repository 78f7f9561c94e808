"""What the log calls each action and each kind of export: the codes, and their words."""

from storage import log

ACTIONS = {
    log.ACCEPTED: "Nhận báo cáo",
    log.HELD: "Giữ tệp để sửa tiếp",
    log.WITHDRAWN: "Rút báo cáo",
    log.REST_DROPPED: "Bỏ các dòng chưa nhận",
    log.RECEIPT_CORRECTED: "Sửa ngày nhận báo cáo",
    log.ANSWERS_KEPT: "Nhớ quy ước đọc tệp",
    log.ANSWERS_FORGOTTEN: "Quên quy ước đọc tệp",
    log.DECIDED: "Quyết định số liệu trùng lặp, bất thường",
    log.DECISION_UNDONE: "Bỏ quyết định số liệu trùng lặp, bất thường",
    log.FIGURE_SUPPLIED: "Ghi số liệu được cung cấp",
    log.FIGURE_TAKEN_BACK: "Rút số liệu được cung cấp",
    log.TARGET_CHANGED: "Đổi mục tiêu",
    log.CAMPAIGN_SET: "Đặt kỳ báo cáo, hạn nộp",
    log.CAMPAIGN_ENDED: "Bỏ kỳ báo cáo, hạn nộp riêng",
    log.CAMPAIGN_UNDONE: "Hoàn tác thay đổi kỳ báo cáo",
    log.REVIEW_ACCEPTED: "Chấp nhận số liệu của tệp",
    log.REVIEW_RETURNED: "Trả lại tệp cho đơn vị",
    log.REVIEW_UNDONE: "Hoàn tác việc duyệt tệp",
    log.PERIOD_LOCKED: "Khóa số liệu của kỳ",
    log.PERIOD_OPENED: "Mở khóa số liệu của kỳ",
    log.LOCK_UNDONE: "Hoàn tác khóa, mở khóa",
    log.EDITION_ISSUED: "Phát hành báo cáo",
    log.EDITION_NUMBERED: "Ghi số văn bản của bản phát hành",
    log.EDITION_WITHDRAWN: "Thu hồi bản phát hành",
    log.EDITION_RESTORED: "Bỏ thu hồi bản phát hành",
    log.DEMO_LOADED: "Nạp dữ liệu minh họa",
    log.DEMO_REMOVED: "Xóa dữ liệu minh họa",
    log.BACKED_UP: "Sao lưu",
    log.RESTORED: "Phục hồi từ bản sao lưu",
    log.FILES_EXPIRED: "Xóa tệp gốc đã hết hạn giữ",
    log.RUN_BROKEN: "Chương trình dừng đột ngột",
    log.SIGNED_IN: "Đăng nhập",
    log.SIGNED_OUT: "Đăng xuất",
    log.EXPORTED: "Tải về",
    log.USER_ADDED: "Thêm tài khoản",
    log.USER_RENAMED: "Đổi họ tên",
    log.ROLE_GRANTED: "Giao vai trò",
    log.ROLE_ENDED: "Kết thúc vai trò",
}
# Kinds of action to choose from, by the code in the address.
KINDS = {
    "submissions": (
        "Nộp, rút báo cáo",
        (
            log.ACCEPTED,
            log.HELD,
            log.WITHDRAWN,
            log.REST_DROPPED,
            log.RECEIPT_CORRECTED,
            log.ANSWERS_KEPT,
            log.ANSWERS_FORGOTTEN,
        ),
    ),
    "decisions": ("Số liệu trùng lặp, bất thường", (log.DECIDED, log.DECISION_UNDONE)),
    "targets": (
        "Mục tiêu, số liệu được cung cấp",
        (log.TARGET_CHANGED, log.FIGURE_SUPPLIED, log.FIGURE_TAKEN_BACK),
    ),
    "reviews": (
        "Duyệt, khóa số liệu",
        (
            log.REVIEW_ACCEPTED,
            log.REVIEW_RETURNED,
            log.REVIEW_UNDONE,
            log.PERIOD_LOCKED,
            log.PERIOD_OPENED,
            log.LOCK_UNDONE,
        ),
    ),
    "campaigns": (
        "Kỳ báo cáo",
        (log.CAMPAIGN_SET, log.CAMPAIGN_ENDED, log.CAMPAIGN_UNDONE),
    ),
    "editions": (
        "Phát hành báo cáo",
        (log.EDITION_ISSUED, log.EDITION_NUMBERED, log.EDITION_WITHDRAWN, log.EDITION_RESTORED),
    ),
    "people": (
        "Tài khoản, vai trò",
        (log.USER_ADDED, log.USER_RENAMED, log.ROLE_GRANTED, log.ROLE_ENDED),
    ),
    "sign-ins": ("Đăng nhập, đăng xuất", (log.SIGNED_IN, log.SIGNED_OUT)),
    "exports": ("Tải về", (log.EXPORTED,)),
    "upkeep": (
        "Vận hành",
        (log.DEMO_LOADED, log.DEMO_REMOVED, log.BACKED_UP, log.RESTORED, log.FILES_EXPIRED, log.RUN_BROKEN),
    ),
}
# What was taken along: the part of the subject after `export:`.
EXPORTS = {
    "activities": "các dòng hoạt động",
    "table": "bảng số liệu của một biểu đồ",
    "schools": "danh sách trường",
    "reporting": "tình hình nộp",
    "reminders": "tin nhắc nộp báo cáo",
    "issues": "danh sách cần sửa",
    "source_file": "tệp gốc",
    "marked_file": "tệp đã đánh dấu lỗi",
    "corrected_file": "tệp đã sửa",
    "receipt": "biên nhận",
    "report": "báo cáo",
    "report_figures": "bảng số liệu của báo cáo",
    "slides": "trang trình chiếu",
    "edition": "bản báo cáo đã phát hành",
    "edition_changes": "so sánh bản phát hành",
    "targets": "bảng mục tiêu",
    "contacts": "danh sách đầu mối",
    "tasks": "danh sách nhiệm vụ",
    "directives": "danh sách văn bản",
    "log": "nhật ký",
}
# Who has no account.
WHO = {
    "local": "Người dùng tại máy này",
    "operator": "Người vận hành",
    "anonymous": "Khách",
    "server": "Máy chủ",
}
