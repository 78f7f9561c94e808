"""Changing single tags of a part and leaving every other byte as it is.

A part is not built anew from a tree: prefixes, order, blanks and whatever a program wrote that nobody here knows stay
the bytes that they were, and a table of any length is never held as objects.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from data_loaders.reading import refusals

_ATTRIBUTE = re.compile(rb"""\s+([^\s/>=]+)\s*=\s*("[^"]*"|'[^']*')""")
_START = re.compile(rb"""<([^\s/>]+)((?:\s+[^\s/>=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(/?)>""")
_END = re.compile(rb"</[^>]*>")
_BLANKS = re.compile(r"^ +| +$| {2,}|\t")

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
# The prefixes that new parts are written with.
_PREFIXES = {
    "office": f"{_ODF}office:1.0", "table": f"{_ODF}table:1.0", "text": f"{_ODF}text:1.0",
    "style": f"{_ODF}style:1.0", "fo": f"{_ODF}xsl-fo-compatible:1.0", "svg": f"{_ODF}svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}  # fmt: skip

# A place in the part: from its first byte to the one behind it.
Span = tuple[int, int]


@dataclass(frozen=True)
class Tag:
    """A start tag: its bytes' place, its name and attributes as written, whether it ends itself (`<a/>`)."""

    start: int
    end: int
    name: bytes
    attributes: tuple[tuple[bytes, bytes], ...]
    closed: bool


def tag_at(raw: bytes, at: int) -> Tag:
    """The start tag that begins at this byte. Raises Unreadable: corrupt for letters that are not ASCII's."""
    match = _START.match(raw, at)
    if not match:
        raise refusals.corrupt()
    attributes = tuple((found[1], found[2]) for found in _ATTRIBUTE.finditer(match[2]))
    return Tag(at, match.end(), match[1], attributes, bool(match[3]))


def behind(raw: bytes, tag: Tag, at: int) -> int:
    """The byte behind an element, of its start tag and of where its end was told."""
    if tag.closed:
        return tag.end
    match = _END.match(raw, at)
    if not match:
        raise refusals.corrupt()
    return match.end()


def inside(tag: Tag, at: int) -> Span:
    """What stands within an element, of its start tag and of where its end was told."""
    return (tag.end, tag.end) if tag.closed else (tag.end, at)


def written(tag: Tag, changes: Mapping[str, str | None], *, closed: bool | None = None) -> bytes:
    """The start tag with attributes changed, added or (None) left out; the others as written."""
    asked = {name.encode(): value for name, value in changes.items()}
    parts = [b"<", tag.name]
    for name, value in tag.attributes:
        given = asked.pop(name, value)
        if given is not None:
            parts += [b" ", name, b"=", given if isinstance(given, bytes) else quoteattr(given).encode()]
    for name, new in asked.items():
        if new is not None:
            parts += [b" ", name, b"=", quoteattr(new).encode()]
    parts.append(b"/>" if (tag.closed if closed is None else closed) else b">")
    return b"".join(parts)


def ending(tag: Tag) -> bytes:
    """The end tag that belongs to a start tag."""
    return b"</%b>" % tag.name


def spliced(raw: bytes, changes: Iterable[tuple[Span, bytes]]) -> bytes:
    """The part with these places written otherwise. They do not overlap; of several at one byte the first given
    stands first."""
    parts, at = [], 0
    for (start, end), new in sorted(changes, key=lambda change: change[0]):
        parts += [raw[at:start], new]
        at = end
    return b"".join([*parts, raw[at:]])


def declared(root: Tag) -> list[tuple[Span, bytes]]:
    """The change that declares the prefixes which a part lacks. Raises Unreadable: corrupt where one means another
    thing there."""
    said = {name: value[1:-1].decode() for name, value in root.attributes}
    missing: dict[str, str | None] = {}
    for prefix, meant in _PREFIXES.items():
        known = said.get(f"xmlns:{prefix}".encode())
        if known is None:
            missing[f"xmlns:{prefix}"] = meant
        elif known != meant:
            raise refusals.corrupt()
    return [((root.start, root.end), written(root, missing))] if missing else []


def added(name: str, tag: Tag | None, end: int, new: bytes) -> tuple[Span, bytes]:
    """The change that adds to an element, of its start tag and of where its end was told; where the part has none,
    one is made at `end`."""
    if tag is None:
        return (end, end), b"<%b>%b</%b>" % (name.encode(), new, name.encode())
    if tag.closed:
        return (tag.start, tag.end), written(tag, {}, closed=False) + new + ending(tag)
    return (end, end), new


def paragraphs(text: str) -> bytes:
    """Text as paragraphs of OpenDocument, a line each; its blanks stay as many as they are."""
    return b"".join(b"<text:p>%b</text:p>" % _line(line) for line in text.splitlines() or [""])


def _line(line: str) -> bytes:
    parts, at = [], 0
    for found in _BLANKS.finditer(line):
        blank = "<text:tab/>" if found[0] == "\t" else f'<text:s text:c="{len(found[0])}"/>'
        parts += [escape(line[at : found.start()]), blank]
        at = found.end()
    return "".join([*parts, escape(line[at:])]).encode()
