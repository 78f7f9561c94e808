"""What one cell below a heading is: a day, a number, the name of a body, of a school, of those who came."""

import re
from collections.abc import Sequence

from data_loaders.cells import words
from data_loaders.names.units import Era, resolve
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import bare, read_count, read_people, read_value
from data_loaders.values.amounts.two_numbers import read_activities_and_people
from data_loaders.values.days.dates import Near, read_span
from data_loaders.values.days.periods import Span, find_period
from data_loaders.values.fault import Fault
from data_loaders.values.kinds import find_delivery, find_kind, kind_of_title
from data_loaders.values.people.audiences import read_audiences, tells_amounts
from program.text import fold

_AND = re.compile(r"\s*[,;+]\s*|\s+và\s+")
_SHORT, _PERIOD, _TELLING = 6, 5, 3
_OF_TIME = re.compile(
    r"([a-h] )?(\d|[ivx]+\b|[tq]\d|(trong |luy ke )?(thang|quy|nam|ky|hoc|giai|ca|dau|cuoi|tu|den|sau|chin)\b)"
)
_OFFICE = re.compile(
    r"(ubnd|uy ban|phong(?! hop)|hoi(?! truong)|doan|ban|cong an|ca|trung tam|tt|doi|truong|mttq|ubmttq|mat tran|so|chi doan|chi hoi|lien doan|ldld|cong doan"
    r"|to|quan doan|huyen doan|thanh doan|phuong doan|xa doan|van phong|thu vien|nha(?! van hoa| sinh hoat| vh| shcd)|tram|cau lac bo|clb|dan quan|khu|lien|vien|bao|dai|quy|nhom)\b"
)
_SCHOOL = re.compile(
    r"(cac )?(truong|nha truong|diem truong|tieu hoc|th|thcs|thpt|ptcs|trung hoc|mam non|mn|mau giao|mg|nhom tre|trung tam gdtx|gdtx)\b(?! (phong|ban)\b)"
)


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


def is_kind(cell: Cell) -> bool:
    """Whether a cell is the name of a kind in a few words."""
    text = words(cell)
    return len(text.split()) <= _SHORT and not has_digit(cell) and find_kind(text) is not None


def is_delivery(cell: Cell) -> bool:
    """Whether a cell names a form of delivery in a few words."""
    text = words(cell)
    return len(text.split()) <= _SHORT and find_delivery(text) is not None


def is_only_delivery(cell: Cell) -> bool:
    """Whether a cell is nothing but a form of delivery; "Phòng VH&TT" is an office."""
    return is_delivery(cell) and not has_digit(cell) and not is_office(cell) and not is_school(cell)


def day_told(cell: Cell) -> Span | None:
    """The day or days that a cell names; None for a period, and for a bare number."""
    span = read_span(cell, Near(2023, 1)) if not isinstance(cell, int | float) else None
    return span if isinstance(span, Span) and span.grain == "day" else None


def is_day(cell: Cell) -> bool:
    """Whether a cell names a day or days."""
    return day_told(cell) is not None


def is_period(cell: Cell) -> bool:
    """Whether a cell is nothing but a period ("Quý II", "Tháng 5/2023"); "An toàn mạng kỳ 1" is a title."""
    short = isinstance(cell, str) and len(cell.split()) <= _PERIOD and find_period(cell) is not None
    return short and bool(_OF_TIME.match(fold(words(cell))))


def is_unit(cell: Cell) -> bool:
    """Whether a cell is nothing but the name of a unit; "Lớp Hòa Phong" is that of a class."""
    short = isinstance(cell, str) and len(cell.split()) <= _SHORT and kind_of_title(cell) is None
    return short and not has_digit(cell) and resolve(words(cell), Era.UNKNOWN).code is not None


def is_number(cell: Cell) -> bool:
    """Whether a cell counts something."""
    return isinstance(read_count(cell), int)


def all_numbers(cells: Sequence[Cell]) -> bool:
    """Whether cells count something, all of them."""
    return bool(cells) and all(map(is_number, cells))


def all_values(cells: Sequence[Cell]) -> bool:
    """Whether cells are values that can be read, shares and decimals too, all of them."""
    return bool(cells) and not any(isinstance(read_value(cell), Fault) for cell in cells)


def has_digit(cell: Cell) -> bool:
    """Whether a digit stands in a cell."""
    return any(sign.isdigit() for sign in words(cell))


def is_words(cell: Cell) -> bool:
    """Whether a cell is text."""
    return isinstance(cell, str)


def tells_both(cell: Cell) -> bool:
    """Whether a cell tells activities and the people who came ("02 lớp/90 lượt người")."""
    return read_activities_and_people(cell) is not None


def tells_people(cell: Cell) -> bool:
    """Whether a cell tells in words how many people came ("45 phụ huynh tham gia", "30 cha mẹ, 20 trẻ em")."""
    if not isinstance(cell, str) or not has_digit(cell):
        return False
    return tells_amounts(cell) or all(isinstance(read_people(part), int) for part in _AND.split(cell))


def is_no_number(cell: Cell) -> bool:
    """Whether a cell is words that no figures begin."""
    return isinstance(cell, str) and cell.strip()[:1].isalpha() and isinstance(read_count(cell), Fault)


def is_account(cell: Cell) -> bool:
    """Whether a cell tells of something in several words."""
    return is_no_number(cell) and len(words(cell).split()) >= _TELLING


def has_no_figure(cell: Cell) -> bool:
    """Whether a cell is words without a figure; a blank or a dash says nothing."""
    return isinstance(cell, str) and not has_digit(cell) and isinstance(read_count(cell), Fault)


_MEASURE = r"(so )?(lop|buoi|cuoc|luot( nguoi| tham gia)?|nguoi|truong|co so|tre( em)?|em|ho|dot|cau lac bo|clb|mo hinh|tin|bai|phan tram|%)"
_MEASURES = re.compile(rf"{_MEASURE}(\W+{_MEASURE})*")


def is_measure(cell: Cell) -> bool:
    """Whether a cell tells in what its row is counted ("Lớp", "%"), below "Đơn vị" too."""
    return isinstance(cell, str) and bool(_MEASURES.fullmatch(bare(cell)))


def is_code(cell: Cell) -> bool:
    """Whether a cell is letters and a number together, a mark of its row ("H001")."""
    return isinstance(cell, str) and bool(re.fullmatch(r"[a-z]{1,5}[-_.]?\d{2,}", bare(cell)))


# "2/45" are two classes of 45.
_CLASS = r"((cac )?(khoi|lop)( lop)? )?(0?[1-9]|1[0-2])( ?[/.-] ?(0?[1-9]|1\d|2[0-4])|[a-e]\d?)?"
# "45,1" (thousands) names no classes.
_DECIMAL, _LAST_CLASS = re.compile(r"(\d{1,3}),\d{1,3}"), 12
_CLASSES = re.compile(rf"{_CLASS}( ?([,;&+-]|va|den) ?{_CLASS})*")


def is_class(cell: Cell) -> bool:
    """Whether a cell tells years at school or classes of a school ("Khối 7", "6/1, 6/2"), not how many people."""
    if not isinstance(cell, str) or (
        (part := _DECIMAL.fullmatch(cell.strip())) and int(part[1]) > _LAST_CLASS
    ):
        return False
    return not isinstance(read_count(cell), int) and bool(_CLASSES.fullmatch(bare(cell)))


def is_birth_year(cell: Cell) -> bool:
    """Whether a cell is nothing but a year in which a person of today may be born."""
    return bool(_BIRTH.fullmatch(words(cell)))


_BIRTH = re.compile(r"19[4-9]\d|20[0-2]\d")
