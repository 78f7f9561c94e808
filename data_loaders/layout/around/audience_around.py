"""The one audience of which the words above a table, or the name of its sheet, say that all its people are."""

import re

from data_loaders.names.organisations import find_organisation, is_office
from data_loaders.names.units import Era, resolve
from data_loaders.values.amounts.numbers import bare
from data_loaders.values.kinds import find_kind
from data_loaders.values.people.audiences import read_audiences
from data_loaders.values.people.children import CHILDREN, OF_CHILDREN
from program.vocabulary import Audience

_COUNTED = re.compile(r"\b(?:luot|so luong|so) (?:nguoi la )?(.+?) (?:tham gia|tham du|du|duoc)\b")

# For whom the activities are, right behind their name ("lớp tập huấn cho cha mẹ năm 2023").
_HELD_FOR = re.compile(
    r"\b(?:tap huan|truyen thong|tuyen truyen|lop|buoi|hoat dong) (?:(?:danh )?cho (?:cac )?|(?:doi tuong )?(?:la )?(?:cac )?(?=(?:phu huynh|cha,? me|giao vien|gv|cbql|can bo|cong tac vien|ctv|hoc sinh|nguoi cham soc)\b))(.+?)(?:,? nam \d{4}| quy | thang | (?:6|9) thang|[(]| tren dia ban|(?: (?:tinh )?(?:tu|den|ke tu))?(?: ngay| thang)? \d{1,2}[/.-]\d|$)"
)
# Words on what it is about may stand between ("lớp kỹ năng số cho trẻ em ngoài trường học"); then others than children
# may come to it.
_HELD_FOR_CHILDREN = re.compile(
    r"\b(?:tap huan|truyen thong|tuyen truyen|lop|buoi|hoat dong)\b(?: (?!cho\b)\w+){1,6} (?:danh )?cho "
)
_LABELLED = re.compile(r"^\W*(?:doi tuong|thanh phan)(?: (?:tham gia|tham du))?\s*[:–-]\s*(.+)")
_MARKED, _WORDS = (
    re.compile(r"^\W*(?:\d{1,2}|[IVX]{1,4})\W+"),
    re.compile(r"HS|GV|(?:[^\W\d_]+[ ,&/+-]*){1,9}(?<=...)"),
)


def counted_audience(lines: list[str]) -> Audience | None:
    """The one audience whose attendances the words count ("Số lượt cha mẹ tham gia…", "Đối tượng: Cha mẹ")."""
    named = _named(lines)
    return named[0] if len(named) == 1 else None


def children_around(lines: list[str]) -> Audience | None:
    """The children for whom the words say that activities are ("lớp tập huấn cho cha mẹ và trẻ em ngoài trường học")."""
    told = [line for line in map(bare, lines) if _HELD_FOR_CHILDREN.search(line)]
    further = [] if _named(lines) else [_HELD_FOR_CHILDREN.sub("lop cho ", line, count=1) for line in told]
    children = [audience for audience in _named([*lines, *further]) if audience in OF_CHILDREN]
    return children[0] if len(children) == 1 else None


def _named(lines: list[str]) -> tuple[Audience, ...]:
    """The audiences that the last of the lines names of which one names any."""
    told = [f[1] for at in (_HELD_FOR, _COUNTED, _LABELLED) for line in lines if (f := at.search(bare(line)))]
    return next(filter(None, map(_read, reversed(told))), None) or ()


def _read(told: str) -> tuple[Audience, ...] | None:
    """The audiences that words name; behind a comma may stand the rest of a name, or something else than people."""
    first, _, rest = told.partition(",")
    return read_audiences(told) or (None if CHILDREN.search(rest) else read_audiences(first))


def audience_of_sheet(sheet: str) -> Audience | None:
    """The one audience that a sheet is called by ("2. Cha mẹ"); the name of a unit or a kind is none."""
    name = _MARKED.sub("", sheet)
    named = _read(name) if _WORDS.fullmatch(name) and not find_kind(name) else None
    other = len(named or ()) != 1 or resolve(name, Era.UNKNOWN).code or find_organisation(name)
    # A long name of a body is cut off at 31 letters.
    return named[0] if named and not (other or is_office(name)) else None


# A line that names inhabitants and nothing else ("2. Số trẻ em năm 2024").
_INHABITANTS = re.compile(
    r"\W*(\d{1,2}[.)]|[ivx]{1,4}[.)]|[a-z][.)]|(bang|bieu|phu luc)( so)? ?\d*[.:]?)?\W*(tong )?(so( lieu)?( ve)?|dan so|thong ke)( so)? tre( em)?( duoi \d\d( tuoi)?)?"
    r"( (chia )?(theo|cua|tai|o|cac) [^\d]*)?( nam 20\d\d)?\W*"
)


def names_inhabitants(line: str) -> bool:
    """Whether a line above a table names children who live somewhere ("Số trẻ em"), and no activity."""
    return bool(_INHABITANTS.fullmatch(bare(line)))
