"""Which lines of a target hold: a line over the days of others is the target, and those its milestones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from program import units
from program.filters import CITY
from program.targets.progress import TargetRow, planned_within
from program.vocabulary import Authority

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Gap:
    """A target beside what it is made of: `whole` as set, `parts` the sum of its parts, of which there
    are `count`; `missing` names the parts that have none."""

    whole: float
    parts: float
    count: int
    missing: tuple[str, ...] = ()


def in_force(rows: Iterable[TargetRow]) -> tuple[TargetRow, ...]:
    """Rows that may be summed: no day is planned twice.

    Of rows over the same days only one counts, the national authority's before the local one's.
    Where one row contains others (the whole programme and its years), the outer row is the target and
    the path runs through the inner ones. What these lack of it is spread evenly over the days that none
    of them covers; without such days, or where they are more than it, they are scaled to it.
    """
    found: list[TargetRow] = []
    given = _one_each(rows)
    for outer in _outermost(given):
        inner = in_force(r for r in given if _contains(outer, r))
        found += _through(outer, inner) if inner else [outer]
    return tuple(sorted(found, key=lambda r: (r.start, r.end)))


def milestone_gaps(rows: Iterable[TargetRow]) -> list[tuple[TargetRow, Gap]]:
    """Every row that contains others, with their sum where it is not the row's own value."""
    found = []
    given = _one_each(rows)
    for outer in given:
        inner = _outermost([r for r in given if _contains(outer, r)])
        parts = sum(r.value for r in inner)
        if inner and parts != outer.value:
            found.append((outer, Gap(outer.value, parts, len(inner))))
    return found


def shared_out(
    targets: dict[tuple[str, str], tuple[TargetRow, ...]], indicator: str, start: date, end: date
) -> Gap | None:
    """The city's target of an indicator within days beside the sum of its units' (districts to
    30-6-2025, then the new units; organisations only where they have one); None without a city target."""
    city = targets.get((indicator, CITY))
    if not city or not _touches(city, start, end):
        return None
    expected = {u.code: None for day in _ends(start, end) for u in units.reporting_units(day)}
    others = {u: None for code, u in targets if code == indicator and u != CITY and u not in expected}
    within = {
        unit: planned_within(rows, start, last)
        for unit in (*expected, *others)
        if (rows := targets.get((indicator, unit)))
        and start <= (last := units.held_until(unit, end))
        and _touches(rows, start, last)
    }
    missing = tuple(code for code in expected if code not in within)
    return Gap(planned_within(city, start, end), sum(within.values()), len(within), missing)


def _ends(start: date, end: date) -> tuple[date, ...]:
    """The days that together meet every unit of territory of a span."""
    return (start, end) if not start < units.BREAK <= end else (units.BREAK - _DAY, end)


def _touches(rows: Iterable[TargetRow], start: date, end: date) -> bool:
    return any(r.start <= end and r.end >= start for r in rows)


def overlapping(rows: Iterable[TargetRow]) -> list[tuple[TargetRow, TargetRow]]:
    """Pairs of rows that share some days and of which neither contains the other. Their values add up on
    those days, so that a person must see whether that is meant."""
    given = _one_each(rows)
    return [
        (first, second)
        for i, first in enumerate(given)
        for second in given[i + 1 :]
        if first.start < second.start <= first.end < second.end
    ]


def _one_each(rows: Iterable[TargetRow]) -> list[TargetRow]:
    """The rows in order of their days, one for the same days."""
    ordered = sorted(rows, key=lambda r: (r.start, r.end, r.authority != Authority.OFFICIAL, r.value))
    return list({(r.start, r.end): r for r in reversed(ordered)}.values())[::-1]


def _contains(outer: TargetRow, inner: TargetRow) -> bool:
    return (
        outer.start <= inner.start
        and inner.end <= outer.end
        and (outer.start, outer.end) != (inner.start, inner.end)
    )


def _outermost(rows: Sequence[TargetRow]) -> list[TargetRow]:
    return [r for r in rows if not any(_contains(other, r) for other in rows)]


def _through(outer: TargetRow, inner: Sequence[TargetRow]) -> list[TargetRow]:
    """The inner rows and what fills the days between them, so that all end at the outer row's value."""
    free = _free(outer, inner)
    parts = sum(r.value for r in inner)
    lacking = outer.value - parts
    if lacking < 0 or (lacking and not free):
        if not parts:
            return [outer]
        return [replace(r, value=r.value * outer.value / parts) for r in inner]
    if not lacking:
        return list(inner)
    days = sum((last - first).days + 1 for first, last in free)
    return [
        *inner,
        *(
            replace(outer, start=first, end=last, value=lacking * ((last - first).days + 1) / days)
            for first, last in free
        ),
    ]


def _free(outer: TargetRow, inner: Sequence[TargetRow]) -> list[tuple[date, date]]:
    """Spans of the outer row that no inner row covers."""
    found, day = [], outer.start
    for row in sorted(inner, key=lambda r: r.start):
        if row.start > day:
            found.append((day, row.start - _DAY))
        day = max(day, row.end + _DAY)
    if day <= outer.end:
        found.append((day, outer.end))
    return found
