"""What answers to the open questions of a checked file bring at once."""

import re
from collections.abc import Iterable

from program.contract import IssueCode, Report
from program.submissions.mending import Asked

_ROW = re.compile(r"\d+$")


def error_cells(report: Report) -> set[tuple[str, str]]:
    """Sheet and cell of every error that stands in one."""
    return {
        (i["sheet"], i["cell"])
        for i in report["issues"]
        if i["severity"] == "error" and i["sheet"] is not None and i["cell"] is not None
    }


def freed(report: Report, needed: Iterable[Asked]) -> int | None:
    """How many rows the answers alone set free: those without any other error. None where a question
    stands above a table or a group of its rows, or none is freed at once: what that brings is known only after the
    answer."""
    waiting = {cell for a in needed for cell in a.cells}
    heads = {(one["sheet"], str(row)) for one in report["tables"] for row in one["header_rows"]}
    first = {one["sheet"]: max(one["header_rows"], default=0) for one in report["tables"]}
    rows: dict[tuple[str, str], bool] = {}
    if waiting & _heads_of_groups(report):
        return None
    for sheet, cell in error_cells(report):
        row_ = row_of(cell)
        if (sheet, cell) in waiting and (
            (sheet, row_) in heads or sheet not in first or int(row_) <= first[sheet]
        ):
            return None
        rows[sheet, row_] = rows.get((sheet, row_), True) and (sheet, cell) in waiting
    return sum(rows.values()) or None


# Where a row names its own unit.
_NAMES_UNIT = ("unit", "ward", "organiser", "school")


def _heads_of_groups(report: Report) -> set[tuple[str, str]]:
    """The cells of units that no rows name but the headings above them."""
    named = {
        (one["sheet"], letter) for one in report["tables"] for letter, field in one["columns"].items()
        if field in _NAMES_UNIT
    }  # fmt: skip
    return {
        (i["sheet"], i["cell"]) for i in report["issues"]
        if i["code"] in (IssueCode.UNIT_UNKNOWN, IssueCode.UNIT_AMBIGUOUS)
        and i["sheet"] is not None and i["cell"] is not None
        and (i["sheet"], i["cell"].rstrip("0123456789")) not in named
    }  # fmt: skip


def row_of(cell: str) -> str:
    """The number of the row in the address of a cell, in digits."""
    found = _ROW.search(cell)
    return found[0] if found else "0"
