"""Signing in with a real provider of accounts, in Chromium: nothing before it, the opened address after it,
each person their own screens, and nothing more at the next run once a role has ended."""

import re
from collections.abc import Iterator
from typing import Literal

import pytest
import websockets
from playwright.sync_api import Page, ViewportSize, expect
from sqlalchemy import Engine, select

from pages.parts.shell import menu
from storage.database import connect, migrate, reading
from storage.schema import event
from tests import people
from tests.browser.driving import settled
from tests.browser.judging import findings, sideways
from tests.browser.server import App
from tests.browser.session import visit
from tests.browser.signing import SIGN_IN, Provider, behind_sign_in, provider, sign_in
from tests.browser.windows import DESKTOP, PHONE


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An empty database with the people of the tests."""
    engine = connect(f"sqlite:///{(tmp_path_factory.mktemp('people') / 'app.sqlite3').as_posix()}")
    migrate(engine)
    people.enter(engine, *people.EVERYBODY)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def accounts() -> Iterator[Provider]:
    """The provider of accounts of all tests of this file."""
    with provider() as running:
        yield running


@pytest.fixture(scope="module")
def app(accounts: Provider, database: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The server of all tests of this file."""
    url = database.url.render_as_string(hide_password=False)
    with behind_sign_in(tmp_path_factory.mktemp("signed"), accounts, url) as running:
        yield running


def _title(page: Page) -> str:
    shown = page.get_by_test_id("stMain").get_by_role("heading", level=1)
    expect(shown).to_have_count(1)
    return shown.inner_text()


def _signed_out(page: Page) -> None:
    """The sign-in page and nothing else: no menu, no number, no table, no chart."""
    expect(page.get_by_role("button", name=SIGN_IN)).to_be_visible()
    settled(page)
    assert _title(page) == "Chương trình 830 · Đà Nẵng"
    for part in ("menu", "table", "stPlotlyChart", "stFileUploader", "cards", "stDialog"):
        expect(page.get_by_test_id(part)).to_have_count(0)
    assert page.get_by_test_id("stMain").get_by_role("button").count() == 2  # sign in; the other language


# First in this file, and a deep link first: the server has not been visited yet.
@pytest.mark.parametrize("address", tuple(reversed(menu.ADDRESSES)))
def test_a_cold_link_gives_nobody_anything(address: str, app: App) -> None:
    found = visit(app.url, address)
    assert set(found.menu.values()) == {"Đăng nhập"}
    assert found.headings == ["Chương trình 830 · Đà Nẵng"]
    assert set(found.shown) == {"heading", "markdown", "button", "html"}
    assert not found.not_found
    assert not found.errors


@pytest.mark.parametrize(("size", "mode"), [(DESKTOP, "light"), (PHONE, "dark")], ids=["desktop", "phone"])
def test_nobody_sees_the_sign_in_page_alone(
    size: ViewportSize, mode: Literal["light", "dark"], page: Page, app: App
) -> None:
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=mode)
    page.goto(f"{app.url}/activities?period=2023")
    _signed_out(page)
    expect(page).to_have_url(f"{app.url}/activities?period=2023")
    assert sideways(page) <= 0
    assert findings(page) == {}
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("button", name="Sign in with your office account")).to_be_visible()
    expect(page.get_by_text("Ask the city's focal agency")).to_be_visible()
    expect(page.get_by_role("button", name="Tiếng Việt")).to_be_visible()
    words = page.get_by_test_id("stMain").inner_text().replace("Đà Nẵng", "").replace("Tiếng Việt", "")
    assert not re.search("[ăâđêôơư]", words.lower())


def test_the_opened_address_survives_signing_in(page: Page, app: App) -> None:
    page.goto(f"{app.url}/units?period=2023")
    sign_in(page, "viewer")
    expect(page.get_by_test_id("menu")).to_be_visible()
    expect(page).to_have_url(f"{app.url}/units?period=2023")
    expect(page.get_by_text(re.compile("15.12.2022 đến 14.12.2023")).first).to_be_visible()
    expect(page.get_by_text("Đang đăng nhập: Nguyễn Văn An")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_text("Đang đăng nhập: Nguyễn Văn An")).to_be_hidden()
    kept = {cookie["name"] for cookie in page.context.cookies()}
    assert "dashboard_return" not in kept


