"""A row below a header that only names what stands at the side of the table."""

from data_loaders.cells import words
from data_loaders.columns.words.headings import read_part
from data_loaders.layout.below.row_labels import LEADING, is_total
from data_loaders.layout.grid_view import GridView
from data_loaders.layout.head.numbering import is_numbering
from data_loaders.names.units import Era, resolve
from data_loaders.reading.grid import Cell
from data_loaders.values.kinds import names_only_kind
from program.text import clean

# So many rows below a header tell what stands at their side.
_BELOW = 4
_UNITS = "Đơn vị"
# What may stand at the side of a crosstab.
_SIDES = (("unit",), ("ward",), ("period",), ("kind",), ("audience",), ("school",), ("title",), ("delivery",))


def names_unsaid(view: GridView, row: int, paths: dict[int, tuple[str, ...]]) -> dict[int, str]:
    """What stands at the side of a table below a blank corner, or a blank heading beside the first, by column: units
    beside figures, and their sum."""
    below = [view.cells(n) for n in range(row, row + _BELOW)]
    figures = (cells for cells in below if any(isinstance(cell, int | float) for cell in cells))
    rows = [cells for cells in figures if not is_numbering(cells)]
    sides = (min(paths) - 1, min(paths) + 1)
    return {n: _UNITS for n in sides if n not in paths and _units(rows, n - view.first_column)}


def _units(rows: list[list[Cell]], at: int) -> bool:
    """Whether the cells of a column are units, but for sums."""
    if at < 0 or not rows or not all(at < len(cells) and isinstance(cells[at], str) for cells in rows):
        return False
    told = [text for cells in rows if not is_total(text := words(cells[at]))]
    units = [resolve(text, Era.UNKNOWN) for text in told]
    return bool(units) and all(found.code or found.candidates for found in units)


def names_of_rows(view: GridView, row: int, paths: dict[int, tuple[str, ...]]) -> dict[int, str]:
    """What stands at the side of a table, by column, where a program wrote it into a row of its own below the header,
    the names of what stands across being above it ("Kỳ báo cáo" over "Đơn vị", as pandas writes a pivot)."""
    cells = view.cells(row)
    filled = [i for i, cell in enumerate(cells) if cell is not None]
    if (
        not filled
        or filled != list(range(filled[0], filled[0] + len(filled)))
        or len(filled) >= len(paths) - 1
    ):
        return {}
    texts = {view.first_column + i: clean(words(cells[i])) for i in filled}
    if any(LEADING.match(text) or names_only_kind(text) for text in texts.values()):
        # The heading of a group of rows.
        return {}
    if max(texts) >= max(paths) or not all(
        isinstance(cells[i], str) and read_part(words(cells[i])).fields[:1] in _SIDES for i in filled
    ):
        return {}
    below = view.cells(row + 1)
    sides = [below[i] if i < len(below) else None for i in filled]
    figures = any(isinstance(cell, int | float) for cell in below[filled[-1] + 1 :])
    return texts if figures and all(isinstance(cell, str) for cell in sides) else {}
