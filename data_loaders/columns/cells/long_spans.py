"""Whether the days of a table are those of single activities or of periods that are reported as a whole."""

import re

from data_loaders.columns.cells.samples import SAMPLE, samples
from data_loaders.columns.words.bare_words import unnumbered
from data_loaders.layout.blocks import Block
from data_loaders.values.amounts.numbers import bare
from data_loaders.values.days.dates import Near, read_span
from data_loaders.values.days.periods import Span, find_period
from program.text import clean

_IN_WORDS = re.compile(r"\W*(thang|quy|6 thang|nam|[tq]\d)")
# With its accents: "Sở" is an office.
_COUNTED = re.compile(
    r"\W*(tổng )?(số|sl)( lượng)? (lượt|lớp|buổi|cuộc|người|học viên|trẻ|cha|phụ huynh|học sinh|giáo viên|hội thi)\b"
    r"|\W*lượt \w",
    re.IGNORECASE,
)
# What only one activity has.
_OF_ONE = frozenset(["end_date", "organiser", "ward", "school", "delivery"])
_DAYS = ("start_date", "end_date")
# The shortest month, from its first day to its last.
_MONTH = 27


def reported_whole(block: Block, at: dict[str, int]) -> bool:
    """Whether rows are sums: by names that say what is counted ("Số lớp tập huấn", the lines of a form with their days),
    or without names, where they count classes and reach over months, or have nothing but the people of several
    audiences in periods that their cells name. `at`: the columns by their fields."""
    if "title" in at:
        return _say_what_counts(block, at["title"])
    people = sum(field.startswith("attendances.") for field in at)
    if people > 1 and not _OF_ONE.intersection(at) and _name_periods(block, at["start_date"]):
        return True
    return "count" in at and _over_months(block, at)


def _say_what_counts(block: Block, column: int) -> bool:
    """Whether most names of rows are those of numbers of activities or people."""
    names = [value for value in samples(block, [column])[column] if isinstance(value, str)]
    return len(names) > 1 and 2 * sum(bool(_COUNTED.match(unnumbered(clean(name)))) for name in names) > len(
        names
    )


def _name_periods(block: Block, column: int) -> bool:
    """Whether all cells name a month or more in words ("Tháng 1", "Quý I/2023")."""
    values = samples(block, [column])[column]
    told = [bare(v) if isinstance(v, str) else "" for v in values]
    return bool(told) and all(_IN_WORDS.match(text) and find_period(text) for text in told)


def _over_months(block: Block, at: dict[str, int]) -> bool:
    """Whether most rows reach over a month or more, from the day in one column to that in another or in one cell."""
    cells = [block.view.column(at[f], block.first, block.last)[:SAMPLE] for f in _DAYS if f in at]
    spans = []
    for days in zip(*cells, strict=False):
        read = [read_span(day, Near()) for day in days if day is not None]
        found = [span for span in read if isinstance(span, Span)]
        if found:
            spans.append((found[-1].end - found[0].start).days)
    return bool(spans) and 2 * sum(days >= _MONTH for days in spans) > len(spans)
