"""What the page of targets shows: who was given what, by whom, what is missing, and what a change would do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from program import units
from program.filters import CITY, Filters
from program.measures.analysis import Analysis, holder
from program.measures.figures import Progress, progress
from program.periods import PROGRAMME_END, PROGRAMME_START, Calendar, periods
from program.targets.history import Statement
from program.targets.in_force import Gap, milestone_gaps, overlapping, shared_out
from program.targets.national import that_hold
from program.targets.progress import TargetRow
from program.text import collation_key
from program.vocabulary import INDICATORS, Authority

Span = tuple[date, date]


@dataclass(frozen=True)
class TargetLine:
    """One unit (or the city) and its row over just these days; `set_by` gave it its value. Both None where
    there is no such row."""

    unit: str
    row: TargetRow | None
    set_by: Statement | None


@dataclass(frozen=True)
class TargetsView:
    """One indicator over some days. `gap`: the city's target beside the sum of its units'; `ungiven`: units
    of territory that have no local target at all on these days; `indicators`: of how many one was stated;
    `milestones`: rows whose parts do not make them, `doubled`: rows that share days, both with their unit."""

    indicators: int
    lines: tuple[TargetLine, ...]
    gap: Gap | None
    ungiven: tuple[str, ...]
    milestones: tuple[tuple[str, TargetRow, Gap], ...]
    doubled: tuple[tuple[str, TargetRow, TargetRow], ...]


@dataclass(frozen=True)
class Change:
    """A new value for a unit's row over some days; None takes the row away."""

    unit: str
    old: TargetRow | None
    new: TargetRow | None


def spans(analysis: Analysis, indicator: str) -> tuple[Span, ...]:
    """Days that targets are set for: the whole programme, its report years (2025 in two, before and after the
    districts ended), and whatever else the indicator has; the whole first, then in order."""
    usual = [(PROGRAMME_START, PROGRAMME_END)]
    for year in periods("year", Calendar.REPORT):
        start, end = max(year.start, PROGRAMME_START), min(year.end, PROGRAMME_END)
        if start < units.BREAK <= end:
            usual += [(start, units.BREAK - timedelta(days=1)), (units.BREAK, PROGRAMME_END)]
        elif end < units.BREAK:
            usual.append((start, end))
    set_ones = {
        (r.start, r.end) for (code, _), rows in analysis.stated.items() if code == indicator for r in rows
    }
    return tuple(sorted({*usual, *set_ones}, key=lambda s: (s != usual[0], s)))


def holders(analysis: Analysis, indicator: str, start: date, end: date) -> tuple[str, ...]:
    """Who may be given a target for these days: the city, its units of territory, its organisations, and
    others that have one."""
    days = (start, end) if not start < units.BREAK <= end else (units.BREAK - timedelta(days=1), end)
    territory = [u.code for day in days for u in units.reporting_units(day)]
    organisations = sorted(
        (u for u in units.all_units() if u.is_body and u.valid_within(start, end)),
        key=lambda u: collation_key(u.short_name),
    )
    others = [
        unit
        for (code, unit), rows in analysis.stated.items()
        if code == indicator and any((r.start, r.end) == (start, end) for r in rows)
    ]
    return tuple(dict.fromkeys([CITY, *territory, *(u.code for u in organisations), *others]))


def targets_view(
    analysis: Analysis, setters: Iterable[Statement], indicator: str, start: date, end: date
) -> TargetsView:
    """An indicator's targets over some days. `setters` as `program.targets.history.setters` gives them."""
    authority = INDICATORS[indicator].authority
    by = {
        (holder(s.unit), s.row.authority): s
        for s in setters
        if s.indicator == indicator and (s.row.start, s.row.end) == (start, end)
    }
    lines = []
    for unit in holders(analysis, indicator, start, end):
        rows = [r for r in analysis.stated.get((indicator, unit), ()) if (r.start, r.end) == (start, end)]
        row = min(rows, key=lambda r: r.authority != authority, default=None)
        lines.append(TargetLine(unit, row, by.get((unit, row.authority)) if row else None))
    own = [(unit, rows) for (code, unit), rows in analysis.stated.items() if code == indicator]
    return TargetsView(
        indicators=len({code for (code, _), rows in analysis.stated.items() if rows}),
        lines=tuple(lines),
        gap=sum_beside(analysis, indicator, start, end),
        ungiven=_ungiven(analysis, start, end),
        milestones=tuple((unit, row, gap) for unit, rows in own for row, gap in milestone_gaps(rows)),
        doubled=tuple((unit, a, b) for unit, rows in own for a, b in overlapping(rows)),
    )


def sum_beside(analysis: Analysis, indicator: str, start: date, end: date) -> Gap | None:
    """The city's target beside the sum of its units'; None without one, and for shares, which have no sum."""
    if INDICATORS[indicator].counter == "%":
        return None
    return shared_out(dict(analysis.targets), indicator, start, end)


def _ungiven(analysis: Analysis, start: date, end: date) -> tuple[str, ...]:
    days = (start, end) if not start < units.BREAK <= end else (units.BREAK - timedelta(days=1), end)
    given = {
        unit
        for (code, unit), rows in analysis.stated.items()
        if INDICATORS[code].authority == Authority.LOCAL
        and any(r.start <= end and r.end >= start for r in rows)
    }
    expected = dict.fromkeys(u.code for day in days for u in units.reporting_units(day))
    return tuple(code for code in expected if code not in given)


def changed(analysis: Analysis, indicator: str, changes: Sequence[Change]) -> Analysis:
    """The analysis set as it would be with these changes."""
    stated: dict[tuple[str, str], tuple[TargetRow, ...]] = dict(analysis.stated)
    for change in changes:
        kept = [r for r in stated.get((indicator, change.unit), ()) if r != change.old]
        rows = sorted([*kept, *([change.new] if change.new else [])], key=lambda r: (r.start, r.end))
        stated[indicator, change.unit] = tuple(rows)
    return replace(analysis, stated=stated, targets=that_hold(stated))


def moves(
    analysis: Analysis, indicator: str, changes: Sequence[Change], as_of: date
) -> list[tuple[Progress, Progress]]:
    """The progress of every unit with a change, over the whole programme up to a day: before and after."""
    after = changed(analysis, indicator, changes)
    found = []
    for change in changes:
        view = Filters(unit=change.unit, as_of=as_of)
        measured = INDICATORS[indicator]
        found.append((progress(analysis, measured, view), progress(after, measured, view)))
    return found
