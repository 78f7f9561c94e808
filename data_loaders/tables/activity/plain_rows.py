"""Runs of plain rows of an activity table, read column by column.

Long tables are mostly rows like one another; reading them one cell at a time costs several times what
reading the file costs. A row with anything unusual about it (no unit, a word among figures, parts
that do not make the total…) is handed back to the row's own reader.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from data_loaders.layout.below.group import Group
from data_loaders.layout.below.row import DATA, Row, Run
from data_loaders.names.units import Era
from data_loaders.reading.grid import Cell
from data_loaders.tables.activity.activity_reading import Reading
from data_loaders.tables.activity.plain_memory import Day, Memory, sized
from data_loaders.tables.figures import Figures
from data_loaders.tables.whose.places import organiser_around, places_around, ward_around
from data_loaders.values.amounts.numbers import MOST
from data_loaders.values.fault import Remembering
from program.vocabulary import Basis

_NUMBERS = frozenset([int, type(None)])


class _Columns:
    """The columns of a run, each read at once; `odd` are the places of rows that need a closer look."""

    def __init__(self, reader: Reading, run: Run, memory: Memory) -> None:
        self._reader, self._group, self._memory = reader, run.group, memory
        view, last = reader.table.block.view, run.first + len(run.rows) - 1
        columns = range(view.first_column, view.last_column + 1)
        self._cells: list[Sequence[Any]] = [view.column(number, run.first, last) for number in columns]
        self._length = len(run.rows)
        self.odd: set[int] = set()
        self.names: list[str] = []

    def rows(self) -> Iterable[tuple[Any, ...]]:
        """What each row says: start, end, words of the place, kind, title, delivery, organiser, ward,
        school, people by audience, total, women, count."""
        at, reader = self._reader.columns, self._reader
        parts: dict[str, list[int | None]] = {}
        for index, audience in at.parts:
            values = self._figures(index)
            parts[audience] = _added(parts[audience], values) if audience in parts else values
        self.names = list(parts)
        people: Iterable[Any] = zip(*parts.values(), strict=True) if parts else [()] * self._length
        starts = self._days(reader.dating.start.number)  # type: ignore[union-attr]
        ends = self._days(reader.dating.end.number) if reader.dating.end else starts
        if reader.dating.end:
            ends = [end if cell is not None else start for start, end, cell in zip(starts, ends, self._at(reader.dating.end.number), strict=True)]  # fmt: skip
        count: list[int | None] | None = None
        for index in at.counts:
            count = self._figures(index) if count is None else _added(count, self._figures(index))
        return zip(
            starts, ends, self._places(), self._kinds(), self._told(at.title, reader.texts), self._forms(),
            self._told(at.organiser, reader.organisers), self._told(reader.ward_at, reader.wards),
            self._told(reader.school_at, reader.schools), people,
            self._figures(at.total), self._figures(at.female[0] if at.female else None),
            [1 if c is None else c for c in count] if count else [1] * self._length,
            strict=True,
        )  # fmt: skip

    def _at(self, number: int) -> Sequence[Any]:
        return self._cells[number - self._reader.offset]

    def _none(self) -> list[None]:
        return [None] * self._length

    def _told(self, index: int | None, kept: Remembering) -> list[Any]:
        """What the cells of a column say by their reader."""
        return self._none() if index is None else [kept[cell] for cell in self._cells[index]]

    def _days(self, number: int) -> list[Day | None]:
        days = self._memory.days
        return [days[cell] for cell in self._at(number)]

    def _places(self) -> list[Any]:
        """The words that decide the unit: of the unit's own column, else of ward and organiser."""
        at = self._reader.columns
        if at.unit is not None:
            return list(self._cells[at.unit])
        return list(
            zip(
                self._told(at.ward, self._reader.texts),
                self._told(at.organiser, self._reader.texts),
                strict=True,
            )
        )

    def _kinds(self) -> list[tuple[str, int, int] | None]:
        at, reader = self._reader.columns, self._reader
        of_group, of_file = self._group.kind, reader.table.context.file_kind
        if at.kind is not None:
            kinds = self._memory.kinds
            return [kinds[cell] for cell in self._cells[at.kind]]
        if of_group or at.title is None:
            return [sized(of_group or reader.kind_around or of_file)] * self._length
        titles = reader.titles
        return [
            sized((titles[cell] if cell else reader.kind_around) or of_file) for cell in self._cells[at.title]
        ]

    def _forms(self) -> list[str | bool | None]:
        index, deliveries = self._reader.columns.delivery, self._reader.deliveries
        if index is None:
            return list(self._none())

        def read(cell: Cell) -> str | bool | None:
            found = deliveries[cell] if cell is not None else None
            return found.value if found else None if cell is None else False

        forms = Remembering(read)
        return [forms[cell] for cell in self._cells[index]]

    def _figures(self, index: int | None) -> list[Any]:
        """Whole numbers and blanks; rows where something else stands are odd."""
        if index is None:
            return self._none()
        cells = self._cells[index]
        filled = [cell for cell in cells if cell is not None] or [0]
        if set(map(type, cells)) <= _NUMBERS and min(filled) >= 0 and max(filled) <= MOST:
            return list(cells)
        counts = self._reader.counts if index in self._reader.columns.counts else self._reader.people
        values = [counts[cell] for cell in cells]
        self.odd.update(i for i, value in enumerate(values) if value.__class__ not in _NUMBERS)
        return [value if value.__class__ in _NUMBERS else None for value in values]


