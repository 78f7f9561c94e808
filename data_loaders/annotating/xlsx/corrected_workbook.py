"""The user's own .xlsx with corrected cells written into it."""

from collections.abc import Iterable, Mapping
from copy import copy

from openpyxl.cell import Cell
from openpyxl.styles.numbers import is_date_format
from openpyxl.worksheet.worksheet import Worksheet

from data_loaders.annotating import marks
from data_loaders.annotating.xlsx import own_workbook
from data_loaders.annotating.xlsx.own_parts import own_parts, put_back
from data_loaders.mending.corrections import placed, typed
from data_loaders.reading import references
from data_loaders.reading.grid import Limits, Sheet
from program.submissions.mending import Correction

_UNICODE_FONT = "Times New Roman"


def correct(
    raw: bytes, sheets: Mapping[str, Sheet], corrections: Iterable[Correction], limits: Limits
) -> bytes:
    """The bytes of the corrected workbook. `sheets` are those of the file by the names that the corrections
    use; a correction of a sheet or cell that does not exist is left out.

    Raises Unreadable, or anything that openpyxl may raise, where the file cannot be taken this way.
    """
    told = list(corrections)
    with own_workbook.opened(raw, limits) as (book, given):
        for name, sheet in sheets.items():
            for (row, column), text in placed(sheet, [c for c in told if c.sheet == name]).items():
                _write(book[sheet.name], row, column, text, old_font=(row, column) in sheet.legacy_fonts)
        return put_back(own_workbook.saved(book, sheets), own_parts(given.source))


def _write(sheet: Worksheet, row: int, column: int, text: str, *, old_font: bool) -> None:
    cell: Cell = sheet.cell(row, column)
    value = typed(text)
    cell.quotePrefix = False
    if isinstance(value, str):
        marks.text_cell(cell, value)
    else:
        cell.value = value
        if value is not None and is_date_format(cell.number_format):
            # A number in the form of a date would be read as one.
            cell.number_format = "General"
    if old_font:
        font = copy(cell.font)
        font.name = _UNICODE_FONT
        cell.font = font
    _rename_column(sheet, row, column, text)


def _rename_column(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """A heading of one of Excel's own tables must be the name of its column too."""
    for table in sheet.tables.values():
        top, left, _, right = references.area(table.ref) or (0, 0, 0, 0)
        if table.headerRowCount and row == top and left <= column <= right and text.strip():
            table.tableColumns[column - left].name = marks.plain(text)
