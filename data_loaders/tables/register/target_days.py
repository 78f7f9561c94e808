"""The days of a target: in its row, above its column, in the heading of its group, or above the table."""

import re
from dataclasses import dataclass

from data_loaders.cells import words
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column
from data_loaders.layout.below.row import Row
from data_loaders.reading.grid import Cell
from data_loaders.tables.findings import Findings
from data_loaders.tables.period_cells import as_words, heading_of
from data_loaders.values.amounts.numbers import bare
from data_loaders.values.days.dates import Near, read_span
from data_loaders.values.days.periods import Span, find_period, span_of
from data_loaders.values.fault import Fault
from program.contract import IssueCode
from program.periods import PROGRAMME_END, PROGRAMME_START
from program.text import fold

# "Đến năm 2030" begins before the year that it names.
_UNTIL = re.compile(r"\b(den|toi)( het| cuoi)?( nam)? 20\d\d\b")
_NUMBER = re.compile(r"(nam)?\s*\d[\d\s.,]*")
# Below any heading of a period this many digits are a year's.
_DIGITS_OF_YEAR = 3


@dataclass(frozen=True)
class _Told:
    """Days, the cell that tells them, and its words."""

    span: Span
    place: tuple[int, int]
    found: Cell


class Days:
    """Reads the days of the targets of one table."""

    def __init__(self, table: Understood, findings: Findings) -> None:
        self.table = table
        self.findings = findings
        self.offset = table.block.view.first_column
        self.periods = [c for c in table.columns if c.field == "period"]

    def span(self, row: Row, cells: list[Cell], column: Column) -> Span | None:
        """The days of a target; None where they are missing, wrong or outside the programme, which is written down."""
        told = self._above(column) if column.heading.period else self._in_row(row, cells, column)
        if told is None:
            return None
        if _outside(told):
            self.findings.add(IssueCode.DATE_OUTSIDE_PROGRAM, *told.place, told.found)
            return None
        return told.span

    def _above(self, column: Column) -> _Told | None:
        found = find_period(column.heading.period or "")
        span = span_of(found, self.table.context.year) if found else None
        place = self.table.block.heading_row(column.number), column.number
        return _Told(span, place, column.heading.text) if span else None

    def _in_row(self, row: Row, cells: list[Cell], column: Column) -> _Told | None:
        days: list[_Told] = []
        for field in ("start_date", "end_date"):
            at = self.table.column(field)
            cell = cells[at.number - self.offset] if at else None
            if at is None or cell is None:
                continue
            span = read_span(cell, Near(self.table.context.year), civil_month=False)
            if isinstance(span, Fault):
                self.findings.add(span.code, row.number, at.number, cell, hint=span.hint)
                return None
            days += [_Told(span, (row.number, at.number), cell)] if span else []
        if days:
            # The day to be mended is the one that lies outside.
            at_fault = next(filter(_outside, days), days[0])
            return _Told(Span(days[0].span.start, days[-1].span.end), at_fault.place, at_fault.found)
        if self._no_year(row, cells):
            return None
        return self._named(row, cells) or self._above_table(row, column)

    def _no_year(self, row: Row, cells: list[Cell]) -> bool:
        """Whether a number that is no year ("20223") stands where one should be, which is then written down: the period
        of the title is not what it means."""
        for column in self.periods:
            cell = cells[column.number - self.offset]
            text = "" if cell is None else fold(words(cell)).strip()
            digits = sum(map(str.isdecimal, text))
            of_year = digits >= _DIGITS_OF_YEAR or fold(column.heading.lowest).strip() == "nam"
            if _NUMBER.fullmatch(text) and of_year and as_words(column, cell) is None:
                self.findings.add(
                    IssueCode.DATE_UNREADABLE, row.number, column.number, cell, when="Ghi năm, ví dụ 2023."
                )
                return True
        return False

    def _named(self, row: Row, cells: list[Cell]) -> _Told | None:
        """The period that a cell of the row names, else the heading of its group."""
        year = self.table.context.year
        for column in self.periods:
            cell = cells[column.number - self.offset]
            if told := as_words(column, cell):
                span = span_of(told, year)
                return _Told(span, (row.number, column.number), cell) if span else None
        span = span_of(row.group.period, year) if row.group.period else None
        if span is None:
            return None
        heading = next((g for g in row.group.levels.values() if g.period is row.group.period), row.group)
        return _Told(span, heading_of(row.group), heading.label)

    def _above_table(self, row: Row, column: Column) -> _Told | None:
        at = self.table.column("start_date") or column
        span = self._span_above()
        if span is None:
            self.findings.add(
                IssueCode.REQUIRED_MISSING,
                row.number,
                at.number,
                what="thời gian của mục tiêu",
                fix="Ghi Từ ngày, Đến ngày hoặc năm của mục tiêu.",
            )
            return None
        context = self.table.context
        lines = (context.set_as_targets, *context.lines)
        until = next((line for line in lines if span.grain == "year" and _UNTIL.search(bare(line))), "")
        return _Told(span, (row.number, at.number), until or f"{span.start:%d/%m/%Y}–{span.end:%d/%m/%Y}")

    def _span_above(self) -> Span | None:
        """The period that the words above the table name: those that give the targets first, the Programme as well."""
        context = self.table.context
        told = [find_period(line) for line in (context.set_as_targets, *context.lines)]
        own = span_of(told[0], context.year) if told[0] else None
        found = own or next(iter(context.spans(False)), None)
        whole = next((w for w in told if w and w.grain == "programme"), None)
        return found or (span_of(whole) if whole else None)


def _outside(told: _Told) -> bool:
    """Whether days have none in common with the programme."""
    span = told.span
    if span.end < PROGRAMME_START:
        return True
    until = span.grain == "year" and isinstance(told.found, str) and _UNTIL.search(bare(told.found))
    return span.start > PROGRAMME_END and not until
