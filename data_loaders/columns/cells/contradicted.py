"""Headings whose words say one thing and whose values plainly another: the values say what the column holds.

"Hội, đoàn thể thực hiện" names an audience by its words; above names of bodies it is_account who organised. A meaning is
given up only where none of the values can be of it and all of them are of another, so that figures that cannot be
read ("khoảng 60") stay findings about their cells.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from data_loaders.cells import words
from data_loaders.columns.cells.amounts import are_few
from data_loaders.columns.cells.sorts_of_cells import (
    has_no_figure,
    is_account,
    is_audience,
    is_birth_year,
    is_class,
    is_code,
    is_day,
    is_delivery,
    is_kind,
    is_measure,
    is_no_number,
    is_number,
    is_office,
    is_only_delivery,
    is_period,
    is_school,
    is_unit,
    is_words,
    tells_both,
    tells_people,
)
from data_loaders.columns.cells.values import are_years
from data_loaders.columns.words.heading import Heading
from data_loaders.columns.words.wordings import is_result
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.indicators import named_indicator
from data_loaders.values.people.audiences import read_numbered
from program.text import fold
from program.vocabulary import Kind

Headings = dict[int, Heading]
Values = dict[int, list[Cell]]
# So many rows numbered one after the other leave no doubt.
_ROWS = 3
_ORGANISES = re.compile(
    r"\b(chu tri|thuc hien|to chuc|phu trach|trien khai|tien hanh|dang cai|mo lop|dam nhiem|dam trach|dau moi|dung ra|dung ten|chu the)\b"
)
_ABOUT = re.compile(r"\b(hoat dong|noi dung|chuong trinh|chuyen de|chu de|lop|buoi|su kien|viec|ten)\b")
_TICKED = ("delivery.in_person", "delivery.online", "delivery.hybrid")
_COUNTS = re.compile(r"\b(so|luot|nguoi|du|tham|mat|dong|tong|quan|co)\b")
_NAMED = re.compile(
    r"^(cac |ten )*(doanh nghiep|cong ty|khach moi|dai bieu|giao vien|can bo|khac)( khac| tham (gia|du))?$"
)
_VAGUE = re.compile(r"(khoang|gan|hon|tren|duoi|uoc|ca|toan|dong|day|nhieu|it|khong|chua|du|moi)\b")


def _names_somebody(cell: Cell) -> bool:
    """Whether a cell is words that neither begin with a figure nor tell of many ("khoảng 60", "cả trường")."""
    return is_no_number(cell) and len(words(cell).split()) > 1 and not _is_vague(cell)


def _is_vague(cell: Cell) -> bool:
    return bool(_VAGUE.match(fold(words(cell))))


_PEOPLE = ("attendances", "attendances_total", "female", "count")
# The first meaning of a heading; what its values cannot be of it; what they are instead; in which words of the heading.
_RULES: tuple[
    tuple[tuple[str, ...], Callable[[Cell], bool], Callable[[Cell], bool], str, re.Pattern[str] | None], ...
] = (
    ((*_PEOPLE, "phone"), has_no_figure, is_audience, "audience", None),
    # "ĐT" may be for whom, "ĐĐ" where.
    (("phone",), has_no_figure, is_no_number, "unused", None),
    (("unused", "", "count", "kind_measure"), tells_both, tells_both, "attendances_total", None),
    (_PEOPLE, is_class, is_class, "unused", None),
    # The births of persons, not how many came.
    (_PEOPLE, is_birth_year, is_birth_year, "personal.birth_date", re.compile(r"^sn$")),
    ((*_PEOPLE, "kind_measure", "value"), is_code, is_code, "unused", None),
    # How far it reaches ("Cấp quận"), not how many came.
    (_PEOPLE, is_no_number, is_no_number, "unused", re.compile(r"^quy mo\b(?!.*\b(nguoi|luot|hoc vien)\b)")),
    (_PEOPLE, is_no_number, is_school, "school", None),
    (_PEOPLE, is_no_number, is_office, "organiser", _ORGANISES),
    # Who they were by name, not how many came ("Doanh nghiệp": "Công ty Dệt may 29/3").
    (("attendances",), _names_somebody, _names_somebody, "unused", _NAMED),
    (("attendances",), is_no_number, is_unit, "unit", None),
    (("attendances",), lambda cell: is_no_number(cell) and not _is_vague(cell), is_office, "organiser", None),
    (_PEOPLE, is_no_number, is_account, "title", _ABOUT),
    (("unit",), is_measure, is_measure, "unused", None),
    (("unit",), is_number, is_number, "attendances_total", _COUNTS),
    (
        ("unit", "organiser", "audience"),
        is_number,
        is_number,
        "attendances_total",
        re.compile(r"\b(doan the|thanh phan|doi tuong)\b"),
    ),
    (("school", "organiser"), is_number, is_number, "unused", None),
    (("value",), has_no_figure, lambda cell: bool(named_indicator(words(cell))), "indicator", None),
    (("delivery", "authority", "group"), lambda cell: not is_delivery(cell), is_kind, "kind", None),
    (("kind",), lambda cell: not is_kind(cell), is_delivery, "delivery", None),
    (("ward", "school", "organiser", "unit", "start_date"), is_words, is_only_delivery, "delivery", None),
    (("start_date", "end_date", "kind_measure"), has_no_figure, is_office, "organiser", None),
    (("title",), is_period, is_period, "period", re.compile(r"^(?!ten\b)")),
    (("",), is_period, is_period, "period", None),
    (("title",), is_unit, is_unit, "unit", None),
    (("title",), is_words, is_school, "school", re.compile(r"\b(truong|csgd|co so)\b")),
    (("title",), is_words, is_kind, "kind", re.compile(r"\b(dang|loai|nhom|kieu|phan)\b")),
    (
        ("unused",),
        lambda cell: not is_number(cell),
        is_day,
        "end_date",
        re.compile(r"^(\w{1,2} )?hoan thanh$"),
    ),
    (("count", "kind_measure"), lambda cell: not is_number(cell), is_day, "start_date", None),
    (("kind",), lambda cell: not is_kind(cell), is_audience, "audience", None),
)


def contradicted(headings: Headings, values_of: Values) -> Headings:
    """The headings, with the meaning of their values where those contradict the words."""
    found = {number: _settled(heading, values_of[number]) for number, heading in headings.items()}
    found |= _people_as_results(found, values_of)
    found |= _days_beside_people(found)
    if any(_leaf(h) == "th" and h.kind for h in headings.values()):
        # "TT" beside "TH" is a session, not a form of delivery; the first column numbers the rows.
        found |= {
            n: Heading(h.text, ("kind_measure",), kind=Kind.COMMUNICATION_SESSION)
            for n, h in found.items()
            if _leaf(h) == "tt" and h.delivery and n != min(found)
        }
    ticked = [n for n, h in found.items() if h.kind and h.fields[:1] and h.fields[0] in _TICKED]
    if are_few([values_of[n] for n in ticked]):
        # "Lớp trực tiếp | Lớp trực tuyến" over 5 and 2 count classes; over 1 and blanks they tell the form.
        found |= {n: replace(found[n], fields=("count",)) for n in ticked}
    if (at := _units_under_indicators(found, values_of)) is not None:
        found[at] = Heading(found[at].text, ("unit",))
    first = min(found, default=0)
    if found and found[first].fields in ((), ("kind_measure",)) and _numbers_rows(values_of[first]):
        found[first] = Heading(found[first].text, ("ordinal",))
    return found


def _people_as_results(headings: Headings, values_of: Values) -> Headings:
    """ "Kết quả" above how many came, in words ("45 phụ huynh tham gia", "50 người"), in most rows of a list where no
    other column counts people; the other rows are asked about."""
    at = {h.fields[0].partition(".")[0]: n for n, h in headings.items() if h.fields}
    told_beside = any(map(tells_people, values_of[at["audience"]])) if "audience" in at else False
    if "start_date" not in at or told_beside or {"attendances", "attendances_total"} & at.keys():
        return {}
    told = {
        n: sum(map(tells_people, values_of[n])) * 2 > len(values_of[n])
        for n, h in headings.items()
        if h.fields == ("unused",) and is_result(fold(h.text))
    }
    return {n: replace(headings[n], fields=("attendances_total",)) for n, most in told.items() if most}


def _days_beside_people(headings: Headings) -> Headings:
    """ "SN" is how many came only where no other column counts people: beside one it may be how many days it took."""
    counting = {n for n, h in headings.items() if h.fields and h.fields[0].startswith("attendances")}
    short = {n for n in counting if fold(headings[n].text) in ("sn", "sln")}
    return {n: replace(headings[n], fields=()) for n in short} if counting - short else {}


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
    return fold(heading.lowest)


def _numbers_rows(values: list[Cell]) -> bool:
    """Whether the cells of a first column are 1, 2, 3…"""
    return len(values) >= _ROWS and [read_count(value) for value in values] == [*range(1, len(values) + 1)]


def _settled(heading: Heading, values: list[Cell]) -> Heading:
    first = heading.fields[0].split(".", maxsplit=1)[0] if heading.fields else ""
    if heading.fields[:1] and heading.fields[0] in _TICKED and values and all(map(is_delivery, values)):
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
