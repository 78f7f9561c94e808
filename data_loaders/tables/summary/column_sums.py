"""Columns that sum the periods or units beside them ("Cả năm" beside four quarters) in a summary, or the parts of one
audience: nothing is read from them, and where one says another number than its parts do, that is asked about. So is a
total that is not what its parts by form ("Trực tiếp | Trực tuyến") are."""

import re

from data_loaders.cells import cell_at
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column, is_figure_field
from data_loaders.columns.neighbours.partial_sums import parts_summed
from data_loaders.layout.below.row import DATA
from data_loaders.layout.below.rows import Walk
from data_loaders.tables.findings import Findings
from data_loaders.tables.summary.forms_summed import wholes_of_forms
from data_loaders.tables.summary.groups import coarse_periods, within
from data_loaders.tables.summary.of_wholes import columns_of_wholes
from data_loaders.tables.summary.overall import is_overall
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.days.periods import Span, find_period, span_of
from program.contract import IssueCode, TableKind
from program.text import fold

_SUM = re.compile(r"(tong|cong|ca nam|toan nam|ca ky|nam|6 thang|9 thang)\b")
# What sums more than the columns beside it, or is no result at all.
_OTHER = re.compile(r"\b(luy ke|cong don|ke hoach|chi tieu|muc tieu|uoc|du kien)\b")
_ANY_YEAR = 2023
_PARTS_COUNT, _WHOLE_COUNTS = "hệ thống dùng số của từng cột", "hệ thống dùng tổng số"


def warn_of_sums(table: Understood, findings: Findings) -> None:
    """Write down each cell of such a column that is not the sum of its parts in the row."""
    summed = [*(_sums(table) if table.kind == TableKind.PARTICIPATION else []), *sums_left_out(table)]
    pairs = [(*pair, _PARTS_COUNT) for pair in summed]
    pairs += [(*pair, _WHOLE_COUNTS) for pair in wholes_of_forms(table)]
    offset = table.block.view.first_column
    for row in Walk(table).rows() if pairs else ():
        if row.role != DATA:
            continue
        for column, parts, rest in pairs:
            written = read_count(cell_at(row.cells, column.number - offset))
            told = [n for c in parts if (n := read_count(cell_at(row.cells, c.number - offset))) is not None]
            numbers = [n for n in told if isinstance(n, int)]
            if not isinstance(written, int) or not numbers or len(numbers) < len(told):
                continue
            if (total := sum(numbers)) != written:
                findings.add(
                    IssueCode.TOTAL_MISMATCH, row.number, column.number, written, total=total,
                    of="các cột bên cạnh", rest=rest, lacking="xem lại từng cột",
                )  # fmt: skip


def sums_left_out(table: Understood) -> list[tuple[Column, list[Column]]]:
    """The columns that are not read because they sum the parts of one audience or of the activities, with these."""
    if table.kind not in (TableKind.ACTIVITIES, TableKind.PARTICIPATION):
        return []
    left = [Column(n, h.fields[0], h) for n in table.unused if (h := table.headings[n]).fields]
    columns = sorted([*table.columns, *left], key=lambda column: column.number)
    return [(c, parts) for c in left if (parts := parts_summed(c, columns, table.block))]


def _sums(table: Understood) -> list[tuple[Column, list[Column]]]:
    measures = [c for c in table.columns if is_figure_field(c.field)]
    coarse = coarse_periods({c.heading.period for c in measures if c.heading.period}, table.context.year)
    found = columns_of_wholes(measures)
    for column in measures:
        words = fold(column.heading.text)
        summing = column.heading.period in coarse or is_overall(column)
        if not summing or not _SUM.match(words) or _OTHER.search(words):
            continue
        parts = [
            c for c in measures if _alike(c, column) and not is_overall(c) and c.heading.period not in coarse
        ]
        if column.heading.period in coarse:
            parts = _inside(column, parts, table.context.year)
        places = {(c.heading.unit, c.heading.period) for c in parts}
        if len(parts) > 1 and len(places) == len(parts):
            found.append((column, parts))
    return found


def _alike(one: Column, other: Column) -> bool:
    """Whether two columns count the same in different periods or units."""
    own, its = one.heading, other.heading
    return one.field == other.field and (own.audience, own.kind, own.delivery) == (
        its.audience,
        its.kind,
        its.delivery,
    )


def _inside(column: Column, parts: list[Column], year: int | None) -> list[Column]:
    """The parts whose periods lie in that of the column and, as a sum needs, fill it."""
    whole = _span(column, year)
    spans = {c.number: span for c in parts if (span := _span(c, year))}
    if whole is None:
        return []
    held = within(whole, spans.values())
    days = sum((s.end - s.start).days + 1 for s in held)
    return (
        [c for c in parts if spans.get(c.number) in held]
        if days == (whole.end - whole.start).days + 1
        else []
    )


def _span(column: Column, year: int | None) -> Span | None:
    words = find_period(column.heading.period or "")
    return span_of(words, year or _ANY_YEAR) if words else None
