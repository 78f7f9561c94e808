"""Columns of figures inside a table that have no heading: nothing of them is kept, and that is told."""

from typing import Any

from data_loaders.columns.choice import Understood
from data_loaders.issues import issue
from data_loaders.reading import references
from data_loaders.reading.grid import Cell
from program.contract import Issue, IssueCode, TableKind

_COUNTING = (TableKind.ACTIVITIES, TableKind.PARTICIPATION)


def headless(understood: Understood, records: list[dict[str, Any]]) -> list[Issue]:
    """A finding for each column between those with a heading, or right behind them, that holds figures in at least half
    of the rows that gave `records`; it names the first of them."""
    block = understood.block
    if understood.kind not in _COUNTING or block.view.turned or block.view.places or not block.paths:
        return []
    inner = range(min(block.paths), min(max(block.paths) + 1, block.view.last_column) + 1)
    blank = [number for number in inner if number not in block.paths]
    rows = sorted({record["source"]["row"] for record in records}) if blank else []
    found = []
    for number in blank:
        figures = [(row, cell) for row in rows if _is_figure(cell := block.view.cell(row, number))]
        if len(figures) * 2 >= len(rows) > 0 and figures:
            found.append(
                issue(
                    IssueCode.UNUSED_COLUMN,
                    block.view.sheet.name,
                    references.name(figures[0][0], number),
                    figures[0][1],
                    line=f"{block.view.line(number)} không có tiêu đề nên số liệu như",
                    hint="",
                )
            )
    return found


def _is_figure(cell: Cell) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool) and cell > 0
