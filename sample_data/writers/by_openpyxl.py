"""Sheets as .xlsx, as Excel itself or a form filled by hand would save them."""

import io
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter

from sample_data.model import Sheet
from sample_data.writers.stable import stable

_LINE = Side(style="thin", color="999999")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def _styles() -> list[NamedStyle]:
    name, size = "Times New Roman", 12
    plain, bold = Font(name=name, size=size), Font(name=name, size=size, bold=True)
    wrap = Alignment(wrap_text=True, vertical="top")
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    return [
        NamedStyle("body", font=plain, alignment=Alignment(vertical="top")),
        NamedStyle("title", font=bold, alignment=middle),
        NamedStyle("note", font=Font(name=name, size=size, italic=True), alignment=middle),
        NamedStyle("head", font=bold, alignment=middle, border=_BOX, fill=PatternFill("solid", "DDE6F0")),
        NamedStyle("number", font=plain, border=_BOX, number_format="#,##0"),
        NamedStyle("date", font=plain, border=_BOX, number_format="dd/mm/yyyy"),
        NamedStyle("center", font=plain, border=_BOX, alignment=Alignment(horizontal="center")),
        NamedStyle("total", font=bold, border=_BOX, alignment=wrap, number_format="#,##0"),
    ]


def to_bytes(sheets: list[Sheet]) -> bytes:
    """The bytes of the workbook; values only, no formulas."""
    book = Workbook()
    book.remove(book.active)
    for style in _styles():
        book.add_named_style(style)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        for i, row in enumerate(sheet.rows, 1):
            for j, cell in enumerate(row, 1):
                if cell.value is None and cell.style == "body":
                    continue
                place = page.cell(i, j, cell.value)
                place.style = cell.style
                if isinstance(cell.value, date):
                    place.number_format = "dd/mm/yyyy"
        for top, left, bottom, right in sheet.merges:
            page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        for j, width in enumerate(sheet.widths, 1):
            page.column_dimensions[get_column_letter(j)].width = width
    out = io.BytesIO()
    book.save(out)
    return stable(out.getvalue())
