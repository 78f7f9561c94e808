"""What openpyxl makes anew or leaves out, put back as the user's own file has it: charts, pictures, shapes and boxes of
words; lists to choose from, conditional colours and sparklines of newer Excel."""

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from data_loaders.annotating.xlsx.drawings import Drawing, content_types, drawing_of, targets
from data_loaders.reading.archive import Archive
from data_loaders.reading.grid import Limits
from data_loaders.reading.xlsx import workbook as xlsx_workbook

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_X14 = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
_REVISED = "{http://schemas.microsoft.com/office/spreadsheetml/2014/revision}uid"
# Of the additions to a sheet these stand for themselves; others lead to parts that do not come back.
_ALONE = tuple(f"{_X14}{name}" for name in ("conditionalFormattings", "dataValidations", "sparklineGroups"))
# What is put back into was written by ourselves.
_OUR_OWN = Limits(unpacked_bytes=2**40, part_ratio=2**40)
_ROOT = re.compile(rb"<worksheet\b[^>]*>")
_LAST = re.compile(rb"(<extLst\b.*</extLst>)\s*</worksheet>\s*\Z", re.DOTALL)
_BEHIND_DRAWING = re.compile(
    rb"<(?:legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|</worksheet>"
)


@dataclass(frozen=True)
class Own:
    """Of one sheet its drawing, if it can come back as it is; its additions as XML, with so many sparklines."""

    drawing: Drawing | None = None
    additions: bytes = b""
    sparklines: int = 0


def own_parts(archive: Archive) -> dict[str, Own]:
    """What can be put back, by the names of the sheets; of a sheet without any there is none."""
    main = xlsx_workbook.main_part(archive)
    found = {}
    for sheet in xlsx_workbook.contents(archive, main).sheets if main else ():
        raw = archive.read(sheet.part)
        own = Own(drawing_of(archive, sheet.part, raw), *_additions(raw))
        if own != Own():
            found[sheet.name] = own
    return found


def _additions(sheet: bytes) -> tuple[bytes, int]:
    last = _LAST.search(sheet, max(0, sheet.rfind(b"</sheetData>")))
    root = _ROOT.search(sheet)
    if not last or not root:
        return b"", 0
    # A rule for cells may have additions of its own: what closes the sheet is the last that opens.
    opens = sheet.rfind(b"<extLst", 0, sheet.rfind(b"</extLst>"))
    read = etree.fromstring(root[0] + sheet[opens : last.end(1)] + b"</worksheet>", _parser())
    kept = [one for one in read.iterfind(".//{*}ext") if _stands_alone(one)]
    etree.strip_attributes(read, _REVISED)
    sparklines = sum(len(list(one.iter(f"{_X14}sparkline"))) for one in kept)
    return b"".join(etree.tostring(one, with_tail=False) for one in kept), sparklines


def _stands_alone(one: etree._Element) -> bool:
    told = one[0] if len(one) else None
    if told is None or told.tag not in _ALONE:
        return False
    for rule in list(told.iter(f"{_X14}cfRule")):
        # A bar is told again beside the rule that it completes, which openpyxl keeps without its tie.
        if rule.get("type") == "dataBar":
            of = rule.getparent()
            of.remove(rule)
            if of.find(f"{_X14}cfRule") is None:
                told.remove(of)
    return len(told) > 0


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def put_back(saved: bytes, own: Mapping[str, Own]) -> bytes:
    """The workbook that openpyxl saved, with what the user's own sheets of these names have."""
    if not own:
        return saved
    archive = Archive(saved, _OUR_OWN)
    parts = {name: archive.read(name) for name in archive.names()}
    main = xlsx_workbook.main_part(archive) or ""
    types: dict[str, str] = {}
    for sheet in xlsx_workbook.contents(archive, main).sheets:
        if sheet.name in own:
            _one(parts, sheet.part, own[sheet.name], types)
    parts["[Content_Types].xml"] = content_types(parts["[Content_Types].xml"], types, parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, raw in parts.items():
            made.writestr(name, raw)
    return out.getvalue()


def _one(parts: dict[str, bytes], sheet: str, own: Own, types: dict[str, str]) -> None:
    if own.drawing:
        parts.update(own.drawing.parts)
        types.update(own.drawing.types)
        _lead_to(parts, sheet, own.drawing.part)
    if own.additions:
        end = parts[sheet].rindex(b"</worksheet>")
        parts[sheet] = b"%b<extLst>%b</extLst></worksheet>" % (parts[sheet][:end], own.additions)


def _lead_to(parts: dict[str, bytes], sheet: str, drawing: str) -> None:
    """The sheet shows this drawing, in place of the one that openpyxl made."""
    folder, name = posixpath.split(sheet)
    at = f"{folder}/_rels/{name}.rels"
    relations = etree.fromstring(
        parts.get(at) or f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode(), _parser()
    )
    made = next((r for r in relations if r.get("Type", "").endswith("/drawing")), None)
    if made is None:
        made = etree.SubElement(relations, f"{{{_PACKAGE}/relationships}}Relationship")
        made.attrib.update({"Id": "rIdOwn", "Type": f"{_RELATIONS}/drawing"})
        before = _BEHIND_DRAWING.search(parts[sheet], parts[sheet].rindex(b"</sheetData>"))
        place = before.start() if before else len(parts[sheet])
        shown = f'<drawing xmlns:r="{_RELATIONS}" r:id="rIdOwn"/>'.encode()
        parts[sheet] = parts[sheet][:place] + shown + parts[sheet][place:]
    else:
        _take_out(parts, posixpath.normpath(posixpath.join("/", folder, made.get("Target", ""))).lstrip("/"))
    made.set("Target", f"/{drawing}")
    parts[at] = etree.tostring(relations, xml_declaration=True, encoding="UTF-8", standalone=True)


def _take_out(parts: dict[str, bytes], part: str) -> None:
    """A drawing that openpyxl made, with the charts and pictures that it alone leads to."""
    folder, name = posixpath.split(part)
    parts.pop(part, None)
    relations = parts.pop(f"{folder}/_rels/{name}.rels", None)
    for target in targets(relations, part) if relations else ():
        _take_out(parts, target)
