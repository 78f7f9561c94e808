"""What is known of an activity table before its rows are read: where everything stands, and readers of its cells."""

from collections.abc import Iterable

from data_loaders.cells import cell_at, tidy, words
from data_loaders.columns.cells.marks import marks
from data_loaders.columns.cells.places_named import is_ward, school_in
from data_loaders.columns.choice import Understood
from data_loaders.columns.neighbours.meetings import counts_meetings
from data_loaders.layout.below.group import Group
from data_loaders.layout.below.row import DATA, Row, Run
from data_loaders.layout.below.rows import Walk
from data_loaders.persons.names import without_persons
from data_loaders.reading.grid import Cell
from data_loaders.tables import common
from data_loaders.tables.activity.activity_columns import heading_kind, place
from data_loaders.tables.activity.audience_cells import AudienceCells
from data_loaders.tables.activity.held import Held
from data_loaders.tables.activity.parts_below import FEMALE, parts_below
from data_loaders.tables.activity.people_beside_days import day_with_people, people_in
from data_loaders.tables.besides.beside_sums import BesideSums
from data_loaders.tables.besides.headed_alike import headed_alike
from data_loaders.tables.dating import Dating
from data_loaders.tables.figures import Figures
from data_loaders.tables.findings import Findings
from data_loaders.tables.summary.whole_sums import sums_of_all
from data_loaders.tables.totals import Totals
from data_loaders.tables.two_audiences import of_two_audiences
from data_loaders.tables.whose.places import places_of, unit_column
from data_loaders.values.amounts.numbers import read_count, read_people
from data_loaders.values.fault import Remembering
from data_loaders.values.kinds import find_delivery, find_kind, kind_under
from program.vocabulary import Kind


class Reading:
    """One activity table as its rows are read, by whichever reader."""

    def __init__(self, table: Understood, findings: Findings) -> None:
        self.table, self.unknown = common.settle_audience_columns(table, findings)
        self.table, self.below = parts_below(self.table)
        own = {c.number: c.field for c in self.table.columns}
        self.unknown |= headed_alike(table.block, self.table.columns, own, findings)
        self.findings = findings
        self.offset = table.block.view.first_column
        self.columns = place(self.table)
        self.places = places_of(table)
        self.dating = Dating(self.table, findings)
        self.unit_at = unit_column(table)
        self.counts, self.people = Remembering(read_count), Remembering(read_people)
        self.texts = Remembering(tidy)
        # Who presided is not kept.
        self.organisers = Remembering(lambda cell: without_persons(self.texts[cell]))
        self._places_in_words()
        self.kinds = Remembering(lambda cell: find_kind(words(cell)))
        self.deliveries = Remembering(lambda cell: find_delivery(words(cell)))
        # What stands around the rows says their kind, unless a title names another thing; a heading of all rows that is
        # a kind's name alone says it of each.
        of_heading = heading_kind(self.table)
        around = table.context.kind or of_heading
        self.kind_around = around if self.columns.kind is None else None
        headed = table.context.kind if table.context.headed and self.kind_around else None
        loosely = table.context.kind_of_sheet and of_heading is None
        self.titles = Remembering(lambda cell: headed or kind_under(self.kind_around, words(cell), loosely))
        self.of_two = {n - self.offset: two for n, two in of_two_audiences(self.table.columns).items()}
        self.figure_columns = self.columns.figures(self.offset)
        parts, total = self.columns.parts, self.columns.total
        # The columns that together count all people.
        self.of_all = [total] if total is not None else [index for index, _ in parts]
        in_words = (self.columns.audience or 0) + self.offset
        self.audience_cells = AudienceCells(in_words, self.figure_columns, findings)
        self.held = Held(table)
        # Whether "Số buổi" counts, which are the meetings of a class where a row is one.
        self.meetings = any(counts_meetings(c.heading) for c in table.columns if c.field == "count")
        # Rows of an activity that goes on in others: only together they have its size.
        self.joined: set[int] = set()
        self.day_with_people = day_with_people(self.table)
        self.beside_sums: BesideSums | None = None
        # The rows of a list without days that sum the others.
        self.summing: set[int] = set()
        self.hidden = 0
        self.shown = common.shown_fields(self.table)

    def _places_in_words(self) -> None:
        """Where the school and the ward of a row stand, and their readers: one column may tell both ("Địa điểm")."""
        self.school_at, self.ward_at = self.columns.school, self.columns.ward
        self.schools = self.wards = self.texts
        column = self.table.column("school")
        if self.school_at is None and self.ward_at is not None:
            self.school_at, self.schools = self.ward_at, Remembering(lambda cell: school_in(self.texts[cell]))
            self.wards = Remembering(lambda cell: None if self.schools[cell] else self.texts[cell])
        elif column and common.of_any_place(column):
            self.schools = Remembering(lambda cell: school_in(self.texts[cell]))
            if self.ward_at is None:
                self.ward_at = self.school_at
                self.wards = Remembering(lambda cell: self.texts[cell] if is_ward(cell) else None)

    def pieces(self, walk: Walk, in_runs: bool) -> Iterable[Row | Run]:
        """The rows of the table. In a list without days what stands above may sum all that follow: they are looked over
        before."""
        if walk.dated is not None:
            return walk.pieces(in_runs=in_runs)
        rows = list(walk.rows())
        self.summing = sums_of_all(self.table, rows, set(walk.measures))
        return rows

    def sums_up(self, row: Row, totals: Totals, walk: Walk) -> bool:
        """Whether a row that is no activity by its words sums those above it by its figures, or all others."""
        if row.number in self.summing:
            return True
        if row.role != DATA or (walk.dated is not None and any(row.cells[walk.dated :][:1])):
            return False
        self.beside_sums = self.beside_sums or BesideSums(self.table, walk.measures)
        return self.beside_sums.tells_apart(row, edge=False) and totals.makes(row.cells)

    def kind_at(self, cells: list[Cell], group: Group) -> int | None:
        """Where a row's own cell tells its kind."""
        at = self.columns
        # Where forms tell the kinds too, the heading of a group knows better.
        formed = at.kind == at.delivery and group.kind is not None
        return None if at.kind is None or formed or cell_at(cells, at.kind) is None else at.kind

    def kind_of(self, cells: list[Cell], group: Group) -> Kind | None:
        """The kind of a row: of its own cell, or else of what is ticked, its group, its title or what stands around."""
        at = self.columns
        if (own := self.kind_at(cells, group)) is not None:
            kind: Kind | None = self.kinds[cells[own]]
            return kind
        ticked = [kind for index, kind in at.kinds if marks(cell_at(cells, index))]
        if len(ticked) == 1:
            return ticked[0]
        title = cell_at(cells, at.title) if at.title is not None else None
        of_file = self.table.context.file_kind if at.kind is None else None
        return group.kind or (self.titles[title] if title else self.kind_around) or of_file

    def tell_parts(self, figures: Figures, row: int) -> None:
        """Add what rows below an activity, or the cell of its day, tell of its people."""
        if self.day_with_people is not None:
            cell = self.table.block.view.cell(row, self.day_with_people)
            figures.attendances, figures.total = people_in(cell)
        told = self.below.get(row, {})
        figures.female = told.get(FEMALE, figures.female)
        figures.attendances |= {audience: n for audience, n in told.items() if audience != FEMALE}

    def of_whom(self, group: Group) -> list[str]:
        """The audience of all people of a row where no column tells any: that of its group, or of the words above."""
        told = self.columns.parts or self.columns.audience is not None or self.columns.ticked
        audience = group.audience or self.table.context.audience
        return [audience.value] if audience and not told else []
