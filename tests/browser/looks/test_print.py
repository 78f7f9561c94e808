"""The page on paper, where screens differ; what holds for all of them is seen in `test_every_screen`."""

import re

import pytest
from playwright.sync_api import Page, expect

from pages.parts.shell.browser import printing
from tests.browser.driving import settled
from tests.browser.paper import off_paper, on_paper, sheets
from tests.browser.screens import SCREENS, opened
from tests.browser.server import App


def test_dark_prints_black_on_white(page: Page, demo_app: App) -> None:
    page.emulate_media(color_scheme="dark")
    opened(page, demo_app, "/?as_of=2024-06-30")
    on_paper(page)
    colours = page.evaluate(
        """() => [getComputedStyle(document.querySelector(".stApp")).backgroundColor,
            getComputedStyle(document.querySelector("h1")).color,
            getComputedStyle(document.querySelector("[data-testid=cards] dt + dd")).color]"""
    )
    assert colours[0] == "rgb(255, 255, 255)"
    assert set(colours[1:]) == {"rgb(0, 0, 0)"}
    turned = page.locator(".st-key-official [data-testid=stPlotlyChart]").first
    assert "invert(1)" in turned.evaluate("e => getComputedStyle(e).filter")


def test_fields_print_as_words_on_white_and_what_is_to_be_pressed_or_filled_in_not_at_all(
    page: Page, demo_app: App
) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(f"{demo_app.url}/audit?since=2024-01-01")
    expect(page.get_by_test_id("stDateInput")).to_have_count(2)
    settled(page)
    on_paper(page)
    first, last = page.get_by_test_id("stDateInput").all()
    expect(first).to_be_visible()
    expect(last).to_be_hidden()
    field = first.get_by_test_id("stDateInputField")
    assert field.evaluate("e => getComputedStyle(e).backgroundColor") == "rgba(0, 0, 0, 0)"
    year = field.get_by_role("spinbutton").last
    assert year.evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"
    off_paper(page)
    page.emulate_media(color_scheme="dark")
    opened(page, demo_app, "/tasks")
    hint = page.get_by_text("bấm để xem").first
    expect(hint).to_be_visible()
    on_paper(page)
    expect(hint).to_be_hidden()
    off_paper(page)
    page.emulate_media(color_scheme="dark")
    opened(page, demo_app, "/users")
    expect(page.get_by_text("Thêm người", exact=True)).to_be_visible()
    on_paper(page)
    expect(page.get_by_text("Thêm người", exact=True)).to_be_hidden()


# What the button calls once every chart is drawn for the paper.
_NOTED = """window.print = () => {
    const drawn = [...document.querySelectorAll(".main-svg:first-child")];
    document.documentElement.dataset.printed = drawn.map(e => e.getAttribute("width")).join(" ");
};"""


@pytest.mark.parametrize(
    ("path", "most"),
    [("/units?as_of=2024-06-30", 3), ("/units", 3), ("/units?tier=communes", 4), ("/reporting", 2)],
)
def test_no_foot_stands_alone_on_a_last_sheet(page: Page, demo_app: App, path: str, most: int) -> None:
    page.add_init_script(_NOTED)
    page.goto(f"{demo_app.url}{path}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    settled(page)
    page.get_by_role("button", name="In trang này (A4)").click()
    expect(page.locator("html")).to_have_attribute(
        "data-printed", re.compile(rf"^(\b{printing.PAPER}\b ?)+$")
    )
    page.emulate_media(media="print")
    assert sheets(page) == most
    # What takes room below the foot goes over to a sheet of its own where the foot ends with one.
    below = page.evaluate(
        """() => {
            const foot = document.querySelector("[data-testid=stElementContainer]:has(hr)");
            const after = [...foot.parentElement.children].slice([...foot.parentElement.children].indexOf(foot) + 1);
            return [parseFloat(getComputedStyle(foot).marginBottom), after.filter(e => e.getClientRects().length).length];
        }"""
    )
    assert below == [0, 0]


def test_the_calendar_stands_with_its_head_below_the_table_of_its_campaign(page: Page, demo_app: App) -> None:
    opened(page, demo_app, "/reporting")
    on_paper(page)
    tops = page.evaluate(
        """() => ["table[aria-label]", ".st-key-tall h2", ".st-key-tall .main-svg", ".st-key-after-tall hr"]
            .map(s => document.querySelector(s).getBoundingClientRect().top)"""
    )
    assert tops == sorted(tops)
    # What the head and the state of a line say already is left out, its heading too.
    expect(page.get_by_role("columnheader", name="Hạn nộp")).to_be_hidden()
    expect(page.get_by_role("columnheader", name="Tình trạng").first).to_be_visible()


def test_reminders_print_with_their_texts_or_not_at_all(page: Page, demo_app: App) -> None:
    opened(page, demo_app, "/reporting")
    head = page.get_by_role("heading", name="cần nhắc nộp")
    expect(head).to_be_visible()
    on_paper(page)
    expect(head).to_be_hidden()
    off_paper(page)
    page.locator("summary", has_text="Xem và chép từng tin nhắc").click()
    expect(page.get_by_text("Kính gửi").first).to_be_visible()
    on_paper(page)
    expect(head).to_be_visible()


def test_head_and_charts_are_made_for_the_paper(page: Page, demo_app: App) -> None:
    page.add_init_script(_NOTED)
    opened(page, demo_app, "/units?as_of=2024-06-30")
    on_paper(page)
    bar = page.locator(".st-key-bar")
    expect(bar).to_contain_text("Toàn thành phố · 1‑6‑2021 đến 30‑6‑2024")
    printed = bar.evaluate("e => getComputedStyle(e, '::after').content")
    assert re.search(r"In ngày \d+‑\d+‑\d{4}", printed)
    off_paper(page)
    charts = SCREENS["/units?as_of=2024-06-30"]
    # The button and the keys draw the charts for the paper.
    for ask in (
        page.get_by_role("button", name="In trang này (A4)").click,
        lambda: page.keyboard.press("Control+p"),
    ):
        ask()
        printed = " ".join([str(printing.PAPER)] * charts)
        expect(page.locator("html")).to_have_attribute("data-printed", printed)
        page.evaluate(
            "delete document.documentElement.dataset.printed; dispatchEvent(new Event('afterprint'))"
        )
        expect(page.locator("html[data-paper]")).to_have_count(0)
