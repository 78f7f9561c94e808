"""The list of findings in front of the workbook: where, how bad, what it is, how to mend it."""

from collections.abc import Mapping, Sequence
from copy import copy

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, PatternFill
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from data_loaders.annotating import list_words
from data_loaders.annotating.marks import COLOURS, text_cell
from data_loaders.annotating.recognising import NAME
from data_loaders.reading import references
from program.contract import Issue
from program.fonts import font

_WRAPPED = Alignment(wrap_text=True, vertical="top")
_PLAIN = font()
_LINK = font(color="FF0563C1", underline="single")
_HEADING = PatternFill("solid", fgColor="FFE7ECF3")
# The forms of a line's cells, by its level and whether it has a link.
_Forms = dict[tuple[str, bool], list[StyleArray]]


def add(book: Workbook, issues: Sequence[Issue], tabs: Mapping[str, str], notes: Sequence[str]) -> None:
    """Puts the list in front of a workbook.

    `tabs` are the tabs in `book` by the names that the findings use, in the order of the file (cells of
    a sheet that is not in it get no link); `notes` are further lines for the head. Every text is
    written as text.
    """
    sheet = book.create_sheet(NAME, 0)
    head = list_words.head(issues, notes)
    top = len(head) + 2
    _lay_out(sheet, top, top + len(issues))
    for i, line in enumerate(head):
        cell = text_cell(Cell(sheet, row=1, column=1), line)
        cell.font = font(bold=i < 2, size=14 if i == 0 else 11)
        sheet.append([cell])
    sheet.append([])
    sheet.append([_heading(sheet, name) for name in list_words.COLUMNS])
    forms: _Forms = {}
    for number, found in enumerate(list_words.ordered(issues, list(tabs)), top + 1):
        link = tabs.get(found["sheet"] or "") if number - top <= list_words.MOST_LINKS else None
        sheet.append(_line(sheet, found, number, link, forms))


def _lay_out(sheet: Worksheet, top: int, bottom: int) -> None:
    for i, width in enumerate(list_words.COLUMNS.values(), 1):
        sheet.column_dimensions[references.letters(i)].width = width
    sheet.freeze_panes = f"A{top + 1}"
    sheet.auto_filter.ref = f"A{top}:{references.letters(len(list_words.COLUMNS))}{bottom}"
    sheet.print_title_rows = f"{top}:{top}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _heading(sheet: Worksheet, name: str) -> Cell:
    cell = text_cell(Cell(sheet, row=1, column=1), name)
    cell.font, cell.fill, cell.alignment = font(bold=True), _HEADING, _WRAPPED
    return cell


def _line(sheet: Worksheet, found: Issue, number: int, link: str | None, forms: _Forms) -> list[Cell]:
    """One finding as cells. Lines of one kind share their forms, which are worked out at the first."""
    row, _ = list_words.place(found)
    cells = [
        text_cell(Cell(sheet, row=number, column=i), text) for i, text in enumerate(list_words.line(found), 1)
    ]
    if row:
        cells[list_words.ROW].value = row
    if link and row:
        cells[list_words.CELL].hyperlink = Hyperlink(
            ref=f"C{number}", location=f"{quote_sheetname(link)}!{found['cell']}"
        )
    _form(cells, found["severity"], bool(link and row), forms)
    return cells


def _form(cells: list[Cell], severity: str, linked: bool, forms: _Forms) -> None:
    # A cell's own form holds whether its text begins like a formula, so texts that do are formed one by one.
    quoted = any(cell.quotePrefix for cell in cells)
    known = None if quoted else forms.get((severity, linked))
    if known is not None:
        for cell, form in zip(cells, known, strict=True):
            cell._style = copy(form)  # noqa: SLF001 - places of alignment, ground, font; no other way is as quick
        return
    for cell in cells:
        # The file's own usual font may be an old one whose letters are others.
        cell.alignment, cell.font = _WRAPPED, _PLAIN
    cells[list_words.LEVEL].fill = PatternFill("solid", fgColor=COLOURS[severity])
    if linked:
        cells[list_words.CELL].font = _LINK
    if not quoted:
        forms[severity, linked] = [copy(cell._style) for cell in cells]  # noqa: SLF001
