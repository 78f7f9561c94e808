"""Screens as people use them: nothing of the framework's English where it opens something, charts that tell
their message in words and numbers."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.driving import settled
from tests.browser.judging import english
from tests.browser.paper import off_paper, on_paper
from tests.browser.screens import opened, unfold
from tests.browser.server import App


def table_search(page: Page) -> None:
    page.get_by_test_id("stDataFrame").first.hover()
    page.get_by_role("button", name=re.compile("^Tìm: ")).first.click()
    expect(page.get_by_role("button", name="Đóng ô tìm")).to_be_visible()


def table_columns(page: Page) -> None:
    page.get_by_test_id("stDataFrame").first.hover()
    page.get_by_role("button", name=re.compile("^Ẩn, hiện cột: ")).first.click()
    expect(page.get_by_text("(số dòng)")).to_be_visible()


def nothing_to_choose(page: Page) -> None:
    page.get_by_role("combobox").first.click()
    page.keyboard.type("zzzz")
    expect(page.get_by_text("Không tìm thấy")).to_be_visible()


def refused_file(page: Page) -> None:
    chooser = page.get_by_test_id("stFileUploaderDropzoneInput").first
    chooser.set_input_files({"name": "a.exe", "mimeType": "application/x-msdownload", "buffer": b"a"})
    expect(page.get_by_text("Không nhận loại tệp này")).to_be_visible()


def calendar_of_days(page: Page) -> None:
    page.get_by_role("button", name="Chọn ngày").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


# What is opened on a screen, one thing after the other.
SURFACES: dict[str, tuple[Callable[[Page], None], ...]] = {
    "/targets": (table_search, table_columns, calendar_of_days),
    "/units?as_of=2024-06-30": (nothing_to_choose,),
    "/submit": (refused_file,),
}


@pytest.mark.parametrize("path", SURFACES)
def test_no_english_where_the_framework_opens_something(page: Page, demo_app: App, path: str) -> None:
    opened(page, demo_app, path)
    if len(SURFACES[path]) > 1:
        unfold(page)
    for act in SURFACES[path]:
        act(page)
        assert english(page) == [], act.__name__
        page.keyboard.press("Escape")


def test_a_screen_with_charts_tells_them_in_words_in_numbers_and_in_either_mode(
    page: Page, demo_app: App
) -> None:
    opened(page, demo_app, "/?as_of=2024-06-30")
    for key in ("official", "local", "curve", "audiences"):
        chart = page.locator(f".st-key-{key}")
        words = chart.evaluate(
            "e => [e, ...e.querySelectorAll('*')].map(x => x.getAttribute('aria-label') || '').join(' ')"
        )
        assert re.search(r"\d", words), key

    # Numbers are one click away, and a file.
    fold = page.locator(".st-key-curve-numbers")
    expect(fold.get_by_role("table")).to_have_count(0)
    page.locator("[data-fold=curve-numbers] a").click()
    rows = fold.get_by_role("table").get_by_role("row")
    expect(rows.first).to_contain_text("Kế hoạch")
    settled(page)
    with page.expect_download() as download:
        fold.get_by_role("button", name=re.compile("^Tải CSV")).click()
    lines = download.value.path().read_text("utf-8-sig").splitlines()
    assert len(lines) == rows.count()
    assert lines[-1].startswith("2024-06-30,96,")
    expect(rows.last).to_contain_text("30‑6‑2024")
    expect(rows.last).to_contain_text("96")

    # An open fold prints, and a closed one does not.
    closed = page.locator("[data-fold=official-numbers]")
    expect(closed).to_be_visible()
    on_paper(page)
    expect(fold.get_by_role("table")).to_be_visible()
    expect(closed).to_be_hidden()
    off_paper(page)

    # Charts follow when the mode changes on the open page.
    drawn = page.locator(".st-key-local .main-svg text").first
    before = drawn.evaluate("e => getComputedStyle(e).fill")
    page.emulate_media(color_scheme="dark")
    expect(drawn).not_to_have_css("fill", before)
