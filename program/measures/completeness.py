"""How much of what was due has arrived: it stands beside every total."""

from dataclasses import dataclass

from program import units
from program.filters import CITY, Filters
from program.measures.analysis import Analysis, span
from program.periods import Period
from program.reporting.quarters import QUARTERS


@dataclass(frozen=True)
class Completeness:
    """How much of what was due has arrived: units of those expected, and quarterly reports of those due.
    `missing` names the units with no report at all, `gaps` every missing (unit, quarter)."""

    reported: int
    expected: int
    reports: int
    due: int
    missing: tuple[str, ...]
    gaps: tuple[tuple[str, Period], ...]


def completeness(analysis: Analysis, filters: Filters) -> Completeness:
    """Quarters that ended within the view's period and by its as-of day; where none has, the units expected
    on its last day. For one unit, of that unit alone; nothing is expected of one that did not stand on any of the
    view's days."""
    start, end = span(filters)
    due: list[tuple[str, Period]] = []
    place = {code: i for i, code in enumerate(analysis.cube.units)}
    for q in QUARTERS:
        if start <= q.end <= end:
            due += [(u.code, q) for u in units.reporting_units(q.end)]
    expected = {code for code, _ in due} or {u.code for u in units.reporting_units(end)}
    if filters.unit != CITY:
        due = [(code, q) for code, q in due if code == filters.unit]
        expected = {filters.unit} if units.stood(filters.unit, min(start, end), end) else set()
    number = {q: j for j, q in enumerate(QUARTERS)}
    gaps = [
        (code, q) for code, q in due if code not in place or not analysis.reported[place[code], number[q]]
    ]
    sent = {code for code, _ in set(due) - set(gaps)}
    missing = [code for code in sorted(expected - sent) if not analysis.has_reported(code, start, end)]
    return Completeness(
        len(expected) - len(missing),
        len(expected),
        len(due) - len(gaps),
        len(due),
        tuple(missing),
        tuple(gaps),
    )