class PlainRows:
    """Reads runs of one activity table. `possible`: whether the table's layout allows it. `record` is the row's own
    reader."""

    def __init__(self, reader: Reading, record: Callable[[Row], dict[str, Any] | None]) -> None:
        self.reader, self._record = reader, record
        at = reader.columns
        self.possible = not (
            at.forms
            or at.kinds
            or at.spoken is not None
            or at.ticked
            or at.people_apart
            or at.male is not None
            or at.sexes
            or reader.meetings
            or reader.below
            or reader.day_with_people is not None
            or len(at.female) > 1
            or (at.audience is not None and not at.parts)
            or reader.unknown
            or reader.held.states
            or reader.dating.periods
            or reader.dating.start is None
            or reader.table.block.view.sheet.formulas_without_value
        )
        self._memory: Memory | None = None

    def records(self, run: Run) -> list[dict[str, Any]]:
        """The records of a run, in the order of its rows."""
        width = self.reader.table.columns[-1].number - self.reader.offset + 1
        if any(len(row) < width for row in run.rows):
            return self._one_by_one(enumerate(run.rows, run.first), run.group)
        if self._memory is None or self._memory.group is not run.group:
            self._memory = Memory(self.reader, run.group)
        return self._read(run, _Columns(self.reader, run, self._memory))

    def _one_by_one(self, rows: Iterable[tuple[int, list[Cell]]], group: Group) -> list[dict[str, Any]]:
        made = (self._record(Row(number, cells, DATA, group)) for number, cells in rows)
        return [record for record in made if record]

    def _read(self, run: Run, columns: _Columns) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        sheet, detail, summary = self.reader.findings.sheet, Basis.DETAIL.value, Basis.SUMMARY.value
        told = columns.rows()
        odd, names = columns.odd, columns.names
        alone = self.reader.of_whom(run.group)
        around = places_around(self.reader.table.context)
        of_group = run.group.delivery
        held_by = run.group.organiser if self.reader.columns.organiser is None else None
        era, rows_of_era = Era.UNKNOWN, 0
        for i, (start, end, place, kind, title, form, organiser, ward, school, people, total, women, count) in enumerate(told):  # fmt: skip
            attendances = (
                {name: value for name, value in zip(names, people, strict=True) if value is not None}
                if None in people
                else dict(zip(names, people, strict=True))
            )
            parts = sum(attendances.values())
            whole = total if total is not None else parts if attendances else None
            if alone and whole is not None:
                attendances, parts = {alone[0]: whole}, whole
            unit = start.units[place] if start and end and start.era is end.era else None
            if (
                i in odd
                or unit is None
                or kind is None
                or form is False
                or end.end < start.start
                or (attendances and parts != whole)
                or (women is not None and whole is not None and women > whole)
            ):
                # The row's reader may ask in which era the rows before it lay.
                self.reader.dating.seen(era, rows_of_era)
                rows_of_era = 0
                found += self._one_by_one([(run.first + i, run.rows[i])], run.group)
                continue
            if start.era is not era:
                self.reader.dating.seen(era, rows_of_era)
                era, rows_of_era = start.era, 0
            rows_of_era += 1
            if whole is not None and not kind[1] * count <= whole <= kind[2] * count:
                figures = Figures(total=whole, columns=self.reader.figure_columns)
                figures.size(kind[0], count, run.first + i, self.reader.findings)
            found.append(
                {
                    "unit": unit,
                    "kind": kind[0],
                    "title": title,
                    "start_date": start.start,
                    "end_date": end.end,
                    "count": count,
                    "delivery": form or of_group,
                    "organiser": organiser or (held_by and organiser_around(run.group, unit)),
                    "ward": ward or ward_around(unit, run.group.unit, *around),
                    "school": school,
                    "attendances": attendances,
                    "attendances_total": whole,
                    "female": women,
                    "basis": detail if count == 1 else summary,
                    "source": {"sheet": sheet, "row": run.first + i},
                }
            )
        self.reader.dating.seen(era, rows_of_era)
        return found


def _added(first: list[int | None], second: list[int | None]) -> list[int | None]:
    return [b if a is None else a if b is None else a + b for a, b in zip(first, second, strict=True)]
