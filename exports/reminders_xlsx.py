"""All reminders of a campaign as one workbook: a line a unit, with whom to call."""

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, PatternFill, Side

from exports.office_words import plain
from exports.settled import settled
from program.contacts.contact import Details
from program.fonts import font
from program.reporting.reminders import Reminder
from program.reporting.timeliness import SENT_LABELS
from program.units import label

_COLUMNS = {
    "Đơn vị": 24, "Tình trạng": 15, "Hạn nộp": 12, "Quá hạn (ngày)": 10, "Lỗi chờ sửa": 9, "Tiêu đề": 34,
    "Nội dung nhắc": 80,
}  # fmt: skip
_CONTACT = {"Đầu mối": 24, "Điện thoại": 16, "Thư điện tử": 28}
_HEAD = PatternFill("solid", fgColor="DDE3EA")
_LINE = Side(style="thin", color="A6A6A6")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def reminders_xlsx(
    found: Sequence[Reminder], contacts: Mapping[str, Sequence[Details]] | None = None
) -> bytes:
    """The bytes of the workbook. `contacts` by unit stand beside their texts; None: without these columns."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Nhắc nộp"
    columns = _COLUMNS | (_CONTACT if contacts is not None else {})
    for at, (name, width) in enumerate(columns.items(), start=1):
        _put(sheet, 1, at, name)
        sheet.cell(1, at).font, sheet.cell(1, at).fill = font(bold=True), _HEAD
        sheet.column_dimensions[sheet.cell(1, at).column_letter].width = width
    for row, one in enumerate(found, start=2):
        values = [*_values(one), *(_whom(contacts.get(one.unit, ())) if contacts is not None else ())]
        for at, value in enumerate(values, start=1):
            _put(sheet, row, at, value)
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True
    book.properties.title, book.properties.creator = "Nhắc nộp báo cáo", ""
    out = BytesIO()
    book.save(out)
    return settled(out.getvalue(), undated=True)


def _values(one: Reminder) -> list[Any]:
    return [
        label(one.unit, with_type=True), SENT_LABELS[one.cell.sent], one.cell.deadline, one.cell.days,
        one.waiting.errors if one.waiting else None, one.subject, one.text,
    ]  # fmt: skip


def _whom(known: Sequence[Details]) -> list[str]:
    return ["; ".join(filter(None, (getattr(d, name) for d in known))) for name in ("name", "phone", "email")]


def _put(sheet: Any, row: int, column: int, value: Any) -> None:
    """Words stay words, whatever sign they begin with."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value, cell.data_type = plain(value), "s"
    else:
        cell.value = value
    if isinstance(value, date):
        cell.number_format = "d-m-yyyy"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.border = _BOX
