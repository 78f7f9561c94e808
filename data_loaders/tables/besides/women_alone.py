"""Numbers of women in records without the number of all people: nobody is counted there, and that is said."""

from typing import Any

from data_loaders.cells import cell_at
from data_loaders.columns.choice import Understood
from data_loaders.issues import issue
from data_loaders.reading.grid import Cell
from program.contract import Issue, IssueCode, TableKind

_KINDS = (TableKind.ACTIVITIES, TableKind.PARTICIPATION)
_PEOPLE = ("attendances_total", "attendances", "kind_measure")


def women_alone(table: Understood, records: list[dict[str, Any]]) -> list[Issue]:
    """One finding at the heading where no column counts all people, else one at each cell whose row lacks them."""
    women = table.column("female") if table.kind in _KINDS else None
    rows = [r["source"]["row"] for r in records if women and r["female"] and _nobody(r)]
    if women is None or not rows:
        return []
    block, number = table.block, women.number
    heading = block.paths[number][-1]
    if not any(c.field.split(".", maxsplit=1)[0] in _PEOPLE for c in table.columns):
        at, fix = (
            block.heading_row(number),
            "Thêm cột “Số lượt tham gia” ghi số người của từng dòng, cả nam và nữ",
        )
        return [_said(table, at, number, heading, f"{block.view.line(number)} “{heading}”", fix)]
    index = number - block.view.first_column
    cells = {row: cell_at(block.view.cells(row), index) for row in rows}
    fix = "Ghi số người tham gia, cả nam và nữ, ở dòng {}"
    return [
        _said(table, row, number, cell, f"Dòng {row}", fix.format(row))
        for row, cell in cells.items()
        if cell is not None
    ]


def _nobody(record: dict[str, Any]) -> bool:
    return record["attendances_total"] is None and not record["attendances"]


def _said(table: Understood, row: int, column: int, found: Cell, what: str, fix: str) -> Issue:
    view = table.block.view
    at = view.address(row, column)
    return issue(IssueCode.WOMEN_WITHOUT_ALL, view.sheet.name, at, found, what=what, fix=fix)
