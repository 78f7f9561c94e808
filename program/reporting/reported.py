"""Which unit reported on which quarter, and when that first came."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pandas as pd

from program.measures.cube import Cube
from program.reporting.campaigns import Stated, in_force
from program.reporting.quarters import PLACES, QUARTERS, spoken_of
from program.reporting.timeliness import Arrival, Arrivals, Receipts
from program.vocabulary import Basis


@dataclass(frozen=True)
class SetCampaigns:
    """What was said of campaigns, in order, and what each unit sent for those of their own, by (unit, code)."""

    stated: tuple[Stated, ...] = ()
    answers: Mapping[tuple[str, str], Arrival] = field(default_factory=dict)


NO_CAMPAIGNS = SetCampaigns()


def reported(activities: pd.DataFrame, aside: pd.DataFrame | None, cube: Cube) -> np.ndarray:
    """(2, units, QUARTERS) of the activities that count and those set `aside` (columns: unit, basis,
    counted_on, start_date, end_date): whether any record speaks of the quarter, and whether one does that
    is no declaration of zero."""
    place = {code: i for i, code in enumerate(cube.units)}
    found = np.zeros((2, max(len(place), 1), len(QUARTERS)), dtype=bool)
    for records in (activities, aside):
        if records is None or not len(records):
            continue
        detail = (records["basis"] == Basis.DETAIL).to_numpy()
        _details(found, records["unit"][detail], records["counted_on"][detail], place)
        if detail.all():
            continue
        spans = records[["unit", "basis", "counted_on", "start_date", "end_date"]][~detail]
        for unit, basis, *days in spans.drop_duplicates().itertuples(index=False):
            for quarter in spoken_of(basis, *(day.date() for day in days)):
                found[:, place[unit], PLACES[quarter.code]] |= (True, basis != Basis.DECLARED_ZERO)
    return found


def declared(
    activities: pd.DataFrame, aside: pd.DataFrame | None
) -> dict[str, tuple[tuple[date, date], ...]]:
    """The spans, first and last day, for which each unit declared nothing (columns as in `reported`)."""
    found: dict[str, dict[tuple[date, date], None]] = {}
    for records in (activities, aside):
        if records is None or not len(records):
            continue
        zeros = records[(records["basis"] == Basis.DECLARED_ZERO).to_numpy()]
        for unit, start, end in zip(*(zeros[n] for n in ("unit", "start_date", "end_date")), strict=True):
            found.setdefault(str(unit), {})[start.date(), end.date()] = None
    return {unit: tuple(spans) for unit, spans in found.items()}


def _details(found: np.ndarray, unit: pd.Series, day: pd.Series, place: dict[str, int]) -> None:
    """Mark the quarters that details count in: asked once a day, not once a row."""
    which, days = pd.factorize(day)
    said = [spoken_of(Basis.DETAIL, day, day, day) for day in (moment.date() for moment in days)]
    quarters = np.array([PLACES[one[0].code] if one else -1 for one in said], dtype=np.int64)[which]
    units = unit.map(place).to_numpy(dtype=np.int64)
    inside = quarters >= 0
    found[:, units[inside], quarters[inside]] = True


def arrivals(said: np.ndarray, cube: Cube, receipts: Receipts, campaigns: SetCampaigns) -> Arrivals:
    """What was `reported`, with its first receipt, and what was set of campaigns."""
    by = {
        (code, q.code): Arrival(receipts.first.get((code, q.code)), not said[1, i, j])
        for i, code in enumerate(cube.units)
        for j, q in enumerate(QUARTERS)
        if said[0, i, j]
    }
    return Arrivals(by | dict(campaigns.answers), receipts.since, in_force(campaigns.stated))
