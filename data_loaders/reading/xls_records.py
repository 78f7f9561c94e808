"""The records of an .xls workbook stream that tell what calamine does not: error values, what is hidden.

Layouts: [MS-XLS] 2.4 (BoundSheet8 28, Row 221, ColInfo 53, BoolErr 24, Formula 127, FilePass 117).
"""

import struct
from collections.abc import Iterator

from data_loaders.reading import references, refusals
from data_loaders.reading.facts import Facts
from data_loaders.reading.grid import Limits

_BOUND_SHEET, _FILE_PASS, _BOF, _EOF = 0x0085, 0x002F, 0x0809, 0x000A
_ROW, _COL_INFO, _BOOL_ERR, _FORMULA = 0x0208, 0x007D, 0x0205, 0x0006
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


def facts(stream: bytes, limits: Limits) -> list[tuple[str, Facts]]:
    """(name, facts) of each worksheet in order; charts and macro sheets are left out.

    Raises Unreadable: encrypted, corrupt, or too_large for more records than cells are allowed.
    """
    sheets: list[tuple[int, str, Facts]] = []
    wide = False
    for kind, body in _records(stream, 0, limits.cells):
        if kind == _FILE_PASS:
            raise refusals.encrypted()
        if kind == _BOF:
            wide = body[:2] == b"\x00\x06"
        elif kind == _BOUND_SHEET and len(body) > 7 and body[5] == 0:
            offset = int.from_bytes(body[:4], "little")
            sheets.append((offset, _name(body[6:], wide), Facts(hidden=bool(body[4] & 3))))
    if not sheets:
        raise refusals.corrupt()
    room = limits.cells
    for offset, name, known in sheets:
        for kind, body in _records(stream, offset, room):
            room -= 1
            _note(kind, body, known)
        if room <= 0:
            raise refusals.wide_sheet(name, None)
    return [(name, known) for _, name, known in sheets]


def _records(stream: bytes, offset: int, most: int) -> Iterator[tuple[int, bytes]]:
    """The records of one substream: from its BOF to its EOF, charts within it passed over."""
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
    if column >= _LAST_COLUMN:
        raise refusals.corrupt(references.name(row + 1, min(column + 1, references.LAST_COLUMN)))
    return row + 1, column + 1


def _name(body: bytes, wide: bool) -> str:
    """The name of a sheet: its length, in Excel 97 and later a byte of flags, then its letters."""
    length = body[0]
    if not wide:
        return body[1 : 1 + length].decode("cp1252", "replace")
    if body[1] & 1:
        return body[2 : 2 + 2 * length].decode("utf-16-le", "replace")
    return body[2 : 2 + length].decode("latin-1")
