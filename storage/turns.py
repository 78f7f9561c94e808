"""Whoever writes from this process waits here for the turn, and only then asks the database. Among many who
wait on SQLite chance decides, and each gives up after half a minute; on PostgreSQL each would hold a
connection while waiting, and there are fifteen."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakKeyDictionary

from sqlalchemy import Engine

from storage.faults import Fault, StoreFault

# Twenty reports that come at once, each written after its effect was tried out, on a slow machine.
PATIENCE_SECONDS = 180.0

_TURNS: WeakKeyDictionary[Engine, threading.Lock] = WeakKeyDictionary()
# How many wait for the turn, and not yet have it.
_WAITING: WeakKeyDictionary[Engine, int] = WeakKeyDictionary()
_MAKING = threading.Lock()


@contextmanager
def turn(engine: Engine) -> Iterator[None]:
    """The turn to write to a database. Raises StoreFault where others did not end within PATIENCE_SECONDS."""
    with _MAKING:
        mine = _TURNS.setdefault(engine, threading.Lock())
        _WAITING[engine] = _WAITING.get(engine, 0) + 1
    try:
        if not mine.acquire(timeout=PATIENCE_SECONDS):
            raise StoreFault(Fault.BUSY)
    finally:
        with _MAKING:
            _WAITING[engine] -= 1
    try:
        yield
    finally:
        mine.release()


def others_wait(engine: Engine) -> bool:
    """Whether somebody waits for the turn to write."""
    return _WAITING.get(engine, 0) > 0
