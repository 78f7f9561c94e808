"""The lines of a report form: the words of each, and whether it has results."""

import re
from dataclasses import replace
from itertools import takewhile

from data_loaders.cells import words
from data_loaders.layout.below.row_labels import is_total
from data_loaders.layout.forms import words as w
from data_loaders.layout.forms.columns import Columns
from data_loaders.layout.forms.slot import Row
from data_loaders.layout.forms.told import Told, by_role
from data_loaders.layout.forms.words import COUNT, LEADS, read_line
from data_loaders.layout.grid_view import GridView
from data_loaders.layout.head.header import is_figure
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import DECLARED_ZERO, read_count
from data_loaders.values.fault import Fault
from data_loaders.values.silence import says_nothing_happened
from program.text import clean, fold
from program.vocabulary import Audience


class Lines:
    """Reads the lines of one form; `told` are the cells of several facts ("5/200" in "lớp/lượt"), by what they count."""

    def __init__(self, view: GridView, columns: Columns) -> None:
        self._view = view
        self._columns = columns
        self._results = {r.number for r in columns.results} | set(columns.sums)
        self.told: dict[tuple[int, int], dict[str, str]] = {}
        self._label = ""

    def read(self, first: int, last: int) -> list[Row] | None:
        """The lines from one row to another; None where one cannot be read."""
        found: list[Row] = []
        for number in range(first, last + 1):
            cells: dict[int, Cell] = {
                self._view.first_column + i: c
                for i, c in enumerate(self._view.cells(number))
                if c is not None
            }
            lines = self._lines(number, cells)
            if lines is None:
                return None
            found += lines
        return self._people_below_counts(found)

    def _people_below_counts(self, rows: list[Row]) -> list[Row]:
        """The lines, where audiences right below a number of activities are people if one of their figures is larger
        than that number ("Số lớp: 2" over "- Cha mẹ: 45"): they cannot be activities for them."""
        found = list(rows)
        for at, over in enumerate(rows):
            if over.line.measure != COUNT or not over.filled or over.line.audiences:
                continue
            run = list(takewhile(_names_whom, rows[at + 1 :]))
            if any(self._exceeds(row.number, over.number) for row in run):
                people = [replace(row, line=replace(row.line, measure=w.PEOPLE)) for row in run]
                found[at + 1 : at + 1 + len(run)] = people
        return found

    def _exceeds(self, row: int, other: int) -> bool:
        pairs = (
            (read_count(self._view.cell(row, n)), read_count(self._view.cell(other, n)))
            for n in self._results
        )
        return any(isinstance(a, int) and isinstance(b, int) and a > b for a, b in pairs)

    def _lines(self, number: int, cells: dict[int, Cell]) -> list[Row] | None:
        columns = self._columns
        figures = [cells[n] for n in sorted(self._results) if n in cells]
        over, told = _label(cells, columns)
        mark = clean(words(cells.get(columns.mark))) if columns.mark else ""
        if not told and mark and not w.level_of_mark(mark):
            told, mark = mark, ""
        measured = clean(words(cells.get(columns.measured_in))) if columns.measured_in else ""
        if not told and measured and any(map(is_figure, figures)):
            # The words above stand for this line too, which is in another unit of measure.
            told = self._label
        if not told:
            return None if any(map(is_figure, figures)) else []
        self._label = told
        if says_nothing_happened(told):
            return [self._nothing(number, read_line("", told, ""))]
        if is_total(told, True) and not figures:
            return []
        heads = [Row(number, read_line(mark, over, ""), False)] if over else []
        line = read_line("" if over else mark, told, measured)
        if facts := self._facts(number, cells, told, measured):
            return [*heads, *_rows_of(number, read_line("" if over else mark, told, ""), facts)]
        if line.measure is None and figures and all(read_count(c) is DECLARED_ZERO for c in figures):
            return [*heads, self._nothing(number, line)]
        filled = bool(figures) or (bool(measured) and line.measure is not None)
        if line.measure is None and not line.audiences and figures and all(map(_is_words, figures)):
            # Words in place of results head nothing that is counted.
            said = fold(words(figures[0]))
            bare = not (columns.mark or columns.measured_in)
            if len(said.split()) > _FEW and (
                bare or line.kind or _COUNTED.search(said) or _REPORTING.match(fold(told))
            ):
                return None
            filled = False
        return [*heads, Row(number, line, filled)]

    def _nothing(self, number: int, line: w.Line) -> Row:
        """A line of what did not happen, of the one kind that it names or of all."""
        self.told |= {(number, n): {COUNT: _NOTHING} for n in self._results}
        kind = line.kind if len(w.kinds_named(fold(line.text))) == 1 else None
        return Row(number, replace(line, measure=COUNT, mixed=False, kind=kind, own_kind=bool(kind)), True)

    def _facts(self, number: int, cells: dict[int, Cell], label: str, measured: str) -> dict[str, Told]:
        """What the cells of a row tell where each tells several facts in its words, by what they count."""
        facts: dict[str, Told] = {}
        found: dict[tuple[int, int], dict[str, str]] = {}
        for n in sorted(self._results & set(cells)):
            cell = cells[n]
            told = by_role(_slashed(cell, measured) or cell) if isinstance(cell, str) else {}
            if not told and isinstance(cell, str):
                # The first of the numbers is what the label says ("Số lượt người | 240 (nữ: 130)").
                told = by_role(f"{label}: {cell}")
            if not told:
                return {}
            facts = told | facts
            found[number, n] = {role: fact.at for role, fact in told.items()}
        self.told |= found
        return facts


