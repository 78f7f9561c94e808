"""The user's own workbook with its mistakes marked (coloured cells, comments, a list in front), or with
cells corrected."""

import pickle
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from data_loaders.annotating.forms import Form, form_of
from data_loaders.annotating.ods import workbook
from data_loaders.annotating.xlsx import package
from data_loaders.reading import refusals
from data_loaders.reading.grid import Limits
from program.contract import Issue, IssueCode, Report
from program.submissions.mending import Correction

__all__ = ["Form", "NotAnnotated", "annotated", "corrected", "form_of", "unreadable"]
_PROJECT = Path(__file__).resolve().parents[2]
# Every cell of a workbook is taken apart and written anew: three times the work of checking it.
_LIMITS = Limits(seconds=24)
_UNREADABLE = frozenset(
    {IssueCode.NOT_A_WORKBOOK, IssueCode.ENCRYPTED, IssueCode.TOO_LARGE, IssueCode.UNSAFE_ARCHIVE}
)


class NotAnnotated(Exception):
    """A file that cannot be opened gets no marks; the text is the Vietnamese sentence for the user."""


def unreadable(report: Report) -> Issue | None:
    """The finding for which a file was not even opened, if there is one: then `annotated` refuses it."""
    return next((found for found in report["issues"] if found["code"] in _UNREADABLE), None)


def annotated(
    file_name: str, raw: bytes, report: Report, limits: Limits = _LIMITS, form: Form | None = None
) -> bytes:
    """The workbook that a user mends and hands in again, of a file and of what `check` said about it, in the form
    that is asked for; else in that of the file's name (`form_of`).

    Cells keep their values, formulas and layout where an .ods comes back as one, and where the file is an .xlsx or
    .xls of ordinary size; of any other file the values are copied. The work is done in a process of its own within the bounds
    of `limits`; a workbook too large for that gives the list of findings alone. Raises NotAnnotated.
    """
    found = unreadable(report)
    if found:
        raise NotAnnotated(f"{found['message']} {found['fix']}")
    asked = form or form_of(file_name)
    done = _apart(asked, limits, file_name, raw, report["issues"])
    if done is not None:
        return done
    from data_loaders.annotating import building

    return building.list_alone(report["issues"], asked)


def corrected(
    file_name: str, raw: bytes, corrections: Iterable[Correction], limits: Limits = _LIMITS
) -> bytes:
    """The user's own .xlsx or .ods with the corrections typed into it; layout and other formulas are kept.

    What was typed is never a formula. Macros are left out. Raises Unreadable for a file that is no .xlsx, .xlsm
    or .ods, or is too large to be written anew.
    """
    if not (package.is_own_kind(raw, limits) or workbook.is_own_kind(raw, limits)):
        raise refusals.not_kept()
    done = _apart(None, limits, file_name, raw, sorted(corrections))
    if done is None:
        raise refusals.heavy_contents()
    return done


def _apart(
    form: Form | None, limits: Limits, file_name: str, raw: bytes, given: Sequence[object]
) -> bytes | None:
    """The work done in a process of its own within the bounds of `limits`: marks in this form, or (None) corrections;
    None where that did not go well."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "data_loaders.annotating.separate_process"],
            input=pickle.dumps((form, limits, file_name, raw, given)),
            capture_output=True,
            cwd=_PROJECT,
            timeout=limits.patience,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    return done.stdout if done.returncode == 0 else None
