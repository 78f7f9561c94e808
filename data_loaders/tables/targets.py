"""Targets: an indicator's value for a unit over a span of days, by whose authority, in which document."""

import re
from typing import Any

from data_loaders.cells import words
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column
from data_loaders.layout.rows import DATA, Row, Walk
from data_loaders.layout.set_as_targets import counts
from data_loaders.layout.told_around import document_of
from data_loaders.names.units import Era, era_of
from data_loaders.reading.grid import Cell
from data_loaders.tables import common
from data_loaders.tables.dating import as_words
from data_loaders.tables.findings import Findings
from data_loaders.tables.places import Answer, places_of, report, typed_commune, unit_column
from data_loaders.values.dates import Near, read_span
from data_loaders.values.fault import Fault
from data_loaders.values.indicators import authority_of, find_authority, find_indicator, own_indicator
from data_loaders.values.kinds import find_kind
from data_loaders.values.numbers import bare, read_value
from data_loaders.values.periods import Span, find_period, span_of
from program import units
from program.contract import IssueCode
from program.text import fold
from program.units import BREAK, CITY
from program.vocabulary import INDICATORS, Authority

_SUM = re.compile(
    r"(tong|cong)( (cong|so|chung|gop|cac|toan|bo|\d|ca|tat|giai doan|nam|quy|ky|thanh pho|tp|don vi|quan|huyen|phuong|xa))*"
)
_KNOWN_BY = ("indicator", "unit", "start_date", "end_date", "authority")
_CITYWIDE = re.compile(
    r"\b(tren dia ban|toan|cua) (thanh pho|tp)\b(?!.*\b(cac|tung|theo) (quan|huyen|phuong|xa|don vi)\b)"
)


def _is_sum(column: Column) -> bool:
    """Whether a heading, or its lowest cell, only says that others are summed."""
    return bool(_SUM.fullmatch(fold(column.heading.text.split(" – ")[-1])))


