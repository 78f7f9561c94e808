"""Asking a layer without a server: one request in, one answer out."""

import asyncio
from collections.abc import Coroutine, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

from serving.protocol import Asgi, Header, Message, Receive, Scope, Send

T = TypeVar("T")


@dataclass
class Answer:
    """What came back."""

    status: int = 0
    headers: list[Header] = field(default_factory=list)
    body: bytes = b""

    def all(self, name: str) -> list[str]:
        return [value.decode() for key, value in self.headers if key.decode().lower() == name]

    def one(self, name: str) -> str:
        found = self.all(name)
        assert len(found) == 1, (name, self.headers)
        return found[0]


@dataclass
class Inner:
    """What lies behind the layer: remembers what reached it, and answers."""

    body: bytes = b"ok"
    headers: Iterable[tuple[str, str]] = (("content-type", "text/plain"),)
    status: int = 200
    seen: list[Scope] = field(default_factory=list)
    read: int = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.seen.append(scope)
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
            return
        more = True
        while more:
            message = await receive()
            self.read += len(message.get("body", b""))
            more = message.get("more_body", False)
        headers = [(name.encode(), value.encode()) for name, value in self.headers]
        length = (b"content-length", str(len(self.body)).encode())
        await send({"type": "http.response.start", "status": self.status, "headers": [*headers, length]})
        half = len(self.body) // 2
        await send({"type": "http.response.body", "body": self.body[:half], "more_body": True})
        await send({"type": "http.response.body", "body": self.body[half:]})

    def told(self, name: str) -> list[str]:
        """The values of a header in the last request that came through."""
        return [value.decode() for key, value in self.seen[-1]["headers"] if key.decode().lower() == name]


def scope(
    path: str = "/",
    *,
    method: str = "GET",
    kind: str = "http",
    headers: Mapping[str, str] | None = None,
    client: str | None = "127.0.0.1",
) -> Scope:
    """A request as the server hands it on."""
    named = [(name.lower().encode(), value.encode()) for name, value in (headers or {}).items()]
    peer = None if client is None else (client, 1234)
    return {
        "type": kind, "path": path, "method": method, "headers": named, "client": peer,
        "scheme": "http" if kind == "http" else "ws", "query_string": b"",
    }  # fmt: skip


async def answered(layer: Asgi, request: Scope, body: Iterable[bytes] = (b"",)) -> Answer:
    """The answer of a layer to a request whose body comes in these parts."""
    parts, found = list(body), Answer()

    async def receive() -> Message:
        part = parts.pop(0)
        return {"type": "http.request", "body": part, "more_body": bool(parts)}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            assert not found.status, "answered twice"
            found.status, found.headers = message["status"], list(message["headers"])
        elif message["type"] == "http.response.body":
            found.body += message.get("body", b"")
        elif message["type"] == "websocket.close":
            found.status = message["code"]

    await layer(request, receive, send)
    return found


def ask(layer: Asgi, path: str = "/", body: Iterable[bytes] = (b"",), **of_scope: Any) -> Answer:
    """`answered` in a loop of its own."""
    return in_own_loop(answered(layer, scope(path, **of_scope), body))


def in_own_loop(going: Coroutine[Any, Any, T]) -> T:
    """In a thread of its own: a browser that another test left open has its event loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, going).result()
