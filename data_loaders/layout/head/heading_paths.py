"""The headings of the columns of a table: the words of its header rows, from top to bottom."""

from collections.abc import Iterable

from data_loaders.cells import words
from data_loaders.layout.grid_view import GridView
from data_loaders.layout.head.header_ends import goes_on_below
from data_loaders.layout.head.numbering import in_brackets
from data_loaders.reading.grid import Cell
from program.text import clean


def heading_paths(view: GridView, top: int, bottom: int) -> dict[int, tuple[str, ...]]:
    """The header texts of each column between two rows from top to bottom, without repeats."""
    rows = view.filled(top, bottom)
    raw = [view.cells(r) for r in range(top, bottom + 1)]
    split = bottom == top + 1 and goes_on_below(view, bottom)
    for depth in range(len(rows) - 1):
        _fill_across(rows, raw, depth)
    paths: dict[int, tuple[str, ...]] = {}
    for i in range(len(rows[0]) if rows else 0):
        texts = [clean(words(row[i])) for row in rows if row[i] is not None and clean(words(row[i]))]
        path = _joined(text for n, text in enumerate(texts) if n == 0 or text != texts[n - 1])
        path = (" ".join(path),) if split and path else path
        if path:
            paths[view.first_column + i] = path
    return paths


def _joined(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts of a heading; a unit of measure below it ("(người)") belongs to the one above."""
    path: list[str] = []
    for text in texts:
        if path and in_brackets(text):
            path[-1] += f" {text}"
        else:
            path.append(text)
    return tuple(path)


def _fill_across(rows: list[list[Cell]], raw: list[list[Cell]], depth: int) -> None:
    """A group heading stands for the blank cells to its right that have headings below them."""
    below = rows[depth + 1 :]
    group: Cell = None
    merged = False
    for i, cell in enumerate(rows[depth]):
        has_below = any(row[i] is not None and (i >= len(raw[depth]) or row[i] != cell) for row in below)
        if cell is not None:
            group = cell if has_below else None
            # A merged heading says itself how far it reaches.
            merged = i >= len(raw[depth]) or raw[depth][i] is None
        elif has_below and group is not None and not merged:
            rows[depth][i] = group
        else:
            group = None
