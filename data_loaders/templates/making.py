"""A template as an .xlsx workbook: the table to fill in, the instructions, and the lists behind them."""

import io
from collections.abc import Mapping, Sequence
from copy import copy
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Border, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data_loaders.templates import guide
from data_loaders.templates.allowed import Lists, validation
from data_loaders.templates.column import Column, Entry
from data_loaders.templates.columns import columns
from data_loaders.templates.setting import Setting
from program.contract import TableKind
from program.fonts import font
from program.periods import Calendar
from program.text import fold, writable, written_day

VERSION = "1"
ROWS = 200
# Below the rows of a long register.
_MORE = 50
HEADER_ROW = 6
NAMES = {
    TableKind.ACTIVITIES: ("BÁO CÁO HOẠT ĐỘNG", "hoat-dong"),
    TableKind.PARTICIPATION: ("BÁO CÁO TỔNG HỢP LƯỢT THAM GIA", "tong-hop"),
    TableKind.TARGETS: ("MỤC TIÊU, CHỈ TIÊU", "chi-tieu"),
    TableKind.SCHOOLS: ("DANH SÁCH TRƯỜNG, CƠ SỞ NUÔI DƯỠNG TRẺ EM", "truong"),
    TableKind.POPULATION: ("DÂN SỐ VÀ TRẺ EM", "mau-so"),
    TableKind.FOCAL_POINTS: ("DANH SÁCH CÁN BỘ ĐẦU MỐI", "dau-moi"),
    TableKind.DIRECTIVES: ("VĂN BẢN CHỈ ĐẠO ĐÃ BAN HÀNH", "van-ban"),
    TableKind.TASKS: ("NHIỆM VỤ GIAO CHO ĐƠN VỊ TRỰC THUỘC", "nhiem-vu"),
}
_INK, _LINE, _HEAD, _NEEDED = "1F3A5F", "BFC7D1", "E8EDF3", "D3DEEA"
_THIN = Side(style="thin", color=_LINE)
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_FORMATS = {
    Entry.DAY: "dd/mm/yyyy",
    Entry.ANY_DAY: "dd/mm/yyyy",
    Entry.COUNT: "#,##0",
    Entry.VALUE: "#,##0.##",
    Entry.YEAR: "0",
    Entry.TEXT: "@",
    Entry.CHOICE: "@",
}
_NUMBERS = (Entry.COUNT, Entry.VALUE, Entry.YEAR)


def template(at: Setting, rows: Sequence[Mapping[str, Any]] = (), stamp: str = "") -> bytes:
    """The workbook of a setting (`setting.setting` makes one), with rows filled in: what stands in the cells
    by field of the column (`program.contract`). A `stamp` is kept within it, so that two workbooks that say
    the same are two files."""
    book = Workbook()
    sheet: Worksheet = book.active
    sheet.title = guide.DATA_SHEET
    made = columns(at)
    _head(sheet, at)
    length = max(ROWS, len(rows) + _MORE)
    _table(sheet, made, length)
    _fill(sheet, made, rows)
    _guide(book.create_sheet("Hướng dẫn"), at, made)
    lists = Lists(book.create_sheet("Danh mục"), at, VERSION)
    area = f"{HEADER_ROW + 1}:{{0}}{HEADER_ROW + length}"
    for number, column in enumerate(made, 1):
        if found := validation(column, at, lists):
            letter = get_column_letter(number)
            found.add(f"{letter}{area.format(letter)}")
            sheet.add_data_validation(found)
    _properties(book, at, stamp)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def file_name(at: Setting) -> str:
    """Its name: mau-hoat-dong-quan-hai-chau-2023-Q2.xlsx; a school year is called so, mau-…-nam-hoc-2023-2024.xlsx."""
    known = at.period.calendar == Calendar.REPORT
    period = at.period.code if known else fold(at.period.label).replace(" ", "-")
    return f"mau-{NAMES[at.kind][1]}-{fold(at.unit_name).replace(' ', '-')}-{period}.xlsx"


def days(at: Setting) -> str:
    """The period with its days: "quý II/2023 (từ 15-3-2023 đến 14-6-2023)"."""
    start, end = map(written_day, (at.start, at.end))
    return f"{at.period.label} (từ {start} đến {end})"


def _write(sheet: Worksheet, row: int, column: int, value: Any) -> Any:
    """A cell; a day is shown as one."""
    cell = sheet.cell(row, column, value)
    if isinstance(value, date):
        cell.number_format = _FORMATS[Entry.DAY]
    return cell


