"""Headings of registers of schools that are decided by their values: levels, who owns a school, names of schools."""

import re
from dataclasses import replace

from data_loaders.cells import words
from data_loaders.columns.cells.marks import is_mark
from data_loaders.columns.column import Column
from data_loaders.columns.words.heading import Heading
from data_loaders.names.old_wards import is_district
from data_loaders.reading.grid import Cell
from data_loaders.values.days.dates import Near, read_span
from data_loaders.values.days.periods import Span
from data_loaders.values.kinds import find_kind, find_level, names_only_level
from program.text import fold
from program.vocabulary import Kind

_OF_PLACES = frozenset(
    [
        "ordinal",
        "school",
        "unit",
        "organiser",
        "ward",
        "unused",
        "level",
        "personal.address",
        "phone",
        "email",
    ]
)
_DAYS = frozenset(["start_date", "end_date"])
_OF_REPORTS = frozenset(["start_date", "title", "kind", "delivery", "period", "indicator"])
FOUNDED = re.compile(r"\b(thanh lap|giai the|sap nhap|dong cua|ngung hoat dong)\b")
_LISTED = re.compile(
    r"\b(so|danh sach|danh ba|danh muc|thong ke|quy mo|he thong|mang luoi)( cac)?( don vi)? (truong|co so|nhom tre|lop mam non|lop mau giao)\b"
    r"|\b(so lieu|tong hop|theo doi)( cac)? (truong hoc|truong,? lop|co so giao duc)\b(?! (tham|to chuc|thuc hien|trien khai|da)\b)"
)
# Classes of pupils are no classes held.
_OF_PUPILS = re.compile(r"\btruong,? lop\b|\b(lop|nhom)( tre)?,? (lop )?(mam non|mau giao)\b")
_CAME = re.compile(r"\b(luot|tham (gia|du))\b")
_CLOSED = re.compile(
    r"(da |ngay |thang |nam |thoi diem |thoi gian )*(giai the|sap nhap|dong cua|(ngung|dung|cham dut)( hoat dong)?)\b.*"
)
_OPENED = re.compile(r"(duoc |thoi diem |thoi gian )*(thanh lap|hoat dong tu|bat dau hoat dong)\b.*")
_OWNED = re.compile(
    r"(loai hinh |truong )?((ngoai )?cong lap|tu thuc|dan lap|ban cong|tu thuc co von nuoc ngoai)"
)


def held(around: str, kind: Kind | None) -> bool:
    """Whether the folded words around a table, which name a `kind`, are of activities that were held."""
    return kind is not None and not _OF_PUPILS.search(around)


def lists_schools(around: str, kind: Kind | None) -> bool:
    """Whether the folded words around a table say that it lists schools ("Danh sách trường", "Mạng lưới trường, lớp")."""
    return bool(_LISTED.search(around)) and not held(around, kind)


def levels_of_schools(headings: dict[int, Heading], samples: dict[int, list[Cell]]) -> dict[int, Heading]:
    """ "Loại hình" above levels of schools tells the level, not a kind of activity; above who owns them, neither."""
    told = [n for n, h in headings.items() if h.fields[:1] == ("kind",) and "level" in h.fields]
    graded = [n for n, h in headings.items() if h.fields[:1] == ("level",)]
    owned = [
        n
        for n in (*told, *graded)
        if samples[n] and all(map(_OWNED.fullmatch, map(fold, map(words, samples[n]))))
    ]
    levels = [n for n in told if _all_levels(samples[n])]
    meant: dict[int, tuple[str, ...]] = {
        **dict.fromkeys(levels, ("level",)),
        **dict.fromkeys(owned, ("unused",)),
    }
    if any(h.fields[:1] in (("school",), ("name",)) for h in headings.values()):
        meant |= _ticked(headings, samples)
    else:
        # "Tiểu học | THCS" above schools themselves names them.
        named = (n for n, h in headings.items() if names_only_level(h.lowest))
        meant |= {n: ("school", "name") for n in named if _all_schools(samples[n])}
    return {n: replace(h, fields=meant.get(n, h.fields)) for n, h in headings.items()}


