"""Where a visitor lands after signing in: the opened address, never another host's."""

from collections.abc import Iterable, Mapping
from http.cookies import SimpleCookie
from urllib.parse import quote

import pytest

from serving.coming_back import FAILED, KEPT, ComingBack
from serving.protocol import Header, Message, Receive, Scope, Send
from tests.serving.asking import in_own_loop

HOME = "https://830.example"
USER = (b"set-cookie", b"_streamlit_user=signed; HttpOnly; Max-Age=2592000; Path=/; SameSite=lax")
GONE = (b"set-cookie", b'_streamlit_user=""; Max-Age=0; Path=/')


class Answer:
    """What a browser is given: the status, where to, and the cookies by name with how long they live; `passed` is what
    of the question reached the server behind."""

    def __init__(self, messages: list[Message], passed: list[bytes]) -> None:
        self.passed = passed
        start, *rest = messages
        self.status = start["status"]
        self.to = [value.decode() for name, value in start["headers"] if name == b"location"]
        self.body = b"".join(message["body"] for message in rest)
        jar: SimpleCookie = SimpleCookie()
        for name, value in start["headers"]:
            if name == b"set-cookie":
                jar.load(value.decode())
        self.cookies = {name: (one.value, one["max-age"], one["secure"]) for name, one in jar.items()}


def asked(
    target: str,
    *,
    referer: str | None = None,
    cookies: Mapping[str, str] | None = None,
    status: int = 302,
    given: Iterable[Header] = (),
    redirect: str = f"{HOME}/oauth2callback",
    site: str = "",
) -> Answer:
    """Ask the layer for a target; behind it stands a server that answers with a status and headers."""
    sent: list[Message] = []
    passed: list[bytes] = []
    headers = [(b"location", b"https://id.example/authorize" if "login" in target else b"/"), *given]

    async def server(scope: Scope, _receive: Receive, send: Send) -> None:
        passed.append(scope["query_string"])
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b"Authentication error" if status >= 400 else b""})

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    path, _, query = target.partition("?")
    brought = [(b"referer", referer.encode())] if referer is not None else []
    if cookies:
        brought.append((b"cookie", "; ".join(f"{k}={v}" for k, v in cookies.items()).encode()))
    if site:
        brought.append((b"sec-fetch-site", site.encode()))
    scope = {"type": "http", "path": path, "query_string": query.encode(), "headers": brought}
    in_own_loop(ComingBack(server, redirect)(scope, receive, send))
    return Answer(sent, passed)


def test_the_page_on_which_signing_in_began_is_kept_and_found_again() -> None:
    went = asked("/auth/login?provider=x", referer=f"{HOME}/units?period=2023&unit=492")
    assert went.to == ["https://id.example/authorize"]
    kept, seconds, secure = went.cookies[KEPT]
    assert (seconds, secure) == ("600", True)
    came = asked("/oauth2callback?code=c&state=s", cookies={"other": "1", KEPT: kept}, given=[USER])
    assert came.to == ["/units?period=2023&unit=492"]
    assert came.cookies[KEPT][1] == "0"
    assert came.cookies["_streamlit_user"][0] == "signed"
    assert came.cookies[FAILED][1] == "0"


@pytest.mark.parametrize(
    "referer",
    [
        None,
        "",
        "https://evil.example/units",
        "https://830.example.evil.example/units",
        "http://830.example/units",
        "https://830.example:444/units",
        f"{HOME}//evil.example",
        f"{HOME}/\\evil.example",
        f"{HOME}/auth/login?provider=x",
        f"{HOME}/auth/logout",
        f"{HOME}/oauth2callback?code=c",
        f"{HOME}/{'x' * 3000}",
    ],
)
def test_nothing_but_a_page_of_ours_is_kept(referer: str | None) -> None:
    went = asked("/auth/login", referer=referer)
    assert went.cookies[KEPT][:2] == ("", "0"), "an older one is forgotten"


@pytest.mark.parametrize(
    "kept",
    ["//evil.example", "/\\evil.example", "https://evil.example/", "evil", "", "/a\r\nset-cookie: x=1", "/auth/logout"],
)  # fmt: skip
def test_a_kept_address_is_not_believed_either(kept: str) -> None:
    came = asked("/oauth2callback?code=c", cookies={KEPT: quote(kept, safe="")}, given=[USER])
    assert came.to == ["/"]


@pytest.mark.parametrize("target", ["/oauth2callback?error=access_denied", "/oauth2callback?code=c"])
@pytest.mark.parametrize("given", [[], [GONE]])
def test_a_sign_in_that_came_to_nothing_is_told_at_the_opened_address(
    target: str, given: list[Header]
) -> None:
    came = asked(target, cookies={KEPT: quote("/units")}, given=given)
    assert came.to == ["/units"]
    assert came.cookies[FAILED][:2] == ("1", "20")


@pytest.mark.parametrize(
    ("said", "passed"),
    [
        (
            "error=login_required&error_description=an%40danang.gov.vn%1b%5b2J&state=s",
            b"error=login_required",
        ),
        ("code=c&error=x%1b%5b2J", b"error=unknown"),
        ("error=" + "x" * 41, b"error=unknown"),
        ("code=c&state=s%26", b"code=c&state=s%26"),
    ],
)
def test_words_of_a_refusal_reach_no_log(said: str, passed: bytes) -> None:
    assert asked(f"/oauth2callback?{said}").passed == [passed]


def test_a_provider_that_does_not_answer_leads_back_and_is_told() -> None:
    went = asked("/auth/login", referer=f"{HOME}/units", status=400)
    assert (went.status, went.to, went.body) == (302, ["/units"], b"")
    assert went.cookies[FAILED][0] == "1"


def test_signing_out_goes_where_it_always_goes() -> None:
    came = asked("/oauth2callback", cookies={KEPT: quote("/units")})
    assert came.to == ["/"]
    assert not came.cookies


def test_other_requests_go_through_untouched() -> None:
    found = asked("/units", referer=f"{HOME}/", status=404)
    assert (found.status, found.body, found.cookies) == (404, b"Authentication error", {})


def test_below_a_path_of_its_own() -> None:
    own = {"redirect": f"{HOME}/830/oauth2callback"}
    went = asked("/830/auth/login", referer=f"{HOME}/830/units", **own)
    assert went.cookies[KEPT][0] == "%2F830%2Funits"
    elsewhere = asked("/830/auth/login", referer=f"{HOME}/other/units", **own)
    assert elsewhere.cookies[KEPT][0] == ""
    came = asked("/830/oauth2callback?code=c", given=[USER], **own)
    assert came.to == ["/830/"]


def test_at_an_address_without_tls_the_cookie_comes_back_too() -> None:
    went = asked(
        "/auth/login", referer="http://127.0.0.1:8501/units", redirect="http://127.0.0.1:8501/oauth2callback"
    )
    assert went.cookies[KEPT][2] == ""


@pytest.mark.parametrize("site", ["", "none", "same-origin", "same-site", "cross-site"])
def test_a_link_of_another_site_signs_nobody_out(site: str) -> None:
    answer = asked("/auth/logout", given=[GONE], site=site)
    assert (answer.status, answer.to) == (302, ["/"])
    assert ("_streamlit_user" in answer.cookies) is (site not in ("same-site", "cross-site"))
    assert FAILED not in answer.cookies
