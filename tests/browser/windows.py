"""Debian's Chromium, and windows of it that prove that nothing leaves this machine."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

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
]


@contextmanager
def chromium() -> Iterator[Browser]:
    """One running browser. Raises RuntimeError where there is none."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not program:
        raise RuntimeError("Chromium is missing; `make test` installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, headless=True, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def window(browser: Browser, size: ViewportSize) -> Iterator[Page]:
    """A fresh window of a Vietnamese reader. At its end: no script error, nothing that the server's policy
    forbids, and no request to anywhere but this machine."""
    context = browser.new_context(
        locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", viewport=size, accept_downloads=True,
        ignore_https_errors=True,  # a certificate of the tests is signed by itself
    )  # fmt: skip
    problems: list[str] = []

    def note(address: str) -> None:
        if not INSIDE.match(address):
            problems.append(f"asked for {address}")

    page = context.new_page()
    context.on("request", lambda request: note(request.url))
    page.on("websocket", lambda socket: note(socket.url))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda said: problems.append(said.text) if FORBIDDEN in said.text else None)
    yield page
    context.close()
    assert not problems, problems
