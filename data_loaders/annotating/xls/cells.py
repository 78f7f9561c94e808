"""The cells of an .xls written into a sheet of openpyxl: values, formulas, forms."""

from math import isfinite

from openpyxl.cell import Cell
from openpyxl.cell.cell import ERROR_CODES, MergedCell
from openpyxl.comments import Comment
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet
from xlrd import XL_CELL_BLANK, XL_CELL_BOOLEAN, XL_CELL_EMPTY, XL_CELL_ERROR, XL_CELL_TEXT
from xlrd.sheet import Sheet as OldSheet

from data_loaders.annotating import marks
from data_loaders.annotating.xls import tokens
from data_loaders.annotating.xls.functions import Untold
from data_loaders.annotating.xls.records import Place, Told
from data_loaders.annotating.xls.styles import USUAL, Forms
from data_loaders.annotating.xls.tokens import Around
from data_loaders.reading import references
from data_loaders.reading.grid import Sheet
from data_loaders.reading.xls_records import ERRORS

# From here on a float has no decimals, and Excel none of its digits.
_LONGEST_WHOLE = 10**15
# The token that says: the formula stands elsewhere, at the cell that follows.
_ELSEWHERE = 0x01


def write(
    source: OldSheet, sheet: Worksheet, told: Told, forms: Forms, around: Around | None, read: Sheet | None
) -> int:
    """Writes all cells; gives the number of formulas of which only the value was kept. `around` is None where formulas
    are of a kind that is not known; `read` is what `reading` has of the sheet (its comments)."""
    lost = 0
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
                formula = _formula((row, column), told, around)
                if formula is not None:
                    cell._value, cell.data_type = formula, "f"  # noqa: SLF001 - no text that only looks like one
                    continue
                lost += not _within_array((row, column), told)
            _put(cell, kind, values[column], source.rich_text_runlist_map.get((row, column)), forms)
    for (row, column), words in (read.comments if read else {}).items():
        cell = sheet.cell(row, column)
        if not isinstance(cell, MergedCell) and (text := marks.plain(words)[: marks.LONGEST_COMMENT]).strip():
            cell.comment = Comment(text, "")
    return lost


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


def _formula(place: Place, told: Told, around: Around | None) -> str | ArrayFormula | None:
    """The formula of a cell; None where its value is kept instead."""
    raw, extra = told.formulas[place]
    if around is None:
        return None
    try:
        if raw[:1] != bytes([_ELSEWHERE]):
            return f"={tokens.text(raw, extra, around)}"
        at = int.from_bytes(raw[1:3], "little"), int.from_bytes(raw[3:5], "little")
        if at in told.arrays:
            area = told.arrays[at]
            if place != at or (area.top, area.left) != at:
                return None
            reach = f"{references.name(area.top + 1, area.left + 1)}:{references.name(area.bottom + 1, area.right + 1)}"
            return ArrayFormula(reach, f"={tokens.text(area.tokens, area.extra, around)}")
        shared = told.shared.get(at)
        if shared is None or not shared.holds(place):
            return None
        return f"={tokens.text(shared.tokens, shared.extra, around, place)}"
    except Untold:
        return None


def _within_array(place: Place, told: Told) -> bool:
    """Whether the cell has a part of the result of a formula that stands in another cell, and so is no loss."""
    raw, _ = told.formulas[place]
    at = int.from_bytes(raw[1:3], "little"), int.from_bytes(raw[3:5], "little")
    return raw[:1] == bytes([_ELSEWHERE]) and at in told.arrays and at != place
