"""Rows of classes of which a summary only says how often they met ("Số buổi 3"): how many classes they were is unknown."""

from collections.abc import Iterable

from data_loaders.cells import cell_at
from data_loaders.columns.column import Column
from data_loaders.columns.neighbours.meetings import counts_only_meetings
from data_loaders.reading.grid import Cell
from data_loaders.tables.findings import Findings
from program.contract import IssueCode

_WHAT = "số lớp (“Số buổi” chỉ cho biết các lớp học mấy buổi)"
_FIX = "Ghi số lớp vào cột “Số lớp”; nếu mỗi buổi là một lớp thì sửa tiêu đề “Số buổi” thành “Số lớp, buổi”."


def met_only(counts: Iterable[Column], cells: list[Cell], offset: int) -> Column | None:
    """The column of meetings, where no other of those that count (`counts`) is filled in a row."""
    filled = [c for c in counts if cell_at(cells, c.number - offset) is not None]
    return filled[0] if filled and all(counts_only_meetings(c.heading) for c in filled) else None


def ask_for_classes(row: int, column: Column, cell: Cell, findings: Findings, people: bool) -> None:
    """Say that the number of classes is not counted; it is asked for where a row does not tell the people either."""
    if people:
        findings.add(IssueCode.MEETINGS_OF_CLASSES, row, column.number, cell, fix=_FIX)
    else:
        findings.add(IssueCode.REQUIRED_MISSING, row, column.number, cell, what=_WHAT, fix=_FIX)
