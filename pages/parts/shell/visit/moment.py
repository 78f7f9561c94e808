"""One run of a screen looks at one moment: what it would ask the database again and again is asked once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar, cast

from storage.database import written

T = TypeVar("T")

_KEPT: ContextVar[dict[object, tuple[int, Any]] | None] = ContextVar("moment", default=None)


@contextmanager
def one_run() -> Iterator[None]:
    """Within it answers are kept; outside (a click is handled before the run, a file is made after it)
    each question is asked anew, so the next run sees what others have written."""
    token = _KEPT.set({})
    try:
        yield
    finally:
        _KEPT.reset(token)


def kept(name: object, ask: Callable[[], T]) -> T:
    """The answer of this run, asked for once; again after the run itself has written to the database."""
    answers = _KEPT.get()
    if answers is None:
        return ask()
    writes = written()
    if name not in answers or answers[name][0] != writes:
        answers[name] = writes, ask()
    return cast(T, answers[name][1])
