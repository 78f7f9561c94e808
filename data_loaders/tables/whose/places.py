"""The unit that a row reports for: from its own cell, its group, the words around the table, or its ward."""

import re
from datetime import timedelta
from functools import lru_cache
from typing import Any

from data_loaders.columns.cells.second_thoughts import OF_THE_CITY, TERRITORY
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column
from data_loaders.layout.around.context import Context
from data_loaders.layout.around.unit_lines import unmarked
from data_loaders.layout.below.group import Group
from data_loaders.mending.answers import meaning
from data_loaders.names.old_wards import is_part_of, names_district
from data_loaders.names.organisations import GATHERING, is_office
from data_loaders.names.told_eras import told_era
from data_loaders.names.units import Era, Found, era_of, resolve
from data_loaders.tables.whose.listed_places import NOTHING_LISTED, Listed, listed, names_wards
from data_loaders.tables.whose.unit_findings import Answer
from data_loaders.values.amounts.numbers import bare
from data_loaders.values.days.dates import Near, read_span
from data_loaders.values.days.periods import Span
from program import units
from program.contract import IssueCode
from program.submissions.mending import Question
from program.text import clean, fold
from program.units import CITY

_WARD_WORDS = 5
_FIRST = 60
_DAY = r"(?:ngay )?(\d{1,2}[/.-]\d{1,2}[/.-]20\d\d)"
_SINCE = re.compile(rf"\b(?:tu|sau|thoi diem|den|den het) {_DAY}")
_FROM_TO = re.compile(rf"\btu {_DAY} (?:den(?: het)?|-|–) {_DAY}")


class Places:
    """Answers for the rows of one table. `city`: whether the city itself can stand as a unit; `named`: whether
    a row's organiser stands where its unit should ("Đơn vị"); `several`: whether the rows are of several districts, so
    that offices are those of the city; `alone`: whether they name districts and no commune; `beside`: the level that all
    its wards of one level alone have ("commune": from 1-7-2025, "district": old ones); `wards`: whether it is
    a column of wards that names units, so that a name of none is asked for.

    A heading that names the type of unit ("Quận/huyện"), or rows that name districts with theirs and no commune, decide
    between two units of one name.
    """

    def __init__(
        self,
        context: Context,
        city: bool = False,
        heading: str = "",
        named: bool = False,
        several: bool = False,
        alone: bool = False,
        listed: Listed = NOTHING_LISTED,
        beside: str = "",
        wards: bool = False,
    ) -> None:
        self._context, self._wards = context, wards
        self._several = several
        self._city = city
        self._named_by_organiser = named
        self._column = bool(heading)
        heading = fold(heading)
        # "Cơ quan", "Đơn vị quản lý" name no type of unit.
        districts = re.search(r"\b((?<!co )(?<!lien )quan(?! ly\b)|huyen)\b", heading)
        communes = re.search(r"\b((?<!dia )phuong|xa)\b", heading)
        self._beside = beside
        self._level = "commune" if communes and not districts else ""
        if not communes and (districts or alone):
            self._level = "district"
        self.listed = listed
        self.unit = lru_cache(maxsize=20000)(self._unit)

    def _unit(self, cell: str, group: str, ward: str, organiser: str, era: Era) -> Answer:
        around, _ = self._context.unit(era)
        if (named := cell or group) and not (self.listed.own and _is_territory(named, era)):
            return self._named(named, around, era)
        if ward and self.listed.theirs and era in (Era.COMMUNES, Era.MOSTLY_COMMUNES):
            code = resolve(ward, era).code
            if code or self._wards:
                return Answer(code) if code else self._named(ward, around, era)
        if organiser and self.listed.bodies and self.listed.theirs:
            return self._named(organiser, around, era)
        gathered = self._column and around.code in GATHERING
        if around.code and (self._city or around.code != CITY) and not gathered:
            return Answer(around.code)
        # A blank below "Đơn vị" is nobody; without such a column a place tells who reports.
        for words in () if self._column else (ward, organiser):
            found = resolve(words, era) if words else Found()
            if found.code and found.code != CITY:
                return Answer(found.code)
        if around.ambiguous:
            return self._ambiguous(self._context.unit(era)[1], around)
        if organiser and self._named_by_organiser:
            return self._named(organiser, around, era)
        if self._context.unknown_unit and not self._city:
            return self._named(self._context.unknown_unit, around, era)
        if told := meaning(Question.UNIT, ""):
            return Answer(told)
        return self._nobody(ward, around, era)

    def _nobody(self, ward: str, around: Found, era: Era) -> Answer:
        if ward and self._wards and not self._named_by_organiser:
            return self._named(ward, around, era)
        return Answer(None, IssueCode.REQUIRED_MISSING)

    def _named(self, words: str, around: Found, era: Era) -> Answer:
        found = resolve(words, era)
        if not self._several and _own_office(words, found, self._context.own_unit(era)):
            return Answer(around.code)
        if found.code and (self._city or found.code != CITY):
            return Answer(found.code)
        if found.ambiguous:
            if around.code in found.candidates:
                return Answer(around.code)
            level = self._beside if typed_commune(words) and self._beside else self._level
            typed = [c for c in found.candidates if (u := units.unit(c)) and u.level == level]
            if era in (Era.UNKNOWN, Era.BOTH) and len(typed) == 1 < len(found.candidates):
                return Answer(typed[0])
            return self._ambiguous(words, found)
        return Answer(None, IssueCode.UNIT_UNKNOWN, words, found, era)

    @staticmethod
    def _ambiguous(words: str, found: Found) -> Answer:
        return Answer(None, IssueCode.UNIT_AMBIGUOUS, words, found)


