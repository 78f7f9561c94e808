"""Who sends a request that is no page: the cookie of a sign-in, or the login of the proxy, by the rules of a page."""

import json
import time
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine, create_engine
from streamlit import config
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

import storage.journal.audit
from pages.parts.files import sender
from serving.handed import Unknown
from serving.protocol import Header, Scope
from serving.trusted import USER_HEADER
from storage.access.accounts import actor_of
from tests.pages import test_access
from tests.people import COORDINATOR, STRANGER, VIEWER, end

database = test_access.database
SECRET = test_access.OIDC["DASHBOARD_COOKIE_SECRET"]
NOW = int(time.time())
CLAIMS = {"origin": "https://830.example", "is_logged_in": True, "email": COORDINATOR.login, "iat": NOW}


@pytest.fixture
def oidc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name, value in test_access.OIDC.items():
        monkeypatch.setenv(name, value)
    before = config.get_option("server.cookieSecret")
    config.set_option("server.cookieSecret", SECRET)
    yield
    config.set_option("server.cookieSecret", before)


def asks(*headers: Header) -> Scope:
    return {"type": "http", "headers": list(headers)}


def signed(secret: str = SECRET, **claims: object) -> Scope:
    """A request with the cookie that the sign-in gives, or one that says something else."""
    value = create_signed_value(secret, USER_COOKIE_NAME, json.dumps(CLAIMS | claims))
    return asks((b"cookie", f"{USER_COOKIE_NAME}=".encode() + value))


@pytest.mark.usefixtures("oidc")
@pytest.mark.parametrize(
    ("request_of", "known"),
    [
        (signed, True),
        (lambda: signed(secret="another secret, just as long as the right one"), False),
        (lambda: signed(origin="https://elsewhere.example"), False),
        (lambda: signed(is_logged_in=False), False),
        (lambda: signed(iat=NOW - 13 * 3600), False),
        (lambda: signed(email_verified=False), False),
        (lambda: signed(email=STRANGER.login), False),
        (lambda: asks((USER_HEADER.lower().encode(), COORDINATOR.login.encode())), False),
        (asks, False),
    ],
)
def test_a_sign_in_counts_as_it_does_on_a_page(
    request_of: Callable[[], Scope], known: bool, database: Engine
) -> None:
    assert sender.reader(database, request_of()) == (COORDINATOR.login if known else None)


@pytest.mark.usefixtures("oidc")
def test_a_copy_of_the_cookie_is_worth_nothing_once_its_sign_in_or_role_ended(database: Engine) -> None:
    viewer = {"email": VIEWER.login, "iat": NOW - 60}
    assert sender.reader(database, signed(**viewer)) == VIEWER.login
    who = actor_of(database, VIEWER.login)
    assert who is not None
    storage.journal.audit.signed_out(database, who, str(NOW - 60))
    assert sender.reader(database, signed(**viewer)) is None
    assert sender.reader(database, signed(**viewer | {"iat": NOW})) == VIEWER.login, "signed in anew"
    end(database, VIEWER)
    assert sender.reader(database, signed(**viewer | {"iat": NOW})) is None


@pytest.mark.usefixtures("oidc")
def test_a_store_that_does_not_answer_makes_nobody_of_nobody() -> None:
    with pytest.raises(Unknown):
        sender.reader(create_engine("postgresql+psycopg://nobody@127.0.0.1:1/none"), signed())
