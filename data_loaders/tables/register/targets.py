"""Targets: an indicator's value for a unit over a span of days, by whose authority, in which document."""

import re
from typing import Any

from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column
from data_loaders.layout.around.told_around import document_of
from data_loaders.layout.below.row import DATA, TOTAL, Row
from data_loaders.layout.below.rows import Walk
from data_loaders.names.old_wards import is_part_of
from data_loaders.names.units import Era, era_of
from data_loaders.reading.grid import Cell
from data_loaders.tables import common
from data_loaders.tables.findings import Findings
from data_loaders.tables.register.target_days import Days
from data_loaders.tables.register.target_names import Named, is_sum
from data_loaders.tables.register.target_sums import gives_targets, of_units, tells_city
from data_loaders.tables.totals import Totals
from data_loaders.tables.whose.places import places_of, typed_commune, unit_column
from data_loaders.tables.whose.unit_findings import PART_FIX, Answer, report
from data_loaders.values.amounts.numbers import bare, read_value
from data_loaders.values.days.periods import Span
from data_loaders.values.fault import Fault
from data_loaders.values.indicators import authority_of, find_authority
from program import units
from program.contract import IssueCode
from program.text import fold
from program.units import BREAK, CITY
from program.vocabulary import INDICATORS, Authority

_CITYWIDE = re.compile(
    r"\b(tren dia ban|toan|cua) (thanh pho|tp)\b(?!.*\b(cac|tung|theo) (quan|huyen|phuong|xa|don vi)\b)"
)


