"""The user's own .xlsx, opened for marking and saved with layout, formulas and their results."""

import io
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import MergedCell
from openpyxl.reader.excel import ExcelReader
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from data_loaders.annotating import error_sheet, list_words, marks, recognising
from data_loaders.annotating.xlsx import package, stored_results
from data_loaders.annotating.xlsx.own_parts import Own, own_parts, put_back
from data_loaders.reading.grid import Limits, Sheet
from program.contract import Issue


class _Reader(ExcelReader):  # type: ignore[misc]
    """Leaves dates the numbers that they are in the file: a number that is no date would be lost."""

    def read_worksheets(self) -> None:
        self.wb._date_formats = set()  # noqa: SLF001 - openpyxl has no setting for it
        self.wb._timedelta_formats = set()  # noqa: SLF001
        super().read_worksheets()


def annotate(raw: bytes, sheets: Mapping[str, Sheet], issues: Sequence[Issue], limits: Limits) -> bytes:
    """The bytes of the marked workbook. `sheets` are those of the file by the names that the findings use.

    Raises Unreadable, or anything that openpyxl may raise, where the file cannot be taken this way.
    """
    with opened(raw, limits) as (book, given):
        own = own_parts(given.source)
        return put_back(marked(book, sheets, issues, _left_out(book, given, own)), own)


def marked(
    book: Workbook, sheets: Mapping[str, Sheet], issues: Sequence[Issue], notes: Sequence[str]
) -> bytes:
    """The bytes of a user's workbook with its cells marked and the list in front, `notes` at its head; the tabs of
    `book` are called as the sheets are."""
    painter = marks.Painter()
    for name, sheet in sheets.items():
        _mark(book[sheet.name], [found for found in issues if found["sheet"] == name], painter)
    error_sheet.add(book, issues, {name: sheet.name for name, sheet in sheets.items()}, notes)
    _open_at_the_list(book)
    return saved(book, sheets)


@contextmanager
def opened(raw: bytes, limits: Limits) -> Iterator[tuple[Workbook, package.Package]]:
    """The user's workbook without the list and the marks of an earlier round, and what it was made from."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        given = package.repacked(raw, limits)
        reader = _Reader(given.archive, rich_text=True)
        reader.read()
        take_off_earlier(reader.wb)
        yield reader.wb, given


def saved(book: Workbook, sheets: Mapping[str, Sheet]) -> bytes:
    """Its bytes, with the results that its formulas had; Excel works them out anew when it opens the file."""
    book.calculation.fullCalcOnLoad = True
    out = io.BytesIO()
    # Not packed: what is saved here is only taken apart once more.
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED, allowZip64=True) as parts:
        ExcelWriter(book, parts).write_data()
    of_tab = {sheet.name: sheet for sheet in sheets.values()}
    return stored_results.restored(out.getvalue(), [of_tab.get(s.title) for s in book.worksheets], book.epoch)


def _left_out(book: Workbook, given: package.Package, own: Mapping[str, Own]) -> list[str]:
    """What of the original this workbook lacks when its own parts are put back, in words for its user."""
    kept = sum(one.sparklines for one in own.values())
    for sheet in (*book.worksheets, *book.chartsheets):
        drawing = own.get(sheet.title, Own()).drawing
        made = len(sheet._charts) + len(getattr(sheet, "_images", ()))  # noqa: SLF001
        kept += drawing.things if drawing else made
    return [
        *([list_words.NO_MACROS] if given.macros else []),
        *(
            ["Tệp này không giữ được một số hình vẽ, ô chữ, biểu đồ nhỏ trong ô của tệp gốc."]
            if kept < given.drawn
            else []
        ),
    ]


def take_off_earlier(book: Workbook) -> None:
    """Takes the list and the marks of an earlier round off."""
    earlier = [
        sheet
        for sheet in book.worksheets
        if sheet.title.startswith(recognising.NAME) and str(sheet["A1"].value) == recognising.TITLE
    ]
    for sheet in earlier:
        book.remove(sheet)
    for sheet in book.worksheets if earlier else ():
        for row in sheet.iter_rows():
            for cell in row:
                marks.take_off(cell)


def _mark(sheet: Worksheet, issues: Sequence[Issue], painter: marks.Painter) -> None:
    found: dict[tuple[int, int], list[Issue]] = {}
    for issue in issues:
        row, column = list_words.place(issue)
        if row:
            cell = sheet.cell(row, column)
            painter.colour(cell, issue["severity"])
            found.setdefault(_upper_left(sheet, cell), []).append(issue)
    for at, together in found.items():
        marks.mark(sheet.cell(*at), together, painter)


def _upper_left(sheet: Worksheet, cell: Cell | MergedCell) -> tuple[int, int]:
    """The cell that shows and holds what a merged area has."""
    if isinstance(cell, MergedCell):
        area = next(a for a in sheet.merged_cells.ranges if cell.coordinate in a)
        return area.min_row, area.min_col
    return cell.row, cell.column


def _open_at_the_list(book: Workbook) -> None:
    """The list is the one tab that is chosen: what is typed while several are chosen goes into all."""
    for views in (*(s.views for s in book.worksheets), *(s.sheetViews for s in book.chartsheets)):
        for view in views.sheetView:
            view.tabSelected = False
    book.active = 0
    book.active.sheet_view.tabSelected = True
    for window in book.views:
        window.firstSheet = 0
