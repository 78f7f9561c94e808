"""The user's own workbook with its mistakes marked: coloured cells, comments, and a list in front."""

import pickle
import subprocess
import sys
from pathlib import Path

from data_loaders.reading.grid import Limits
from program.contract import Issue, IssueCode, Report

_PROJECT = Path(__file__).resolve().parents[2]
_LIMITS = Limits()
_UNREADABLE = frozenset(
    {IssueCode.NOT_A_WORKBOOK, IssueCode.ENCRYPTED, IssueCode.TOO_LARGE, IssueCode.UNSAFE_ARCHIVE}
)


class NotAnnotated(Exception):
    """A file that cannot be opened gets no marks; the text is the Vietnamese sentence for the user."""


def unreadable(report: Report) -> Issue | None:
    """The finding for which a file was not even opened, if there is one: then `annotated` refuses it."""
    return next((found for found in report["issues"] if found["code"] in _UNREADABLE), None)


def annotated(file_name: str, raw: bytes, report: Report, limits: Limits = _LIMITS) -> bytes:
    """The .xlsx that a user mends and hands in again, of a file and of what `check` said about it.

    Cells keep their values, formulas and layout where the file is an .xlsx of ordinary size; of any
    other file the values are copied. The work is done in a process of its own within the bounds of
    `limits`; a workbook too large for that gives the list of findings alone. Raises NotAnnotated.
    """
    found = unreadable(report)
    if found:
        raise NotAnnotated(f"{found['message']} {found['fix']}")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "data_loaders.annotating.separate_process"],
            input=pickle.dumps((limits, file_name, raw, report["issues"])),
            capture_output=True,
            cwd=_PROJECT,
            timeout=limits.seconds,
            check=False,
        )
        if done.returncode == 0:
            return done.stdout
    except subprocess.TimeoutExpired:
        pass
    from data_loaders.annotating import building

    return building.list_alone(report["issues"])