class Reader:
    """Reads the rows of one table of targets; years across give a record each."""

    def __init__(self, table: Understood, findings: Findings) -> None:
        self.table = table
        self.findings = findings
        self.offset = table.block.view.first_column
        self.places = places_of(table, city=True, of_wards=True)
        values = [c for c in table.columns if c.field == "value"]
        # Beside units across, their sum is no target of its own.
        units_across = any(c.heading.unit for c in values)
        self.values = [c for c in values if c.heading.unit or not units_across]
        # Nor is that of periods across.
        if any(c.heading.period for c in self.values):
            self.values = [c for c in self.values if c.heading.period or not is_sum(c)]
        self.days = Days(table, findings)
        self.named = Named(table, self.values, findings)
        self.values = self.named.columns
        around = () if table.column("document") else table.context.lines
        self.document, self.of_programme = document_of(around)
        self.hidden = 0
        self.shown = common.shown_fields(table)
        units_at = table.column("unit")
        cells = (
            table.block.view.column(units_at.number, table.block.first, table.block.last) if units_at else ()
        )
        self._communes = any(isinstance(c, str) and typed_commune(c) for c in cells)

    def records(self) -> list[dict[str, Any]]:
        """The sound rows' records."""
        found: list[dict[str, Any]] = []
        summed = of_units(self.table, self.named.indicators, self.values)
        totals = Totals([n - self.offset for n in summed], self.offset, self.findings)
        for row in Walk(self.table).rows():
            gives = gives_targets(self.table, row, self.named.indicators, self.values)
            if row.role == TOTAL and not gives:
                totals.total(row.number, row.cells)
            if gives:
                if row.role == DATA and not tells_city(self.table, row):
                    totals.data(row.cells, row.group)
                self.hidden += row.number in self.table.block.view.sheet.hidden_rows
                found += self._row(row)
        totals.end()
        return self.named.apart(found)

    def _row(self, row: Row) -> list[dict[str, Any]]:
        width = self.table.columns[-1].number - self.offset + 1
        cells = row.cells + [None] * (width - len(row.cells))
        if common.unfinished_formulas(self.table, row.number, cells, self.findings):
            return []
        told = [c for c in self.values if cells[c.number - self.offset] is not None]
        indicator = self.named.of_group(row) or ("" if self.named.above else self.named.of_row(row, cells))
        if indicator is None:
            return []
        if not told:
            column = self.values[0] if self.values else self.named.indicators[0]
            self.findings.add(
                IssueCode.REQUIRED_MISSING,
                row.number,
                column.number,
                what="giá trị mục tiêu",
                fix="Ghi con số mục tiêu ở ô này.",
            )
        made = []
        for column in told:
            code = indicator or self.named.of_column(column)
            if code and (record := self._record(row, cells, column, code)):
                made.append(record)
                self.named.made(column)
        return made

    def _record(self, row: Row, cells: list[Cell], column: Column, indicator: str) -> dict[str, Any] | None:
        cell = cells[column.number - self.offset]
        value = read_value(cell)
        if isinstance(value, Fault):
            self.findings.add(value.code, row.number, column.number, cell, hint=value.hint)
            return None
        span = self.days.span(row, cells, column)
        if span is None or value is None:
            return None
        ward = common.field_text(self.table, cells, "ward")
        named = common.field_text(self.table, cells, "unit") or ward or column.heading.unit or ""
        answer = self.places.unit(named, row.group.unit or "", "", "", era_of(span.start, span.end))
        if answer.issue == IssueCode.UNIT_AMBIGUOUS and not typed_commune(answer.words):
            answer = self._given_to_districts(answer, span)
        code = answer.code
        alone = self.table.column("unit") is None and ward is None
        if alone and (answer.issue == IssueCode.REQUIRED_MISSING or self._of_city(column, row)):
            code = CITY
        elif answer.issue:
            report(answer, self.findings, row.number, unit_column(self.table), self.table.column("unit"))
            return None
        elif is_part_of(code, named or row.group.unit or ""):
            at = unit_column(self.table)
            words = named or row.group.unit
            self.findings.add(IssueCode.UNIT_UNKNOWN, row.number, at, words, fix=PART_FIX)
            return None
        if INDICATORS[indicator].counter == "%" and 0 < value <= 1:
            value = round(value * 100, 6)
            value = int(value) if float(value).is_integer() else value
        document = self._own_document(cells)
        told = find_authority(common.field_text(self.table, cells, "authority") or "") or authority_of(
            document, INDICATORS[indicator].authority
        )
        return {
            "indicator": indicator,
            "unit": code,
            "start_date": span.start.isoformat(),
            "end_date": span.end.isoformat(),
            "value": value,
            "authority": told.value,
            "document": document or self._document(told),
            "source": {"sheet": self.findings.sheet, "row": row.number},
        }

    def _own_document(self, cells: list[Cell]) -> str | None:
        """The document of a row, with its day where a column of its own tells it."""
        told = (common.field_text(self.table, cells, field) for field in ("document", "document_day"))
        document, day = told
        if not document or not day or day in document:
            return document
        return f"{document} {day if fold(day).startswith('ngay') else f'ngày {day}'}"

    def _given_to_districts(self, answer: Answer, span: Span) -> Answer:
        """A bare name in a target most of whose days are those of the districts is the district's, but for one beside
        communes."""
        held = [c for c in answer.found.candidates if (u := units.unit(c)) and u.level == "district"]
        mostly = span.start < BREAK <= span.end and BREAK - span.start > span.end - BREAK
        return Answer(held[0]) if mostly and len(held) == 1 and not self._communes else answer

    def _document(self, authority: Authority) -> str | None:
        """The document above the table; the decision of the Programme set the official targets alone."""
        return None if self.of_programme and authority != Authority.OFFICIAL else self.document

    def _of_city(self, column: Column, row: Row) -> bool:
        """Whether the title says that the targets are the city's, which a department set down."""
        unit = units.unit(self.table.context.unit(Era.UNKNOWN)[0].code or "")
        office = unit is None or unit.level not in ("district", "commune")
        return (
            office
            and not (column.heading.unit or row.group.unit)
            and bool(_CITYWIDE.search(bare(self.table.context.text)))
        )
