"""One sheet's drawing as the user's file has it, with the charts and pictures that it leads to."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from data_loaders.reading import markup
from data_loaders.reading.archive import Archive
from data_loaders.reading.markup import local

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
# What a drawing may lead to: nothing that could be run, fetched, or that does not come back.
_LEADS_TO = (
    "chart", "chartUserShapes", "chartStyle", "chartColorStyle", "themeOverride", "image", "diagramData",
    "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing",
)  # fmt: skip
_ANCHORS = ("oneCellAnchor", "twoCellAnchor", "absoluteAnchor")
_PICTURES = {
    ".png": (b"\x89PNG\r\n", "image/png"),
    ".jpg": (b"\xff\xd8\xff", "image/jpeg"),
    ".jpeg": (b"\xff\xd8\xff", "image/jpeg"),
    ".gif": (b"GIF8", "image/gif"),
    ".emf": (b"\x01\x00\x00\x00", "image/x-emf"),
    ".wmf": (b"", "image/x-wmf"),
    ".bmp": (b"BM", "image/bmp"),
}
# Buttons and slicers are drawn here, and work by parts that do not come back; so does a pivot's chart.
_WORKED = re.compile(rb"<(?:\w+:)?(?:controls|oleObjects)\b")
_WORKING = re.compile(rb"2010/slicer|timeslicer|<(?:\w+:)?pivotSource\b")
_MACRO = re.compile(rb'\bmacro="[^"]*"')
_FOLDER = "xl/own/"
_MOST = 500


@dataclass(frozen=True)
class Drawing:
    """Its part, all parts by the names that they have in the new file with their types, how many things lie on it."""

    part: str
    parts: Mapping[str, bytes]
    types: Mapping[str, str]
    things: int


def drawing_of(archive: Archive, sheet_part: str, sheet: bytes) -> Drawing | None:
    """The drawing of a sheet; None where it has none or it cannot come back as it is."""
    folder, name = posixpath.split(sheet_part)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in archive or _WORKED.search(sheet, sheet.rfind(b"</sheetData>")):
        return None
    known = {
        kind: part for kind, part, _ in _relations(archive.read(relations), sheet_part) if part in archive
    }
    part = known.get("drawing")
    if not part:
        return None
    types = _types(archive)
    parts: dict[str, bytes] = {}
    if not _take(archive, part, parts) or any(map(_WORKING.search, parts.values())):
        return None
    kinds = {_new(at): types[at.casefold()] for at in _xml(parts) if at.casefold() in types}
    if len(kinds) < len(_xml(parts)):
        return None
    things = 0

    def start(tag: str, _: dict[str, str]) -> None:
        nonlocal things
        things += local(tag) in _ANCHORS

    markup.parse(parts[part], start)
    return Drawing(_new(part), {_new(at): raw for at, raw in parts.items()}, kinds, things)


def _xml(parts: Mapping[str, bytes]) -> list[str]:
    return [at for at in parts if at.casefold().endswith(".xml")]


def _new(part: str) -> str:
    return _FOLDER + part.removeprefix("xl/")


def _take(archive: Archive, part: str, parts: dict[str, bytes]) -> bool:
    """Add a part and what it leads to; False if something of it must not come back."""
    if part in parts:
        return True
    if part not in archive or len(parts) > _MOST:
        return False
    raw = archive.read(part)
    ending = posixpath.splitext(part)[1].casefold()
    if ending in _PICTURES:
        parts[part] = raw
        return raw.startswith(_PICTURES[ending][0])
    if ending != ".xml":
        return False
    markup.parse(raw, lambda _tag, _said: None)
    parts[part] = _MACRO.sub(b'macro=""', raw)
    folder, name = posixpath.split(part)
    at = f"{folder}/_rels/{name}.rels"
    if at not in archive:
        return True
    found = _relations(archive.read(at), part)
    leads = [(kind, to) for kind, to, one in found if not _link(kind, one)]
    if any(kind not in _LEADS_TO or not to for kind, to in leads):
        return False
    parts[at] = _led_anew(archive.read(at), part)
    return all(_take(archive, to, parts) for _, to in leads)


def _link(kind: str, one: etree._Element) -> bool:
    """Whether it is a link that a person may follow: nothing is fetched."""
    return kind == "hyperlink" and (
        one.get("TargetMode") == "External" or one.get("Target", "").startswith("#")
    )


def _relations(raw: bytes, part: str) -> list[tuple[str, str, etree._Element]]:
    """What a part leads to: the last word of the type, the part ("" where it lies outside), the element."""
    markup.parse(raw, lambda _tag, _said: None)
    found = []
    for one in etree.fromstring(raw):
        target = unquote(one.get("Target", "")).replace("\\", "/")
        inside = one.get("TargetMode") != "External"
        path = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
        found.append((one.get("Type", "").rpartition("/")[2], path if inside else "", one))
    return found


def targets(relations: bytes, part: str) -> Iterator[str]:
    """The parts that a part leads to by its relations."""
    return (path for _, path, _ in _relations(relations, part) if path)


def _led_anew(raw: bytes, part: str) -> bytes:
    tree = None
    for kind, path, one in _relations(raw, part):
        tree = one.getroottree()
        if not _link(kind, one):
            one.set("Target", f"/{_new(path)}")
    return (
        raw if tree is None else etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    )


def _types(archive: Archive) -> dict[str, str]:
    """The type of each part that has one of its own."""
    raw = archive.read("[Content_Types].xml")
    markup.parse(raw, lambda _tag, _said: None)
    overrides = etree.fromstring(raw).iter(f"{_TYPES}Override")
    return {one.get("PartName", "").lstrip("/").casefold(): one.get("ContentType", "") for one in overrides}


def content_types(raw: bytes, types: Mapping[str, str], parts: Mapping[str, bytes]) -> bytes:
    """The list of types with these parts in it, those of pictures, and none that is gone."""
    listed = etree.fromstring(raw)
    for one in list(listed.iter(f"{_TYPES}Override")):
        if one.get("PartName", "").lstrip("/") not in parts:
            listed.remove(one)
    endings = {one.get("Extension", "").casefold() for one in listed.iter(f"{_TYPES}Default")}
    met = {posixpath.splitext(name)[1].casefold() for name in parts if name.startswith(_FOLDER)}
    for ending in sorted(met & _PICTURES.keys()):
        if ending[1:] not in endings:
            one = etree.Element(f"{_TYPES}Default", Extension=ending[1:], ContentType=_PICTURES[ending][1])
            listed.insert(0, one)
    for name, kind in types.items():
        etree.SubElement(listed, f"{_TYPES}Override", PartName=f"/{name}", ContentType=kind)
    return etree.tostring(listed, xml_declaration=True, encoding="UTF-8", standalone=True)
