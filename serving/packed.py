"""Streamlit's own files go out compressed. It sends them as they are; here each is compressed once, well,
and kept."""

import asyncio
import gzip

from serving.protocol import Asgi, Header, Message, Receive, Scope, Send, header

_BELOW = "/static/"
_WORTH_IT = (
    b"text/javascript",
    b"application/javascript",
    b"text/css",
    b"application/json",
    b"image/svg+xml",
)
_SMALLEST = 1000
_IF = (b"if-none-match", b"if-modified-since")
# Of these there is one for the whole file, which is no longer true of the compressed one.
_OF_THE_PLAIN = (b"content-length", b"etag", b"accept-ranges", b"last-modified", b"vary")


class Packed:
    """The layer. The files are few and never change while the server runs, so all are kept."""

    def __init__(self, app: Asgi) -> None:
        self._app = app
        self._kept: dict[str, tuple[list[Header], bytes]] = {}
        self._one_at_a_time = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if not _asked_for_packed(scope):
            await self._app(scope, receive, send)
            return
        path: str = scope["path"]
        if path not in self._kept:
            async with self._one_at_a_time:
                if path not in self._kept and not await self._fetch(scope, send):
                    return
        headers, body = self._kept[path]
        await send({"type": "http.response.start", "status": 200, "headers": list(headers)})
        await send({"type": "http.response.body", "body": body})

    async def _fetch(self, scope: Scope, send: Send) -> bool:
        """Ask for the plain file and keep it compressed; whatever is no such file goes straight out, and
        the answer is False. The file is for everybody: whoever asked first may be gone before it is read, and
        the server would then end it where it is."""
        whole = _Whole(send)
        plain = [pair for pair in scope["headers"] if pair[0].lower() not in _IF]
        await self._app({**scope, "headers": plain}, _patient(), whole)
        if whole.start is None:
            return False
        body = await asyncio.to_thread(gzip.compress, b"".join(whole.parts), 9, mtime=0)
        kept = [pair for pair in whole.start["headers"] if pair[0].lower() not in _OF_THE_PLAIN]
        more = [
            (b"content-length", str(len(body)).encode()),
            (b"content-encoding", b"gzip"),
            (b"vary", b"Accept-Encoding"),
        ]
        self._kept[scope["path"]] = [*kept, *more], body
        return True


def _patient() -> Receive:
    """A request without a body from somebody who waits as long as it takes."""
    begun = False

    async def receive() -> Message:
        nonlocal begun
        if begun:
            await asyncio.Event().wait()
        begun = True
        return {"type": "http.request", "body": b"", "more_body": False}

    return receive


class _Whole:
    """Collects an answer that is worth compressing; passes any other on."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.start: Message | None = None
        self.parts: list[bytes] = []

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _worth_it(message):
            self.start = message
        elif self.start is None:
            await self._send(message)
        else:
            self.parts.append(message.get("body", b""))


def _asked_for_packed(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and scope["path"].startswith(_BELOW)
        and b"gzip" in (header(scope, b"accept-encoding") or b"")
        and header(scope, b"range") is None
    )


def _worth_it(start: Message) -> bool:
    found = {name.lower(): value for name, value in start["headers"]}
    kind = found.get(b"content-type", b"").partition(b";")[0].strip()
    size = found.get(b"content-length", b"0")
    return (
        start["status"] == 200
        and kind in _WORTH_IT
        and b"content-encoding" not in found
        and size.isdigit()
        and int(size) >= _SMALLEST
    )
