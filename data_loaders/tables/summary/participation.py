"""Summary counts, long or crosstab: every row gives a record for each unit, period and kind in it."""

from collections import Counter
from dataclasses import replace
from typing import Any

from data_loaders.columns.cells.amounts import counts_both
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column, is_figure_field
from data_loaders.columns.neighbours.meetings import of_kind
from data_loaders.layout.below.row import DATA, SUBTOTAL, ZERO, Row
from data_loaders.layout.below.rows import Walk
from data_loaders.names.organisations import is_office
from data_loaders.reading.grid import Cell
from data_loaders.tables import common
from data_loaders.tables.activity.activity_columns import sexes_of, with_women
from data_loaders.tables.besides.headed_alike import headed_alike
from data_loaders.tables.dating import Dating
from data_loaders.tables.figures import Figures
from data_loaders.tables.findings import Findings
from data_loaders.tables.summary.divided_again import divided_again
from data_loaders.tables.summary.groups import Cluster, active, clusters, figures_of_parts
from data_loaders.tables.summary.joined import Joining
from data_loaders.tables.summary.levels_below import without_levels
from data_loaders.tables.summary.measures import Measures, people_beside_counts
from data_loaders.tables.summary.meetings_only import ask_for_classes, met_only
from data_loaders.tables.summary.placing import Placing
from data_loaders.tables.summary.row_sides import Sides
from data_loaders.tables.summary.row_sums import Parts, Periods
from data_loaders.tables.summary.sides import Side, named_at, put_parts, put_people, title_at
from data_loaders.tables.summary.thousands import in_thousands, say_in_thousands, thousands
from data_loaders.tables.summary.wards_below import WardsBelow
from data_loaders.tables.summary.whole_sums import sums_of_all
from data_loaders.tables.totals import Totals, kind_in_column
from data_loaders.tables.two_audiences import of_two_audiences
from data_loaders.tables.whose.listed_places import say_what_was_taken
from data_loaders.tables.whose.places import places_around, ward_around
from data_loaders.values.amounts.numbers import (
    DECLARED_ZERO,
    DeclaredZero,
    read_figure,
    says_none,
    says_unknown,
)
from data_loaders.values.fault import Fault
from data_loaders.values.kinds import find_kind
from data_loaders.values.silence import says_not_yet
from program.contract import IssueCode
from program.vocabulary import Basis, Kind


