"""A formula of an .xls (Excel 97–2003) as the text that an .xlsx holds.

The file has it in reverse Polish tokens ([MS-XLS] 2.5.198, names of tokens in the comments). Only what is known for
sure becomes text: nothing that leads out of the workbook (other files, DDE, links, add-ins, macros), no token that
Excel itself would not write here. Parentheses that the file leaves out are added where the order asks for them.
"""

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from data_loaders.annotating.xls import functions, places
from data_loaders.annotating.xls.constants import Constants, letters, number, quoted
from data_loaders.annotating.xls.functions import Untold
from data_loaders.reading.xls.records import ERRORS

_LONGEST = 8_000
# How tightly a text holds together: a list of areas least, then comparisons, … and a cell or a call most.
_LIST, _PERCENT, _SIGN, _WHOLE = 0, 6, 7, 10
_BETWEEN = {
    0x03: ("+", 3), 0x04: ("-", 3), 0x05: ("*", 4), 0x06: ("/", 4), 0x07: ("^", 5), 0x08: ("&", 2), 0x09: ("<", 1),
    0x0A: ("<=", 1), 0x0B: ("=", 1), 0x0C: (">=", 1), 0x0D: (">", 1), 0x0E: ("<>", 1), 0x0F: (" ", 8),
    0x10: (",", _LIST), 0x11: (":", 9),
}  # fmt: skip
_CHOOSE = 0x04
_SUM = 0x10


class Part(NamedTuple):
    """Text of a part of a formula, and how tightly it holds together; or the name of a function to be called."""

    text: str
    rank: int = _WHOLE
    called: bool = False


@dataclass(frozen=True)
class Around:
    """What formulas of a workbook may point to: `sheets` gives the name of a sheet or of a span of sheets by their
    number in the file, None for what lies outside; `names` the defined names, `outside` the functions by their
    number in the table of other workbooks' names."""

    sheets: Callable[[int], str | None]
    names: Mapping[int, Part]
    outside: Callable[[int, int], Part | None]


def text(
    raw: bytes, extra: bytes, around: Around, base: tuple[int, int] | None = None, *, fixed: bool = False
) -> str:
    """The formula of these tokens, without its "=". `extra` are the bytes behind them (constants of arrays); `base`
    is the cell (row and column from 0) for which a shared formula is asked; `fixed` where it may not depend on the
    cell that it stands in. Raises Untold."""
    try:
        return _Machine(raw, extra, around, base, fixed).run()
    except (struct.error, IndexError, KeyError, UnicodeDecodeError) as error:
        raise Untold from error


