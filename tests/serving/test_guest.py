"""Guests are told apart by a cookie that a page gives, and keep it."""

from http.cookies import SimpleCookie
from typing import Any

import pytest

from access import anonymous, local_person
from pages.parts.files import handing, sender
from serving import guest
from serving.guest import COOKIE, Guest
from tests.serving.asking import Inner, ask

HTML = (("content-type", "text/html; charset=utf-8"), ("set-cookie", "other=1"))
KNOWN = "0123456789abcdef" * 2


@pytest.mark.parametrize(
    ("headers", "sent", "given"),
    [
        (HTML, {}, True),
        (HTML, {"Cookie": f"{COOKIE}={KNOWN}"}, False),
        # What is no number of ours is no number.
        (HTML, {"Cookie": f"{COOKIE}=../admin"}, True),
        ((("content-type", "text/javascript"),), {}, False),
    ],
)
def test_a_page_gives_a_number_to_a_browser_without_one(
    headers: Any, sent: dict[str, str], given: bool
) -> None:
    cookies = ask(Guest(Inner(headers=headers)), "/units", headers=sent).all("set-cookie")
    own = [one for one in cookies if one.startswith(COOKIE)]
    assert len(cookies) - len(own) == len(headers) - 1
    assert len(own) == given
    if given:
        assert "; Path=/; HttpOnly; SameSite=Lax" in own[0]
        number = SimpleCookie(own[0])[COOKIE].value
        assert guest.owner("g", {COOKIE: number}) == f"g {number}"
        assert (
            number != SimpleCookie(ask(Guest(Inner(headers=HTML)), "/").all("set-cookie")[-1])[COOKIE].value
        )


@pytest.mark.parametrize(
    ("cookie", "whose"),
    [(f"a=1; {COOKIE}={KNOWN}", f"anonymous {KNOWN}"), (f"{COOKIE}=x", "anonymous"), ("", "anonymous")],
)
def test_who_asks_and_whose_a_file_is_are_called_the_same(
    cookie: str, whose: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_ACCESS", "proxy")
    monkeypatch.setenv("DASHBOARD_PROXY_ADDRESS", "127.0.0.1")
    for secret in ("DASHBOARD_PROXY_SECRET", "DASHBOARD_COOKIE_SECRET"):
        monkeypatch.setenv(secret, f"a secret of the tests, long enough: {secret}")
    monkeypatch.setenv("DASHBOARD_ANONYMOUS_READING", "on")
    scope = {"type": "http", "headers": [(b"cookie", cookie.encode())] if cookie else []}
    assert sender.reader(None, scope) == whose  # type: ignore[arg-type]
    monkeypatch.setattr(handing.st, "context", type("C", (), {"cookies": guest.cookies_of(scope)}))
    assert handing.owner(anonymous()) == whose
    assert handing.owner(local_person()) == local_person().id
