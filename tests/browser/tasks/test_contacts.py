"""A contact is named on a telephone, reached by a touch, and taken back."""

import re

from playwright.sync_api import Page, expect

from tests.browser.driving import settled
from tests.browser.server import App


def test_a_contact_is_named_on_a_telephone_and_taken_back(phone: Page, empty_app: App) -> None:
    phone.goto(f"{empty_app.url}/contacts?unit=20194")
    form = phone.get_by_test_id("stForm")
    form.get_by_label("Họ và tên").fill("Nguyễn Thị Minh")
    form.get_by_label("Điện thoại").fill("0236 3822 111")
    form.get_by_label("Thư điện tử").fill("phong.van.hoa.xa.hoi@danang.gov.vn")
    phone.get_by_role("button", name="Ghi đầu mối mới", exact=True).click()
    expect(phone.get_by_text(re.compile(r"^Đã ghi, thành lần nộp số \d+\.$"))).to_be_visible()
    links = phone.get_by_role("link", name="0236 3822 111")
    expect(links).to_have_count(2)
    assert links.first.get_attribute("href") == "tel:02363822111"
    mail = phone.get_by_role("link", name="phong.van.hoa").first
    assert mail.get_attribute("href") == "mailto:phong.van.hoa.xa.hoi@danang.gov.vn"
    settled(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    phone.get_by_role("button", name="Rút lại lần ghi này").click()
    phone.get_by_role("button", name=re.compile(r"^Rút lần nộp số \d+$")).click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Chưa đơn vị nào có đầu mối")
    expect(links).to_have_count(0)
