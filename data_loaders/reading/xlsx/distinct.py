"""What the cells of .xlsx sheets hold: each content is given to calamine once, wherever it stands.

The columns of a long table repeat their words, days and small numbers. What a cell holds follows from
its markup (type, style, value) alone, so calamine needs to see each markup once: a fraction of the
time and of the memory of reading every cell.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice

import numpy as np
import python_calamine
from numpy.typing import NDArray

from data_loaders.reading import values
from data_loaders.reading.grid import Cell, CellError
from data_loaders.reading.xlsx.places import Piece
from data_loaders.reading.xlsx.strings import SharedTexts
from data_loaders.reading.xlsx.whole_numbers import WholeNumbers

_OPEN = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_CLOSE = b"</sheetData></worksheet>"
# A sheet whose cells differ more than this is read as it stands: little would be saved, and memory lost.
_ALWAYS, _SHARE, _MOST = 50_000, 0.4, 600_000
_ENDS = (b"</c>", b"/>")
# Lengths are bounded and "<" excluded, so that no text makes a pattern go back and forth.
_ERROR = re.compile(rb'"[^<>]{0,200}>(?:<f[^<>]*/>|<f[^<>]*>[^<]*</f>)?<v[^<>]*>([^<&]*)</v>')
_ERROR_VALUES = frozenset((b"#DIV/0!", b"#N/A", b"#NAME?", b"#NULL!", b"#NUM!", b"#REF!", b"#VALUE!"))
_VALUELESS = re.compile(rb"(?:</f>|<f(?:\s[^<>]*)?/>)(?!<v>[^<])")
_STYLE = re.compile(rb'"[^<>]{0,200}?\ss="(\d{1,6})"')
_SECOND_REFERENCE = re.compile(rb'"[^<>]*?\sr\s*=')


@dataclass(frozen=True)
class Values:
    """The cells that contents stand for, by number; which of them are not blank; the length of the longest
    text among them."""

    cells: NDArray[np.object_]
    told: NDArray[np.bool_]
    longest: int


class Distinct:
    """The contents of cells met so far, numbered from 0 as they were met. A content is the markup of a
    cell from the quotation mark on that ends its reference. `errors` are the error values among them,
    `valueless` the formulas without a stored value (an empty text is one)."""

    def __init__(self) -> None:
        self.errors: dict[int, str] = {}
        self.valueless: set[int] = set()
        self._whole = WholeNumbers()
        self._known: defaultdict[bytes, int] = defaultdict()
        self._known.default_factory = self._known.__len__

    def __len__(self) -> int:
        return len(self._known)

    def numbers(self, raw: bytes, piece: Piece) -> NDArray[np.int32]:
        """The numbers of the contents of the cells in a piece of a sheet's markup."""
        keys = self._whole.keys(piece)
        found = self._whole.known(keys)
        others = np.flatnonzero(found < 0)
        starts, ends = ((places[others] + piece.offset).tolist() for places in (piece.starts, piece.ends))
        contents = map(raw.__getitem__, map(slice, starts, ends))
        found[others] = np.fromiter(map(self._known.__getitem__, contents), np.int32, len(others))
        self._whole.learn(keys[others], found[others])
        return found

    def too_many(self, before: int, cells: int) -> bool:
        """Whether the first cells of a sheet, so many, are too seldom alike; there were `before` contents
        before them."""
        return len(self) > _MOST or len(self) - before > _ALWAYS + _SHARE * cells

    def forget(self, before: int) -> None:
        """Drop all contents but the first `before`."""
        while len(self._known) > before:
            self._known.popitem()
        self._whole = WholeNumbers()
        self.errors = {number: text for number, text in self.errors.items() if number < before}
        self.valueless = {number for number in self.valueless if number < before}

    def examine(self, before: int) -> bool:
        """Look over the contents but the first `before`; False if one is written in an unusual manner."""
        new = islice(reversed(self._known), len(self) - before)
        numbers = range(len(self) - 1, before - 1, -1)
        return all(
            _plain(content) or self._usual(n, content) for n, content in zip(numbers, new, strict=True)
        )

    def _usual(self, number: int, content: bytes) -> bool:
        # Of two references in one tag calamine would take the last.
        if _SECOND_REFERENCE.match(content) or not content.rstrip().endswith(_ENDS):
            return False
        if b' t="e"' in content:
            error = _ERROR.match(content)
            if error is None or error[1] not in _ERROR_VALUES:
                return False
            self.errors[number] = error[1].decode()
        if b"<f" in content and (found := _VALUELESS.search(content)):
            head = content[: content.index(b">")]
            if b't="str"' not in head or content[found.end() : found.end() + 2] != b"<v":
                self.valueless.add(number)
        return True

    def markup(self) -> bytes:
        """A sheet that holds each content once, in column A."""
        rows = (
            b'<row r="%d"><c r="A%d%b</row>' % (i, i, content) for i, content in enumerate(self._known, 1)
        )
        return b"".join((_OPEN, *rows, _CLOSE))

    def read(
        self, source: python_calamine.CalamineSheet, texts: SharedTexts | None, months: frozenset[str]
    ) -> Values:
        """The cell that each content stands for, from the sheet that `markup` became; `months` are the styles that show
        a month alone."""
        found: list[Cell] = values.cells(row[0] for row in source.to_python(skip_empty_area=False))
        if months:
            found = [
                values.month_alone(cell)
                if (style := _STYLE.match(content)) and style[1].decode() in months
                else cell
                for cell, content in zip(found, self._known, strict=False)
            ]
        if texts:
            texts.restore([found])
        cells = np.full(len(self), None, np.object_)
        cells[: len(found)] = found
        for number, text in self.errors.items():
            cells[number] = CellError(text)
        longest = max((len(cell) for cell in found if isinstance(cell, str)), default=0)
        return Values(cells, np.array([cell is not None for cell in cells], np.bool_), longest)


def _plain(content: bytes) -> bool:
    """Whether there can be no second reference, formula or error: a short cut for the many numbers."""
    return content.endswith(b"</v></c>") and not (b"r" in content or b"f" in content or b"e" in content)
