"""Words and patterns of Streamlit 1.67's own parts and what stands in their place; it offers no translation of them."""

_WORDS = {
    "Upload": "Chọn tệp",
    "file upload": "Chọn tệp",
    "Skip to main content": "Đến nội dung chính",
    "Open": "Mở",
    "Browse files": "Chọn tệp",
    "Add files": "Thêm tệp",
    "Drag and drop file here": "Kéo thả tệp vào đây",
    "Drag and drop files here": "Kéo thả tệp vào đây",
    "Drag and drop a file here": "Kéo thả tệp vào đây",
    "No results": "Không tìm thấy",
    "No options to select": "Không có mục nào",
    "Select all": "Chọn tất cả",
    "Selected values": "Các mục đã chọn",
    "Pagination": "Các trang",
    "Notifications": "Thông báo",
    "Stop script": "Dừng",
    "Button action menu": "Trình đơn của nút",
    "Theme": "Giao diện",
    "Clear all": "Bỏ chọn tất cả",
    "Choose an option": "Chọn một mục",
    "Choose options": "Chọn",
    "Search": "Tìm",
    "Fullscreen": "Toàn màn hình",
    "Close fullscreen": "Thu nhỏ",
    "Close": "Đóng",
    "Link to heading": "Đường dẫn tới mục này",
    "Remove file": "Bỏ tệp",
    "Clear value": "Xóa lựa chọn",
    "Connecting": "Đang kết nối",
    "Connecting to Streamlit server": "Đang kết nối với máy chủ",
    "Unable to connect to Streamlit server": "Chưa kết nối được với máy chủ",
    "Connection error": "Mất kết nối",
    # The page tries again by itself.
    "Streamlit server is not responding. Are you connected to the internet?": (
        "Máy chủ chưa trả lời; trang tự kết nối lại khi máy chủ trả lời. Nếu chờ lâu, hãy kiểm tra mạng hoặc báo "
        "người vận hành."
    ),
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:": (
        "Chương trình trên máy này đã dừng. Hãy chạy lại:"
    ),
    "streamlit run yourscript.py": "streamlit run app.py",
    "Please wait...": "Xin chờ…",
    "Running...": "Đang tính…",
    "Stop": "Dừng",
    "Rerun": "Tải lại",
    "Settings": "Thiết lập",
    "Print": "In",
    "Page not found": "Không có trang này",
    "The page that you have requested does not seem to exist. Running the app's main page.": (
        "Đường dẫn không dẫn tới trang nào; đây là trang Tổng quan."
    ),
    (
        "This app has encountered an error. The original error message is redacted to prevent data leaks. Full "
        "error details have been recorded in the logs (if you're on Streamlit Cloud, click on 'Manage app' in the "
        "lower right of your app)."
    ): (
        "Trang gặp lỗi ngoài dự kiến; số liệu đã nhận vẫn còn nguyên. Hãy tải lại trang. Nếu vẫn vậy, xin báo "
        "người vận hành."
    ),
    "Loading...": "Đang tải…",
    "Show help": "Xem giải thích",
    "Main menu": "Trình đơn",
    "Deploy": "Triển khai",
    "View fullscreen": "Xem toàn màn hình",
    "Download": "Tải về",
    "Copy to clipboard": "Chép",
    "Copied": "Đã chép",
    "Failed to generate file for download": "Chưa tải được tệp. Hãy tải lại trang rồi thử lại.",
    "Download failed": "Chưa tải được tệp. Hãy tải lại trang rồi thử lại.",
    "Show/hide columns": "Ẩn, hiện cột",
    "Previous page": "Trang trước",
    "Choose date": "Chọn ngày",
    "Previous month": "Tháng trước",
    "Next month": "Tháng sau",
    "Empty": "Chưa ghi",
    "dd": "ngày",
    "mm": "tháng",
    "yyyy": "năm",
    "Next page": "Trang sau",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.": (
        "Dùng phím mũi tên để chọn ngày, Enter để lấy, Escape để đóng."
    ),
    "Next": "Sau",
    "Previous": "Trước",
    "Type to search": "Gõ để tìm",
    "Close Search": "Đóng ô tìm",
    "Next Result": "Kết quả sau",
    "Previous Result": "Kết quả trước",
    "Dismiss": "Đóng",
    "add icon": "thêm",
    "Error:": "Lỗi:",
    "Increment": "Tăng",
    "Decrement": "Giảm",
    "Clear date": "Xóa ngày",
    "Invalid date": "Ngày không đúng",
    "(index)": "(số dòng)",
    "Dataframe column menu": "Trình đơn của cột",
    "Sort ascending": "Xếp tăng dần",
    "Sort descending": "Xếp giảm dần",
    "Format": "Cách hiện",
    "Autosize": "Vừa chiều rộng",
    "Pin column": "Ghim cột",
    "Unpin column": "Bỏ ghim cột",
    "Hide column": "Ẩn cột",
    "Copy column name": "Sao chép tên cột",
    "Add row": "Thêm dòng",
    "Clear selection": "Bỏ chọn",
    "Automatic": "Tự động",
    "Localized": "Theo trình duyệt",
    "Plain": "Nguyên dạng",
    "Compact": "Rút gọn",
    "Percent": "Phần trăm",
    "Scientific": "Dạng khoa học",
    "Accounting": "Dạng kế toán",
    "Dollar": "Đô la",
    "Euro": "Ơ-rô",
    "Yen": "Yên",
    "Distance": "Khoảng cách",
    "Calendar": "Theo lịch",
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_PATTERNS = [
    # A day as it is read aloud.
    [rf"^(\d+) – (?:{'|'.join(_MONTHS)})$", "tháng $1"],
    *(
        [rf"^Selected Date: {name} (\d+), (\d+)$", "Đã chọn ngày $1-MONTH-$2".replace("MONTH", str(n))]
        for n, name in enumerate(_MONTHS, 1)
    ),
    [r"^(?:Limit )?([\d.,]+) ?([KMG]B) per file(?: [•·] (.+))?$", "Tối đa $1 $2 mỗi tệp · $3"],
    [r"^(\d+)\.(\d+)([KMG]B)$", "$1,$2 $3"],
    [r"^File must be ([\d.,]+) ?([KMG]B) or smaller\.$", "Tệp không được quá $1 $2."],
    [r"^(.+) files are not allowed\.$", "Không nhận loại tệp này ($1)."],
    [r"^Press Enter to (?:apply|submit form)$", "Nhấn Enter để áp dụng"],
    [r"^Selected (.+)$", "Đã chọn $1"],
    [r"^Upload (.+)$", "Chọn tệp: $1"],
    [r"^Select (\d+) matches$", "Chọn cả $1 mục tìm thấy"],
    [r"^Show/hide columns: (.+)$", "Ẩn, hiện cột: $1"],
    [r"^Search: (.+)$", "Tìm: $1"],
    [r"^Fullscreen: (.+)$", "Toàn màn hình: $1"],
    [r"^Close fullscreen: (.+)$", "Thu nhỏ: $1"],
    [r"^Remove (.+)$", "Bỏ $1"],
    [r"^Page (\d+)$", "Trang $1"],
    # How long something takes already.
    [r"^\((\d+) seconds?\)$", "($1 giây)"],
    [r"^\((\d+)\.(\d+) seconds?\)$", "($1,$2 giây)"],
    [r"^\((\d+) minutes?, (\d+)(?:\.\d+)? seconds?\)$", "($1 phút $2 giây)"],
    [r"^(?:Error: ?)?AxiosError: .* 403$", "Lỗi: chưa được phép nộp tệp. Hãy tải lại trang."],
    [r"^(?:Error: ?)?AxiosError: .* 413$", "Lỗi: tệp lớn hơn mức cho phép. Hãy chia nhỏ tệp rồi nộp lại."],
    [
        r"^(?:Error: ?)?AxiosError: .* 429$",
        "Lỗi: đã đủ số tệp của một lần nộp. Hãy nhận các tệp đang có rồi nộp tiếp.",
    ],
    [r"^(?:Error: ?)?AxiosError: .*$", "Lỗi: chưa gửi được tệp. Hãy tải lại trang rồi chọn lại tệp."],
    [
        r"^Connection failed with status (\d+)(?:\.|, and response:)$",
        "Máy chủ chưa trả lời được (mã $1); trang tự kết nối lại khi máy chủ sẵn sàng.",
    ],
    [
        r"^Cannot connect to Streamlit \(HTTP status: 403\)\..*$",
        "Máy chủ không nhận kết nối này. Hãy tải lại trang; nếu vẫn vậy, xin báo người vận hành.",
    ],
    [r"^Error: ?(.*)$", "Lỗi: $1"],
    [r"^Help for (.+)$", "Giải thích: $1"],
    [r"^(\d+) options? available\.$", "$1 mục để chọn."],
    [r"^day, (.+)$", "ngày, $1"],
    [r"^month, (.+)$", "tháng, $1"],
    [r"^year, (.+)$", "năm, $1"],
    [r"^Choose date, (.+)$", "Chọn ngày, $1"],
    [r"^Today, (.+)$", "Hôm nay, $1"],
]

# The script is the same text for everybody, so that a server can allow exactly this one; what it works with
# stands beside it.


def in_their_place(code: str) -> tuple[dict[str, str], list[list[str]]]:
    """Words of the framework → ours, and patterns of them with what they become; none in its own language."""
    return (_WORDS, _PATTERNS) if code == "vi" else ({}, [])