def _is_territory(named: str, era: Era) -> bool:
    found = resolve(named, era)
    return any(
        (u := units.unit(code)) and u.level in TERRITORY for code in (found.code, *found.candidates) if code
    )


def _own_office(words: str, found: Found, around: Found) -> bool:
    """Whether words name a body of the district or commune that reports ("Hội LHPN quận", "Công an"): the city's
    bodies say so, or are named with another unit's name."""
    reports, named = (units.unit(code) if code else None for code in (around.code, found.code))
    if reports is None or reports.level not in TERRITORY or not is_office(words) or found.ambiguous:
        return False
    return not OF_THE_CITY.search(fold(words)) and (named is None or named.level not in TERRITORY)


def organiser_around(group: Group, unit: str) -> str | None:
    """The body that the heading of a row's group names, where it is not the unit itself."""
    if group.organiser is None or resolve(group.organiser, Era.UNKNOWN).code != unit:
        return group.organiser
    reports = units.unit(unit)
    return group.organiser if reports and reports.level in TERRITORY else None


def era_since(text: str) -> Era:
    """The era in which a register holds by its own words ("từ 01/7/2025")."""
    # From one day to another is a period, which is told elsewhere.
    found = _SINCE.search(_FROM_TO.sub(" ", bare(text)))
    day = read_span(found[1], Near()) if found else None
    if not isinstance(day, Span) or not found:
        return Era.UNKNOWN
    first = day.start + timedelta(days=found[0].startswith("sau"))
    return era_of(first, first)


def places_of(table: Understood, city: bool = False, of_wards: bool = False) -> Places:
    """The places of a table; `of_wards`: a column of wards tells its units where no other does."""
    column = table.column("unit") or (table.column("ward") if of_wards else None)
    named = column is None and _organiser_or_unit(table) is not None
    several, alone = _of_several(table, column)
    heading = column.heading.text if column else ""
    beside, wards = _level_of_wards(table, column), names_wards(table)
    return Places(table.context, city, heading, named, several, alone, listed(table), beside, wards)


def _of_several(table: Understood, column: Column | None) -> tuple[bool, bool]:
    """Whether the first rows of a table name two districts or more, and whether no commune beside them."""
    if column is None:
        return False, False
    cells = _first_cells(table, column)
    codes = {resolve(c, Era.DISTRICTS).code for c in cells if _of_district(c)}
    several = len(codes - {None}) > 1
    return several, several and not any(typed_commune(c) for c in cells if isinstance(c, str))


def _first_cells(table: Understood, column: Column) -> list[Any]:
    block = table.block
    return list(block.view.column(column.number, block.first, min(block.last, block.first + _FIRST)))


def _level_of_wards(table: Understood, column: Column | None) -> str:
    """Whether the wards of a table that exist on one side of 1-7-2025 alone are all new ("commune") or all old
    ("district"): a "Phường Hải Châu" among them is as they are. Empty where they are of both, or none is."""
    cells = _first_cells(table, column) if column else []
    named = (resolve(c, Era.UNKNOWN).code for c in cells if isinstance(c, str) and typed_commune(c))
    levels = {unit.level for code in named if code and (unit := units.unit(code))}
    return levels.pop() if len(levels) == 1 and not any(map(_of_district, cells)) else ""


def _of_district(cell: Any) -> bool:
    return isinstance(cell, str) and names_district(cell)


def _organiser_or_unit(table: Understood) -> Column | None:
    """The column of organisers whose heading could as well mean the unit."""
    column = table.column("organiser")
    return column if column and "unit" in column.heading.fields else None


# The district itself ("Q. HC") or an office of it ("P. VHTT quận …").
_WARD_LINE = re.compile(r"(don vi:? )?(ubnd |uy ban nhan dan )?(phuong|xa|thi tran) ")
_NO_WARD = re.compile(r"(quan|huyen|q|h|p (vh|gd|ld|nv|tp|tc|yt)\w*)\b")


@lru_cache(maxsize=5000)
def ward_around(code: str, *around: str | None) -> str | None:
    """The ward of the district `code` that the first of these words names: the heading of a row's group, or
    the sheet's name. After 30-6-2025 a commune reports itself and is no part of another unit."""
    unit = units.unit(code)
    if unit is None or unit.level != "district":
        return None
    for words in filter(None, around):
        name = re.sub(r"^(UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+", "", clean(words), flags=re.IGNORECASE)
        name, _ = told_era(name)
        if _NO_WARD.match(fold(name)):
            continue
        if resolve(name, Era.DISTRICTS).code == code and is_part_of(code, name):
            return name if len(name.split()) <= _WARD_WORDS else None
    return None


@lru_cache(maxsize=100)
def places_around(context: Context) -> tuple[str, ...]:
    """The words around a table that may name the ward of its rows: the sheet's name, and lines of nothing but a ward
    with its type ("UBND PHƯỜNG MỸ AN")."""
    return (context.sheet, *(line for line in map(unmarked, context.lines) if _WARD_LINE.match(fold(line))))


_COMMUNE = re.compile(r"(ubnd |uy ban nhan dan )?(phuong|xa|thi tran|dac khu|p|x)\b")


def typed_commune(words: str | None) -> str | None:
    """Words that name a commune with its type ("Phường Hòa Minh"); None for others."""
    return words if words and _COMMUNE.match(fold(words)) else None


def unit_column(table: Understood) -> int:
    """The column at which a missing unit is shown."""
    theirs = table.column("ward") if names_wards(table) and listed(table).theirs else None
    column = table.column("unit") or theirs or _organiser_or_unit(table) or table.column("ward")
    return (column or table.columns[0]).number
