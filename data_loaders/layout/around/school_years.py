"""Terms of a school year, and the school year that the words around a table name."""

import re
from collections.abc import Iterable
from dataclasses import replace

from data_loaders.values.amounts.numbers import bare
from data_loaders.values.days.periods import Span, Words, span_of
from program.periods import Calendar

# "Năm 2023-2024" above terms; a stage of the programme has more years.
_TWO_YEARS = re.compile(r"(?<!giai doan )\b(20\d\d)\s*[-–]\s*(20\d\d)\b")


def is_term(words: Words) -> bool:
    """Whether words name a term."""
    return words.calendar == Calendar.SCHOOL and words.grain == "half"


def in_full(words: Words) -> Words:
    """The school year of a term; other words as they are."""
    return replace(words, grain="year", part="") if is_term(words) else words


def school_year(periods: Iterable[Words], text: str) -> Span | None:
    """The school year that periods name, or that of a term, or two years one after the other in the text."""
    told = [in_full(p) for p in periods if p.calendar == Calendar.SCHOOL]
    years = ((int(found[1]), int(found[2])) for found in _TWO_YEARS.finditer(bare(text)))
    told += [Words("year", "", first, Calendar.SCHOOL) for first, last in years if last == first + 1]
    return next(filter(None, map(span_of, told)), None)


def term_of(words: Words, school: Span | None, year: int | None) -> Span | None:
    """The days of a term without a year of its own: a civil year has the second term of one school year, and parts of the
    first terms of two, so that nobody knows which is meant."""
    begun = school.start.year if school else year - 1 if year and words.part == "-H2" else None
    return span_of(words, begun) if begun else None
