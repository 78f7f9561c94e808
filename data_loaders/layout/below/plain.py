"""Which rows of a table plainly are data, told column by column, so that long lists need no second look at each row."""

from collections.abc import Sequence
from datetime import date, datetime

from data_loaders.layout.blocks import Block
from data_loaders.reading.grid import Cell

_DAYS = (datetime, date)


def plain_rows(block: Block, dated: int | None, measures: Sequence[int]) -> bytes:
    """For every row of a block whether it has a true day at the place `dated`, a whole number in the first or last of
    the `measures`, and more beside them; empty where the table has no such places."""
    if dated is None or not measures:
        return b""
    first, last = measures[0], measures[-1]
    start = block.first - block.view.first_row
    rows = block.view.sheet.rows[start : start + block.last - block.first + 1]
    width = max(dated, last) + 1
    flags = bytearray(
        [
            len(row) >= width
            and row[dated].__class__ in _DAYS
            and (row[first].__class__ is int or row[last].__class__ is int)
            and len(row) - row.count(None) > 3
            for row in rows
        ]
    )
    for number in block.skipped:
        flags[number - block.first] = 0
    return bytes(flags)


def run_at(plain: bytes, at: int) -> int:
    """How many plain rows follow each other from here."""
    end = plain.find(b"\0", at)
    return max((len(plain) if end < 0 else end) - at, 0)


def plainly_data(cells: Sequence[Cell], filled: int, dated: int | None, measures: Sequence[int]) -> bool:
    """Whether a row with so many filled cells has a true day at the place `dated`, a number among the `measures` and
    more beside them: it needs no second look."""
    if dated is None or filled < 4 or dated >= len(cells):
        return False
    return isinstance(cells[dated], _DAYS) and any(
        i < len(cells) and cells[i].__class__ in (int, float) for i in measures
    )
