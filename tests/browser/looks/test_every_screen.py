"""Every screen as people see it, on a desktop and a phone, light and dark, folds closed and open: nothing of the
framework's English, no accessibility finding, nothing sideways; and on paper, whole and without controls. One
visit looks at all of it, since opening a screen is most of the work."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import paper
from tests.browser.judging import english, findings, sideways
from tests.browser.screens import SCREENS, in_the_dark, opened, unfold, unfold_here
from tests.browser.server import App
from tests.browser.windows import DESKTOP, PHONE


@pytest.mark.parametrize("path", SCREENS)
def test_a_screen_is_vietnamese_accessible_within_its_window_and_prints(
    page: Page, demo_app: App, path: str
) -> None:
    # A chart knows the width it was first drawn in; all else is laid out by rules alone.
    page.set_viewport_size(PHONE if SCREENS[path] else DESKTOP)
    opened(page, demo_app, path)
    assert page.evaluate("document.documentElement.lang") == "vi"
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        assert sideways(page) <= 0
    assert english(page) == []
    paper.on_paper(page)
    assert paper.sheets(page) <= 5
    assert paper.controls(page) == []
    assert paper.beyond(page) == []
    paper.off_paper(page)
    unfold(page)
    assert english(page) == []
    assert sideways(page) <= 0
    assert findings(page) == {}
    # Colours do not depend on the width, nor the width on the colours.
    page.set_viewport_size(PHONE)
    in_the_dark(page, path)
    unfold_here(page)
    assert sideways(page) <= 0
    assert findings(page) == {}


def test_the_menu_of_a_desktop_is_accessible_in_the_dark(page: Page, demo_app: App) -> None:
    page.emulate_media(color_scheme="dark")
    opened(page, demo_app, "/about")
    expect(page.get_by_test_id("menu")).to_be_visible()
    assert findings(page) == {}
