"""The days of a row: from its date or period cells, its group, or the words around the table."""

from collections.abc import Sequence

from data_loaders.cells import cell_at, shown
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column
from data_loaders.layout.around.school_years import is_term
from data_loaders.layout.below.group import Group
from data_loaders.names.units import Era, era_of
from data_loaders.reading.grid import Cell
from data_loaders.tables.findings import Findings
from data_loaders.tables.period_cells import as_words, heading_of, phrase, year_told
from data_loaders.values.days.dates import Near, read_span
from data_loaders.values.days.periods import UNREAD, Span, Words, find_period, windows_of
from data_loaders.values.fault import ENDS_FIRST, Fault, Remembering
from data_loaders.values.silence import says_nothing_alone
from program.contract import IssueCode, TableKind
from program.periods import PROGRAMME_END, PROGRAMME_START

_ORDER = "Sửa ngày kết thúc, hoặc ngày bắt đầu ở cùng dòng, để ngày kết thúc không trước ngày bắt đầu."
_PERIOD = "Ghi kỳ báo cáo cùng năm, ví dụ Quý II/2023 hoặc Tháng 5/2023."
TERM_FIX = "Ghi cả năm học, ví dụ “Học kỳ I năm học 2023-2024”, vì một năm có hai học kỳ I."
_FIX = "Ghi ngày tổ chức dạng ngày/tháng/năm, ví dụ 12/05/2023."


