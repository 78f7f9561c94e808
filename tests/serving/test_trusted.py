"""A login is believed from the proxy's address with the proxy's secret, and in no other case."""

import pytest

from serving.trusted import ORIGIN_HEADER, SECRET_HEADER, USER_HEADER, Trusted
from settings import Settings
from tests.serving.asking import Inner, answered, ask, in_own_loop, scope

SECRET = "a secret of the proxy, 32 letters long or more"
PROXY = {
    "DASHBOARD_ACCESS": "proxy",
    "DASHBOARD_PROXY_ADDRESS": "10.0.0.0/30",
    "DASHBOARD_PROXY_SECRET": SECRET,
    "DASHBOARD_COOKIE_SECRET": "c" * 32,
}
OIDC = {
    "DASHBOARD_OIDC_METADATA_URL": "https://id.example.vn/.well-known/openid-configuration",
    "DASHBOARD_OIDC_CLIENT_ID": "a",
    "DASHBOARD_OIDC_CLIENT_SECRET": "b",
    "DASHBOARD_OIDC_REDIRECT_URL": "https://a.example.vn/oauth2callback",
}
SENT = {"X-Dashboard-User": "an@danang.gov.vn", SECRET_HEADER: SECRET}


def believed(
    headers: dict[str, str], client: str | None = "10.0.0.2", kind: str = "http", **settings: str
) -> list[str]:
    inner = Inner()
    chosen = Settings.model_validate({**PROXY, **settings})
    ask(Trusted(inner, chosen), headers=headers, client=client, kind=kind)
    names = {name.decode().lower().replace("_", "-") for name, _ in inner.seen[-1]["headers"]}
    assert not names & {"x-dashboard-user", SECRET_HEADER.lower()}
    return inner.told(USER_HEADER.lower())


@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_the_proxy_is_believed(kind: str) -> None:
    assert believed(SENT, kind=kind) == ["an@danang.gov.vn"]
    assert believed(SENT, client="::ffff:10.0.0.2", kind=kind) == ["an@danang.gov.vn"]


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize("client", ["10.0.0.4", "127.0.0.1", "::1", "unix", None])
def test_nobody_elsewhere_is(client: str | None, kind: str) -> None:
    assert believed({**SENT, "X-Forwarded-For": "10.0.0.2", "X-Real-IP": "10.0.0.2"}, client, kind) == []


@pytest.mark.parametrize("secret", ["", "x", SECRET[:-1], SECRET + "x", SECRET.upper()])
def test_a_wrong_secret_is_not(secret: str) -> None:
    assert believed({**SENT, SECRET_HEADER: secret}) == []


def test_what_a_visitor_writes_into_the_inner_header_is_taken_away() -> None:
    for name in (USER_HEADER, USER_HEADER.upper(), USER_HEADER.replace("-", "_")):
        assert believed({name: "binh@danang.gov.vn"}) == []
        assert believed({name: "binh@danang.gov.vn", **SENT}) == ["an@danang.gov.vn"]
    assert believed({"X_Dashboard_User": "binh@danang.gov.vn"}) == []


def test_two_logins_are_none() -> None:
    inner = Inner()
    asked = scope("/", headers={SECRET_HEADER: SECRET}, client="10.0.0.2")
    asked["headers"] += [(b"x-dashboard-user", b"an"), (b"x-dashboard-user", b"binh")]
    in_own_loop(answered(Trusted(inner, Settings.model_validate(PROXY)), asked))
    assert inner.told(USER_HEADER.lower()) == []


def test_the_other_ways_of_signing_in_believe_no_header() -> None:
    for way in ("local", "oidc"):
        assert believed({**SENT, USER_HEADER: "an"}, DASHBOARD_ACCESS=way, **OIDC) == []


def test_another_name_of_the_header() -> None:
    sent = {"Remote-User": "an", SECRET_HEADER: SECRET}
    assert believed(sent, DASHBOARD_PROXY_USER_HEADER="Remote-User") == ["an"]


def test_https_in_front_is_known_from_the_proxy_alone() -> None:
    for headers, scheme in ((SENT, "https"), ({**SENT, SECRET_HEADER: "x"}, "http")):
        inner = Inner()
        layer = Trusted(inner, Settings.model_validate(PROXY))
        ask(layer, headers={**headers, "X-Forwarded-Proto": "https"}, client="10.0.0.2")
        assert inner.seen[-1]["scheme"] == scheme


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(
    ("headers", "client", "told"),
    [
        (SENT, "10.0.0.2", []),
        ({}, "10.0.0.9", []),
        ({SECRET_HEADER: SECRET}, "10.0.0.2", []),
        (SENT, "10.0.0.9", [("an@danang.gov.vn", "proxy_address", "10.0.0.9")]),
        (
            {**SENT, ORIGIN_HEADER: "10.9.9.9"},
            "10.0.0.9",
            [("an@danang.gov.vn", "proxy_address", "10.0.0.9")],
        ),
        ({**SENT, SECRET_HEADER: "x"}, "10.0.0.2", [("an@danang.gov.vn", "proxy_key", "10.0.0.2")]),
        ({SECRET_HEADER: "x"}, None, [("", "proxy_address", "")]),
    ],
)
def test_a_login_that_is_not_believed_is_told_without_the_secret(
    headers: dict[str, str], client: str | None, told: list[tuple[str, str, str]], kind: str
) -> None:
    found: list[tuple[str, str, str]] = []
    layer = Trusted(Inner(), Settings.model_validate(PROXY), lambda *one: found.append(one))
    ask(layer, headers=headers, client=client, kind=kind)
    assert found == told


@pytest.mark.parametrize(
    ("settings", "headers", "client", "origin"),
    [
        (PROXY, {**SENT, ORIGIN_HEADER: "10.9.9.9"}, "10.0.0.2", ["10.9.9.9"]),
        (PROXY, {**SENT, ORIGIN_HEADER: "not an address"}, "10.0.0.2", ["10.0.0.2"]),
        (PROXY, {SECRET_HEADER: "x", ORIGIN_HEADER: "10.9.9.9"}, "10.0.0.2", ["10.0.0.2"]),
        (
            {**PROXY, **OIDC, "DASHBOARD_ACCESS": "oidc"},
            {ORIGIN_HEADER: "10.9.9.9"},
            "127.0.0.1",
            ["10.9.9.9"],
        ),
        (
            {**PROXY, **OIDC, "DASHBOARD_ACCESS": "oidc"},
            {ORIGIN_HEADER: "10.9.9.9"},
            "10.0.0.2",
            ["10.0.0.2"],
        ),
        (PROXY, {"X_Dashboard_From": "10.9.9.9"}, None, []),
    ],
)
def test_where_a_visitor_is_the_proxy_says_and_nobody_else(
    settings: dict[str, str], headers: dict[str, str], client: str | None, origin: list[str]
) -> None:
    inner = Inner()
    ask(Trusted(inner, Settings.model_validate(settings)), headers=headers, client=client)
    assert inner.told(ORIGIN_HEADER.lower()) == origin
    assert inner.told("x_dashboard_from") == []
