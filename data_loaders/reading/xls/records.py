"""The records of an .xls workbook stream: how far its cells reach, and what calamine does not tell, which is
error values, comments and what is hidden.

Layouts: [MS-XLS] 2.4 (BoundSheet8 28, Row 221, ColInfo 53, BoolErr 24, Formula 127, FilePass 117, Obj 181,
TxO 329, Continue 60, Note 174, and the cells: Number 180, RK 220, MulRk 175, Label 148, LabelSst 149, and RString of Excel 95).
"""

import struct
from collections.abc import Iterator

from data_loaders.reading import references, refusals
from data_loaders.reading.facts import Facts
from data_loaders.reading.grid import Limits
from data_loaders.reading.xls.months import MonthStyles, shown
from data_loaders.reading.xls.raised import RaisedTexts

_BOUND_SHEET, _FILE_PASS, _BOF, _EOF = 0x0085, 0x002F, 0x0809, 0x000A
_ROW, _COL_INFO, _BOOL_ERR, _FORMULA = 0x0208, 0x007D, 0x0205, 0x0006
_NUMBER, _RK, _MUL_RK, _LABEL, _LABEL_SST, _R_STRING = 0x0203, 0x027E, 0x00BD, 0x0204, 0x00FD, 0x00D6
_CELLS = frozenset((_NUMBER, _RK, _MUL_RK, _LABEL, _LABEL_SST, _R_STRING, _BOOL_ERR, _FORMULA))
_OBJ, _TXO, _CONTINUE, _NOTE = 0x005D, 0x01B6, 0x003C, 0x001C
_HEADER = struct.Struct("<HH")
_LAST_COLUMN = 256
# Codes of error values: [MS-XLS] 2.5.10 (BErr); .xlsb uses the same.
ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


def facts(stream: bytes, limits: Limits) -> list[Facts]:
    """The facts of each worksheet in order; charts and macro sheets are left out.

    Raises Unreadable: encrypted, corrupt, or too_large for more records than cells are allowed, and where
    cells lie so far apart that calamine, which lays all sheets out at once and twice, would take too much.
    """
    sheets: list[tuple[int, Facts]] = []
    texts, months = RaisedTexts(), MonthStyles()
    for kind, body in records(stream, 0, limits.cells):
        texts.add(kind, body)
        months.add(kind, body)
        if kind == _FILE_PASS:
            raise refusals.encrypted()
        if kind == _BOUND_SHEET and len(body) > 7 and body[5] == 0:
            sheets.append((int.from_bytes(body[:4], "little"), Facts(hidden=bool(body[4] & 3))))
    if not sheets:
        raise refusals.corrupt()
    room, area, raised, by_month = limits.cells, limits.area // 2, texts.find(), months.find()
    for offset, known in sheets:
        reach, notes = _Reach(), _Notes()
        for kind, body in records(stream, offset, room):
            room -= 1
            _note(kind, body, known)
            notes.add(kind, body, known)
            if kind == _LABEL_SST and raised and (text := raised.get(int.from_bytes(body[6:10], "little"))):
                known.raised[_place(body)] = text
            if by_month:
                known.months.update(shown(kind, body, by_month))
            if kind in _CELLS and len(body) >= 4:
                reach.add(kind, body)
        area -= reach.area()
        if room <= 0 or area < 0:
            raise refusals.far_cells(reach.last())
    return [known for _, known in sheets]


class _Notes:
    """Comments: their words stand in a text object, and the cell in a note that names that object."""

    def __init__(self) -> None:
        self._texts: dict[int, str] = {}
        self._object: int | None = None
        self._expected = 0

    def add(self, kind: int, body: bytes, known: Facts) -> None:
        if kind == _OBJ and len(body) >= 8:
            self._object = int.from_bytes(body[6:8], "little")
        elif kind == _TXO and len(body) >= 12:
            self._expected = int.from_bytes(body[10:12], "little")
        elif kind == _CONTINUE and self._expected and self._object is not None and body:
            words = body[1:].decode("utf-16-le" if body[0] & 1 else "latin-1", "replace")
            self._texts[self._object] = self._texts.get(self._object, "") + words[: self._expected]
            self._expected = max(self._expected - len(words), 0)
        elif kind == _NOTE and len(body) >= 8:
            row, column, _, number = struct.unpack_from("<HHHH", body)
            if number in self._texts:
                known.comments[row + 1, column + 1] = self._texts[number]


class _Reach:
    """The rectangle that the cells of one sheet take, in numbers from 0."""

    def __init__(self) -> None:
        self._top = self._left = 1 << 16
        self._bottom = self._right = -1

    def add(self, kind: int, body: bytes) -> None:
        row, column = struct.unpack_from("<HH", body)
        last = struct.unpack_from("<H", body, len(body) - 2)[0] if kind == _MUL_RK else column
        _within(row, max(column, last))
        self._top, self._bottom = min(self._top, row), max(self._bottom, row)
        self._left, self._right = min(self._left, column), max(self._right, last)

    def area(self) -> int:
        return max(self._bottom - self._top + 1, 0) * max(self._right - self._left + 1, 0)

    def last(self) -> str:
        return references.name(self._bottom + 1, self._right + 1)


def records(stream: bytes, offset: int, most: int) -> Iterator[tuple[int, bytes]]:
    """At most so many records of one substream: from its BOF to its EOF, charts within it passed over."""
    depth = 0
    while offset + 4 <= len(stream) and most > 0:
        kind, size = _HEADER.unpack_from(stream, offset)
        body = stream[offset + 4 : offset + 4 + size]
        offset += 4 + size
        most -= 1
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, body


def _note(kind: int, body: bytes, known: Facts) -> None:
    if kind == _ROW and len(body) >= 14:
        if body[12] & 0x20:
            known.hidden_rows.add(int.from_bytes(body[:2], "little") + 1)
    elif kind == _COL_INFO and len(body) >= 10:
        first, last = struct.unpack_from("<HH", body)
        if body[8] & 1:
            known.hidden_columns.update(range(first + 1, min(last + 1, _LAST_COLUMN) + 1))
    elif kind == _BOOL_ERR and len(body) >= 8:
        if body[7]:
            known.errors[_place(body)] = ERRORS.get(body[6], "#N/A")
    elif kind == _FORMULA and len(body) >= 14 and body[12:14] == b"\xff\xff" and body[6] == 2:
        known.errors[_place(body)] = ERRORS.get(body[8], "#N/A")


def _place(body: bytes) -> tuple[int, int]:
    row, column = struct.unpack_from("<HH", body)
    _within(row, column)
    return row + 1, column + 1


def _within(row: int, column: int) -> None:
    """Raises Unreadable for a cell beyond the last column that the format has; row and column count from 0."""
    if column >= _LAST_COLUMN:
        raise refusals.corrupt(references.name(row + 1, min(column + 1, references.LAST_COLUMN)))
