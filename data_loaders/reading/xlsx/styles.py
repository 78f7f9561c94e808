"""Which cells of an .xlsx file are typed in an old Vietnamese one-byte font, and which show a month alone.

Such text looks right in its font only: "TrÎ em" in .VnTime is "Trẻ em". Fonts of the TCVN3 family
are named .Vn…, of the VNI family VNI-….
"""

import re
from dataclasses import dataclass, field

from data_loaders.reading import markup
from data_loaders.reading.markup import local

_LEGACY = re.compile(r"\.Vn|VNI[- ]", re.IGNORECASE)
# Excel's own "mmm-yy"; what a format says beside days, months and years.
MONTH_AND_YEAR = "17"
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_LEGACY_BYTES = re.compile(rb"""val=["'](?:\.Vn|VNI[- ])""", re.IGNORECASE)


@dataclass
class LegacyFonts:
    """Names of legacy fonts by style number and by shared text number, both as written in a cell."""

    styles: dict[str, str] = field(default_factory=dict)
    shared: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.styles or self.shared)

    def of(self, style: str, shared: str | None) -> str | None:
        """The legacy font of a cell by its style and, where it has one, its shared text."""
        return self.styles.get(style or "0") or (self.shared.get(shared) if shared is not None else None)


def legacy_fonts(styles: bytes | None, shared: bytes | None) -> LegacyFonts:
    """The legacy fonts that the parts `styles.xml` and `sharedStrings.xml` name (usually none)."""
    found = LegacyFonts()
    if styles and _LEGACY_BYTES.search(styles):
        found.styles = _styles(styles)
    if shared and _LEGACY_BYTES.search(shared):
        found.shared = _shared(shared)
    return found


def month_styles(styles: bytes | None) -> frozenset[str]:
    """The numbers of the styles that show of a day its month and year alone ("5/2023" typed, which Excel keeps as the
    first of May)."""
    formats = {MONTH_AND_YEAR}
    uses: list[str] = []
    path: list[str] = []

    def start(tag: str, said: dict[str, str]) -> None:
        path.append(local(tag))
        if path[-2:] == ["numFmts", "numFmt"] and shows_month_alone(said.get("formatCode", "")):
            formats.add(said.get("numFmtId", ""))
        elif path[-2:] == ["cellXfs", "xf"]:
            uses.append(said.get("numFmtId", "0"))

    def end(_: str) -> None:
        path.pop()

    if styles:
        markup.parse(styles, start, end)
    return frozenset(str(i) for i, used in enumerate(uses) if used in formats)


def shows_month_alone(code: str) -> bool:
    """Whether a number format shows month and year and no day."""
    signs = set(_LITERAL.sub("", code.split(";", maxsplit=1)[0]).casefold())
    return {"m", "y"} <= signs and not signs & {"d", "h", "s"}


def _styles(raw: bytes) -> dict[str, str]:
    fonts: list[str] = []
    uses: list[str] = []
    path: list[str] = []

    def start(tag: str, said: dict[str, str]) -> None:
        path.append(local(tag))
        if path[-2:] == ["fonts", "font"]:
            fonts.append("")
        elif path[-3:] == ["fonts", "font", "name"]:
            fonts[-1] = said.get("val", "")
        elif path[-2:] == ["cellXfs", "xf"]:
            uses.append(said.get("fontId", "0"))

    def end(_: str) -> None:
        path.pop()

    markup.parse(raw, start, end)
    names = {str(i): name for i, name in enumerate(fonts) if _LEGACY.match(name)}
    return {str(i): names[font] for i, font in enumerate(uses) if font in names}


def _shared(raw: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    count = 0

    def start(tag: str, said: dict[str, str]) -> None:
        nonlocal count
        tag = local(tag)
        if tag == "si":
            count += 1
        elif tag == "rFont" and _LEGACY.match(said.get("val", "")):
            found.setdefault(str(count - 1), said["val"])

    markup.parse(raw, start)
    return found
