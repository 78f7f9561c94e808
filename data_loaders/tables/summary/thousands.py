"""People counted in thousands ("ĐVT: nghìn lượt"): a programme counts each, so that its figures are asked for in full."""

from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column
from data_loaders.reading.grid import Cell
from data_loaders.tables.findings import Findings
from data_loaders.values.amounts.thousands import MOST_THOUSANDS, heading_in_thousands, line_in_thousands
from data_loaders.values.fault import Fault
from program.contract import IssueCode

_HINT = "đơn vị tính ghi là nghìn"
_FIX = "Ghi đủ con số, ví dụ 12.500 thay cho 12,5, và bỏ chữ “nghìn” ở đơn vị tính."
_PEOPLE = ("attendances", "attendances_total", "female", "male")


def in_thousands(table: Understood) -> frozenset[int]:
    """The columns of people of a table whose headings, or the lines above it, say that they count thousands."""
    all_of_them = any(map(line_in_thousands, table.context.lines))
    return frozenset(
        column.number
        for column in table.columns
        if column.field.partition(".")[0] in _PEOPLE
        and (all_of_them or any(map(heading_in_thousands, table.block.paths[column.number])))
    )


def thousands(value: object) -> bool:
    """Whether what such a column holds may be thousands: a figure that cannot be read as people, or a small one."""
    return isinstance(value, Fault) or (isinstance(value, int) and 0 < value < MOST_THOUSANDS)


def say_in_thousands(row: int, column: Column, cell: Cell, findings: Findings) -> None:
    """Write down a figure of such a column, whole ("8") or not ("12,5")."""
    findings.add(IssueCode.NUMBER_UNREADABLE, row, column.number, cell, hint=_HINT, amount=_FIX)
