"""What the charts over time share: a value on a path, the two sides of 1-7-2025, dates below the axis."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from charts.words import width
from locales.forms import day, month
from program.units import BREAK

Points = Sequence[tuple[date, float]]


def value_on(path: Points, when: date) -> float | None:
    """The value of a piecewise linear path on a day; None outside its days."""
    for (start, low), (end, high) in pairwise(path):
        if start <= when <= end:
            return low + (high - low) * ((when - start) / (end - start) if end > start else 1)
    return None


def path_within(path: Points, start: date, end: date) -> Points:
    """The part of a path within the days of an axis, cut where it enters and leaves them."""
    ends = [(d, v) for d in (start, end) if (v := value_on(path, d)) is not None]
    inside = [p for p in path if start < p[0] < end]
    return sorted(ends + inside) if ends or inside else []


def done_within(points: Points, start: date, end: date) -> Points:
    """What was done by days within an axis, beginning with what was done before its first."""
    before = [value for day, value in points if day < start]
    inside = [p for p in points if start <= p[0] <= end]
    return [(start, before[-1]), *inside] if before and inside and inside[0][0] > start else inside


def before_break(points: Points) -> Points:
    """The points of the districts' days, to 30-6-2025."""
    return [p for p in points if p[0] < BREAK]


def from_break(points: Points) -> Points:
    """The points of the new units' days, from 1-7-2025."""
    return [p for p in points if p[0] >= BREAK]


def date_ticks(start: date, end: date, room: float) -> dict[date, str]:
    """Days to name below an axis of at least `room` pixels, with their words: firsts of months
    (6/2024), and the day of the break in full where it lies within the span. Nearer names give way
    to the break; none stands where the frame would cut it."""
    span = (end - start).days or 1
    every = next(m for m in (1, 3, 6, 12, 24) if span / 30.4 / m * 50 <= room or m == 24)
    inside = start < BREAK <= end

    def place(when: date) -> float:
        return (when - start).days / span * room

    ticks: dict[date, str] = {}
    first = start.replace(day=1)
    while first <= end:
        half = width(month(first)) / 2
        near = inside and abs(place(first) - place(BREAK)) < half + 34
        if (
            (first.year * 12 + first.month - 1) % every == 0
            and first >= start
            and place(first) <= room - half + 8
            and not near
        ):
            ticks[first] = month(first)
        first = (first + timedelta(days=32)).replace(day=1)
    if inside:
        ticks[BREAK] = day(BREAK)
    return ticks
