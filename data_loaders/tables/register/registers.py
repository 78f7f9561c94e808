"""Registers: rows of schools and facilities, and of focal-point contacts."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from data_loaders.cells import words
from data_loaders.columns.cells.marks import is_mark
from data_loaders.columns.choice import Understood
from data_loaders.layout.around.told_around import day_of, document_of, since_of
from data_loaders.layout.below.row import DATA, Row
from data_loaders.layout.below.rows import Walk
from data_loaders.names.units import Era, Found, era_of, resolve
from data_loaders.reading.grid import Cell
from data_loaders.tables import common
from data_loaders.tables.findings import Findings
from data_loaders.tables.register.contacts import persons_of, phone
from data_loaders.tables.register.school_lists import level_of_list, part_of_school, territory_alone
from data_loaders.tables.whose.places import (
    Places,
    era_since,
    places_of,
    typed_commune,
    unit_column,
    ward_around,
)
from data_loaders.tables.whose.unit_findings import Answer, report
from data_loaders.values.amounts.numbers import bare
from data_loaders.values.days.dates import Near, read_span
from data_loaders.values.days.periods import Span
from data_loaders.values.fault import Fault
from data_loaders.values.kinds import find_level, level_of_all
from program import units
from program.contract import IssueCode, TableKind
from program.text import fold
from program.units import BREAK
from program.vocabulary import Level

_YEAR = re.compile(r"(?:[Nn]ăm )?((?:19|20)\d\d)")
_MONTH = re.compile(r"(?:thang )?(0?[1-9]|1[0-2])(?:[/.-]|\s+nam\s+)((?:19|20)\d\d)")
# So many columns of names tell of a school each.
_SEVERAL = 2


class Reader:
    """Reads one register; what a row becomes is decided by the kind of table."""

    roles: tuple[str, ...] = (DATA,)

    def __init__(self, table: Understood, findings: Findings) -> None:
        self.table = table
        self.findings = findings
        self.offset = table.block.view.first_column
        self.places = self.places_of(table)
        span, told = table.context.span(), era_since(table.context.text)
        self.around = era_of(span.start, span.end) if span else told
        if self.around is Era.BOTH and told is not Era.UNKNOWN:
            self.around = told
        if any(era_of(s.start, s.end) == Era.COMMUNES for s in table.context.spans(False)):
            # A school year since the communes report tells more than a civil year beside it.
            self.around = Era.COMMUNES
        self.level = level_of_list(table)
        # A blank below a heading of documents is none.
        own = table.column("document")
        self.document = None if own else document_of(table.context.lines, attached=True)[0]
        self.dated = since_of(table.context.lines)
        if self.dated is None and self.document:
            self.dated = day_of(self.document, table.context.lines)
        self.hidden = 0
        self.shown = common.shown_fields(table)

    def places_of(self, table: Understood) -> Places:
        """Where the rows' units are told."""
        return places_of(territory_alone(table) if table.kind == TableKind.SCHOOLS else table)

    def record(self, row: Row, cells: list[Cell]) -> dict[str, Any] | None:
        """One row's record; None where it has a fault, which is written down."""
        return self._school(row, cells) if self.table.kind == TableKind.SCHOOLS else self._contact(row, cells)

    def records(self) -> list[dict[str, Any]]:
        """The sound rows' records."""
        found: list[dict[str, Any]] = []
        for row in Walk(self.table).rows():
            if row.role not in self.roles:
                continue
            self.hidden += row.number in self.table.block.view.sheet.hidden_rows
            width = self.table.columns[-1].number - self.offset + 1
            cells = row.cells + [None] * (width - len(row.cells))
            if common.unfinished_formulas(self.table, row.number, cells, self.findings):
                continue
            for told in self.entries(cells):
                record = self.record(row, told)
                if record:
                    found.append({**record, "source": {"sheet": self.findings.sheet, "row": row.number}})
        return found

    def entries(self, cells: list[Cell]) -> Iterator[list[Cell]]:
        """A row of contacts as a row a person, one of schools as a row a school; a row of other registers as it is."""
        names = [c for c in self.table.columns if c.field == "name" and find_level(c.heading.text)]
        if self.table.kind == TableKind.FOCAL_POINTS:
            yield from persons_of(self.table, cells)
        elif self.table.kind != TableKind.SCHOOLS or len(names) < _SEVERAL:
            yield cells
        else:
            # "Trường tiểu học | Trường THCS" beside each other, with a school in each.
            first, around = names[0].number - self.offset, self.level
            for column in names:
                if (name := cells[column.number - self.offset]) is not None:
                    self.level = find_level(column.heading.text) or around
                    yield [*cells[:first], name, *cells[first + 1 :]]
            self.level = around

    def _school(self, row: Row, cells: list[Cell]) -> dict[str, Any] | None:
        name = common.field_text(self.table, cells, "name")
        if name and part_of_school(name):
            return None
        days = {f: self.day(row, cells, f) for f in ("valid_from", "valid_to")}
        sound = not any(isinstance(d, Fault) for d in days.values())
        level = self._level(row, cells, name)
        until = days["valid_to"] if isinstance(days["valid_to"], date) else None
        unit = self.unit(row, cells, era_of(until, until) if until else self.around)
        if name is None:
            self.missing(row, "name", "tên trường")
        if not sound or level is None or unit is None or name is None:
            return None
        return {
            "name": name,
            "level": level,
            "unit": unit,
            "ward": common.field_text(self.table, cells, "ward") or ward_around(unit, row.group.unit),
            **{f: d.isoformat() if isinstance(d, date) else None for f, d in days.items()},
        }

    def _level(self, row: Row, cells: list[Cell], name: str | None) -> str | None:
        """The level of a school: its own words, its name, the heading of its group, or what the whole list holds."""
        column = self.table.column("level")
        text = common.field_text(self.table, cells, "level")
        found = self._ticked(cells) or (
            find_level(text) if text else find_level(name or "") or row.group.school or self.level
        )
        if found is None:
            if text and column:
                self.findings.add(IssueCode.LEVEL_UNKNOWN, row.number, column.number, text)
            else:
                self.missing(row, "level" if column else "name", "cấp học")
        return found.value if found else None

    def _ticked(self, cells: list[Cell]) -> Level | None:
        """The level, or levels, whose columns a row ticks."""
        told = ((c.field, cells[c.number - self.offset]) for c in self.table.columns)
        return level_of_all(
            Level(f[len("level.") :]) for f, cell in told if f.startswith("level.") and is_mark(cell)
        )

    def _contact(self, row: Row, cells: list[Cell]) -> dict[str, Any] | None:
        name = common.field_text(self.table, cells, "name")
        since, document = self.day(row, cells, "valid_from"), common.field_text(self.table, cells, "document")
        # Who was named by a document is the contact from its day, where no other is told.
        named_on = day_of(document) if document else self.dated
        # Who is a unit's contact may have been so for the office before it: the day only tells names apart.
        # Nor does a document of before tell of "Phường Hải Châu", which may be the new one.
        named = common.field_text(self.table, cells, "unit")
        unsaid = self.around in (Era.UNKNOWN, Era.BOTH)
        day = named_on if unsaid and named_on and (named_on >= BREAK or not typed_commune(named)) else None
        told = since if isinstance(since, date) else day
        era = era_of(told, told) if told else self.around
        unit = self.unit(row, cells, era, sole=True)
        if name is None:
            self.missing(row, "name", "họ và tên đầu mối")
        if unit is None or name is None or isinstance(since, Fault):
            return None
        since = since or named_on
        return {
            "unit": unit,
            "name": name,
            "position": common.field_text(self.table, cells, "position"),
            "phone": phone(common.field_text(self.table, cells, "phone")),
            "email": common.field_text(self.table, cells, "email"),
            "valid_from": since.isoformat() if since else None,
            "document": document or self.document,
        }

    def day(self, row: Row, cells: list[Cell], field: str) -> date | Fault | None:
        """The first day that a cell names; a Fault, written down, where it cannot be read."""
        column = self.table.column(field)
        cell = cells[column.number - self.offset] if column else None
        if column is None or cell is None:
            return None
        if (year := _YEAR.fullmatch(words(cell))) and self.table.kind == TableKind.SCHOOLS:
            # The year in which a school was opened or closed: its first or its last day.
            return date(int(year[1]), *((1, 1) if field == "valid_from" else (12, 31)))
        if (month := _MONTH.fullmatch(bare(words(cell)))) and self.table.kind == TableKind.SCHOOLS:
            first = date(int(month[2]), int(month[1]), 1)
            return (
                first
                if field == "valid_from"
                else (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            )
        found = read_span(cell, Near())
        if isinstance(found, Fault):
            self.findings.add(found.code, row.number, column.number, cell, hint=found.hint)
            return found
        return found.start if isinstance(found, Span) else None

    def unit(self, row: Row, cells: list[Cell], era: Era, *, sole: bool = False) -> str | None:
        """The row's unit; None, written down, where it is not known. `sole`: a unit's full name is that unit's, whatever
        the era."""
        words_of = common.field_text(self.table, cells, "unit") or ""
        answer = self.places.unit(
            words_of,
            row.group.unit or "",
            common.field_text(self.table, cells, "ward") or "",
            "",
            era,
        )
        if sole and era is Era.DISTRICTS and (held := _of_one_name(answer.code, words_of)):
            answer = Answer(None, IssueCode.UNIT_AMBIGUOUS, words_of, Found(candidates=held))
        elif sole:
            full = fold(answer.words).removeprefix("ubnd ").removeprefix("uy ban nhan dan ")
            for code in answer.found.candidates:
                if fold(units.label(code, with_type=True)) == full:
                    return code
        if answer.issue:
            report(answer, self.findings, row.number, unit_column(self.table), self.table.column("unit"))
            return None
        return answer.code

    def missing(self, row: Row, field: str, what: str) -> None:
        """Write down that a row lacks what it must have."""
        column = self.table.column(field) or self.table.columns[0]
        self.findings.add(
            IssueCode.REQUIRED_MISSING,
            row.number,
            column.number,
            what=what,
            fix=f"Ghi {what} ở dòng {row.number}.",
        )


def _of_one_name(code: str | None, told: str) -> tuple[str, ...]:
    """The district and the commune of its name, where words name a phường or xã that began on 1-7-2025 for days
    before it ("Phường Hải Châu" in 2023)."""
    district = units.unit(code) if code else None
    name = re.sub(r"^(UBND|Ủy ban nhân dân)\s+", "", told, flags=re.IGNORECASE)
    if district is None or district.level != "district" or not typed_commune(name):
        return ()
    later = units.unit(resolve(name, Era.COMMUNES).code or "")
    same = later and fold(later.short_name) == fold(district.short_name)
    return (district.code, later.code) if later and same else ()
