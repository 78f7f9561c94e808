"""From rows of cells to the grid of a sheet, within bounds."""

from collections.abc import Iterable

from data_loaders.reading import refusals
from data_loaders.reading.grid import Cell, Limits

Merge = tuple[int, int, int, int]
# (rows, number of the first row, number of the first column)
Grid = tuple[list[list[Cell]], int, int]
# Below this many cells a rectangle is always laid out, whatever part of it is empty.
_SMALL_AREA = 1_000_000


def roomy(area: int, count: int, limits: Limits) -> bool:
    """Whether `count` cells may be laid out as a rectangle of this area."""
    return area <= min(limits.area, max(_SMALL_AREA, 4 * count))


def rectangle(rows: list[list[Cell]], first_row: int, first_column: int) -> Grid:
    """Equally long rows without the empty rows and columns around them (the lists are changed)."""
    while rows and rows[-1].count(None) == len(rows[-1]):
        rows.pop()
    if not rows:
        return [], 1, 1
    top = next(i for i, row in enumerate(rows) if row.count(None) < len(row))
    del rows[:top]
    left = 0
    while all(row[left] is None for row in rows):
        left += 1
    while all(row[-1] is None for row in rows):
        for row in rows:
            row.pop()
    if left:
        for row in rows:
            del row[:left]
    return rows, first_row + top, first_column + left


def lay_out(name: str, ragged: dict[int, list[Cell]], limits: Limits) -> Grid:
    """Rows by number, each from column 1 on, as the grid of a sheet: a rectangle,
    or rows of their own length where cells lie too far apart for one.

    Raises Unreadable (too_large) where even that would not fit.
    """
    for row in ragged.values():
        while row and row[-1] is None:
            row.pop()
    numbers = sorted(number for number, row in ragged.items() if row)
    if not numbers:
        return [], 1, 1
    first, last = numbers[0], numbers[-1]
    count = sum(len(ragged[number]) for number in numbers)
    if count > limits.area:
        raise refusals.wide_sheet(name, None)
    width = max(len(ragged[number]) for number in numbers)
    left = min(next(i for i, cell in enumerate(ragged[number]) if cell is not None) for number in numbers)
    rows = [ragged[number][left:] if number in ragged else [] for number in range(first, last + 1)]
    if roomy((last - first + 1) * (width - left), count, limits):
        for row in rows:
            row.extend([None] * (width - left - len(row)))
    return rows, first, left + 1


def clip(
    merges: Iterable[Merge], rows: list[list[Cell]], first_row: int, first_column: int, limits: Limits
) -> tuple[Merge, ...]:
    """The merges that begin within these rows, as far as they lie within them.

    Raises Unreadable (corrupt) if together they cover more cells than there are, so overlap.
    """
    width = max(map(len, rows), default=0)
    last_row, last_column = first_row + len(rows) - 1, first_column + width - 1
    kept = []
    room = min(len(rows) * width, limits.area)
    for top, left, merged_bottom, merged_right in merges:
        if first_row <= top <= last_row and first_column <= left <= last_column:
            bottom, right = min(merged_bottom, last_row), min(merged_right, last_column)
            room -= (bottom - top + 1) * (right - left + 1)
            if room < 0:
                raise refusals.corrupt()
            if (bottom, right) > (top, left):
                kept.append((top, left, bottom, right))
    return tuple(kept)
