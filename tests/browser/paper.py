"""The page as Chromium prints it: A4, whole, without what only a screen needs."""

import re

from playwright.sync_api import Page, expect

from tests.browser.windows import DESKTOP

# A4 less the margins, in pixels of CSS.
PAPER = 688
CONTROLS = (
    "stHeader", "stPopover", "stButton", "stDownloadButton", "stPageLink", "stPagination", "stFileUploader",
    "stTextInput",
)  # fmt: skip


def on_paper(page: Page) -> None:
    """The page as it is laid out for print, in a window as wide as the paper."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER, "height": 1000})
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


def off_paper(page: Page) -> None:
    """The page back on a desktop's screen."""
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("html[data-paper]")).to_have_count(0)
    page.emulate_media(media="screen")
    page.set_viewport_size(DESKTOP)


def sheets(page: Page) -> int:
    """How many sheets of A4 it takes, once it is `on_paper`: a page that is told to look as on a screen prints its
    window, on one."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


def controls(page: Page) -> list[str]:
    """The words of buttons, menus and fields that would be printed, once it is `on_paper`."""
    shown = [page.get_by_test_id(name).filter(visible=True) for name in CONTROLS]
    return [part.inner_text() for parts in shown for part in parts.all()]


def beyond(page: Page) -> list[str]:
    """What would be cut off at the right edge of the paper."""
    found: list[str] = page.evaluate(
        """paper => [...document.querySelectorAll("[data-testid=stMain] :is(svg, canvas, table, h1, h2, p)")]
            .filter(e => e.getBoundingClientRect().right > paper + 1).map(e => e.outerHTML.slice(0, 120))""",
        PAPER,
    )
    return found
