"""What browser tests get: running apps, and windows of a desktop and of a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.driving import settled
from tests.browser.server import App, serving
from tests.browser.windows import DESKTOP, PHONE, chromium, window

DEMO_SECONDS = 120
expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the test run."""
    with chromium() as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A desktop window (1440 × 900)."""
    with window(browser, DESKTOP) as opened:
        yield opened


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A window as narrow as a phone (390 × 844)."""
    with window(browser, PHONE) as opened:
        yield opened


@pytest.fixture(scope="session")
def demo_app(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The app with its demo data loaded, shared by the tests of a run: only look, change nothing. It stands
    behind the layers of a server, so that every screen is seen under the server's policy."""
    with serving(tmp_path_factory.mktemp("demo"), demo=True, script="asgi.py") as app:
        with window(browser, DESKTOP) as first:
            first.goto(app.url)
            shown = first.get_by_test_id("stMain").get_by_role("heading").first
            expect(shown).to_be_visible(timeout=DEMO_SECONDS * 1000)
            settled(first)
        yield app


@pytest.fixture
def empty_app(tmp_path: Path) -> Iterator[App]:
    """The app of one test alone, on an empty database without demo data."""
    with serving(tmp_path, demo=False) as app:
        yield app
