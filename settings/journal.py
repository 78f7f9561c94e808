"""What happens, told to whoever runs the server: names of events and facts about them.

A fact is a number, or a name that the program itself made: never words of a cell, of a file or of a person,
never anybody's contacts. `serving.log` gives the lines their form; a command shows none.
"""

import logging
import traceback
from pathlib import Path

LOGGER = logging.getLogger("dashboard")
LOGGER.addHandler(logging.NullHandler())
_ROOT = Path(__file__).resolve().parent.parent

Fact = str | int | float | None


def note(event: str, level: int = logging.INFO, **facts: Fact) -> None:
    """One line; facts that are None are left out."""
    known = {name: fact for name, fact in facts.items() if fact is not None}
    LOGGER.log(level, event, extra={"facts": known})


def kind(error: BaseException) -> str:
    """What kind of exception it is, with what caused it; without its message, which may quote a value."""
    cause = error.__cause__ or getattr(error, "orig", None)
    return type(error).__name__ + (f" < {type(cause).__name__}" if isinstance(cause, BaseException) else "")


def place(error: BaseException) -> str | None:
    """Where of the program it was raised (`storage/records/winners.py:40`); else where of a package."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _own(frame.filename)]
    if not frames:
        return None
    frame = (ours or frames)[-1]
    file = Path(frame.filename)
    return f"{file.relative_to(_ROOT).as_posix() if ours else file.name}:{frame.lineno}"


def _own(name: str) -> bool:
    file = Path(name)
    return file.is_relative_to(_ROOT) and "site-packages" not in file.parts
