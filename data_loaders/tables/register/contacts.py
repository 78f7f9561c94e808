"""Rows of a list of contacts that tell of several persons: one below the other in a cell, or beside each other."""

import re
from itertools import pairwise

from data_loaders.cells import words
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column
from data_loaders.persons.names import looks_like_name
from data_loaders.reading.grid import Cell
from program.text import clean

_OF_PERSONS = ("name", "position", "phone", "email")
_APART = re.compile(r"\s*(?:\n|;|/|\bvà\b)\s*|,\s*")


def persons_of(table: Understood, cells: list[Cell]) -> list[list[Cell]]:
    """The row once for each person in it, all that is a person's in the places of the first.

    Cells that hold as many parts as there are names are told apart with them; others are of all the persons.
    """
    offset = table.block.view.first_column
    groups = _groups(table)
    found: list[list[Cell]] = []
    for group in groups:
        own = list(cells)
        for field in _OF_PERSONS:
            # What stands below the heading of one person is no other's, even where the others have no such column.
            at = groups[0].get(field) or group.get(field) or _alone(groups, field)
            if at:
                own[at.number - offset] = cells[group[field].number - offset] if field in group else None
        if own[groups[0]["name"].number - offset] is not None or not found:
            found += _in_lines(own, {field: c.number - offset for field, c in groups[0].items()})
    return found if groups else [cells]


def _groups(table: Understood) -> list[dict[str, Column]]:
    """The columns of each person: those below one heading, else from each name to the next."""
    columns = [c for c in table.columns if c.field in _OF_PERSONS]
    names = [c for c in columns if c.field == "name"]
    above = [table.block.paths[c.number][:-1] for c in names]
    if all(above) and len(set(above)) == len(above):
        own = [[c for c in columns if table.block.paths[c.number][:-1] == path] for path in above]
    else:
        starts = [0, *(columns.index(c) for c in names[1:]), len(columns)]
        own = [columns[first:last] for first, last in pairwise(starts)]
    return [{c.field: c for c in reversed(group)} for group in own if any(c.field == "name" for c in group)]


def _alone(groups: list[dict[str, Column]], field: str) -> Column | None:
    """The column of a field that only some of the persons have."""
    return next((group[field] for group in groups if field in group), None)


def _in_lines(cells: list[Cell], at: dict[str, int]) -> list[list[Cell]]:
    names = _parts(cells[at["name"]])
    if len(names) < 2 or not all(map(looks_like_name, names)):
        return [cells]
    rows = [list(cells) for _ in names]
    for index in at.values():
        parts = _parts(cells[index])
        if len(parts) == len(names):
            for row, part in zip(rows, parts, strict=True):
                row[index] = part
    return rows


def _parts(cell: Cell) -> list[str]:
    return (
        [clean(part) for part in _APART.split(words(cell)) if part and clean(part)]
        if cell is not None
        else []
    )


def phone(text: str | None) -> str | None:
    """A telephone number typed as a number has lost its leading zero."""
    digits = (text or "").replace(" ", "")
    return f"0{digits}" if digits.isdigit() and len(digits) == 9 else words(text) or None
