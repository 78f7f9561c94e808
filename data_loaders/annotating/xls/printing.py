"""How the sheets of an .xls are printed: paper, direction, scale, margins, header and footer."""

import struct
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from openpyxl.utils.escape import escape
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from xlrd.sheet import Sheet as OldSheet

from data_loaders.annotating.marks import plain

_HEADER, _FOOTER, _SHEET_PROPERTIES, _SETUP = 0x0014, 0x0015, 0x0081, 0x00A1
_MARGINS = {0x0026: "left", 0x0027: "right", 0x0028: "top", 0x0029: "bottom"}
_OPTIONS = {0x002A: "headings", 0x002B: "gridLines", 0x0083: "horizontalCentered", 0x0084: "verticalCentered"}
_FITS = 0x0100
_DOWN_FIRST, _PORTRAIT, _NOT_SET_UP, _GREY, _NO_DIRECTION = 0x0001, 0x0002, 0x0004, 0x0008, 0x0040
# What printers here have; an .xlsx that does not say it is printed on the paper of America.
_A4 = 9
_SCALES = range(10, 401)
_WIDEST = 49
# So many signs Excel takes in a header.
_LONGEST = 255


def set_up(told: Mapping[int, bytes], source: OldSheet, sheet: Worksheet) -> None:
    """Sets a sheet up for printing as the records on it say; what is damaged is left as usual."""
    for kind, name in _MARGINS.items():
        if (margin := _float(told.get(kind, b""), 0)) is not None:
            setattr(sheet.page_margins, name, margin)
    for kind, name in _OPTIONS.items():
        if any(told.get(kind, b"")[:2]):
            setattr(sheet.print_options, name, True)
    if int.from_bytes(told.get(_SHEET_PROPERTIES, b"")[:2], "little") & _FITS:
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.paperSize = _A4
    if len(told.get(_SETUP, b"")) >= 34:
        _page(told[_SETUP], sheet)
    for kind, item in ((_HEADER, "oddHeader"), (_FOOTER, "oddFooter")):
        if (words := _words(told.get(kind, b""))) and (made := _item(words)):
            setattr(sheet.HeaderFooter, item, made)
    for row, *_ in source.horizontal_page_breaks:
        sheet.row_breaks.append(Break(id=row))
    for column, *_ in source.vertical_page_breaks:
        sheet.col_breaks.append(Break(id=column))


def _page(body: bytes, sheet: Worksheet) -> None:
    paper, scale, _, wide, high, flags = struct.unpack_from("<6H", body)
    page = sheet.page_setup
    page.fitToWidth, page.fitToHeight = wide, high
    page.pageOrder = "overThenDown" if flags & _DOWN_FIRST else None
    page.blackAndWhite = bool(flags & _GREY) or None
    if not flags & _NOT_SET_UP:
        if paper:
            page.paperSize = paper
        if scale in _SCALES:
            page.scale = scale
        if not flags & _NO_DIRECTION:
            page.orientation = "portrait" if flags & _PORTRAIT else "landscape"
    for at, name in ((16, "header"), (24, "footer")):
        if (margin := _float(body, at)) is not None:
            setattr(sheet.page_margins, name, margin)


def _float(body: bytes, at: int) -> float | None:
    """A width in inches."""
    if len(body) < at + 8:
        return None
    value = float(struct.unpack_from("<d", body, at)[0])
    return value if 0 <= value <= _WIDEST else None


def _words(body: bytes) -> str:
    """A text with its length before it, of Excel 97 and later."""
    if len(body) < 4:
        return ""
    count, wide = struct.unpack_from("<HB", body)
    raw = body[3 : 3 + count * (1 + (wide & 1))]
    return plain(raw.decode("utf-16-le" if wide & 1 else "latin-1", "replace"))[:_LONGEST]


def _item(words: str) -> HeaderFooterItem | None:
    element = Element("item")
    # Words that no side is named for stand in the middle.
    element.text = escape(words if words.startswith(("&L", "&C", "&R")) else f"&C{words}")
    try:
        return HeaderFooterItem.from_tree(element)
    except (AttributeError, TypeError, ValueError):
        return None
