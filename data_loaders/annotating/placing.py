"""At which cells of a sheet its findings stand."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from data_loaders.annotating.list_words import place
from data_loaders.reading.grid import Sheet
from program.contract import Issue

# Findings by row and column.
Found = dict[int, dict[int, list[Issue]]]


def by_cell(sheet: Sheet, issues: Sequence[Issue]) -> Found:
    """The findings of a sheet that name a cell; those within a merged area at the cell that shows what it holds."""
    places = [(place(issue), issue) for issue in issues]
    shown = _shown(sheet, sorted({row for (row, _), _ in places}))
    found: Found = {}
    for at, issue in places:
        row, column = next((m[:2] for m in shown.get(at[0], ()) if m[1] <= at[1] <= m[3]), at)
        if row:
            found.setdefault(row, {}).setdefault(column, []).append(issue)
    return found


def _shown(sheet: Sheet, rows: Sequence[int]) -> dict[int, list[tuple[int, int, int, int]]]:
    """The merged areas by those of these rows that they reach; a long table may have one in each row."""
    reached: dict[int, list[tuple[int, int, int, int]]] = {}
    for merge in sheet.merges:
        for row in rows[bisect_left(rows, merge[0]) : bisect_right(rows, merge[2])]:
            reached.setdefault(row, []).append(merge)
    return reached
