"""The analysis set: everything figures are computed from, built once per data version."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

import numpy as np
import pandas as pd

from program import clock, units
from program.conflicts.overlaps import Overlap
from program.filters import CITY, Filters
from program.locks.windows import NO_LOCKS, Locks
from program.measures.cube import RECORDS, Cube, Provisional, build_cube, provisional_rows
from program.measures.sizes import Sizes, build_sizes
from program.per_children.children import CHILDREN, Given, denominators
from program.periods import PROGRAMME_END, PROGRAMME_START
from program.reporting.campaigns import Stated
from program.reporting.quarters import QUARTERS, middle
from program.reporting.reported import NO_CAMPAIGNS, SetCampaigns, arrivals, declared, reported
from program.reporting.timeliness import NO_RECEIPTS, Arrivals, Receipts
from program.schools.register import Register, build_register
from program.targets.history import FormerPlan, Statement, TargetVersion, former_plans, history
from program.targets.national import that_hold
from program.targets.progress import TargetRow
from program.targets.supplied import Supplied
from program.wards import WardVisits, build_wards
from program.work.both import NO_WORK, Work


def default_as_of(today: date | None = None) -> date:
    """The earlier of today (in Việt Nam) and the end of the programme."""
    return min(today or clock.today(), PROGRAMME_END)


@dataclass(frozen=True)
class Freshness:
    """The last accepted file of a unit; `received_on` where the agency had it on another day than the upload's."""

    file_name: str
    uploaded_at: datetime
    submission_id: int
    received_on: date | None = None

    @property
    def day(self) -> date:
        """The day the focal agency had the file."""
        return self.received_on or clock.day_of(self.uploaded_at)


@dataclass(frozen=True, eq=False)
class Analysis:
    """Read-only and shared by all sessions. `version` is the data version it was built from;
    `reported` says which unit of the cube reported in which of `QUARTERS`, `declared` for which days it declared nothing,
    `arrivals` when that first came; `targets` holds the rows
    of each (indicator, unit) that count, no day planned twice, city rows under `city`; `stated` all rows as
    they were stated (national ones hold as the decision sets them where none was), `target_history` their versions, `former` the plan before the last change; `supplied`
    the city totals of T2 and T3 that their agencies gave; `provisional` has the rows of the cube whose files
    wait for a reviewer, `locks` what was said of locked windows, `work` the registers of documents and tasks."""

    version: int
    cube: Cube
    register: Register
    wards: WardVisits
    reported: np.ndarray
    declared: Mapping[str, tuple[tuple[date, date], ...]]
    arrivals: Arrivals
    targets: Mapping[tuple[str, str], tuple[TargetRow, ...]]
    population: pd.DataFrame
    freshness: Mapping[str, Freshness]
    overlaps: tuple[Overlap, ...]
    sizes: Sizes
    stated: Mapping[tuple[str, str], tuple[TargetRow, ...]]
    target_history: Mapping[tuple[str, str], tuple[TargetVersion, ...]]
    former: Mapping[tuple[str, str], FormerPlan]
    supplied: tuple[Supplied, ...]
    campaigns: tuple[Stated, ...]
    provisional: Provisional
    locks: Locks
    work: Work

    @cached_property
    def in_city(self) -> np.ndarray:
        """Which units of the cube belong to the city's series (the old territory, and organisations)."""
        found = [units.unit(code) for code in self.cube.units]
        return np.array([u is None or u.in_old_city for u in found], dtype=bool)

    @cached_property
    def children(self) -> Given:
        """Children under 16 by unit and year."""
        return self.children_of(CHILDREN)

    def children_of(self, group: str) -> Given:
        """Children of a group of ages by unit and year."""
        if group not in self._groups:
            self._groups[group] = denominators(self.population, group)
        return self._groups[group]

    @cached_property
    def _groups(self) -> dict[str, Given]:
        return {}

    def rows_of(self, unit: str) -> np.ndarray:
        """Places on the unit axis that make up a unit, or the city."""
        if unit == CITY:
            return self._city_rows
        place = self._places.get(unit)
        return np.array([] if place is None else [place], dtype=np.int64)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {code: place for place, code in enumerate(self.cube.units)}

    @cached_property
    def _city_rows(self) -> np.ndarray:
        return np.flatnonzero(self.in_city[: len(self.cube.units)])

    def has_reported(self, unit: str, start: date, end: date) -> bool:
        """Whether a record counts within the days, a report speaks of a quarter whose middle and end lie within them,
        or a declaration of zero covers them all."""
        rows = self.rows_of(unit)
        if not len(rows):
            return False
        if self.cube.sums(start, end)[rows, ..., RECORDS].sum() > 0:
            return True
        inside = [start <= middle(q) and q.end <= end for q in QUARTERS]
        if self.reported[rows][:, inside].any():
            return True
        spans = (span for row in rows for span in self.declared.get(self.cube.units[row], ()))
        return any(first <= start <= end <= last for first, last in spans)


