"""Pupils named with the class that they go to ("Nguyễn Thị Ánh - lớp 8/2"), and parents named as such."""

import re
from collections.abc import Iterable

from data_loaders.columns.column import Column
from data_loaders.persons.names import looks_like_name
from data_loaders.reading.grid import Cell

_PUPIL = re.compile(
    r"[\s\d.)+•-]*(?:(?:em|cháu|hs|học sinh):?\s+)?(\D+?)\s*[-–,(:]\s*(?:học sinh\s+|hs\s+)?"
    r"(?:lớp\s*\d{1,2}|\d{1,2}(?=\s?/\s?\d|[a-eA-E]))(?:\s?/\s?\d{1,2}|[a-eA-E]\d?)?(?![\w/])",
    re.IGNORECASE,
)
# What such words hold at least, so that a long column is looked over quickly.
_MAYBE = re.compile(r"[Ll]ớp\s*\d|\d[A-Ea-e]\b|\d\s?/\s?\d")
_IN_FULL = 3
# Schools bear names of persons, and their classes stand beside them.
_PLACES = ("school", "ward", "organiser", "unit")


def names_pupil(text: str) -> bool:
    """Whether words name a person with a class."""
    for line in re.split(r"[;\n]", text):
        found = _PUPIL.match(line)
        if found and len(found[1].split()) >= _IN_FULL and looks_like_name(found[1]):
            return True
    return False


# "Phụ huynh Nguyễn Thị Hoa", "mẹ cháu Bảo Nam"; a school bears a person's name after its type.
_OF_PARENTS = ("huynh ", "PHHS ", "mẹ ", "Mẹ ", "bố ", "Bố ", "cha ", "Cha ")
_PARENT = re.compile(
    r"\b(?:[Pp]hụ huynh|PHHS|[Cc]ha|[Mm]ẹ|[Bb]ố)(?: của)?(?:(?: (?:em|cháu|bé)):? ((?!Trường|Khối|Lớp|Mầm|Mẫu|Tiểu|Phường|Xã|Quận)(?:[A-ZĐÀ-Ỹ][^\W\d_]*[ ,.)]?){1,5})"
    r"| ((?:[A-ZĐÀ-Ỹ][^\W\d_]*\s?){2,5}))"
)


def names_parent(text: str) -> bool:
    """Whether words name a father or a mother, or the child whose parent somebody is."""
    for found in _PARENT.finditer(text):
        if found[1] or (len(found[2].split()) >= _IN_FULL and looks_like_name(" ".join(found[2].split()))):
            return True
    return False


def may_name_family(text: str) -> bool:
    """Whether words may name a parent or a pupil: many are looked over for it quickly."""
    return any(word in text for word in _OF_PARENTS) or bool(_MAYBE.search(text))


def pupil_with_class(column: Column | None, cells: Iterable[Cell]) -> Cell:
    """The first cell of a column that names a parent, or a pupil with a class. Without the word "lớp" it could be a day beside a
    name ("Nguyễn Văn Trỗi, 8/3"), unless all cells are so."""
    if column is not None and column.field in _PLACES:
        return None
    said = [cell for cell in cells if isinstance(cell, str)]
    text = "\0".join(said)
    speaks = any(word in text for word in _OF_PARENTS) and _PARENT.search(text)
    if speaks and (parents := [cell for cell in said if names_parent(cell)]):
        return min(parents)
    if not _MAYBE.search(text):
        return None
    pupils = [cell for cell in said if names_pupil(cell)]
    sure = [cell for cell in pupils if "lớp" in cell.casefold()] or (
        pupils if len(pupils) == len(said) else []
    )
    return min(sure, default=None)
