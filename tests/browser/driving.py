"""Driving a page: waiting until Streamlit is at rest, and making the window as tall as the page."""

from playwright.sync_api import Page, expect


def settled(page: Page) -> None:
    """Waits until no script run is under way: before a picture or an accessibility check.

    A rerun starts a moment after the click that asks for it, so after an interaction wait first on what
    it must change (`expect`), and only then on this.
    """
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)


def whole_page(page: Page) -> None:
    """Makes the window as tall as its content: Streamlit scrolls inside its main part, so a full-page
    picture would end at the height of the window."""
    height = page.get_by_test_id("stMain").evaluate("part => part.scrollHeight")
    page.set_viewport_size({"width": page.evaluate("window.innerWidth"), "height": height})
