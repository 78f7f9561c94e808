"""What the cells of a template accept: lists, days of the period, whole numbers; with words for both cases."""

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data_loaders.templates.column import Column, Entry
from data_loaders.templates.setting import Setting
from program.contract import TableKind
from program.units import BREAK

# Spreadsheets take a list written out in the rule up to this length, and none with a comma within a word.
_INLINE = 255
_EARLIEST_YEAR = 2015


class Lists:
    """The hidden sheet of names that columns offer, one below the other so that no row looks like a table.

    Its first lines give the template's version and its unit's code, which settles a name that an old ward
    and a new one share.
    """

    def __init__(self, sheet: Worksheet, at: Setting, version: str) -> None:
        self._sheet = sheet
        sheet.sheet_state = "hidden"
        self._rows = 0
        self._add(f"Phiên bản mẫu: {version}")
        self._add(f"Đơn vị: {at.unit}")

    def area(self, choices: tuple[str, ...]) -> str:
        """The words of a rule's list: written out where they may be, else a range of this sheet."""
        if not any("," in c for c in choices) and len(written := ",".join(choices)) <= _INLINE:
            return f'"{written}"'
        first = self._rows + 1
        for choice in choices:
            self._add(choice)
        return f"'{self._sheet.title}'!$A${first}:$A${self._rows}"

    def _add(self, words: str) -> None:
        """Words stay words, whatever sign they begin with."""
        self._rows += 1
        self._sheet.cell(self._rows, 1, words).data_type = "s"


def validation(column: Column, at: Setting, lists: Lists) -> DataValidation | None:
    """The rule of a column's cells; None for the numbering."""
    if column.entry is Entry.NUMBERING:
        return None
    rule = DataValidation(allow_blank=True, showInputMessage=True, showErrorMessage=True)
    rule.promptTitle, rule.prompt = column.heading[:32], column.prompt[:255]
    rule.errorTitle = "Chưa đúng"
    if column.entry is Entry.CHOICE:
        rule.type, rule.formula1 = "list", lists.area(column.choices)
        rule.errorStyle = "warning" if column.free else "stop"
        rule.error = f"Hãy chọn {_inside(column.heading)} trong danh sách."
    elif column.entry in (Entry.DAY, Entry.ANY_DAY):
        _day(rule, column, at)
    elif column.entry in (Entry.COUNT, Entry.YEAR):
        _whole(rule, column, at)
    elif column.entry is Entry.VALUE:
        rule.type, rule.operator, rule.formula1 = "decimal", "greaterThanOrEqual", "0"
        rule.error = "Hãy ghi một con số từ 0 trở lên."
    else:
        rule.showErrorMessage = False
    return rule


def _day(rule: DataValidation, column: Column, at: Setting) -> None:
    rule.type = "date"
    if column.entry is Entry.ANY_DAY:
        rule.operator, rule.formula1 = "greaterThan", "DATE(1900,1,1)"
        rule.error = "Hãy ghi ngày/tháng/năm, ví dụ 15/06/2023."
        return
    start, end = at.start, at.end
    rule.operator = "between"
    rule.formula1 = f"DATE({start.year},{start.month},{start.day})"
    rule.formula2 = f"DATE({end.year},{end.month},{end.day})"
    rule.error = f"Hãy ghi ngày/tháng/năm trong kỳ: từ {start:%d/%m/%Y} đến {end:%d/%m/%Y}."
    if at.kind != TableKind.TARGETS:
        rule.prompt = f"{column.prompt} Kỳ này từ {start:%d/%m/%Y} đến {end:%d/%m/%Y}."


def _whole(rule: DataValidation, column: Column, at: Setting) -> None:
    rule.type = "whole"
    if column.entry is Entry.YEAR:
        # Before 2025 the name of a new ward is that of another unit.
        first = at.start.year if at.start >= BREAK else _EARLIEST_YEAR
        rule.operator, rule.formula1, rule.formula2 = "between", str(first), str(at.end.year)
        rule.error = f"Hãy ghi năm, từ {first} đến {at.end.year}."
        return
    rule.operator, rule.formula1 = "greaterThanOrEqual", str(column.least)
    rule.error = f"Hãy ghi một số nguyên từ {column.least} trở lên."


def _inside(heading: str) -> str:
    return heading[:1].lower() + heading[1:]
