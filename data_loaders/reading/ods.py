"""Reading .ods (OpenDocument): `content.xml` is read tag by tag, so that repeated rows and cells, which
may stand for a million, cost nothing where they are empty.

Names of tags and attributes: OpenDocument 1.3, part 3, chapters 9 (tables) and 19 (attributes).
"""

import datetime
import re

from data_loaders.reading import layout, markup, references, refusals, sheets, values
from data_loaders.reading.archive import Archive
from data_loaders.reading.facts import Facts
from data_loaders.reading.grid import Cell, CellError, Limits, Sheet, Workbook
from data_loaders.reading.references import LAST_COLUMN, LAST_ROW

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE, _TEXT, _STYLE = (f"{_NS}{name}:1.0 " for name in ("table", "office", "text", "style"))
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_TIME = re.compile(r"PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(?:[.,](\d+))?S)?")
_ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:\d{3}")
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
# Parts whose texts and tables are not the sheet's: comments, drawings, deleted rows.
_ASIDE = (
    _OFFICE + "annotation",
    _TABLE + "shapes",
    _TABLE + "tracked-changes",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0 frame",
)
_HIDDEN = ("collapse", "filter")


def read(archive: Archive, limits: Limits) -> Workbook:
    """All sheets, with merges, hidden rows, columns and sheets. Raises Unreadable."""
    if "meta-inf/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise refusals.encrypted()
    seen = _Reader(limits)
    markup.parse(archive.read("content.xml"), seen.start, seen.end, seen.text, namespaces=True)
    return Workbook(tuple(seen.sheets))


class _Reader:
    """Builds the sheets while the tags pass by."""

    def __init__(self, limits: Limits) -> None:
        self.sheets: list[Sheet] = []
        self._limits, self._room = limits, limits.cells
        self._aside = self._depth = 0
        self._style = ""
        self._hidden_styles: set[str] = set()
        self._in_cell = self._in_paragraph = self._row_hidden = False
        self._texts: list[str] = []
        self._said: dict[str, str] = {}
        self._cells: list[Cell] = []
        self._row = self._column = self._repeat = self._columns_said = 0
        self._begin_sheet({})

    def start(self, tag: str, said: dict[str, str]) -> None:
        if self._aside or tag in _ASIDE:
            self._aside += 1
        elif tag == _STYLE + "style":
            self._style = said.get(_STYLE + "name", "")
        elif tag == _STYLE + "table-properties":
            if said.get(_TABLE + "display") == "false":
                self._hidden_styles.add(self._style)
        elif tag == _TABLE + "table":
            self._depth += 1
            if self._depth == 1:
                self._begin_sheet(said)
        elif self._depth == 1:
            self._inside(tag, said)

    def _inside(self, tag: str, said: dict[str, str]) -> None:
        if tag in _CELLS:
            self._in_cell, self._said, self._texts = True, said, []
        elif self._in_cell:
            if tag == _TEXT + "p":
                if self._texts:
                    self._texts.append("\n")
                self._in_paragraph = True
            elif tag == _TEXT + "s":
                self.text(" " * min(_count(said, _TEXT + "c"), 1000))
            elif tag in (_TEXT + "tab", _TEXT + "line-break"):
                self.text("\t" if tag.endswith("tab") else "\n")
        elif tag == _TABLE + "table-row":
            self._cells, self._column = [], 0
            self._repeat = _count(said, _TABLE + "number-rows-repeated")
            self._row_hidden = said.get(_TABLE + "visibility") in _HIDDEN
        elif tag == _TABLE + "table-column":
            last = min(self._columns_said + _count(said, _TABLE + "number-columns-repeated"), LAST_COLUMN)
            if said.get(_TABLE + "visibility") in _HIDDEN:
                self._facts.hidden_columns.update(range(self._columns_said + 1, last + 1))
            self._columns_said = last

    def text(self, text: str) -> None:
        if self._in_paragraph and not self._aside:
            self._texts.append(text)

    def end(self, tag: str) -> None:
        if self._aside:
            self._aside -= 1
        elif tag == _TABLE + "table":
            self._depth -= 1
            if self._depth == 0:
                self._end_sheet()
        elif self._depth != 1:
            return
        elif tag == _TEXT + "p":
            self._in_paragraph = False
        elif tag in _CELLS:
            self._end_cell(covered=tag == _CELLS[1])
        elif tag == _TABLE + "table-row":
            self._end_row()

    def _begin_sheet(self, said: dict[str, str]) -> None:
        self._name = said.get(_TABLE + "name", "")
        self._facts = Facts(hidden=said.get(_TABLE + "style-name") in self._hidden_styles)
        self._rows: dict[int, list[Cell]] = {}
        self._row = self._columns_said = 0
        self._hidden_rows: list[tuple[int, int]] = []

    def _end_cell(self, covered: bool) -> None:
        said, row = self._said, self._row + 1
        self._in_cell = False
        repeat = _count(said, _TABLE + "number-columns-repeated")
        value = _value(said, "".join(self._texts))
        first = self._column + 1
        self._column += repeat
        if value is None:
            if _TABLE + "formula" in said and said.get(_OFFICE + "value-type") != "string" and not covered:
                valueless = range(first, min(self._column, LAST_COLUMN) + 1)
                self._facts.formulas_without_value.update((row, column) for column in valueless)
        else:
            self._spend(self._column - len(self._cells))
            self._cells.extend([None] * (first - 1 - len(self._cells)))
            self._cells.extend([value] * repeat)
        down = _count(said, _TABLE + "number-rows-spanned")
        right = _count(said, _TABLE + "number-columns-spanned")
        if down > 1 or right > 1:
            self._facts.merges.append((row, first, row + down - 1, first + right - 1))

    def _end_row(self) -> None:
        first, self._row = self._row + 1, self._row + self._repeat
        if self._row_hidden:
            self._hidden_rows.append((first, self._row))
        if not self._cells:
            return
        if self._row > LAST_ROW:
            raise refusals.corrupt(self._name)
        self._spend(len(self._cells) * (self._repeat - 1))
        for number in range(first, self._row + 1):
            self._rows[number] = list(self._cells)

    def _spend(self, cells: int) -> None:
        self._room -= cells
        if self._column > LAST_COLUMN or self._room < 0:
            place = references.name(self._row + 1, min(self._column, LAST_COLUMN))
            raise refusals.wide_sheet(self._name, place)

    def _end_sheet(self) -> None:
        grid = layout.lay_out(self._name, self._rows, self._limits)
        last = grid[1] + len(grid[0]) - 1
        for start, end in self._hidden_rows:
            self._facts.hidden_rows.update(range(start, min(end, last) + 1))
        self.sheets.append(sheets.sheet(self._name, grid, self._facts, self._limits))


