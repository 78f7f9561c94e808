"""Headings whose words say one thing and whose values plainly another: the values say what the column holds.

"Hội, đoàn thể thực hiện" names an audience by its words; above names of bodies it tells who organised. A meaning is
given up only where none of the values can be of it and all of them are of another, so that figures that cannot be
read ("khoảng 60") stay findings about their cells.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from data_loaders.cells import words
from data_loaders.columns.headings import Heading
from data_loaders.columns.values import are_years, is_class
from data_loaders.names.units import Era, resolve
from data_loaders.reading.grid import Cell
from data_loaders.values.audiences import read_audiences, read_numbered
from data_loaders.values.dates import Near, read_span
from data_loaders.values.fault import Fault
from data_loaders.values.indicators import named_indicator
from data_loaders.values.kinds import find_delivery, find_kind, kind_of_title
from data_loaders.values.numbers import bare, read_count
from data_loaders.values.periods import Span, find_period
from data_loaders.values.two_numbers import read_activities_and_people
from program.text import fold
from program.vocabulary import Kind

Headings = dict[int, Heading]
Values = dict[int, list[Cell]]
_SHORT, _PERIOD = 6, 5
_OF_TIME = re.compile(
    r"([a-h] )?(\d|[ivx]+\b|[tq]\d|(trong |luy ke )?(thang|quy|nam|ky|hoc|giai|ca|dau|cuoi|tu|den|sau|chin)\b)"
)
# So many rows numbered one after the other leave no doubt.
_ROWS = 3
_OFFICE = re.compile(
    r"(ubnd|uy ban|phong(?! hop)|hoi(?! truong)|doan|ban|cong an|ca|trung tam|tt|doi|truong|mttq|ubmttq|mat tran|so|chi doan|chi hoi|lien doan|ldld|cong doan"
    r"|to|quan doan|huyen doan|thanh doan|phuong doan|xa doan|van phong|thu vien|nha(?! van hoa| sinh hoat| vh| shcd)|tram|cau lac bo|clb|dan quan|khu|lien|vien|bao|dai|quy|nhom)\b"
)
_ORGANISES = re.compile(
    r"\b(chu tri|thuc hien|to chuc|phu trach|trien khai|tien hanh|dang cai|mo lop|dam nhiem|dam trach|dau moi|dung ra|dung ten|chu the)\b"
)
_ABOUT = re.compile(r"\b(hoat dong|noi dung|chuong trinh|chuyen de|chu de|lop|buoi|su kien|viec|ten)\b")
_SCHOOL = re.compile(
    r"(cac )?(truong|nha truong|diem truong|tieu hoc|th|thcs|thpt|ptcs|trung hoc|mam non|mn|mau giao|mg|nhom tre|trung tam gdtx|gdtx)\b(?! (phong|ban)\b)"
)
_TICKED = ("delivery.in_person", "delivery.online", "delivery.hybrid")
_COUNTS = re.compile(r"\b(so|luot|nguoi|du|tham|mat|dong|tong|quan|co)\b")


def is_audience(cell: Cell) -> bool:
    """Whether a cell is nothing but the name of audiences ("Phụ huynh, giáo viên"); "Lớp cho phụ huynh" is that of a class."""
    return (
        isinstance(cell, str)
        and kind_of_title(words(cell)) is None
        and len(cell.split()) <= 2 * _SHORT
        and not any(sign.isdigit() for sign in re.sub(r"(?i)lớp \d+|khối \d+", "", cell))
        and bool(read_audiences(cell))
    )


def is_office(cell: Cell) -> bool:
    """Whether a cell begins with the name of a body ("Phòng Văn hóa và Thông tin", "Hội Phụ nữ"); "Quý I" is none."""
    return isinstance(cell, str) and bool(_OFFICE.match(fold(cell))) and not is_period(cell)


def is_school(cell: Cell) -> bool:
    """Whether a cell is the name of a school or of several."""
    return isinstance(cell, str) and len(cell.split()) <= 3 * _SHORT and bool(_SCHOOL.match(fold(cell)))


def _is_kind(cell: Cell) -> bool:
    text = words(cell)
    return len(text.split()) <= _SHORT and not _has_digit(cell) and find_kind(text) is not None


def _is_delivery(cell: Cell) -> bool:
    text = words(cell)
    return len(text.split()) <= _SHORT and find_delivery(text) is not None


def is_only_delivery(cell: Cell) -> bool:
    """Whether a cell is nothing but a form of delivery; "Phòng VH&TT" is an office."""
    return _is_delivery(cell) and not _has_digit(cell) and not is_office(cell) and not is_school(cell)


def _is_day(cell: Cell) -> bool:
    span = read_span(cell, Near(2023, 1)) if not isinstance(cell, int | float) else None
    return isinstance(span, Span) and span.grain == "day"


def is_period(cell: Cell) -> bool:
    """Whether a cell is nothing but a period ("Quý II", "Tháng 5/2023"); "An toàn mạng kỳ 1" is a title."""
    short = isinstance(cell, str) and len(cell.split()) <= _PERIOD and find_period(cell) is not None
    return short and bool(_OF_TIME.match(fold(words(cell))))


def is_unit(cell: Cell) -> bool:
    """Whether a cell is nothing but the name of a unit; "Lớp Hòa Phong" is that of a class."""
    short = isinstance(cell, str) and len(cell.split()) <= _SHORT and kind_of_title(cell) is None
    return short and not _has_digit(cell) and resolve(words(cell), Era.UNKNOWN).code is not None


def _is_number(cell: Cell) -> bool:
    return isinstance(read_count(cell), int)


def _has_digit(cell: Cell) -> bool:
    return any(sign.isdigit() for sign in words(cell))


def _is_words(cell: Cell) -> bool:
    return isinstance(cell, str)


def _tells_both(cell: Cell) -> bool:
    """Whether a cell tells activities and the people who came ("02 lớp/90 lượt người")."""
    return read_activities_and_people(cell) is not None


def _is_no_number(cell: Cell) -> bool:
    """Whether a cell is words that no figures begin."""
    return isinstance(cell, str) and cell.strip()[:1].isalpha() and isinstance(read_count(cell), Fault)


def _tells(cell: Cell) -> bool:
    """Whether a cell tells of something in several words."""
    return _is_no_number(cell) and len(words(cell).split()) >= _ROWS


def _has_no_figure(cell: Cell) -> bool:
    return isinstance(cell, str) and not _has_digit(cell) and isinstance(read_count(cell), Fault)


_MEASURE = r"(so )?(lop|buoi|cuoc|luot( nguoi| tham gia)?|nguoi|truong|co so|tre( em)?|em|ho|dot|cau lac bo|clb|mo hinh|tin|bai|phan tram|%)"
_MEASURES = re.compile(rf"{_MEASURE}(\W+{_MEASURE})*")


def _is_measure(cell: Cell) -> bool:
    """Whether a cell tells in what its row is counted ("Lớp", "%"), below "Đơn vị" too."""
    return isinstance(cell, str) and bool(_MEASURES.fullmatch(bare(cell)))


def _is_code(cell: Cell) -> bool:
    """Whether a cell is letters and a number together, a mark of its row ("H001")."""
    return isinstance(cell, str) and bool(re.fullmatch(r"[a-z]{1,5}[-_.]?\d{2,}", bare(cell)))


_PEOPLE = ("attendances", "attendances_total", "female", "count")
# The first meaning of a heading; what its values cannot be of it; what they are instead; in which words of the heading.
_RULES: tuple[
    tuple[tuple[str, ...], Callable[[Cell], bool], Callable[[Cell], bool], str, re.Pattern[str] | None], ...
] = (
    (_PEOPLE, _has_no_figure, is_audience, "audience", None),
    (("unused", "", "count", "kind_measure"), _tells_both, _tells_both, "attendances_total", None),
    (_PEOPLE, is_class, is_class, "unused", None),
    ((*_PEOPLE, "kind_measure", "value"), _is_code, _is_code, "unused", None),
    (_PEOPLE, _is_no_number, is_school, "school", None),
    (_PEOPLE, _is_no_number, is_office, "organiser", _ORGANISES),
    (_PEOPLE, _is_no_number, _tells, "title", _ABOUT),
    (("unit",), _is_measure, _is_measure, "unused", None),
    (("unit",), _is_number, _is_number, "attendances_total", _COUNTS),
    (
        ("unit", "organiser", "audience"),
        _is_number,
        _is_number,
        "attendances_total",
        re.compile(r"\b(doan the|thanh phan|doi tuong)\b"),
    ),
    (("value",), _has_no_figure, lambda cell: bool(named_indicator(words(cell))), "indicator", None),
    (("delivery", "authority", "group"), lambda cell: not _is_delivery(cell), _is_kind, "kind", None),
    (("kind",), lambda cell: not _is_kind(cell), _is_delivery, "delivery", None),
    (("ward", "school", "organiser", "unit", "start_date"), _is_words, is_only_delivery, "delivery", None),
    (("start_date", "end_date", "kind_measure"), _has_no_figure, is_office, "organiser", None),
    (("title",), is_period, is_period, "period", re.compile(r"^(?!ten\b)")),
    (("",), is_period, is_period, "period", None),
    (("title",), is_unit, is_unit, "unit", None),
    (("title",), _is_words, is_school, "school", re.compile(r"\b(truong|csgd|co so)\b")),
    (("title",), _is_words, _is_kind, "kind", re.compile(r"\b(dang|loai|nhom|kieu|phan)\b")),
    (
        ("unused",),
        lambda cell: not _is_number(cell),
        _is_day,
        "end_date",
        re.compile(r"^(\w{1,2} )?hoan thanh$"),
    ),
    (("count", "kind_measure"), lambda cell: not _is_number(cell), _is_day, "start_date", None),
    (("kind",), lambda cell: not _is_kind(cell), is_audience, "audience", None),
)


def contradicted(headings: Headings, values_of: Values) -> Headings:
    """The headings, with the meaning of their values where those contradict the words."""
    found = {number: _settled(heading, values_of[number]) for number, heading in headings.items()}
    if any(_leaf(h) == "th" and h.kind for h in headings.values()):
        # "TT" beside "TH" is a session, not a form of delivery.
        found |= {
            n: Heading(h.text, ("kind_measure",), kind=Kind.COMMUNICATION_SESSION)
            for n, h in found.items()
            if _leaf(h) == "tt" and h.delivery
        }
    if (at := _units_under_indicators(found, values_of)) is not None:
        found[at] = Heading(found[at].text, ("unit",))
    first = min(found, default=0)
    if found and found[first].fields in ((), ("kind_measure",)) and _numbers_rows(values_of[first]):
        found[first] = Heading(found[first].text, ("ordinal",))
    return found


def _units_under_indicators(headings: Headings, values_of: Values) -> int | None:
    """The column of what is set that holds units, below rows that name an indicator each ("Chỉ tiêu/Đơn vị")."""
    firsts = [h.fields[0] for h in headings.values() if h.fields]
    at = [n for n, h in headings.items() if h.fields[:1] in (("indicator",), ("title",), ("unit",))]
    if len(at) != 1 or {"ward", "start_date"} & set(firsts):
        return None
    values = values_of[at[0]]
    others = [words(value) for value in values if not is_unit(value)]
    named = others and len(others) * 2 < len(values) and all(map(named_indicator, others))
    return at[0] if named else None


def _leaf(heading: Heading) -> str:
    return fold(heading.text.split(" – ")[-1])


def _numbers_rows(values: list[Cell]) -> bool:
    """Whether the cells of a first column are 1, 2, 3…"""
    return len(values) >= _ROWS and [read_count(value) for value in values] == [*range(1, len(values) + 1)]


def _settled(heading: Heading, values: list[Cell]) -> Heading:
    first = heading.fields[0].split(".", maxsplit=1)[0] if heading.fields else ""
    if heading.fields[:1] and heading.fields[0] in _TICKED and values and all(map(_is_delivery, values)):
        return replace(heading, fields=("delivery",), delivery=None)
    if heading.fields == ("start_date", "period") and are_years(values):
        return replace(heading, fields=("period",))
    for of, cannot, instead, field, said in _RULES:
        if (
            first in of
            and field not in heading.fields
            and values
            and (said is None or said.search(fold(heading.text)))
            and all(map(cannot, values))
            and all(map(instead, values))
            and not (field == "title" and all(read_numbered(words(value)) for value in values))
        ):
            if heading.audience and field == "attendances_total":
                return replace(heading, fields=(f"attendances.{heading.audience}",), unit=None)
            return replace(heading, fields=(field,), audience=None, kind=None, unit=None, delivery=None)
    return heading
