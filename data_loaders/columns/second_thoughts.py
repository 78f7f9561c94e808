"""Columns whose heading names a unit and whose values, seen beside the unit that is known, name something else."""

import re
from dataclasses import replace

from data_loaders.cells import words
from data_loaders.columns.column import Column
from data_loaders.columns.values import is_unit
from data_loaders.layout.context import Context
from data_loaders.reading.grid import Cell
from data_loaders.unit_names import Era, Found, resolve
from program import units
from program.text import fold

Values = dict[int, list[Cell]]
# Bodies that bear the name of a district or ward and are not its people's committee.
_BRANCHES = re.compile(
    r"(quan|huyen|phuong|xa) doan\b|(ban chap hanh |bch |ban )?(doan|hoi|phong|doi|chi doan|chi hoi|nha|truong|trung tam|tt"
    r"|mttq|ubmttq|mat tran|cong an|ldld|lien doan|tram|thu vien)\b"
)
_PLACES = re.compile(r"\b(dia phuong|dia ban|phuong|xa)\b")


def second_thoughts(
    columns: list[Column], unused: list[int], values_of: Values, context: Context
) -> tuple[list[Column], list[int]]:
    """The columns, and the numbers of those unused: a column "Đơn vị" of which no value is a unit holds
    organisers, where the unit is known otherwise; "Địa phương (phường/xã)" in a district's own list holds
    its wards."""
    unit = next((c for c in columns if c.field == "unit" and not c.heading.answered), None)
    if unit is None or not context.unit_words:
        return columns, unused
    held = {c.field for c in columns}
    known = context.unit(Era.UNKNOWN)[0]
    values = values_of[unit.number]
    field = None
    if "ward" not in held and _wards(unit, values, known.code):
        field = "ward"
    elif (
        "organiser" in unit.heading.fields
        and "organiser" not in held
        and (known.code or known.ambiguous)
        and len(values) > 1
        and not any(_may_report(v, known) for v in values)
    ):
        field = "organiser"
    return ([replace(c, field=field) if c is unit else c for c in columns] if field else columns), unused


def _may_report(value: Cell, known: Found) -> bool:
    """Whether a cell names a unit that may report in a list of the unit that is `known`: beside a district or
    commune its own offices stand, not those of the city whose names they share ("Hội LHPN", "UBND phường …")."""
    text = words(value)
    found = resolve(text, Era.UNKNOWN)
    named = units.unit(found.code) if found.code else None
    territory = found.ambiguous or (named is not None and named.level in ("district", "commune"))
    if not is_unit(value) or (territory and _BRANCHES.match(fold(text))):
        return False
    around = units.unit(known.code) if known.code else None
    if around is None or around.level not in ("district", "commune"):
        return True
    if named is None:
        return found.ambiguous
    own_ward = named.code == around.code and fold(around.short_name) not in fold(text)
    return named.level in ("district", "commune") and not own_ward


def _wards(column: Column, values: list[Cell], code: str | None) -> bool:
    """Whether a column of places holds the wards of the district that reports."""
    district = units.unit(code) if code else None
    if district is None or district.level != "district" or not _PLACES.search(fold(column.heading.text)):
        return False
    named = [text for value in values if (text := fold(words(value)))]
    found = {resolve(words(value), Era.DISTRICTS).code for value in values}
    own = fold(district.name), fold(district.short_name)
    return bool(named) and found - {None} == {code} and not any(text in own for text in named)
