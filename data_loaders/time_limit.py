"""How long one file may keep us. It is looked at between the steps of a check, so that no file, however it
is built, holds the machine; a report does not depend on it, since a file over time gives none.

What counts is the time that the processor worked on the file: not what it waited while others were served.
"""

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from data_loaders.reading import refusals

_END = ContextVar("end", default=math.inf)


@contextmanager
def allowed(seconds: float) -> Iterator[None]:
    """Within the block, `look` raises once this thread has worked so many seconds on it."""
    token = _END.set(time.thread_time() + seconds)
    try:
        yield
    finally:
        _END.reset(token)


def charge(seconds: float) -> None:
    """Counts what another process worked for this thread."""
    _END.set(_END.get() - seconds)


def look() -> None:
    """Raises Unreadable (too_large) when the time is over; nothing outside of `allowed`."""
    if time.thread_time() > _END.get():
        raise refusals.slow()
