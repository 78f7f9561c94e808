"""A fast look over a sheet's XML as the usual programs write it: how far it reaches, and its facts.

calamine lays a sheet out as one rectangle and takes cells as sorted: a single cell at XFD1048576
would end the whole process. So no sheet reaches it before every reference in it was seen here (in
bytes, for speed) or in `xlsx_sheet` (in full, for whatever is written in another manner).
"""

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from data_loaders.reading import references
from data_loaders.reading.facts import Facts, HiddenColumns
from data_loaders.reading.grid import Limits
from data_loaders.reading.layout import roomy
from data_loaders.reading.references import LAST_COLUMN, LAST_ROW

_CHUNK = 1 << 20
_PAD = 24
_PREFIXED = re.compile(rb":(?:c|row)[\s/>]")
_PREFIXED_ROOT = re.compile(rb"<([A-Za-z]\w{0,20}:)worksheet[\s>]")
_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml[^>]*\?>)?\s*<worksheet[\s>]")
_FOREIGN = re.compile(rb"""<\?xml[^>]*encoding=["'](?!utf-8["'])""", re.IGNORECASE)
# Lengths are bounded and "<" excluded, so that no text makes a pattern go back and forth.
_COLUMN = re.compile(rb"<col\s[^<>]*>")
_ATTRIBUTE = re.compile(rb'\b(min|max|hidden)="([^"]*)"')
_HIDDEN_ROW = re.compile(rb'<row r="(\d+)"[^<>]{0,400}?\shidden="(?:1|true)"')
_MERGE = re.compile(rb'<mergeCell\sref="([A-Z0-9:]+)"')
_CELL = re.compile(rb'<c r="([A-Z]+[0-9]+)"([^<>]{0,200})>')
_ERROR = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"[^<>]{0,200}>(?:<f[^<>]*/>|<f[^<>]*>[^<]*</f>)?<v[^<>]*>([^<&]*)</v>'
)
_ERROR_VALUES = (b"#DIV/0!", b"#N/A", b"#NAME?", b"#NULL!", b"#NUM!", b"#REF!", b"#VALUE!")
_VALUELESS = re.compile(rb"(?:</f>|<f(?:\s[^<>]*)?/>)(?!<v>[^<])")
_ROW = int.from_bytes(b'ow r="', "little")
_REFERENCE = int.from_bytes(b' r="', "little")


def without_prefix(raw: bytes) -> bytes:
    """The same markup without the prefix that some programs put before each tag (`<x:row>`)."""
    root = _PREFIXED_ROOT.search(raw, 0, 2000)
    return raw.replace(b"<" + root[1], b"<").replace(b"</" + root[1], b"</") if root else raw


def survey(raw: bytes, limits: Limits) -> Facts | None:
    """The facts of a sheet in plain markup whose cells lie close together; None if a fuller look is
    needed. Never None or a fault for want of room only: that is for the fuller look to say."""
    if not _HEAD.match(raw) or _FOREIGN.match(raw[:200]) or _PREFIXED.search(raw):
        return None
    start, end = raw.find(b"<sheetData"), raw.rfind(b"</sheetData>")
    if start < 0 or end < start or b"='" in raw[:start] or raw.find(b"='", end) >= 0:
        return None
    reach = _reach(raw, start, end)
    if reach is None:
        return None
    count, top, left, bottom, right = reach
    if count and not roomy((bottom - top + 1) * (right - left + 1), count, limits):
        return None
    facts = Facts(count=count)
    facts.hidden_columns = _hidden_columns(raw[:start])
    merges = [references.area(match[1].decode()) for match in _MERGE.finditer(raw, end)]
    if None in merges or len(merges) != raw.count(b"<mergeCell ", end):
        return None
    facts.merges = [merge for merge in merges if merge]
    if raw.find(b"hidden=", start, end) >= 0:
        facts.hidden_rows.update(int(match[1]) for match in _HIDDEN_ROW.finditer(raw, start, end))
    return facts if _errors(raw, end, facts) and _formulas(raw, end, facts) else None


def _reach(raw: bytes, start: int, end: int) -> tuple[int, int, int, int, int] | None:
    """(cells, top, left, bottom, right) from the references of all cells within a span of the markup;
    None if a tag is written in an unusual manner, a reference is no cell, or rows are out of order."""
    count, numbered, previous = 0, 0, 1
    left, bottom, right, top = LAST_COLUMN, 0, 0, LAST_ROW
    for chunk, size in _chunks(raw, start, end):
        tags = np.flatnonzero(chunk[:size] == ord("<"))
        letter = chunk[tags + 1]
        if (letter == ord("!")).any():
            return None
        rows_numbered = _numbered_rows(chunk, tags[letter == ord("r")])
        attributes = _attributes_named_r(chunk, size)
        if rows_numbered is None or attributes is None:
            return None
        tags = tags[letter == ord("c")]
        tags = tags[_ends_a_name(chunk[tags + 2])]
        numbered += attributes - rows_numbered - len(tags)
        if not len(tags):
            continue
        if (_words(chunk, tags + 2, 4) != _REFERENCE).any():
            return None
        places = _places(chunk, tags + 6)
        if places is None:
            return None
        rows, columns = places
        if rows[0] < previous or (np.diff(rows) < 0).any():
            return None
        count += len(rows)
        top, bottom, previous = min(top, int(rows[0])), int(rows[-1]), int(rows[-1])
        left, right = min(left, int(columns.min())), max(right, int(columns.max()))
    # A second reference in one tag: calamine takes the last one.
    return None if numbered else (count, top, left, bottom, right)


