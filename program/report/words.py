"""The words of a report: names, amounts, shares and lists, as an office writes them. Vietnamese only."""

from collections.abc import Callable, Sequence
from contextvars import copy_context
from datetime import date
from functools import wraps
from typing import Final, ParamSpec, TypeVar

from locales.forms import day, month, number, percent
from locales.messages import use
from program import units
from program.filters import CITY
from program.measures.figures import Progress
from program.periods import PROGRAMME_START, Calendar, Period
from program.report.parts import Column, Form, Value
from program.shares import per_cent_in_words
from program.text import collation_key, enumerated, lower_first
from program.views.headline import began, young
from program.views.overview import Seats
from program.vocabulary import KIND_COUNTERS, KIND_LABELS, STATUS_LABELS, STATUS_SHAPES, Kind, Status

UNKNOWN = "…"
# The units of a table, told apart.
GROUPS: Final = {
    "districts": "Quận, huyện (đến 30-6-2025)",
    "communes": "Phường, xã (từ 1-7-2025)",
    "organisations": "Sở, ban, ngành, đoàn thể",
    "outside": "Địa bàn Quảng Nam trước đây (không tính vào số của thành phố)",
}
# From here on a decimal says nothing; nearer to a whole number than this it is one.
_RECOUNTED = 100
_WHOLE = 0.05
Asked = ParamSpec("Asked")
Given = TypeVar("Given")


def vietnamese(made: Callable[Asked, Given]) -> Callable[Asked, Given]:
    """A function that writes Vietnamese words and forms whatever the language of its caller."""

    @wraps(made)
    def said(*args: Asked.args, **named: Asked.kwargs) -> Given:
        context = copy_context()
        context.run(use, "vi")
        return context.run(made, *args, **named)

    return said


def written(value: Value, column: Column) -> str:
    """A value of a table as it is read; what is not known is "…", as in the statistical yearbooks."""
    if value is None:
        return UNKNOWN
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return day(value)
    if column.form == Form.SHARE:
        return percent(value / 100, 0 if float(value).is_integer() else 1)
    return number(value, 0 if column.form == Form.COUNT or float(value).is_integer() else 1)


def by_name(code: str) -> tuple[int, ...]:
    """Where a unit stands among others: by its name without quận, phường or xã."""
    return collation_key(units.label(code))


def inside(code: str) -> str:
    """A unit's name within a sentence: "quận Hải Châu", but "Sở Y tế"; the city as "thành phố"."""
    return "thành phố" if code == CITY else units.inside(code)


def full(code: str) -> str:
    """A unit's name with its type, as it begins a row; the city as "Toàn thành phố"."""
    return "Toàn thành phố" if code == CITY else units.label(code, with_type=True)


def listed(names: Sequence[str], limit: int = 8) -> str:
    """a, b và c; what is over the limit is counted."""
    return enumerated(names, limit, "nơi khác")


def amount(value: float, counter: str, digits: int = 0) -> str:
    """A figure with its counter: "143 lớp", "62,0 %"."""
    if counter == "%":
        return per_cent_in_words(value)
    return f"{number(value, digits or _decimals(value))} {counter}"


def _decimals(value: float) -> int:
    """A target spread over days is seldom whole: small ones keep one decimal, so that a reader can recount."""
    return 0 if value >= _RECOUNTED or abs(value - round(value)) < _WHOLE else 1


def status(found: Status) -> str:
    """Shape and word: "▲ cần tăng tốc"."""
    return f"{STATUS_SHAPES[found]} {STATUS_LABELS[found]}"


def held(seats: Seats) -> str:
    """168 lớp tập huấn với 9.539 lượt tham gia; said in words where nobody gave the number."""
    name = lower_first(KIND_LABELS[seats.kind])
    attended = "chưa rõ số lượt tham gia" if seats.total is None else f"{number(seats.total)} lượt tham gia"
    if seats.activities is None:
        return f"{name}: chưa rõ số {KIND_COUNTERS[seats.kind]}, {attended}"
    if seats.kind in (Kind.TRAINING_CLASS, Kind.COMMUNICATION_SESSION):
        name = f"{number(seats.activities)} {name}"
    else:
        name = (
            f"{number(seats.activities)} {KIND_COUNTERS[seats.kind] if seats.kind == Kind.CONTEST else name}"
        )
    return f"{name}, {attended}"


def since(p: Progress) -> str:
    """From when on an indicator is behind; empty where it is not."""
    if p.since is None:
        return ""
    if (p.since - PROGRAMME_START).days < 120:
        return "ngay từ đầu Chương trình"
    return f"từ tháng {month(p.since)}"


def needed(p: Progress) -> str:
    """What is needed from here on against what the last twelve months brought; empty where the time is over
    or it is not known. With less than a month left a monthly rate says nothing."""
    left = (p.end - p.as_of).days
    if p.ended or p.value is None or p.target is None or p.needed is None or p.value >= p.target:
        return ""
    counter = p.indicator.counter
    if left < 31:
        return f"còn thiếu {amount(p.target - p.value, counter)} trong {number(left)} ngày"
    text = f"cần {amount(p.needed, counter, 1)} mỗi tháng"
    if p.recent is None:
        return text
    if not p.recent and counter != "%":
        since = f"từ {day(began(p))}" if young(p) else "12 tháng qua"
        return f"{text}, {since} không có {counter} nào"
    if young(p):
        return f"{text}, từ {day(began(p))} bình quân {amount(p.recent, counter, 1)}"
    return f"{text}, 12 tháng qua bình quân {amount(p.recent, counter, 1)}"


def name_of(period: Period) -> str:
    """A period in the heading of a report: "năm 2023", "giai đoạn 2021–2025". June by the civil calendar is
    the Action Month for Children (Luật Trẻ em 2016, Điều 11)."""
    if period.grain == "programme":
        return f"giai đoạn {period.label}"
    if period.calendar == Calendar.CIVIL and period.grain == "month" and period.start.month == 6:
        return f"Tháng hành động vì trẻ em năm {period.start.year}"
    return period.label


def gaps_by_unit(gaps: Sequence[tuple[str, Period]]) -> list[str]:
    """Missing reports by unit: "huyện Hòa Vang (quý IV/2022)"; many of one unit are counted."""
    by: dict[str, list[str]] = {}
    for code, quarter in gaps:
        by.setdefault(code, []).append(quarter.label)
    return [
        f"{inside(code)} ({', '.join(which) if len(which) <= 3 else f'{number(len(which))} quý'})"
        for code, which in by.items()
    ]
