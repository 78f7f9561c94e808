"""Rows of documents issued and of tasks passed on. Their words are kept as the cells have them, but no names."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from data_loaders.cells import shown, words
from data_loaders.columns.choice import Understood
from data_loaders.issues import issue
from data_loaders.layout.below.row import DATA, ZERO, Row
from data_loaders.names.units import era_of
from data_loaders.reading.grid import Cell
from data_loaders.tables import common
from data_loaders.tables.findings import Findings
from data_loaders.tables.register import registers
from data_loaders.tables.whose.places import Places, places_of
from data_loaders.values.days.dates import Near, read_span
from data_loaders.values.days.periods import Span, find_period, span_of
from data_loaders.values.fault import Fault
from data_loaders.values.silence import says_nothing_happened
from data_loaders.values.task_states import read_state
from program.contract import Issue, IssueCode, Table, TableKind
from program.periods import Calendar
from program.text import fold, key
from program.work.tasks import State

# What stands in place of a time limit where there is none.
_ALWAYS = re.compile(
    r"(thuong xuyen|lien tuc|hang|hang nam|hang quy|hang thang|hang tuan|dinh ky|khong (thoi )?han)\b.*"
)
_BEFORE = re.compile(
    r"^\s*(?:xong\s+)?(?:trước|chậm nhất|muộn nhất|hết|trong|đến hết|đến)(?:\s+(?:là|ngày|vào))*\s+",
    re.IGNORECASE,
)
_DATED = re.compile(r"[,;\s(]*(?:ký\s+)?ngày\s+([^)]*\d{4})\)?\s*$", re.IGNORECASE)
_PERIODS = ("quarter", "half", "year")

_REPEATED = {
    TableKind.TASKS: "Nếu ghi trùng, xóa một dòng; nếu là hai nhiệm vụ, ghi rõ hơn nội dung (ví dụ tháng, quý) hoặc "
    "ngày giao.",
    TableKind.DIRECTIVES: "Xóa một trong hai dòng, hoặc sửa lại số, ngày văn bản.",
}


class Reader(registers.Reader):
    """Reads a register of documents or of tasks."""

    # A result may well say that nothing happened.
    roles = (DATA, ZERO)

    def __init__(self, table: Understood, findings: Findings) -> None:
        super().__init__(table, findings)
        self.kind = TableKind.TASKS if table.kind == TableKind.TASKS else TableKind.DIRECTIVES
        self._near = Near(table.context.year)
        self._first: dict[tuple[object, ...], int] = {}

    def places_of(self, table: Understood) -> Places:
        """The city issues documents and passes tasks on too; it does not stand in for a unit that is not known."""
        return places_of(table, city=not table.context.unknown_unit)

    def record(self, row: Row, cells: list[Cell]) -> dict[str, Any] | None:
        """One row's record."""
        if self.table.kind == TableKind.TASKS:
            return self._task(row, cells)
        return self._directive(row, cells)

    def _task(self, row: Row, cells: list[Cell]) -> dict[str, Any] | None:
        said = {name: self._text(cells, name) for name in ("duty", "assignee", "document", "result", "proof")}
        if row.role == ZERO and says_nothing_happened(said["duty"] or ""):
            return None
        assigned, due = self.day(row, cells, "assigned_on"), self._due(row, cells)
        state, done = self._state(row, cells), self.day(row, cells, "done_on")
        days = [day for day in (assigned, due, done) if isinstance(day, date)]
        unit = self.unit(row, cells, era_of(days[0], days[0]) if days else self.around)
        for name, what in (("duty", "nội dung nhiệm vụ"), ("assignee", "đơn vị được giao")):
            if said[name] is None:
                self.missing(row, name, what)
        if any(isinstance(one, Fault) for one in (assigned, due, state, done)):
            return None
        if done is not None and state is None:
            state = State.DONE
        if done is not None and state != State.DONE:
            self._state_doubted(row, cells, "ô ngày hoàn thành đã có ngày")
            return None
        if unit is None or said["duty"] is None or said["assignee"] is None:
            return None
        made = {
            "unit": unit, "assignee": said["assignee"], "duty": said["duty"], "document": said["document"],
            "assigned_on": _iso(assigned), "due_date": _iso(due), "state": None if state is None else str(state),
            "done_on": _iso(done), "result": said["result"], "proof": said["proof"],
        }  # fmt: skip
        if not self._once(row, "duty", made):
            return None
        if isinstance(assigned, date):
            self._before(
                row, "due_date", due, assigned, "Hạn hoàn thành", "nhiệm vụ quá hạn từ trước khi giao"
            )
            self._before(row, "done_on", done, assigned, "Ngày hoàn thành", "xong trước khi được giao")
        return made

    def _before(
        self, row: Row, field: str, day: date | Fault | None, assigned: date, what: str, so: str
    ) -> None:
        """A day of a task that lies before it was passed on: a slip of the hand more often than not."""
        column = self.table.column(field)
        if column and isinstance(day, date) and day < assigned:
            told = {"what": what, "day": shown(day), "assigned": shown(assigned), "so": so}
            self.findings.add(IssueCode.BEFORE_ASSIGNED, row.number, column.number, day, **told)

    def _directive(self, row: Row, cells: list[Cell]) -> dict[str, Any] | None:
        said = {name: self._text(cells, name) for name in ("number", "subject", "issuer", "form", "part")}
        if row.role == ZERO and says_nothing_happened(said["subject"] or said["number"] or ""):
            return None
        day = self.day(row, cells, "issued_on")
        if day is None and said["number"]:
            said["number"], day = self._numbered(said["number"])
        unit = self.unit(row, cells, era_of(day, day) if isinstance(day, date) else self.around)
        for name, what in (("number", "số, ký hiệu văn bản"), ("subject", "trích yếu nội dung văn bản")):
            if said[name] is None:
                self.missing(row, name, what)
        if day is None:
            self.missing(
                row, "issued_on" if self.table.column("issued_on") else "number", "ngày ban hành văn bản"
            )
        if not isinstance(day, date) or unit is None or said["number"] is None or said["subject"] is None:
            return None
        made = {
            "unit": unit, "number": said["number"], "issued_on": day.isoformat(), "issuer": said["issuer"],
            "form": said["form"], "subject": said["subject"], "part": said["part"],
        }  # fmt: skip
        return made if self._once(row, "number", made) else None

    def _text(self, cells: list[Cell], field: str) -> str | None:
        found = common.field_text(self.table, cells, field)
        return found if found and fold(found) else None

    def _numbered(self, text: str) -> tuple[str | None, date | None]:
        """A number and the day that stands behind it ("12/KH-UBND ngày 3/5/2022")."""
        found = _DATED.search(text)
        span = read_span(found[1], self._near) if found else None
        if found is None or not isinstance(span, Span):
            return text, None
        return text[: found.start()].strip() or None, span.start

    def _due(self, row: Row, cells: list[Cell]) -> date | Fault | None:
        """The last day of the time limit; a quarter or a year ends as the calendar's does."""
        column = self.table.column("due_date")
        cell = cells[column.number - self.offset] if column else None
        if column is None or cell is None:
            return None
        if isinstance(cell, str):
            cell = _BEFORE.sub("", cell)
            if _ALWAYS.fullmatch(fold(cell)):
                return None
            named = find_period(cell)
            if (
                named
                and named.grain in _PERIODS
                and (span := span_of(replace(named, calendar=Calendar.CIVIL), self._near.year))
            ):
                return span.end
        found = read_span(cell, self._near)
        if isinstance(found, Fault):
            self.findings.add(found.code, row.number, column.number, cell, hint=found.hint)
            return found
        return found.end if isinstance(found, Span) else None

    def _state(self, row: Row, cells: list[Cell]) -> State | Fault | None:
        column = self.table.column("state")
        found = read_state(cells[column.number - self.offset]) if column else None
        if isinstance(found, Fault):
            self._state_doubted(row, cells)
        return found

    def _state_doubted(self, row: Row, cells: list[Cell], hint: str = "") -> None:
        column = self.table.column("state") or self.table.columns[0]
        cell = cells[column.number - self.offset]
        self.findings.add(IssueCode.STATE_UNKNOWN, row.number, column.number, words(cell), hint=hint)

    def _once(self, row: Row, field: str, made: Mapping[str, Any]) -> bool:
        """Whether nothing above is known by the same: of two the register would keep one."""
        first = self._first.setdefault(_known(self.kind, made), row.number)
        if first != row.number:
            column = self.table.column(field) or self.table.columns[0]
            fix = _REPEATED[self.kind]
            self.findings.add(IssueCode.REPEATED_ENTRY, row.number, column.number, first=first, fix=fix)
        return first == row.number


