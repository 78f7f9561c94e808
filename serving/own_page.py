"""The page's connection is opened by our own page alone.

Streamlit refuses a foreign page too, but first asks the internet for the address of this machine, at which its own
page might stand: a second or two in which the whole process answers nobody, for whoever likes, without signing in.
It also takes a page of any server on the visitor's own machine for ours.
"""

import logging
from urllib.parse import urlsplit

from serving.protocol import Asgi, Message, Receive, Scope, Send
from settings import journal

_POLICY, _UNSUPPORTED = 1008, 1003


class OwnPage:
    """The layer. `url` is an address at which people open the page, where the settings name one: its origin is ours,
    too, whatever name the last hop calls this server by. A program that is no browser tells no origin and is let
    through: it has no cookies of somebody else's."""

    def __init__(self, app: Asgi, url: str | None) -> None:
        self._app = app
        self._own = urlsplit(url or "").netloc.lower()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request or connection; all but connections go through untouched."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
        elif self._foreign(scope):
            journal.note("denied", logging.WARNING, right="connect")
            await send({"type": "websocket.close", "code": _POLICY})
        else:
            await self._app(scope, _binary(receive), send)

    def _foreign(self, scope: Scope) -> bool:
        named = [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == b"origin"]
        hosts = {value.decode("latin-1").lower() for key, value in scope["headers"] if key.lower() == b"host"}
        return any(_netloc(one) not in hosts | {self._own} - {""} for one in named)


def _netloc(origin: str) -> str:
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""


def _binary(receive: Receive) -> Receive:
    """Whoever sends words instead of messages is let go; Streamlit would end it as a mistake of the program."""

    async def received() -> Message:
        message = await receive()
        if message["type"] == "websocket.receive" and message.get("bytes") is None:
            return {"type": "websocket.disconnect", "code": _UNSUPPORTED}
        return message

    return received