def test_two_people_at_once_have_each_their_own_screens(
    page: Page, other_page: Page, app: App, database: Engine
) -> None:
    first, second = page, other_page
    for page, who in ((first, "coordinator"), (second, "reporter")):
        page.goto(f"{app.url}/submit")
        sign_in(page, who)
    expect(first.get_by_text("Đang đăng nhập: Trần Thị Bình")).to_be_visible()
    expect(second.get_by_text("Đang đăng nhập: Lê Văn Cường")).to_be_visible()
    for page in (first, second):
        expect(page.get_by_test_id("menu").get_by_role("link", name="Nộp báo cáo")).to_be_visible()
        expect(page.get_by_test_id("stFileUploader").first).to_be_visible()
    people.end(database, people.REPORTER)
    second.get_by_role("button", name="English").click()
    expect(second.get_by_text("has just lost its role here")).to_be_visible()
    expect(second.get_by_test_id("stFileUploader")).to_have_count(0)
    expect(second.get_by_test_id("menu")).to_have_count(0)
    first.reload()
    expect(first.get_by_test_id("stFileUploader").first).to_be_visible()
    with reading(database) as connection:
        rows = connection.execute(select(event.c.actor, event.c.after).where(event.c.action == "signed_in"))
        noted = [(row.actor, row.after["way"]) for row in rows]
    # The reload is the same sign-in.
    assert noted.count((people.COORDINATOR.login, "oidc")) == 1
    assert noted.count((people.REPORTER.login, "oidc")) == 1


def test_a_viewer_is_told_why_a_page_shows_nothing(page: Page, app: App) -> None:
    page.goto(f"{app.url}/submit")
    sign_in(page, "viewer")
    expect(page.get_by_role("heading", name="Trang này cần thêm quyền.")).to_be_visible()
    expect(page.get_by_test_id("stFileUploader")).to_have_count(0)
    expect(page.get_by_test_id("menu").get_by_role("link", name="Nộp báo cáo")).to_have_count(0)


@pytest.mark.parametrize(
    ("who", "said", "why"),
    [
        ("stranger", "chưa có quyền vào trang này", "no_role"),
        ("unverified", "chưa được xác minh", "no_login"),
        ("yesterday", "Phiên đăng nhập đã hết hạn", "over"),
        ("cancel", "việc đăng nhập đã bị hủy", "provider"),
    ],
)
def test_who_may_not_enter_is_told_so_and_it_is_logged(
    who: str, said: str, why: str, page: Page, app: App, database: Engine
) -> None:
    page.goto(f"{app.url}/units")
    sign_in(page, who)
    expect(page.get_by_text(said)).to_be_visible()
    settled(page)
    expect(page).to_have_url(f"{app.url}/units")
    expect(page.get_by_test_id("menu")).to_have_count(0)
    expect(page.get_by_test_id("stPlotlyChart")).to_have_count(0)
    with reading(database) as connection:
        query = select(event.c.subject, event.c.after).where(event.c.action == "sign_in_refused")
        found = [(row.subject, row.after) for row in connection.execute(query)]
    ((subject, after),) = [one for one in found if one[1]["why"] == why]
    assert (after["way"], after["origin"]) == ("oidc", "127.0.0.1")
    assert (subject or "").startswith("user:") is (why != "provider")


def test_signing_out_ends_it(page: Page, app: App) -> None:
    page.goto(app.url)
    sign_in(page, "administrator")
    page.get_by_role("button", name="Đăng xuất").click()
    _signed_out(page)
    assert "_streamlit_user" not in {cookie["name"] for cookie in page.context.cookies()}


def test_a_cookie_is_believed_only_from_our_own_page(page: Page, app: App) -> None:
    page.goto(app.url)
    sign_in(page, "administrator")
    expect(page.get_by_test_id("menu")).to_be_visible()
    cookies = {str(one["name"]): one for one in page.context.cookies()}
    assert cookies["_streamlit_user"]["httpOnly"]
    assert cookies["_streamlit_user"]["sameSite"] == "Lax"
    values = {name: str(one["value"]) for name, one in cookies.items()}
    xsrf = values["_streamlit_xsrf"]
    assert _menu(app, values, xsrf) != {"Đăng nhập"}
    assert _menu(app, values, "") == {"Đăng nhập"}, "without the token against forged requests"
    forged = values | {"_streamlit_user": values["_streamlit_user"][:-3] + "AAA"}
    assert _menu(app, forged, xsrf) == {"Đăng nhập"}, "a changed cookie"
    # The framework alone would take a page of any server on the visitor's own machine for ours.
    for origin in ("http://elsewhere.example", "http://localhost:3000"):
        with pytest.raises(websockets.exceptions.InvalidStatus, match="403"):
            visit(app.url, "", headers=_sent(values), xsrf=xsrf, origin=origin)


# Last in this file: afterwards nobody can sign in.
def test_a_provider_that_does_not_answer_is_told_in_words(page: Page, app: App, accounts: Provider) -> None:
    accounts.process.terminate()
    accounts.process.wait(timeout=60)
    page.goto(f"{app.url}/units?period=2023")
    page.get_by_role("button", name=SIGN_IN).click()
    expect(page.get_by_text("nơi cấp tài khoản không trả lời")).to_be_visible()
    expect(page).to_have_url(f"{app.url}/units?period=2023")


def _menu(app: App, cookies: dict[str, str], xsrf: str) -> set[str]:
    return set(visit(app.url, "", headers=_sent(cookies), xsrf=xsrf).menu.values())


def _sent(cookies: dict[str, str]) -> dict[str, str]:
    return {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
