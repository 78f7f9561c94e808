"""Numbers and words as formulas write them, and the constants of arrays, which an .xls has behind a formula's tokens."""

import struct
from math import isfinite

from data_loaders.annotating.xls.functions import Untold
from data_loaders.reading.xls.records import ERRORS

_NUMBER, _WORDS, _TRUTH, _FAULT = 1, 2, 4, 16
_LONGEST_WHOLE = 10**15


def letters(raw: bytes, count: int, wide: int) -> str:
    """So many letters of one byte or (`wide`) two."""
    if len(raw) != count * (1 + wide):
        raise Untold
    return raw.decode("utf-16-le" if wide else "latin-1")


def number(value: float) -> str:
    """A number to all its digits."""
    if not isfinite(value):
        raise Untold
    return str(int(value)) if value.is_integer() and abs(value) < _LONGEST_WHOLE else repr(value).upper()


def quoted(text: str) -> str:
    """Words as a formula has them."""
    return '"' + text.replace('"', '""') + '"'


class Constants:
    """What stands behind the tokens of one formula, taken piece by piece."""

    def __init__(self, raw: bytes) -> None:
        self._raw, self._at = raw, 0

    def array(self) -> str:
        """{1,2;3,4}."""
        columns, rows = self._take("<BH")
        if (columns + 1) * (rows + 1) > len(self._raw):
            raise Untold
        lines = [",".join(self._one() for _ in range(columns + 1)) for _ in range(rows + 1)]
        return "{" + ";".join(lines) + "}"

    def pass_over_areas(self) -> None:
        """Areas that Excel had worked out."""
        (count,) = self._take("<H")
        self._at += 8 * count

    def _one(self) -> str:
        (kind,) = self._take("<B")
        if kind == _WORDS:
            count, wide = self._take("<HB")
            return quoted(letters(bytes(self._take(f"<{count * (1 + (wide & 1))}B")), count, wide & 1))
        raw = bytes(self._take("<8B"))
        if kind == _NUMBER:
            return number(*struct.unpack("<d", raw))
        if kind == _TRUTH:
            return "TRUE" if raw[0] else "FALSE"
        if kind == _FAULT:
            return ERRORS[raw[0]]
        raise Untold

    def _take(self, form: str) -> tuple[int, ...]:
        found = struct.unpack_from(form, self._raw, self._at)
        self._at += struct.calcsize(form)
        return found