class Dating:
    """Reads the days of the rows of one table, and watches for days and months that changed places.

    A month names calendar days where it says when an activity was held, and the report month where a
    summary table names its period.
    """

    def __init__(self, table: Understood, findings: Findings) -> None:
        self.table = table
        self.findings = findings
        self.offset = table.block.view.first_column
        self.civil = table.kind == TableKind.ACTIVITIES
        self.start = table.column("start_date")
        self.end = table.column("end_date")
        self.periods = [c for c in table.columns if c.field == "period"]
        self._near: dict[tuple[int | None, int | None, Words | None], Remembering] = {}
        self._eras: dict[Era, int] = {}
        self._good: dict[Span, Era] = {}
        self._windows = windows_of(table.context.periods, table.context.year)
        self._default = self._reader_for(table.context.year, table.context.month)

    def usual_era(self) -> Era:
        """The era of most rows so far, for a row whose own day is not known."""
        return max(self._eras, key=lambda era: self._eras[era], default=Era.UNKNOWN)

    def span(self, cells: list[Cell], row: int, group: Group) -> Span | None:
        """The days of a row; None where they are missing or wrong, which is then written down."""
        span = self._read(cells, row, group)
        if span is None:
            return None
        era = self._good.get(span)
        if era is None:
            if _outside(span):
                column = self.start or self.end or next(iter(self.periods), None)
                cell = cell_at(cells, column.number - self.offset) if column else None
                at = (row, (column or self.table.columns[0]).number)
                if cell is None and group.period:
                    at = heading_of(group)
                found = cell if cell is not None else shown(span.start)
                whence = year_told(cell, span.start, group, self.findings)
                self.findings.add(IssueCode.DATE_OUTSIDE_PROGRAM, *at, found, whence=whence)
                return None
            era = self._good[span] = era_of(span.start, span.end)
        self._eras[era] = self._eras.get(era, 0) + 1
        return span

    def day_of(self, cell: Cell, group: Group) -> Span | None:
        """The days in a cell of a date column, if they lie in the programme; nothing is written down."""
        found = self._reader(group)[cell] if cell is not None else None
        return found if isinstance(found, Span) and not _outside(found) else None

    def seen(self, era: Era, rows: int) -> None:
        """Rows whose days were read elsewhere count for the usual era too."""
        self._eras[era] = self._eras.get(era, 0) + rows

    def _read(self, cells: list[Cell], row: int, group: Group) -> Span | None:
        start = self._parts_of_day(cells) or self._day(self.start, cells, row, group)
        end = self._day(self.end, cells, row, group)
        if isinstance(start, Fault) or isinstance(end, Fault):
            return None
        if start and end:
            if end.end < start.start:
                self._backwards(start, end, cells, row)
                return None
            return Span(start.start, end.end, start.grain)
        if end and self.start:
            # From when it lasted is not known: only the last day is told.
            self.findings.add(
                IssueCode.REQUIRED_MISSING, row, self.start.number, what="ngày bắt đầu", fix=_FIX
            )
            return None
        if start or end:
            return start or end
        if self.periods and (told := self._period(cells, row, group)) is not None:
            return None if isinstance(told, Fault) else told
        if self.start or self.end:
            column = self.start or self.end
            self.findings.add(IssueCode.REQUIRED_MISSING, row, column.number, what="ngày tổ chức", fix=_FIX)  # type: ignore[union-attr]
            return None
        if group.period and group.period.grain == UNREAD:
            self.findings.add(IssueCode.DATE_UNREADABLE, *heading_of(group), group.period.part)
            return None
        span = self._around(group)
        if span is None:
            fix = "Thêm cột Ngày tổ chức, hoặc ghi “Kỳ báo cáo: …” phía trên bảng."
            self.findings.add(
                IssueCode.REQUIRED_MISSING,
                row,
                (self.periods or self.table.columns)[0].number,
                what="ngày tổ chức hoặc kỳ báo cáo",
                fix=fix,
            )
        return span

    def _backwards(self, start: Span, end: Span, cells: list[Cell], row: int) -> None:
        """Write down which of two days is outside the programme, else that the last comes before the first."""
        outside = next((c for c, day in ((self.start, start), (self.end, end)) if c and _outside(day)), None)
        if column := outside or self.end or self.start:
            cell = cell_at(cells, column.number - self.offset)
            if outside:
                self.findings.add(IssueCode.DATE_OUTSIDE_PROGRAM, row, column.number, cell)
            else:
                self.findings.add(
                    IssueCode.DATE_UNREADABLE, row, column.number, cell, hint=ENDS_FIRST, when=_ORDER
                )

    def _parts_of_day(self, cells: list[Cell]) -> Span | None:
        """A day written in columns of its own: Ngày 5, Tháng 3, Năm 2023."""
        if self.start is None or len(self.periods) < 1:
            return None
        cell = cell_at(cells, self.start.number - self.offset)
        day = int(cell) if isinstance(cell, str) and cell.strip().isdecimal() and len(cell) < 4 else cell
        if not (isinstance(day, int) and 1 <= day <= 31):
            return None
        told = [as_words(c, cell_at(cells, c.number - self.offset)) for c in self.periods]
        month = next((int(w.part[1:]) for w in told if w and w.grain == "month"), None)
        year = next((w.year for w in told if w and w.year), None) or self.table.context.year
        found = read_span(day, Near(year, month)) if month and year else None
        return found if isinstance(found, Span) else None

    def declared_span(self, cells: list[Cell], row: int, group: Group) -> Span | None:
        """The period of a declaration of zero."""
        days = [
            d
            for d in (self._quiet(self.start, cells, group), self._quiet(self.end, cells, group))
            if isinstance(d, Span)
        ]
        if days:
            return Span(days[0].start, days[-1].end, days[0].grain)
        told = self._period(cells, row, group) if self.periods else None
        if isinstance(told, Span):
            return told
        said = [cell for cell in cells if isinstance(cell, str) and says_nothing_alone(cell)]
        span = self._in_words(said) or self._around(group) or self._in_words(cells)
        if span is None:
            fix = "Ghi rõ kỳ báo cáo, ví dụ “Tháng 5/2023: Không phát sinh”."
            self.findings.add(
                IssueCode.REQUIRED_MISSING, row, self.table.columns[0].number, what="kỳ báo cáo", fix=fix
            )
        return span

    def _in_words(self, cells: Sequence[Cell]) -> Span | None:
        told = filter(None, (find_period(cell) for cell in cells if isinstance(cell, str)))
        spans = (self.table.context.span_of(period, civil_month=self.civil) for period in told)
        return next(filter(None, spans), None)

    def _around(self, group: Group) -> Span | None:
        context = self.table.context
        if group.period and group.period.grain == "day":
            # Read as a cell would be: it lies in the period that the sheet names.
            found = self._default["/".join(reversed(group.period.part.split("-")[1:]))]
            return found if isinstance(found, Span) else None
        if group.period and (span := context.span_of(group.period, civil_month=self.civil)):
            return span
        return context.span(civil_month=self.civil)

    def _reader(self, group: Group, cells: Sequence[Cell] = ()) -> Remembering:
        period = group.period
        for column in self.periods if cells else ():
            said = as_words(column, cell_at(cells, column.number - self.offset))
            if said and said.year:
                return self._reader_for(said.year, None, said)
        if period is None:
            return self._default
        context = self.table.context
        month = int(period.part[1:]) if period.grain == "month" else context.month
        return self._reader_for(period.year or context.year, month, period)

    def _reader_for(self, year: int | None, month: int | None, group: Words | None = None) -> Remembering:
        reader = self._near.get((year, month, group))
        if reader is None:
            near = Near(year, month, (*(windows_of((group,), year) if group else ()), *self._windows))
            reader = Remembering(lambda cell: read_span(cell, near, self.civil))
            self._near[year, month, group] = reader
        return reader

    def _quiet(self, column: Column | None, cells: list[Cell], group: Group) -> Span | Fault | None:
        cell = cell_at(cells, column.number - self.offset) if column else None
        return self._reader(group)[cell] if cell is not None else None

    def _day(self, column: Column | None, cells: list[Cell], row: int, group: Group) -> Span | Fault | None:
        cell = cell_at(cells, column.number - self.offset) if column else None
        if column is None or cell is None:
            return None
        found: Span | Fault | None = self._reader(group, cells)[cell]
        if isinstance(found, Fault):
            order = {"when": _ORDER} if found.hint == ENDS_FIRST else {}
            self.findings.add(found.code, row, column.number, cell, hint=found.hint, **order)
        return found

    def _period(self, cells: list[Cell], row: int, group: Group) -> Span | Fault | None:
        """The period columns of a row, joined ("Quý II" and "2023")."""
        at = [(c, cell_at(cells, c.number - self.offset)) for c in self.periods]
        told = [(c, cell) for c, cell in at if cell is not None]
        if not told:
            return None
        found = find_period(" ".join(phrase(c, cell) for c, cell in told))
        if found and found.grain == "year" and not any(as_words(c, cell) for c, cell in told):
            found = None
        context = self.table.context
        year = None if context.year else group.period.year if group.period else None
        span = context.span_of(found, year, self.civil) if found else None
        if span:
            return span
        column, cell = told[0]
        term = found is not None and is_term(found)
        fault = Fault(IssueCode.DATE_UNREADABLE, "thiếu năm học" if term else "thiếu năm" if found else "")
        when = TERM_FIX if term else _PERIOD
        self.findings.add(fault.code, row, column.number, cell, hint=fault.hint, when=when)
        return fault


def _outside(span: Span) -> bool:
    """Whether days lie outside the programme; a named period counts if it shares a day with it."""
    if span.grain == "day":
        return not (span.start >= PROGRAMME_START and span.end <= PROGRAMME_END)
    return span.end < PROGRAMME_START or span.start > PROGRAMME_END
