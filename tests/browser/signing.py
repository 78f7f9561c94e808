"""The app behind sign-in, with its provider of accounts as a process of its own."""

import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.browser import oidc_provider
from tests.browser.server import App, free_port, serving

SIGN_IN = "Đăng nhập bằng tài khoản cơ quan"
# What the log has of a provider that does not answer.
NO_ANSWER = " ERROR failed kind=ConnectError"
_SECONDS = 60


@dataclass(frozen=True)
class Provider:
    """A running provider of accounts."""

    url: str
    process: subprocess.Popen[bytes]


@contextmanager
def provider() -> Iterator[Provider]:
    """A provider of accounts that runs as long as it is needed."""
    url = f"http://127.0.0.1:{free_port()}"
    process = subprocess.Popen([sys.executable, oidc_provider.__file__, url.rpartition(":")[2]])
    try:
        _answers(f"{url}/jwks")
        yield Provider(url, process)
    finally:
        process.terminate()
        process.wait(timeout=60)


def variables(url: str, provider_url: str, **more: str) -> Mapping[str, str]:
    """The settings of an app at `url` that asks this provider."""
    return {
        "DASHBOARD_ACCESS": "oidc",
        "DASHBOARD_OIDC_METADATA_URL": f"{provider_url}/.well-known/openid-configuration",
        "DASHBOARD_OIDC_CLIENT_ID": oidc_provider.CLIENT_ID,
        "DASHBOARD_OIDC_CLIENT_SECRET": "the provider of the tests does not ask for it",
        "DASHBOARD_OIDC_REDIRECT_URL": f"{url}/oauth2callback",
        "DASHBOARD_COOKIE_SECRET": "a secret of the tests, long enough",
        **more,
    }


@contextmanager
def behind_sign_in(folder: Path, asked: Provider, database_url: str | None = None) -> Iterator[App]:
    """The app as a server with sign-in runs it."""
    with serving(
        folder, demo=False, database_url=database_url, script="asgi.py",
        more=lambda url: variables(url, asked.url), known=NO_ANSWER,
    ) as app:  # fmt: skip
        yield app


def sign_in(page: Page, who: str) -> None:
    """From the sign-in page, in Vietnamese, as one of the provider's people."""
    page.get_by_role("button", name=SIGN_IN).click()
    page.get_by_role("link", name=who).click()


def _answers(url: str) -> None:
    deadline = time.monotonic() + _SECONDS
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(url, timeout=1).close()
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    raise RuntimeError(f"no answer from {url}")
