"""Columns whose heading names a unit and whose values, seen beside the unit that is known, name something else."""

import re
from dataclasses import replace

from data_loaders.cells import words
from data_loaders.columns.cells.values import is_unit
from data_loaders.columns.column import Column
from data_loaders.layout.around.context import Context
from data_loaders.layout.below.row_labels import LEADING, MARK
from data_loaders.layout.blocks import Block
from data_loaders.names.old_wards import is_part_of, names_district
from data_loaders.names.organisations import GATHERING
from data_loaders.names.units import Era, Found, resolve
from data_loaders.reading.grid import Cell
from program import units
from program.text import clean, fold
from program.units import CITY

Values = dict[int, list[Cell]]
# Bodies that bear the name of a district or ward and are not its people's committee.
_BRANCHES = re.compile(
    r"(quan|huyen|phuong|xa) doan\b|(ban chap hanh |bch |ban )?(doan|hoi|phong|doi|chi doan|chi hoi|nha|truong|trung tam|tt"
    r"|mttq|ubmttq|mat tran|cong an|ldld|lien doan|tram|thu vien)\b"
)
OF_THE_CITY = re.compile(r"\b(tp|thanh pho|so|thanh doan|catp|stttt)\b")
TERRITORY = ("district", "commune")
_OFFICE = re.compile(r"^(ubnd|uy ban nhan dan) ")
_SOME = 0.5
_SEARCHED = 200
_PLACES = re.compile(r"\b(dia phuong|dia ban|phuong|xa)\b")
# A ward by its type and name: whatever the heading, it is no office.
_OF_PLACE = re.compile(r"(phuong|xa|p|x) (?!doan\b)")


def second_thoughts(
    columns: list[Column],
    unused: list[int],
    values_of: Values,
    context: Context,
    block: Block,
    reported: bool,
) -> tuple[list[Column], list[int]]:
    """The columns, and the numbers of those unused: a column "Đơn vị" of which no value is a unit holds
    organisers, where the unit is known otherwise; "Địa phương (phường/xã)" in a district's own list holds
    its wards; "Đơn vị tổ chức" in a department's holds units where each row was organised by one of several. `reported`: the table tells of what was held, so that somebody organised it."""
    if reported and not any(c.field == "unit" for c in columns):
        return _units_that_organise(columns, values_of, context), unused
    unit = next((c for c in columns if c.field == "unit" and not c.heading.answered), None)
    if unit is None:
        return columns, unused
    named = (c for c in columns if c.field == "organiser" and "unit" in c.heading.fields)
    twice = next((c for c in named if _same(values_of, unit, c)), None)
    if twice is not None:
        columns, unused = [c for c in columns if c is not twice], sorted([*unused, twice.number])
    if (
        reported
        and unit.heading.fields[:1] == ("organiser",)
        and "organiser" not in {c.field for c in columns}
        and _grouped(block)
    ):
        return [replace(c, field="organiser") if c is unit else c for c in columns], unused
    held, values = {c.field for c in columns}, values_of[unit.number]
    known = context.own_unit(Era.UNKNOWN)
    if (
        reported
        and unit.heading.fields[:1] == ("organiser",)
        and {"ward", "organiser"} & held == {"ward"}
        and not (known.code or known.ambiguous)
        and _of_places(values)
    ):
        return [replace(c, field="organiser") if c is unit else c for c in columns], unused
    if not context.unit_words:
        return columns, unused
    field = None
    if "ward" not in held and _wards(unit, values, known.code):
        field = "ward"
    elif (
        reported
        and "organiser" in unit.heading.fields
        and "organiser" not in held
        and (known.code or known.ambiguous)
        and _holds_organisers(values, known, fewest=1 + (unit.heading.fields[0] != "organiser"))
    ):
        field = "organiser"
    return ([replace(c, field=field) if c is unit else c for c in columns] if field else columns), unused


def _units_that_organise(columns: list[Column], values_of: Values, context: Context) -> list[Column]:
    """The columns, with the organisers of a list of a department or mass organisation as its units, where all are
    districts or communes and more than one: what it compiles of theirs, none of its own."""
    known = units.unit(context.own_unit(Era.UNKNOWN).code or CITY)
    at = next((c for c in columns if c.field == "organiser" and not c.heading.answered), None)
    if at is None or known is None or known.code == CITY or known.level in TERRITORY:
        return columns
    named = {clean(words(value)) for value in values_of[at.number]} - {""}
    found = [resolve(text, Era.UNKNOWN) for text in named]
    places = {f.code or f.candidates for f in found}
    of_land = all(_may_report(text, known) for text in named) and all(
        _is_territory(code) for f in found for code in (f.code, *f.candidates) if code
    )
    return (
        [replace(c, field="unit") if c is at else c for c in columns]
        if len(places) > 1 and of_land
        else columns
    )


