"""The language of the page, and Vietnamese words for the parts of the screen that Streamlit draws itself."""

import json
from functools import cache
from html import escape

import streamlit as st

from locales.messages import language, t, use
from pages.parts.shell import markup
from pages.parts.shell.style import SCREEN

# Words and patterns of Streamlit 1.67's own parts; it offers no translation of them.
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
_PATTERNS = [
    [r"^(?:Limit )?([\d.,]+) ?([KMG]B) per file(?: [•·] (.+))?$", "Tối đa $1 $2 mỗi tệp · $3"],
    [r"^(\d+)\.(\d+)([KMG]B)$", "$1,$2 $3"],
    [r"^File must be ([\d.,]+) ?([KMG]B) or smaller\.$", "Tệp không được quá $1 $2."],
    [r"^(.+) files are not allowed\.$", "Không nhận loại tệp này ($1)."],
    [r"^Press Enter to (?:apply|submit form)$", "Nhấn Enter để áp dụng"],
    [r"^Selected (.+)$", "Đã chọn $1"],
    [r"^Select (\d+) matches$", "Chọn cả $1 mục tìm thấy"],
    [r"^Show/hide columns: (.+)$", "Ẩn, hiện cột: $1"],
    [r"^Search: (.+)$", "Tìm: $1"],
    [r"^Fullscreen: (.+)$", "Toàn màn hình: $1"],
    [r"^Close fullscreen: (.+)$", "Thu nhỏ: $1"],
    [r"^Remove (.+)$", "Bỏ $1"],
    [r"^Page (\d+)$", "Trang $1"],
    [r"^(?:Error: ?)?AxiosError: .* 403$", "Lỗi: chưa được phép nộp tệp. Hãy tải lại trang."],
    [r"^(?:Error: ?)?AxiosError: .* 413$", "Lỗi: tệp lớn hơn mức cho phép. Hãy chia nhỏ tệp rồi nộp lại."],
    [
        r"^(?:Error: ?)?AxiosError: .* 429$",
        "Lỗi: đã đủ số tệp của một lần nộp. Hãy nhận các tệp đang có rồi nộp tiếp.",
    ],
    [r"^(?:Error: ?)?AxiosError: .*$", "Lỗi: chưa gửi được tệp. Hãy tải lại trang rồi chọn lại tệp."],
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
SCRIPT = """
(() => {
  const told = JSON.parse(document.getElementById("dashboard-words").dataset.told);
  document.documentElement.lang = told.lang;
  const frame = window.__dashboardWords || (window.__dashboardWords = {});
  frame.words = told.words;
  frame.pages = told.pages;
  frame.patterns = told.patterns.map(([from, to]) => [new RegExp(from), to]);
  if (frame.observer) return;
  const say = text => {
    const plain = text.trim();
    if (!plain || !frame.words) return null;
    if (frame.words[plain]) return text.replace(plain, frame.words[plain]);
    for (const [from, to] of frame.patterns)
      if (from.test(plain)) return plain.replace(from, to).replace(/ · (undefined)?$/, "");
    return null;
  };
  // The first visitor of a process at a page's own address is told that there is no such page, and gets
  // it; that is at the start only.
  const unfounded = node => {
    const dialog = node.matches("[role=dialog]") ? node : node.querySelector("[role=dialog]");
    const last = location.pathname.split("/").pop();
    if (!dialog || !frame.pages.includes(last) || !dialog.textContent.includes("Page not found")) return false;
    const close = dialog.querySelector("button");
    if (close) close.click();
    return Boolean(close);
  };
  const attributes = ["aria-label", "aria-valuetext", "placeholder", "title", "alt"];
  const mend = node => {
    if (node.nodeType === Node.TEXT_NODE) {
      const around = node.parentElement;
      if (!around || around.closest("pre, code, .js-plotly-plot, [data-testid=stIconMaterial]")) return;
      if (around.closest("[data-testid=stMarkdownContainer]") && !around.closest("[data-testid=stFileUploader], [role=dialog]"))
        return;
      const said = say(node.data);
      if (said !== null && said !== node.data) node.data = said;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || node.closest(".js-plotly-plot")) return;
    if (!frame.founded && performance.now() < 30000) frame.founded = unfounded(node);
    // A link of a sentence to another screen opens in its place, as those of the tables do.
    if (node.tagName === "A" && node.target === "_blank" && node.origin === location.origin) node.removeAttribute("target");
    for (const name of attributes) {
      const said = node.hasAttribute(name) ? say(node.getAttribute(name)) : null;
      if (said !== null && said !== node.getAttribute(name)) node.setAttribute(name, said);
    }
    node.childNodes.forEach(mend);
  };
  mend(document.body);
  frame.observer = new MutationObserver(changes => changes.forEach(change => {
    // A chart that is drawn changes thousands of parts; none of its words are the framework's.
    const svg = change.target.ownerSVGElement || change.target;
    if (svg.classList?.contains("main-svg")) return;
    if (change.type === "childList") change.addedNodes.forEach(mend); else mend(change.target);
  }));
  frame.observer.observe(document.body,
    {childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: attributes});
})();
"""


def choose() -> None:
    """Take the language of the address; without one that of the last screen, else Vietnamese."""
    asked = st.query_params.get("lang") or st.session_state.get("lang", "vi")
    use(asked)
    st.session_state["lang"] = language()
    if language() == "en":
        st.query_params["lang"] = "en"


def translate_framework(pages: tuple[str, ...], also: str = "", beside: str = "") -> None:
    """Set the language of the document and put Streamlit's own words into it. `pages` are the last
    parts of the addresses there are; `also` is a script that stands with it, `beside` markup, and so do the rules
    of `style`, since each element of a page costs time."""
    markup.put(beside + _script(language(), pages, also), scripts=True)


@cache
def _script(code: str, pages: tuple[str, ...], also: str) -> str:
    vietnamese = code == "vi"
    told = {
        "lang": code,
        "words": _WORDS if vietnamese else {},
        "pages": pages,
        "patterns": _PATTERNS if vietnamese else [],
    }
    data = escape(json.dumps(told, ensure_ascii=False))
    return (
        f'<style>{SCREEN}</style><i id="dashboard-words" hidden data-told="{data}"></i><script>{SCRIPT}</script>'
        + (f"<script>{also}</script>" if also else "")
    )


def switch() -> None:
    """One small button that shows the page in the other language; the address keeps the choice."""
    other = "en" if language() == "vi" else "vi"
    label = "English" if other == "en" else "Tiếng Việt"
    st.button(label, type="tertiary", key="language", on_click=_choose, args=(other,), help=t("Đổi ngôn ngữ"))


def _choose(code: str) -> None:
    if code == "en":
        st.query_params["lang"] = code
    elif "lang" in st.query_params:
        del st.query_params["lang"]
    st.session_state["lang"] = code
