"""Checks of what may be typed into cells, lists to choose from first of all: [MS-XLS] 2.4.114 (Dv)."""

import struct
from collections.abc import Iterable

from openpyxl.worksheet.cell_range import CellRange, MultiCellRange
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data_loaders.annotating.marks import plain
from data_loaders.annotating.xls import tokens
from data_loaders.annotating.xls.functions import Untold
from data_loaders.annotating.xls.tokens import Around

_TYPES = (None, "whole", "decimal", "list", "date", "time", "textLength", "custom")
_OPERATORS = (
    "between", "notBetween", "equal", "notEqual", "greaterThan", "lessThan", "greaterThanOrEqual", "lessThanOrEqual",
)  # fmt: skip
_STYLES = ("stop", "warning", "information")
_LIST = 3
_WITH_TWO, _COMPARED = (0, 1), (1, 2, 4, 5, 6)
_ITEMS_IN_WORDS, _BLANK_ALLOWED, _NO_ARROW, _PROMPT, _ERROR = 1 << 7, 1 << 8, 1 << 9, 1 << 18, 1 << 19
# What Excel takes of a title and of a text.
_LONGEST = (32, 32, 255, 225)
_MOST = 5_000


def write(records: Iterable[bytes], around: Around | None, sheet: Worksheet) -> int:
    """Writes the checks into a sheet; gives how many could not be kept."""
    lost = 0
    for number, body in enumerate(records):
        try:
            if around is None or number >= _MOST:
                raise Untold
            sheet.add_data_validation(_Reader(body).check(around))
        except (Untold, ValueError, struct.error, IndexError):
            lost += 1
    return lost


class _Reader:
    """Takes one record piece by piece."""

    def __init__(self, body: bytes) -> None:
        self._body, self._at = body, 4
        (self._flags,) = struct.unpack_from("<I", body)

    def check(self, around: Around) -> DataValidation:
        kind, operator, style = self._flags & 15, self._flags >> 20 & 15, self._flags >> 4 & 7
        if kind >= len(_TYPES) or operator >= len(_OPERATORS) or style >= len(_STYLES):
            raise Untold
        prompt_title, error_title, prompt, error = (self._words(most) for most in _LONGEST)
        formulas = [self._tokens(), self._tokens()]
        ranges = self._ranges()
        # Formulas are seen from the first cell that they are for.
        base = (min(r.min_row for r in ranges) - 1, min(r.min_col for r in ranges) - 1)
        made: list[str | None]
        if kind == _LIST and self._flags & _ITEMS_IN_WORDS:
            # Items stand between signs of nothing; one that holds a comma would become two.
            if "," in (items := tokens.text(formulas[0], b"", around)):
                raise Untold
            made = [items.replace("\0", ","), None]
        else:
            # Of what takes any value, and of comparisons with one, others than Excel write bounds that say nothing.
            needed = 0 if not kind else 2 if operator in _WITH_TWO and kind in _COMPARED else 1
            made = [tokens.text(raw, b"", around, base) if raw else None for raw in formulas[:needed]]
            made += [None] * (2 - needed)
        return DataValidation(
            type=_TYPES[kind], operator=_OPERATORS[operator], errorStyle=_STYLES[style],
            formula1=made[0], formula2=made[1], sqref=MultiCellRange(ranges),
            allow_blank=bool(self._flags & _BLANK_ALLOWED), showDropDown=bool(self._flags & _NO_ARROW),
            showInputMessage=bool(self._flags & _PROMPT), showErrorMessage=bool(self._flags & _ERROR),
            promptTitle=prompt_title, prompt=prompt, errorTitle=error_title, error=error,
        )  # fmt: skip

    def _take(self, form: str) -> tuple[int, ...]:
        found = struct.unpack_from(form, self._body, self._at)
        self._at += struct.calcsize(form)
        return found

    def _words(self, most: int) -> str | None:
        count, wide = self._take("<HB")
        size = count * (1 + (wide & 1))
        raw = self._body[self._at : self._at + size]
        self._at += size
        # A sign of nothing stands for no words.
        return plain(raw.decode("utf-16-le" if wide & 1 else "latin-1", "replace"))[:most] or None

    def _tokens(self) -> bytes:
        size, _ = self._take("<HH")
        raw = self._body[self._at : self._at + size]
        self._at += size
        return raw

    def _ranges(self) -> list[CellRange]:
        (count,) = self._take("<H")
        places = [self._take("<4H") for _ in range(count)]
        ranges = [
            CellRange(min_row=top + 1, max_row=bottom + 1, min_col=left + 1, max_col=right + 1)
            for top, bottom, left, right in places
        ]
        if not ranges:
            raise Untold
        return ranges
