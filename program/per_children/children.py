"""How many children a unit has: the denominators that somebody gave, each with its year and source."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from program import units
from program.filters import CITY

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


Given = Mapping[str, tuple[Denominator, ...]]


def denominators(population: pd.DataFrame, group: str = CHILDREN) -> Given:
    """Children under 16, or another group, by unit, the earliest year first (columns group, unit, year, value, origin). A
    number that is not above zero is no denominator."""
    found: dict[str, list[Denominator]] = {}
    own = population[(population["group"] == group) & (population["value"] > 0)]
    for row in own.sort_values("year", kind="stable").to_dict("records"):
        origin = row["origin"] if isinstance(row["origin"], str) else None
        found.setdefault(str(row["unit"]), []).append(
            Denominator(round(row["value"]), int(row["year"]), origin)
        )
    return {unit: tuple(rows) for unit, rows in found.items()}


def children(given: Given, unit: str, day: date) -> Denominator | None:
    """Children of a unit: the latest year up to the day's, else the first after it; None where nobody has
    given it. The city is the old territory: its own figure of a year before the break of 1-7-2025 (after
    it the same code holds former Quảng Nam too), else the sum of its units of that day, only where each
    of them is given."""
    if unit != CITY:
        return _nearest(given.get(unit, ()), day.year)
    whole = _nearest([d for d in given.get(units.CITY, ()) if d.year < units.BREAK.year], day.year)
    if whole is not None:
        return whole
    parts = [_nearest(given.get(u.code, ()), day.year) for u in units.reporting_units(day)]
    told = [part for part in parts if part is not None]
    if not told or len(told) < len(parts):
        return None
    origins = {part.origin for part in told}
    return Denominator(
        sum(part.value for part in told),
        min(part.year for part in told),
        origins.pop() if len(origins) == 1 else None,
        len(told),
    )


def _nearest(rows: "list[Denominator] | tuple[Denominator, ...]", year: int) -> Denominator | None:
    by_then = [d for d in rows if d.year <= year]
    return by_then[-1] if by_then else rows[0] if rows else None
