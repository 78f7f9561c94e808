"""Debian's Chromium, and windows of it that prove that nothing leaves this machine."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.browser.certificate import known_to_chromium

DESKTOP: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
INSIDE = re.compile(r"(?:(?:https?|wss?)://127\.0\.0\.1[:/]|data:|blob:|about:)")
# What Chromium says of a part that the page may not load, or a script that it may not run.
FORBIDDEN = "Content Security Policy"
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
    # One process draws all windows: it keeps what it compiled of the page's scripts, a new one starts anew.
    "--renderer-process-limit=1",
    "--disable-site-isolation-trials",
    # Nobody watches: one thread draws frames as they are asked for.
    "--disable-threaded-animation",
    "--num-raster-threads=1",
]


@contextmanager
def chromium() -> Iterator[Browser]:
    """One running browser. Raises RuntimeError where there is none."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not program:
        raise RuntimeError("Chromium is missing; `make test` installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, headless=True, args=[*FLAGS, known_to_chromium()]
        )
        try:
            yield browser
        finally:
            browser.close()


class Window:
    """An open window of a Vietnamese reader. What went wrong in it is noted: a script error, what the server's
    policy forbids, a request to anywhere but this machine."""

    def __init__(self, browser: Browser, size: ViewportSize) -> None:
        self._context = browser.new_context(
            locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", viewport=size, accept_downloads=True,
        )  # fmt: skip
        self._problems: list[str] = []
        self._context.on("request", lambda request: self._note(request.url))
        self._context.set_default_timeout(60_000)
        self.page = self._context.new_page()
        self.page.on("websocket", lambda socket: self._note(socket.url))
        self.page.on("pageerror", lambda error: self._problems.append(str(error)))
        self.page.on(
            "console", lambda said: self._problems.append(said.text) if FORBIDDEN in said.text else None
        )

    def _note(self, address: str) -> None:
        if not INSIDE.match(address):
            self._problems.append(f"asked for {address}")

    def as_new(self, size: ViewportSize) -> Page:
        """The window as its first reader found it: of this size, no cookie, nothing stored, on no page."""
        if self.page.url.startswith("http"):
            self.page.evaluate("localStorage.clear(); sessionStorage.clear()")
        self.page.goto("about:blank")
        for other in self._context.pages:
            if other is not self.page:
                other.close()
        self.page.unroute_all()
        self.page.emulate_media(media="screen", color_scheme="light")
        self.page.set_viewport_size(size)
        self._context.clear_cookies()
        return self.page

    def nothing_wrong(self) -> None:
        """Fails if something went wrong since the last time."""
        problems, self._problems = self._problems, []
        assert not problems, problems

    def close(self) -> None:
        """Nobody reads any more."""
        self._context.close()


@contextmanager
def window(browser: Browser, size: ViewportSize) -> Iterator[Page]:
    """A fresh window. At its end: nothing went wrong in it."""
    opened = Window(browser, size)
    yield opened.page
    opened.close()
    opened.nothing_wrong()
