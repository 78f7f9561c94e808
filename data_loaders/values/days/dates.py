"""When something was held: true dates, and the ways in which an office writes days in words."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import bare
from data_loaders.values.days.beside_days import days_alone
from data_loaders.values.days.in_calendar import UNREADABLE, in_calendar, one_day
from data_loaders.values.days.month_names import may_of_days, months_in_figures
from data_loaders.values.days.periods import Span, Words, find_period, names_whole_year, span_of
from data_loaders.values.fault import ENDS_FIRST, Fault
from program.periods import Calendar
from program.text import clean

_EXCEL_EPOCH = date(1899, 12, 30)
# Serial numbers of the days from 2018 to 2027: a date column whose format was lost.
_SERIALS = range(43101, 46752)

_ISO = re.compile(r"(?<![\d/.-])(20\d\d|19\d\d)\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?!\d)(?:\s*t\b)?")
_YEAR_MONTH_DAY = re.compile(r"20[0-4]\d[01]\d[0-3]\d")
_DAY_AND_MONTH = re.compile(r"(\d{1,2}) ?- ?(0?[1-9]|1[0-2])")
_TWO_DAYS = re.compile(r"(\d{1,2}) ?- ?(\d{1,2})")
_DAY_MONTH_YEAR = re.compile(r"[0-3]\d[01]\d20[0-4]\d")
_PART = re.compile(r"(\d{1,2})(?:/(\d{1,2}))?(?:/(\d{4}|\d{2}))?")
_TO = re.compile(r"\s*(?:\b(?:den|(?<=\d )to)(?: het)?\b|[–-] het\b|\bva\b|[;,&+–—~÷→]|->)\s*")
# A day or days with their year among other words, and what before or after it could belong to it. Numbers of
# places ("khu 5") are none.
_FIRST_DAY = r"(?P<first>\d{1,2}(?: ?/ ?\d{1,2})?(?: ?/ ?\d{4})?(?: ?[-–,] ?| va | den (?:het )?)(?:ngay )?)?"
_DAY_WITH_YEAR = re.compile(
    rf"(?:\btu )?(?:\bngay )?\b{_FIRST_DAY}\d{{1,2}}(?: ?[/.] ?| thang )\d{{1,2}}(?: ?[/.] ?| nam )\d{{4}}(?!\d)"
)
_OF_A_DAY = re.compile(
    r"\?|\d ?[/.] ?\d|\d ?(?:[-–,/.;+&]+|va|den)?(?: ngay)? ?$|^ ?(?:[-–/.,;]|va|den)(?: ngay)? ?\d|\bthang\b|\b20\d\d\b"
    r"|\b(kh|ke hoach|cv|cong van|qd|quyet dinh|tb|thong bao|bc|bao cao|gm|giay moi|du kien|hoan|huy|chua|khong|khoang|dot|lan|tuan|ky|truoc|sau|hoac|hay)\b"
)
_PLACE_NUMBER = re.compile(
    r"\b(khu|khu vuc|tang|so|to|tdp|thon|khoi|lop|phong|nha|kiet|hem|duong|ngo|co so|cs|doi|cum|dan pho|dan cu|kdc|hoi truong) (so )?\d{1,3}[a-z]?\b(?! ?/)"
)
_DAY_OF_MONTH = re.compile(
    r"\d\s*[,/\-]?\s*thang|\bngay (?:mung|mong|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\b"
)
_NUMERIC_DAY = re.compile(r"\d\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2}")
_PART_OF_MONTH = re.compile(r"\b(?:tuan|dot|lan|ky)(?: thu)?\s*\d{1,2}")
_SCHOOL_YEAR = re.compile(r"20\d\d\s*[-–/]\s*(?:20)?\d\d")
# Days to come, and a last day alone.
_PLANNED = re.compile(
    r"^den (?:het )?(?:ngay )?\d|^(?:be giang|be mac|ket thuc)\b|\b(?:den nay|tro di)\b|\b(?:lui|doi|chuyen) (?:sang|den)\b|\bhoan\b(?! thanh)|^(?:theo )?(?:kh|ke hoach)\b|\bdu kien\b|\bse (?:duoc )?(?:to chuc|dien ra|mo|thuc hien|trien khai)\b"
)
_MISSING = {"", "chua ro", "chua xac dinh", "chua co"}
# "12 tháng năm 2023": a day of May, or twelve months.
_DAY_OR_MONTHS = re.compile(r"\d{1,2} thang nam 20\d\d")
_FOOTNOTE = re.compile(r"(?<=\d)\s*\(?\*+\)?[.;]?$")
_LEFT_OPEN = re.compile(r"[./…_-]\s*[/.…_-]")
_FEW_LINES = 5
_DASHES = re.compile(r"[-–—_./ …]+")


@dataclass(frozen=True)
class Near:
    """What the sheet says about time: fills in the year or month that a cell leaves out.

    `windows` are the periods it names: a report year opens in December and a school year in September
    of the year before, so a day without a year is the one that lies in them.
    """

    year: int | None = None
    month: int | None = None
    windows: tuple[tuple[date, date], ...] = ()


def read_span(cell: Cell, near: Near, civil_month: bool = True) -> Span | Fault | None:
    """The days a cell names, or None for a blank.

    True dates are taken as they are; text is day first (12/5/2023, 1.6.23, "ngày 12 tháng 5 năm
    2023", "12-14/5/2023", "30/5 - 2/6/2023") or a period ("Tháng 5/2023", "Quý II/2023"). A date that
    does not exist, or that lacks its year where the sheet names none, gives a Fault.
    """
    if cell is None:
        return None
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return Span(cell, cell)
    if isinstance(cell, bool):
        return Fault(UNREADABLE)
    if isinstance(cell, int | float):
        return _from_number(cell, near, civil_month)
    if isinstance(cell, str):
        return _from_text(cell, near, civil_month)
    return Fault(UNREADABLE)


def _from_number(number: int | float, near: Near, civil_month: bool) -> Span | Fault:
    whole = int(number)
    if whole in _SERIALS:
        day = _EXCEL_EPOCH + timedelta(days=whole)
        return Span(day, day)
    if number != whole:
        return Fault(UNREADABLE)
    if 2000 <= whole <= 2100:
        return _period(f"năm {whole}", near, civil_month)
    if _YEAR_MONTH_DAY.fullmatch(str(whole)):
        return one_day(whole % 100, whole // 100 % 100, whole // 10_000)
    if _DAY_MONTH_YEAR.fullmatch(f"{whole:08}"):
        return one_day(whole // 1_000_000, whole // 10_000 % 100, whole % 10_000)
    if 1 <= whole <= 31 and near.year and near.month:
        return one_day(whole, near.month, near.year)
    return Fault(UNREADABLE)


def _from_text(text: str, near: Near, civil_month: bool) -> Span | Fault | None:
    text = may_of_days(clean(text) if "\n" not in text else text)
    plain = _FOOTNOTE.sub("", bare(text.replace("tới", "đến")).removeprefix("'"))
    plain = months_in_figures(re.sub(r"(?<=\d )toi (?=\d|ngay)", "den ", plain))
    if plain in _MISSING or _DASHES.fullmatch(plain):
        return None
    if civil_month and _PLANNED.search(plain):
        return Fault(UNREADABLE)
    if civil_month and _DAY_OR_MONTHS.fullmatch(plain):
        return Fault(UNREADABLE, "ngày của tháng 5 hay cả năm?")
    plain = re.sub(r"(?<=[/.-])['’](?=\d\d$)", "", plain)
    if plain.isdecimal() and len(plain) < 9:
        return _from_number(int(plain), near, civil_month)
    bareday = _ISO.sub(r"\4/\3/\1", days_alone(plain))
    if (found := _days(bareday, near)) is not None:
        return found
    among = _day_among_words(bareday, near) or _one_below_another(text, near)
    return among or _period(text, near, civil_month)


def _one_below_another(text: str, near: Near) -> Span | None:
    """From the first to the last of days that stand one below the other in a cell."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not 1 < len(lines) <= _FEW_LINES:
        return None
    days = [s.start for n in lines if isinstance(s := _from_text(n, near, True), Span) and s.grain == "day"]
    return Span(days[0], days[-1]) if len(days) == len(lines) and days == sorted(days) else None


def _day_among_words(plain: str, near: Near) -> Span | None:
    """The day of a longer cell that names just one ("Nhà sinh hoạt khu 5, ngày 14/5/2023")."""
    plain = _PLACE_NUMBER.sub(r"\1", plain)
    found = [*_DAY_WITH_YEAR.finditer(plain)]
    if len(found) != 1:
        return None
    before, after = plain[: found[0].start()], plain[found[0].end() :]
    named = found[0][0].startswith(("ngay", "tu")) or not before.strip()[-1:].isalpha()
    if _OF_A_DAY.search(before) or _OF_A_DAY.search(after) or (found[0]["first"] and not named):
        return None
    days = _days(found[0][0].strip(), near)
    return days if isinstance(days, Span) else None


def _period(text: str, near: Near, civil_month: bool) -> Span | Fault:
    words = find_period(text)
    if words and _holds_a_day(text, words):
        words = None
    span = span_of(words, near.year, civil_month) if words else None
    return span or Fault(UNREADABLE, "" if not words else "thiếu năm")


def _holds_a_day(text: str, words: Words) -> bool:
    """Whether words or figures beside a year or month tell of less than it ("hè 2023"): never the whole of it."""
    plain = bare(text)
    if words.grain == "month":
        plain = _PART_OF_MONTH.sub(" ", plain)
        return bool(_DAY_OF_MONTH.search(plain) or _NUMERIC_DAY.search(plain))
    if words.grain == "programme":
        return "giai doan" not in plain and int(words.part[-4:]) - int(words.part[:4]) == 1
    if words.calendar is Calendar.SCHOOL:
        return words.grain == "year" and any(sign.isdigit() for sign in _SCHOOL_YEAR.sub("", plain))
    return words.grain == "year" and not (names_whole_year(text, words) and not _LEFT_OPEN.search(plain))


def _days(plain: str, near: Near) -> Span | Fault | None:
    """Days in words; None where the words are no days."""
    text = re.sub(
        r"(?<=\d)\s*-?\s*(?:thang|thg?\.?|/ ?(?:thang|th?\.?))\s*(?=\d)",
        "/",
        re.sub(r"\bngay(?![a-z])", " ", plain),
    )
    text = re.sub(
        r"(?<=\d)\s*/?\s*nam\s*(?=\d)|(?:(?<=/\d)|(?<=/\d\d))\s*-\s*(?=20\d\d\b)|(?<=/\d|\d\d)\s*,?\s+(?=20\d\d\b)",
        "/",
        text,
    )
    text = re.sub(r"(?<=\d)\.{2,3}(?=\d)", ",", re.sub(r"^\s*tu\b", "", text))
    # A day and a month ("12-5") are no days from one to the other where no month is known, or the first is the later.
    if (alone := _DAY_AND_MONTH.fullmatch(text.strip())) and near.month in (None, int(alone[2])):
        text = f"{alone[1]}/{alone[2]}"
    elif near.month and (days := _TWO_DAYS.fullmatch(text.strip())) and int(days[1]) < int(days[2]):
        text = f"{days[1]},{days[2]}"
    if "/" in text or "." in text:
        text = re.sub(r"\s*-\s*", ",", re.sub(r"\s*[/.]\s*", "/", text))
    elif text.count("-") >= 2:
        text = re.sub(r"\s*-\s*", "/", text)
    parts = [_PART.fullmatch(part) for part in _TO.split(text.strip()) if part]
    if not parts or any(part is None for part in parts):
        return None
    return _span_of_parts([(p[1], p[2], p[3]) for p in parts if p], near)


def _span_of_parts(parts: list[tuple[str, str | None, str | None]], near: Near) -> Span | Fault | None:
    if all(month is None for _, month, _ in parts) and near.month is None:
        return None
    if len(parts) == 1 and parts[0][2] is None and len(parts[0][1] or "") == 2 and int(parts[0][1] or 0) > 12:
        return None
    days: list[date] = []
    month, year = near.month, near.year
    for day, own_month, own_year in reversed(parts):
        month = int(own_month) if own_month else month
        year = _full_year(own_year) if own_year else year
        if month is None:
            return None
        if year is None:
            return Fault(UNREADABLE, "thiếu năm")
        if days and not own_year and month == 12 and days[0].month == 1:
            year -= 1
        found = one_day(int(day), month, year)
        if isinstance(found, Fault):
            return found
        days.insert(0, found.start)
    if not any(own_year for _, _, own_year in parts):
        days = _in_windows(days, near)
    if days != sorted(days):
        return Fault(UNREADABLE, ENDS_FIRST)
    return Span(days[0], days[-1])


def _in_windows(days: list[date], near: Near) -> list[date]:
    """Days without a year of their own, in the year in which all lie in a period that the sheet names; as they
    are where no year does."""
    for years in (0, -1, 1):
        moved = [in_calendar(day.year + years, day.month, day.day) for day in days]
        if any(all(d and first <= d <= last for d in moved) for first, last in near.windows):
            return [d for d in moved if d]
    return days


def _full_year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def swapped(day: date) -> date | None:
    """The same figures read month first; None where that is no date, or the same one."""
    if day.day > 12 or day.day == day.month:
        return None
    return date(day.year, day.day, day.month)
