"""A link to a page as the very first visit of a server. Streamlit would run a file that lies directly in
pages/ without app.py then: no start-up, no language, no menu."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.driving import settled
from tests.browser.server import App, serving
from tests.browser.session import visit

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
    "about": "Về dữ liệu",
}
# An element that no other page has.
OWN = {"activities": "download_button", "submit": "file_uploader"}


@pytest.mark.parametrize("address", OWN)
def test_the_first_visit_at_a_pages_address_runs_app_py(address: str, tmp_path: Path) -> None:
    with serving(tmp_path, demo=False) as app:
        for _ in range(2):  # the same before and after the menu is known to the server
            found = visit(app.url, address)
            assert found.menu == MENU
            assert OWN[address] in found.shown
            assert not found.errors


def test_the_first_visitor_sees_the_page_and_no_word_of_a_missing_one(page: Page, empty_app: App) -> None:
    page.goto(f"{empty_app.url}/submit")
    expect(page.get_by_test_id("stFileUploader").first).to_be_visible()
    settled(page)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(f"{empty_app.url}/submit")
