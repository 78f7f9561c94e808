"""Summaries of one unit and kind whose days cross: they share some days, and neither lies within the other.

A half year by the calendar beside one by the reporting year is the usual case. Both count until somebody says
that one of them does. Records that name audiences and share none speak of different things, as in
`program.conflicts.overlaps`, which applies the choices.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

CrossingVerdict = Literal["both", "first", "second"]
Days = tuple[int, int]
# By unit, kind, and the first and last days of both; the oldest decision first.
CrossingVerdicts = Mapping[tuple[str, str, date, date, date, date], CrossingVerdict]


@dataclass(frozen=True)
class CrossingDecision:
    """What somebody decided about summaries whose days cross, the earlier first: `both` are right, or those of
    one side count and the others do not."""

    unit: str
    kind: str
    first_start: date
    first_end: date
    second_start: date
    second_end: date
    verdict: CrossingVerdict
    reason: str


@dataclass(frozen=True)
class Told:
    """What the summaries of one side say: their days, activities (None: not said) and attendances of the
    audiences that both sides name."""

    start: date
    end: date
    activities: int | None
    seats: int


@dataclass(frozen=True)
class Crossing:
    """Summaries of `unit` and `kind` that both count though their days cross, the earlier first, and nobody said
    that both are right."""

    unit: str
    kind: str
    first: Told
    second: Told

    @property
    def shared_days(self) -> int:
        """How many days both tell of."""
        return (min(self.first.end, self.second.end) - max(self.first.start, self.second.start)).days + 1


def crossing_pairs(spans: Collection[Days]) -> Iterator[tuple[Days, Days]]:
    """The pairs of spans (first and last day as numbers) that cross, the earlier one first, in order."""
    ordered = sorted(set(spans))
    for place, (start, end) in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other[0] > end:
                break
            if other[0] > start and other[1] > end:
                yield (start, end), other
