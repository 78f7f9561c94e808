"""Attendances for each 100 children: how intense the work is, never how many children it reached.

One child at three sessions is three attendances, so the figure may pass 100 and is no coverage.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from program import units
from program.analysis import Analysis, last_day
from program.figures import known, reported, sums
from program.filters import CITY, Filters
from program.vocabulary import Audience, Kind

# Children in law: under 16 (Luật Trẻ em, Điều 1).
CHILDREN = "under_16"


@dataclass(frozen=True)
class Denominator:
    """Children of a unit: how many, in which year, told by whom. `parts` says of how many units it is the
    sum, 1 where it was given as it is."""

    value: int
    year: int
    origin: str | None
    parts: int = 1


@dataclass(frozen=True)
class Intensity:
    """Attendances of one kind and audience (None: all) in a view, and for each 100 children; the latter
    None where either is unknown."""

    unit: str
    attendances: int | None
    children: Denominator | None

    @property
    def per_hundred(self) -> float | None:
        if self.attendances is None or self.children is None:
            return None
        return 100 * self.attendances / self.children.value


def intensity(analysis: Analysis, kind: Kind, audience: Audience | None, filters: Filters) -> Intensity:
    """The attendances of a view against the children of its unit on its last day."""
    seats = (
        known(sums(analysis, filters), "attendances", kind, audience) if reported(analysis, filters) else None
    )
    return Intensity(filters.unit, seats, children(analysis.population, filters.unit, last_day(filters)))


@dataclass(frozen=True)
class Ranking:
    """Units by attendances for each 100 children, the most first (`ranked`); those that reported nothing or
    not how many came (`silent`), and those whose children nobody has given (`without`), each in the order
    of the question. `city` is the old territory, for comparison."""

    ranked: tuple[Intensity, ...]
    silent: tuple[Intensity, ...]
    without: tuple[Intensity, ...]
    city: Intensity


def ranking(
    analysis: Analysis, kind: Kind, audience: Audience | None, filters: Filters, codes: Iterable[str]
) -> Ranking:
    """The units `codes` in a view. A silent unit is never ranked as zero."""
    found = [intensity(analysis, kind, audience, filters.only(unit=code)) for code in codes]
    told = [i for i in found if i.attendances is not None]
    return Ranking(
        tuple(sorted((i for i in told if i.children), key=lambda i: -(i.per_hundred or 0))),
        tuple(i for i in found if i.attendances is None),
        tuple(i for i in told if not i.children),
        intensity(analysis, kind, audience, filters.only(unit=CITY)),
    )


def children(population: pd.DataFrame, unit: str, day: date) -> Denominator | None:
    """Children under 16 of a unit: the latest year up to the day's, else the first after it; None where
    nobody has given it (`population`: group, unit, year, value, origin). The city is the old territory: its
    own figure of a year before the break of 1-7-2025 (after it the same code holds former Quảng Nam too),
    else the sum of its populated units of that day, only where each of them is given."""
    of_children = population[population["group"] == CHILDREN]
    if unit != CITY:
        return _nearest(of_children[of_children["unit"] == unit], day.year)
    own = of_children[(of_children["unit"] == units.CITY) & (of_children["year"] < units.BREAK.year)]
    whole = _nearest(own, day.year)
    if whole is not None:
        return whole
    parts = [
        _nearest(of_children[of_children["unit"] == u.code], day.year) for u in units.reporting_units(day)
    ]
    given = [part for part in parts if part is not None]
    if not given or len(given) < len(parts):
        return None
    origins = {part.origin for part in given}
    return Denominator(
        sum(part.value for part in given),
        min(part.year for part in given),
        origins.pop() if len(origins) == 1 else None,
        len(given),
    )


def _nearest(rows: pd.DataFrame, year: int) -> Denominator | None:
    if rows.empty:
        return None
    known_by_then = rows[rows["year"] <= year]
    row = (
        (known_by_then if len(known_by_then) else rows)
        .sort_values("year")
        .iloc[-1 if len(known_by_then) else 0]
    )
    if not row["value"] > 0:
        return None
    return Denominator(
        round(row["value"]), int(row["year"]), row["origin"] if isinstance(row["origin"], str) else None
    )
