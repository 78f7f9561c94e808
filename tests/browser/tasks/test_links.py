"""The address of a screen in a real browser: it is the view, it goes along, it moves with a filter."""

import re

from playwright.sync_api import Page, expect

from sample_data import FOLDER
from tests.browser.server import App
from tests.sample_data import recount


def test_a_link_is_the_view(page: Page, demo_app: App) -> None:
    page.goto(f"{demo_app.url}/activities?unit=492&period=2023&kind=contest")
    held = [
        line
        for path in FOLDER.glob("quan-hai-chau-*")
        for line in recount.lines(path)
        if line.kind == "contest" and line.year == 2023
    ]
    want = f"{sum(line.count for line in held)} cuộc thi"
    expect(page.get_by_role("heading", level=1)).to_contain_text(want)


def test_changing_the_period_redraws_moves_the_address_and_stays_from_screen_to_screen(
    page: Page, demo_app: App
) -> None:
    page.goto(f"{demo_app.url}/?as_of=2024-06-30")
    first = page.locator("[data-testid=cards] dt + dd").first
    expect(first).to_be_visible()
    before = first.inner_text()
    # Opened by a key, the choices have the focus.
    page.get_by_role("button", name="Đổi phạm vi xem").press("Enter")
    grain = page.get_by_role("combobox", name="Xem theo")
    expect(grain).to_be_focused()
    grain.click()
    page.get_by_role("option", name="Năm", exact=True).click()
    expect(page).to_have_url(re.compile("period=2024"))
    expect(first).not_to_have_text(before)
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Hoạt động").first.click()
    expect(page).to_have_url(re.compile(r"/activities\?.*period=2024"))
    expect(page.get_by_text("15‑12‑2023 đến 30‑6‑2024").first).to_be_visible()