def _rows_of(number: int, line: w.Line, facts: dict[str, Told]) -> list[Row]:
    """A line for each fact of a row: of its kind and audience, where the fact names none of its own."""
    kind, own = line.kind, line.own_kind
    if kind is None and COUNT in facts:
        kind, own = facts[COUNT].line.kind, facts[COUNT].line.own_kind
    rows: list[Row] = []
    for role, fact in facts.items():
        audiences = fact.line.audiences or line.audiences
        measure = fact.line.measure or w.PEOPLE
        deeper = bool(rows) and (measure in (w.WOMEN, w.MEN) or (role in set(Audience) and w.PEOPLE in facts))
        told = replace(
            line, measure=measure, kind=kind, own_kind=own, audiences=audiences, part=deeper,
            level=line.level + 0.25 * deeper, counted=True, mixed=False,
        )  # fmt: skip
        rows.append(Row(number, told, True))
    return rows


def _names_whom(row: Row) -> bool:
    """Whether a line tells a number of some audience and not what it counts."""
    return row.filled and row.line.measure is None and bool(row.line.audiences) and row.line.kind is None


def _is_words(cell: Cell) -> bool:
    return isinstance(cell, str) and isinstance(read_count(cell), Fault | None)


def _label(cells: dict[int, Cell], columns: Columns) -> tuple[str, str]:
    """The words of a line, and those of the wider label beside them that begins with it."""
    told = [text for n in columns.labels if (text := clean(words(cells.get(n))))]
    if len(told) < 2:
        return "", told[0] if told else ""
    if told[0] == told[-1]:
        return "", told[-1]
    return (
        ("", f"{told[0].rstrip(':')}: {told[-1]}") if LEADS.fullmatch(fold(told[0])) else (told[0], told[-1])
    )


_NOTHING = "Không phát sinh"
# Words of a result that may stand where a heading has none ("x").
_FEW = 2
_REPORTING = re.compile(r"(ten )?(don vi|co quan|ky)\b")
_COUNTED = re.compile(r"\d (lop|buoi|cuoc|hoi nghi|luot|nguoi|hoc sinh|em|phu huynh)\b")
_BOTH = re.compile(r"(lop|buoi|cuoc|khoa|hoi nghi)( (va |hoac )?(so )?(luot|nguoi|luot nguoi|hoc vien))")
_SLASHED = re.compile(r"(\d[\d.]*) *[/|;–-] *(\d[\d.]*)")


def _slashed(cell: str, measured: str) -> str | None:
    """A cell of two numbers in two units of measure ("5/200" in "lớp/lượt"), with its words."""
    found = _SLASHED.fullmatch(clean(cell))
    return f"{found[1]} lớp/{found[2]} lượt" if found and _BOTH.fullmatch(fold(measured)) else None
