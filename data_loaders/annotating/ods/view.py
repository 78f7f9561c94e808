"""How the workbook opens and prints: at the list, its headings standing still, its lines across one sheet of paper."""

from xml.sax.saxutils import escape, quoteattr

from data_loaders.annotating.ods import splicing
from data_loaders.annotating.ods.splicing import Span, Tag
from data_loaders.reading import markup

_ITEM, _ENTRY, _ENTRIES = "config:config-item", "config:config-item-map-entry", "config:config-item-map-named"
_STILL = (("VerticalSplitMode", "short", 2), ("VerticalSplitPosition", "int", None), ("ActiveSplitRange", "short", 2),
          ("PositionTop", "int", 0), ("PositionBottom", "int", None))  # fmt: skip


def opening_at(raw: bytes, name: str, above: int) -> bytes:
    """settings.xml with this table as the one that is shown, the rows `above` its lines standing still; as it is
    where it does not tell."""
    seen = _Settings(raw, name)
    markup.parse_placed(raw, seen.start, seen.end)
    changes: list[tuple[Span, bytes]] = list(seen.cut)
    if seen.active:
        changes.append((seen.active, escape(name).encode()))
    if seen.tables is not None:
        changes.append(((seen.tables, seen.tables), _entry(name, above)))
    if seen.views is not None:
        changes.append(((seen.views, seen.views), _view(name, above)))
    return splicing.spliced(raw, changes)


def _view(name: str, above: int) -> bytes:
    """A view where the file has none."""
    return (
        b'<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        b'<config:config-item config:name="ViewId" config:type="string">view1</config:config-item>'
        b'<config:config-item-map-named config:name="Tables">%b</config:config-item-map-named>'
        b'<config:config-item config:name="ActiveTable" config:type="string">%b</config:config-item>'
        b"</config:config-item-map-entry></config:config-item-map-indexed>"
    ) % (_entry(name, above), escape(name).encode())


def _entry(name: str, above: int) -> bytes:
    items = "".join(
        f'<{_ITEM} config:name="{what}" config:type="{kind}">{above if value is None else value}</{_ITEM}>'
        for what, kind, value in _STILL
    )
    return f"<{_ENTRY} config:name={quoteattr(name)}>{items}</{_ENTRY}>".encode()


class _Settings:
    """The places in settings.xml: the name of the table that is shown, where those of the tables begin, and what is
    said of a table of the list's name."""

    def __init__(self, raw: bytes, name: str) -> None:
        self.active: Span | None = None
        self.tables: int | None = None
        self.views: int | None = None
        self.cut: list[tuple[Span, bytes]] = []
        self._raw, self._name = raw, name
        self._viewed = False
        self._open: list[tuple[Tag, str]] = []

    def start(self, tag: str, said: dict[str, str], at: int) -> None:
        here = splicing.tag_at(self._raw, at)
        self._open.append((here, said.get("config:name", "")))
        if tag == _ENTRIES and said.get("config:name") == "Tables" and not here.closed:
            self.tables = here.end
        elif said.get("config:name") == "Views":
            self._viewed = True

    def end(self, tag: str, at: int) -> None:
        here, named = self._open.pop()
        within = self._open[-1][1] if self._open else ""
        if tag == _ITEM and named == "ActiveTable" and not here.closed:
            self.active = splicing.inside(here, at)
        elif tag == _ENTRY and within == "Tables" and named == self._name:
            self.cut.append(((here.start, splicing.behind(self._raw, here, at)), b""))
        elif named == "ooo:view-settings" and not self._viewed and not here.closed:
            self.views = at
