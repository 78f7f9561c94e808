"""Processes of their own that write to a database and may be killed in the middle, by their own hand so that
the moment is exact: SIGKILL leaves no time for anything."""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from types import ModuleType
from typing import Any

from sqlalchemy import Engine, event

from access import local_person
from program.contract import Report
from storage.database import connect
from storage.intake.submissions import accept, withdraw
from tests.storage.build import bytes_of, record, report

CONTEXT = get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.storage.dying"])
_INSTRUCTIONS = 500

Work = Callable[[Engine], Any]


def rows(female: int | None, titles: range) -> Report:
    """A file of as many activities as there are titles."""
    return report(*(record(title=f"Lớp {i}", female=female) for i in titles))


FIRST, SECOND, THIRD = rows(None, range(300)), rows(7, range(100, 300)), rows(8, range(200, 400))


def accepting(engine: Engine, made: Report = THIRD, **options: Any) -> None:
    """Accept a file."""
    accept(engine, local_person(), "tep.xlsx", bytes_of(made), made, **options)


def accepting_first(engine: Engine) -> None:
    """Accept a file that shares rows with the others."""
    accepting(engine, FIRST)


def accepting_second(engine: Engine) -> None:
    """Accept a file that shares rows with the others."""
    accepting(engine, SECOND)


def accepting_over(engine: Engine) -> None:
    """Accept a file that replaces one earlier file and removes rows of another."""
    accepting(engine, replaces=[2], remove_from=[1])


def withdrawing(engine: Engine) -> None:
    """Take the latest file back."""
    withdraw(engine, local_person(), 3)


class _Enough(Exception):
    pass


def moments(url: str, work: Work) -> int:
    """How many moments there are in a piece of work at which `run` can kill it. Leaves the work undone."""
    passed = count()

    def stop(*_: Any) -> None:
        raise _Enough

    engine = connect(url)
    _at_each_moment(engine, lambda: next(passed))
    event.listen(engine, "commit", stop)
    with suppress(_Enough):
        work(engine)
    engine.dispose()
    return next(passed)


def run(url: str, work: Work, moment: int | None = None) -> None:
    """Do a piece of work; be killed at one of its moments."""
    passed = count()

    def perhaps() -> None:
        if next(passed) == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    engine = connect(url)
    _at_each_moment(engine, perhaps)
    work(engine)


def _at_each_moment(engine: Engine, happens: Callable[[], Any]) -> None:
    """Before every statement and the commit; in an embedded database also within statements."""
    for name in ("before_cursor_execute", "commit"):
        event.listen(engine, name, lambda *_: happens())

    def within(connection: Any, _record: Any) -> None:
        connection.set_progress_handler(lambda: happens() and False, _INSTRUCTIONS)

    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", within)


def started(url: str, work: Work, moment: int | None = None) -> BaseProcess:
    """A process of its own at this piece of work. A child runs the main module's file anew, and a test of
    a page leaves the app's there; so it is told of none."""
    process: BaseProcess = CONTEXT.Process(target=run, args=(url, work, moment))
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        process.start()
    finally:
        sys.modules["__main__"] = main
    return process


def killed(url: str, work: Work, moment: int) -> bool:
    """Whether a process of its own was killed at this moment of its work."""
    process = started(url, work, moment)
    process.join()
    assert process.exitcode in (0, -signal.SIGKILL)
    return process.exitcode != 0
