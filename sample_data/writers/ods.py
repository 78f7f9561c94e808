"""Sheets as .ods, as LibreOffice saves them."""

import io
from datetime import date

from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from sample_data.model import Cell, Sheet
from sample_data.writers.stable import stable


def to_bytes(sheets: list[Sheet]) -> bytes:
    """The bytes of the workbook."""
    document = OpenDocumentSpreadsheet()
    for sheet in sheets:
        spans = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merges}
        covered = {
            (i, j)
            for top, left, bottom, right in sheet.merges
            for i in range(top, bottom + 1)
            for j in range(left, right + 1)
            if (i, j) != (top, left)
        }
        table = Table(name=sheet.name)
        for i, row in enumerate(sheet.rows, 1):
            line = TableRow()
            for j, cell in enumerate(row, 1):
                if (i, j) in covered:
                    line.addElement(CoveredTableCell())
                    continue
                bottom, right = spans.get((i, j), (i, j))
                line.addElement(_cell(cell, bottom - i + 1, right - j + 1))
            table.addElement(line)
        document.spreadsheet.addElement(table)
    out = io.BytesIO()
    document.write(out)
    return stable(out.getvalue())


def _cell(cell: Cell, rows: int, columns: int) -> TableCell:
    span = {} if rows == columns == 1 else {"numberrowsspanned": rows, "numbercolumnsspanned": columns}
    value = cell.value
    if value is None:
        return TableCell(**span)
    if isinstance(value, date):
        found = TableCell(valuetype="date", datevalue=value.isoformat(), **span)
        text = f"{value:%d/%m/%Y}"
    elif isinstance(value, str):
        found = TableCell(valuetype="string", **span)
        text = value
    else:
        found = TableCell(valuetype="float", value=value, **span)
        text = str(value)
    found.addElement(P(text=text))
    return found