def _head(sheet: Worksheet, at: Setting) -> None:
    lines = (
        f"{NAMES[at.kind][0]} – CHƯƠNG TRÌNH 830",
        f"Đơn vị báo cáo: {at.unit_name}",
        f"Kỳ báo cáo: {days(at)}",
        "Cột có dấu * phải ghi. Cách ghi và ví dụ ở trang Hướng dẫn.",
    )
    for row, text in enumerate(lines, 1):
        _write(sheet, row, 1, text).font = font(bold=row < 4, size=14 if row == 1 else 11, color=_INK)


def _table(sheet: Worksheet, made: tuple[Column, ...], length: int) -> None:
    for number, column in enumerate(made, 1):
        cell = _write(sheet, HEADER_ROW, number, column.shown)
        cell.font = font(bold=True, color=_INK)
        cell.fill = PatternFill("solid", start_color=_NEEDED if column.required else _HEAD)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _BORDER
        sheet.column_dimensions[get_column_letter(number)].width = column.width
        _empty(sheet, number, column, length)
    sheet.row_dimensions[HEADER_ROW].height = 80
    last = get_column_letter(len(made))
    sheet.freeze_panes = sheet.cell(HEADER_ROW + 1, 3)
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{last}{HEADER_ROW + length}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _empty(sheet: Worksheet, number: int, column: Column, length: int) -> None:
    """The rows to fill in, with their look and their numbers."""
    place = "center" if column.entry is Entry.NUMBERING else "right" if column.entry in _NUMBERS else None
    wrapped = Alignment(
        horizontal=place, vertical="top", wrap_text=column.entry in (Entry.TEXT, Entry.CHOICE)
    )
    first = sheet.cell(HEADER_ROW + 1, number)
    first.border, first.alignment = _BORDER, wrapped
    first.number_format = _FORMATS.get(column.entry, "General")
    for row in range(HEADER_ROW + 1, HEADER_ROW + length + 1):
        cell = sheet.cell(row, number, row - HEADER_ROW if column.entry is Entry.NUMBERING else None)
        # Looked up once: to find the same look for each of the cells anew was most of the work of a template.
        cell._style = copy(first._style)  # noqa: SLF001


def _fill(sheet: Worksheet, made: tuple[Column, ...], rows: Sequence[Mapping[str, Any]]) -> None:
    """Words stay words, whatever sign they begin with; a sign that no workbook holds is left out."""
    for row, given in enumerate(rows, HEADER_ROW + 1):
        for number, column in enumerate(made, 1):
            value = given.get(column.field)
            if value is not None:
                words = isinstance(value, str)
                cell = sheet.cell(row, number, writable(value) if words else value)
                if words:
                    cell.data_type = "s"


def _guide(sheet: Worksheet, at: Setting, made: tuple[Column, ...]) -> None:
    for letter, width in (("A", 46), ("B", 38), ("C", 38)):
        sheet.column_dimensions[letter].width = width
    _write(sheet, 1, 1, "CÁCH GHI MẪU").font = font(bold=True, size=14, color=_INK)
    row = 2
    for text in guide.rules(at.kind):
        _write(sheet, row, 1, f"• {text}").alignment = Alignment(wrap_text=True, vertical="top")
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=3)
        sheet.row_dimensions[row].height = 15.5 * (1 + len(text) // 115)
        row += 1
    row += 1
    for number, text in enumerate(("Ví dụ (không được tính):", "Dòng thứ nhất", "Dòng thứ hai"), 1):
        _write(sheet, row, number, text).font = font(bold=True, color=_INK)
    for label, cells in guide.examples(at, made):
        row += 1
        for number, value in enumerate((label, *cells), 1):
            cell = _write(sheet, row, number, value)
            cell.border = _BORDER
            cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
    _write(sheet, row + 2, 1, f"Mẫu phiên bản {VERSION}").font = font(italic=True, color=_INK)
    sheet.sheet_view.showGridLines = False


def _properties(book: Workbook, at: Setting, stamp: str) -> None:
    """What the template was made for, to be read by a program."""
    book.properties.title, book.properties.creator = (
        f"{NAMES[at.kind][0]} – CHƯƠNG TRÌNH 830",
        "Chương trình 830",
    )
    told = {"version": VERSION, "kind": at.kind.value, "unit": at.unit, "period": at.period.code}
    told["calendar"] = at.period.calendar.value
    if stamp:
        told["stamp"] = stamp
    for name, value in told.items():
        book.custom_doc_props.append(StringProperty(name=f"template_{name}", value=value))
