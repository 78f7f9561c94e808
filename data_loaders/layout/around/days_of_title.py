"""The days that a table's own title gives from one to another, against the period in the name of its sheet."""

from collections.abc import Iterable
from dataclasses import replace

from data_loaders.values.days.periods import Span, Words, span_of


def outside_the_title(of_sheet: Words, told: Iterable[Words]) -> bool:
    """Whether the period that a sheet's name tells ("Quý II") has no day in common with those that the lines above its table
    give ("từ 1-7 đến 14-12-2025"), by either calendar. A month or quarter of a title may be left over from the sheet
    that was copied; days are written for the table they head."""
    given = [span for words in told if words.days and (span := span_of(words))]
    return bool(given) and not any(_meet(span, own) for span in given for own in _spans(of_sheet, span))


def _spans(words: Words, beside: Span) -> Iterable[Span]:
    """The days of a period by both calendars; its year, where it names none, is any of the days beside it."""
    for year in range(beside.start.year, beside.end.year + 2):
        of_year = words if words.year else replace(words, year=year)
        yield from filter(None, (span_of(of_year, civil_month=civil) for civil in (True, False)))


def _meet(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end
