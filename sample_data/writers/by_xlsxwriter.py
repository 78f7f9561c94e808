"""Sheets as .xlsx, as an office's software would export them; sums are formulas with their values."""

import io
from datetime import date, datetime, time

import xlsxwriter

from sample_data.model import Cell, Sheet
from sample_data.writers.stable import WRITTEN, stable

_FONT = {"font_name": "Times New Roman", "font_size": 12}
_FORMATS: dict[str, dict[str, object]] = {
    "body": {"valign": "top"},
    "title": {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True},
    "note": {"italic": True, "align": "center"},
    "head": {
        "bold": True,
        "align": "center",
        "valign": "vcenter",
        "text_wrap": True,
        "border": 1,
        "bg_color": "#E8EEF4",
    },
    "number": {"border": 1, "num_format": "#,##0"},
    "date": {"border": 1, "num_format": "dd/mm/yyyy"},
    "center": {"border": 1, "align": "center"},
    "total": {"bold": True, "border": 1, "num_format": "#,##0"},
}


def to_bytes(sheets: list[Sheet]) -> bytes:
    """The bytes of the workbook."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": WRITTEN})
    formats = {name: book.add_format({**_FONT, **how}) for name, how in _FORMATS.items()}
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        for top, left, bottom, right in sheet.merges:
            style = sheet.rows[top - 1][left - 1].style
            page.merge_range(top - 1, left - 1, bottom - 1, right - 1, "", formats[style])
        for i, row in enumerate(sheet.rows):
            for j, cell in enumerate(row):
                _write(page, i, j, cell, formats[cell.style])
        for j, width in enumerate(sheet.widths):
            page.set_column(j, j, width)
    book.close()
    return stable(out.getvalue())


def _write(page: xlsxwriter.worksheet.Worksheet, i: int, j: int, cell: Cell, how: object) -> None:
    if cell.formula:
        page.write_formula(i, j, cell.formula, how, cell.value)
    elif isinstance(cell.value, date):
        page.write_datetime(i, j, datetime.combine(cell.value, time()), how)
    elif cell.value is None:
        if cell.style != "body":
            page.write_blank(i, j, None, how)
    else:
        page.write(i, j, cell.value, how)
