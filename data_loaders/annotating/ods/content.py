"""`content.xml` with marked cells: read tag by tag, as it is read for the check, and changed at single places."""

from bisect import bisect_left
from collections.abc import Mapping
from itertools import takewhile

from data_loaders import time_limit
from data_loaders.annotating.ods import rows, splicing, styles
from data_loaders.annotating.ods.notes import NOTE, Reading
from data_loaders.annotating.ods.rows import Cell, Mark, Row, Typed
from data_loaders.annotating.ods.splicing import Span, Tag
from data_loaders.annotating.ods.tracked import Tracked
from data_loaders.reading import markup, refusals
from data_loaders.reading.ods.reading import ASIDE, CELL, COVERED, count

# Marks, or what was typed, by row and column.
Marks = Mapping[int, Mapping[int, Mark | Typed]]
# What may follow the tables of a workbook, behind the ranges with filters.
_BEHIND = frozenset(("table:data-pilot-tables", "table:consolidation", "table:dde-links"))
_RANGES, _AUTOMATIC = "table:database-ranges", "office:automatic-styles"
# Says what is to run when the file opens; nothing of that comes back.
_SCRIPTS = "office:scripts"
# Stands before the remark of a cell.
_SOURCE = "table:cell-range-source"


class Content:
    """Where in the part things stand, and the changes of its marked cells."""

    def __init__(
        self, raw: bytes, marks: Mapping[str, Marks], common: Mapping[str, styles.Style], limit: int
    ) -> None:
        """`marks` by the names of the tables, `common` the styles of `styles.xml`; more than `limit` new bytes are
        refused. Raises Unreadable."""
        self.raw, self._marks, self._common, self._room = raw, marks, common, limit
        self.changes: list[tuple[Span, bytes]] = []
        self.table_names: set[str] = set()
        # Whether a sheet is to be printed; where none is, programs print all.
        self.printed = False
        self.range_names: set[str] = set()
        self.first_table = self.after_tables = 0
        self.ranges: Tag | None = None
        self._automatic: Tag | None = None
        self._automatic_end = 0
        self._scripts: Tag | None = None
        self._root: Tag | None = None
        self._body: Tag | None = None
        self._painter: styles.Painter | None = None
        self._gathered = styles.Gathering(raw, _AUTOMATIC)
        self._notes = Reading(raw)
        self.tracked = Tracked(raw)
        self._aside = self._depth = self._number = self._column = 0
        self._left: list[int] = []
        self._here: Marks = {}
        self._usual: list[tuple[int, str | None]] = []
        self._row: Row | None = None
        self._row_tag: Tag | None = None
        self._source: Tag | None = None
        self._cell: Cell | None = None
        self._in_cell = self._in_row = False
        self._after_row = 0
        markup.parse_placed(raw, self._start, self._end, self._notes.text)
        self._head()

    @property
    def taken(self) -> set[str]:
        """The names of styles that are in use."""
        return self._gathered.taken

    def with_styles(self, made: bytes) -> bytes:
        """The part with all changes, and with these styles beside those of the marked cells."""
        new = made + (self._painter.made() if self._painter else b"")
        end = self._automatic_end or (self._body.start if self._body else 0)
        self.changes.append(splicing.added(_AUTOMATIC, self._automatic, end, new))
        return splicing.spliced(self.raw, self.changes)

    def _head(self) -> None:
        if not self.after_tables or not self._root:
            raise refusals.corrupt("content.xml")
        self.changes += splicing.declared(self._root)

    def _start(self, tag: str, said: dict[str, str], at: int) -> None:
        if self._root is None:
            self._root = splicing.tag_at(self.raw, at)
        if self._aside or tag in ASIDE:
            self._aside += 1
            self.tracked.start(tag, said, at)
            if self._cell and (self._aside > 1 or tag == NOTE):
                self._notes.start(tag, at)
        elif self._in_cell:
            if tag == "table:table":
                self._aside += 1
            elif tag == _SOURCE and self._cell:
                self._source = splicing.tag_at(self.raw, at)
        elif tag == "table:table":
            self._depth += 1
            if self._depth > 1:
                raise refusals.corrupt("content.xml")
            self._begin_table(said, at)
        elif self._depth == 1:
            self._in_the_table(tag, said, at)
        elif not self._body:
            self._before_the_body(tag, said, at)
        elif self._depth == 0:
            self._beside_tables(tag, said, at)

    def _before_the_body(self, tag: str, said: dict[str, str], at: int) -> None:
        self._gathered.start(tag, said, at)
        if tag == _SCRIPTS:
            self._scripts = splicing.tag_at(self.raw, at)
        elif tag == _AUTOMATIC:
            self._automatic = splicing.tag_at(self.raw, at)
        elif tag == "office:body":
            self._body = splicing.tag_at(self.raw, at)
            self._painter = styles.Painter({**self._common, **self._gathered.found}, self._gathered.taken)
            self._rows = rows.Writer(self.raw, self._painter.name)

    def _beside_tables(self, tag: str, said: dict[str, str], at: int) -> None:
        if tag == "table:database-range":
            self.range_names.add(said.get("table:name", ""))
        elif tag == _RANGES:
            self.ranges = splicing.tag_at(self.raw, at)
        elif tag in _BEHIND and not self.after_tables:
            self.after_tables = at

    def _begin_table(self, said: dict[str, str], at: int) -> None:
        name = said.get("table:name", "")
        self.first_table = self.first_table or at
        self.printed = self.printed or said.get("table:print") != "false"
        # Of two tables of one name the first is meant.
        self._here = {} if name in self.table_names else self._marks.get(name, {})
        self.table_names.add(name)
        self._left = sorted(self._here)
        self._number, self._usual, self._after_row = 0, [], 0

    def _in_the_table(self, tag: str, said: dict[str, str], at: int) -> None:
        if tag in (CELL, COVERED):
            self._in_cell = True
            if self._row:
                tagged = splicing.tag_at(self.raw, at)
                last = self._column + count(said, "table:number-columns-repeated")
                style = said.get("table:style-name")
                self._cell = Cell(tagged, self._column + 1, last, style, note_at=tagged.end)
                self._column = last
        elif tag == "table:table-row":
            last = self._number + count(said, "table:number-rows-repeated")
            if self._in_row:
                raise refusals.corrupt("content.xml")
            self._in_row = True
            self._row_tag = splicing.tag_at(self.raw, at) if self._left else None
            if self._row_tag and self._left[0] <= last:
                style = said.get("table:default-cell-style-name")
                self._row = Row(self._row_tag, self._number + 1, last, style)
                self._column = 0
            self._number = last
        elif tag == "table:table-column" and self._here:
            last = (self._usual[-1][0] if self._usual else 0) + count(said, "table:number-columns-repeated")
            self._usual.append((last, said.get("table:default-cell-style-name")))

    def _end(self, tag: str, at: int) -> None:
        if self._aside:
            self._aside -= 1
            self.tracked.end(tag)
            note = self._notes.end(at) if self._cell else None
            if note and self._cell:
                self._cell.note = note
        elif self._in_cell:
            self._end_in_cell(tag, at)
        elif tag == "table:table-row":
            self._end_row(at)
        elif tag == "table:table":
            self._depth -= 1
            self._end_table(at)
        elif not self._body:
            self._gathered.end(tag, at)
            if tag == _AUTOMATIC:
                self._automatic_end = at
            elif tag == _SCRIPTS and self._scripts:
                self.changes.append(
                    ((self._scripts.start, splicing.behind(self.raw, self._scripts, at)), b"")
                )
        elif tag == "office:spreadsheet" and not self.after_tables:
            self.after_tables = at

    def _end_in_cell(self, tag: str, at: int) -> None:
        cell = self._cell
        if tag == _SOURCE and cell and self._source:
            cell.note_at = splicing.behind(self.raw, self._source, at)
        elif tag in (CELL, COVERED):
            self._in_cell = False
            if cell and self._row:
                cell.whole = cell.tag.start, splicing.behind(self.raw, cell.tag, at)
                self._row.cells.append(cell)
            self._cell = None

    def _end_row(self, at: int) -> None:
        time_limit.look()
        self._in_row = False
        if self._row_tag:
            # Where a row is added below; the last of them counts.
            self._after_row = splicing.behind(self.raw, self._row_tag, at)
        row, self._row = self._row, None
        if row is None:
            return
        row.whole = row.tag.start, splicing.behind(self.raw, row.tag, at)
        row.within = splicing.inside(row.tag, at)
        here = list(takewhile(lambda number: number <= row.last, self._left))
        del self._left[: len(here)]
        self._change(row.whole, self._rows.row(row, {n: self._here[n] for n in here}, self._usual_style))

    def _end_table(self, at: int) -> None:
        if not self._left:
            return
        parts = []
        for number in self._left:
            missing = number - self._number - 1
            if missing > 0:
                parts.append(
                    b'<table:table-row table:number-rows-repeated="%d">%b</table:table-row>'
                    % (missing, rows.gap(1))
                )
            parts.append(self._new_row(self._here[number]))
            self._number = number
        place = self._after_row or at
        self._change((place, place), b"".join(parts))

    def _new_row(self, marks: Mapping[int, Mark | Typed]) -> bytes:
        parts, last = [], 0
        for column, mark in sorted(marks.items()):
            parts += [rows.gap(column - last - 1), self._rows.cell(mark, self._usual_style(column))]
            last = column
        return b"<table:table-row>%b</table:table-row>" % b"".join(parts)

    def _usual_style(self, column: int) -> str | None:
        found = bisect_left(self._usual, column, key=lambda known: known[0])
        return self._usual[found][1] if found < len(self._usual) else None

    def _change(self, place: Span, new: bytes) -> None:
        self._room -= len(new)
        if self._room < 0:
            raise refusals.heavy_contents()
        self.changes.append((place, new))
