"""Headings that a spreadsheet program keeps as days: "T4/2023" typed above a column is the first of April."""

from dataclasses import replace
from datetime import date

from data_loaders.cells import words
from data_loaders.layout.grid_view import GridView
from data_loaders.reading.grid import Cell, Sheet
from program.text import fold

# Headings stand near the head of a sheet, two of them at least.
_SEARCHED, _FEWEST = 40, 2


def months_in_words(sheet: Sheet) -> Sheet:
    """The sheet with "Tháng 4/2023" in place of such a day, where one row of words holds several months in their order
    and figures stand below each of them."""
    found = {i: row for i, row in enumerate(sheet.rows[:_SEARCHED]) if _heads_months(sheet, i)}
    if not found:
        return sheet
    rows = [[_named(c) for c in row] if i in found else row for i, row in enumerate(sheet.rows)]
    return replace(sheet, rows=rows)


def _heads_months(sheet: Sheet, index: int) -> bool:
    row = sheet.rows[index]
    days = [(i, cell) for i, cell in enumerate(row) if isinstance(cell, date)]
    if len(days) < _FEWEST or any(isinstance(cell, int | float) for cell in row):
        return False
    months = [(cell.year, cell.month) for _, cell in days if cell.day == 1]
    below = next((r for r in sheet.rows[index + 1 : index + 4] if any(isinstance(c, int) for c in r)), [])
    return (
        len(months) == len(days)
        and months == sorted(set(months))
        and any(isinstance(cell, str) for cell in row)
        and all(i < len(below) and (below[i] is None or isinstance(below[i], int | str)) for i, _ in days)
    )


def _named(cell: Cell) -> Cell:
    return f"Tháng {cell.month}/{cell.year}" if isinstance(cell, date) else cell


def numbers_below(view: GridView, row: int) -> bool:
    """Whether a row holds nothing but 1, 2, 3… below "Tháng" or "Quý" and the blanks to the right of it."""
    at = [i for i, cell in enumerate(view.cells(row)) if cell is not None]
    above = view.cells(row - 1)
    if (
        len(at) < _FEWEST
        or [view.cells(row)[i] for i in at] != [*range(1, len(at) + 1)]
        or at[0] >= len(above)
    ):
        return False
    return fold(words(above[at[0]])) in ("thang", "quy") and all(
        i >= len(above) or above[i] in (None, above[at[0]]) for i in at[1:]
    )
