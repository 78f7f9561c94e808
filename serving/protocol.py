"""The words of ASGI that the layers of this room share (https://asgi.readthedocs.io/en/latest/specs/www.html)."""

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]
Header = tuple[bytes, bytes]


def header(scope: Scope, name: bytes) -> bytes | None:
    """The one value of a header (name in small letters); None where it is absent or stands there twice."""
    found = [value for key, value in scope["headers"] if key.lower() == name]
    return found[0] if len(found) == 1 else None


def is_page(start: Message) -> bool:
    """Whether an answer that begins is an HTML document."""
    return any(
        name.lower() == b"content-type" and value.lower().startswith(b"text/html")
        for name, value in start["headers"]
    )


async def answer(
    send: Send, status: int, text: str, headers: Iterable[Header] = (), *, body: bool = True
) -> None:
    """Send a whole plain answer."""
    raw = text.encode()
    fixed = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(raw)).encode()),
        (b"cache-control", b"no-store"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": [*fixed, *headers]})
    await send({"type": "http.response.body", "body": raw if body else b""})
