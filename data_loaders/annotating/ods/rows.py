"""One row of a table with some of its cells marked; runs of equal rows and cells are parted only where a mark stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from data_loaders.annotating.ods import notes, splicing, styles
from data_loaders.annotating.ods.notes import Note
from data_loaders.annotating.ods.splicing import Span, Tag
from data_loaders.reading.grid import Cell as SheetCell

_ROWS, _COLUMNS = "table:number-rows-repeated", "table:number-columns-repeated"
_STYLE = "table:style-name"
_TYPE = "office:value-type"
# What a cell says of the value that it held, and of how it came to it.
_HELD = (
    _TYPE, "office:value", "office:date-value", "office:time-value", "office:boolean-value", "office:string-value",
    "office:currency", "calcext:value-type", "table:formula", "table:number-matrix-columns-spanned",
    "table:number-matrix-rows-spanned", _COLUMNS,
)  # fmt: skip


@dataclass(frozen=True)
class Mark:
    """What is said of a cell: how bad, and the words of the remark, none where it is only coloured."""

    severity: str
    words: str


@dataclass(frozen=True)
class Typed:
    """What a cell holds once it was corrected."""

    value: SheetCell


@dataclass
class Cell:
    """A run of equal cells: the columns that it stands for, its style, and the remark pinned to it."""

    tag: Tag
    first: int
    last: int
    style: str | None
    whole: Span = (0, 0)
    note: Note | None = None
    note_at: int = 0


@dataclass
class Row:
    """A run of equal rows: the numbers that it stands for, what stands between its tags, and its cells."""

    tag: Tag
    first: int
    last: int
    style: str | None
    whole: Span = (0, 0)
    within: Span = (0, 0)
    cells: list[Cell] = field(default_factory=list)


class Writer:
    """Writes rows of one part anew. `style` tells the name of the style for a marked cell, of that which it has;
    `usual` the style of a column's cells that have none."""

    def __init__(self, raw: bytes, style: Callable[[str | None, str], str]) -> None:
        self._raw, self._style = raw, style

    def row(
        self, row: Row, marks: Mapping[int, Mapping[int, Mark | Typed]], usual: Callable[[int], str | None]
    ) -> bytes:
        """The run of rows with marks by row and column."""
        body = self._raw[row.within[0] : row.within[1]]
        parts, at = [], row.first
        for number, here in sorted(marks.items()):
            parts += [_run(row, body, number - at), self._marked(row, here, usual)]
            at = number + 1
        return b"".join([*parts, _run(row, body, row.last + 1 - at)])

    def _marked(
        self, row: Row, marks: Mapping[int, Mark | Typed], usual: Callable[[int], str | None]
    ) -> bytes:
        parts, at, last = [_start(row, 1)], row.within[0], 0
        columns = sorted(marks)
        for cell in row.cells:
            low, high = bisect_left(columns, cell.first), bisect_right(columns, cell.last)
            here = {column: marks[column] for column in columns[low:high]}
            last = cell.last
            if here:
                own = cell.style or row.style
                parts += [self._raw[at : cell.whole[0]], self._cells(cell, here, own, usual)]
                at = cell.whole[1]
        parts.append(self._raw[at : row.within[1]])
        for column, mark in sorted(marks.items()):
            if column > last:
                parts += [gap(column - last - 1), self.cell(mark, row.style or usual(column))]
                last = column
        return b"".join([*parts, splicing.ending(row.tag)])

    def cell(self, mark: Mark | Typed, own: str | None) -> bytes:
        """A new cell that holds nothing but a mark, or what was typed."""
        if isinstance(mark, Typed):
            return self._typed(Cell(_NEW_CELL, 0, 0, None), mark.value, None)
        style = splicing.written(_NEW_CELL, {_STYLE: self._style(own, mark.severity)}, closed=False)
        note = notes.with_ours(b"", None, mark.words) if mark.words else b""
        return b"".join([style, note, splicing.ending(_NEW_CELL)])

    def _cells(
        self,
        cell: Cell,
        marks: Mapping[int, Mark | Typed],
        own: str | None,
        usual: Callable[[int], str | None],
    ) -> bytes:
        rest = self._raw[cell.tag.end : cell.whole[1]]
        parts, at = [], cell.first
        for column, mark in sorted(marks.items()):
            parts += [_repeated(cell, rest, column - at), self._one(cell, mark, own or usual(column))]
            at = column + 1
        return b"".join([*parts, _repeated(cell, rest, cell.last + 1 - at)])

    def _typed(self, cell: Cell, value: SheetCell, own: str | None) -> bytes:
        """A cell with this in place of what it held, never a formula; its form and its remark stay."""
        said: dict[str, str | None] = dict.fromkeys(_HELD)
        shown = [raw for name, raw in cell.tag.attributes if name == _TYPE.encode()]
        if value is not None:
            said[_TYPE] = "string" if isinstance(value, str) else "float"
        if isinstance(value, int | float):
            said["office:value"] = str(value)
            if own and shown and shown[0][1:-1] not in (b"float", b"string"):
                # A number in the form of a date would be read as one.
                said[_STYLE] = self._style(own, styles.PLAIN)
        head = splicing.written(cell.tag, said, closed=False)
        note = self._raw[slice(*cell.note.whole)] if cell.note else b""
        words = b"" if value is None else splicing.paragraphs(str(value))
        return b"".join([head, note, words, splicing.ending(cell.tag)])

    def _one(self, cell: Cell, mark: Mark | Typed, own: str | None) -> bytes:
        if isinstance(mark, Typed):
            return self._typed(cell, mark.value, own)
        said = {_STYLE: self._style(own, mark.severity), _COLUMNS: None}
        head = splicing.written(cell.tag, said, closed=False)
        if not mark.words:
            return head + (self._raw[cell.tag.end : cell.whole[1]] or splicing.ending(cell.tag))
        note = notes.with_ours(self._raw, cell.note, mark.words)
        if cell.tag.closed:
            return head + note + splicing.ending(cell.tag)
        before, after = cell.note.whole if cell.note else (cell.note_at, cell.note_at)
        return b"".join([head, self._raw[cell.tag.end : before], note, self._raw[after : cell.whole[1]]])


_NEW_CELL = Tag(0, 0, b"table:table-cell", (), True)


def gap(cells: int) -> bytes:
    """So many empty cells."""
    return splicing.written(_NEW_CELL, {_COLUMNS: str(cells)}) if cells > 0 else b""


def _start(row: Row, count: int) -> bytes:
    return splicing.written(row.tag, {_ROWS: str(count) if count > 1 else None}, closed=False)


def _run(row: Row, body: bytes, count: int) -> bytes:
    return b"".join([_start(row, count), body, splicing.ending(row.tag)]) if count > 0 else b""


def _repeated(cell: Cell, rest: bytes, count: int) -> bytes:
    said = {_COLUMNS: str(count) if count > 1 else None}
    return splicing.written(cell.tag, said) + rest if count > 0 else b""
