"""The forms of cells: for each that is marked one like its own, on a coloured ground."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from xml.sax.saxutils import quoteattr

from data_loaders.annotating.marks import COLOURS
from data_loaders.annotating.ods import splicing
from data_loaders.annotating.ods.splicing import Span, Tag
from data_loaders.reading import markup

GROUNDS = {severity: f"#{colour[2:].lower()}" for severity, colour in COLOURS.items()}
# In place of a severity: not marked, but shown as plain numbers.
PLAIN = ""
_DARK = "#000000"
_NO_GROUND = (None, "transparent")
_NAME = "danh_dau_"
# Colours that LibreOffice takes from a theme, and whether of letters.
_THEMED = {"background-complex-color": False, "char-complex-color": True}
_CELL, _LETTERS = "style:table-cell-properties", "style:text-properties"


@dataclass(frozen=True)
class Style:
    """A style of cells: the one that it follows, its ground, and its bytes where it is one of `content.xml`'s own."""

    parent: str | None
    ground: str | None
    raw: bytes | None = None


class Gathering:
    """Gathers the styles of cells while the tags of a part pass by; names of all styles are kept as taken."""

    def __init__(self, raw: bytes, within: str) -> None:
        """`within` is the element in which the styles of the cells lie."""
        self.found: dict[str, Style] = {}
        self.taken: set[str] = set()
        self._raw, self._within = raw, within
        self._inside = False
        self._tag: Tag | None = None
        self._said: dict[str, str] = {}
        self._ground: str | None = None

    def start(self, tag: str, said: dict[str, str], at: int) -> None:
        if tag == self._within:
            self._inside = True
        elif tag == "style:style":
            self.taken.add(said.get("style:name", ""))
            if self._inside and said.get("style:family") == "table-cell":
                self._tag, self._said, self._ground = splicing.tag_at(self._raw, at), said, None
        elif tag == _CELL and self._tag:
            self._ground = said.get("fo:background-color")

    def end(self, tag: str, at: int) -> None:
        if tag == self._within:
            self._inside = False
        elif tag == "style:style" and self._tag:
            raw = self._raw[self._tag.start : splicing.behind(self._raw, self._tag, at)]
            parent = self._said.get("style:parent-style-name")
            self.found[self._said.get("style:name", "")] = Style(parent, self._ground, raw)
            self._tag = None


def common(raw: bytes) -> dict[str, Style]:
    """The named styles of cells in `styles.xml`."""
    seen = Gathering(raw, "office:styles")
    markup.parse_placed(raw, seen.start, seen.end)
    return {name: Style(style.parent, style.ground) for name, style in seen.found.items()}


class Painter:
    """Gives each form of cells its marked twins, each once."""

    def __init__(self, known: Mapping[str, Style], taken: set[str]) -> None:
        self._known = known
        self._names = (name for n in count(1) if (name := f"{_NAME}{n}") not in taken)
        self._twins: dict[tuple[str | None, str], tuple[str, bytes]] = {}

    def name(self, own: str | None, severity: str) -> str:
        """The style for a marked cell that has this one."""
        key = (own, severity)
        if key not in self._twins:
            name = next(self._names)
            self._twins[key] = name, self._twin(own, name, severity)
        return self._twins[key][0]

    def made(self) -> bytes:
        """The new styles."""
        return b"".join(raw for _, raw in self._twins.values())

    def _twin(self, own: str | None, name: str, severity: str) -> bytes:
        style = self._known.get(own or "Default")
        if severity == PLAIN:
            return _unformatted(style, name)
        if style and style.raw:
            return repainted(style.raw, name, GROUNDS[severity], dark=self._has_ground(own))
        parent = f" style:parent-style-name={quoteattr(own or 'Default')}" if style else ""
        letters = f'<{_LETTERS} fo:color="{_DARK}"/>' if self._has_ground(own) else ""
        return (
            f'<style:style style:name="{name}" style:family="table-cell"{parent}>'
            f'<{_CELL} fo:background-color="{GROUNDS[severity]}"/>{letters}</style:style>'
        ).encode()

    def _has_ground(self, own: str | None) -> bool:
        """Whether the letters may be meant for a ground of the user's own."""
        name, seen = own or "Default", set()
        while name not in seen and (style := self._known.get(name)):
            if style.ground is not None:
                return style.ground not in _NO_GROUND and style.ground not in GROUNDS.values()
            seen.add(name)
            name = style.parent or ""
        return False


def _unformatted(style: Style | None, name: str) -> bytes:
    """The same form without that of its numbers; where `styles.xml` holds it, only its name is known here."""
    if style is None or style.raw is None:
        return f'<style:style style:name="{name}" style:family="table-cell"/>'.encode()
    root = splicing.tag_at(style.raw, 0)
    return splicing.written(root, {"style:name": name, "style:data-style-name": None}) + style.raw[root.end :]


def repainted(raw: bytes, name: str | None, ground: str | None, *, dark: bool = False) -> bytes:
    """A style with another ground (None: without), and with another name where one is given; `dark`: with dark
    letters."""
    seen = _Parts(raw)
    markup.parse_placed(raw, seen.start, seen.end)
    root = seen.root
    changes: list[tuple[Span, bytes]] = list(seen.left_out(dark))
    front, back = b"", b""
    if seen.cell:
        changed = splicing.written(seen.cell, {"fo:background-color": ground})
        changes.append(((seen.cell.start, seen.cell.end), changed))
    elif ground:
        front = f'<{_CELL} fo:background-color="{ground}"/>'.encode()
    if dark and seen.letters:
        said = {"fo:color": _DARK, "style:use-window-font-color": None}
        changes.append(((seen.letters.start, seen.letters.end), splicing.written(seen.letters, said)))
    elif dark:
        back = f'<{_LETTERS} fo:color="{_DARK}"/>'.encode()
    if root.closed:
        head = splicing.written(root, {"style:name": name} if name else {}, closed=False)
        return head + front + back + splicing.ending(root)
    changes.append(((seen.before_letters or root.end,) * 2, back))
    head = splicing.written(root, {"style:name": name} if name else {})
    return splicing.spliced(raw, [((root.start, root.end), head + front), *changes])


class _Parts:
    """The places of a style's parts."""

    def __init__(self, raw: bytes) -> None:
        self.cell: Tag | None = None
        self.letters: Tag | None = None
        self.before_letters = 0
        self._raw = raw
        self._open: list[Tag] = []
        self._themed: list[tuple[bool, Span]] = []

    def start(self, tag: str, _: dict[str, str], at: int) -> None:
        here = splicing.tag_at(self._raw, at)
        self._open.append(here)
        if len(self._open) == 1:
            self.root = here
        elif len(self._open) == 2 and tag == _CELL:
            self.cell = here
        elif len(self._open) == 2 and tag == _LETTERS:
            self.letters = here

    def end(self, tag: str, at: int) -> None:
        here = self._open.pop()
        after = splicing.behind(self._raw, here, at)
        if markup.local(tag) in _THEMED:
            self._themed.append((_THEMED[markup.local(tag)], (here.start, after)))
        elif len(self._open) == 1 and tag in (_CELL, "style:paragraph-properties"):
            self.before_letters = after

    def left_out(self, dark: bool) -> list[tuple[Span, bytes]]:
        """Colours of a theme, which would stand above those that are written here."""
        return [(span, b"") for letters, span in self._themed if dark or not letters]
