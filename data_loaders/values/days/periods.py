"""Periods in words: "Quý II/2023", "6 tháng đầu năm 2023", "Tháng 5/2023", "từ 1/4/2023 đến 30/6/2023".

Rule: a year, half-year or quarter that a report names is the report period of NĐ 09/2019/NĐ-CP (năm: 15-12 to 14-12;
quý: from the 15th of the month before it; 6 tháng: 15-12 to 14-6 and 15-6 to 14-12). "Năm học" is a school year,
"dương lịch" a civil one. A month is civil where it says when something was held, else the report's.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from data_loaders.values.amounts.numbers import bare
from data_loaders.values.days.joined_periods import NTH, QUARTER, ROMAN, YEAR, joined, stand_apart
from data_loaders.values.days.month_names import may_in_figures, months_in_figures
from program.periods import PROGRAMME_END, PROGRAMME_START, Calendar, parse_period


@dataclass(frozen=True)
class Span:
    """Days from `start` to `end`, inclusive. `grain` is `day`, `month`, `quarter`, `half`, `year` or `programme`."""

    start: date
    end: date
    grain: str = "day"


UNREAD = "unread"


@dataclass(frozen=True)
class Words:
    """A period as written: `year` is None where only the part is named ("Quý II"). Of the grain UNREAD: words that name
    days and tell none ("31/02/2023"), or parts of a year that do not touch ("Quý I và tháng 10")."""

    grain: str
    part: str
    year: int | None
    calendar: Calendar = Calendar.REPORT
    days: tuple[date, date] | None = None


_AND = r"\s*(?:-|–|,|\+|&|\bva\b|den(?: het)?(?: thang| quy)?)\s*"
_DAY = r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})"
_SPELLED_DAY = re.compile(
    r"(?<=ngay )(\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?|(\d{1,2}) thang (\d{1,2}) nam (\d{4})"
)
# The first day may leave its year to the last.
_RANGE = re.compile(
    rf"(?:tu\s*(?:ngay)?\s*)?\b(\d{{1,2}})\s*(?:[/.]|-(?=\s*\d{{1,2}}\s*(?:[/.\-]\s*\d{{4}}|den\b)))\s*(\d{{1,2}})(?:\s*[/.\-]\s*(\d{{4}}))?\s*(?:den\s*(?:het\s*)?(?:ngay)?|-|–|—)\s*(?:ngay\s*)?{_DAY}"
)
# "T5-T6", "T5, 6/2023"; each with its own year: "5/2023 - 6/2023".
_NEXT = rf"{_AND}(?:(?:thang|t)\s*)?"
_MONTHS = re.compile(
    rf"(?:tu )?(?:thang|\bt(?=\d{{1,2}}{_AND}(?:t\d|\d{{1,2}}\s?/\s?20)))\s*(\d{{1,2}})(?:{_NEXT}\d{{1,2}}(?!\d))*?{_NEXT}"
    rf"(\d{{1,2}})(?!\d|{_NEXT}\d{{1,2}}(?!\d)){YEAR}"
)
_MONTHS_OF_YEARS = re.compile(
    rf"(?<![\d/.-])(\d{{1,2}})\s*[/.-]\s*(20\d\d){_NEXT}(\d{{1,2}})\s*[/.-]\s*(20\d\d)(?!\d)"
)
_QUARTERS = re.compile(rf"{QUARTER}\s*{NTH}{_AND}(?:(?:qu[yi]|q)\s*)?{NTH}(?!\w){YEAR}")
_SCHOOL = re.compile(
    r"(?:nam hoc|\bnh|\bhoc ?k[iy] ?(?:i{1,2}|[12])|\bhk ?(?:i{1,2}|[12]))[\s,(/-]*(20\d\d)\s*[-–/]\s*(?:20)?\d\d"
)
_TERM = re.compile(rf"(?:hoc ?k[iy]|\bhk)\s*(i{{1,2}}|1|2)\b{YEAR}")
_HALF = re.compile(
    rf"\b(?:6|sau|06)\s*(?:t\b|thang)[\s.]*(dau|cuoi|dn\b|cn\b)?(?:\s*nam)?{YEAR}(?:$|(?<=\d)|(?=\W))|nua (dau|cuoi) nam{YEAR}"
)
_HALF_NUMBERED = re.compile(rf"\b(?:ky\s*(?:thu )?|h)(i{{1,2}}|[12])\b{YEAR}")
# "9 tháng năm 2023", "10 tháng đầu năm 2023".
_FIRST_MONTHS = re.compile(
    rf"\b(?:(9|09|chin)\s*(?:t\b|thang)\s*(?:dau)?|(\d{{1,2}}|ba)\s*(?:t\b|thang)\s*dau)(?:\s*nam)?{YEAR}"
)
_QUARTER = re.compile(rf"(?:{QUARTER}\s*[.:]?\s*|^(?=[iv]+ ?/ ?20\d\d$)){NTH}\b{YEAR}")
# "Mỗi tháng 1 lần" names no month.
_MONTH = re.compile(
    rf"\b(?<!moi )(?<!hang )(?:bc ?)?(?:thang\s*(?::|thu\b)?|thg\.?|th?\.?)\s*(0?[1-9]|1[0-2])\b(?!\s*-\s*\d{{1,2}}\b| (?:lan|buoi|lop|cuoc)\b){YEAR}"
)
# By itself, in brackets, or behind words of a report; "số 5/2023" is a document.
_MONTH_ALONE = re.compile(
    r"(?:^\s*|\(\s*|(?<!\bso)\s*:\s*|(?<![\d\s])\s[-–]\s+|\b(?:so lieu|bao cao|ket qua|tong hop)\s+)(0?[1-9]|1[0-2])\s*[/\-.]\s*(20\d\d)(?=\s*(?:$|[),;]))"
)
_YEAR_FIRST = re.compile(r"(20\d\d)\s*[-/.]\s*(0[1-9]|1[0-2])")
# Less than the year that they name.
_SEASON = re.compile(
    r"\bhe (?:nam )?20\d\d|\bthang hanh dong vi tre em\b|(?<!\d )\bdot (?:thu )?(?:\d{1,2}|[ivx]{1,4}|mot|hai|ba|dau|cuoi)\b(?=.*20\d\d)"
)
_STAGE = re.compile(r"(?:giai doan\s*)?(20\d\d)\s*[-–]\s*(20\d\d)")
_YEARS = re.compile(r"(?:\bnam\s*)?\b(20\d\d)\b")
_NUMERIC_DAY = re.compile(r"\b\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\b")
_DATED = re.compile(
    r"(?:,\s*)?ngay\s*[\d.…_ ]*\s*thang\s*[\d.…_ ]*\s*nam\s*[\d.…_]*|ngay\s*\d{1,2} thang \d{1,2}\b"
    r"|(?<!tu )(?<!den )ngay\s*\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{2,4}|\b\d{1,5}/20\d\d/(?=[a-z])"
    r"|\b(?:so\s*:?\s*20\d\d\s*[/-]\s*(?=[a-z])|(?:cong van|cv|quyet dinh|qd|ke hoach|kh|bao cao)\s+so\s*:?\s*20\d\d\b(?!\s*-\s*20)|(?:(?:cong van|cv|quyet dinh|qd)\s+20\d\d\s*/\s*(?=[a-z])|20\d\d/(?=[a-z]{2,}-[a-z])))"
)
_DUE = re.compile(r"\bngay\b.*\b(hang|moi) nam\b|^\W*(ngay nhan|thoi han|han( cuoi)?) (bc|bao cao|gui|nop)\b|\b(bc|bao cao) [^:]{2,20}: ?(truoc )?ngay\b")  # fmt: skip


@lru_cache(maxsize=20000)
def find_period(text: str) -> Words | None:
    """The period that words name, the finest first; None if they name none: the day or number of a document ("ngày 15 tháng
    6 năm 2023", "03/2019/TT-BTP", "số 2024/UBND-VX") is none, nor when a form is due ("BC 6 tháng: ngày 20 tháng 6 hằng năm")."""
    plain = months_in_figures(bare(may_in_figures(text)))
    found = _RANGE.search(_SPELLED_DAY.sub(lambda m: "/".join(filter(None, m.groups())), plain))
    if found and (days := _days(found)):
        return Words("range", "", days[1].year, days=days)
    if _DUE.search(plain):
        return None
    plain = _DATED.sub(" ", plain)
    calendar = Calendar.CIVIL if "duong lich" in plain or "nam tai chinh" in plain else Calendar.REPORT
    if found := _SCHOOL.search(plain):
        term = _TERM.search(plain)
        part = f"-H{ROMAN[term[1]]}" if term else ""
        return Words("half" if term else "year", part, int(found[1]), Calendar.SCHOOL)
    if term := _TERM.search(plain):
        # By a civil year: the first term begins in it, the second ends in it.
        half, year = ROMAN[term[1]], _year(term[2], plain)
        return Words("half", f"-H{half}", year - (half == 2) if year else None, Calendar.SCHOOL)
    if (found_part := _part_of_year(plain, calendar)) is not None:
        return replace(found_part, part=text) if found_part.grain == UNREAD else found_part
    if found := _YEAR_FIRST.fullmatch(plain.strip()):
        return Words("month", f"-{found[2]}", int(found[1]), calendar)
    if (found := _STAGE.search(plain)) and int(found[1]) < int(found[2]):
        return Words("programme", f"{found[1]}-{found[2]}", None)
    if _SEASON.search(plain):
        return Words(UNREAD, "", _year(None, plain))
    # A day that is none ("31/02/2023") is not the year in it.
    if found := _YEARS.search(_NUMERIC_DAY.sub(" ", plain)):
        return Words("year", "", int(found[1]), calendar)
    return None


def _part_of_year(plain: str, calendar: Calendar) -> Words | None:
    """The months, half-years, quarters or month that folded words name, the longest first."""
    if found := _MONTHS_OF_YEARS.search(plain):
        if found[2] != found[4] and (days := _whole_months(found)):
            return Words("range", "", days[1].year, days=days)
        return Words("months", f"{int(found[1])}-{int(found[3])}", int(found[4]), calendar)
    if several := joined(plain):
        first, last, year = several
        return Words("months", f"{first}-{last}", year or _year(None, plain), calendar)
    if found := _MONTHS.search(plain):
        return Words("months", f"{int(found[1])}-{int(found[2])}", _year(found[3], plain), calendar)
    if stand_apart(plain) and not _QUARTERS.search(plain):
        return Words(UNREAD, "", _year(None, plain))
    if found := _HALF.search(plain):
        first = (found[1] or found[3]) not in ("cuoi", "cn")
        return Words("half", "-H1" if first else "-H2", _year(found[2] or found[4], plain), calendar)
    if found := _FIRST_MONTHS.search(plain):
        many = 9 if found[1] else 3 if found[2] == "ba" else int(found[2])
        return Words("months", f"1-{many}", _year(found[3], plain), calendar)
    if found := _HALF_NUMBERED.search(plain):
        return Words("half", f"-H{ROMAN[found[1]]}", _year(found[2], plain), calendar)
    if found := _QUARTERS.search(plain):
        months = f"{ROMAN[found[1]] * 3 - 2}-{ROMAN[found[2]] * 3}"
        return Words("months", months, _year(found[3], plain), calendar)
    if found := _QUARTER.search(plain):
        return Words("quarter", f"-Q{ROMAN[found[1]]}", _year(found[2], plain), calendar)
    if found := _MONTH.search(plain) or _MONTH_ALONE.search(plain):
        return Words("month", f"-{int(found[1]):02d}", _year(found[2], plain), calendar)
    return None


# What may stand beside a year that is meant as a whole.
_OF_A_YEAR = frozenset(["nam", "trong", "ca", "bao", "cao", "ky", "duong", "lich", "tai", "chinh"])


def names_whole_year(text: str, words: Words) -> bool:
    """Whether words that name a year mean all of it; "hè 2023" and "đợt 2 năm 2023" are less."""
    if words.calendar is Calendar.SCHOOL:
        return True
    rest = re.sub(r"\b12 thang\b", "", bare(text)).replace(str(words.year), "", 1)
    return set(re.findall(r"\w+", rest)) <= _OF_A_YEAR


def is_whole_year(cell: object) -> bool:
    """Whether a cell only says that a year is meant as a whole ("Cả năm")."""
    return isinstance(cell, str) and bool(re.fullmatch(r"(ca|toan|tron) nam|12 thang", bare(cell)))


def _year(text: str | None, plain: str) -> int | None:
    if text:
        return int(text)
    years = set(re.findall(r"\b(20\d\d)\b", re.sub(r"20\d\d\s*[-–]\s*20\d\d", " ", plain)))
    return int(years.pop()) if len(years) == 1 else None


def _days(found: re.Match[str]) -> tuple[date, date] | None:
    try:
        last = date(int(found[6]), int(found[5]), int(found[4]))
        year = int(found[3]) if found[3] else last.year - (int(found[2]) > last.month)
        first = date(year, int(found[2]), int(found[1]))
    except ValueError:
        return None
    return (first, last) if first <= last else None


def _whole_months(found: re.Match[str]) -> tuple[date, date] | None:
    """From the first day of a month to the last of one in another year."""
    first, last = (
        parse_period(f"{y}-{int(m):02d}", Calendar.CIVIL)
        for m, y in ((found[1], found[2]), (found[3], found[4]))
    )
    return (first.start, last.end) if first.start < last.end else None


def span_of(words: Words, year: int | None = None, civil_month: bool = False) -> Span | None:
    """The days of a period in words; `year` fills in where the words name none; None if still unknown.

    `civil_month`: a month is read as a calendar month, not as a report month.
    """
    if words.days:
        return Span(*words.days, grain="range")
    if words.grain == "programme":
        first, last = (int(part) for part in words.part.split("-"))
        start = PROGRAMME_START if first == PROGRAMME_START.year else date(first, 1, 1)
        return Span(start, PROGRAMME_END if last == PROGRAMME_END.year else date(last, 12, 31), "programme")
    year = words.year or year
    if year is None or words.grain == UNREAD:
        return None
    if words.grain == "day":
        try:
            return Span(day := date.fromisoformat(f"{year}{words.part}"), day)
        except ValueError:
            return None
    calendar = Calendar.CIVIL if civil_month and words.grain in ("month", "months") else words.calendar
    if words.grain == "months":
        first, last = (int(part) for part in words.part.split("-"))
        if not 1 <= first <= min(last, 12):
            return None
        opening = parse_period(f"{year}-{first:02d}", calendar)
        # "10-13" ends in the first month of the next year.
        years, month = divmod(last - 1, 12)
        return Span(opening.start, parse_period(f"{year + years}-{month + 1:02d}", calendar).end, "months")
    period = parse_period(f"{year}{words.part}", calendar)
    return Span(period.start, period.end, words.grain)


def windows_of(periods: Iterable[Words], year: int | None) -> tuple[tuple[date, date], ...]:
    """The first and last days of periods that are less than a year of the calendar or reach over its end; a plain
    year is not among them: a list of "năm 2023" may be of the report year or of the calendar's. A term
    stands for its school year, since schools open their terms on days of their own."""
    spans = [
        span_of(replace(words, part="") if words.calendar is Calendar.SCHOOL else words, year, civil)
        for words in periods
        if words.grain != "programme" and (words.grain != "year" or words.calendar is Calendar.SCHOOL)
        for civil in (True, False)
    ]
    return tuple((s.start, s.end) for s in sorted(filter(None, spans), key=lambda s: s.end - s.start))
