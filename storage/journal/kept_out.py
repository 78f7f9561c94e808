"""Sign-ins that were refused, in the log: who by their own word, from where, why; so few entries that a flood
fills no disk.

Of what is refused again within a minute only the number is written, at its end. At most ten entries a minute and
a hundred an hour stand for one refusal each; what goes beyond is one entry a minute, with the number.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from weakref import WeakKeyDictionary

from sqlalchemy import Engine

from settings import journal
from storage.journal import audit

_MINUTE, _HOUR = 60.0, 3600.0
_A_MINUTE, _AN_HOUR = 10, 100
_LONGEST = 100


class Why(StrEnum):
    """Why somebody did not get in."""

    NO_ROLE = "no_role"
    NO_LOGIN = "no_login"
    OVER = "over"
    PROVIDER = "provider"
    PROXY_ADDRESS = "proxy_address"
    PROXY_KEY = "proxy_key"
    # What goes beyond the entries of a minute.
    MANY = "many"


@dataclass(frozen=True)
class Refusal:
    """One. `login` is what was claimed, `way` how (`oidc`, `proxy`), `origin` the address it came from."""

    login: str
    why: Why
    way: str
    origin: str

    def trimmed(self) -> "Refusal":
        """Without what somebody may have put there to fill the log or to break its lines."""
        return Refusal(_short(self.login), self.why, self.way, _short(self.origin))


def _short(words: str) -> str:
    return "".join(sign for sign in words if sign.isprintable()).strip()[:_LONGEST]


Write = Callable[[Refusal, int], None]


class Book:
    """Bounds what is written of one process. `write` takes a refusal and how often it happened; `later` calls
    a function after so many seconds."""

    def __init__(
        self,
        write: Write,
        later: Callable[[float, Callable[[], None]], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._write, self._later, self._clock = write, later, clock
        self._lock = threading.Lock()
        self._again: dict[Refusal, int] = {}
        self._beyond = 0
        self._written: deque[float] = deque()

    def note(self, refusal: Refusal) -> None:
        """One more."""
        one, now = refusal.trimmed(), self._clock()
        with self._lock:
            begins = not self._again and not self._beyond
            while self._written and now - self._written[0] >= _HOUR:
                self._written.popleft()
            fresh = one not in self._again
            room = len(self._again) < _A_MINUTE and len(self._written) < _AN_HOUR
            if not fresh:
                self._again[one] += 1
            elif room:
                self._again[one] = 0
                self._written.append(now)
            else:
                self._beyond += 1
        if begins:
            self._later(_MINUTE, self.close_minute)
        if fresh and room:
            self._write(one, 1)

    def close_minute(self) -> None:
        """Write what was only counted; the next refusal begins a new minute."""
        with self._lock:
            again, beyond = self._again, self._beyond
            self._again, self._beyond = {}, 0
        for refusal, times in again.items():
            if times:
                self._write(refusal, times)
        if beyond:
            self._write(Refusal("", Why.MANY, "", ""), beyond)


_books: WeakKeyDictionary[Engine, Book] = WeakKeyDictionary()
_lock = threading.Lock()


def note(engine: Engine, refusal: Refusal) -> None:
    """Note that somebody was refused. It keeps nobody waiting longer than a sign-in does."""
    with _lock:
        if engine not in _books:
            _books[engine] = Book(partial(_write, engine), _after)
        book = _books[engine]
    book.note(refusal)


def finish() -> None:
    """The process ends: write what was only counted."""
    with _lock:
        books = list(_books.values())
    for book in books:
        book.close_minute()


def _write(engine: Engine, one: Refusal, times: int) -> None:
    given = {"why": str(one.why), "way": one.way, "origin": one.origin}
    journal.note("sign_in_refused", logging.WARNING, why=given["why"], times=times if times > 1 else None)
    audit.refused(engine, one.login, {name: value for name, value in given.items() if value}, times)


def _after(seconds: float, then: Callable[[], None]) -> None:
    timer = threading.Timer(seconds, then)
    timer.daemon = True
    timer.start()
