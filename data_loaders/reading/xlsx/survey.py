"""A fast look over a sheet's XML as the usual programs write it: how far it reaches, its facts, and which
of its cells are alike.

calamine lays a sheet out as one rectangle and takes cells as sorted: a single cell at XFD1048576
would end the whole process. So no sheet reaches it before every reference in it was seen here (in
bytes, for speed) or in `sheet` (in full, for whatever is written in another manner).
"""

import re

from data_loaders.reading import references
from data_loaders.reading.facts import Facts, HiddenColumns
from data_loaders.reading.grid import Limits
from data_loaders.reading.xlsx.distinct import Distinct
from data_loaders.reading.xlsx.gathering import Gathered, PlacedCells
from data_loaders.reading.xlsx.places import pieces

_PREFIXED = re.compile(rb":(?:c|row)[\s/>]")
_PREFIXED_ROOT = re.compile(rb"<([A-Za-z]\w{0,20}:)worksheet[\s>]")
_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml[^>]*\?>)?\s*<worksheet[\s>]")
_FOREIGN = re.compile(rb"""<\?xml[^>]*encoding=["'](?!utf-8["'])""", re.IGNORECASE)
# Lengths are bounded and "<" excluded, so that no text makes a pattern go back and forth.
_COLUMN = re.compile(rb"<col\s[^<>]*>")
_ATTRIBUTE = re.compile(rb'\b(min|max|hidden)="([^"]*)"')
_HIDDEN_ROW = re.compile(rb'<row r="(\d+)"[^<>]{0,400}?\shidden="(?:1|true)"')
_MERGE = re.compile(rb'<mergeCell\sref="([A-Z0-9:]+)"')


def without_prefix(raw: bytes) -> bytes:
    """The same markup without the prefix that some programs put before each tag (`<x:row>`)."""
    root = _PREFIXED_ROOT.search(raw, 0, 2000)
    return raw.replace(b"<" + root[1], b"<").replace(b"</" + root[1], b"</") if root else raw


def survey(raw: bytes, limits: Limits, distinct: Distinct) -> tuple[Facts, PlacedCells | None] | None:
    """The facts of a sheet in plain markup whose cells lie close together, and its cells where many of them
    are alike; None if a fuller look is needed. `distinct` is as before where no cells are given. Never None
    or a fault for want of room only: that is for the fuller look to say."""
    if not _HEAD.match(raw) or _FOREIGN.match(raw[:200]) or _PREFIXED.search(raw):
        return None
    start, end = raw.find(b"<sheetData"), raw.rfind(b"</sheetData>")
    if start < 0 or end < start or b"='" in raw[:start] or raw.find(b"='", end) >= 0:
        return None
    merges = [references.area(match[1].decode()) for match in _MERGE.finditer(raw, end)]
    if None in merges or len(merges) != raw.count(b"<mergeCell ", end):
        return None
    gathered = Gathered(distinct)
    if (
        not all(gathered.add(raw, piece) for piece in pieces(raw, start, end))
        or not gathered.roomy(limits)
        or raw.count(b' r="', start, end) != gathered.references
    ):
        gathered.give_up()
        return None
    facts = gathered.facts
    facts.hidden_columns = _hidden_columns(raw[:start])
    facts.merges = [merge for merge in merges if merge]
    if raw.find(b"hidden=", start, end) >= 0:
        facts.hidden_rows.update(int(match[1]) for match in _HIDDEN_ROW.finditer(raw, start, end))
    return facts, gathered.cells()


def _hidden_columns(head: bytes) -> set[int]:
    hidden = HiddenColumns()
    for match in _COLUMN.finditer(head):
        said = dict(_ATTRIBUTE.findall(match[0]))
        if said.get(b"hidden") in (b"1", b"true"):
            hidden.add(said.get(b"min", b"").decode(), said.get(b"max", b"").decode())
    return hidden.numbers()
