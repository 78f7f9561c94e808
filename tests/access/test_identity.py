"""Who is there, by each of the three ways."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

import settings
from access.identity import LOCAL_LOGIN, Absence, Identity, identify
from settings import Access, Settings

NOW = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)
SECRET = "x" * 32
OIDC = {
    "DASHBOARD_ACCESS": "oidc",
    "DASHBOARD_OIDC_METADATA_URL": "https://id.example/.well-known/openid-configuration",
    "DASHBOARD_OIDC_CLIENT_ID": "dashboard",
    "DASHBOARD_OIDC_CLIENT_SECRET": "secret",
    "DASHBOARD_OIDC_REDIRECT_URL": "https://830.example/oauth2callback",
    "DASHBOARD_COOKIE_SECRET": SECRET,
}
PROXY = {
    "DASHBOARD_ACCESS": "proxy",
    "DASHBOARD_PROXY_ADDRESS": "127.0.0.1",
    "DASHBOARD_PROXY_SECRET": SECRET,
    "DASHBOARD_COOKIE_SECRET": SECRET,
}
Set = Callable[..., Settings]


@pytest.fixture
def set_to(monkeypatch: pytest.MonkeyPatch) -> Set:
    def chosen(base: dict[str, str], **more: str) -> Settings:
        for name, value in (base | more).items():
            monkeypatch.setenv(name, value)
        return settings.current()

    return chosen


def _claims(**more: object) -> dict[str, object]:
    moment = (NOW - timedelta(hours=1)).timestamp()
    return {"is_logged_in": True, "email": "an@danang.gov.vn", "iat": moment} | more


def test_on_ones_own_machine_it_is_the_local_person_whatever_is_claimed(set_to: Set) -> None:
    found = identify(set_to({}), _claims(), "somebody", NOW)
    assert found == Identity(LOCAL_LOGIN, Access.LOCAL)


def test_a_sign_in_names_its_claim(set_to: Set) -> None:
    assert identify(set_to(OIDC), _claims(), None, NOW) == Identity("an@danang.gov.vn", Access.OIDC)
    other = set_to(OIDC, DASHBOARD_OIDC_CLAIM="preferred_username")
    assert identify(other, _claims(preferred_username=" an.nv "), None, NOW) == Identity("an.nv", Access.OIDC)
    assert identify(other, _claims(), None, NOW) is Absence.NO_LOGIN


@pytest.mark.parametrize("claims", [{}, {"is_logged_in": False}, {"email": "an@danang.gov.vn"}])
def test_without_a_sign_in_nobody_is_there(set_to: Set, claims: dict[str, object]) -> None:
    assert identify(set_to(OIDC), claims, "header", NOW) is Absence.NOBODY


@pytest.mark.parametrize(
    ("verified", "known"),
    [
        (True, True),
        (None, True),
        ("true", True),
        *((said, False) for said in (False, "false", "False", "no", "", 0, [])),
    ],
)
def test_an_address_that_nobody_verified_names_nobody(set_to: Set, verified: object, known: bool) -> None:
    found = identify(set_to(OIDC), _claims(email_verified=verified), None, NOW)
    assert isinstance(found, Identity) is known


def test_an_unverified_address_matters_only_where_it_is_the_login(set_to: Set) -> None:
    chosen = set_to(OIDC, DASHBOARD_OIDC_CLAIM="sub")
    assert isinstance(identify(chosen, _claims(sub="u1", email_verified=False), None, NOW), Identity)


@pytest.mark.parametrize("email", [None, "", "  ", 7, "a\nb"])
def test_a_login_is_a_printable_word(set_to: Set, email: object) -> None:
    assert identify(set_to(OIDC), _claims(email=email), None, NOW) is Absence.NO_LOGIN


@pytest.mark.parametrize(
    ("hours", "known"), [(0, True), (11.9, True), (12, False), (30 * 24, False), (-0.1, True), (-1, False)]
)
def test_a_sign_in_is_over_after_its_hours(set_to: Set, hours: float, known: bool) -> None:
    moment = (NOW - timedelta(hours=hours)).timestamp()
    found = identify(set_to(OIDC), _claims(iat=moment), None, NOW)
    assert found == (Identity("an@danang.gov.vn", Access.OIDC) if known else Absence.OVER)


def test_the_hours_are_a_setting(set_to: Set) -> None:
    chosen = set_to(OIDC, DASHBOARD_SESSION_HOURS="1")
    assert identify(chosen, _claims(), None, NOW) is Absence.OVER


@pytest.mark.parametrize("moment", [None, "today", True, float("nan"), 1e30])
def test_a_token_without_a_moment_is_no_sign_in(set_to: Set, moment: object) -> None:
    assert identify(set_to(OIDC), _claims(iat=moment), None, NOW) is Absence.OVER


def test_the_providers_own_old_sign_in_does_not_end_a_new_one(set_to: Set) -> None:
    old = (NOW - timedelta(days=3)).timestamp()
    assert isinstance(identify(set_to(OIDC), _claims(auth_time=old), None, NOW), Identity)
    alone = {name: value for name, value in _claims(auth_time=old).items() if name != "iat"}
    assert identify(set_to(OIDC), alone, None, NOW) is Absence.OVER


def test_the_header_of_the_proxy_names_who_is_there_and_claims_do_not(set_to: Set) -> None:
    chosen = set_to(PROXY)
    assert identify(chosen, {}, " An@danang.gov.vn ", NOW) == Identity("An@danang.gov.vn", Access.PROXY)
    for absent in (None, "", "  ", "a\x00b"):
        assert identify(chosen, _claims(), absent, NOW) is Absence.NOBODY
