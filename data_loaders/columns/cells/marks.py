"""Columns whose cells only mark what their heading says: kinds, audiences."""

from collections.abc import Iterable
from dataclasses import replace

from data_loaders.cells import words
from data_loaders.columns.column import Column, is_figure_field
from data_loaders.layout.blocks import Block
from data_loaders.reading.grid import Cell

_COUNTING = ("count", "kind_measure")
_PEOPLE = "attendances."
# Where one of these tells what a row is, the row is an activity.
_ROWS = ("title", "start_date")
# The tick of Wingdings is a "ü" in its cell, and a Cyrillic х looks like the Latin one.
_MARKS = frozenset(["x", "xx", "х", "×", "v", "ü", "✓", "✔", "√", "☑", "☒", "●", "■", "+", "*", "có"])
_UNMARKED = frozenset(["", "không", "ko"])


def is_mark(cell: Cell) -> bool:
    """Whether a cell only ticks its column ("x", "✓", "(x)")."""
    return words(cell).strip(" .()[]").casefold() in _MARKS


def marks(cell: Cell) -> bool:
    """Whether a cell of a column of marks marks it: all but a blank, a nought, a dash and "không"."""
    if not isinstance(cell, str):
        return cell not in (None, 0)
    return cell.strip(" -–—_./…0").casefold() not in _UNMARKED


def marked(columns: list[Column], samples: dict[int, list[Cell]], block: Block) -> list[Column]:
    """Columns of marks under the names of kinds ("Lớp tập huấn" | "Buổi truyền thông", ticked) or of audiences as
    what they tell; so too the numbers of kinds side by side in a list of activities, one of them in each row."""
    apart, ones = _apart(columns, block), _ones(columns, block)
    ticks = {c.number for c in columns if _ticked(samples[c.number])}
    if not any(c.field in _ROWS or (is_figure_field(c.field) and c.number not in ticks) for c in columns):
        # Nothing else tells how many there were: a tick stands in place of a number.
        return columns
    found = []
    for c in columns:
        ticked = c.number in ticks
        if c.heading.kind and c.field in _COUNTING and (ticked or c.number in apart):
            found.append(replace(c, field=f"kind.{c.heading.kind}"))
        elif (ticked or c.number in ones) and c.heading.audience and c.field.startswith(_PEOPLE):
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
    alone = all(sum(map(marks, row)) <= 1 for row in rows)
    return {c.number for c in counting} if rows and alone else set()


def _ones(columns: list[Column], block: Block) -> set[int]:
    """The columns of several audiences where 1 is the only number, and mostly beside a larger number of all people."""
    people = [c.number for c in columns if c.field.startswith(_PEOPLE) and c.heading.audience]
    whole = next((c.number for c in columns if c.field == "attendances_total"), None)
    if whole is None or len(people) < 2:
        return set()
    totals, *told = (block.view.column(n, block.first, block.last) for n in (whole, *people))
    beside = []
    for total, *row in zip(totals, *told, strict=True):
        marking = [cell for cell in row if marks(cell)]
        if not all(cell == 1 or is_mark(cell) for cell in marking):
            return set()
        if marking:
            beside.append(isinstance(total, int) and total > len(people))
    return set(people) if sum(beside) * 2 > len(beside) else set()


def _ticked(values: Iterable[Cell]) -> bool:
    told = [value for value in values if marks(value)]
    return bool(told) and all(map(is_mark, told))
