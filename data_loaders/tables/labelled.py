"""What lines above a table say of all its activities ("Hình thức: Trực tuyến"), where it has no column that does."""

import re
from typing import Any

from data_loaders.columns.choice import Understood
from data_loaders.columns.words.headings import read_part
from data_loaders.names.units import Era, resolve
from data_loaders.persons.names import without_persons
from data_loaders.tables.whose.places import ward_around
from data_loaders.values.kinds import find_delivery
from program.contract import TableKind
from program.text import clean
from program.vocabulary import Basis

_FIELDS = ("delivery", "organiser", "ward", "school")
_LONGEST = 40
# A line that lists what may be chosen tells nothing.
_CHOICE = re.compile(r"[/;|]|\bhoặc\b", re.IGNORECASE)


def fill_in(table: Understood, records: list[dict[str, Any]]) -> None:
    """Give the records of activities what the lines above them say and their rows do not."""
    if table.kind not in (TableKind.ACTIVITIES, TableKind.PARTICIPATION):
        return
    held = {column.field.split(".")[0] for column in table.columns}
    for field, said in _told(table.context.lines).items():
        for record in records if field not in held else ():
            if record[field] is None and record["basis"] != Basis.DECLARED_ZERO.value:
                record[field] = _value(field, said, record["unit"])


def _told(lines: tuple[str, ...]) -> dict[str, str]:
    told: dict[str, str] = {}
    for line in lines:
        label, _, value = map(clean, line.partition(":"))
        if value and len(label) < _LONGEST and not _CHOICE.search(value):
            field = next(iter(read_part(label).fields), "")
            if field in _FIELDS:
                told.setdefault(field, value)
    return told


def _value(field: str, said: str, unit: str) -> str | None:
    if field == "delivery":
        found = find_delivery(said)
        return found.value if found else None
    if field == "ward":
        return ward_around(unit, said)
    if field == "organiser":
        # Who reports is named once.
        return None if resolve(said, Era.UNKNOWN).code == unit else without_persons(said)
    return said
