"""Summaries that stand beside a detailed list of the same unit, kind and days: counted twice, perhaps.

Which of the two is right is for a person to say; until then both count and the screens say so.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

import numpy as np
import pandas as pd

from program.vocabulary import Basis


@dataclass(frozen=True)
class Overlap:
    """A summary of `unit` and `kind` from `start` to `end` that says `summed` activities (None: not
    said), while the detailed list of the same unit and kind has `listed` within these days."""

    unit: str
    kind: str
    start: date
    end: date
    summed: int | None
    listed: int


def overlaps(activities: pd.DataFrame) -> tuple[Overlap, ...]:
    """Every such pair among the active records (columns `unit`, `kind`, `basis`, `start_date`,
    `end_date`, `counted_on`, `count`), in order of unit, kind and first day."""
    summaries = activities.loc[
        (activities["basis"] == Basis.SUMMARY) & activities["kind"].notna(),
        ["unit", "kind", "start_date", "end_date", "count"],
    ].astype({"unit": str, "kind": str})
    found = []
    listed_days: dict[tuple[str, str], tuple[np.ndarray, np.ndarray]] = {}
    for same, group in summaries.groupby(["unit", "kind", "start_date", "end_date"]):
        unit, kind, first, last = cast("tuple[str, str, pd.Timestamp, pd.Timestamp]", same)
        start, end = first.date(), last.date()
        if (unit, kind) not in listed_days:
            listed_days[unit, kind] = _listed(activities, unit, kind)
        days, running = listed_days[unit, kind]
        low, high = np.searchsorted(days, np.array([start, end + timedelta(days=1)], dtype="datetime64[s]"))
        listed = int(running[high] - running[low])
        if listed:
            summed = None if group["count"].isna().all() else int(group["count"].sum())
            found.append(Overlap(unit, kind, start, end, summed, listed))
    return tuple(found)


def _listed(activities: pd.DataFrame, unit: str, kind: str) -> tuple[np.ndarray, np.ndarray]:
    """Days of a unit's detailed records of a kind, in order, and running counts with a zero before them."""
    own = activities.loc[
        (activities["unit"] == unit) & (activities["kind"] == kind) & (activities["basis"] == Basis.DETAIL),
        ["counted_on", "count"],
    ].sort_values("counted_on")
    running = np.concatenate([[0], np.cumsum(own["count"].fillna(0).to_numpy())])
    return own["counted_on"].to_numpy(), running
