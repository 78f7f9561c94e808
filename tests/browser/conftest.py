"""What browser tests get: running apps, and windows of a desktop and of a phone."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from access import local_person
from storage.database import connect
from storage.intake.submissions import history, withdraw
from tests.browser.server import App, serving
from tests.browser.windows import DESKTOP, PHONE, Window, chromium
from tests.stores import Shared

# A server that starts beside two other workers takes its time.
expect.set_options(timeout=60_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the test run."""
    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def lasting_window(browser: Browser) -> Iterator[Window]:
    """The window that most tests use one after the other: Chromium keeps in it what it compiled of the page's
    scripts, which is more than half of the work of opening a screen."""
    opened = Window(browser, DESKTOP)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def second_window(browser: Browser) -> Iterator[Window]:
    """Another one, which knows nothing of the first, for a second person."""
    opened = Window(browser, DESKTOP)
    yield opened
    opened.close()


@pytest.fixture
def page(lasting_window: Window) -> Iterator[Page]:
    """A desktop window (1440 × 900), as good as new."""
    yield lasting_window.as_new(DESKTOP)
    lasting_window.nothing_wrong()


@pytest.fixture
def phone(lasting_window: Window) -> Iterator[Page]:
    """A window as narrow as a phone (390 × 844), as good as new; not beside `page`, which is the same one."""
    yield lasting_window.as_new(PHONE)
    lasting_window.nothing_wrong()


@pytest.fixture
def other_page(second_window: Window) -> Iterator[Page]:
    """The desktop window of a second person, as good as new; beside `page`."""
    yield second_window.as_new(DESKTOP)
    second_window.nothing_wrong()


@pytest.fixture(scope="session")
def demo_app(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The app with its demo data loaded, shared by the tests of a run: only look, change nothing. It stands
    behind the layers of a server, so that every screen is seen under the server's policy."""
    folder = tmp_path_factory.mktemp("demo")
    shutil.copy(shared.with_demo_data(), folder / "app.sqlite3")
    with serving(folder, demo=False, script="asgi.py") as app:
        yield app


@pytest.fixture(scope="session")
def _house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    with serving(tmp_path_factory.mktemp("house"), demo=False) as app:
        yield app


@pytest.fixture
def empty_app(_house: App) -> Iterator[App]:
    """The app without a report, shared by the tests of a run: what a test leaves there is withdrawn after it, so
    submissions have any number."""
    yield _house
    store = connect(_house.database_url)
    for one in history(store):
        if one.state == "accepted":
            withdraw(store, local_person(), one.id)
    store.dispose()
