"""A new .xlsx with the values and remarks of a file that openpyxl cannot keep as it is, marked all the same."""

import datetime
import io
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.comments import Comment
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange
from openpyxl.worksheet.worksheet import Worksheet

from data_loaders.annotating import error_sheet, marks, placing, recognising
from data_loaders.cells import shown
from data_loaders.reading import references
from data_loaders.reading.grid import Cell as Value
from data_loaders.reading.grid import CellError, Sheet
from program.contract import Issue

_NOTE = "Không giữ được hình thức của tệp gốc (dạng tệp khác, quá lớn hoặc có chỗ hỏng), nên các trang sau chỉ chép lại giá trị và ghi chú của các ô, không có định dạng, công thức và hình."
_NOT_IN_A_TAB = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_LONGEST_TAB = 31
# Excel keeps this name for itself.
_TAKEN = frozenset({"history"})
_WIDTHS = (9, 48)
_ROWS_FOR_WIDTH = 200
# Before this day the dates of spreadsheets and of the calendar part.
_FIRST_DAY = datetime.date(1900, 3, 1)
_AS_IT_IS = frozenset({int, float, bool})


def annotate(sheets: Mapping[str, Sheet], issues: Sequence[Issue]) -> bytes:
    """The bytes of the new workbook; `sheets` by the names that the findings use. The rows are written
    one after another, so that a long table takes little memory."""
    book = Workbook(write_only=True)
    tabs: dict[str, str] = {}
    for name in sheets:
        tabs[name] = _tab(name, {tab.casefold() for tab in tabs.values()} | _TAKEN)
    for name, source in sheets.items():
        found = placing.by_cell(source, [issue for issue in issues if issue["sheet"] == name])
        _write(book.create_sheet(tabs[name]), source, found)
    error_sheet.add(book, issues, tabs, [_NOTE])
    book.active = 0
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _tab(name: str, taken: set[str]) -> str:
    """The name as a tab may have it: short, without some signs, and only once."""
    plain = marks.plain(name).translate(_NOT_IN_A_TAB)[:_LONGEST_TAB].strip() or "Trang"
    tab, n = plain, 2
    while tab.casefold() in taken:
        ending = f" ({n})"
        tab, n = plain[: _LONGEST_TAB - len(ending)] + ending, n + 1
    return tab


def _write(sheet: Worksheet, source: Sheet, found: placing.Found) -> None:
    if source.hidden:
        sheet.sheet_state = "hidden"
    widths = _widths(source)
    for column, width in widths.items():
        sheet.column_dimensions[references.letters(column)].width = width
    for column in source.hidden_columns & widths.keys():
        sheet.column_dimensions[references.letters(column)].hidden = True
    last = max([source.first_row + len(source.rows) - 1, *found])
    for row in source.hidden_rows:
        if row <= last:
            sheet.row_dimensions[row].hidden = True
    sheet.merged_cells = MultiCellRange(
        [CellRange(min_row=t, min_col=c, max_row=b, max_col=r) for t, c, b, r in source.merges]
    )
    painter = marks.Painter()
    pinned: dict[int, dict[int, str]] = {}
    for (row, column), said in source.comments.items():
        if row <= last and (words := marks.plain(said.partition(recognising.LEAD)[0]).strip()):
            pinned.setdefault(row, {})[column] = words
    for row in range(1, last + 1):
        down = row - source.first_row
        values = source.rows[down] if 0 <= down < len(source.rows) else []
        cells: list[Cell | Value] = [
            *[None] * (source.first_column - 1),
            *(_written(sheet, v) for v in values),
        ]
        here = found.get(row, {})
        for column in sorted(here.keys() | pinned.get(row, {})):
            cells.extend([None] * (column - len(cells)))
            own = cells[column - 1]
            marked = own if isinstance(own, Cell) else _cell(sheet, own)
            marked.row, marked.column = row, column
            if own_words := pinned.get(row, {}).get(column):
                marked.comment = Comment(own_words[: marks.LONGEST_COMMENT], "")
            if column in here:
                marks.mark(marked, here[column], painter)
            cells[column - 1] = marked
        sheet.append(cells)


def _written(sheet: Worksheet, value: Value) -> Cell | Value:
    """What openpyxl is given for a value: the value itself where it takes it for nothing else, which is most of the
    time that a long table takes, or a cell."""
    if value is None or value.__class__ in _AS_IT_IS:
        return value
    if isinstance(value, str) and not value.startswith(marks.FORMULA_SIGNS) and value not in ERROR_CODES:
        return marks.plain(value)[: marks.LONGEST_TEXT]
    return _cell(sheet, value)


def _cell(sheet: Worksheet, value: Value) -> Cell:
    cell = Cell(sheet, row=1, column=1)
    if isinstance(value, str):
        return marks.text_cell(cell, value)
    if isinstance(value, CellError):
        cell.value = value.text if value.text in ERROR_CODES else "#VALUE!"
    elif isinstance(value, datetime.date) and _day(value) < _FIRST_DAY:
        return marks.text_cell(cell, shown(value))
    else:
        cell.value = value
        if isinstance(value, datetime.datetime) and value.time() != datetime.time():
            cell.number_format = "dd/mm/yyyy hh:mm"
        elif isinstance(value, datetime.date):
            cell.number_format = "dd/mm/yyyy"
    return cell


def _day(value: datetime.date) -> datetime.date:
    return value.date() if isinstance(value, datetime.datetime) else value


def _widths(source: Sheet) -> dict[int, int]:
    """Widths by column, as the longest line within its first rows needs."""
    low, high = _WIDTHS
    rows = source.rows[:_ROWS_FOR_WIDTH]
    count = max(map(len, rows), default=0)
    longest = [max((_length(row[i]) for row in rows if i < len(row)), default=0) for i in range(count)]
    return {source.first_column + i: min(max(length + 2, low), high) for i, length in enumerate(longest)}


def _length(value: Value) -> int:
    return max(map(len, shown(value).splitlines()), default=0)
