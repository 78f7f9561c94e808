"""Whose the people of an activity are, told in rows of its own below it ("- Cha mẹ | 45", "- Giáo viên | 5")."""

import re
from dataclasses import replace

from data_loaders.cells import words
from data_loaders.columns.choice import Understood
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import read_people
from data_loaders.values.people.audiences import read_audiences
from program.text import fold

_PART = re.compile(
    r"\s*(?:(?:trong đó|gồm|bao gồm)\s*[:,]?\s*[-–+•*]?|[-–+•*])\s*(?=[^\W\d_])", re.IGNORECASE
)
_WOMEN = re.compile(r"(so )?(luot )?nu( gioi)?")
FEMALE = "female"
Parts = dict[int, dict[str, int]]


def parts_below(table: Understood) -> tuple[Understood, Parts]:
    """The table without the rows that only tell whose the people of the activity above are, and what they tell by
    that activity's row: people by audience, who together are all of them, and women."""
    title, total = table.column("title"), table.column("attendances_total")
    told = any(c.field.startswith(("attendances.", "audience")) for c in table.columns)
    if title is None or total is None or told:
        return table, {}
    block, view = table.block, table.block.view
    labels = view.column(title.number, block.first, block.last)
    if not any(isinstance(label, str) and _PART.match(label) for label in labels):
        return table, {}
    found: Parts = {}
    taken: set[int] = set()
    day = table.column("start_date")
    top: int | None = None
    for row, label in enumerate(labels, block.first):
        people = read_people(view.cell(row, total.number))
        dated = day is not None and view.cell(row, day.number) is not None
        part = None if dated or not isinstance(people, int) else _part(label)
        if part is None:
            top = row if dated and isinstance(people, int) else None if label is not None else top
        elif not taken and top is None:
            # They head the rows below them.
            return table, {}
        elif top is not None:
            found.setdefault(top, {})[part] = people  # type: ignore[assignment]
            taken.add(row)
    return replace(table, block=replace(block, skipped=block.skipped | taken)), found


def _part(label: Cell) -> str | None:
    """The audience that a row below an activity names, or that it tells of women."""
    mark = _PART.match(label) if isinstance(label, str) else None
    said = words(label)[mark.end() :] if mark else ""
    if _WOMEN.fullmatch(fold(said)):
        return FEMALE
    named = read_audiences(said) if said else None
    return named[0].value if named and len(named) == 1 else None
