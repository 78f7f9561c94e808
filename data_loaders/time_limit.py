"""How long one file may keep us. It is looked at between the steps of a check, so that no file, however it
is built, holds the machine; a report does not depend on it, since a file over time gives none.

What counts is the time that the processor worked on the file: not what it waited while others were served.
"""

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from data_loaders.reading import refusals

# Between two looks that lie no farther apart nobody can have worked longer: asking the system for the time of
# work takes ten times as long as for the time of day.
_MOMENT = 0.005


@dataclass
class _Limit:
    """When the time of work is over, and when it was asked for last."""

    end: float
    asked: float = -math.inf


_LIMIT: ContextVar[_Limit | None] = ContextVar("limit", default=None)


@contextmanager
def allowed(seconds: float) -> Iterator[None]:
    """Within the block, `look` raises once this thread has worked so many seconds on it."""
    token = _LIMIT.set(_Limit(time.thread_time() + seconds))
    try:
        yield
    finally:
        _LIMIT.reset(token)


def charge(seconds: float) -> None:
    """Counts what another process worked for this thread."""
    if limit := _LIMIT.get():
        limit.end, limit.asked = limit.end - seconds, -math.inf


def look() -> None:
    """Raises Unreadable (too_large) when the time is over; nothing outside of `allowed`."""
    limit, now = _LIMIT.get(), time.monotonic()
    if limit is None or now - limit.asked < _MOMENT:
        return
    limit.asked = now
    if time.thread_time() > limit.end:
        limit.asked = -math.inf
        raise refusals.slow()
