"""The records of the binary parts in an .xlsb file: how far a sheet reaches, and what calamine does not tell.

Layouts: [MS-XLSB] 2.4 (BrtRowHdr 0, cell records 1–11, BrtColInfo 60, BrtBundleSh 156, BrtMergeCell 176,
BrtBeginComment 635, BrtCommentText 637).
"""

import struct
from collections.abc import Iterator

from data_loaders.reading import references, refusals
from data_loaders.reading.facts import Facts, Position
from data_loaders.reading.grid import Limits
from data_loaders.reading.layout import roomy
from data_loaders.reading.references import LAST_COLUMN, LAST_ROW
from data_loaders.reading.xls.records import ERRORS

_ROW, _CELLS, _COL_INFO, _BUNDLE_SHEET, _MERGE = 0, range(1, 12), 60, 156, 176
_ERROR_CELLS = (3, 11)
# A number, a whole one in short, and that of a formula.
_NUMBERS = (2, 5, 9)
_COMMENT, _COMMENT_TEXT = 635, 637


def sheets(workbook: bytes) -> list[tuple[str, str, bool]]:
    """(name, id of its relation, hidden) of each sheet that `workbook.bin` lists."""
    found = []
    for kind, body in records(workbook):
        if kind == _BUNDLE_SHEET:
            relation, rest = text_at(body, 8)
            name, _ = text_at(body, rest)
            found.append((name, relation, body[0] != 0))
    return found


def facts(name: str, part: bytes, hidden: bool, limits: Limits, months: frozenset[int]) -> Facts:
    """The facts of one sheet, `months` being the styles that show a month alone. Raises Unreadable: corrupt, or too_large
    with the farthest cell where its cells lie too far apart to be laid out."""
    known = Facts(hidden)
    row, top, left, bottom, right = 0, LAST_ROW, LAST_COLUMN, 0, 0
    for kind, body in records(part):
        if kind == _ROW:
            row = _number(body, 0) + 1
            if row > LAST_ROW:
                raise refusals.corrupt(name)
            if len(body) > 11 and body[11] & 0x10:
                known.hidden_rows.add(row)
        elif kind in _CELLS:
            column = _number(body, 0) + 1
            if column > LAST_COLUMN or row == 0:
                raise refusals.corrupt(name)
            known.count += 1
            top, bottom, left, right = min(top, row), max(bottom, row), min(left, column), max(right, column)
            if kind in _ERROR_CELLS and len(body) > 8:
                known.errors[row, column] = ERRORS.get(body[8], "#N/A")
            elif months and kind in _NUMBERS and int.from_bytes(body[4:7], "little") in months:
                known.months.add((row, column))
        else:
            _note(kind, body, known)
    area = (bottom - top + 1) * (right - left + 1) if known.count else 0
    if known.count > limits.cells or not roomy(area, known.count, limits):
        raise refusals.wide_sheet(name, references.name(bottom, right))
    return known


def comments(part: bytes) -> dict[Position, str]:
    """The words pinned to each cell, of the part that holds a sheet's. Raises Unreadable (corrupt)."""
    found: dict[Position, str] = {}
    at: Position | None = None
    for kind, body in records(part):
        if kind == _COMMENT:
            # Its author, then its cell: first and last row, first and last column.
            at = _number(body, 4) + 1, _number(body, 12) + 1
        elif kind == _COMMENT_TEXT and at:
            found[at], _ = text_at(body, 1)
    return found


def _note(kind: int, body: bytes, known: Facts) -> None:
    if kind == _COL_INFO and len(body) >= 18:
        first, last = _number(body, 0) + 1, min(_number(body, 4) + 1, LAST_COLUMN)
        if body[16] & 1 and len(known.hidden_columns) < LAST_COLUMN:
            known.hidden_columns.update(range(first, last + 1))
    elif kind == _MERGE and len(body) >= 16:
        top, bottom, left, right = struct.unpack_from("<4I", body)
        if top <= bottom < LAST_ROW and left <= right < LAST_COLUMN:
            known.merges.append((top + 1, left + 1, bottom + 1, right + 1))


def records(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """(kind, body) of each record. Raises Unreadable (corrupt) where the part ends within one."""
    at, end = 0, len(raw)
    while at < end:
        kind, at = _variable(raw, at, 2)
        size, at = _variable(raw, at, 4)
        if at + size > end:
            raise refusals.corrupt()
        yield kind, raw[at : at + size]
        at += size


def _variable(raw: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of up to `most` bytes, seven bits each for a size; a kind keeps its bits as [MS-XLSB] 2.1.4."""
    value = 0
    for step in range(most):
        if at >= len(raw):
            raise refusals.corrupt()
        byte = raw[at]
        at += 1
        value |= (byte & 0x7F) << (7 * step)
        if not byte & 0x80:
            break
    return value, at


def _number(body: bytes, at: int) -> int:
    if len(body) < at + 4:
        raise refusals.corrupt()
    return int.from_bytes(body[at : at + 4], "little")


def text_at(body: bytes, at: int) -> tuple[str, int]:
    """A text with its length before it, and where it ends."""
    end = at + 4 + 2 * _number(body, at)
    if end > len(body):
        raise refusals.corrupt()
    return body[at + 4 : end].decode("utf-16-le", "replace"), end