def build(
    version: int,
    activities: pd.DataFrame,
    targets: pd.DataFrame,
    schools: pd.DataFrame,
    population: pd.DataFrame,
    sources: pd.DataFrame,
    aside: pd.DataFrame | None = None,
    overlaps: tuple[Overlap, ...] = (),
    receipts: Receipts = NO_RECEIPTS,
    statements: tuple[Statement, ...] = (),
    supplied: tuple[Supplied, ...] = (),
    campaigns: SetCampaigns = NO_CAMPAIGNS,
    confirmed: pd.DataFrame | None = None,
    provisional: pd.DataFrame | None = None,
    locks: Locks = NO_LOCKS,
    work: Work = NO_WORK,
) -> Analysis:
    """The analysis set of the active records (frames as `storage.reading.analysis.load` describes them). What is
    set aside counts in no figure, but its unit has reported."""
    if aside is not None and len(aside):
        silent = sorted(set(aside["unit"]) - set(activities["unit"].cat.categories))
        activities = activities.assign(unit=activities["unit"].cat.add_categories(silent))
    cube = build_cube(activities, PROGRAMME_START, PROGRAMME_END)
    said = reported(activities, aside, cube)
    stated = _targets(targets)
    versions = {(code, holder(unit)): own for (code, unit), own in history(statements).items()}
    return Analysis(
        version=version,
        cube=cube,
        wards=build_wards(activities),
        register=build_register(schools, activities, PROGRAMME_START, PROGRAMME_END),
        reported=said[0],
        declared=declared(activities, aside),
        arrivals=arrivals(said, cube, receipts, campaigns),
        targets=that_hold(stated),
        population=population,
        freshness=_freshness(sources),
        overlaps=overlaps,
        sizes=build_sizes(activities, confirmed),
        stated=stated,
        target_history=versions,
        former=former_plans(versions),
        supplied=supplied,
        campaigns=campaigns.stated,
        provisional=provisional_rows(provisional, cube, PROGRAMME_START, PROGRAMME_END),
        locks=locks,
        work=work,
    )


def _freshness(sources: pd.DataFrame) -> dict[str, Freshness]:
    found = {}
    for r in sources.to_dict("records"):
        received = r.get("received_on")
        found[str(r["unit"])] = Freshness(
            str(r["file_name"]),
            pd.Timestamp(r["uploaded_at"]).to_pydatetime(),
            int(r["submission_id"]),
            None if pd.isna(received) else pd.Timestamp(received).date(),
        )
    return found


def holder(unit: str) -> str:
    """Whose target a row is: the city's own code stands for the city as a whole."""
    return CITY if unit == units.CITY else unit


def _targets(targets: pd.DataFrame) -> dict[tuple[str, str], tuple[TargetRow, ...]]:
    rows: dict[tuple[str, str], list[TargetRow]] = {}
    names = ("indicator", "unit", "start_date", "end_date", "value", "authority", "document")
    for indicator, unit, start, end, value, authority, document in zip(
        *(targets[name] for name in names), strict=True
    ):
        row = TargetRow(
            pd.Timestamp(start).date(),
            pd.Timestamp(end).date(),
            float(value),
            str(authority),
            str(document) if isinstance(document, str) else None,
        )
        rows.setdefault((str(indicator), holder(str(unit))), []).append(row)
    return {k: tuple(sorted(v, key=lambda row: row.start)) for k, v in rows.items()}


def span(filters: Filters) -> tuple[date, date]:
    """The days a view counts: its period up to its as-of day (which may lie before the period: then
    the last day is before the first, and nothing counts)."""
    as_of = filters.as_of or default_as_of()
    return filters.period.start, min(filters.period.end, as_of)


def first_day(filters: Filters) -> date:
    """The first day of a view on which its unit stood: a new ward's is not before 1-7-2025."""
    start, began = filters.period.start, units.first_day(filters.unit)
    return max(start, began) if began and began <= last_day(filters) else start


def last_day(filters: Filters) -> date:
    """The last day of a view on which its unit stood: a district's is not after 30-6-2025."""
    end, found = span(filters)[1], units.unit(filters.unit)
    return min(end, found.valid_to) if found and found.valid_to else end
