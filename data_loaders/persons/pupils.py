"""Pupils named with the class that they go to ("Nguyễn Thị Ánh - lớp 8/2"), and parents named as such."""

import re
from collections.abc import Iterable

from data_loaders.columns.column import Column
from data_loaders.persons.names import begins_with_name, looks_like_name
from data_loaders.reading.grid import Cell

_PUPIL = re.compile(
    r"[\s\d.)+•-]*(?:(?:em|cháu|hs|học sinh):?\s+)?(\D+?)\s*(?:[-–,(:]|(?<=\w)\s(?=(?:lớp\s*)?\d{1,2}(?:\s?/\s?\d|[a-eA-E]\b)))\s*(?:học sinh\s+|hs\s+)?"
    r"(?:lớp\s*\d{1,2}|\d{1,2}(?=\s?/\s?\d|[a-eA-E]))(?:\s?/\s?\d{1,2}|[a-eA-E]\d?)?(?![\w/])",
    re.IGNORECASE,
)
# The same the other way round ("Lớp 5A: Nguyễn Thị Ánh"); "8/3 - Nguyễn Văn Trỗi" is a day at a school.
_CLASS_FIRST = re.compile(
    r"\W*(?:lớp\s*\d{1,2}(?:\s?/\s?\d{1,2}|[a-e]\d?)|\d{1,2}[a-e])\s*[:–-]\s*(\D+)", re.IGNORECASE
)
# What such words hold at least, so that a long column is looked over quickly.
_MAYBE = re.compile(r"[Ll]ớp\s*\d|\d[A-Ea-e]\b|\d\s?/\s?\d")
# Not a day: "lớp 8/2", "8A", and behind "em", "HS".
_SURELY = re.compile(r"[Ll][ớỚ][pP]|\d[A-Ea-e]\d?\b|^\W*(?:[Ee]m|[Cc]háu|HS|hs)\b")
_IN_FULL = 3
# Schools bear names of persons, and their classes stand beside them.
_PLACES = ("school", "ward", "organiser", "unit")


def names_pupil(text: str) -> bool:
    """Whether words name a person with a class."""
    for line in re.split(r"[;\n]", text):
        for found in (_PUPIL.match(line), _CLASS_FIRST.match(line)):
            if found and len(found[1].split()) >= _IN_FULL and looks_like_name(found[1]):
                return True
    return False


# "Phụ huynh Nguyễn Thị Hoa", "mẹ cháu Bảo Nam"; a school bears a person's name after its type.
_OF_PARENTS = (
    "huynh", "PHHS ", "mẹ", "Mẹ", "bố", "Bố", "cha", "Cha", "giám hộ", "on ông", "on bà", "on anh", "on chị", "on của ", "đình ",
)  # fmt: skip
_PARENT = re.compile(
    r"\b(?:[Pp]hụ huynh|PHHS|[Cc]ha|[Mm]ẹ|[Bb]ố|[Nn]gười giám hộ|(?:[Cc]on(?: của)?|[Gg]ia đình) (?:ông|bà|anh|chị|chú|cô))(?: của| là|:)?(?:(?: (?:em|cháu|bé)):? ((?!Trường|Khối|Lớp|Mầm|Mẫu|Tiểu|Phường|Xã|Quận)(?:[A-ZĐÀ-Ỹ][^\W\d_]*[ ,.)]?){1,5})"
    r"| ((?:[A-ZĐÀ-Ỹ][^\W\d_]*\s?){2,5}))"
)


# "Chị Nguyễn Thị Hoa, phụ huynh lớp 3A".
_PRESENTED = re.compile(
    r"\b(?:[Aa]nh|[Cc]hị|[Ôô]ng|[Bb]à|[Cc]ô|[Cc]hú) ((?:[A-ZĐÀ-Ỹ][^\W\d_]*\s?){2,5})[,(–-]+\s*(?:là )?(?:phụ huynh|PHHS|mẹ|bố|cha)\b"
)


_APPOSITION = re.compile(r"[,(–-]\s*(?:là )?(?:phụ huynh|PHHS|mẹ|bố|cha)\b")


def names_parent(text: str) -> bool:
    """Whether words name a father or a mother, or the child whose parent somebody is."""
    for found in _PARENT.finditer(text):
        if found[1] or begins_with_name(found[2], _IN_FULL):
            return True
    presented = _PRESENTED.finditer(text) if _APPOSITION.search(text) else ()
    return any(looks_like_name(" ".join(found[1].split())) for found in presented)


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
    speaks = any(word in text for word in _OF_PARENTS) and (_PARENT.search(text) or _APPOSITION.search(text))
    if speaks and (parents := [cell for cell in said if names_parent(cell)]):
        return min(parents)
    if not _MAYBE.search(text):
        return None
    pupils = [cell for cell in said if names_pupil(cell)]
    sure = [cell for cell in pupils if _SURELY.search(cell)] or (pupils if len(pupils) == len(said) else [])
    return min(sure, default=None)
