"""A file that was made at somebody's click is given to that person alone.

Streamlit gives it to whoever knows its address, and so to everybody whom a link is sent to.
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from serving.protocol import Asgi, Receive, Scope, Send, answer
from settings import journal

BELOW = "/media/"
# Nobody fetches more than one file at a time; what a click made is fetched at once.
_OF_ONE_PERSON = 20
_KNOWN = 10_000

_owners: OrderedDict[str, str] = OrderedDict()
_lock = Lock()


class Unknown(Exception):
    """It cannot be said at this moment who asks: the store does not answer."""


def keep(file: str, owner: str) -> list[str]:
    """Note for whom a file was made (`file` is its number, `owner` the id of an account). Returns the
    numbers of files that are given to nobody any more: the oldest of somebody who had many made."""
    with _lock:
        _owners[file] = owner
        own = [number for number, whose in _owners.items() if whose == owner]
        gone = own[:-_OF_ONE_PERSON]
        for number in gone:
            del _owners[number]
        while len(_owners) > _KNOWN:
            gone.append(_owners.popitem(last=False)[0])
        return gone


def owner_of(file: str) -> str | None:
    """For whom a file was made; None for one that was made for nobody."""
    with _lock:
        return _owners.get(file)


class Handed:
    """The layer. `reader` says of a request who asks, as the id of somebody who may read at this moment,
    None where nobody such does; it raises Unknown. A file that is no longer there, one of somebody else, and
    one that never was are answered alike."""

    def __init__(self, app: Asgi, *, reader: Callable[[Scope], str | None]) -> None:
        self._app = app
        self._reader = reader

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; all but those of files go through untouched."""
        if scope["type"] != "http" or not scope["path"].startswith(BELOW):
            await self._app(scope, receive, send)
            return
        refusal = await self._refusal(scope)
        if refusal is None:
            await self._app(scope, receive, send)
        else:
            await answer(send, *refusal, body=scope["method"] != "HEAD")

    async def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        owner = owner_of(scope["path"].removeprefix(BELOW).partition(".")[0])
        if owner is not None:
            try:
                if await asyncio.to_thread(self._reader, scope) == owner:
                    return None
            except Unknown:
                return 503, "Kho số liệu chưa trả lời. Xin chờ một phút rồi tải lại.\n"
            journal.note("denied", logging.WARNING, right="download")
        return 404, (
            "Không có tệp ở địa chỉ này: tệp chỉ tải được ngay sau khi bấm nút, bởi chính người đã bấm. "
            "Hãy mở lại trang và bấm nút tải.\n"
        )
