"""Sums of some of the audiences ("Cộng trẻ em" behind children in and out of school): no total of a row."""

from collections.abc import Iterator

from data_loaders.columns.column import Column
from data_loaders.layout.blocks import Block
from data_loaders.values.numbers import read_count

_ROWS = 60


def without_partial_sums(columns: list[Column], block: Block) -> list[Column]:
    """Columns without those of people that are, in every row, the sum of two or more audiences right before or behind
    them and not of all."""
    parts = [c for c in columns if c.field.startswith("attendances.")]
    totals = [c for c in columns if c.field == "attendances_total" and not c.heading.answered]
    partial = [
        total
        for total in totals
        if any(
            _is_sum(total, run, [c for c in parts if _place(c) == _place(total)], block)
            for run in _runs(total, columns)
        )
    ]
    return [c for c in columns if c not in partial]


def _runs(total: Column, columns: list[Column]) -> Iterator[list[Column]]:
    """The audiences right before a column, and right behind it, two or more."""
    at = columns.index(total)
    for rest in (columns[:at][::-1], columns[at + 1 :]):
        run: list[Column] = []
        for column in rest:
            if not column.field.startswith("attendances.") or _place(column) != _place(total):
                break
            run.append(column)
            if len(run) > 1:
                yield list(run)


def _place(column: Column) -> tuple[str | None, str | None]:
    return column.heading.unit, column.heading.period


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
