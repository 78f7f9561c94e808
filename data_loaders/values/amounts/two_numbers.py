"""Cells that tell two numbers: people and the women among them, activities and the people who came."""

import re

from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import bare, holds_figure, plain_number
from program.text import clean

_WITH_WOMEN = re.compile(
    r"(\d[\d.]*)(?: ?(?:nguoi|luot|em|hs|hv|hoc sinh|hoc vien|luot nguoi))?\s*[,;:(/–-]?\s*(?:(?:trong do|td|tr\. ?do|co|gom)[ :]*)*"
    r"(?:(?:so )?nu ?[:=]? ?(\d[\d.]*)(?: (?:nguoi|luot|em))?|(\d[\d.]*) (?:nguoi |luot |em )?(?:la )?nu)\)?\.?"
)

# The men told beside the women, before or behind them.
_NUMBER_OF_MEN = (
    r"(?:(?:so )?nam ?[:=]? ?(\d[\d.]*)|(\d[\d.]*) (?:nguoi |luot |em )?(?:la )?nam)(?: (?:nguoi|em))?"
)
_MEN = re.compile(
    rf"(?<=[(:,; ]){_NUMBER_OF_MEN}(?: ?[,;/-] ?| va )(?=(?:so )?nu\b|\d)|(?: ?[,;/-] ?| va ){_NUMBER_OF_MEN}(?=\)|\.?$)"
)


def read_with_women(cell: Cell, told: bool = False) -> tuple[int, int] | None:
    """All and the women among them where one cell tells both ("45 (nữ 20)", "45 người, trong đó 20 nữ", and with the men
    who make them all "45 (nam: 25, nữ: 20)"). `told`: the heading says that there are two numbers ("45 (20)" below "Số người (nữ)")."""
    if not isinstance(cell, str) or len(cell) >= _LONGEST:
        return None
    plain = bare(cell)
    men = _MEN.search(plain)
    plain = plain.replace(men[0], "", 1) if men else plain
    found = (told and _TWO.fullmatch(clean(cell))) or _WITH_WOMEN.fullmatch(plain)
    if not found:
        return None
    everyone, women = plain_number(found[1]), plain_number(found[2] or found[found.lastindex or 0])
    if everyone is None or women is None:
        return None
    return (everyone, women) if not men or plain_number(men[men.lastindex or 0]) == everyone - women else None


# Two numbers of which the heading says what they are.
_TWO = re.compile(r"(\d[\d.]*) ?[(/;-] ?(\d[\d.]*) ?\)?")
_LONGEST = 60


def read_two(cell: Cell) -> tuple[int, int] | None:
    """Two numbers of which the heading says what they are ("2/80")."""
    found = _TWO.fullmatch(clean(cell)) if isinstance(cell, str) and len(cell) < _LONGEST else None
    one, other = (plain_number(found[1]), plain_number(found[2])) if found else (None, None)
    return (one, other) if one is not None and other is not None else None


_PEOPLE = r"(?:luot|nguoi|hoc vien|dai bieu|tham gia|tham du|em|hs|hoc sinh|ph|phu huynh)"
_HELD = r"(\d{1,3}) (?:lop|buoi|cuoc|khoa|hoi nghi|hoi thi)(?: (?:tap huan|truyen thong|tuyen truyen))?"
_BOTH = re.compile(
    rf"{_HELD}"
    rf"(?:\s*[/,;:(–-]\s*(?:co |gom |tong )?(\d[\d.]*)(?: {_PEOPLE})*|(?: voi| co| cho| va)? (\d[\d.]*)(?: {_PEOPLE})+)"
)
_PEOPLE_FIRST = re.compile(
    rf"(\d[\d.]*)(?: {_PEOPLE})+(?:\s*[/,;(–-]\s*(?:o |trong )?| (?:o|trong|cua) ){_HELD}"
)
# So many at each of them.
_EACH = re.compile(rf"{_HELD} ?[x*×] ?(\d[\d.]*)(?: {_PEOPLE})+")
_TIMES = re.compile(rf"(\d[\d.]*)(?: {_PEOPLE})+ ?[x*×] ?{_HELD}")


def read_activities_and_people(cell: Cell) -> tuple[int, int] | None:
    """Activities and people where one cell tells both ("02 lớp/90 lượt người", "90 người/02 lớp", "2 lớp x 45 người")."""
    if not isinstance(cell, str) or len(cell) >= _LONGEST:
        return None
    text = bare(cell).rstrip("). ")
    if found := _BOTH.fullmatch(text):
        return _both(found[1], found[2] or found[3])
    if found := _PEOPLE_FIRST.fullmatch(text):
        return _both(found[2], found[1])
    if found := _EACH.fullmatch(text):
        return _both(found[1], found[2], each=True)
    found = _TIMES.fullmatch(text)
    return _both(found[2], found[1], each=True) if found else None


def _both(activities: str, people: str, each: bool = False) -> tuple[int, int] | None:
    """The two numbers; all people of the activities where so many came to `each`."""
    held, came = int(activities), plain_number(people)
    return None if came is None else (held, came * held if each else came)


def tells_figures(cell: Cell) -> bool:
    """Whether a cell holds a figure, or two."""
    return holds_figure(cell) or any(
        read(cell) for read in (read_two, read_with_women, read_activities_and_people)
    )
