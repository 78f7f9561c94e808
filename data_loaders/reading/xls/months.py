"""Cells of an .xls that show of a day its month and year alone.

Layouts: [MS-XLS] 2.4 (Format 126, XF 353, Number 180, RK 220, MulRk 175).
"""

import struct
from collections.abc import Iterator

from data_loaders.reading.facts import Position
from data_loaders.reading.xlsx.styles import MONTH_AND_YEAR, shows_month_alone

_FORMAT, _XF = 0x041E, 0x00E0
_NUMBER, _RK, _MUL_RK = 0x0203, 0x027E, 0x00BD
_EACH = 6


class MonthStyles:
    """Gathers formats and styles from the records of the workbook."""

    def __init__(self) -> None:
        self._formats = {int(MONTH_AND_YEAR)}
        self._used: list[int] = []

    def add(self, kind: int, body: bytes) -> None:
        """One record of the workbook's own substream."""
        if kind == _FORMAT and len(body) > 2:
            # Length and width before the letters are no letters themselves.
            if shows_month_alone(body[2:].replace(b"\0", b"").decode("latin-1")):
                self._formats.add(int.from_bytes(body[:2], "little"))
        elif kind == _XF and len(body) >= 4:
            self._used.append(int.from_bytes(body[2:4], "little"))

    def find(self) -> frozenset[int]:
        """The numbers of the styles that show a month alone."""
        return frozenset(i for i, used in enumerate(self._used) if used in self._formats)


def shown(kind: int, body: bytes, styles: frozenset[int]) -> Iterator[Position]:
    """The cells of a record of numbers that have one of these styles."""
    if kind in (_NUMBER, _RK) and len(body) >= _EACH:
        row, column, style = struct.unpack_from("<HHH", body)
        if style in styles:
            yield row + 1, column + 1
    elif kind == _MUL_RK and len(body) >= _EACH:
        row, first = struct.unpack_from("<HH", body)
        for i, at in enumerate(range(4, len(body) - _EACH, _EACH)):
            if struct.unpack_from("<H", body, at)[0] in styles:
                yield row + 1, first + i + 1
