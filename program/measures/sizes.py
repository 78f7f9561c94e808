"""How many attended one class or session: the middle size stands beside totals, since one assembly of a
whole school outweighs many classes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

import numpy as np

from program.filters import CITY
from program.vocabulary import Audience, Basis, Kind

if TYPE_CHECKING:
    import pandas as pd

_EPOCH = date(1970, 1, 1).toordinal()

# Attendances of one activity outside which a figure is asked about, of several by their average (from published reports of 2021–2025;
# a setting of the city, not a rule).
PLAUSIBLE = {Kind.TRAINING_CLASS: (20, 150), Kind.COMMUNICATION_SESSION: (50, 1500)}


_NONE = np.zeros(0, dtype=np.int32)
# From here on a table of all sizes would cost more than sorting: one row mistyped in a file, and it takes gigabytes.
_COUNTED = 100_000


def fixed(array: np.ndarray) -> np.ndarray:
    """The same array, which nobody may write to any more."""
    array.setflags(write=False)
    return array


@dataclass(frozen=True)
class SizeDecision:
    """What somebody decided about a row of unusual size while it said `count` and `seats`: it is right."""

    natural_key: bytes
    count: int
    seats: int
    verdict: Literal["plausible"]
    reason: str


@dataclass(frozen=True, eq=False)
class Rows:
    """One row an activity, in order of day: days since 1970, attendances."""

    days: np.ndarray
    seats: np.ndarray


@dataclass(frozen=True, eq=False)
class Sizes:
    """By kind and unit, those of the whole city under `city`: `rows` the sizes of single activities (detail
    records of one activity that give attendances), `unusual` the days of the records, single or grouped,
    whose attendances for each activity lie outside `PLAUSIBLE`, `confirmed` of those that somebody said to be
    right."""

    rows: Mapping[tuple[Kind, str], Rows]
    unusual: Mapping[tuple[Kind, str], np.ndarray]
    confirmed: Mapping[tuple[Kind, str], np.ndarray]


@dataclass(frozen=True)
class Size:
    """Of `activities` single ones with a known size the middle one (`median`; None where there are none),
    and how many records lie outside the usual range (None: the kind has none), `confirmed` of them as right."""

    activities: int
    median: float | None
    unusual: int | None
    confirmed: int = 0


def is_unusual(kind: str, count: int | None, seats: int | None) -> bool:
    """Whether so many attendances of so many activities lie outside `PLAUSIBLE`; not of what does not give both."""
    if kind not in PLAUSIBLE or not count or seats is None:
        return False
    least, most = PLAUSIBLE[Kind(kind)]
    return not least * count <= seats <= most * count


def build_sizes(activities: pd.DataFrame, confirmed: pd.DataFrame | None = None) -> Sizes:
    """From the active records (columns `unit`, `kind`, `basis`, `counted_on`, `count`, `in_city`,
    `attendances_total`, `att_<audience>`), and those of unusual size that are right (`unit`, `kind`,
    `counted_on`, `in_city`)."""
    # Here, since reading a file needs the bounds above and no frame.
    import pandas as pd

    count, told = (
        activities[name].to_numpy(dtype=np.float64, na_value=np.nan)
        for name in ("count", "attendances_total")
    )
    if (untold := np.flatnonzero(np.isnan(told))).size:
        parts = [activities[f"att_{a}"].to_numpy(dtype=np.float64, na_value=np.nan)[untold] for a in Audience]
        told = told.copy()
        told[untold] = np.where(np.isnan(parts).all(axis=0), np.nan, np.nansum(parts, axis=0))
    rows = np.flatnonzero((count >= 1) & ~np.isnan(told))
    days = activities["counted_on"].to_numpy()[rows].astype("datetime64[D]").astype(np.int32)
    order = np.argsort(days, kind="stable")
    rows, days = rows[order], days[order]
    seats = told[rows].astype(np.int64)
    count = count[rows].astype(np.int64)
    single = ((activities["basis"] == Basis.DETAIL).to_numpy()[rows]) & (count == 1)
    in_city = activities["in_city"].to_numpy(dtype=bool)[rows]
    unit = activities["unit"].astype("category").cat
    places = unit.codes.to_numpy()[rows]
    kinds = pd.Categorical(activities["kind"].iloc[rows], categories=[str(k) for k in Kind]).codes
    sizes: dict[tuple[Kind, str], Rows] = {}
    unusual: dict[tuple[Kind, str], np.ndarray] = {}
    for i, kind in enumerate(Kind):
        own = np.flatnonzero(kinds == i)
        by_unit = own[np.argsort(places[own], kind="stable")]
        edges = np.searchsorted(places[by_unit], np.arange(len(unit.categories) + 1))
        held = {
            str(code): by_unit[low:high]
            for code, low, high in zip(unit.categories, edges, edges[1:], strict=False)
        }
        for code, of_unit in ({CITY: own[in_city[own]]} | held).items():
            alone = of_unit[single[of_unit]]
            sizes[kind, code] = Rows(fixed(days[alone]), fixed(_small(seats[alone])))
            if kind in PLAUSIBLE:
                least, most = (bound * count[of_unit] for bound in PLAUSIBLE[kind])
                outside = (seats[of_unit] < least) | (seats[of_unit] > most)
                unusual[kind, code] = fixed(days[of_unit[outside]])
    return Sizes(sizes, unusual, {} if confirmed is None else _confirmed(confirmed))


def _confirmed(rows: pd.DataFrame) -> dict[tuple[Kind, str], np.ndarray]:
    found: dict[tuple[Kind, str], list[int]] = {}
    for unit, kind, day, in_city in zip(
        rows["unit"], rows["kind"], rows["counted_on"], rows["in_city"], strict=True
    ):
        for code in (unit, CITY) if in_city else (unit,):
            found.setdefault((Kind(kind), code), []).append(_day(day.date()))
    return {about: fixed(np.array(sorted(days), dtype=np.int32)) for about, days in found.items()}


def size(sizes: Sizes, kind: Kind, unit: str, start: date, end: date) -> Size | None:
    """The sizes of a kind of a unit (or `city`) over days, both included; None where no record tells one."""
    span = [_day(start), _day(end) + 1]
    unusual, confirmed = None, 0
    if kind in PLAUSIBLE:
        unusual, confirmed = (
            max(int(np.diff(np.searchsorted(found.get((kind, unit), _NONE), span))[0]), 0)
            for found in (sizes.unusual, sizes.confirmed)
        )
    rows = sizes.rows.get((kind, unit))
    low, high = (0, 0) if rows is None else np.searchsorted(rows.days, span)
    if rows is None or low >= high:
        return Size(0, None, unusual, confirmed) if unusual else None
    seats, total = rows.seats[low:high], int(high - low)
    ranks = [(total - 1) // 2, total // 2]
    if seats.max() < _COUNTED:
        # Counting by size is several times faster than sorting, and as exact.
        middle = np.searchsorted(np.cumsum(np.bincount(seats)), ranks, side="right")
    else:
        middle = np.partition(seats, ranks)[ranks]
    return Size(total, int(middle.sum()) / 2, unusual, confirmed)


def _small(seats: np.ndarray) -> np.ndarray:
    return seats.astype(np.int32) if seats.max(initial=0) <= np.iinfo(np.int32).max else seats


def _day(day: date) -> int:
    return day.toordinal() - _EPOCH
