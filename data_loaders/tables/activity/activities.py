"""A row a class or session: rows of an activity table to records."""

from typing import Any

from data_loaders.cells import words
from data_loaders.columns.cells.marks import marks
from data_loaders.layout.below.group import Group
from data_loaders.layout.below.row import DATA, SUBTOTAL, ZERO, Row, Run
from data_loaders.layout.below.rows import Walk
from data_loaders.names.units import era_of
from data_loaders.reading.grid import Cell
from data_loaders.tables import common
from data_loaders.tables.activity.activity_reading import Reading
from data_loaders.tables.activity.one_activity import goes_on, rows_of_one
from data_loaders.tables.activity.outside_period import warn_of_days_outside
from data_loaders.tables.activity.people_by_form import form_of, settle_parts
from data_loaders.tables.activity.plain_rows import PlainRows
from data_loaders.tables.activity.swaps import ask_about_swaps
from data_loaders.tables.figures import Figures
from data_loaders.tables.totals import Totals
from data_loaders.tables.whose.listed_places import say_what_was_taken
from data_loaders.tables.whose.places import organiser_around, places_around, ward_around
from data_loaders.tables.whose.unit_findings import report, told_by_day
from data_loaders.values.amounts.numbers import DECLARED_ZERO
from data_loaders.values.days.periods import Span
from data_loaders.values.fault import Fault
from data_loaders.values.silence import says_nothing_alone
from program.contract import IssueCode
from program.vocabulary import Basis, Kind

_KIND_FIX = "Ghi loại hoạt động: Lớp tập huấn; Buổi truyền thông; Hội thi, cuộc thi; Hoạt động khác."


