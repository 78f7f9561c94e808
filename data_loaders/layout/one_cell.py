"""Forms of which each line stands in one cell ("Số lớp tập huấn: 05"): the value is put into a cell of its own to the
right, and the view remembers where it stood."""

import re
from dataclasses import replace

from data_loaders.cells import words
from data_loaders.columns.column import is_figure_field
from data_loaders.columns.headings import read_heading
from data_loaders.layout.grid_view import GridView
from data_loaders.reading.grid import Cell
from data_loaders.values.numbers import read_count
from program.text import clean

_SEARCHED, _GAP, _FIGURES = 300, 3, 2
_LINE = re.compile(r"\s*(\S[^\n]{1,80}?)\s*:\s*([^\s:][^:]*)")
# What only leads over to the lines below.
_LEADS_OVER = re.compile(r"[\s,;.(]*(trong đó|gồm|bao gồm|cụ thể|chia ra)?[\s:]*$", re.IGNORECASE)


def values_apart(view: GridView) -> GridView:
    """The view with labels and values in two cells; the view itself where its lines are no such form."""
    found: dict[int, tuple[int, str, str]] = {}
    run: dict[int, tuple[int, str, str]] = {}
    for row in range(view.first_row, min(view.last_row, view.first_row + _SEARCHED) + 1):
        line = _line(view.cells(row))
        if line is None:
            continue
        if run and row - max(run) > _GAP:
            found |= _form(run)
            run = {}
        run[row] = line
    found |= _form(run)
    if not found:
        return view
    rows = [list(cells) for cells in view.sheet.rows]
    for row, (at, label, value) in found.items():
        cells = rows[row - view.first_row]
        cells[at : at + 2] = [label, value]
    moved = frozenset((row, view.first_column + at + 1) for row, (at, _, _) in found.items())
    merges = tuple(m for m in view.sheet.merges if not any(m[0] <= row <= m[2] for row in found))
    return GridView(replace(view.sheet, rows=rows, merges=merges), moved=moved)


def _line(cells: list[Cell]) -> tuple[int, str, str] | None:
    filled = [(i, cell) for i, cell in enumerate(cells) if cell is not None]
    if len(filled) != 1 or not isinstance(filled[0][1], str):
        return None
    split = _LINE.fullmatch(words(filled[0][1]))
    value = _LEADS_OVER.sub("", clean(split[2])) if split else ""
    return (filled[0][0], clean(split[1]), value) if split and value else None


def _form(run: dict[int, tuple[int, str, str]]) -> dict[int, tuple[int, str, str]]:
    """The lines with known labels, where at least two of them hold figures."""
    known = {}
    figures = 0
    for row, line in run.items():
        fields = read_heading((line[1],)).fields
        if fields and fields[0] != "unused":
            known[row] = line
            figures += is_figure_field(fields[0]) and isinstance(read_count(line[2]), int)
    return known if figures >= _FIGURES else {}
