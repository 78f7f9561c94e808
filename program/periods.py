"""Kỳ báo cáo: report, civil and school years, and their halves, quarters and months.

Report windows are those of NĐ 09/2019/NĐ-CP as restated in later circulars: a month runs from the
15th of the month before to its 14th, a year from 15-12 of the year before to 14-12. The true date
is stored; the period is computed here.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

# The decision's day and the end of its span; settings of the programme, not of the code's logic.
PROGRAMME_START = date(2021, 6, 1)
PROGRAMME_END = date(2025, 12, 31)
_DAY = timedelta(days=1)


class Calendar(StrEnum):
    """Lịch: kỳ báo cáo (15-12 đến 14-12), năm dương lịch, năm học (1-9 đến 31-8)."""

    REPORT = "report"
    CIVIL = "civil"
    SCHOOL = "school"


CALENDAR_LABELS = {
    Calendar.REPORT: "Kỳ báo cáo (15-12 đến 14-12)",
    Calendar.CIVIL: "Năm dương lịch",
    Calendar.SCHOOL: "Năm học (1-9 đến 31-8)",
}


class PeriodError(ValueError):
    """A period that cannot be understood; the message is a Vietnamese sentence."""


@dataclass(frozen=True)
class Period:
    """A span of days, both ends inclusive. `grain` is `programme`, `year`, `half`, `quarter` or `month`.

    `code` is the name in addresses and commands: 2023, 2023-H1, 2023-Q2, 2023-05; a school year
    carries the year in which it begins; `all` is the whole programme.
    """

    code: str
    calendar: Calendar
    grain: str
    start: date
    end: date

    @property
    def label(self) -> str:
        """How an office writes it: "năm 2023", "6 tháng đầu năm 2023", "quý II/2023", "tháng 5/2023"."""
        if self.grain == "programme":
            return f"{self.start.year}–{self.end.year}"
        year = int(self.code[:4])
        if self.grain == "year":
            return f"năm học {year}–{year + 1}" if self.calendar == Calendar.SCHOOL else f"năm {year}"
        part = self.code[5:]
        if self.grain == "half":
            if self.calendar == Calendar.SCHOOL:
                return f"học kỳ {'I' if part == 'H1' else 'II'} năm học {year}–{year + 1}"
            return f"6 tháng {'đầu' if part == 'H1' else 'cuối'} năm {year}"
        if self.grain == "quarter":
            name = ("I", "II", "III", "IV")[int(part[1]) - 1]
            if self.calendar == Calendar.SCHOOL:
                return f"quý {name} năm học {year}–{year + 1}"
            return f"quý {name}/{year}"
        return f"tháng {int(part)}/{year}"

    def contains(self, day: date) -> bool:
        return self.start <= day <= self.end


def programme(calendar: Calendar = Calendar.REPORT) -> Period:
    """The whole span of the programme."""
    return Period("all", calendar, "programme", PROGRAMME_START, PROGRAMME_END)


_CODE = re.compile(r"(\d{4})(?:-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?")


@cache
def parse_period(code: str, calendar: Calendar = Calendar.REPORT) -> Period:
    """The period of a code such as 2023, 2023-H1, 2023-Q2 or 2023-05; `all` is the programme.

    A month of the school calendar is the civil month of that name. Raises PeriodError.
    """
    if code == "all":
        return programme(calendar)
    match = _CODE.fullmatch(code)
    if not match:
        raise PeriodError(f"Không hiểu kỳ “{code}”; viết 2023, 2023-H1, 2023-Q2 hoặc 2023-05.")
    year, part = int(match[1]), match[2] or ""
    if not date.min.year < year < date.max.year:
        # It would begin before the first day that there is, or end after the last.
        raise PeriodError(f"Không có kỳ “{code}”.")
    if part[:1].isdigit():
        grain, first, months = "month", int(part), 1
        if calendar == Calendar.SCHOOL:
            start = _month_start(year, int(part))
            return Period(code, calendar, grain, start, _month_start(year, int(part) + 1) - _DAY)
    else:
        grain, first, months = {
            "": ("year", 1, 12),
            "H": ("half", 1 + 6 * (int(part[1:] or 1) - 1), 6),
            "Q": ("quarter", 1 + 3 * (int(part[1:] or 1) - 1), 3),
        }[part[:1]]
    offset = 8 if calendar == Calendar.SCHOOL else 0
    start = _month_start(year, first + offset)
    end = _month_start(year, first + offset + months) - _DAY
    if calendar == Calendar.REPORT:
        start, end = _report_start(year, first), _report_start(year, first + months) - _DAY
    return Period(code, calendar, grain, start, end)


def _month_start(year: int, month: int) -> date:
    """The first day of a month counted from January of a year; months past 12 run on."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _report_start(year: int, month: int) -> date:
    """The 15th of the month before."""
    return _month_start(year, month - 1).replace(day=15)


def year_of(day: date, calendar: Calendar) -> int:
    """The year a day belongs to: 20-12-2023 is report year 2024."""
    if calendar == Calendar.REPORT:
        return day.year + (day >= date(day.year, 12, 15))
    if calendar == Calendar.SCHOOL:
        return day.year - (day.month < 9)
    return day.year


@cache
def periods(
    grain: str, calendar: Calendar, start: date = PROGRAMME_START, end: date = PROGRAMME_END
) -> tuple[Period, ...]:
    """All periods of a grain (`year`, `half`, `quarter`, `month`) that share a day with the span, in order."""
    parts = {
        "year": ("",),
        "half": ("-H1", "-H2"),
        "quarter": ("-Q1", "-Q2", "-Q3", "-Q4"),
        "month": tuple(f"-{m:02d}" for m in range(1, 13)),
    }[grain]
    years = range(year_of(start, calendar) - 1, year_of(end, calendar) + 3)
    found = [parse_period(f"{y}{part}", calendar) for y in years for part in parts]
    return tuple(sorted((p for p in found if p.start <= end and start <= p.end), key=lambda p: p.start))


def period_of(day: date, grain: str, calendar: Calendar) -> Period:
    """The period of this grain that a day belongs to."""
    return periods(grain, calendar, day, day)[0]


def meant(day: date, grain: str, calendar: Calendar) -> Period:
    """The period that somebody means who asks on a day for "the year": the one of the day, but not the stump of which
    the programme holds less than half (of the report year 2026 seventeen days), for which no report is asked."""
    found = period_of(day, grain, calendar)
    most = found.start + (found.end - found.start) / 2 <= PROGRAMME_END
    return found if most else period_of(found.start - _DAY, grain, calendar)


def covering(start: date, end: date) -> Period:
    """The shortest period, of the reporting year or else of the calendar, that holds all of these days; the whole
    programme where none does."""
    for grain in ("month", "quarter", "half", "year"):
        for calendar in (Calendar.REPORT, Calendar.CIVIL):
            found = period_of(start, grain, calendar)
            if end <= found.end:
                return found
    return programme()


def month_ends(start: date, end: date) -> list[date]:
    """The last days of the civil months within a span, and its last day."""
    days: list[date] = []
    year, month = start.year, start.month
    while True:
        month += 1
        if month == 13:
            year, month = year + 1, 1
        day = date(year, month, 1) - _DAY
        if day >= end:
            return [*days, end] if end >= start else days
        days.append(day)
