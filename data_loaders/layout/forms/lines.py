"""The lines of a report form: the words of each, and whether it has results."""

import re
from dataclasses import replace

from data_loaders.cells import words
from data_loaders.layout.forms import words as w
from data_loaders.layout.forms.columns import Columns
from data_loaders.layout.forms.slot import Row
from data_loaders.layout.forms.words import COUNT, LEADS, read_line
from data_loaders.layout.grid_view import GridView
from data_loaders.layout.header import is_figure
from data_loaders.layout.row_labels import is_total
from data_loaders.reading.grid import Cell
from data_loaders.values.fault import Fault
from data_loaders.values.numbers import DECLARED_ZERO, read_count, says_nothing_happened
from program.text import clean, fold


class Lines:
    """Reads the lines of one form; `pairs` are the cells of two numbers ("5/200" in "lớp/lượt"), with their words."""

    def __init__(self, view: GridView, columns: Columns) -> None:
        self._view = view
        self._columns = columns
        self._results = {r.number for r in columns.results} | set(columns.sums)
        self.pairs: dict[tuple[int, int], str] = {}

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
        return found

    def _lines(self, number: int, cells: dict[int, Cell]) -> list[Row] | None:
        columns = self._columns
        figures = [cells[n] for n in sorted(self._results) if n in cells]
        over, told = _label(cells, columns)
        mark = clean(words(cells.get(columns.mark))) if columns.mark else ""
        if not told and mark and not w.level_of_mark(mark):
            told, mark = mark, ""
        if not told:
            return None if any(map(is_figure, figures)) else []
        if says_nothing_happened(told):
            return [self._nothing(number, read_line("", told, ""))]
        if is_total(told, True) and not figures:
            return []
        measured = clean(words(cells.get(columns.measured_in))) if columns.measured_in else ""
        heads = [Row(number, read_line(mark, over, ""), False)] if over else []
        line = read_line("" if over else mark, told, measured)
        if slashed := self._slashed(number, cells, measured):
            figures, line = slashed, read_line("" if over else mark, told, "")
        if line.measure in (None, COUNT) and figures and all(map(read_pair, figures)):
            classes = Row(number, replace(line, measure=COUNT), True)
            return [*heads, classes, Row(number, replace(line, measure=w.PEOPLE), True)]
        if line.measure is None and figures and all(read_count(c) is DECLARED_ZERO for c in figures):
            return [*heads, self._nothing(number, line)]
        filled = bool(figures) or (bool(measured) and line.measure is not None)
        if line.measure is None and not line.audiences and figures and all(map(_is_words, figures)):
            # Words in place of results head nothing that is counted.
            if len(fold(words(figures[0])).split()) > _FEW:
                return None
            filled = False
        return [*heads, Row(number, line, filled)]

    def _nothing(self, number: int, line: w.Line) -> Row:
        """A line of what did not happen, of the one kind that it names or of all."""
        self.pairs |= {(number, n): _NOTHING for n in self._results}
        kind = line.kind if len(w.kinds_named(fold(line.text))) == 1 else None
        return Row(number, replace(line, measure=COUNT, mixed=False, kind=kind, own_kind=bool(kind)), True)

    def _slashed(self, number: int, cells: dict[int, Cell], measured: str) -> list[Cell]:
        """The cells of two numbers of a row, with their words; none unless all are such."""
        at = sorted(self._results & set(cells))
        found = [_slashed(cells[n], measured) for n in at]
        if not found or None in found:
            return []
        self.pairs |= {(number, n): text for n, text in zip(at, found, strict=True) if text}
        return list(found)


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
_PAIR = re.compile(
    r"(\d[\d.]*) *(?:lớp|buổi|cuộc|khóa|khoá|hội nghị|hội thi|đợt)(?: [^\d,;/]*?)? *(?:[,;/+–(-]|với|cho|và|\n) *(?:với |cho |có |gồm )?(\d[\d.]*) *(?:lượt|người|học sinh|em|phụ huynh|học viên|đại biểu|lượt người)[^\d]*",
    re.IGNORECASE,
)


def read_pair(cell: Cell) -> tuple[str, str] | None:
    """The activities and the people that one cell tells ("05 lớp, 200 lượt người"); None for others."""
    found = _PAIR.fullmatch(clean(cell)) if isinstance(cell, str) and len(cell) < 80 else None
    return (found[1], found[2]) if found else None


_BOTH = re.compile(r"(lop|buoi|cuoc|khoa|hoi nghi)( (va |hoac )?(so )?(luot|nguoi|luot nguoi|hoc vien))")
_SLASHED = re.compile(r"(\d[\d.]*) *[/|;–-] *(\d[\d.]*)")


def _slashed(cell: Cell, measured: str) -> str | None:
    """A cell of two numbers in two units of measure ("5/200" in "lớp/lượt"), with its words."""
    found = _SLASHED.fullmatch(clean(cell)) if isinstance(cell, str) else None
    return f"{found[1]} lớp/{found[2]} lượt" if found and _BOTH.fullmatch(fold(measured)) else None
