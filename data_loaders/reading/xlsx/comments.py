"""What is pinned to the cells of an .xlsx or .xlsb sheet: comments, and the threads that newer programs write beside them."""

import posixpath

from data_loaders.reading import markup, references
from data_loaders.reading.archive import Archive
from data_loaders.reading.facts import Position
from data_loaders.reading.grid import Unreadable
from data_loaders.reading.markup import local
from data_loaders.reading.xlsb import records as xlsb_records
from data_loaders.reading.xlsx.workbook import relations

_KINDS = ("comments", "threadedComment")


def comments(archive: Archive, sheet: str) -> dict[Position, str]:
    """The words pinned to each cell of the sheet whose part this is. A part that no spreadsheet could read either
    holds none: nothing of it is kept."""
    folder, name = posixpath.split(sheet)
    if posixpath.join(folder, "_rels", f"{name}.rels") not in archive:
        return {}
    found: dict[Position, str] = {}
    try:
        for kind, part in relations(archive, sheet).values():
            if kind in _KINDS and part in archive and part.endswith(".bin"):
                found |= xlsb_records.comments(archive.read(part))
            elif kind in _KINDS and part in archive:
                _read(archive.read(part), found)
    except Unreadable:
        return found
    return found


def _read(raw: bytes, found: dict[Position, str]) -> None:
    place: Position | None = None
    inside = False

    def start(tag: str, said: dict[str, str]) -> None:
        nonlocal place, inside
        tag = local(tag)
        if tag in ("comment", "threadedComment"):
            place = references.cell(said.get("ref", ""))
        inside = tag in ("t", "text")

    def end(tag: str) -> None:
        nonlocal inside
        inside = inside and local(tag) not in ("t", "text")

    def text(words: str) -> None:
        if inside and place:
            found[place] = found.get(place, "") + words

    markup.parse(raw, start, end, text)
