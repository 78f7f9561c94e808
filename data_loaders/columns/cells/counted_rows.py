"""Whether the rows of a table say themselves what their figures count, by their words or by a unit of measure."""

import re
from collections.abc import Mapping

from data_loaders.cells import words
from data_loaders.columns.cells.amounts import counts_both
from data_loaders.columns.cells.samples import SAMPLE
from data_loaders.columns.column import Column, is_figure_field
from data_loaders.columns.words.bare_words import unnumbered
from data_loaders.columns.words.heading import Heading
from data_loaders.columns.words.wordings import UNIT_OF_MEASURE
from data_loaders.layout.blocks import Block
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import bare
from data_loaders.values.kinds import names_only_kind
from data_loaders.values.people.audiences import find_audience
from program.text import fold

_WOMEN = re.compile(r"(trong do )?(so )?(luot )?(nguoi )?(la )?(nu|phu nu)")
_UNITS = (
    (re.compile(r"(so )?(lop|buoi|cuoc|hoi thi|cuoc thi|khoa|dot)( (lop|buoi|cuoc))*"), "count"),
    (
        re.compile(r"(so )?(luot|nguoi|luot nguoi|luot tham gia|em|tre|hoc vien|dai bieu)"),
        "attendances_total",
    ),
)
_NUMBERED = re.compile(r"\d\s*(lop|buoi|cuoc|hoi thi|khoa|dot)\b")


def measured_in(unit: str) -> str | None:
    """What a folded unit of measure ("buổi", "lượt người") counts: activities, all people, or neither."""
    return next((field for pattern, field in _UNITS if pattern.fullmatch(unit)), None)


def counts_in_words(block: Block, columns: list[Column], headings: Mapping[int, Heading]) -> bool:
    """Whether a heading of figures says that activities are counted too ("Kết quả (số lớp/lượt người)"), or the rows
    themselves say what is counted ("Số lớp tập huấn", "Số lượt cha mẹ"): those with figures, not the signatures below
    them. `headings` of all columns: a unit of measure may say it."""
    if any(counts_both(c.heading) for c in columns):
        return True
    title = next(c.number for c in columns if c.field == "title")
    figures = [c.number for c in columns if is_figure_field(c.field)]
    view = block.view
    rows = [
        row
        for row in range(block.first, min(block.last, block.first + SAMPLE) + 1)
        if any(view.cell(row, number) is not None for number in figures)
    ]
    texts = [fold(unnumbered(text)) for row in rows if isinstance(text := view.cell(row, title), str)]
    counted = [t for t in texts if re.match(r"(tong )?(so|luot)\b", t)]
    # Audiences and women below the sum of all people, and kinds above their figures, count too.
    beside = [
        t
        for t in texts
        if t not in counted and (names_only_kind(t) or find_audience(t) or _WOMEN.fullmatch(t))
    ]
    if counted and (len(counted) + len(beside)) * 2 > len(texts):
        return True
    at = next((n for n, h in headings.items() if UNIT_OF_MEASURE.fullmatch(fold(h.text))), None)
    if at is None:
        return False
    units = [measured_in(fold(words(view.cell(row, at)))) for row in rows]
    cells = [view.cell(row, n) for row in rows for n in figures]
    # "Lớp" alone may only say what a row is; beside "lượt", or with "5 lớp" in the cells, it is what is counted.
    return "count" in units and ("attendances_total" in units or any(map(_numbers_activities, cells)))


def _numbers_activities(cell: Cell) -> bool:
    return isinstance(cell, str) and bool(_NUMBERED.search(bare(cell)))
