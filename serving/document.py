"""The document that every address of a page answers with: Streamlit's, in the words of this product.

It is the only HTML there is. Its language is Vietnamese from the first byte, it holds no inline script (so
none need be allowed), and it invites no program to drive the app.
"""

import re

from serving.protocol import Asgi, Message, Receive, Scope, Send, is_page

# What is no page: files, sockets, the roundabouts of sign-in.
_ELSEWHERE = ("/static/", "/media/", "/component/", "/_stcore/", "/auth/", "/oauth2callback", "/ready")
# With these the document could come in parts, packed, or not at all.
_SHORTCUTS = {b"accept-encoding", b"range", b"if-none-match", b"if-modified-since"}
_CHANGES = (
    (re.compile(r'<html lang="[^"]*">'), '<html lang="vi">'),
    (re.compile(r"<title>[^<]*</title>"), "<title>Chương trình 830 · Đà Nẵng</title>"),
    (re.compile(r"<!--.*?-->\s*", re.DOTALL), ""),
    (re.compile(r'<link rel="service-desc"[^>]*>\s*'), ""),
    (re.compile(r"<script>.*?</script>\s*", re.DOTALL), ""),
    (
        re.compile(r"<noscript>.*?</noscript>", re.DOTALL),
        "<noscript><p>Hãy bật JavaScript trong trình duyệt rồi tải lại trang.</p></noscript>",
    ),
)


def reworded(html: str) -> str:
    """Streamlit's document with the changes of this module."""
    for what, better in _CHANGES:
        html = what.sub(better, html)
    return html


class Document:
    """The layer: rewords the document and leaves everything else as it is."""

    def __init__(self, app: Asgi) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or scope["path"].startswith(_ELSEWHERE):
            await self._app(scope, receive, send)
            return
        headers = [(name, value) for name, value in scope["headers"] if name.lower() not in _SHORTCUTS]
        await self._app({**scope, "headers": headers}, receive, _Rewording(send, scope["method"] == "HEAD"))


class _Rewording:
    """Holds an HTML answer back until it is whole."""

    def __init__(self, send: Send, bodiless: bool) -> None:
        self._send = send
        self._bodiless = bodiless
        self._start: Message | None = None
        self._parts: list[bytes] = []

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and is_page(message) and not self._bodiless:
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._parts.append(message.get("body", b""))
            if not message.get("more_body", False):
                await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        body = reworded(b"".join(self._parts).decode()).encode()
        kept = [
            (name, value)
            for name, value in start["headers"]
            if name.lower() not in (b"content-length", b"etag", b"last-modified", b"accept-ranges")
        ]
        length = (b"content-length", str(len(body)).encode())
        await self._send({**start, "headers": [*kept, length]})
        await self._send({"type": "http.response.body", "body": body})
