"""The list of sheets of an .xlsx or .xlsm file, and the minimal workbook that calamine is given."""

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

from data_loaders.reading import markup, refusals
from data_loaders.reading.archive import Archive
from data_loaders.reading.facts import TRUE
from data_loaders.reading.markup import local

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


@dataclass(frozen=True)
class Entry:
    """One worksheet: its name on the tab, whether it is hidden, and its part."""

    name: str
    hidden: bool
    part: str


@dataclass(frozen=True)
class Contents:
    """The worksheets in order, the parts for styles and shared texts (if any), and the date system."""

    sheets: tuple[Entry, ...]
    styles: str | None
    shared: str | None
    date1904: bool


def main_part(archive: Archive) -> str | None:
    """The part that the archive names as its document, None if it names none."""
    if "_rels/.rels" not in archive:
        return None
    for kind, part in relations(archive, "").values():
        if kind == "officeDocument":
            return part
    return None


def contents(archive: Archive, workbook: str) -> Contents:
    """What the workbook part lists. Chart, dialog and macro sheets are left out.

    Raises Unreadable: corrupt, or unsafe where two sheets share a part.
    """
    known = relations(archive, workbook)
    sheets: list[Entry] = []
    date1904 = False

    def start(tag: str, said: dict[str, str]) -> None:
        nonlocal date1904
        tag = local(tag)
        if tag == "workbookPr":
            date1904 = said.get("date1904") in TRUE
        elif tag == "sheet":
            target = next((value for key, value in said.items() if local(key) == "id"), "")
            kind, part = known.get(target, ("", ""))
            if kind == "worksheet":
                hidden = said.get("state", "visible") in ("hidden", "veryHidden")
                sheets.append(Entry(said.get("name", ""), hidden, part))

    markup.parse(archive.read(workbook), start)
    if len({entry.part.casefold() for entry in sheets}) < len(sheets):
        raise refusals.unsafe("các trang dùng chung nội dung")
    parts = {kind: part for kind, part in known.values() if part in archive}
    return Contents(tuple(sheets), parts.get("styles"), parts.get("sharedStrings"), date1904)


def relations(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """(last word of the type, part) by id. What lies outside the file is left out."""
    folder, name = posixpath.split(part)
    found: dict[str, tuple[str, str]] = {}

    def start(tag: str, said: dict[str, str]) -> None:
        if local(tag) == "Relationship" and said.get("TargetMode") != "External":
            target = unquote(said.get("Target", "")).replace("\\", "/")
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[said.get("Id", "")] = (said.get("Type", "").rpartition("/")[2], path)

    markup.parse(archive.read(posixpath.join(folder, "_rels", f"{name}.rels")), start)
    return found


def minimal(
    sheets: list[bytes], styles: bytes | None, shared: bytes | None, date1904: bool
) -> dict[str, bytes]:
    """The parts of a workbook with nothing but these sheets, named 1, 2, 3…, styles and texts."""
    numbers = range(1, len(sheets) + 1)
    parts = {f"xl/worksheets/sheet{i}.xml": raw for i, raw in zip(numbers, sheets, strict=True)}
    relations = [(f"rId{i}", "worksheet", f"worksheets/sheet{i}.xml") for i in numbers]
    if styles is not None:
        parts["xl/styles.xml"] = styles
        relations.append(("rIdStyles", "styles", "styles.xml"))
    if shared is not None:
        parts["xl/sharedStrings.xml"] = shared
        relations.append(("rIdTexts", "sharedStrings", "sharedStrings.xml"))
    listed = "".join(f'<sheet name="{i}" sheetId="{i}" r:id="rId{i}"/>' for i in numbers)
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><workbookPr date1904="{int(date1904)}"/>'
        f"<sheets>{listed}</sheets></workbook>"
    ).encode()
    parts["xl/_rels/workbook.xml.rels"] = _relations_part(relations)
    parts["_rels/.rels"] = _relations_part([("rId1", "officeDocument", "xl/workbook.xml")])
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="{_SHEET_TYPE}"/></Types>'
    ).encode()
    return parts


def _relations_part(relations: list[tuple[str, str, str]]) -> bytes:
    items = "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for name, kind, target in relations
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'.encode()
