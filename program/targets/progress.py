"""Progress against a target: the planned path, pace, status, and what is needed from here."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from program.vocabulary import Status

# Pace bounds of the published rule; the city may set others.
ON_TRACK_FROM = 0.95
NEEDS_ACCELERATION_FROM = 0.60
DAYS_PER_MONTH = 365.25 / 12
# Decimals of a plan: what its parts add up to differs from the exact number by less, and 87 of 87 is met.
_EXACT = 9
_LEAST = 10.0**-_EXACT


@dataclass(frozen=True)
class TargetRow:
    """One line of a target: `value` more is planned from the first to the last day (both included)."""

    start: date
    end: date
    value: float
    authority: str
    document: str | None

    @cached_property
    def days(self) -> tuple[int, int]:
        """The running number of the first day, and how many days there are."""
        first = self.start.toordinal()
        return first, self.end.toordinal() - first + 1


def planned(rows: tuple[TargetRow, ...], day: date) -> float:
    """The planned path at the end of a day: each row grows evenly over its days, so several yearly
    rows run through their yearly milestones. Before the first row it is 0."""
    total, number = 0.0, day.toordinal() + 1
    for row in rows:
        first, days = row.days
        total += row.value * min(max(number - first, 0), days) / days
    return round(total, _EXACT)


def planned_within(rows: tuple[TargetRow, ...], start: date, end: date) -> float:
    """What is planned from start to end, both included; nothing where the last day is before the first."""
    return (
        round(planned(rows, end) - planned(rows, start - timedelta(days=1)), _EXACT) if start <= end else 0.0
    )


def milestones(rows: tuple[TargetRow, ...], start: date, end: date) -> list[tuple[date, float]]:
    """The corners of the planned path within a span, counted from its start: (day, planned by its end)."""
    corners = {start - timedelta(days=1), end}
    for row in rows:
        corners |= {row.start - timedelta(days=1), row.end}
    return [
        (day, planned_within(rows, start, day))
        for day in sorted(corners)
        if start - timedelta(days=1) <= day <= end
    ]


def judge(
    actual: float | None, target: float | None, expected: float | None, *, ended: bool
) -> tuple[Status, float | None]:
    """Status and pace (actual / expected, both from 0).

    met: the target is reached; after the end: met or not met; before it: on track from 0.95 of the
    path, needs acceleration from 0.60, far behind below. Not assessable without a target, without a
    value (not reported), or where nothing is due yet.
    """
    if actual is None or target is None or target <= 0:
        return Status.NOT_ASSESSABLE, None
    pace = actual / expected if expected else None
    if actual >= target:
        return Status.MET, pace
    if ended:
        return Status.NOT_MET, pace
    if pace is None:
        return Status.NOT_ASSESSABLE, None
    if pace >= ON_TRACK_FROM - _LEAST:
        return Status.ON_TRACK, pace
    slow = pace >= NEEDS_ACCELERATION_FROM - _LEAST
    return (Status.NEEDS_ACCELERATION if slow else Status.FAR_BEHIND), pace


def needed_a_month(actual: float, target: float, as_of: date, end: date) -> float | None:
    """What is lacking for each month left, in the unit of both: (target − actual) / time left; None after the end."""
    days = (end - as_of).days
    return max(target - actual, 0) / (days / DAYS_PER_MONTH) if days > 0 else None


def behind_since(series: list[tuple[date, float]], rows: tuple[TargetRow, ...], start: date) -> date | None:
    """The first day of the series from which on the value stayed below 0.95 of the path, None if it
    is not below it at the end. `series`: (day, value from `start` to its end), in order."""
    if not series:
        return None
    days, values = zip(*series, strict=True)
    begun = planned(rows, start - timedelta(days=1))
    kept = np.array(values) >= ON_TRACK_FROM * (_path(rows, days) - begun) - _LEAST
    after = int(np.flatnonzero(kept).max(initial=-1)) + 1
    return days[after] if after < len(days) else None


def _path(rows: tuple[TargetRow, ...], days: tuple[date, ...]) -> np.ndarray:
    """`planned` on each of the days."""
    numbers, totals = np.array([day.toordinal() for day in days]) + 1, np.zeros(len(days))
    for row in rows:
        first, length = row.days
        totals += row.value * np.clip(numbers - first, 0, length) / length
    return totals
