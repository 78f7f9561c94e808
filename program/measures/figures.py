"""The one definition of every figure. Screens, CSV totals and the `figures` command ask here.

A value is None where nothing was reported: silence is not zero.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from program import units
from program.filters import CITY, Filters
from program.measures.analysis import Analysis, last_day, span
from program.measures.cube import DELIVERIES, KINDS
from program.measures.sums import known, measured, of_view, sums
from program.periods import PROGRAMME_END, PROGRAMME_START, month_ends
from program.schools.register import PERIODIC
from program.targets.progress import (
    DAYS_PER_MONTH,
    TargetRow,
    behind_since,
    judge,
    needed_a_month,
    planned,
    planned_within,
)
from program.targets.supplied import Supplied, latest
from program.vocabulary import Indicator, Status


@dataclass(frozen=True)
class Progress:
    """One indicator of one unit over one period, up to its as-of day.

    `value`, `target`, `expected` are in the indicator's own measure (T1: per cent); `needed` and
    `recent` are per month, the latter over the last twelve months; `since` is the first month's end
    from which the value stayed behind its path. `rows` make the path; `former` those of the plan that a
    decision of the day `changed_on` replaced, none where the plan never changed. `source` is the agency's
    statement that a supplied value comes from. `heard`: the unit reported something in these days, so that a
    `value` that is None was not said.
    """

    indicator: Indicator
    unit: str
    start: date
    as_of: date
    end: date
    value: float | None
    target: float | None
    expected: float | None
    pace: float | None
    status: Status
    ended: bool
    denominator: int | None
    numerator: int | None
    needed: float | None
    recent: float | None
    since: date | None
    rows: tuple[TargetRow, ...]
    former: tuple[TargetRow, ...] = ()
    changed_on: date | None = None
    source: Supplied | None = None
    heard: bool = False

    @property
    def set_beyond(self) -> date | None:
        """The last day of a district's target where that is after its own last day: it is judged by the part of the plan
        up to that day alone."""
        last = max((r.end for r in self.rows), default=self.end)
        cut = self.target is not None and last > self.end and units.held_until(self.unit, last) == self.end
        return last if cut else None

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents of the targets that plan something within the period."""
        found = (r.document for r in self.rows if r.start <= self.end and r.end >= self.start)
        return tuple(dict.fromkeys(document for document in found if document))


def schools_reached(analysis: Analysis, filters: Filters) -> tuple[int, int | None]:
    """Institutions of T1 with at least one activity in the view's days, and how many there are (None:
    the register has none)."""
    start, end = span(filters)[0], last_day(filters)
    eligible = analysis.register.eligible(end, None if filters.unit == CITY else filters.unit)
    return int((eligible & analysis.register.reached(start, end)).sum()), int(eligible.sum()) or None


