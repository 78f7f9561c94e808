"""Columns inside a table that have no heading: nothing of them is kept, and that is told."""

from typing import Any

from data_loaders.columns.choice import Understood
from data_loaders.issues import issue
from data_loaders.reading import references
from data_loaders.reading.grid import Cell
from program.contract import Issue, IssueCode, TableKind

_COUNTING = (TableKind.ACTIVITIES, TableKind.PARTICIPATION)


def headless(understood: Understood, records: list[dict[str, Any]]) -> list[Issue]:
    """A finding for each column between those with a heading that is filled in at least half of the rows that gave
    `records`, and for one right behind them that holds figures there; it points at the first of them and repeats no words."""
    block = understood.block
    if understood.kind not in _COUNTING or block.view.turned or block.view.places or not block.paths:
        return []
    last = max(block.paths)
    inner = range(min(block.paths), min(last + 1, block.view.last_column) + 1)
    blank = [number for number in inner if number not in block.paths]
    rows = sorted({record["source"]["row"] for record in records}) if blank else []
    found = []
    for number in blank:
        cells = ((row, block.view.cell(row, number)) for row in rows)
        told = [row for row, cell in cells if _is_figure(cell) or (number < last and cell)]
        if len(told) * 2 >= len(rows) > 0:
            found.append(
                issue(
                    IssueCode.UNUSED_COLUMN,
                    block.view.sheet.name,
                    references.name(told[0], number),
                    references.letters(number),
                    line="Cột",
                    hint="cột này chưa có tiêu đề",
                )
            )
    return found


def _is_figure(cell: Cell) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool) and cell > 0
