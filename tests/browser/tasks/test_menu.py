"""The menu of the screens, by finger and by keyboard."""

import re

from playwright.sync_api import Page, expect

from tests.browser.driving import settled
from tests.browser.judging import findings, sideways
from tests.browser.server import App


def test_on_a_phone_one_button_names_the_screen_and_opens_the_others(phone: Page, demo_app: App) -> None:
    phone.goto(f"{demo_app.url}/units?as_of=2024-06-30")
    settled(phone)
    button = phone.get_by_test_id("menu").locator("button")
    expect(button).to_have_text("Đơn vị")
    button.click()
    expect(phone.get_by_test_id("menu").get_by_role("link")).to_have_count(8)
    phone.get_by_test_id("menu").locator("summary", has_text="Điều hành").click()
    expect(phone.get_by_role("link", name="Duyệt số liệu")).to_be_visible()
    assert sideways(phone) <= 0
    assert not findings(phone)
    phone.keyboard.press("Escape")
    expect(phone.get_by_test_id("menu").get_by_role("link")).to_have_count(0)
    button.focus()
    phone.keyboard.press("Enter")
    phone.get_by_test_id("menu").get_by_role("link", name="Trường học").click()
    expect(phone).to_have_url(re.compile(r"/schools\?.*as_of=2024-06-30"))
    expect(button).to_have_text("Trường học")
    expect(phone.get_by_test_id("menu").get_by_role("link")).to_have_count(0)


def test_groups_of_the_bar_open_one_at_a_time_and_close_by_a_click_beside(page: Page, demo_app: App) -> None:
    page.goto(f"{demo_app.url}/about?lang=en")
    settled(page)
    menu = page.get_by_test_id("menu")
    expect(menu.get_by_role("link")).to_have_count(8)
    menu.locator("summary", has_text="Coordination").click()
    expect(menu.get_by_role("link", name="Review")).to_be_visible()
    menu.locator("summary", has_text="System").click()
    expect(menu.get_by_role("link", name="Review")).to_have_count(0)
    current = menu.locator("a[aria-current]:visible")
    expect(current).to_have_attribute("href", "./about?lang=en")
    page.get_by_role("heading", level=1).click()
    expect(current).to_have_count(0)
    menu.get_by_role("link", name="Schools").click()
    expect(page).to_have_url(re.compile(r"/schools\?.*lang=en"))
    expect(menu.get_by_role("link", name="Schools")).to_have_attribute("aria-current", "page")