def _ticked(headings: dict[int, Heading], samples: dict[int, list[Cell]]) -> dict[int, tuple[str, ...]]:
    """Columns of marks below the names of levels ("TH" | "THCS", ticked)."""
    lowest = {n: h.lowest for n, h in headings.items()}
    return {
        n: (f"level.{find_level(text)}",)
        for n, text in lowest.items()
        if samples[n] and names_only_level(text) and find_level(text) and all(map(is_mark, samples[n]))
    }


def schools(
    headings: dict[int, Heading], samples: dict[int, list[Cell]], around: str, kind: Kind | None
) -> dict[int, Heading]:
    """The headings, with the column that names the schools of a register. `around`: the words around the table, which
    may name a `kind`."""
    return _named(_alone(headings, samples), samples, lists_schools(fold(around), kind))


def _alone(headings: dict[int, Heading], samples: dict[int, list[Cell]]) -> dict[int, Heading]:
    """A list of nothing but schools, whose own names tell their levels, and of where they are, is a register."""
    told = {h.fields[0] for h in headings.values() if h.fields}
    named = [
        n
        for n, h in headings.items()
        if h.fields[:1] in (("school",), ("unit",), ("organiser",)) and _all_schools(samples[n])
    ]
    founded = any(FOUNDED.search(fold(h.text)) for h in headings.values())
    if not told <= (_OF_PLACES | _DAYS if founded else _OF_PLACES) or len(named) != 1:
        return headings
    # Beside telephones a name alone could be a person's.
    fields = ("school", "name") if told & {"phone", "email"} else ("name", "school")
    return {n: replace(h, fields=fields) if n in named else h for n, h in headings.items()}


def days_of_schools(headings: dict[int, Heading], samples: dict[int, list[Cell]]) -> dict[int, Heading]:
    """Beside schools "Giải thể" and "Ngừng hoạt động" above days tell until when they were, "Thành lập" since when."""
    if not any(h.fields[:1] in (("school",), ("name",)) for h in headings.values()):
        return headings
    found = dict(headings)
    for number, heading in headings.items():
        if heading.fields[:1] in ((), ("unused",), ("start_date",)) and samples[number]:
            field = _day_told(fold(heading.text)) if all(map(_is_day, samples[number])) else None
            found[number] = replace(heading, fields=(field,)) if field else heading
    return found


def _day_told(folded: str) -> str | None:
    return "end_date" if _CLOSED.fullmatch(folded) else "start_date" if _OPENED.fullmatch(folded) else None


def _is_day(cell: Cell) -> bool:
    return isinstance(read_span(cell, Near()), Span)


def districts_as_units(columns: list[Column], samples: dict[int, list[Cell]]) -> list[Column]:
    """ "Địa bàn" above districts tells the units of schools or people, or of summed figures, where no column does."""
    if any(c.field == "unit" for c in columns):
        return columns
    return [
        replace(c, field="unit")
        if c.field == "ward" and samples[c.number] and all(map(is_district, map(words, samples[c.number])))
        else c
        for c in columns
    ]


def _named(headings: dict[int, Heading], samples: dict[int, list[Cell]], listed: bool) -> dict[int, Heading]:
    """ "Tên đơn vị" above nothing but schools names the schools of a register, beside their levels or where the words
    around say that schools are `listed`."""
    told = [h.fields[0] for h in headings.values() if h.fields]
    titled = [n for n, h in headings.items() if h.fields[:1] == ("title",)]
    named = [
        n
        for n, h in headings.items()
        if h.fields[:1] in ((), ("unit",), ("title",)) and _all_schools(samples[n])
    ]
    if (
        not ("level" in told or (listed and not _OF_REPORTS & set(told) and not _came(headings)))
        or {"school", "name"} & set(told)
        or not set(titled) <= set(named)
    ):
        return headings
    return {n: replace(h, fields=("school", "name")) if n in named else h for n, h in headings.items()}


def _came(headings: dict[int, Heading]) -> bool:
    """Whether a heading counts those who came to something."""
    return any(_CAME.search(fold(h.text)) for h in headings.values())


def _all_levels(values: list[Cell]) -> bool:
    # "TH" may be either: a school or a class.
    texts = [words(v) for v in values]
    return all(map(find_level, texts)) and any(not find_kind(text) for text in texts)


def _all_schools(values: list[Cell]) -> bool:
    return bool(values) and sum(bool(find_level(words(v))) for v in values) * 5 >= len(values) * 4
