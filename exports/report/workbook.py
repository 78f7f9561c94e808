"""The workbook behind a report: what it rests on first, then every table with its numbers as numbers."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from itertools import groupby
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, PatternFill, Side
from openpyxl.utils import get_column_letter

from exports.office_words import plain
from exports.report.head import DEMO_WORDS
from exports.settled import settled
from program.fonts import Font, font
from program.report.parts import NOTE_MARK, ROMAN, Column, Form, Report, Row, Stress, Table, Value
from program.report.tables import EMPTY_FOOT, UNKNOWN_FOOT
from program.report.words import vietnamese

FIRST, NOTES = "Đọc trước", "Nội dung báo cáo"
_HEAD = PatternFill("solid", fgColor="DDE3EA")
_LINE = Side(style="thin", color="A6A6A6")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_NARROWEST, _WIDEST, _ONE_SHARE, _SIGN = 6.0, 46, 13, 0.85
# Letters in a line of an upright page, the size of plain letters, the height of a line as a share of it, and how
# much wider bold ones are.
_PAGE, _SIZE, _LINE_HEIGHT, _BOLD = 78, 11, 1.35, 1.2
# Where the table of a sheet begins: its title, a blank line, then the headings.
TABLE_FROM = 3


@vietnamese
def workbook(report: Report) -> bytes:
    """The bytes of the workbook: a sheet of definitions, filters, days and completeness; a sheet a table, in
    the order of the annexes; the drafted text with its notes. What is unknown is an empty cell."""
    book = Workbook()
    _about(book.active, report)
    for place, table in enumerate(report.annexes):
        sheet = book.create_sheet(f"PL {ROMAN[place]} {_short(table)}"[:31])
        _table(sheet, report, table)
    _text(book.create_sheet(NOTES), report)
    book.properties.title, book.properties.creator = plain(report.subject), ""
    book.properties.language = "vi-VN"
    out = BytesIO()
    book.save(out)
    return settled(out.getvalue(), undated=True)


_SHORT = {
    "targets": "Chỉ tiêu",
    "units": "Hoạt động",
    "audiences": "Đối tượng",
    "indicators": "Chỉ tiêu đơn vị",
    "reports-district": "Báo cáo quận huyện",
    "reports-commune": "Báo cáo phường xã",
    "schools": "Trường",
    "work": "Văn bản, nhiệm vụ",
}


def _short(table: Table) -> str:
    return _SHORT[table.code]


def _about(sheet: Any, report: Report) -> None:
    sheet.title = FIRST
    _paper(sheet)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 58
    _put(sheet, 1, 1, "Số liệu của báo cáo", font=font(bold=True, size=14))
    for at, (name, text) in enumerate(report.about, start=3):
        _put(sheet, at, 1, name, font=font(bold=True))
        _put(sheet, at, 2, text, alignment=Alignment(wrap_text=True, vertical="top"))
        sheet.cell(at, 1).alignment = Alignment(vertical="top", wrap_text=True)


def _table(sheet: Any, report: Report, table: Table) -> None:
    widths = [_width(column) for column in table.columns]
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    title = f"{table.title}, {report.period}, {report.scope}"
    _across(sheet, 1, f"{title} ({DEMO_WORDS})" if report.demo else title, widths, font(bold=True, size=13))
    at = _headings(sheet, table.columns)
    sheet.freeze_panes = sheet.cell(at, 2)
    sheet.print_title_rows = f"{TABLE_FROM}:{at - 1}"
    _paper(sheet, wide=table.wide)
    for row in table.rows:
        _row(sheet, at, row, table.columns)
        at += 1
    for line in (*table.foot, f"{report.foot}."):
        _across(sheet, at, EMPTY_FOOT if line == UNKNOWN_FOOT else line, widths, font(italic=True))
        at += 1


def _width(column: Column) -> float:
    """The letters that a column has room for; one sign a quarter needs least."""
    sign = column.form == Form.TEXT and column.share < _SIGN
    return _NARROWEST if sign else min(max(column.share * _ONE_SHARE, _NARROWEST), _WIDEST)


def _across(sheet: Any, at: int, words: str, widths: Sequence[float], font: Font) -> None:
    """Words over the whole table, on as many lines as they need: what ran beyond it made the table small on paper."""
    sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=len(widths))
    _put(sheet, at, 1, words, font=font, alignment=Alignment(wrap_text=True, vertical="top"))
    size = font.size or _SIZE
    lines = ceil(len(words) * size * (_BOLD if font.bold else 1) / _SIZE / sum(widths))
    sheet.row_dimensions[at].height = lines * size * _LINE_HEIGHT


def _paper(sheet: Any, *, wide: bool = False) -> None:
    """A4, as wide as the page, its pages numbered."""
    sheet.page_setup.orientation = "landscape" if wide else "portrait"
    sheet.page_setup.paperSize, sheet.page_setup.fitToHeight = sheet.PAPERSIZE_A4, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "Trang &P/&N"


def _headings(sheet: Any, columns: tuple[Column, ...]) -> int:
    """One line of headings, or two where columns are grouped; gives the first row below."""
    if not any(column.group for column in columns):
        for place, column in enumerate(columns, start=1):
            _head(sheet, TABLE_FROM, place, column.heading)
        return TABLE_FROM + 1
    place = 1
    for group, own in groupby(columns, key=lambda column: column.group or column.heading):
        found = list(own)
        for at, column in enumerate(found, start=place):
            _head(sheet, TABLE_FROM, at, group if at == place else "")
            _head(sheet, TABLE_FROM + 1, at, column.heading if column.group else "")
        last = place + len(found) - 1
        below = TABLE_FROM if found[0].group else TABLE_FROM + 1
        if (below, last) != (TABLE_FROM, place):  # Excel asks to repair a file that merges one cell
            sheet.merge_cells(start_row=TABLE_FROM, start_column=place, end_row=below, end_column=last)
        place = last + 1
    return TABLE_FROM + 2


def _head(sheet: Any, row: int, column: int, words: str) -> None:
    _put(
        sheet, row, column, words, font=font(bold=True), fill=_HEAD, border=_BOX,
        alignment=Alignment(wrap_text=True, horizontal="center", vertical="center"),
    )  # fmt: skip


def _row(sheet: Any, at: int, row: Row, columns: tuple[Column, ...]) -> None:
    if row.stress == Stress.GROUP:
        _put(sheet, at, 1, str(row.values[0]), font=font(bold=True, italic=True))
        return
    for place, (value, column) in enumerate(zip(row.values, columns, strict=True), start=1):
        form = _form(value, column)
        number = value / 100 if column.form == Form.SHARE and isinstance(value, int | float) else value
        _put(
            sheet,
            at,
            place,
            number,
            font=font(bold=row.stress == Stress.WHOLE),
            border=_BOX,
            number_format=form,
        )
        words = column.form == Form.TEXT
        middle = "center" if words and place > 1 and column.share <= 1 else None
        sheet.cell(at, place).alignment = Alignment(horizontal=middle, vertical="center", wrap_text=words)


def _form(value: Value, column: Column) -> str:
    if isinstance(value, date):
        return "d-m-yyyy"
    if not isinstance(value, int | float):
        return "General"
    whole = float(value).is_integer()
    if column.form == Form.SHARE:
        return '0" "%' if whole else '0.0" "%'
    return "#,##0" if whole or column.form == Form.COUNT else "#,##0.0"


def _text(sheet: Any, report: Report) -> None:
    """The drafted text, so that whoever reads the numbers sees what was said of them."""
    _paper(sheet)
    sheet.column_dimensions["A"].width = _PAGE
    wrap = Alignment(wrap_text=True, vertical="top")
    lines: list[tuple[str, bool]] = [(report.subject, True)]
    for section in report.sections:
        lines.append((section.heading, True))
        for part in section.parts:
            lines += [(part.heading, True)] if part.heading else []
            lines += [(NOTE_MARK.sub(r"(\1)", line), False) for line in part.paragraphs]
    lines.append(("Chú thích", True))
    lines += [(f"({number}) {note}", False) for number, note in enumerate(report.notes, start=1)]
    for at, (line, bold) in enumerate(lines, start=1):
        _put(sheet, at, 1, line, font=font(bold=bold), alignment=wrap)


def _put(sheet: Any, row: int, column: int, value: Value, **form: Any) -> None:
    """A cell; words are words even where they begin like a formula."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value, cell.data_type = plain(value) or None, "s" if value else "n"
    else:
        cell.value = value
    for name, given in form.items():
        setattr(cell, name, given)
