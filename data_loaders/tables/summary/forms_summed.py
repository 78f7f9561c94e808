"""Columns of several forms side by side ("Trực tiếp | Trực tuyến | Kết hợp") and the total beside them that they make up."""

from itertools import pairwise

from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column, is_figure_field
from data_loaders.columns.words.heading import Heading
from data_loaders.values.amounts.numbers import read_count
from program.contract import TableKind

# So many rows are looked at.
_ROWS = 60


def wholes_of_forms(table: Understood) -> list[tuple[Column, list[Column]]]:
    """Each total with its parts by form. People of an activity in a list are compared as they are read
    (`tables.activity.people_by_form`)."""
    if table.kind not in (TableKind.ACTIVITIES, TableKind.PARTICIPATION):
        return []
    found = []
    for run in _runs(table):
        beside = (_whole(table, at, run[0].heading) for at in (run[0].number - 1, run[-1].number + 1))
        wholes = [whole for whole in beside if whole and _may_be(table, whole, run)]
        if wholes and not (
            table.kind == TableKind.ACTIVITIES
            and all(c.field == "attendances_total" for c in [*run, *wholes])
        ):
            found.append((min(wholes, key=lambda whole: sum(_distances(table, whole, run))), run))
    return found


def _runs(table: Understood) -> list[list[Column]]:
    """Two columns or more beside each other that differ in their form alone."""
    runs: list[list[Column]] = []
    formed = [Column(n, h.fields[0], h) for n, h in sorted(table.headings.items()) if h.fields and h.delivery]
    for before, column in pairwise([None, *formed]):
        if column is None:
            continue
        goes_on = (
            before
            and before.number + 1 == column.number
            and _alike(before.heading, column.heading)
            and column.heading.delivery not in {c.heading.delivery for c in runs[-1]}
        )
        if goes_on:
            runs[-1].append(column)
        else:
            runs.append([column])
    return [run for run in runs if len(run) > 1]


def _alike(one: Heading, other: Heading) -> bool:
    return (one.unit, one.period, one.audience) == (other.unit, other.period, other.audience)


def _whole(table: Understood, number: int, part: Heading) -> Column | None:
    heading = table.headings.get(number)
    if heading is None or not heading.fields or heading.delivery or not _alike(heading, part):
        return None
    return Column(number, heading.fields[0], heading) if is_figure_field(heading.fields[0]) else None


def _may_be(table: Understood, whole: Column, parts: list[Column]) -> bool:
    """Whether a column counts what its parts do; of bare forms behind the activities only if half of the rows agree, since
    they may be the people."""
    told = {c.field for c in parts if is_figure_field(c.field)}
    if told:
        return told == {whole.field}
    apart = _distances(table, whole, parts)
    return whole.field != "count" or apart.count(0) * 2 >= len(apart)


def _distances(table: Understood, whole: Column, parts: list[Column]) -> list[int]:
    """How far a column is from the sum of others in each row."""
    block, away = table.block, []
    for row in range(block.first, min(block.last, block.first + _ROWS) + 1):
        total, *numbers = (read_count(block.view.cell(row, c.number)) for c in (whole, *parts))
        if isinstance(total, int):
            away.append(abs(total - sum(n for n in numbers if isinstance(n, int))))
    return away
