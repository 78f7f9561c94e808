"""The shared texts of an .xlsx file, kept from growing: one long text that a million cells share
would be copied a million times by the reader."""

import re
import secrets
from xml.sax.saxutils import escape

from data_loaders.reading import markup, values
from data_loaders.reading.grid import Cell
from data_loaders.reading.markup import local

# All shared texts in all cells together may take this many bytes before long ones are set aside.
_ROOM = 400_000_000
_LONG = 64
_OPEN = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def _sign(escaped: re.Match[str]) -> str:
    sign = chr(int(escaped[1], 16))
    return sign if sign.isprintable() or sign in "\t\n\r" else ""


def _unescaped(text: str) -> Cell:
    return values.cell(_ESCAPED.sub(_sign, text))


_RUN_ENDS = re.compile(rb"(</(?:\w+:)?r>)")
_FIGURES = re.compile(rb"(<(?:\w+:)?t(?:\s[^>]*)?>\s*)(\d{1,3})(\s*</(?:\w+:)?t>\s*)\Z")
# The mark of a footnote is no digit of the number before it.
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def footnotes_raised(raw: bytes) -> bytes:
    """Markup of texts with raised figures as signs of their own: the mark of a footnote is no digit of the number before
    it ("45" with a small 2 above is not 452)."""
    if b'"superscript"' not in raw:
        return raw
    return b"".join(
        _FIGURES.sub(lambda m: m[1] + m[2].decode().translate(RAISED).encode() + m[3], run)
        if b'"superscript"' in run
        else run
        for run in _RUN_ENDS.split(raw)
    )


class SharedTexts:
    """`markup` is the part that the reader shall see; `restore` brings the texts set aside back."""

    def __init__(self, raw: bytes, cells: int) -> None:
        """`raw` is `sharedStrings.xml`, `cells` the number of cells in all sheets."""
        raw = self.markup = footnotes_raised(raw)
        self._aside: dict[str, Cell] = {}
        self._escapes = b"_x" in raw
        longest = max(map(len, raw.split(b"</si>"))) if b"</si>" in raw else len(raw)
        if longest * cells > _ROOM:
            self._set_aside(raw)

    def _set_aside(self, raw: bytes) -> None:
        mark = secrets.token_hex(8)
        texts: list[str] = []
        parts: list[str] = []
        state = {"text": False, "phonetic": False}

        def start(tag: str, _: dict[str, str]) -> None:
            tag = local(tag)
            if tag == "si":
                parts.clear()
            state["text"] = tag == "t" and not state["phonetic"]
            state["phonetic"] |= tag == "rPh"

        def end(tag: str) -> None:
            tag = local(tag)
            state["text"] = False
            if tag == "rPh":
                state["phonetic"] = False
            elif tag == "si":
                texts.append("".join(parts))

        markup.parse(raw, start, end, lambda text: parts.append(text) if state["text"] else None)
        for i, text in enumerate(texts):
            if len(text) > _LONG:
                texts[i] = f"{mark}{i}"
                self._aside[texts[i]] = _unescaped(text)
        items = (f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in texts)
        self.markup = "".join((_OPEN, *items, "</sst>")).encode()

    def restore(self, rows: list[list[Cell]]) -> None:
        """Puts the texts set aside back into the cells, and signs written as _x000D_ as they are."""
        if not (self._aside or self._escapes):
            return
        for row in rows:
            for i, value in enumerate(row):
                if isinstance(value, str):
                    if value in self._aside:
                        row[i] = self._aside[value]
                    elif self._escapes and "_x" in value:
                        row[i] = _unescaped(value)
