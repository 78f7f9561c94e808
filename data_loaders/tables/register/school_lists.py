"""What holds for all schools of a list: the territory that it tells of, and their one level."""

import re
from dataclasses import replace

from data_loaders.columns.choice import Understood
from data_loaders.names.units import Era, resolve
from data_loaders.values.amounts.numbers import bare
from data_loaders.values.kinds import find_level
from program import units
from program.vocabulary import Level

_TERRITORY = ("district", "commune")
_PART = re.compile(r"\W*(diem (truong|le)|phan hieu)\b")
_LISTED = re.compile(r"\b(danh sach|danh ba|danh muc|thong ke|cac truong|cac co so)\b")
# Of a list of "trường tiểu học, THCS" each school has one of them.
_ONE_LEVEL = (
    Level.PRESCHOOL, Level.PRIMARY, Level.LOWER_SECONDARY, Level.UPPER_SECONDARY, Level.CONTINUING, Level.FACILITY,
)  # fmt: skip


def territory_alone(table: Understood, always: bool = False) -> Understood:
    """The table without the department that issued the list where rows or title tell territory, or `always`: it has no
    schools and no inhabitants."""

    def has_schools(words: str) -> bool:
        found = resolve(words, Era.UNKNOWN)
        codes = [code for code in (found.code, *found.candidates) if code]
        return not codes or any((unit := units.unit(code)) and unit.level in _TERRITORY for code in codes)

    kept = tuple(filter(has_schools, table.context.unit_words))
    told = table.column("ward") or table.column("unit") or kept or always
    return replace(table, context=replace(table.context, unit_words=kept)) if told else table


def level_of_list(table: Understood) -> Level | None:
    """The one level of all schools of a list, by the sheet's name or its title ("Danh sách các trường tiểu học")."""
    titles = [line for line in table.block.captions if _LISTED.search(bare(line))]
    found = next(filter(None, map(find_level, (table.block.view.sheet.name, *titles))), None)
    return found if found in _ONE_LEVEL else None


def part_of_school(name: str) -> bool:
    """Whether a name is that of a place where a school of the list teaches too ("- Điểm trường thôn 1"): no school."""
    return bool(_PART.match(bare(name)))
