"""After sign-in a visitor lands on the address that was opened before it.

Streamlit's sign-in always ends at the first page. Here the address of the page on which somebody began to
sign in (the browser's own Referer) is kept in a short-lived cookie while the provider is asked, and the way
back leads there. Only a path of this installation is ever kept or followed. A link of another site signs nobody out.
"""

import re
from collections.abc import Iterable
from urllib.parse import parse_qs, quote, unquote, urlsplit

from starlette.requests import cookie_parser

from serving.protocol import Asgi, Header, Message, Receive, Scope, Send, header

# The cookie that tells the sign-in page that signing in did not come to its end.
FAILED = "dashboard_sign_in_failed"
KEPT = "dashboard_return"
_USER = b"_streamlit_user="
_TEN_MINUTES, _A_MOMENT = 600, 20
_LONGEST = 2000
_LOG_IN, _CALLBACK, _LOG_OUT = "/auth/login", "/oauth2callback", "/auth/logout"
_OURS = (_LOG_IN, _CALLBACK, _LOG_OUT)
_WRONG = 400
# How the errors of a provider are called (OAuth 2.0, 4.1.2.1; OpenID Connect Core 1.0, 3.1.2.6).
_NAME = re.compile(r"[a-z_]{1,40}")
# What a browser says of a request that another site's page led to (https://www.w3.org/TR/fetch-metadata/).
_FROM_ELSEWHERE = (b"cross-site", b"same-site")


class ComingBack:
    """The layer around the addresses of the sign-in. `redirect_url` is that of the settings: its origin is
    the one at which people sign in."""

    def __init__(self, app: Asgi, redirect_url: str) -> None:
        self._app = app
        url = urlsplit(redirect_url)
        self._origin = (url.scheme, url.netloc.lower())
        self._base = url.path.removesuffix(_CALLBACK)
        self._secure = url.scheme == "https"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; all but those of the sign-in go through untouched."""
        path = scope["path"].removeprefix(self._base) if scope["type"] == "http" else ""
        if path == _LOG_IN:
            await self._leave(scope, receive, send)
        elif path == _CALLBACK and {"code", "error"} & set(parse_qs(scope["query_string"].decode("latin-1"))):
            await self._arrive(scope, receive, send)
        elif path == _LOG_OUT and header(scope, b"sec-fetch-site") in _FROM_ELSEWHERE:
            await self._to(send, "")
        else:
            await self._app(scope, receive, send)

    async def _leave(self, scope: Scope, receive: Receive, send: Send) -> None:
        """To the provider: keep where the visitor was. Where it cannot be asked, back there."""
        here = self._began_at(scope)
        failed = False

        async def sent(message: Message) -> None:
            nonlocal failed
            if message["type"] == "http.response.start":
                failed = message["status"] >= _WRONG
                if failed:
                    await self._back(send, here)
                    return
                keep = self._cookie(KEPT, quote(here, safe=""), _TEN_MINUTES if here else 0)
                message = {**message, "headers": [*message["headers"], keep]}
            if not failed:
                await send(message)

        await self._app(scope, receive, sent)

    async def _arrive(self, scope: Scope, receive: Receive, send: Send) -> None:
        """From the provider: on to where the visitor was, signed in or told that it failed."""
        cookies = cookie_parser((header(scope, b"cookie") or b"").decode("latin-1"))
        here = self._own(unquote(cookies.get(KEPT, "")))

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                others = [one for one in message["headers"] if one[0].lower() != b"location"]
                more = [self._location(here), self._cookie(KEPT, "", 0)]
                if _signed_in(message["headers"]):
                    more.append(self._cookie(FAILED, "", 0))
                else:
                    more.append(self._cookie(FAILED, "1", _A_MOMENT))
                message = {**message, "headers": [*others, *more]}
            await send(message)

        await self._app({**scope, "query_string": _without_words(scope["query_string"])}, receive, sent)

    async def _back(self, send: Send, here: str) -> None:
        await self._to(send, here, self._cookie(FAILED, "1", _A_MOMENT))

    async def _to(self, send: Send, here: str, *more: Header) -> None:
        headers = [self._location(here), *more, (b"content-length", b"0"), (b"cache-control", b"no-store")]
        await send({"type": "http.response.start", "status": 302, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    def _began_at(self, scope: Scope) -> str:
        """The page of ours that led to this request; empty where none did."""
        url = urlsplit((header(scope, b"referer") or b"").decode("latin-1"))
        if (url.scheme, url.netloc.lower()) != self._origin:
            return ""
        return self._own(url.path + (f"?{url.query}" if url.query else ""))

    def _own(self, address: str) -> str:
        """The address where it is a path of this installation that a page stands at, else nothing. A browser
        takes // and a backslash for the start of another host."""
        path = address.partition("?")[0]
        if len(address) > _LONGEST or not address.isascii() or not address.isprintable() or "\\" in address:
            return ""
        if not path.startswith(f"{self._base}/") or path.startswith("//"):
            return ""
        return "" if path.removeprefix(self._base) in _OURS else address

    def _location(self, here: str) -> Header:
        return b"location", (here or f"{self._base}/").encode("ascii")

    def _cookie(self, name: str, value: str, seconds: int) -> Header:
        secure = "; Secure" if self._secure else ""
        path = self._base or "/"
        text = f"{name}={value}; Max-Age={seconds}; Path={path}; HttpOnly; SameSite=Lax{secure}"
        return b"set-cookie", text.encode("ascii")


def _without_words(query: bytes) -> bytes:
    """The way back from a provider that refused, with the name of the error alone: Streamlit writes what else is said
    there into the log, and anybody can say anything at this address, or the provider somebody's login."""
    found = parse_qs(query.decode("latin-1"))
    if "error" not in found:
        return query
    name = found["error"][0]
    return b"error=" + (name if _NAME.fullmatch(name) else "unknown").encode("ascii")


def _signed_in(headers: Iterable[Header]) -> bool:
    """Whether the answer gives the browser the cookie of somebody signed in."""
    return any(
        name.lower() == b"set-cookie" and value.startswith(_USER) and b"max-age=0" not in value.lower()
        for name, value in headers
    )
