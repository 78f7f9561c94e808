"""The full look at the XML of one .xlsx sheet, in whatever manner it is written.

The cells that hold something are written anew, row beside row and column beside column, so that
calamine can read a sheet whose cells lie far apart.
"""

from dataclasses import dataclass
from xml.sax.saxutils import escape

from data_loaders import time_limit
from data_loaders.reading import markup, references, refusals
from data_loaders.reading.facts import TRUE, Facts, HiddenColumns
from data_loaders.reading.grid import Limits
from data_loaders.reading.markup import local
from data_loaders.reading.references import LAST_COLUMN, LAST_ROW
from data_loaders.reading.xlsx.styles import LegacyFonts

_OPEN = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_TYPES = frozenset(("b", "d", "e", "inlineStr", "n", "s", "str"))
_CLOSE = "</sheetData></worksheet>"


class _Look:
    """Gathers the facts while the tags pass by."""

    def __init__(self, name: str, limits: Limits, fonts: LegacyFonts) -> None:
        self.facts = Facts()
        self.hidden = HiddenColumns()
        self.rows: dict[int, list[str]] = {}
        self.columns: dict[int, int] = {}
        self._name, self._limits, self._fonts = name, limits, fonts
        self._inside = self._phonetic = False
        self._row = self._column = 0
        self._texts: list[str] | None = None
        self._value: list[str] | None = None
        self._formula = False

    def start(self, tag: str, said: dict[str, str]) -> None:
        if ":" in tag:
            tag = local(tag)
        if not self._inside:
            self._outside(tag, said)
        elif tag == "c":
            self._begin_cell(said)
        elif tag == "v" or (tag == "t" and not self._phonetic):
            self._texts = self._value = [] if self._value is None else self._value
        elif tag == "f":
            self._formula = True
        elif tag == "rPh":
            self._phonetic = True
        elif tag == "row":
            time_limit.look()
            self._row = _number(said["r"], LAST_ROW) if "r" in said else self._row + 1
            self._column = 0
            if said.get("hidden") in TRUE:
                self.facts.hidden_rows.add(self._row)

    def _outside(self, tag: str, said: dict[str, str]) -> None:
        if tag == "sheetData":
            self._inside = True
        elif tag == "col" and said.get("hidden") in TRUE:
            self.hidden.add(said.get("min", ""), said.get("max", ""))
        elif tag == "mergeCell":
            area = references.area(said.get("ref", ""))
            if area is None:
                raise refusals.corrupt(self._name)
            self.facts.merges.append(area)

    def _begin_cell(self, said: dict[str, str]) -> None:
        if "r" in said:
            place = references.cell(said["r"])
            if place is None:
                raise refusals.corrupt(said["r"][:20])
            row, self._column = place
        else:
            row, self._column = self._row, self._column + 1
        if not 1 <= row <= LAST_ROW or self._column > LAST_COLUMN:
            raise refusals.corrupt(self._name)
        self.facts.count += 1
        if self.facts.count > self._limits.parsed_cells:
            raise refusals.wide_sheet(self._name, references.name(row, self._column))
        self._place = row, self._column
        self._type, self._style = said.get("t", "n"), said.get("s", "")
        if self._type not in _TYPES:
            raise refusals.corrupt(references.name(*self._place))
        self._value = None
        self._formula = False

    def text(self, text: str) -> None:
        if self._texts is not None:
            self._texts.append(text)

    def end(self, tag: str) -> None:
        if ":" in tag:
            tag = local(tag)
        if tag in ("v", "t"):
            self._texts = None
        elif tag == "rPh":
            self._phonetic = False
        elif tag == "sheetData":
            self._inside = False
        elif tag == "c" and self._inside:
            self._end_cell()

    def _end_cell(self) -> None:
        text = "".join(self._value or ())
        if self._formula and (self._value is None or (not text and self._type != "str")):
            self.facts.formulas_without_value.add(self._place)
        if not text:
            return
        if self._type == "e":
            self.facts.errors[self._place] = text
            self._type = "str"
        font = self._fonts.of(self._style, text if self._type == "s" else None)
        if font:
            self.facts.legacy_fonts[self._place] = font
        row, column = self._place
        name = references.letters(self.columns.setdefault(column, len(self.columns) + 1))
        style = f' s="{self._style}"' if self._style.isdecimal() else ""
        if self._type == "inlineStr":
            body = f't="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is>'
        else:
            body = f't="{self._type}"><v>{escape(text)}</v>'
        self.rows.setdefault(row, []).append(f'<c r="{name}\0"{style} {body}</c>')


def _number(text: str, last: int) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 9 and 1 <= int(text) <= last):
        raise refusals.corrupt(text[:20])
    return int(text)


@dataclass(frozen=True)
class Rewritten:
    """A sheet's facts and its cells written anew: the n-th row and column (from 1) of `markup` are
    `rows[n - 1]` and `columns[n - 1]` of the sheet."""

    facts: Facts
    markup: bytes
    rows: list[int]
    columns: list[int]


def look(name: str, raw: bytes, limits: Limits, fonts: LegacyFonts) -> Rewritten:
    """Reads the markup of the sheet called `name`.

    Raises Unreadable: corrupt, unsafe (entities), or too_large with the farthest cell.
    """
    seen = _Look(name, limits, fonts)
    markup.parse(raw, seen.start, seen.end, seen.text)
    seen.facts.hidden_columns = seen.hidden.numbers()
    rows, columns = sorted(seen.rows), list(seen.columns)
    if len(rows) * len(columns) > limits.area:
        raise refusals.wide_sheet(name, references.name(max(rows), max(columns)))
    lines = [
        f'<row r="{i}">' + "".join(seen.rows.pop(number)).replace("\0", str(i)) + "</row>"
        for i, number in enumerate(rows, 1)
    ]
    return Rewritten(seen.facts, "".join((_OPEN, *lines, _CLOSE)).encode(), rows, columns)
