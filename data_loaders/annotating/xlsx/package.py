"""The parts of an .xlsx that openpyxl is given: all of them examined, nothing that could be run."""

import io
from dataclasses import dataclass

from data_loaders.reading import archive as archives
from data_loaders.reading import failures, kinds, markup, references, refusals
from data_loaders.reading.archive import Archive
from data_loaders.reading.grid import Limits
from data_loaders.reading.markup import local
from data_loaders.reading.xlsx import workbook as xlsx_workbook

# openpyxl holds every cell as an object and lays merged areas out cell by cell.
_FILE_BYTES = 5 * 1024 * 1024
_CELLS = 300_000
_TAGS = 3_000_000
_PICTURES = {".png": b"\x89PNG\r\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff", ".gif": b"GIF8"}


class _Weight:
    """Counts what the parts make openpyxl hold. Raises Unreadable (too_large)."""

    def __init__(self) -> None:
        self._cells = self._tags = self.drawn = 0

    def start(self, tag: str, said: dict[str, str]) -> None:
        tag = local(tag)
        self._tags += 1
        if tag in ("c", "row"):
            self._cells += 1
        elif tag in ("mergeCell", "hyperlink"):
            top, left, bottom, right = references.area(said.get("ref", "")) or (1, 1, 1, 1)
            self._cells += (bottom - top + 1) * (right - left + 1)
        elif tag in ("oneCellAnchor", "twoCellAnchor", "absoluteAnchor", "sparkline"):
            self.drawn += 1
        if self._cells > _CELLS or self._tags > _TAGS:
            raise refusals.heavy_contents()


@dataclass(frozen=True)
class Package:
    """The new archive, and the one it is of; how many pictures, charts, shapes and sparklines lie on its sheets; whether
    macros were left out."""

    archive: io.BytesIO
    source: Archive
    drawn: int
    macros: bool


def is_own_kind(raw: bytes, limits: Limits) -> bool:
    """Whether these bytes are an .xlsx or .xlsm, which can be written anew as they are. Raises Unreadable for
    what is no spreadsheet at all."""
    with failures.refused():
        if kinds.kind(raw) is not kinds.Kind.ZIP:
            return False
        return _main_part(Archive(raw, limits)) is not None


def _main_part(archive: Archive) -> str | None:
    workbook = xlsx_workbook.main_part(archive)
    return None if workbook is None or workbook.endswith(".bin") or kinds.is_ods(archive) else workbook


def repacked(raw: bytes, limits: Limits) -> Package:
    """A new archive of a workbook's parts, for openpyxl. Left out: macros, embedded objects, controls,
    queries; pictures of other kinds than PNG, JPEG and GIF are empty.

    Raises Unreadable for what is no .xlsx or .xlsm, is too large for openpyxl, or is not well-formed.
    """
    if len(raw) > _FILE_BYTES:
        raise refusals.heavy_file(len(raw), _FILE_BYTES)
    if kinds.kind(raw) is not kinds.Kind.ZIP:
        raise refusals.other_kind("tệp loại khác")
    archive = Archive(raw, limits)
    if _main_part(archive) is None:
        raise refusals.other_kind("tệp loại khác")
    weight = _Weight()
    parts: dict[str, bytes] = {}
    for name in archive.names():
        ending = name[name.rfind(".") :].casefold()
        if ending in (".xml", ".rels"):
            parts[name] = archive.read(name)
            markup.parse(parts[name], weight.start)
        elif "/media/" in name.casefold():
            picture = archive.read(name)
            parts[name] = picture if picture.startswith(_PICTURES.get(ending, b"\0none")) else b""
    macros = any(name.casefold().endswith("vbaproject.bin") for name in archive.names())
    return Package(archives.pack(parts), archive, weight.drawn, macros)
