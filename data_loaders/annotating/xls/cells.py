"""The cells of an .xls written into a sheet of openpyxl: values, formulas, forms."""

from math import isfinite

from openpyxl.cell import Cell
from openpyxl.cell.cell import ERROR_CODES, MergedCell
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet
from xlrd import XL_CELL_BLANK, XL_CELL_BOOLEAN, XL_CELL_EMPTY, XL_CELL_ERROR, XL_CELL_TEXT
from xlrd.sheet import Sheet as OldSheet

from data_loaders.annotating import marks
from data_loaders.annotating.xls.formulas import Formulas
from data_loaders.annotating.xls.records import Told
from data_loaders.annotating.xls.styles import USUAL, Forms
from data_loaders.reading.grid import Sheet
from data_loaders.reading.xls.records import ERRORS

# From here on a float has no decimals, and Excel none of its digits.
_LONGEST_WHOLE = 10**15


def write(
    source: OldSheet, sheet: Worksheet, told: Told, forms: Forms, formulas: Formulas, read: Sheet
) -> None:
    """Writes all cells; `read` is what `reading` has of the sheet (its comments)."""
    for row in range(source.nrows):
        kinds, values = source.row_types(row), source.row_values(row)
        for column, kind in enumerate(kinds):
            if kind == XL_CELL_EMPTY:
                continue
            form = source.cell_xf_index(row, column)
            if kind == XL_CELL_BLANK and form == USUAL:
                continue
            cell = sheet.cell(row + 1, column + 1)
            forms.put(cell, form)
            if kind == XL_CELL_BLANK or isinstance(cell, MergedCell):
                continue
            if (row, column) in told.formulas:
                formula = formulas.of((row, column), told)
                if formula is not None:
                    cell._value, cell.data_type = formula, "f"  # noqa: SLF001 - no text that only looks like one
                    continue
            _put(cell, kind, values[column], source.rich_text_runlist_map.get((row, column)), forms)
    for (row, column), words in read.comments.items():
        cell = sheet.cell(row, column)
        if not isinstance(cell, MergedCell) and (text := marks.plain(words)[: marks.LONGEST_COMMENT]).strip():
            cell.comment = Comment(text, "")


def _put(cell: Cell, kind: int, value: object, runs: list[tuple[int, int]] | None, forms: Forms) -> None:
    if kind == XL_CELL_TEXT:
        words = str(value)
        if words:
            marks.text_cell(cell, words)
            if runs and len(words) <= marks.LONGEST_TEXT and (rich := forms.rich(words, runs)) is not None:
                cell._value = rich  # noqa: SLF001 - as openpyxl itself reads it
    elif kind == XL_CELL_BOOLEAN:
        cell.value = bool(value)
    elif kind == XL_CELL_ERROR:
        text = ERRORS.get(int(str(value)), "#N/A")
        cell.value = text if text in ERROR_CODES else "#N/A"
    elif isinstance(value, float) and not isfinite(value):
        cell.value = "#NUM!"
    elif isinstance(value, float):
        # Days too: in the file they are numbers, and its own form shows them as days.
        cell.value = int(value) if value.is_integer() and abs(value) < _LONGEST_WHOLE else value