class Reader:
    """Reads the rows of one summary table."""

    def __init__(self, table: Understood, findings: Findings) -> None:
        self.table, self.unknown = common.settle_audience_columns(table, findings)
        self.findings = findings
        self.offset = table.block.view.first_column
        self.dating = Dating(self.table, findings)
        self.clusters = clusters(self.table, findings)
        measures = Measures(self.table)
        self.fields = {c.number: measures.of(c) for cluster in self.clusters for c in cluster.columns}
        for cluster in self.clusters:
            self.unknown |= headed_alike(table.block, cluster.columns, self.fields, findings)
        self.of_parts = set().union(*(figures_of_parts(c, self.fields) for c in self.clusters))
        self.beside_counts = set().union(
            *(people_beside_counts(c.columns, self.fields) for c in self.clusters)
        )
        self.both = with_women(self.table.columns)
        self.of_two = of_two_audiences(self.table.columns)
        self.sexes = {c.number for c in sexes_of(self.table.columns)}
        self.parts = bool(self.sexes) or any(f.startswith("attendances.") for f in self.fields.values())
        # Columns of nothing but people can be what the rows at their side say ("Số lớp", "Trong đó: nữ").
        self.only_people = not {"count", "female", "male"} & set(self.fields.values())
        # Words above bare totals may say whose they are.
        self.bare = not self.parts and table.column("audience") is None
        self.around = places_around(table.context)
        self.placing = Placing(self.table, findings, self.dating)
        self.hidden = 0
        self.sides = Sides(self.table, findings, self.parts, self.only_people)
        self.shown = {
            number: common.shown_field(self.fields.get(number, field))
            for number, field in common.shown_fields(self.table).items()
            if number in self.fields or not is_figure_field(field)
        }
        self._told: dict[int, list[tuple[str, Row]]] = {}
        self._of_people: set[int] = set()
        self._in_thousands = in_thousands(self.table)

    def records(self) -> list[dict[str, Any]]:
        """The sound rows' records; every finding goes to the table's findings."""
        walk = Walk(self.table)
        totals = Totals(walk.measures, self.offset, self.findings, kind_of=kind_in_column(self.table))
        found: list[dict[str, Any]] = []
        measures = {n - self.offset for n in self.fields}
        rows = without_levels(self.table, list(walk.rows()), measures, self.findings)
        periods = Periods(self.table, self.dating, measures)
        parts = Parts(self.table, [] if self.parts else rows, measures, self.findings)
        self._told, self._of_people = parts.told, parts.people
        sums = sums_of_all(self.table, rows, measures)
        skipped = parts.skipped | WardsBelow(self.table, rows, measures, self.findings).skipped
        skipped |= divided_again(self.table, measures, self.findings)
        for row in rows:
            if row.role in (DATA, ZERO):
                if row.number in skipped:
                    continue
                if row.role == DATA and (row.number in sums or periods.sums_up(row)):
                    totals.total(row.number, row.cells)
                    continue
                self.hidden += row.number in self.table.block.view.sheet.hidden_rows
                found += self._row(row)
                totals.data(row.cells, row.group)
            elif row.role == SUBTOTAL:
                totals.subtotal(row.number, row.cells, row.group)
            else:
                totals.total(row.number, row.cells)
        totals.end()
        found = Joining(self.sides.by_words, min(self.fields, default=1), self.findings).joined(found)
        say_what_was_taken(self.table, self.placing.places.listed, found, self.findings)
        common.warn_duplicates_across(found, self.table, self.findings)
        return found

    def _row(self, row: Row) -> list[dict[str, Any]]:
        width = self.table.columns[-1].number - self.offset + 1
        cells = row.cells + [None] * (width - len(row.cells))
        unfinished = common.unfinished_formulas(self.table, row.number, cells, self.findings)
        partial = unfinished or self._of_unknown(cells)
        declared = row.role == ZERO
        side = self.sides.of(cells, row)
        if side is None:
            return []
        if row.number in self._of_people and side.measure is None:
            side = replace(side, measure="attendances_total")
        made = [
            self._record(row, cells, cluster, side, declared, partial)
            for cluster in active(self.clusters, cells, self.offset, declared)
        ]
        return [record for record in made if record and not partial]

    def _of_unknown(self, cells: list[Cell]) -> bool:
        """Whether a row has people of an audience that is still to be asked."""
        return common.of_unknown(cells, self.unknown, self.offset)

    def _record(
        self, row: Row, cells: list[Cell], cluster: Cluster, side: Side, declared: bool, partial: bool
    ) -> dict[str, Any] | None:
        if cluster.kind is None and (text := common.field_text(self.table, cells, "kind")):
            blank = {c.number for c in cluster.columns if cells[c.number - self.offset] is None}
            cluster = replace(cluster, columns=of_kind(cluster.columns, find_kind(text), blank))
        figures, count, sound, zeros = self._figures(row, cells, cluster, side)
        if not (declared or zeros) and figures.empty and count is None:
            return None
        span = self.placing.span(row, cells, cluster)
        unit = self.placing.unit(row, cells, cluster, span)
        kind = self.placing.kind(row, cells, cluster, side, named_at(self.table, cells, side))
        declares = declared or (zeros and figures.nothing and not count)
        counts = [c for c in cluster.columns if self._field(c, side) == "count"]
        if kind == Kind.TRAINING_CLASS and count and (met := met_only(counts, cells, self.offset)):
            cell, count = cells[met.number - self.offset], None
            ask_for_classes(row.number, met, cell, self.findings, people=not figures.empty)
            sound = sound and not figures.empty
        if span is None or unit is None or (kind is None and not declares) or not sound:
            return None
        figures.all_of(common.ticked(self.table, cells))
        if not figures.attendances:
            common.warn_of_ticks(self.table, row.number, cells, self.findings)
        figures.partial |= partial
        if not figures.settle(row.number, self.findings):
            return None
        figures.size(kind, count, row.number, self.findings)
        own, named = (common.field_text(self.table, cells, field) for field in ("ward", "unit"))
        named = None if named and (named == unit or is_office(named)) else named
        return common.blank(
            unit=unit,
            kind=kind.value if kind else None,
            title=title_at(self.table, cells, side),
            start_date=span.start.isoformat(),
            end_date=span.end.isoformat(),
            count=0 if declares else count,
            delivery=common.delivery_of(self.table, cells) or row.group.delivery,
            organiser=common.field_text(self.table, cells, "organiser"),
            ward=own or ward_around(unit, named, cluster.unit, row.group.unit, *self.around),
            school=common.field_text(self.table, cells, "school"),
            attendances={} if declares else figures.attendances,
            attendances_total=0 if declares else figures.total,
            female=None if declares else figures.female,
            basis=Basis.DECLARED_ZERO.value if declares else Basis.SUMMARY.value,
            source={"sheet": self.findings.sheet, "row": row.number},
        )

    def _figures(
        self, row: Row, cells: list[Cell], cluster: Cluster, side: Side
    ) -> tuple[Figures, int | None, bool, bool]:
        figures, sound, zeros, waiting = Figures(), True, False, False
        sums: Counter[tuple[str, bool]] = Counter()
        if self.bare and not side.audience and (above := row.group.audience or self.table.context.audience):
            side = replace(side, audience=above.value)
        told = [c for c in cluster.columns if cells[c.number - self.offset] is not None]
        parts_of_women = any(self._field(c, side) == "female" and not c.heading.audience for c in told)
        for column in cluster.columns:
            cell = cells[column.number - self.offset]
            field, of_part = self._field(column, side), column.number in self.of_parts
            value = read_figure(
                cell, "count" not in (field, self.fields[column.number]) and field != "kind_measure"
            )
            if field != "count" and column.number in self._in_thousands and thousands(value):
                say_in_thousands(row.number, column, cell, self.findings)
                sound = False
                continue
            if isinstance(value, Fault) and self.fields[column.number].startswith("attendances"):
                both = column.number in self.both, counts_both(column.heading)
                two = figures.people_of_two(cell, self.of_two.get(column.number))
                more = figures.people_with_more(cell, True, True, *both) if two is None else two
                value = value if more is None else more
            if isinstance(value, Fault):
                common.count_fault(self.findings, row.number, column.number, cell, value)
                sound = False
                continue
            of_part |= side.measure == "count" and column.heading.audience is not None
            if isinstance(value, DeclaredZero):
                zeros = zeros or value is DECLARED_ZERO
                continue
            zeros = zeros or (field in ("count", "attendances_total") and says_none(cell))
            if isinstance(cell, str) and says_not_yet(cell) and not waiting:
                waiting = True
                self.findings.add(IssueCode.NOT_HELD, row.number, column.number, cell)
            if value is None:
                figures.partial |= field.startswith("attendances.") and says_unknown(cell)
            elif field == "count" or (of_part and field == "attendances_total"):
                sums[field, of_part] += value
                if field == "attendances_total":
                    figures.columns.setdefault("total", column.number)
            else:
                put_people(figures, field, value, column, side, parts_of_women, self.sexes)
        put_parts(figures, self._told.get(row.number, ()), cluster.columns, self.offset)
        if figures.total is None and not figures.attendances:
            figures.total = sums.get(("attendances_total", True))
        count = sums.get(("count", True), figures.activities)
        return figures, sums.get(("count", False), count), sound, zeros

    def _field(self, column: Column, side: Side) -> str:
        """What a figure counts, by the words at its row's side or by its heading."""
        own = self.fields[column.number]
        if column.field == "kind_measure" and side.measure:
            return side.measure
        if own == "count" or side.measure in (None, "attendances_total"):
            return own
        if side.measure == "count" and column.number in self.beside_counts:
            return own
        return side.measure