def _chunks(raw: bytes, start: int, end: int) -> Iterator[tuple[NDArray[np.uint8], int]]:
    """The bytes of a span piece by piece; each piece is followed by a few bytes more, so that a tag that
    begins in it can be read."""
    whole = np.frombuffer(raw, np.uint8)
    for offset in range(start, end, _CHUNK):
        size = min(_CHUNK, end - offset)
        piece = whole[offset : offset + size + _PAD]
        if len(piece) < size + _PAD:
            piece = np.concatenate([piece, np.zeros(_PAD, np.uint8)])
        yield piece, size


def _ends_a_name(byte: NDArray[np.uint8]) -> NDArray[np.bool_]:
    ends: NDArray[np.bool_] = (byte <= ord(" ")) | (byte == ord(">")) | (byte == ord("/"))
    return ends


def _words(chunk: NDArray[np.uint8], at: NDArray[np.intp], size: int) -> NDArray[np.uint64]:
    """The next bytes at each place as one number, the first byte lowest."""
    word = np.zeros(len(at), np.uint64)
    for step in range(size):
        word |= chunk[at + step].astype(np.uint64) << np.uint64(8 * step)
    return word


def _numbered_rows(chunk: NDArray[np.uint8], tags: NDArray[np.intp]) -> int | None:
    """How many rows begin here; None if one does not begin with its number."""
    rows = tags[(chunk[tags + 2] == ord("o")) & (chunk[tags + 3] == ord("w")) & _ends_a_name(chunk[tags + 4])]
    return None if (_words(chunk, rows + 2, 6) != _ROW).any() else len(rows)


def _attributes_named_r(chunk: NDArray[np.uint8], size: int) -> int | None:
    """How many attributes end their name with r; None if there are blanks around an equals sign."""
    signs = np.flatnonzero(chunk[1 : size + 1] == ord("="))
    before, after = chunk[signs], chunk[signs + 2]
    if ((before <= ord(" ")) | (after <= ord(" "))).any():
        return None
    return int((before == ord("r")).sum())


def _places(
    chunk: NDArray[np.uint8], at: NDArray[np.intp]
) -> tuple[NDArray[np.int32], NDArray[np.int32]] | None:
    """(rows, columns) of the references that begin at these places and end with a quotation mark."""
    columns, rows = np.zeros(len(at), np.int32), np.zeros(len(at), np.int32)
    at = at.copy()
    for _ in range(3):
        letter = chunk[at] - np.uint8(64)
        more = (letter >= 1) & (letter <= 26)
        if not more.any():
            break
        columns = np.where(more, columns * 26 + letter, columns)
        at += more
    for _ in range(7):
        digit = chunk[at] - np.uint8(48)
        more = digit <= 9
        if not more.any():
            break
        rows = np.where(more, rows * 10 + digit, rows)
        at += more
    on_sheet = (columns >= 1) & (columns <= LAST_COLUMN) & (rows >= 1) & (rows <= LAST_ROW)
    return (rows, columns) if (on_sheet & (chunk[at] == ord('"'))).all() else None


def _hidden_columns(head: bytes) -> set[int]:
    hidden = HiddenColumns()
    for match in _COLUMN.finditer(head):
        said = dict(_ATTRIBUTE.findall(match[0]))
        if said.get(b"hidden") in (b"1", b"true"):
            hidden.add(said.get(b"min", b"").decode(), said.get(b"max", b"").decode())
    return hidden.numbers()


def _errors(raw: bytes, end: int, facts: Facts) -> bool:
    """Notes the error values; False if one is written in an unusual manner."""
    done, at = 0, raw.find(b' t="e"', 0, end)
    while at >= 0:
        start = raw.rfind(b"<c ", done, at)
        match = _ERROR.match(raw, start) if start >= 0 else None
        place = references.cell(match[1].decode()) if match else None
        if match is None or place is None or match[2] not in _ERROR_VALUES:
            return False
        facts.errors[place] = match[2].decode()
        done = match.end()
        at = raw.find(b' t="e"', done, end)
    return True


def _formulas(raw: bytes, end: int, facts: Facts) -> bool:
    """Notes the formulas without a stored value (an empty text is one); False as above."""
    if raw.find(b"<f", 0, end) < 0:
        return True
    done = 0
    for match in _VALUELESS.finditer(raw, 0, end):
        start = raw.rfind(b"<c ", done, match.start())
        cell = _CELL.match(raw, start) if start >= 0 else None
        place = references.cell(cell[1].decode()) if cell else None
        if cell is None or place is None:
            return False
        done = match.end()
        if b't="str"' not in cell[2] or raw[done : done + 2] != b"<v":
            facts.formulas_without_value.add(place)
    return True
