"""Files are taken only from a session that was shown a chooser, and only so many and so large.

Streamlit's own endpoint takes any file from whoever knows the number of an open session.
"""

import asyncio
from collections import Counter, OrderedDict
from collections.abc import Callable
from threading import Lock

from serving.protocol import Asgi, Message, Receive, Scope, Send, answer, header

_BELOW = "/_stcore/upload_file/"
MEGABYTE = 1024 * 1024
# The frame of a form around the file.
_FRAME = MEGABYTE
FILES_AT_ONCE = 20
_SESSIONS_KNOWN = 10_000

_offered: OrderedDict[str, str] = OrderedDict()
_lock = Lock()


def offer(session: str, login: str) -> None:
    """A chooser of files is shown in this session to somebody who may hand in."""
    with _lock:
        _offered[session] = login
        _offered.move_to_end(session)
        while len(_offered) > _SESSIONS_KNOWN:
            _offered.popitem(last=False)


def offered(session: str) -> str | None:
    """Whom the chooser of a session was shown to; None where none was."""
    with _lock:
        return _offered.get(session)


class _TooLarge(Exception):
    """More bytes came than a file may have."""


class Uploads:
    """The layer. `may` says whether a request comes from the person of a login, who may hand in at this moment (None:
    that is not known now), `kept` how many files of a session lie in memory, `megabytes` what one file may have. Whoever
    is refused has nothing read."""

    def __init__(
        self,
        app: Asgi,
        *,
        may: Callable[[Scope, str], bool | None],
        kept: Callable[[str], int],
        megabytes: int,
    ) -> None:
        self._app = app
        self._may = may
        self._kept = kept
        self._megabytes = megabytes
        self._coming: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or not scope["path"].startswith(_BELOW):
            await self._app(scope, receive, send)
            return
        session = scope["path"].removeprefix(_BELOW).partition("/")[0]
        refusal = await self._refusal(scope, session)
        if refusal:
            await answer(send, *refusal, headers=[(b"connection", b"close")])
            return
        self._coming[session] += 1
        try:
            await self._bounded(scope, receive, send)
        finally:
            self._coming[session] -= 1
            if not self._coming[session]:
                del self._coming[session]

    async def _refusal(self, scope: Scope, session: str) -> tuple[int, str] | None:
        if scope["method"] not in ("PUT", "DELETE"):
            return 405, "Không nhận cách gửi này.\n"
        login = offered(session)
        allowed: bool | None = False
        if login is not None:
            allowed = await asyncio.to_thread(self._may, scope, login)
        if allowed is None:
            return 503, "Kho số liệu chưa trả lời. Xin chờ một phút rồi nộp lại.\n"
        if not allowed:
            return 403, "Phiên làm việc này chưa được phép nộp tệp. Hãy mở lại trang Nộp báo cáo.\n"
        if scope["method"] == "DELETE":
            return None
        if self._kept(session) + self._coming[session] >= FILES_AT_ONCE:
            return 429, f"Mỗi lần nộp tối đa {FILES_AT_ONCE} tệp. Hãy nhận các tệp đang có rồi nộp tiếp.\n"
        announced = header(scope, b"content-length")
        if announced is not None and (not announced.isdigit() or int(announced) > self._most):
            return self._too_large()
        return None

    @property
    def _most(self) -> int:
        return self._megabytes * MEGABYTE + _FRAME

    def _too_large(self) -> tuple[int, str]:
        return 413, f"Tệp quá lớn: mỗi tệp tối đa {self._megabytes} MB. Hãy chia nhỏ tệp rồi nộp lại.\n"

    async def _bounded(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, and break it off when more comes than announced or allowed."""
        came, begun = 0, False

        async def counted() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > self._most:
                raise _TooLarge
            return message

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, counted, noted)
        except _TooLarge:
            if begun:
                raise
            await answer(send, *self._too_large(), headers=[(b"connection", b"close")])
