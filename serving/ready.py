"""Readiness: whether this process can serve pages now, for whoever sends visitors to it."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from serving.protocol import Asgi, Receive, Scope, Send, answer

ADDRESS = "/ready"
READY = "ready"
# What is answered while the check has not come back.
SILENT = "database"
_KEPT_SECONDS = 1.0
_LIMIT_SECONDS = 2.0


class Ready:
    """The layer: GET /ready gives 200 and `ready`, or 503 and one word that says what lacks.

    `check` gives that word, or None where nothing lacks. It runs in a thread of its own, one at a time: a
    database that does not answer holds up neither the pages nor more than one thread.
    """

    def __init__(
        self, app: Asgi, check: Callable[[], str | None], *, limit_seconds: float = _LIMIT_SECONDS
    ) -> None:
        self._app = app
        self._check = check
        self._limit = limit_seconds
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="ready")
        self._running: asyncio.Future[str | None] | None = None
        self._known: tuple[float, str | None] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or scope["path"] != ADDRESS:
            await self._app(scope, receive, send)
            return
        lacking = await self._lacking()
        status, word = (200, READY) if lacking is None else (503, lacking)
        await answer(send, status, word, body=scope["method"] != "HEAD")

    async def _lacking(self) -> str | None:
        if self._known is not None and time.monotonic() - self._known[0] < _KEPT_SECONDS:
            return self._known[1]
        if self._running is None or self._running.done():
            self._running = asyncio.get_running_loop().run_in_executor(self._thread, self._check)
        try:
            found = await asyncio.wait_for(asyncio.shield(self._running), self._limit)
        except TimeoutError:
            return SILENT
        self._known = time.monotonic(), found
        return found