class Reader(Reading):
    """Reads the rows of one activity table."""

    def records(self) -> list[dict[str, Any]]:
        """The sound rows; every finding goes to the table's findings."""
        walk = Walk(self.table)
        totals = Totals(walk.measures, self.offset, self.findings, self.of_all, self.kind_of)
        hidden_rows = self.table.block.view.sheet.hidden_rows
        found: list[dict[str, Any]] = []
        going_on = rows_of_one(self.table)
        self.joined = {*going_on, *going_on.values()}
        plain = PlainRows(self, self.record)
        for row in self.pieces(walk, plain.possible):
            if isinstance(row, Run):
                totals.data_of(row.rows, row.group)
                self.hidden += sum(row.first <= number < row.first + len(row.rows) for number in hidden_rows)
                found += plain.records(row)
                continue
            if row.role in (DATA, ZERO) and not self.sums_up(row, totals, walk):
                self.hidden += row.number in hidden_rows
                if row.role == DATA and self.held.says_not(row, self.findings):
                    continue
                record = self.record(row) if row.role == DATA else self._nothing(row)
                if row.role == DATA:
                    totals.data(row.cells, row.group)
                if record and not goes_on(record, found, going_on):
                    found.append(record)
            elif row.role == SUBTOTAL:
                totals.subtotal(row.number, row.cells, row.group)
            else:
                totals.total(row.number, row.cells)
        totals.end()
        for record in found if self.joined else ():
            if (number := record["source"]["row"]) in self.joined:
                whole = Figures(total=record["attendances_total"], columns=self.figure_columns)
                whole.size(Kind(record["kind"]), record["count"], number, self.findings)
        ask_about_swaps(self.table, self.findings)
        say_what_was_taken(self.table, self.places.listed, found, self.findings)
        warn_of_days_outside(self.table, found, self.findings)
        common.warn_duplicates(found, self.table, self.findings)
        return found

    def record(self, row: Row) -> dict[str, Any] | None:
        """The record of a row of data; None where it has an error, which is then written down."""
        if self.held.stated(row, self.findings):
            return None
        at, number = self.columns, row.number
        width = self.table.columns[-1].number - self.offset + 1
        cells = row.cells if len(row.cells) >= width else row.cells + [None] * (width - len(row.cells))
        sound = not common.unfinished_formulas(self.table, number, cells, self.findings)
        span = self.dating.span(cells, row.number, row.group)
        unit = self._unit(cells, row.number, row.group, span)
        kind = self._kind(cells, number, row.group)
        figures, count, readable = self._figures(cells, number)
        self.tell_parts(figures, number)
        figures.all_of(self.of_whom(row.group))
        count = 1 if self.meetings and kind == Kind.TRAINING_CLASS else count
        if common.of_unknown(cells, self.unknown, self.offset):
            sound = False
        if span is None or unit is None or kind is None or not readable or not sound:
            return None
        if not figures.settle(number, self.findings):
            return None
        if number not in self.joined:
            figures.size(kind, count, number, self.findings)
        ward = self.wards[cells[self.ward_at]] if self.ward_at is not None else None
        return {
            "unit": unit,
            "kind": kind.value,
            "title": self.texts[cells[at.title]] if at.title is not None else None,
            "start_date": span.start.isoformat(),
            "end_date": span.end.isoformat(),
            "count": count,
            "delivery": self._delivery(cells, number) or row.group.delivery,
            "organiser": self.organisers[cells[at.organiser]]
            if at.organiser is not None
            else organiser_around(row.group, unit),
            "ward": ward or ward_around(unit, row.group.unit, *places_around(self.table.context)),
            "school": self.schools[cells[self.school_at]] if self.school_at is not None else None,
            "attendances": figures.attendances,
            "attendances_total": figures.total,
            "female": figures.female,
            "basis": self._basis(count, span).value,
            "source": {"sheet": self.findings.sheet, "row": number},
        }

    def _basis(self, count: int, span: Span) -> Basis:
        """One activity, or a number of them; a number written for a whole period is a sum even where it is 1."""
        summed = count != 1 or (self.columns.count is not None and span.grain not in ("day", "range"))
        return Basis.SUMMARY if summed else Basis.DETAIL

    def _unit(self, cells: list[Cell], row: int, group: Group, span: Span | None) -> str | None:
        at = self.columns
        answer = self.places.unit(
            (self.texts[cells[at.unit]] or "") if at.unit is not None else "",
            group.unit or "",
            (self.texts[cells[at.ward]] or "") if at.ward is not None else "",
            (self.texts[cells[at.organiser]] or "") if at.organiser is not None else "",
            era_of(span.start, span.end) if span else self.dating.usual_era(),
        )
        if answer.issue and not (span is None and told_by_day(answer)):
            of_group = group.unit and answer.words == group.unit
            at_row = group.place if of_group else (row, self.unit_at)
            report(answer, self.findings, *at_row, self.table.column("unit"))
            return None
        return answer.code

    def _kind(self, cells: list[Cell], row: int, group: Group) -> Kind | None:
        if (kind := self.kind_of(cells, group)) is None:
            if (at := self.kind_at(cells, group)) is not None:
                self.findings.add(IssueCode.KIND_UNKNOWN, row, at + self.offset, cells[at])
                return None
            own = self.table.column("kind")
            column = own.number if own else self.offset + (self.columns.title or 0)
            self.findings.add(IssueCode.REQUIRED_MISSING, row, column, what="loại hoạt động", fix=_KIND_FIX)
        return kind

    def _delivery(self, cells: list[Cell], row: int) -> str | None:
        at = self.columns
        if any(form for _, form in at.people_apart):
            return form_of(at.people_apart, cells, self.people)
        if at.forms:
            marked = {form for index, form in at.forms if marks(cells[index])}
            return marked.pop() if len(marked) == 1 else "hybrid" if len(marked) == 2 else None
        cell = cells[at.delivery] if at.delivery is not None else None
        if cell is None:
            return None
        found = self.deliveries[cell]
        if found is None and str(cell).strip("-–— ."):
            self.findings.add(IssueCode.DELIVERY_UNKNOWN, row, at.delivery + self.offset, cell)  # type: ignore[operator]
        return found.value if found else None

    def _figures(self, cells: list[Cell], row: int) -> tuple[Figures, int, bool]:
        at, figures, sound = self.columns, Figures(), True

        def read(index: int) -> int | None:
            nonlocal sound
            value = (self.counts if index in at.counts else self.people)[cells[index]]
            if value.__class__ is Fault:
                cell, told = cells[index], (not at.female, at.count is None, index in at.with_women)
                people = figures.people_of_two(cell, self.of_two.get(index))
                if people is not None or (people := figures.people_with_more(cell, *told)) is not None:
                    return people
                common.count_fault(self.findings, row, index + self.offset, cells[index], value)
                sound = False
                return None
            return None if value is DECLARED_ZERO else value

        attendances = figures.attendances
        for index, audience in at.parts:
            value = self.people[cells[index]]
            if value.__class__ is not int:
                value = read(index)
            if value is not None:
                attendances[audience] = attendances.get(audience, 0) + value
        figures.columns = self.figure_columns
        lines = self._by_line(cells)
        if lines:
            figures.attendances = lines
        elif at.total is not None:
            figures.total = read(at.total)
        shared = cells, self.people, self.offset, row, self.findings
        sound = settle_parts(figures, at.people_apart, *shared) and sound
        for index in at.female:
            if (value := read(index)) is not None:
                figures.female = (figures.female or 0) + value
        figures.male = read(at.male) if at.male is not None else None
        told = [n for index in at.counts if (n := read(index)) is not None]
        figures.all_of(at.marked(cells))
        if at.in_words and not lines:
            sound = self.audience_cells.settle(cells[at.audience], row, figures) and sound  # type: ignore[index]
        count = sum(told) if told else None if at.counts else figures.activities or at.counted(cells)
        return figures, 1 if count is None else count, sound

    def _by_line(self, cells: list[Cell]) -> dict[str, int] | None:
        at = self.columns
        if at.total is None or not at.in_words:
            return None
        return self.audience_cells.line_by_line(cells[at.audience], cells[at.total])  # type: ignore[index]

    def _nothing(self, row: Row) -> dict[str, Any] | None:
        """ "Không phát sinh": a declaration for the row's unit and period."""
        cells = row.cells + [None] * (self.table.columns[-1].number - self.offset + 1 - len(row.cells))
        span = self.dating.declared_span(cells, row.number, row.group)
        unit = self._unit_of_declared(cells, row, span)
        if span is None or unit is None:
            return None
        cell = cells[self.columns.kind] if self.columns.kind is not None else None
        own = self.kinds[cell] if cell is not None else None
        kind = own or row.group.kind or self.table.context.any_kind
        title = self.texts[cells[self.columns.title]] if self.columns.title is not None else None
        return common.blank(
            unit=unit,
            kind=kind.value if kind else None,
            title=None if title and says_nothing_alone(title) else title,
            start_date=span.start.isoformat(),
            end_date=span.end.isoformat(),
            count=0,
            attendances_total=0,
            basis=Basis.DECLARED_ZERO.value,
            source={"sheet": self.findings.sheet, "row": row.number},
        )

    def _unit_of_declared(self, cells: list[Cell], row: Row, span: Span | None) -> str | None:
        if self.columns.unit is not None and "phát sinh" in words(cells[self.columns.unit]).lower():
            cells = [None if i == self.columns.unit else c for i, c in enumerate(cells)]
        return self._unit(cells, row.number, row.group, span)
