"""What Word can and python-docx has no word for: rows that repeat or stay whole, grids, page numbers."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def keep_whole(row: Any) -> None:
    """A row does not break over two pages."""
    _first(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001 (no public way)


def repeat(row: Any) -> None:
    """A row stands again on top of every page."""
    _first(row._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001 (no public way)


def _first(properties: Any, tag: str) -> None:
    properties.append(OxmlElement(tag))


def fixed_grid(table: Any, widths: list[int]) -> None:
    """Columns of just these widths in EMU, whatever stands in them."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width


def named(table: Any, title: str) -> None:
    """What a table is about, for those who do not see it."""
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), title)
    table._tbl.tblPr.append(caption)  # noqa: SLF001 (no public way)


def number_from_one(section: Any) -> None:
    """The pages of a section have numbers of their own, from 1."""
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    element = section._sectPr  # noqa: SLF001 (no public way)
    for old in element.findall(qn("w:pgNumType")):
        element.remove(old)
    element.find(qn("w:pgMar")).addnext(numbers)


def inline_chart(paragraph: Any, relationship: str, size: tuple[int, int], place: int, words: str) -> None:
    """A chart in the line: `relationship` names its part, `size` is in EMU, `words` tell it to those who do
    not see it."""
    from docx.oxml.parser import parse_xml

    drawing = parse_xml(
        '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{size[0]}" cy="{size[1]}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{place}" name=""/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{relationship}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    named = drawing.find(f".//{qn('wp:docPr')}")
    named.set("name", f"Hình {place}")
    named.set("descr", words)
    paragraph.add_run().element.append(drawing)