class Reader:
    """Reads the rows of one table of targets; years across give a record each."""

    def __init__(self, table: Understood, findings: Findings) -> None:
        self.table = table
        self.findings = findings
        self.offset = table.block.view.first_column
        self.places = places_of(table, city=True)
        values = [c for c in table.columns if c.field == "value"]
        # Beside units across, their sum is no target of its own.
        units_across = any(c.heading.unit for c in values)
        self.values = [c for c in values if c.heading.unit or not units_across]
        # Nor is that of periods across.
        if any(c.heading.period for c in self.values):
            self.values = [c for c in self.values if c.heading.period or not _is_sum(c)]
        self.indicators = [c for c in table.columns if c.field == "indicator"]
        self.above = {} if self.indicators else {c.number: self._above(c) for c in self.values}
        if any(code and not _is_sum(c) for c in self.values if (code := self.above.get(c.number))):
            # Beside columns of indicators, their sum is none of them.
            self.values = [c for c in self.values if not _is_sum(c)]
        self.document, self.of_programme = document_of(table.context.lines)
        self.unknown: set[int] = set()
        self.unmeasured: set[str] = set()
        # The words of the indicator of the row in hand, and of each record.
        self.wording = ""
        self.told: list[str] = []
        self.hidden = 0
        self.shown = common.shown_fields(table)

    def records(self) -> list[dict[str, Any]]:
        """The sound rows' records."""
        found: list[dict[str, Any]] = []
        for row in Walk(self.table).rows():
            if row.role == DATA:
                self.hidden += row.number in self.table.block.view.sheet.hidden_rows
                found += self._row(row)
        return self._apart(found)

    def _apart(self, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The records, those of one indicator in two wordings ("Số buổi truyền thông", "Số buổi truyền thông tại khu
        dân cư") for the same unit and days apart: the longer wording narrows what it counts and keeps its words."""
        wordings: dict[tuple[str, ...], set[str]] = {}
        for record, text in zip(records, self.told, strict=True):
            wordings.setdefault(tuple(record[name] for name in _KNOWN_BY), set()).add(fold(text))
        narrower = {
            text
            for told in wordings.values()
            if len(told) > 1
            for text in sorted(told, key=lambda t: (len(t), t))[1:]
        }
        for record, text in zip(records, self.told, strict=True) if narrower else ():
            if fold(text) in narrower and (own := own_indicator(text)):
                record["indicator"], record["authority"] = own, Authority.LOCAL.value
        return records

    def _row(self, row: Row) -> list[dict[str, Any]]:
        width = self.table.columns[-1].number - self.offset + 1
        cells = row.cells + [None] * (width - len(row.cells))
        if common.unfinished_formulas(self.table, row.number, cells, self.findings):
            return []
        told = [c for c in self.values if cells[c.number - self.offset] is not None]
        above = any(self.above.values()) or (self.table.context.set_as_targets and not self.indicators)
        indicator = "" if above else self._indicator(row, cells)
        if indicator is None:
            return []
        if not told:
            column = self.values[0] if self.values else self.indicators[0]
            self.findings.add(
                IssueCode.REQUIRED_MISSING,
                row.number,
                column.number,
                what="giá trị mục tiêu",
                fix="Ghi con số mục tiêu ở ô này.",
            )
        made = []
        for column in told:
            code = indicator or self._of_column(column)
            if code and (record := self._record(row, cells, column, code)):
                made.append(record)
                self.told.append(column.heading.text if above else self.wording)
        return made

    def _above(self, column: Column) -> str | None:
        """The indicator that a heading names, by itself or together with the words above the table."""
        title, heading = self.table.context.set_as_targets, column.heading
        own = find_indicator(heading.text)
        if (own and (own in INDICATORS or heading.audience)) or (
            heading.kind and find_kind(title) not in (None, heading.kind)
        ):
            return own
        # "Số lớp" below "Mục tiêu lớp tập huấn cho cha mẹ" counts those for them.
        told = find_indicator(f"{heading.text} {title}") or own or find_indicator(title)
        if told or not (heading.period or heading.unit):
            return told
        named = (line for line in reversed(self.table.block.captions) if counts(bare(line)))
        return next(filter(None, map(find_indicator, named)), None)

    def _of_column(self, column: Column) -> str | None:
        """The indicator above a figure; where none is known, that is said once for the column."""
        code = self.above[column.number]
        if code is not None:
            return code
        heading = column.heading
        told = self.table.context.set_as_targets if heading.period or heading.unit else heading.text
        code = None if heading.period or heading.unit else own_indicator(heading.text)
        if column.number not in self.unknown:
            self.unknown.add(column.number)
            at = self.table.block.heading_row(column.number)
            if code:
                self._unmeasured(at, column.number, heading.text)
            else:
                self.findings.add(IssueCode.INDICATOR_UNKNOWN, at, column.number, told or heading.text)
        return code

    def _unmeasured(self, row: int, column: int, text: str) -> None:
        """Say once of each wording that nothing handed in measures it."""
        if fold(text) not in self.unmeasured:
            self.unmeasured.add(fold(text))
            self.findings.add(IssueCode.INDICATOR_UNMEASURED, row, column, text)

    def _indicator(self, row: Row, cells: list[Cell]) -> str | None:
        texts = [
            (c, words(cells[c.number - self.offset]))
            for c in self.indicators
            if cells[c.number - self.offset] is not None
        ]
        for _, text in texts:
            if code := find_indicator(text):
                self.wording = text
                return code
        for column, text in texts:
            if code := own_indicator(text):
                self.wording = text
                self._unmeasured(row.number, column.number, text)
                return code
        if texts:
            self.findings.add(IssueCode.INDICATOR_UNKNOWN, row.number, texts[0][0].number, texts[0][1])
        else:
            self.findings.add(
                IssueCode.REQUIRED_MISSING,
                row.number,
                (self.indicators or self.table.columns)[0].number,
                what="tên chỉ tiêu",
                fix="Ghi mã hoặc tên chỉ tiêu.",
            )
        return None

    def _record(self, row: Row, cells: list[Cell], column: Column, indicator: str) -> dict[str, Any] | None:
        cell = cells[column.number - self.offset]
        value = read_value(cell)
        if isinstance(value, Fault):
            self.findings.add(value.code, row.number, column.number, cell, hint=value.hint)
            return None
        span = self._span(row, cells, column)
        if span is None or value is None:
            return None
        answer = self.places.unit(
            common.field_text(self.table, cells, "unit") or column.heading.unit or "",
            row.group.unit or "",
            "",
            "",
            era_of(span.start, span.end),
        )
        if answer.issue == IssueCode.UNIT_AMBIGUOUS and not typed_commune(answer.words):
            answer = self._given_to_districts(answer, span)
        code = answer.code
        alone = self.table.column("unit") is None
        if alone and (answer.issue == IssueCode.REQUIRED_MISSING or self._of_city(column, row)):
            code = CITY
        elif answer.issue:
            report(answer, self.findings, row.number, unit_column(self.table))
            return None
        if INDICATORS[indicator].counter == "%" and 0 < value <= 1:
            value = round(value * 100, 6)
            value = int(value) if float(value).is_integer() else value
        document = common.field_text(self.table, cells, "document")
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

    def _given_to_districts(self, answer: Answer, span: Span) -> Answer:
        """A bare name in a target most of whose days are those of the districts is the district's."""
        held = [c for c in answer.found.candidates if (u := units.unit(c)) and u.level == "district"]
        mostly = span.start < BREAK <= span.end and BREAK - span.start > span.end - BREAK
        return Answer(held[0]) if mostly and len(held) == 1 else answer

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

    def _span_above(self) -> Span | None:
        """The period that the words above the table name: those that give the targets first, the Programme as well."""
        context = self.table.context
        told = [find_period(line) for line in (context.set_as_targets, *context.lines)]
        own = span_of(told[0], context.year) if told[0] else None
        found = own or next(iter(context.spans(False)), None)
        whole = next((w for w in told if w and w.grain == "programme"), None)
        return found or (span_of(whole) if whole else None)

    def _span(self, row: Row, cells: list[Cell], column: Column) -> Span | None:
        if column.heading.period:
            found = find_period(column.heading.period)
            return span_of(found, self.table.context.year) if found else None
        days: list[Span] = []
        for field in ("start_date", "end_date"):
            at = self.table.column(field)
            cell = cells[at.number - self.offset] if at else None
            if at is None or cell is None:
                continue
            span = read_span(cell, Near(self.table.context.year), civil_month=False)
            if isinstance(span, Fault):
                self.findings.add(span.code, row.number, at.number, cell, hint=span.hint)
                return None
            days += [span] if span else []
        if days:
            return Span(days[0].start, days[-1].end)
        told = [
            w
            for c in self.table.columns
            if c.field == "period" and (w := as_words(c, cells[c.number - self.offset]))
        ]
        span = span_of(told[0], self.table.context.year) if told else None
        span = span or self._span_above()
        if span is None:
            at = self.table.column("start_date") or column
            self.findings.add(
                IssueCode.REQUIRED_MISSING,
                row.number,
                at.number,
                what="thời gian của mục tiêu",
                fix="Ghi Từ ngày, Đến ngày hoặc năm của mục tiêu.",
            )
        return span
