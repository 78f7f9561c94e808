"""A link to a page as the very first visit of a server. Streamlit would run a file that lies directly in
pages/ without app.py then: no start-up, no language, no menu."""

from playwright.sync_api import Page, expect

from tests.browser.driving import settled
from tests.browser.server import App
from tests.browser.session import refused, visit

MENU = {
    "": "Tổng quan",
    "units": "Đơn vị",
    "unit": "Từng đơn vị",
    "schools": "Trường học",
    "activities": "Hoạt động",
    "reporting": "Tình hình nộp",
    "report": "Báo cáo",
    "submit": "Nộp báo cáo",
    "editions": "Bản phát hành",
    "conflicts": "Trùng lặp, bất thường",
    "review": "Duyệt số liệu",
    "targets": "Mục tiêu",
    "contacts": "Đầu mối",
    "tasks": "Văn bản, nhiệm vụ",
    "users": "Tài khoản",
    "audit": "Nhật ký",
    "installation": "Tình trạng hệ thống",
    "about": "Về dữ liệu",
}


# The first of the tests that share this server, which has not been visited yet; `test_broken_off` has another one
# that is first visited at the address of a page, without a browser.
def test_the_first_visitor_sees_the_page_and_no_word_of_a_missing_one(page: Page, empty_app: App) -> None:
    page.goto(f"{empty_app.url}/submit")
    expect(page.get_by_test_id("stFileUploader").first).to_be_visible()
    settled(page)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(f"{empty_app.url}/submit")
    expect(page.get_by_test_id("menu").get_by_role("link", name=MENU["submit"])).to_be_visible()
    found = visit(empty_app.url, "submit")
    assert (found.menu, "file_uploader" in found.shown, found.errors) == (MENU, True, [])
    # The server of one machine leads nobody to its pages who calls it by another name.
    refused(visit(empty_app.url, "units", name="830.example"), "chỉ dùng trên chính máy đang chạy nó")
