"""The groups of figures in a summary row: which columns make one record, and of which unit, period and kind."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import chain

from data_loaders import time_limit
from data_loaders.columns.cells.amounts import counts_both
from data_loaders.columns.cells.samples import samples
from data_loaders.columns.cells.sorts_of_cells import all_numbers
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column, is_figure_field
from data_loaders.columns.neighbours.meetings import told_in_rows
from data_loaders.columns.neighbours.whole_years import grows, spans_of
from data_loaders.columns.words.heading import Heading
from data_loaders.columns.words.headings import read_part
from data_loaders.layout.below.row_labels import is_total
from data_loaders.reading.grid import Cell
from data_loaders.tables.findings import Findings
from data_loaders.tables.summary.of_wholes import people_of_parts, without_wholes
from data_loaders.tables.summary.overall import COUNTS, counted_alone, is_overall
from data_loaders.tables.whose.unit_findings import NAME_FIX
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.days.periods import Span, Words, find_period
from program.contract import IssueCode
from program.vocabulary import Kind

# So many units side by side make the headings between them units too.
_SEVERAL = 2
# So many rows are looked at.
_ROWS = 60


@dataclass
class Cluster:
    """Columns of one record in each row, with what their headings say of unit, period and kind."""

    unit: str | None
    period: str | None
    kind: Kind | None
    columns: list[Column] = field(default_factory=list)

    @property
    def counting(self) -> list[Heading]:
        """The headings that tell the kind by what they count."""
        return [c.heading for c in self.columns if c.heading.kind]

    @property
    def words(self) -> Words | None:
        return find_period(self.period) if self.period else None


def clusters(table: Understood, findings: Findings) -> list[Cluster]:
    """The clusters of a table, left to right. Sums over the periods, units or kinds beside them are left out."""
    measures = [c for c in table.columns if is_figure_field(c.field)]
    several = (
        len({(c.heading.unit, c.heading.period) for c in measures if c.heading.unit or c.heading.period}) > 1
    )
    coarse = coarse_periods({c.heading.period for c in measures if c.heading.period}, table.context.year)
    alone = counted_alone(measures) if table.column("unit") else []
    measures = [
        c
        for c in measures
        if not (several and is_overall(c) and c not in alone) and c.heading.period not in coarse
    ]
    measures = _without_sums_of_kinds(_of_one_period(without_wholes(measures)), table, findings)
    _ask_for_units(table, findings)
    in_rows = table.column("kind") and told_in_rows(measures)
    kinds = dict.fromkeys(c.number for c in measures) if in_rows else _kinds(measures, findings, table)
    found: dict[tuple[str | None, str | None, Kind | None], Cluster] = {}
    for column in measures:
        heading = column.heading
        if column.number not in kinds:
            continue
        key = (heading.unit, heading.period, kinds[column.number])
        found.setdefault(key, Cluster(*key)).columns.append(column)
    return list(found.values())


def active(found: list[Cluster], cells: list[Cell], offset: int, declared: bool) -> list[Cluster]:
    """The clusters that a row says something about; a row that declares nothing (`declared`) without saying where
    declares it for all."""
    told = [c for c in found if any(cells[m.number - offset] is not None for m in c.columns)]
    spoken = [c for c in told if any(isinstance(cells[m.number - offset], str) for m in c.columns)]
    alone = declared and len(spoken) <= 1
    return list(found) if declared and (not told or alone) else told


def figures_of_parts(cluster: Cluster, fields: dict[int, str]) -> set[int]:
    """The columns of a cluster that count the activities of one audience or form, or all people of one form, beside
    a column that counts all: that one counts, since an activity may be for two audiences; and all people of parts
    that go on with each other."""
    counts = [c for c in cluster.columns if fields[c.number] == "count"]
    whole = [c for c in counts if c.heading.whole] or [
        c for c in counts if not (c.heading.audience or c.heading.delivery)
    ]
    parts = {c.number for c in counts} - {c.number for c in whole} if whole else set()
    return parts | people_of_parts([c for c in cluster.columns if fields[c.number] == "attendances_total"])


def _without_sums_of_kinds(measures: list[Column], table: Understood, findings: Findings) -> list[Column]:
    """Without columns of no kind that are, in most rows, the sum of the columns of two kinds or more beside them ("Tổng
    số hoạt động", "Tổng cộng", "Tổng lượt người" behind the audiences of each kind)."""
    free = [c for c in measures if not (c.heading.period or c.heading.unit)]
    if len({c.heading.kind for c in free if c.heading.kind}) < _SEVERAL:
        return measures
    wholes = [c for c in free if not c.heading.kind and _is_all(c)]
    of_kinds: dict[Kind, list[Column]] = defaultdict(list)
    kind = None
    for column in (c for c in free if c not in wholes):
        # Audiences without a kind of their own stand behind the activities that they came to.
        kind = column.heading.kind or kind
        if kind:
            of_kinds[kind].append(column)
    counts = {k: [c for c in beside if c.field in COUNTS] for k, beside in of_kinds.items()}
    people = {k: _people(beside) for k, beside in of_kinds.items()}
    sums = [
        whole
        for whole in wholes
        if any(
            sum(map(bool, parts.values())) >= _SEVERAL
            and _sums(table, whole, [*chain(*parts.values())], findings)
            for parts in (counts, people)
        )
    ]
    return [c for c in measures if c not in sums]


def _people(beside: list[Column]) -> list[Column]:
    """The columns that together count all people of one kind: their total, or else the audiences."""
    return [c for c in beside if c.field == "attendances_total"] or [
        c for c in beside if c.field.startswith("attendances.")
    ]


def _is_all(column: Column) -> bool:
    return column.field in (*COUNTS, "attendances_total") and not column.heading.audience


def _sums(table: Understood, whole: Column, parts: list[Column], findings: Findings) -> bool:
    """Whether a column is the sum of others in most rows that have it; the rows where it is not are said."""
    block, differing, told = table.block, [], 0
    for row in range(block.first, min(block.last, block.first + _ROWS) + 1):
        numbers = [read_count(block.view.cell(row, c.number)) for c in parts]
        total = read_count(block.view.cell(row, whole.number))
        if isinstance(total, int):
            told += 1
            summed = sum(n for n in numbers if isinstance(n, int))
            differing += [(row, total, summed)] if summed != total else []
    if not told or len(differing) * 2 >= told:
        return False
    words = {"of": "các cột bên cạnh", "rest": "hệ thống dùng số của từng cột", "lacking": "xem lại từng cột"}
    for row, total, summed in differing:
        findings.add(IssueCode.TOTAL_MISMATCH, row, whole.number, total, total=summed, **words)
    return True


def _ask_for_units(table: Understood, findings: Findings) -> None:
    """Say where words that are no known unit stand above figures between the headings of units: their figures are of
    nobody, and no sum of the others."""
    named = [n for n, h in table.headings.items() if h.unit and is_figure_field("".join(h.fields[:1]))]
    if len({table.headings[n].unit for n in named}) < _SEVERAL:
        return
    said: set[str] = set()
    for number in range(min(named), max(table.headings) + 1):
        heading, path = table.headings.get(number), table.block.paths.get(number, ())
        if heading is None or heading.unit or heading.period or not path or path[0] in said:
            continue
        if (
            read_part(path[0]).known
            or is_total(path[0])
            or not all_numbers(samples(table.block, [number])[number])
        ):
            continue
        said.add(path[0])
        row = table.block.header_rows[0] if len(path) > 1 else table.block.heading_row(number)
        findings.add(IssueCode.UNIT_UNKNOWN, row, number, path[0], fix=NAME_FIX)


def _of_one_period(measures: list[Column]) -> list[Column]:
    """A period that only some of the columns name is that of the others too."""
    periods = {c.heading.period for c in measures} - {None}
    if len(periods) != 1:
        return measures
    alone = periods.pop()
    return [replace(c, heading=replace(c.heading, period=alone)) for c in measures]


def coarse_periods(periods: set[str], year: int | None) -> set[str]:
    """Periods that hold two or more of the others ("6 tháng" beside "Quý I" and "Quý II"); not where all are counted
    from the beginning of the year ("6 tháng", "9 tháng" and the year)."""
    spans = spans_of(periods, year)
    if grows(spans.values()):
        return set()
    return {p for p, span in spans.items() if len(within(span, spans.values())) > 1}


def within(span: Span, others: Iterable[Span]) -> list[Span]:
    """Those of the other spans that lie within a span and are shorter."""
    return [s for s in others if s != span and span.start <= s.start and s.end <= span.end]


def _kinds(measures: list[Column], findings: Findings, table: Understood) -> dict[int, Kind | None]:
    """The kind of every column: its own, or that of the counts it stands beside; none of a column that could belong to
    two kinds, which is said and whose figures are of neither."""
    kinds: dict[int, Kind | None] = {}
    beside: dict[tuple[str | None, str | None], list[tuple[int, Column]]] = defaultdict(list)
    for i, column in enumerate(measures):
        if column.heading.kind and column.field in ("count", "kind_measure", "attendances_total"):
            beside[place_of(column)].append((i, column))
    for i, column in enumerate(measures):
        time_limit.look()
        alone = column.field.startswith("attendances.") and len(table.block.paths[column.number]) == 1
        beside_counts = alone and column.heading.audience and not counts_both(column.heading)
        if column.heading.kind and not beside_counts:
            kinds[column.number] = column.heading.kind
            continue
        counting = beside[place_of(column)]
        named = {c.heading.kind for _, c in counting}
        left = [n for n, _ in counting if n < i]
        nearest = measures[left[-1]].heading.kind if left else None if counting else column.heading.kind
        kinds[column.number] = named.pop() if len(named) == 1 else nearest
        if len(named) > 1 and _shared(measures, left):
            findings.add(
                IssueCode.KIND_UNKNOWN,
                table.block.heading_row(column.number),
                column.number,
                table.block.paths[column.number][-1],
            )
            del kinds[column.number]
    return kinds


def place_of(column: Column) -> tuple[str | None, str | None]:
    """The unit and the period that a column's heading names."""
    return column.heading.unit, column.heading.period


def _shared(measures: list[Column], left: list[int]) -> bool:
    """Whether counts of two kinds stand side by side, so that what follows could belong to both."""
    return (
        len(left) >= 2
        and left[-1] - left[-2] == 1
        and measures[left[-1]].heading.kind != measures[left[-2]].heading.kind
    )
