"""Columns below the heading of a whole ("Tổng") beside the same columns below its parts, which name nothing that is
known ("Đợt 1", "Đợt 2"): the parts count, and the whole is held against them."""

from collections.abc import Sequence

from data_loaders.columns.column import Column
from program.text import fold


def columns_of_wholes(columns: Sequence[Column]) -> list[tuple[Column, list[Column]]]:
    """The columns below a whole with those of the same words below its parts, two or more of one record."""
    found = []
    for whole in columns:
        if whole.heading.whole:
            parts = [c for c in columns if not c.heading.whole and _what(c) == _what(whole)]
            found += [(whole, parts)] if len(parts) > 1 else []
    return found


def without_wholes(columns: Sequence[Column]) -> list[Column]:
    """The columns without those."""
    wholes = [whole for whole, _ in columns_of_wholes(columns)]
    return [c for c in columns if c not in wholes]


def people_of_parts(people: Sequence[Column]) -> set[int]:
    """The columns of all people of one record that count a part of them: those of one form beside one of all, and those
    of the same words below different headings, which together are all."""
    of_all = [c for c in people if not c.heading.delivery]
    if len(of_all) > 1 and len({fold(c.heading.lowest) for c in of_all}) == 1:
        return {c.number for c in people}
    return {c.number for c in people if c.heading.delivery} if of_all else set()


def _what(column: Column) -> tuple[object, ...]:
    heading = column.heading
    place = heading.unit, heading.period, heading.kind, heading.audience, heading.delivery
    return (column.field, fold(heading.lowest), *place)
