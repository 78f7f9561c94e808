"""Sheets as .xls, as an old office suite saves them."""

import io
from datetime import date

import xlwt

from sample_data.model import Sheet

_STYLES = {
    "body": "font: name Times New Roman",
    "title": "font: name Times New Roman, bold on; align: horiz center",
    "note": "font: name Times New Roman, italic on; align: horiz center",
    "head": "font: name Times New Roman, bold on; align: horiz center, wrap on; borders: bottom thin",
    "number": "font: name Times New Roman",
    "date": "font: name Times New Roman",
    "center": "font: name Times New Roman; align: horiz center",
    "total": "font: name Times New Roman, bold on",
}


def to_bytes(sheets: list[Sheet]) -> bytes:
    """The bytes of the workbook."""
    book = xlwt.Workbook(encoding="utf-8")
    styles = {
        name: xlwt.easyxf(
            how,
            num_format_str="dd/mm/yyyy"
            if name == "date"
            else "#,##0"
            if name in ("number", "total")
            else "General",
        )
        for name, how in _STYLES.items()
    }
    for sheet in sheets:
        page = book.add_sheet(sheet.name)
        covered = set()
        for top, left, bottom, right in sheet.merges:
            value = sheet.rows[top - 1][left - 1]
            page.write_merge(top - 1, bottom - 1, left - 1, right - 1, value.value, styles[value.style])
            covered |= {(i, j) for i in range(top - 1, bottom) for j in range(left - 1, right)}
        for i, row in enumerate(sheet.rows):
            for j, cell in enumerate(row):
                if cell.value is not None and (i, j) not in covered:
                    how = "date" if isinstance(cell.value, date) else cell.style
                    page.write(i, j, cell.value, styles[how])
        for j, width in enumerate(sheet.widths):
            page.col(j).width = int(width * 256)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
