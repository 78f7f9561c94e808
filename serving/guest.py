"""Guests are told apart, where everybody reads without signing in: each browser by a cookie that says nothing else.

Without it all guests would be one person: whoever learns the address of a file that one of them had made could fetch
it, and the files of one would push out those of another.
"""

import re
import secrets
from collections.abc import Mapping

from starlette.requests import cookie_parser

from serving.protocol import Asgi, Message, Receive, Scope, Send, header, is_page

COOKIE = "dashboard_guest"
_NUMBER = re.compile(r"[0-9a-f]{32}")


def owner(guest: str, cookies: Mapping[str, str]) -> str:
    """Whose a guest's files are: the id of all guests, and the number of the browser where it has one."""
    number = str(cookies.get(COOKIE, ""))
    return f"{guest} {number}" if _NUMBER.fullmatch(number) else guest


def cookies_of(scope: Scope) -> Mapping[str, str]:
    """The cookies of a request."""
    return cookie_parser((header(scope, b"cookie") or b"").decode("latin-1"))


class Guest:
    """The layer: gives a browser that opens a page and has no number one, until it is closed. (`serving.headers` adds
    what a cookie needs behind https.)"""

    def __init__(self, app: Asgi) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; all but those of a page go through untouched."""
        if scope["type"] != "http" or _NUMBER.fullmatch(cookies_of(scope).get(COOKIE, "")):
            await self._app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start" and is_page(message):
                told = f"{COOKIE}={secrets.token_hex(16)}; Path=/; HttpOnly; SameSite=Lax".encode("ascii")
                message = {**message, "headers": [*message["headers"], (b"set-cookie", told)]}
            await send(message)

        await self._app(scope, receive, sent)