class _Machine:
    """Runs over the tokens once; what is not finished yet lies on a stack."""

    def __init__(
        self, raw: bytes, extra: bytes, around: Around, base: tuple[int, int] | None, fixed: bool
    ) -> None:
        self._raw, self._at = raw, 0
        self._behind = Constants(extra)
        self._around, self._base, self._fixed = around, base, fixed
        self._stack: list[Part] = []

    def run(self) -> str:
        while self._at < len(self._raw):
            token = self._raw[self._at]
            self._at += 1
            # The two bits for reference, value or array say how a result is used, not what it is.
            token = token if token < 0x20 else (token & 0x1F) | 0x20
            if token in _BETWEEN:
                self._join(*_BETWEEN[token])
            else:
                self._push(_TOKENS[token](self))
        (whole,) = self._stack if len(self._stack) == 1 else (None,)
        if whole is None or whole.called or not whole.text:
            raise Untold
        return self._tight(whole, 1)

    def _push(self, part: Part | None) -> None:
        if part is not None:
            if len(part.text) > _LONGEST:
                raise Untold
            self._stack.append(part)

    def _take(self, form: str) -> tuple[int, ...]:
        found = struct.unpack_from(form, self._raw, self._at)
        self._at += struct.calcsize(form)
        return found

    def _pop(self, *, left_out: bool = False) -> Part:
        part = self._stack.pop()
        if part.called or not (part.text or left_out):
            raise Untold
        return part

    @staticmethod
    def _tight(part: Part, rank: int) -> str:
        return part.text if part.rank >= rank else f"({part.text})"

    def _join(self, sign: str, rank: int) -> None:
        right, left = self._pop(), self._pop()
        self._push(Part(f"{self._tight(left, rank)}{sign}{self._tight(right, rank + 1)}", rank))

    def signed(self, sign: str) -> Part:
        return Part(f"{sign}{self._tight(self._pop(), _SIGN)}", _SIGN)

    def percent(self) -> Part:
        return Part(f"{self._tight(self._pop(), _PERCENT)}%", _PERCENT)

    def in_parentheses(self) -> Part:
        return Part(f"({self._pop().text})")

    def left_out(self) -> Part:
        """An argument that is not given."""
        return Part("")

    def words(self) -> Part:
        count, wide = self._take("<BB")
        if wide & ~1:
            raise Untold
        raw = self._raw[self._at : self._at + count * (1 + wide)]
        self._at += count * (1 + wide)
        return Part(quoted(letters(raw, count, wide)))

    def note(self) -> Part | None:
        """PtgAttr: how Excel works a formula out; blanks that a person typed; and a sum of one area."""
        kind, value = self._take("<BH")
        if kind == _CHOOSE:
            self._at += 2 * (value + 1)
        return self._called("SUM", 1) if kind == _SUM else None

    def fault(self) -> Part:
        return Part(ERRORS[self._take("<B")[0]])

    def truth(self) -> Part:
        return Part("TRUE" if self._take("<B")[0] else "FALSE")

    def whole_number(self) -> Part:
        return Part(str(self._take("<H")[0]))

    def number(self) -> Part:
        written = number(*struct.unpack("<d", bytes(self._take("<8B"))))
        return Part(written, _SIGN if written.startswith("-") else _WHOLE)

    def constants(self) -> Part:
        """PtgArray: rows and columns of constants, which stand behind the tokens."""
        self._at += 7
        return Part(self._behind.array())

    def function(self) -> Part:
        name, count = functions.fixed(self._take("<H")[0])
        return self._called(name, count)

    def function_of_many(self) -> Part:
        count, number = self._take("<BH")
        if number == functions.USER_DEFINED:
            return self._called(None, count - 1)
        return self._called(functions.variable(number, count), count)

    def _called(self, name: str | None, count: int) -> Part:
        if count < 0:
            raise Untold
        given = [self._pop(left_out=True) for _ in range(count)][::-1]
        if name is None:
            function = self._stack.pop()
            if not function.called:
                raise Untold
            name = function.text
        return Part(f"{name}({','.join(self._tight(part, 1) for part in given)})")

    def name(self) -> Part:
        return self._around.names[self._take("<HH")[0]]

    def outside_name(self) -> Part:
        sheet, number, _ = self._take("<HHH")
        found = self._around.outside(sheet, number)
        if found is None:
            raise Untold
        return found

    def cell(self) -> Part:
        row, column = self._take("<HH")
        places.must_be_plain(column, fixed=self._fixed)
        return Part(places.cell(row, column))

    def cell_of_sheet(self) -> Part:
        (sheet,) = self._take("<H")
        return Part(f"{self._sheet(sheet)}!{self.cell().text}")

    def cells(self) -> Part:
        top, bottom, left, right = self._take("<4H")
        places.must_be_plain(left | right, fixed=self._fixed)
        return Part(places.area(top, bottom, left, right))

    def cells_of_sheet(self) -> Part:
        (sheet,) = self._take("<H")
        return Part(f"{self._sheet(sheet)}!{self.cells().text}")

    def moved_cell(self) -> Part:
        row, column = self._take("<HH")
        return Part(places.cell(*places.moved(self._base, row, column)))

    def moved_cells(self) -> Part:
        top, bottom, left, right = self._take("<4H")
        (top, left), (bottom, right) = (
            places.moved(self._base, top, left),
            places.moved(self._base, bottom, right),
        )
        return Part(places.area(top, bottom, left, right))

    def lost(self, size: int) -> Part:
        """A reference to cells that are no more."""
        self._at += size
        return Part("#REF!")

    def remembered_areas(self) -> None:
        """PtgMemArea: areas that the next tokens work out, which are looked up behind all tokens."""
        self._at += 6
        self._behind.pass_over_areas()

    def passed_over(self, size: int) -> None:
        self._at += size

    def _sheet(self, number: int) -> str:
        found = self._around.sheets(number)
        if found is None:
            raise Untold
        return found


_TOKENS: dict[int, Callable[[_Machine], Part | None]] = {
    0x12: lambda m: m.signed("+"), 0x13: lambda m: m.signed("-"), 0x14: _Machine.percent, 0x15: _Machine.in_parentheses,
    0x16: _Machine.left_out, 0x17: _Machine.words, 0x19: _Machine.note, 0x1C: _Machine.fault, 0x1D: _Machine.truth,
    0x1E: _Machine.whole_number, 0x1F: _Machine.number, 0x20: _Machine.constants, 0x21: _Machine.function,
    0x22: _Machine.function_of_many, 0x23: _Machine.name, 0x24: _Machine.cell, 0x25: _Machine.cells,
    0x26: _Machine.remembered_areas, 0x28: lambda m: m.passed_over(6), 0x29: lambda m: m.passed_over(2),
    0x2A: lambda m: m.lost(4), 0x2B: lambda m: m.lost(8), 0x2C: _Machine.moved_cell, 0x2D: _Machine.moved_cells,
    0x39: _Machine.outside_name, 0x3A: _Machine.cell_of_sheet, 0x3B: _Machine.cells_of_sheet,
    0x3C: lambda m: m.lost(6), 0x3D: lambda m: m.lost(10),
}  # fmt: skip
