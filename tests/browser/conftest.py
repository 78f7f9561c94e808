"""The product in Debian's Chromium: running apps, and windows that prove nothing leaves this machine."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from tests.browser.driving import settled
from tests.browser.server import App, serving

DESKTOP: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
DEMO_SECONDS = 120
INSIDE = re.compile(r"(?:(?:http|ws)://127\.0\.0\.1[:/]|data:|blob:|about:)")
# No name and no other address resolves; without the background flags every start tries to reach
# hosts that are not there.
FLAGS = [
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]

expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the test run."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert chromium, "Chromium is missing; `make test` installs it"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, headless=True, args=FLAGS)
        yield running
        running.close()


@contextmanager
def window(browser: Browser, size: ViewportSize) -> Iterator[Page]:
    """A fresh window of a Vietnamese reader. At its end: no script error, and no request to anywhere
    but this machine."""
    context = browser.new_context(
        locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", viewport=size, accept_downloads=True
    )
    problems: list[str] = []

    def note(address: str) -> None:
        if not INSIDE.match(address):
            problems.append(f"asked for {address}")

    page = context.new_page()
    context.on("request", lambda request: note(request.url))
    page.on("websocket", lambda socket: note(socket.url))
    page.on("pageerror", lambda error: problems.append(str(error)))
    yield page
    context.close()
    assert not problems, problems


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
    """The app with its demo data loaded, shared by the tests of a run: only look, change nothing."""
    with serving(tmp_path_factory.mktemp("demo"), demo=True) as app:
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