def periodic_schools(
    analysis: Analysis, unit: str, as_of: date, register_on: date | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """T1 on a day: which rows of the register (of another day, where one is asked for) are eligible, and
    which of these held an activity in the twelve months up to it."""
    eligible = analysis.register.eligible(register_on or as_of)
    if unit != CITY:
        eligible &= analysis.register.units_on(as_of) == unit
    start = max(as_of - PERIODIC + timedelta(days=1), PROGRAMME_START)
    return eligible, eligible & analysis.register.reached(start, as_of)


def progress(analysis: Analysis, indicator: Indicator, filters: Filters) -> Progress:
    """An indicator in a view. The view's kind and audience are the indicator's own, and its delivery
    is all: a target is not set for one delivery. A district is held to what was planned by its last day,
    as a new unit is to what is planned from its first."""
    view = filters.only(kind=None, audience=None, delivery=None, text="")
    start, as_of = span(view)
    rows = analysis.targets.get((indicator.code, view.unit), ())
    final = units.held_until(view.unit, view.period.end) if rows else view.period.end
    end = min(final, max((r.end for r in rows), default=final))
    # What was done after the plan's last day counts as well: the value is that of the view by every other way.
    as_of = min(as_of, final)
    ended = as_of >= end
    if indicator.measure == "schools_share":
        return _schools_share(analysis, indicator, view, as_of)
    if indicator.measure == "supplied":
        return _supplied_share(analysis, indicator, view, as_of)
    within = any(r.start <= final and r.end >= start for r in rows) and start <= final
    target = planned_within(rows, start, final) if within else None
    expected = planned_within(rows, start, as_of) if within else None
    value = since = recent = None
    heard = analysis.has_reported(view.unit, start, as_of)
    if indicator.kind and heard:
        block = sums(analysis, view.only(as_of=as_of))
        counted = known(block, indicator.measure, indicator.kind, indicator.audience)
        value = None if counted is None else float(counted)
        recent = None if counted is None else _recent(analysis, indicator, view, as_of)
    status, pace = judge(value, target, expected, ended=ended)
    if status in BEHIND:
        since = behind_since(series(analysis, indicator, view, as_of), rows, start)
    needed = None
    if value is not None and target is not None:
        needed = needed_a_month(value, target, as_of, end)
    return Progress(
        indicator, view.unit, start, as_of, end, value, target, expected, pace, status, ended,
        None, None, needed, recent, since, rows,
        *_former(analysis, indicator, view.unit), heard=heard,
    )  # fmt: skip


BEHIND = (Status.NEEDS_ACCELERATION, Status.FAR_BEHIND, Status.NOT_MET)


def _schools_share(analysis: Analysis, indicator: Indicator, view: Filters, as_of: date) -> Progress:
    """T1 is a share on a day, not a growing count: its path and value are read at the as-of day, and
    its target is the one for the whole programme. A unit is held against the city's line."""
    known = units.unit(view.unit) if view.unit != CITY else None
    if known and known.valid_to:
        as_of = min(as_of, known.valid_to)
    rows = analysis.targets.get((indicator.code, view.unit)) or analysis.targets.get(
        (indicator.code, CITY), ()
    )
    eligible, reached = periodic_schools(analysis, view.unit, as_of)
    denominator, numerator = int(eligible.sum()) or None, int(reached.sum())
    value = None
    if denominator and analysis.has_reported(view.unit, PROGRAMME_START, as_of):
        value = 100 * numerator / denominator
    return _share(analysis, indicator, view.unit, as_of, rows, value, numerator, denominator)


def _supplied_share(analysis: Analysis, indicator: Indicator, view: Filters, as_of: date) -> Progress:
    """T2 and T3 are shares of the whole city on a day: the latest that their agency supplied up to it. No
    unit has one (domain.md 5.3: city totals only)."""
    city = view.unit == CITY
    rows = analysis.targets.get((indicator.code, CITY), ()) if city else ()
    found = latest(analysis.supplied, indicator.code, as_of) if city else None
    if found is None:
        return _share(analysis, indicator, view.unit, as_of, rows, None, None, None)
    counts = (found.value, found.numerator, found.denominator or None)
    return replace(_share(analysis, indicator, CITY, as_of, rows, *counts), source=found)


def _share(
    analysis: Analysis, indicator: Indicator, unit: str, as_of: date, rows: tuple[TargetRow, ...],
    value: float | None, numerator: int | None, denominator: int | None,
) -> Progress:  # fmt: skip
    """A share on a day against the path of the whole programme; of a district the last word is that of its last day,
    since it cannot catch up after it."""
    end = max((r.end for r in rows), default=PROGRAMME_END)
    target = planned(rows, end) if rows else None
    expected = planned(rows, as_of) if rows else None
    ended = as_of >= units.held_until(unit, end)
    status, pace = judge(value, target, expected, ended=ended)
    return Progress(
        indicator, unit, PROGRAMME_START, as_of, end, value, target, expected, pace, status, ended,
        denominator, numerator, None, None, None, rows, *_former(analysis, indicator, unit),
    )  # fmt: skip


def _former(analysis: Analysis, indicator: Indicator, unit: str) -> tuple[tuple[TargetRow, ...], date | None]:
    found = analysis.former.get((indicator.code, unit))
    return (found.rows, found.until) if found else ((), None)


def series(
    analysis: Analysis, indicator: Indicator, filters: Filters, as_of: date
) -> list[tuple[date, float]]:
    """The value of an indicator from the view's start to the end of each month: (day, value)."""
    start = filters.period.start
    days = month_ends(start, as_of)
    if not days or indicator.kind is None:
        return []
    rows, kind = analysis.rows_of(filters.unit), KINDS.index(indicator.kind)
    block = analysis.cube.until([start - timedelta(days=1), *days], rows, kind)
    if filters.delivery is not None:
        block = block[:, :, [DELIVERIES.index(filters.delivery)]]
    values = measured(block.sum(axis=(1, 2)), indicator.measure, indicator.audience)
    return [(day, float(v - values[0])) for day, v in zip(days, values[1:], strict=True)]


def recent_since(unit: str, as_of: date) -> date:
    """The first day of the rate of the last twelve months; later where the programme or the unit is younger."""
    return max(as_of - timedelta(days=364), PROGRAMME_START, units.first_day(unit) or PROGRAMME_START)


def _recent(analysis: Analysis, indicator: Indicator, view: Filters, as_of: date) -> float | None:
    """Per month over the last twelve months."""
    start = recent_since(view.unit, as_of)
    if indicator.kind is None or as_of < start:
        return None
    block = of_view(analysis.cube.sums(start, as_of), analysis, view)
    value = known(block, indicator.measure, indicator.kind, indicator.audience)
    return None if value is None else value / max(((as_of - start).days + 1) / DAYS_PER_MONTH, 1)