def _count(said: dict[str, str], name: str) -> int:
    """A number of repetitions or spans, 1 where none is said; never beyond a sheet's last row."""
    text = said.get(name, "1")
    if not (text.isascii() and text.isdecimal()):
        raise refusals.corrupt(text[:20])
    return min(max(int(text[:9]), 1), LAST_ROW + 1)


def _value(said: dict[str, str], shown: str) -> Cell:
    """The value of a cell by its type; the text that is shown where the value is not of its type."""
    kind = said.get(_OFFICE + "value-type", "")
    if said.get(_CALC + "value-type") == "error" or (_TABLE + "formula" in said and _ERROR.fullmatch(shown)):
        return CellError(shown)
    try:
        if kind in ("float", "percentage", "currency"):
            return values.cell(float(said[_OFFICE + "value"]))
        if kind == "date":
            text = said[_OFFICE + "date-value"]
            whole = datetime.datetime.fromisoformat(text)
            return whole.replace(tzinfo=None) if "T" in text else whole.date()
        if kind == "time":
            return _time(said[_OFFICE + "time-value"])
    except (KeyError, ValueError, OverflowError):
        return values.cell(shown)
    if kind == "boolean":
        return said.get(_OFFICE + "boolean-value") == "true"
    return values.cell(said.get(_OFFICE + "string-value", shown))


def _time(text: str) -> Cell:
    match = _TIME.fullmatch(text)
    if not match:
        raise ValueError(text)
    hours, minutes, seconds = (int(part or 0) for part in match.groups()[:3])
    micro = int((match[4] or "0")[:6].ljust(6, "0"))
    span = datetime.timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=micro)
    return values.cell(span)
