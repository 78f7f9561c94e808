"""Rows of classes of which a summary only says how often they met ("Số buổi" over 3, "Số lớp/buổi" over "3 buổi"): how many
classes they were is unknown."""

import re
from collections.abc import Iterable

from data_loaders.cells import cell_at
from data_loaders.columns.column import Column
from data_loaders.columns.neighbours.meetings import counts_only_meetings
from data_loaders.reading.grid import Cell
from data_loaders.tables.findings import Findings
from data_loaders.values.amounts.numbers import bare
from program.contract import IssueCode

_WHAT = "số lớp (“Số buổi” chỉ cho biết các lớp học mấy buổi)"
_FIX = "Ghi số lớp vào cột “Số lớp”; nếu mỗi buổi là một lớp thì sửa tiêu đề “Số buổi” thành “Số lớp, buổi”."
_FIX_CELL = (
    "Ghi số lớp, với đơn vị tính là “lớp”; nếu mỗi buổi là một lớp thì chỉ cần sửa “buổi” thành “lớp”."
)
_MEETINGS = re.compile(r"\d+ buoi")
_BOTH = re.compile(r"\blop\b.*\bbuoi\b")


def met_only(counts: Iterable[Column], cells: list[Cell], offset: int) -> Column | None:
    """The column of meetings, where no other of those that count (`counts`) is filled in a row."""
    filled = [c for c in counts if cell_at(cells, c.number - offset) is not None]
    met = (
        counts_only_meetings(c.heading) or _told_as_met(c, cell_at(cells, c.number - offset)) for c in filled
    )
    return filled[0] if filled and all(met) else None


def _told_as_met(column: Column, cell: Cell) -> bool:
    """Whether a cell below a heading of classes and sessions counts meetings in its words."""
    told = isinstance(cell, str) and _MEETINGS.fullmatch(bare(cell))
    return bool(told) and bool(_BOTH.search(bare(column.heading.lowest)))


def ask_for_classes(row: int, column: Column, cell: Cell, findings: Findings, people: bool) -> None:
    """Say that the number of classes is not counted; it is asked for where a row does not tell the people either."""
    fix = _FIX if counts_only_meetings(column.heading) else _FIX_CELL
    if people:
        findings.add(IssueCode.MEETINGS_OF_CLASSES, row, column.number, cell, fix=fix)
    else:
        findings.add(IssueCode.REQUIRED_MISSING, row, column.number, cell, what=_WHAT, fix=fix)
