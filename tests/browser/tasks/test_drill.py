"""From a figure to its rows in a real browser: by keyboard on a phone, in the same window, and back."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.driving import settled
from tests.browser.server import App


def unfolded(page: Page, key: str) -> Locator:
    """A fold opened from the keyboard, with what it holds."""
    fold = page.locator(f".st-key-{key}")
    page.locator(f"[data-fold={key}] a").focus()
    page.keyboard.press("Enter")
    expect(fold.locator("a").first).to_be_visible()
    settled(page)
    return fold


def test_a_figure_leads_to_its_rows_and_back(phone: Page, demo_app: App) -> None:
    phone.goto(f"{demo_app.url}/?as_of=2024-06-30&period=2023")
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
    settled(phone)
    # A number of the sentence opens its rows in the same window too.
    expect(phone.get_by_role("heading", level=1).get_by_role("link").first).not_to_have_attribute(
        "target", "_blank"
    )
    link = unfolded(phone, "audience-figures").get_by_role("link", name=re.compile("lượt")).first
    figure = link.inner_text().replace("\u00a0", " ")
    phone.evaluate("window.same = true")
    link.focus()
    phone.keyboard.press("Enter")
    expect(phone).to_have_url(re.compile(r"/activities\?.*audience=parents"))
    expect(phone.get_by_role("heading", level=1)).to_contain_text("có cha mẹ, người chăm sóc")
    settled(phone)
    expect(phone.get_by_text(re.compile(re.escape(figure.split(" ")[0])))).to_be_visible()
    assert phone.evaluate("window.same")  # not fetched anew
    # A row opens by keyboard, and the address says which while it is open.
    phone.get_by_test_id("table").locator("tbody").get_by_role("link").first.focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("dialog")).to_contain_text("Nguồn: tệp")
    expect(phone).to_have_url(re.compile(r"[?&]row=\d+"))
    phone.keyboard.press("Escape")
    expect(phone).not_to_have_url(re.compile(r"[?&]row="))
    phone.go_back()
    phone.go_back()
    phone.go_back()
    expect(phone).to_have_url(re.compile(r"as_of=2024-06-30"))
    expect(phone.get_by_text("Hai nhóm ưu tiên chiếm", exact=False)).to_be_visible()