def repeated(tables: list[Table]) -> tuple[list[Table], list[Issue]]:
    """The tables without what an earlier one of the same kind holds already (the same list on two sheets), each
    such row an error."""
    kept, found = [], []
    earlier: dict[tuple[object, ...], tuple[str, int]] = {}
    for table in tables:
        kind = TableKind(table["kind"])
        if kind not in _REPEATED:
            kept.append(table)
            continue
        own = [(record, (kind, *_known(kind, record))) for record in table["records"]]
        found += [_again(table, kind, record, *earlier[known]) for record, known in own if known in earlier]
        kept.append({**table, "records": [record for record, known in own if known not in earlier]})
        for record, known in own:
            earlier.setdefault(known, (table["sheet"], record["source"]["row"]))
    return kept, found


def _again(table: Table, kind: TableKind, record: Mapping[str, Any], sheet: str, first: int) -> Issue:
    row = record["source"]["row"]
    where = f"{first} của trang “{sheet}”" if sheet != table["sheet"] else first
    column = next((letter for letter, name in table["columns"].items() if name in ("duty", "number")), "A")
    fix = _REPEATED[kind]
    return issue(IssueCode.REPEATED_ENTRY, table["sheet"], f"{column}{row}", row=row, first=where, fix=fix)


def _known(kind: TableKind, record: Mapping[str, Any]) -> tuple[object, ...]:
    """What the register knows an entry by (`storage.records.shapes.SHAPES`)."""
    if kind == TableKind.TASKS:
        return record["unit"], key(record["assignee"]), key(record["duty"]), record["assigned_on"]
    return record["unit"], key(record["number"]), record["issued_on"]


def _iso(day: date | Fault | None) -> str | None:
    return day.isoformat() if isinstance(day, date) else None