def _same(values_of: Values, unit: Column, other: Column) -> bool:
    """Whether a column only names the same units once more ("Mã đơn vị", "Tên đơn vị")."""
    codes, names = ([resolve(words(v), Era.UNKNOWN) for v in values_of[c.number]] for c in (unit, other))
    return (
        bool(names)
        and len(codes) == len(names)
        and all(
            a.code and (a.code == b.code or a.code in b.candidates) for a, b in zip(codes, names, strict=True)
        )
    )


def _grouped(block: Block) -> bool:
    """Whether rows of nothing but a unit's name head groups of rows."""
    for number in range(block.first, min(block.last, block.first + _SEARCHED) + 1):
        filled = [words(cell) for cell in block.view.told(number)]
        labels = [LEADING.sub("", text) for text in dict.fromkeys(filled) if not MARK.match(text)]
        if len(labels) == 1 and len(set(filled)) <= 2 and resolve(labels[0], Era.UNKNOWN).code:
            return True
    return False


def _of_places(values: list[Cell]) -> bool:
    """Whether several bodies are named as each ward has them too ("Hội Nông dân", "Ủy ban MTTQ"), none as the city's."""
    named = {fold(words(value)) for value in values} - {""}
    found = (resolve(text, Era.UNKNOWN) for text in named)
    of_land = any(f.ambiguous or (f.code and _is_territory(f.code)) for f in found)
    return len(named) > 1 and not of_land and not any(map(OF_THE_CITY.search, named))


def in_territory(context: Context) -> bool:
    """Whether the words around a table name a district or commune, or what may be one."""
    found, _ = context.unit(Era.UNKNOWN)
    return any(_is_territory(code) for code in (found.code, *found.candidates) if code)


def _is_territory(code: str) -> bool:
    unit = units.unit(code)
    return unit is not None and unit.level in TERRITORY


def _holds_organisers(values: list[Cell], known: Found, fewest: int) -> bool:
    """Whether the cells beside the unit that is `known` name who organised, not who reports. Whoever gathers the
    reports of others lists units; an office of the city lists its partners, some of which bear names of units."""
    # Of a name of both a district and a ward either tells what sort of unit reports.
    code = known.code or next(filter(_is_territory, known.candidates), None)
    around = units.unit(code) if code else None
    few = 0 if around is None or around.level in TERRITORY or around.code in GATHERING else _SOME
    # In a list of its own a district is one of those that held things.
    values = _without_parts(values) if few else [v for v in values if not code or not _names(v, code)]
    return len(values) >= fewest and sum(_may_report(v, around) for v in values) <= few * len(values)


def _names(value: Cell, code: str) -> bool:
    """Whether a cell names this very unit, not a part of it."""
    text = words(value)
    return resolve(text, Era.UNKNOWN).code == code and not is_part_of(code, text)


def _without_parts(values: list[Cell]) -> list[Cell]:
    """Values without the wards of districts that stand among them, and what leads over to these ("Trong đó:")."""
    named = [(v, words(v), resolve(words(v), Era.DISTRICTS).code) for v in values]
    districts = {code for _, text, code in named if names_district(text)}
    return [
        value
        for value, text, code in named
        if not (code in districts and is_part_of(code, text)) and fold(text) != "trong do"
    ]


def _may_report(value: Cell, around: units.Unit | None) -> bool:
    """Whether a cell names a unit that may report in a list of the unit `around`: not its own offices, whose
    names the city's share ("Hội LHPN", "UBND phường …"), nor branches that bear the name of a district."""
    text = words(value)
    found = resolve(text, Era.UNKNOWN)
    named = units.unit(found.code) if found.code else None
    territory = found.ambiguous or (named is not None and named.level in TERRITORY)
    gathers = around is not None and around.code in GATHERING
    if not is_unit(value) or (territory and not gathers and _BRANCHES.match(fold(text))):
        return False
    if around is None or around.code in GATHERING or named is None:
        return around is None or around.code in GATHERING or found.ambiguous
    ward = is_part_of(named.code, text)
    if around.level in TERRITORY:
        return territory and not (ward and named.code == around.code)
    return not ward if territory else bool(OF_THE_CITY.search(fold(text)))


def _wards(column: Column, values: list[Cell], code: str | None) -> bool:
    """Whether a column of places holds the wards of the district that reports."""
    district = units.unit(code) if code else None
    if district is None or district.level != "district":
        return False
    if not (
        _PLACES.search(fold(column.heading.text)) or all(_OF_PLACE.match(fold(words(v))) for v in values)
    ):
        return False
    named = [text for value in values if (text := fold(words(value)))]
    found = {resolve(words(value), Era.DISTRICTS).code for value in values}
    own = fold(district.name), fold(district.short_name)
    return (
        bool(named) and found - {None} == {code} and not any(_OFFICE.sub("", text) in own for text in named)
    )
