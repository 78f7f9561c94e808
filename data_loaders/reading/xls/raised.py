"""Texts of an .xls with raised figures: the mark of a footnote ("45¹") is no digit of the number before it.

Layouts: [MS-XLS] 2.4 (Font 49, SST 252, Continue 60, LabelSst 253) and 2.5.293 (XLUnicodeRichExtendedString).
"""

import struct
from collections.abc import Iterator

from data_loaders.reading.xlsx.strings import RAISED

FONT, SST, CONTINUE = 0x0031, 0x00FC, 0x003C
_WIDE, _EXTENDED, _RICH = 1, 4, 8
_SUPERSCRIPT = 1
# No font has this number.
_SKIPPED = 4


class RaisedTexts:
    """Gathers fonts and texts from the records of the workbook; `find` gives the texts with raised figures."""

    def __init__(self) -> None:
        self._fonts: list[bool] = []
        self._parts: list[bytes] = []
        self._open = False

    def add(self, kind: int, body: bytes) -> None:
        """One record of the workbook's own substream."""
        if kind == FONT and len(body) >= 10:
            self._fonts.append(struct.unpack_from("<H", body, 8)[0] == _SUPERSCRIPT)
        goes_on = kind == CONTINUE and self._open
        if kind == SST or goes_on:
            self._parts.append(body)
        self._open = kind == SST or goes_on

    def find(self) -> dict[int, str]:
        """The texts with raised figures, by their number; none where the records are damaged (calamine says that)."""
        if not self._parts or not any(self._fonts):
            return {}
        found = {}
        try:
            for number, (text, runs) in enumerate(_strings(self._parts)):
                if runs and (raised := self._raised(text, runs)) != text:
                    found[number] = raised
        except (struct.error, IndexError):
            return {}
        return found

    def _raised(self, text: str, runs: list[tuple[int, int]]) -> str:
        ends = [start for start, _ in runs[1:]] + [len(text)]
        made = text[: runs[0][0]]
        for (start, font), end in zip(runs, ends, strict=True):
            at = font - (font > _SKIPPED)
            up = at < len(self._fonts) and self._fonts[at]
            made += text[start:end].translate(RAISED) if up else text[start:end]
        return made


class _Parts:
    """Reads over the borders of records: letters that go on in the next one begin with a byte that says how wide they
    are, all else goes on at once."""

    def __init__(self, parts: list[bytes]) -> None:
        self._parts = parts
        self._part, self._at = 0, 0

    def take(self, size: int) -> bytes:
        taken = b""
        while len(taken) < size:
            if self._at >= len(self._parts[self._part]):
                self._part, self._at = self._part + 1, 0
            more = self._parts[self._part][self._at : self._at + size - len(taken)]
            self._at += len(more)
            taken += more
        return taken

    def letters(self, count: int, wide: bool) -> str:
        text = ""
        while len(text) < count:
            if self._at >= len(self._parts[self._part]):
                self._part, self._at = self._part + 1, 0
                wide = bool(self.take(1)[0] & _WIDE)
            left = (len(self._parts[self._part]) - self._at) // (1 + wide)
            raw = self.take(min(left, count - len(text)) * (1 + wide))
            if not raw:
                raise IndexError
            text += raw.decode("utf-16-le" if wide else "latin-1", "replace")
        return text


def _strings(parts: list[bytes]) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Each text with its runs: where they begin, and their fonts."""
    reader = _Parts(parts)
    _, unique = struct.unpack("<II", reader.take(8))
    for _ in range(unique):
        count, flags = struct.unpack("<HB", reader.take(3))
        runs = struct.unpack("<H", reader.take(2))[0] if flags & _RICH else 0
        extended = struct.unpack("<I", reader.take(4))[0] if flags & _EXTENDED else 0
        text = reader.letters(count, bool(flags & _WIDE))
        fonts = [struct.unpack("<HH", reader.take(4)) for _ in range(runs)]
        reader.take(extended)
        yield text, fonts
