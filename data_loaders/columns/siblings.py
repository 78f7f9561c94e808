"""Columns decided by those beside them: parts of a sum, figures of another time, marks in place of words."""

import re
from collections.abc import Iterable
from dataclasses import replace

from data_loaders.cells import words
from data_loaders.columns.column import Column
from data_loaders.columns.headings import read_part
from data_loaders.reading.grid import Cell
from program.text import fold

Paths = dict[int, tuple[str, ...]]

# Figures that are not of the reported period or were not reached: what was planned, sums since January, last year's.
_ASIDE = re.compile(
    r"(luy ke|cong don|cung ky|ky truoc|nam truoc|tu dau nam|ke hoach|chi tieu|so voi|ty le|dat)\b"
)
_MARKS = frozenset(["x", "v", "✓", "✔", "√", "☑", "+", "có"])
_PEOPLE = ("attendances", "attendances_total", "female", "male")


def is_mark(cell: Cell) -> bool:
    """Whether a cell only ticks its column ("x", "✓")."""
    return words(cell).strip().casefold() in _MARKS


def set_aside(columns: list[Column], paths: Paths) -> list[Column]:
    """Columns without those of plans, of running sums and of earlier periods, where others give the period's own
    figures; and without the forms of delivery that stand beside their sum."""
    figures = [c for c in columns if _is_figure(c.field)]
    aside = [
        c
        for c in figures
        if not c.heading.answered and any(_ASIDE.match(fold(text)) for text in paths[c.number])
    ]
    if len(aside) == len(figures):
        aside = []
    sums = {
        _above(c, paths) for c in figures if len(paths[c.number]) > 1 and read_part(paths[c.number][-1]).whole
    }
    parts = [c for c in figures if c.heading.delivery and _above(c, paths) in sums]
    return [c for c in columns if c not in aside and c not in parts]


def marked(columns: list[Column], samples: dict[int, list[Cell]]) -> list[Column]:
    """Columns of marks under the names of kinds ("Lớp tập huấn" | "Buổi truyền thông", ticked) as what they tell."""
    return [
        replace(c, field=f"kind.{c.heading.kind}")
        if c.heading.kind and c.field in ("count", "kind_measure") and _ticked(samples[c.number])
        else c
        for c in columns
    ]


def _ticked(values: Iterable[Cell]) -> bool:
    told = list(values)
    return bool(told) and all(is_mark(value) for value in told)


def _is_figure(field: str) -> bool:
    return field.split(".", maxsplit=1)[0] in ("count", "kind_measure", *_PEOPLE)


def _above(column: Column, paths: Paths) -> tuple[str, ...]:
    return paths[column.number][:-1]
