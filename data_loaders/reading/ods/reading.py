"""Reading .ods (OpenDocument): `content.xml` is read tag by tag, so that repeated rows and cells, which
may stand for a million, cost nothing where they are empty.

Names of tags and attributes: OpenDocument 1.3, part 3, chapters 9 (tables) and 19 (attributes), with
the prefixes that the standard itself and every known program uses.
"""

from data_loaders import time_limit
from data_loaders.reading import layout, markup, references, refusals, sheets
from data_loaders.reading.archive import Archive
from data_loaders.reading.facts import Facts, Position
from data_loaders.reading.grid import Cell, Limits, Sheet, Workbook
from data_loaders.reading.ods.values import value
from data_loaders.reading.references import LAST_COLUMN, LAST_ROW
from data_loaders.reading.xlsx.strings import RAISED

_TABLE_NAMES = b'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
CELL, COVERED = "table:table-cell", "table:covered-table-cell"
# Parts whose texts and tables are not the sheet's: comments, drawings, deleted rows.
ASIDE = frozenset(("office:annotation", "table:shapes", "table:tracked-changes", "draw:frame"))
# Who wrote a comment and when, which is none of its words.
_SIGNED = frozenset(("dc:creator", "dc:date", "meta:date-string", "meta:creator-initials"))
_HIDDEN = ("collapse", "filter")


def read(archive: Archive, limits: Limits) -> Workbook:
    """All sheets, with merges, hidden rows, columns and sheets. Raises Unreadable."""
    if "meta-inf/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise refusals.encrypted()
    content = archive.read("content.xml")
    if _TABLE_NAMES not in content:
        raise refusals.corrupt("content.xml")
    seen = _Reader(limits)
    markup.parse(content, seen.start, seen.end, seen.text)
    return Workbook(tuple(seen.sheets))


class _Reader:
    """Builds the sheets while the tags pass by."""

    def __init__(self, limits: Limits) -> None:
        self.sheets: list[Sheet] = []
        self._limits, self._room = limits, limits.parsed_cells
        self._aside = self._depth = 0
        self._style = ""
        self._hidden_styles: set[str] = set()
        self._raised_styles: set[str] = set()
        self._raised = self._signed = False
        self._in_cell = self._in_paragraph = self._row_hidden = False
        self._texts: list[str] = []
        self._said: dict[str, str] = {}
        self._noted: Position | None = None
        self._cells: list[Cell] = []
        self._row = self._column = self._repeat = self._columns_said = 0
        self._begin_sheet({})

    def start(self, tag: str, said: dict[str, str]) -> None:
        if self._aside or tag in ASIDE:
            self._aside += 1
            self._signed = tag in _SIGNED
            if tag == "office:annotation" and self._in_cell:
                self._noted = (self._row + 1, self._column + 1)
        elif self._in_cell:
            self._in_the_cell(tag, said)
        elif tag == "table:table":
            self._depth += 1
            if self._depth == 1:
                self._begin_sheet(said)
        elif self._depth == 1:
            self._in_the_sheet(tag, said)
        elif tag == "style:style":
            self._style = said.get("style:name", "")
        elif tag == "style:table-properties" and said.get("table:display") == "false":
            self._hidden_styles.add(self._style)
        elif tag == "style:text-properties" and said.get("style:text-position", "").startswith("super"):
            self._raised_styles.add(self._style)

    def _in_the_cell(self, tag: str, said: dict[str, str]) -> None:
        if tag == "text:p":
            if self._texts:
                self._texts.append("\n")
            self._in_paragraph = True
        elif tag == "text:span":
            self._raised = said.get("text:style-name") in self._raised_styles
        elif tag == "text:s":
            self.text(" " * min(count(said, "text:c"), 1000))
        elif tag == "text:tab":
            self.text("\t")
        elif tag == "text:line-break":
            self.text("\n")
        elif tag == "table:table":
            self._aside += 1

    def _in_the_sheet(self, tag: str, said: dict[str, str]) -> None:
        if tag in (CELL, COVERED):
            self._in_cell, self._said, self._texts = True, said, []
            self._room -= 1
        elif tag == "table:table-row":
            self._cells, self._column = [], 0
            self._repeat = count(said, "table:number-rows-repeated")
            self._row_hidden = said.get("table:visibility") in _HIDDEN
        elif tag == "table:table-column":
            last = min(self._columns_said + count(said, "table:number-columns-repeated"), LAST_COLUMN)
            if said.get("table:visibility") in _HIDDEN:
                self._facts.hidden_columns.update(range(self._columns_said + 1, last + 1))
            self._columns_said = last

    def text(self, text: str) -> None:
        if self._noted:
            if not self._signed:
                said = self._facts.comments
                said[self._noted] = f"{said.get(self._noted, '')}\n{text}".lstrip()
        elif self._in_paragraph and not self._aside:
            self._texts.append(text.translate(RAISED) if self._raised else text)

    def end(self, tag: str) -> None:
        if self._aside:
            self._aside -= 1
            self._signed = False
            if not self._aside:
                self._noted = None
        elif self._in_cell:
            if tag == "text:p":
                self._in_paragraph = False
            elif tag == "text:span":
                self._raised = False
            elif tag in (CELL, COVERED):
                self._in_cell = False
                self._end_cell(tag)
        elif tag == "table:table-row":
            self._end_row()
        elif tag == "table:table":
            self._depth -= 1
            if self._depth == 0:
                self._end_sheet()

    def _begin_sheet(self, said: dict[str, str]) -> None:
        self._name = said.get("table:name", "")
        self._facts = Facts(hidden=said.get("table:style-name") in self._hidden_styles)
        self._rows: dict[int, list[Cell]] = {}
        self._row = self._columns_said = 0
        self._hidden_rows: list[tuple[int, int]] = []

    def _end_cell(self, tag: str) -> None:
        said, first = self._said, self._column + 1
        repeat = count(said, "table:number-columns-repeated")
        self._column += repeat
        found = value(said, "".join(self._texts))
        if found is not None:
            missing = first - 1 - len(self._cells)
            self._spend(missing + repeat - 1)
            if missing:
                self._cells.extend([None] * missing)
            self._cells.extend([found] * repeat)
        elif "table:formula" in said and said.get("office:value-type") != "string" and tag == CELL:
            self._spend(repeat - 1)
            valueless = range(first, self._column + 1)
            self._facts.formulas_without_value.update((self._row + 1, column) for column in valueless)
        if "table:number-rows-spanned" in said or "table:number-columns-spanned" in said:
            bottom = self._row + count(said, "table:number-rows-spanned")
            right = first - 1 + count(said, "table:number-columns-spanned")
            if bottom > self._row + 1 or right > first:
                self._facts.merges.append((self._row + 1, first, bottom, right))

    def _end_row(self) -> None:
        time_limit.look()
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


def count(said: dict[str, str], name: str) -> int:
    """A number of repetitions or spans that a tag says, 1 where none is said; never beyond a sheet's last row."""
    if name not in said:
        return 1
    text = said[name]
    if not (text.isascii() and text.isdecimal()):
        raise refusals.corrupt(text[:20])
    return min(max(int(text[:9]), 1), LAST_ROW + 1)
