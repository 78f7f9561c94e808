"""A column of whole years beside columns of their parts: "Năm" above figures beside "6 tháng" and "9 tháng" names no
periods, and where each of the parts begins with the year it is no sum of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from data_loaders.columns.column import Column
from data_loaders.columns.words.heading import Heading, apart
from data_loaders.columns.words.headings import read_heading
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.days.periods import Span, find_period, span_of
from data_loaders.values.indicators import find_indicator, own_indicator
from program.text import fold

_WHOLE = re.compile(r"(ca |trong )?nam")
_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_ANY_YEAR = 2023


def whole_years(
    headings: dict[int, Heading], values_of: dict[int, list[Cell]], year: int | None
) -> dict[int, Heading]:
    """The headings; "Năm" and "Cả năm" above figures stand for the year, with its days where what stands beside it is
    counted from the beginning of the year on. `year`: the one that the words around the table name."""
    parts = spans_of({h.period for h in headings.values() if h.period}, year)
    if len(parts) < 2:
        return headings
    days = f"năm {year}" if year and grows(parts.values()) else None
    return {number: _told(heading, values_of[number], days) for number, heading in headings.items()}


def _told(heading: Heading, values: list[Cell], days: str | None) -> Heading:
    first, *below = apart(heading.text)
    if below and heading.fields == ("period",) and _WHOLE.fullmatch(fold(below[-1])) and _figures(values):
        return replace(read_heading((first, *below[:-1], "Cả năm")), text=heading.text)
    if not _WHOLE.fullmatch(fold(first)) or not _figures(values):
        return heading
    if below:
        return replace(heading, period=days, whole=False) if days else heading
    return replace(read_heading(("Cả năm",)), text=heading.text, period=days)


def spans_of(periods: Iterable[str], year: int | None) -> dict[str, Span]:
    """The days of each period in words that names some; where no year is known, of any year."""
    return {p: s for p in periods if (w := find_period(p)) and (s := span_of(w, year or _ANY_YEAR))}


def grows(spans: Iterable[Span]) -> bool:
    """Whether each span holds the one before it from its first day on: figures from the beginning of the year."""
    ordered = sorted(spans, key=lambda s: s.end)
    return all(a.start == b.start and a.end < b.end for a, b in pairwise(ordered))


_ALL_OF_IT = re.compile(
    r"(tong|cong)\b|.*\b(giai doan|chi tieu|muc tieu|ke hoach|ca (nam|ky|khoa)|chuong trinh|20\d\d)\b"
)


def besides_years(columns: Sequence[Column]) -> list[int]:
    """The numbers of columns of a table of targets that count something else beside the years of one indicator
    ("2023 | 2024 | Dân số"). One that names an indicator in its own words ("Số trường") is kept as such."""
    dated = [c for c in columns if c.field == "value" and c.heading.period]
    if len(dated) < 2 or any(find_indicator(c.heading.text) for c in dated):
        return []
    others = (c for c in columns if c.field == "value" and c not in dated)
    return [c.number for c in others if not _told_of_indicator(c.heading)]


def _told_of_indicator(heading: Heading) -> bool:
    whole = heading.answered or heading.whole or heading.unit or _ALL_OF_IT.match(fold(heading.lowest))
    return bool(whole or (own_indicator(heading.text) and not find_indicator(heading.text)))


def _figures(values: list[Cell]) -> bool:
    numbers = [read_count(value) for value in values]
    return bool(numbers) and all(
        isinstance(n, int) and not _FIRST_YEAR <= n <= _LAST_YEAR for n in numbers if n is not None
    )
