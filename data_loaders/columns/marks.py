"""Columns whose cells only mark what their heading says: kinds, audiences."""

from collections.abc import Iterable
from dataclasses import replace

from data_loaders.cells import words
from data_loaders.columns.column import Column
from data_loaders.layout.blocks import Block
from data_loaders.reading.grid import Cell

_COUNTING = ("count", "kind_measure")
_MARKS = frozenset(["x", "v", "✓", "✔", "√", "☑", "+", "có"])


def is_mark(cell: Cell) -> bool:
    """Whether a cell only ticks its column ("x", "✓")."""
    return words(cell).strip().casefold() in _MARKS


def marked(columns: list[Column], samples: dict[int, list[Cell]], block: Block) -> list[Column]:
    """Columns of marks under the names of kinds ("Lớp tập huấn" | "Buổi truyền thông", ticked) or of audiences as
    what they tell; so too the numbers of kinds side by side in a list of activities, one of them in each row."""
    apart = _apart(columns, block)
    found = []
    for c in columns:
        ticked = _ticked(samples[c.number])
        if c.heading.kind and c.field in _COUNTING and (ticked or c.number in apart):
            found.append(replace(c, field=f"kind.{c.heading.kind}"))
        elif ticked and c.heading.audience and c.field.startswith("attendances."):
            found.append(replace(c, field=f"audience.{c.heading.audience}"))
        else:
            found.append(c)
    return found


def _apart(columns: list[Column], block: Block) -> set[int]:
    """The columns that count activities of several kinds in a list by day and name, if no row fills two of them."""
    counting = [c for c in columns if c.heading.kind and c.field in _COUNTING]
    fields = {c.field for c in columns}
    kinds = {c.heading.kind for c in counting}
    if len(counting) < 2 or len(kinds) < len(counting) or not {"title", "start_date"} <= fields:
        return set()
    dated = next(c.number for c in columns if c.field == "start_date")
    days, *told = (
        block.view.column(c, block.first, block.last) for c in (dated, *(c.number for c in counting))
    )
    rows = [row for day, *row in zip(days, *told, strict=True) if day is not None]
    alone = all(sum(cell not in (None, 0) for cell in row) <= 1 for row in rows)
    return {c.number for c in counting} if rows and alone else set()


def _ticked(values: Iterable[Cell]) -> bool:
    told = list(values)
    return bool(told) and all(is_mark(value) for value in told)
