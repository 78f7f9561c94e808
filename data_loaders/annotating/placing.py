"""At which cells of a sheet its findings stand."""

from collections.abc import Sequence

from data_loaders.annotating.list_words import place
from data_loaders.reading.grid import Sheet
from program.contract import Issue

# Findings by row and column.
Found = dict[int, dict[int, list[Issue]]]


def by_cell(sheet: Sheet, issues: Sequence[Issue]) -> Found:
    """The findings of a sheet that name a cell; those within a merged area at the cell that shows what it holds."""
    found: Found = {}
    for issue in issues:
        row, column = place(issue)
        if row:
            row, column = _upper_left(sheet, row, column)
            found.setdefault(row, {}).setdefault(column, []).append(issue)
    return found


def _upper_left(sheet: Sheet, row: int, column: int) -> tuple[int, int]:
    for top, left, bottom, right in sheet.merges:
        if top <= row <= bottom and left <= column <= right:
            return top, left
    return row, column
