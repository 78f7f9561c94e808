"""Cells and areas as formulas name them, from the numbers that an .xls has for them.

Rows and columns count from 0; with a column's number stand two bits that say whether row and column move along when
the formula is copied (no "$").
"""

from data_loaders.annotating.xls.functions import Untold
from data_loaders.reading import references

_LAST_ROW, _LAST_COLUMN = 65_535, 255
_ROW_MOVES, _COLUMN_MOVES = 0x8000, 0x4000
_NUMBER, _MOVES = 0x00FF, 0xC000


def cell(row: int, column: int) -> str:
    """B$3."""
    return _letter(column) + _figure(row, column)


def area(top: int, bottom: int, left: int, right: int) -> str:
    """B3:D4; whole columns and rows as such (B:D), since an .xlsx has more of them. Raises Untold."""
    whole_columns = (top, bottom) == (0, _LAST_ROW)
    whole_rows = (left & _NUMBER, right & _NUMBER) == (0, _LAST_COLUMN)
    if (whole_columns and whole_rows) or top > bottom or (left & _NUMBER) > (right & _NUMBER):
        raise Untold
    if whole_columns:
        return f"{_letter(left)}:{_letter(right)}"
    if whole_rows:
        return f"{_figure(top, left)}:{_figure(bottom, right)}"
    return f"{cell(top, left)}:{cell(bottom, right)}"


def must_be_plain(column: int, *, fixed: bool) -> None:
    """Raises Untold for a column beyond the last one, and where it moves though it must not."""
    if column & ~(_NUMBER | _MOVES) or (fixed and column & _MOVES):
        raise Untold


def moved(base: tuple[int, int] | None, row: int, column: int) -> tuple[int, int]:
    """A place of a shared formula, seen from the cell that is asked for; beyond the last row it goes on at the first."""
    if base is None:
        raise Untold
    if column & _ROW_MOVES:
        row = (base[0] + row) & _LAST_ROW
    number = (base[1] + column) & _NUMBER if column & _COLUMN_MOVES else column & _NUMBER
    return row, number | (column & _MOVES)


def _letter(column: int) -> str:
    return ("" if column & _COLUMN_MOVES else "$") + references.letters((column & _NUMBER) + 1)


def _figure(row: int, column: int) -> str:
    return ("" if column & _ROW_MOVES else "$") + str(row + 1)
