"""Old wards and communes: parts of a district until 30-6-2025, whose figures are not those of all of it."""

import re

from data_loaders.names.units import Era, resolve
from program import units
from program.text import fold

_DISTRICT = re.compile(r"(ubnd )?(quan|huyen|q|h)\b(?! doan)")
_WARD = re.compile(r"(ubnd )?(phuong|xa|thi tran|p|x)\b")
# "Hải Châu I" is told from its district by its number.
_NUMBERS = r" (i{1,3}|iv|\d)"


def names_district(words: str) -> bool:
    """Whether words begin with the type of a district ("Q. Hải Châu"); "Quận đoàn" is a body."""
    return bool(_DISTRICT.match(fold(words)))


def is_district(words: str) -> bool:
    """Whether words are a district: by its type, or its bare name and nothing more ("Hải Châu", not "Hải Châu I")."""
    code = resolve(words, Era.DISTRICTS).code
    unit = units.unit(code) if code else None
    bare = unit is not None and unit.level == "district" and fold(words) == fold(unit.short_name)
    return bare or names_district(words)


def is_part_of(code: str | None, named: str) -> bool:
    """Whether words that name this unit name an old ward of it."""
    unit = units.unit(code) if code else None
    if unit is None or unit.level != "district" or named.strip() in ("", code) or names_district(named):
        return False
    plain, district = fold(named), fold(unit.short_name)
    typed = _WARD.match(plain) or re.fullmatch(district + _NUMBERS, plain)
    return bool(typed) or district not in plain


def is_old_ward(name: str) -> bool:
    """Whether a name is that of an old ward."""
    return is_part_of(resolve(name, Era.DISTRICTS).code, name)
