"""Sums of some of the audiences ("Cộng trẻ em" behind children in and out of school): no total of a row."""

from collections import defaultdict
from collections.abc import Iterator

from data_loaders import time_limit
from data_loaders.columns.column import Column
from data_loaders.layout.blocks import Block
from data_loaders.values.numbers import read_count
from program.vocabulary import Kind

# So many rows, and so many audiences in a row, are looked at.
_ROWS, _MOST = 60, 12
_Place = tuple[str | None, str | None, Kind | None]


def without_partial_sums(columns: list[Column], block: Block) -> list[Column]:
    """Columns without those of people that are, in every row, the sum of two or more audiences right before or behind
    them and not of all."""
    parts: dict[_Place, list[Column]] = defaultdict(list)
    for column in columns:
        if _is_part(column):
            parts[_place(column)].append(column)
    partial: set[int] = set()
    for at, total in enumerate(columns):
        if (
            total.field in ("attendances_total", "attendances.?")
            and not total.heading.answered
            and len(parts[_place(total)]) > 2
        ):
            time_limit.look()
            if any(_is_sum(total, run, parts[_place(total)], block) for run in _runs(at, columns)):
                partial.add(total.number)
    return [c for c in columns if c.number not in partial]


def _runs(at: int, columns: list[Column]) -> Iterator[list[Column]]:
    """The audiences right before a column, and right behind it, two or more."""
    for rest in (columns[max(at - _MOST, 0) : at][::-1], columns[at + 1 : at + 1 + _MOST]):
        run: list[Column] = []
        for column in rest:
            if not _is_part(column) or _place(column) != _place(columns[at]):
                break
            run.append(column)
            if len(run) > 1:
                yield list(run)


def _is_part(column: Column) -> bool:
    """Whether a column counts one audience; "Tổng số trẻ em" above children in and out of school is of several."""
    return column.field.startswith("attendances.") and column.field != "attendances.?"


def _place(column: Column) -> _Place:
    return column.heading.unit, column.heading.period, column.heading.kind


def _is_sum(total: Column, run: list[Column], parts: list[Column], block: Block) -> bool:
    less = False
    for row in range(block.first, min(block.last, block.first + _ROWS) + 1) if len(run) < len(parts) else ():
        whole = read_count(block.view.cell(row, total.number))
        if not isinstance(whole, int):
            continue
        if _sum(run, row, block) != whole:
            return False
        less = less or _sum(parts, row, block) > whole
    return less


def _sum(columns: list[Column], row: int, block: Block) -> int:
    read = [read_count(block.view.cell(row, c.number)) for c in columns]
    return sum(n for n in read if isinstance(n, int))
