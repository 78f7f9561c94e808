"""Putting values and facts of a sheet together."""

from itertools import islice

import python_calamine

from data_loaders.reading import layout, references, refusals, values
from data_loaders.reading.facts import Facts, Position
from data_loaders.reading.grid import Cell, CellError, Limits, Sheet
from data_loaders.reading.layout import Grid

# Up to so many empty rows above the first cell the row-wise reading is the faster one.
_FEW_ROWS = 1_000


def sheet(name: str, grid: Grid, facts: Facts, limits: Limits, *, texts_fit: bool = False) -> Sheet:
    """A sheet of these rows and facts; `texts_fit` if no text in it is known to be too long. Raises
    Unreadable: corrupt for merges that overlap, too_large for a text that no spreadsheet takes."""
    rows, first_row, first_column = grid
    longest = limits.text_length
    if not texts_fit and any(cell.__class__ is str and len(cell) > longest for row in rows for cell in row):
        raise refusals.long_text(name, _first_long(grid, longest))
    return Sheet(
        name=name,
        rows=rows,
        first_row=first_row,
        first_column=first_column,
        hidden=facts.hidden,
        merges=layout.clip(facts.merges, rows, first_row, first_column, limits),
        hidden_rows=frozenset(facts.hidden_rows),
        hidden_columns=frozenset(facts.hidden_columns),
        formulas_without_value=frozenset(facts.formulas_without_value),
        legacy_fonts=facts.legacy_fonts,
        comments=facts.comments,
    )


def _first_long(grid: Grid, longest: int) -> str:
    rows, first_row, first_column = grid
    return next(
        references.name(row, column)
        for row, cells in enumerate(rows, first_row)
        for column, cell in enumerate(cells, first_column)
        if isinstance(cell, str) and len(cell) > longest
    )


def calamine_grid(source: python_calamine.CalamineSheet) -> Grid:
    """The cells that calamine gives, from its first to its last row and column with a value."""
    start = source.start
    if start is None:
        return [], 1, 1
    top, left = start
    # iter_rows gives every row from the sheet's first one on, to_python only those with values.
    rows = islice(source.iter_rows(), top, None) if top < _FEW_ROWS else source.to_python()
    return values.grid(rows), top + 1, left + 1


def calamine_sheet(name: str, source: python_calamine.CalamineSheet, facts: Facts, limits: Limits) -> Sheet:
    """A sheet of the values that calamine gives and of facts found elsewhere. Raises Unreadable."""
    ragged = _ragged(source)
    told: dict[Position, Cell] = {place: CellError(text) for place, text in facts.errors.items()}
    for (row_number, column), cell in (told | facts.raised).items():
        row = ragged.setdefault(row_number, [])
        row.extend([None] * (column - len(row)))
        row[column - 1] = cell
    for row_number, column in facts.months:
        row = ragged.get(row_number, [])
        row[column - 1 : column] = map(values.month_alone, row[column - 1 : column])
    return sheet(name, layout.lay_out(name, ragged, limits), facts, limits)


def _ragged(source: python_calamine.CalamineSheet) -> dict[int, list[Cell]]:
    """Rows by number, each from column 1 to its own last cell: where one cell lies far off, what is empty
    takes no room."""
    top, left = source.start or (0, 0)
    rows = islice(source.iter_rows(), top, None)
    ragged: dict[int, list[Cell]] = {}
    number = top
    while some := values.grid(islice(rows, _FEW_ROWS)):
        for row in some:
            number += 1
            last = next((i for i in range(len(row), 0, -1) if row[i - 1] is not None), 0)
            if last:
                ragged[number] = [None] * left + row[:last]
    return ragged
