"""The groups of figures in a summary row: which columns make one record, and of which unit, period and kind."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column, is_figure_field
from data_loaders.columns.samples import samples
from data_loaders.tables.findings import Findings
from data_loaders.unit_names import names_city
from data_loaders.values.numbers import bare, read_count
from data_loaders.values.periods import Span, Words, find_period, span_of
from program.contract import IssueCode
from program.vocabulary import Kind

_COUNTS = re.compile(r"\b(so|so luong|so cac|tong so) (lop|buoi|cuoc|hoat dong|su kien)\b")
# No class has so few people.
_FEW = 9
# Where no year is named, any will do to compare periods.
_ANY_YEAR = 2023


@dataclass
class Cluster:
    """Columns of one record in each row, with what their headings say of unit, period and kind."""

    unit: str | None
    period: str | None
    kind: Kind | None
    columns: list[Column] = field(default_factory=list)

    @property
    def words(self) -> Words | None:
        return find_period(self.period) if self.period else None


def clusters(table: Understood, findings: Findings) -> list[Cluster]:
    """The clusters of a table, left to right. Sums over the periods, units or kinds beside them are left out."""
    measures = [c for c in table.columns if is_figure_field(c.field)]
    several = (
        len({(c.heading.unit, c.heading.period) for c in measures if c.heading.unit or c.heading.period}) > 1
    )
    coarse = _coarse({c.heading.period for c in measures if c.heading.period}, table.context.year)
    measures = [c for c in measures if not (several and is_overall(c)) and c.heading.period not in coarse]
    measures = _of_one_period(measures)
    kinds = _kinds(measures, findings, table)
    found: dict[tuple[str | None, str | None, Kind | None], Cluster] = {}
    for column in measures:
        heading = column.heading
        key = (heading.unit, heading.period, kinds[column.number])
        found.setdefault(key, Cluster(*key)).columns.append(column)
    return list(found.values())


def _of_one_period(measures: list[Column]) -> list[Column]:
    """A period that only some of the columns name is that of the others too."""
    periods = {c.heading.period for c in measures} - {None}
    if len(periods) != 1:
        return measures
    alone = periods.pop()
    return [replace(c, heading=replace(c.heading, period=alone)) for c in measures]


def _coarse(periods: set[str], year: int | None) -> set[str]:
    """Periods that hold two or more of the others ("6 tháng" beside "Quý I" and "Quý II")."""
    spans = {p: s for p in periods if (w := find_period(p)) and (s := span_of(w, year or _ANY_YEAR))}
    return {p for p, span in spans.items() if len(within(span, spans.values())) > 1}


def within(span: Span, others: Iterable[Span]) -> list[Span]:
    """Those of the other spans that lie within a span and are shorter."""
    return [s for s in others if s != span and span.start <= s.start and s.end <= span.end]


def is_overall(column: Column) -> bool:
    """Whether a column stands outside the periods or units that head the others, or for the whole city: their sum."""
    heading = column.heading
    return not (heading.period or heading.unit) or names_city(heading.unit or "")


def _kinds(measures: list[Column], findings: Findings, table: Understood) -> dict[int, Kind | None]:
    """The kind of every column: its own, or that of the counts it stands beside."""
    kinds: dict[int, Kind | None] = {}
    for i, column in enumerate(measures):
        if column.heading.kind and not (
            column.heading.audience
            and column.field.startswith("attendances.")
            and len(table.block.paths[column.number]) == 1
        ):
            kinds[column.number] = column.heading.kind
            continue
        beside = [
            c
            for c in measures
            if (c.heading.unit, c.heading.period) == (column.heading.unit, column.heading.period)
        ]
        named = {
            c.heading.kind
            for c in beside
            if c.heading.kind and c.field in ("count", "kind_measure", "attendances_total")
        }
        left = [
            c
            for c in measures[:i]
            if c in beside and c.heading.kind and c.field in ("count", "kind_measure", "attendances_total")
        ]
        kinds[column.number] = named.pop() if len(named) == 1 else left[-1].heading.kind if left else None
        if len(named) > 1 and left and _shared(measures, i, left):
            findings.add(
                IssueCode.KIND_UNKNOWN,
                table.block.header_rows[-1],
                column.number,
                table.block.paths[column.number][-1],
            )
            kinds[column.number] = None
    return kinds


def _shared(measures: list[Column], i: int, left: list[Column]) -> bool:
    """Whether counts of two kinds stand side by side, so that what follows could belong to both."""
    counts = [n for n, c in enumerate(measures[:i]) if c in left]
    return (
        len(counts) >= 2
        and counts[-1] - counts[-2] == 1
        and measures[counts[-1]].heading.kind != measures[counts[-2]].heading.kind
    )


def measure_of(column: Column, table: Understood) -> str:
    """The field of a column whose heading names only a period, unit or kind: what the words around it count."""
    of_kind = column.field == "kind_measure"
    if not of_kind and (
        column.field != "attendances_total"
        or column.heading.fields[:3] != ("attendances_total", "count", "value")
    ):
        return column.field
    upper = bare(" ".join(table.block.paths[column.number]))
    around = bare(f"{table.context.text} {table.block.view.sheet.name}")
    for words in (upper, around):
        if words is around and of_kind and any(map(_tells_people, table.columns)):
            return "count"
        counts, people = (
            bool(_COUNTS.search(words)),
            "luot" in words or "nguoi" in words.replace("nguoi lap", "") or "tham gia" in words,
        )
        if counts != people:
            return "count" if counts else "attendances_total"
    # Below the name of a kind stand its activities, except beside the names of audiences.
    if of_kind:
        return "attendances_total" if table.column("audience") else "count"
    return "count" if _too_few_for_people(column, table) or _only_open(column, table) else "attendances_total"


def _only_open(column: Column, table: Understood) -> bool:
    """Whether a column that does not say what it counts stands alone beside one that counts people, under a title of
    activities ("Thực hiện 6 tháng" | "Lượt người tham gia")."""
    figures = [c for c in table.columns if is_figure_field(c.field) and c.field != "female"]
    rest = [c for c in figures if c.number != column.number]
    return bool(table.context.kind and rest) and all(map(_tells_people, rest))


def _tells_people(column: Column) -> bool:
    """Whether a heading says by itself that it counts people."""
    return column.field.startswith("attendances.") or (
        column.field == "attendances_total" and column.heading.fields[:2] != ("attendances_total", "count")
    )


def _too_few_for_people(column: Column, table: Understood) -> bool:
    """Whether the figures of all columns like this one are so small that they count activities."""
    alike = [c for c in table.columns if c.field == column.field]
    values = samples(table.block, [c.number for c in alike])
    numbers = [n for c in alike for n in map(read_count, values[c.number]) if isinstance(n, int)]
    return bool(numbers) and max(numbers) <= _FEW
