"""Headings of unknown wording that a word of theirs and the values below together leave no doubt about."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import permutations

from data_loaders.cells import words
from data_loaders.columns.cells.places_named import is_venue, is_ward, school_in
from data_loaders.columns.cells.sorts_of_cells import (
    day_told,
    has_digit,
    is_audience,
    is_day,
    is_delivery,
    is_office,
    is_only_delivery,
    is_school,
)
from data_loaders.columns.words.heading import Heading
from data_loaders.columns.words.headings import is_day_held
from data_loaders.columns.words.wordings import UNIT_OF_MEASURE, spelled_out
from data_loaders.names.units import Era, resolve
from data_loaders.persons.names import mostly_names
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.days.periods import Span
from data_loaders.values.fault import Fault
from data_loaders.values.kinds import find_kind
from program.text import fold

Headings = dict[int, Heading]
Values = dict[int, list[Cell]]
_ACTIVITIES = re.compile(r"\d+ (lop|buoi|cuoc|khoa|dot|hoi thi|hoat dong)\b")
# What a title looks like: several words, hardly ever the same twice.
_DISTINCT, _TELLING = 0.7, 3
_RIGHTMOST = (("start_date",), ("kind",), ("attendances_total",), ("female",))
_REMARK = re.compile(
    r"\b(ton tai|han che|kho khan|vuong mac|kien nghi|de xuat|nguyen nhan|nhan xet|danh gia|ket qua|giai phap|y kien|phuong huong"
    r"|minh chung|dia diem|noi(?! dung| chuyen)|hoi truong|phoi hop|ho tro|tai tro|cung cap|giam sat|kiem tra|in an|duoc moi|nguoi|ho ten|ten (cac|nhung)|khac|dong hanh)\b"
)
_SHORT, _PLACE_NAME = 5, 6
# Values of these that are not known can be asked about or kept as they stand.
_DOUBTED = ("audience", "school")
# Such values may be those of a heading that names nothing more than a kind ("Hoạt động/Chuyên đề").
_OPEN = ((), ("kind_measure",))
# Without one of these a table lists no activities.
_HELD = frozenset(["title", "kind", "audience", "attendances_total", "delivery", "organiser"])


def hinted(headings: Headings, values_of: Values, placed: bool) -> Headings:
    """The headings, with the fields that are beyond doubt, each at most once and only where no heading has it.
    Units beside an activity may as well be partners in it: where the words around tell the unit (`placed`), they
    are not guessed."""
    found = dict(headings)
    offered = {field for heading in headings.values() for field in heading.fields[:1]}
    if placed and offered & {"title", "start_date", "kind"}:
        offered.add("unit")
    if any(
        heading.fields[:1] and heading.fields[0].startswith("attendances.") for heading in headings.values()
    ):
        offered.add("audience")
    listed = bool(offered & {"title", "start_date", "kind"})
    for field, hint, fits in _HINTS:
        if field in offered:
            continue
        fitting = [
            number
            for number, heading in found.items()
            if (
                heading.fields in _OPEN
                or (field in _PLACES and _is_venue(heading))
                or (
                    field == "kind"
                    and "indicator" not in offered
                    and not any(h.kind for h in headings.values())
                    # What the rows are counted in ("Lớp", "Buổi") tells what they are.
                    and UNIT_OF_MEASURE.fullmatch(fold(heading.text))
                )
            )
            and hint.search(spelled_out(fold(heading.text)))
            and not (field in _WORDED and _REMARK.search(fold(heading.text)))
            and not (field == "start_date" and (_OTHER_DAY.search(fold(heading.text)) or not offered & _HELD))
            and (
                (_most if field in _DOUBTED else _all)(fits, values_of[number])
                or (
                    field == "school"
                    and listed
                    and _is_venue(heading)
                    and any(map(school_in, values_of[number]))
                )
            )
        ]
        if len(fitting) == 1 and not mostly_names(values_of[fitting[0]], least=1):
            offered.add(field)
            heading = headings[fitting[0]]
            # Activities keep the kind that their heading names.
            counted = field == "count"
            found[fitting[0]] = (
                replace(heading, fields=(field,)) if counted else Heading(heading.text, (field,))
            )
    if "title" not in offered and offered & {"start_date", "kind"}:
        found = _titled(found, values_of)
    return found if "end_date" in offered else _ended(found, values_of)


def _is_venue(heading: Heading) -> bool:
    """Whether a heading asks for the place, of which the records keep wards and schools alone."""
    return heading.fields in (("unused",), ()) and is_venue(heading)


def _titled(headings: Headings, values_of: Values) -> Headings:
    """The leftmost column of unknown heading whose cells are words of their own in nearly every row tells what was
    held, where no other does; remarks and venues stand to the right of the figures or say so."""
    last = max((n for n, h in headings.items() if h.fields[:1] in _RIGHTMOST), default=0)
    for number, heading in sorted(headings.items()):
        cells = values_of[number]
        if (
            heading.fields in _OPEN
            and number < last
            and _all(_is_words, cells)
            and len(set(cells)) >= _DISTINCT * len(cells)
            and sum(len(words(cell).split()) for cell in cells) >= _TELLING * len(cells)
            and not _REMARK.search(fold(heading.text))
            and not mostly_names(cells, least=1)
        ):
            return {**headings, number: Heading(heading.text, ("title",))}
    return headings


def _ended(headings: Headings, values_of: Values) -> Headings:
    """Of two columns of days ("Ngày mở", "Ngày đóng") the one that is never earlier holds the last days; days that were
    intended, or of something else ("Ngày dự phòng"), are none beside those that came."""
    told = [n for n, h in headings.items() if h.fields[:1] == ("start_date",)]
    held = [n for n in told if is_day_held(headings[n].lowest)]
    meant = [
        n
        for n in told
        if _INTENDED.search(fold(headings[n].text))
        or (held and n not in held and not _CLOSING.search(fold(headings[n].text)))
    ]
    if meant and any(is_day(cell) for n in told if n not in meant for cell in values_of[n]):
        return {n: replace(h, fields=("unused",)) if n in meant else h for n, h in headings.items()}
    dated = [n for n in told if _all(is_day, values_of[n])]
    for first, last in permutations(dated, 2):
        pairs = list(zip(_days(values_of[first]), _days(values_of[last]), strict=False))
        if len(values_of[first]) == len(values_of[last]) and all(a.start <= b.start for a, b in pairs):
            return {**headings, last: replace(headings[last], fields=("end_date",))}
    return headings


def _most(fits: Callable[[Cell], bool], values: list[Cell]) -> bool:
    """Whether two in three values fit, so that the others are asked about."""
    return sum(map(fits, values)) * 3 >= len(values) * 2 > 0


def _all(fits: Callable[[Cell], bool], values: list[Cell]) -> bool:
    return bool(values) and all(map(fits, values))


def _days(values: Iterable[Cell]) -> list[Span]:
    return [span for span in map(day_told, values) if span]


def _is_kind(cell: Cell) -> bool:
    return len(words(cell).split()) <= _SHORT and find_kind(words(cell)) is not None


def _is_only_kind(cell: Cell) -> bool:
    return _is_kind(cell) and not has_digit(cell)


def _is_words(cell: Cell) -> bool:
    return isinstance(cell, str) and isinstance(read_count(cell), Fault) and not is_day(cell)


def _is_number_of_activities(cell: Cell) -> bool:
    return isinstance(cell, str) and bool(_ACTIVITIES.match(fold(cell)))


def _is_unit(cell: Cell) -> bool:
    return isinstance(cell, str) and resolve(cell, Era.UNKNOWN).code is not None


def _is_name_of_place(cell: Cell) -> bool:
    return _is_words(cell) and len(words(cell).split()) <= _PLACE_NAME


_PLACES = ("ward", "school")
# Words that remarks share with these.
_WORDED = ("audience", "kind", "organiser")
_INTENDED = re.compile(r"\b(du kien|ke hoach|dang ky)\b")
_CLOSING = re.compile(r"\b(cuoi|dong|xong|be|nghi|den|het|sau|ra ve|thuc te)\b")
# Days on which nothing was held.
_OTHER_DAY = re.compile(
    r"\b(giao|gui|nop|lap|ky|ban hanh|sinh|han|bao cao|nhan|cap|van ban|du kien|ke hoach|thanh lap|hieu luc|cap nhat|duyet|thanh toan)\b"
)
_HINTS: tuple[tuple[str, re.Pattern[str], Callable[[Cell], bool]], ...] = tuple(
    (field, re.compile(rf"\b({hint})\b"), fits)
    for field, hint, fits in (
        ("start_date", "ngay|thoi gian|thoi diem|dien ra|gio|lich", is_day),
        ("kind", "loai|dang|phan loai|the loai", _is_kind),
        ("delivery", "hinh thuc|phuong thuc|cach thuc|truc tiep|truc tuyen", is_delivery),
        ("delivery", r"\w+", is_only_delivery),
        ("start_date", r"\w+", is_day),
        ("unit", "don vi|quan|huyen|phong|dia phuong|co quan|thuoc|ubnd", _is_unit),
        ("ward", r"\w+", is_ward),
        ("school", r"\w+", is_school),
        ("ward", "phuong(?! (?:tien|phap|an|huong|cham))|xa(?! hoi)|dia ban", _is_name_of_place),
        ("audience", r"\w+", is_audience),
        ("kind", r"\w+", _is_only_kind),
        (
            "organiser",
            "don vi|co quan|hoi|doan|ban|nganh|phong|chu|to chuc|dau moi|ben|ai|luc luong|tham muu|thuc hien|phu trach",
            is_office,
        ),
        ("count", r"\w+", _is_number_of_activities),
        ("title", "ten|noi dung|hoat dong|chuyen de|chu de|su kien|chuong trinh|lop|buoi", _is_words),
    )
)
