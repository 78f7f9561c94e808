"""The headers of every answer: what a browser may do with the page, and with whom it may talk."""

import base64
import hashlib
from collections.abc import Iterable

from serving.protocol import Asgi, Header, Message, Receive, Scope, Send

_YEAR = 365 * 24 * 3600
_FIXED: tuple[Header, ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (
        b"permissions-policy",
        b"camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()",
    ),
)
# What a person downloads stays in no cache on the way, nor on a shared computer.
_DOWNLOADS = "/media/"
_UNKEPT: Header = (b"cache-control", b"private, no-store")
_TRANSPORT: Header = (b"strict-transport-security", f"max-age={_YEAR}".encode())


def policy(scripts: Iterable[str]) -> str:
    """The Content-Security-Policy: everything from this server alone, and of inline scripts exactly the
    given ones (by SHA-256 of their text).

    Allowed beyond that, because Streamlit 1.67 needs it: inline styles (its styles are written by script as
    the page is built), images and fonts as `data:`, images and downloads as `blob:`.
    """
    hashes = " ".join(f"'sha256-{_hash(script)}'" for script in scripts)
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' {hashes}".strip(),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


class Headers:
    """The layer. `https`: the address of the page is known to be https, whatever the last hop was."""

    def __init__(self, app: Asgi, *, https: bool, scripts: Iterable[str] = ()) -> None:
        self._app = app
        self._https = https
        self._own = [*_FIXED, (b"content-security-policy", policy(scripts).encode())]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        https = self._https or scope.get("scheme") == "https"
        own = [*self._own, _TRANSPORT] if https else list(self._own)
        if scope["path"].startswith(_DOWNLOADS):
            own.append(_UNKEPT)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": _completed(message.get("headers", ()), own, https)}
            await send(message)

        await self._app(scope, receive, with_headers)


def _completed(given: Iterable[Header], own: list[Header], https: bool) -> list[Header]:
    names = {name for name, _ in own}
    kept = [(name, _secure(name, value) if https else value) for name, value in given]
    return [*(pair for pair in kept if pair[0].lower() not in names), *own]


def _secure(name: bytes, value: bytes) -> bytes:
    """A cookie is given to https alone; Streamlit leaves that to whoever serves it."""
    if name.lower() != b"set-cookie" or b"secure" in value.lower().replace(b" ", b"").split(b";"):
        return value
    return value + b"; Secure"
