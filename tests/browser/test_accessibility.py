"""Every screen, light and dark, on a desktop and a phone: no accessibility finding of ours, nothing
sideways; folds closed and open."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.screens import SCREENS, opened, unfold
from tests.browser.server import App
from tests.browser.windows import DESKTOP, PHONE, window

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def sideways(page: Page) -> float:
    """How many pixels the page is wider than its window."""
    wide: float = page.evaluate(
        """() => {
            const main = document.querySelector("[data-testid=stMain]");
            return Math.max(main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - innerWidth);
        }"""
    )
    return wide


def findings(page: Page) -> dict[str, list[str]]:
    """What axe finds by WCAG 2.2 A and AA."""
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return {rule["id"]: [node["html"][:160] for node in rule["nodes"]][:3] for rule in found}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", SCREENS)
def test_no_accessibility_finding_and_nothing_sideways(
    browser: Browser, demo_app: App, path: str, scheme: Literal["light", "dark"]
) -> None:
    # Colours do not depend on the width, nor the width on the colours.
    for size in (DESKTOP, PHONE) if scheme == "light" else (DESKTOP,):
        with window(browser, size) as page:
            page.emulate_media(color_scheme=scheme)
            opened(page, demo_app, path)
            assert sideways(page) <= 0
            unfold(page)
            assert sideways(page) <= 0
            assert findings(page) == {}
