"""Columns whose cells tell the people of two audiences ("Số PH/HS" over "30/420")."""

import re
from collections.abc import Iterable

from data_loaders.columns.column import Column
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.two_numbers import read_two
from data_loaders.values.people.audiences import read_audiences

_DIVIDED = re.compile(r"[/;]")


def of_two_audiences(columns: Iterable[Column]) -> dict[int, tuple[str, str]]:
    """The columns of all people whose headings name two audiences, by number, and these in the order of the heading."""
    found: dict[int, tuple[str, str]] = {}
    for column in columns:
        if column.field == "attendances_total" and not column.heading.answered:
            named = read_audiences(column.heading.lowest) or ()
            if len(named) == len(set(named)) == 2:
                found[column.number] = (named[0].value, named[1].value)
    return found


def people_of_two(cell: Cell, audiences: tuple[str, str] | None) -> dict[str, int]:
    """The people of each of two audiences that a cell tells in their order; empty where it does not."""
    told = read_two(cell) if audiences and isinstance(cell, str) and _DIVIDED.search(cell) else None
    return dict(zip(audiences, told, strict=True)) if audiences and told else {}
