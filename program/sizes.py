"""How many attended one class or session: the middle size stands beside totals, since one assembly of a
whole school outweighs many classes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from program.filters import CITY
from program.vocabulary import Audience, Basis, Kind

if TYPE_CHECKING:
    import pandas as pd

_EPOCH = date(1970, 1, 1).toordinal()

# Attendances of one activity outside which a figure is asked about (from published reports of 2021–2025;
# a setting of the city, not a rule).
PLAUSIBLE = {Kind.TRAINING_CLASS: (20, 150), Kind.COMMUNICATION_SESSION: (50, 1500)}


@dataclass(frozen=True, eq=False)
class Rows:
    """One row an activity, in order of day: days since 1970, attendances."""

    days: np.ndarray
    seats: np.ndarray


@dataclass(frozen=True, eq=False)
class Sizes:
    """The sizes of single activities (detail records of one activity that give attendances), by kind and
    unit; those of the whole city under `city`."""

    rows: Mapping[tuple[Kind, str], Rows]


@dataclass(frozen=True)
class Size:
    """Of `activities` with a known size: the middle one (`median`), and how many lie outside the usual
    range (None: the kind has none)."""

    activities: int
    median: float
    unusual: int | None


def build_sizes(activities: pd.DataFrame) -> Sizes:
    """From the active records (columns `unit`, `kind`, `basis`, `counted_on`, `count`, `in_city`,
    `attendances_total`, `att_<audience>`)."""
    # Here, since reading a file needs the bounds above and no frame.
    import pandas as pd

    parts = activities[[f"att_{a}" for a in Audience]]
    seats = activities["attendances_total"].where(
        activities["attendances_total"].notna(), parts.sum(axis=1, min_count=1)
    )
    single = (activities["basis"] == Basis.DETAIL) & (activities["count"] == 1) & seats.notna()
    rows = np.flatnonzero(single.to_numpy())
    days = activities["counted_on"].to_numpy()[rows].astype("datetime64[D]").astype(np.int32)
    order = np.argsort(days, kind="stable")
    rows, days = rows[order], days[order]
    counts = seats.to_numpy(dtype=np.float64)[rows].astype(np.int32)
    in_city = activities["in_city"].to_numpy(dtype=bool)[rows]
    unit = activities["unit"].astype("category").cat
    places = unit.codes.to_numpy()[rows]
    kinds = pd.Categorical(activities["kind"].iloc[rows], categories=[str(k) for k in Kind]).codes
    found: dict[tuple[Kind, str], Rows] = {}
    for i, kind in enumerate(Kind):
        own = np.flatnonzero(kinds == i)
        found[kind, CITY] = _kept(days, counts, own[in_city[own]])
        by_unit = own[np.argsort(places[own], kind="stable")]
        edges = np.searchsorted(places[by_unit], np.arange(len(unit.categories) + 1))
        for code, low, high in zip(unit.categories, edges, edges[1:], strict=False):
            found[kind, str(code)] = _kept(days, counts, by_unit[low:high])
    return Sizes(found)


def _kept(days: np.ndarray, counts: np.ndarray, places: np.ndarray) -> Rows:
    rows = Rows(days[places], counts[places])
    rows.days.setflags(write=False)
    rows.seats.setflags(write=False)
    return rows


def size(sizes: Sizes, kind: Kind, unit: str, start: date, end: date) -> Size | None:
    """The sizes of a kind of a unit (or `city`) over days, both included; None where no single activity
    gives its attendances."""
    rows = sizes.rows.get((kind, unit))
    if rows is None:
        return None
    low, high = np.searchsorted(rows.days, [_day(start), _day(end) + 1])
    if low >= high:
        return None
    # Counting by size is several times faster than sorting, and as exact.
    times = np.bincount(rows.seats[low:high])
    below, total = np.cumsum(times), int(high - low)
    middle = [int(np.searchsorted(below, rank, side="right")) for rank in ((total - 1) // 2, total // 2)]
    unusual = None
    if kind in PLAUSIBLE:
        least, most = PLAUSIBLE[kind]
        unusual = total - int(times[least : most + 1].sum())
    return Size(total, sum(middle) / 2, unusual)


def _day(day: date) -> int:
    return day.toordinal() - _EPOCH
