"""What xlrd passes over in the records of an .xls: formulas, how sheets are printed, what is drawn on them.

Layouts: [MS-XLS] 2.4 (Formula 127, ShrFmla 277, Array 4, Lbl 150, Setup 257, …).
"""

import struct
from dataclasses import dataclass, field

from data_loaders.reading import refusals
from data_loaders.reading.xls.records import records

_BOUND_SHEET, _WORKSHEET, _NAME = 0x0085, 0, 0x0018
_FORMULA, _SHARED, _ARRAY = 0x0006, 0x04BC, 0x0221
_ROW, _BLANK = 0x0208, 0x0201
_OF_MANY = frozenset((0x00BD, 0x00BE))  # MulRk, MulBlank
_COL_INFO, _MERGES = 0x007D, 0x00E5
_TAB = 0x0862
_OBJECT, _CONDITIONAL, _VALIDATION = 0x005D, 0x01B0, 0x01BE
# Header, footer, margins, rulings, centred, setup: see `printing`.
PRINTING = frozenset(
    (0x0014, 0x0015, 0x0026, 0x0027, 0x0028, 0x0029, 0x002A, 0x002B, 0x0081, 0x0083, 0x0084, 0x00A1)
)
# Kinds of objects ([MS-XLS] 2.5.143) that are no drawings: the arrow of a filter, a comment.
_NO_DRAWING = frozenset((0x14, 0x19))
_HEAD_OF_FORMULA = 22
_OF_MACROS, _BUILT_IN = 0x100E, 0x0020

Place = tuple[int, int]


@dataclass(frozen=True)
class Area:
    """A formula of several cells: first and last row and column from 0, tokens, and what stands behind them."""

    top: int
    bottom: int
    left: int
    right: int
    tokens: bytes
    extra: bytes

    def holds(self, place: Place) -> bool:
        """Whether a cell lies in it."""
        return self.top <= place[0] <= self.bottom and self.left <= place[1] <= self.right


@dataclass
class Told:
    """One sheet: tokens and what stands behind them of each formula by row and column from 0; formulas of several
    cells by the cell that has them; records on printing; the colour of its tab; how many drawings, whether it has forms that depend on
    values; records on what may be typed."""

    formulas: dict[Place, tuple[bytes, bytes]] = field(default_factory=dict)
    shared: dict[Place, Area] = field(default_factory=dict)
    arrays: dict[Place, Area] = field(default_factory=dict)
    printing: dict[int, bytes] = field(default_factory=dict)
    tab: int | None = None
    drawn: int = 0
    conditional: bool = False
    validations: list[bytes] = field(default_factory=list)


@dataclass(frozen=True)
class Name:
    """A defined name: `sheet` is the number of its worksheet from 0, None for one of the whole workbook; `tokens` are
    what it means."""

    name: str
    flags: int
    sheet: int | None
    tokens: bytes
    extra: bytes

    @property
    def built_in(self) -> bool:
        """Whether it is one of Excel's own; then `name` is a single sign."""
        return bool(self.flags & _BUILT_IN)

    @property
    def plain(self) -> bool:
        """Whether it stands for cells or a formula, and not for a macro."""
        return not self.flags & _OF_MACROS

    @property
    def hidden(self) -> bool:
        """Whether Excel does not show it."""
        return bool(self.flags & 1)


class _Room:
    """Counts what xlrd and openpyxl would have to hold. Raises Unreadable (too_large)."""

    def __init__(self, most: int) -> None:
        self._left = most

    def take(self, kind: int, body: bytes) -> None:
        if kind in _OF_MANY and len(body) >= 6:
            self._left -= (len(body) - 6) // (6 if kind == 0x00BD else 2)
        elif kind == _COL_INFO and len(body) >= 4:
            first, last = struct.unpack_from("<HH", body)
            self._left -= max(min(last, 256) - first, 0)
        elif kind == _MERGES and len(body) >= 2:
            for top, bottom, left, right in struct.iter_unpack(
                "<4H", body[2 : len(body) - (len(body) - 2) % 8]
            ):
                self._left -= max(bottom - top + 1, 0) * max(right - left + 1, 0)
        self._left -= 1
        if self._left < 0:
            raise refusals.heavy_contents()


def told(stream: bytes, most: int) -> tuple[list[Told], list[Name | None]]:
    """What each worksheet of the workbook stream says, in their order; and its names, None for one that is damaged
    or belongs to what is no worksheet. Raises Unreadable (too_large) where it has more than `most` records and
    cells."""
    room = _Room(most)
    offsets: list[int | None] = []
    raw_names = []
    for kind, body in records(stream, 0, most):
        room.take(kind, body)
        if kind == _BOUND_SHEET and len(body) > 7:
            offsets.append(int.from_bytes(body[:4], "little") if body[5] == _WORKSHEET else None)
        elif kind == _NAME:
            raw_names.append(body)
    worksheets = [offset for offset in offsets if offset is not None]
    numbers = [worksheets.index(offset) if offset is not None else None for offset in offsets]
    return (
        [_sheet(stream, offset, most, room) for offset in worksheets],
        [_name(body, numbers) for body in raw_names],
    )


def _name(body: bytes, worksheets: list[int | None]) -> Name | None:
    if len(body) < 15:
        return None
    flags, _, letters, size, _, number = struct.unpack_from("<HBBHHH", body)
    end = 15 + letters * (1 + (body[14] & 1))
    sheet = worksheets[number - 1] if 0 < number <= len(worksheets) else None
    if number and sheet is None:
        return None
    name = body[15:end].decode("utf-16-le" if body[14] & 1 else "latin-1", "replace")
    return Name(name, flags, sheet, body[end : end + size], body[end + size :])


def _sheet(stream: bytes, offset: int, most: int, room: _Room) -> Told:
    found = Told()
    last: Place = (-1, -1)
    for kind, body in records(stream, offset, most):
        room.take(kind, body)
        if kind == _FORMULA and len(body) >= _HEAD_OF_FORMULA:
            row, column = struct.unpack_from("<HH", body)
            last = (row, column)
            found.formulas[last] = _cut(body, _HEAD_OF_FORMULA)
        elif kind == _SHARED and len(body) >= 10:
            found.shared[last] = _area(body, 10)
        elif kind == _ARRAY and len(body) >= 14:
            found.arrays[last] = _area(body, 14)
        elif kind in PRINTING:
            # Views that persons keep for themselves come later, with records of the same kinds.
            found.printing.setdefault(kind, body)
        else:
            _note(kind, body, found)
    return found


def _note(kind: int, body: bytes, found: Told) -> None:
    if kind == _OBJECT and len(body) >= 6:
        found.drawn += int.from_bytes(body[4:6], "little") not in _NO_DRAWING
    elif kind == _TAB and len(body) >= 18:
        found.tab = body[16] & 0x7F
    found.conditional |= kind == _CONDITIONAL
    if kind == _VALIDATION:
        found.validations.append(body)


def _cut(body: bytes, head: int) -> tuple[bytes, bytes]:
    end = head + int.from_bytes(body[head - 2 : head], "little")
    return body[head:end], body[end:]


def _area(body: bytes, head: int) -> Area:
    top, bottom, left, right = struct.unpack_from("<HHBB", body)
    return Area(top, bottom, left, right, *_cut(body, head))
