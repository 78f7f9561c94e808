"""The form of the server's own log lines, and no value of a cell in anybody's.

`settings.journal` tells what happens; here each becomes one line, plain or JSON. Exceptions that others log
(Streamlit one of a screen, uvicorn one of a request) lose their message and their trace, which may quote what
a person wrote: what stays is the kind of the exception and the place.
"""

import json
import logging
import sys
import warnings
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from access import Denied
from settings import LogForm, journal

# Of Starlette and of protobuf, by name: this room stands between the network and the pages and knows neither.
_GONE = ("ClientDisconnect", "DecodeError")


class Plain(logging.Formatter):
    """`2026-11-26T08:15:00.123Z INFO accepted actor=local submission=3 seconds=0.12`."""

    def format(self, record: logging.LogRecord) -> str:
        facts = " ".join(f"{name}={value}" for name, value in _facts(record).items())
        return f"{_time(record)} {record.levelname} {record.getMessage()} {facts}".rstrip()


class AsJson(logging.Formatter):
    """One object a line: `time`, `level`, `event` and the facts."""

    def format(self, record: logging.LogRecord) -> str:
        said = {"time": _time(record), "level": record.levelname.lower(), "event": record.getMessage()}
        return json.dumps(said | _facts(record), ensure_ascii=False)


def set_up(form: LogForm) -> None:
    """Begin to write lines to the standard error output; again: only change their form."""
    for handler in [one for one in journal.LOGGER.handlers if isinstance(one, _Handler)]:
        journal.LOGGER.removeHandler(handler)
    handler = _Handler()
    handler.setFormatter(AsJson() if form == LogForm.JSON else Plain())
    journal.LOGGER.addHandler(handler)
    journal.LOGGER.setLevel(logging.INFO)
    journal.LOGGER.propagate = False
    made = logging.getLogRecordFactory()
    if not isinstance(made, _Redacting):
        logging.setLogRecordFactory(_Redacting(made))
    warnings.showwarning = _warned  # type: ignore[assignment]  # the names of what it is given are our own


def _warned(
    _message: Warning | str, category: type[Warning], filename: str, lineno: int, *_unused: Any
) -> None:
    """What a package says to programmers (that a way of calling it will go), as a line like all others."""
    journal.note("package_warned", kind=category.__name__, place=f"{Path(filename).name}:{lineno}")


class _Handler(logging.Handler):
    """Writes to what is the standard error output at that moment."""

    def emit(self, record: logging.LogRecord) -> None:
        sys.stderr.write(self.format(record) + "\n")
        sys.stderr.flush()


class _Redacting:
    """Makes log records of any part of the process without the message and the trace of an exception."""

    def __init__(self, made: Callable[..., logging.LogRecord]) -> None:
        self._made = made

    def __call__(self, *given: Any, **more: Any) -> logging.LogRecord:
        record: logging.LogRecord = self._made(*given, **more)
        error = record.exc_info[1] if record.exc_info else None
        record.exc_info = record.exc_text = record.stack_info = None
        if error is not None:
            where = journal.place(error)
            event, level = _meaning(error)
            journal.note(event, level, kind=journal.kind(error), place=where, told_by=record.name)
            # Also the message may have been made of the exception.
            record.msg, record.args = f"{journal.kind(error)} ({where})", ()
            record.levelno, record.levelname = level, logging.getLevelName(level)
        return record


def _meaning(error: BaseException) -> tuple[str, int]:
    """What an exception that somebody else logged means for the operator."""
    # A refusal that passed through somebody else's hands is no failure,
    if isinstance(error, Denied) or isinstance(error.__cause__, Denied):
        return "denied", logging.WARNING
    # nor is somebody whose connection broke off, or who sends what is no message of the page.
    if type(error).__name__ in _GONE:
        return "client_gone", logging.INFO
    return "failed", logging.ERROR


def _facts(record: logging.LogRecord) -> dict[str, Any]:
    facts: dict[str, Any] = getattr(record, "facts", {})
    return facts


def _time(record: logging.LogRecord) -> str:
    moment = datetime.fromtimestamp(record.created, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
