"""Target T1 in depth: which schools were reached, in time or ever, by level and by unit, and which never."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import numpy as np

from program import units
from program.filters import Filters
from program.grouping import grouped
from program.measures.analysis import Analysis, last_day
from program.measures.figures import Progress, periodic_schools, progress
from program.periods import PROGRAMME_START
from program.schools.named_otherwise import JointSessions, Misnamed, joint_sessions, misnamed
from program.schools.register import ELIGIBLE, PERIODIC
from program.text import collation_key
from program.vocabulary import INDICATORS, Level, Status

_SEVERAL_LEVELS = (
    Level.PRIMARY_LOWER_SECONDARY,
    Level.LOWER_UPPER_SECONDARY,
    Level.PRIMARY_TO_UPPER_SECONDARY,
)


class State(StrEnum):
    """How a school stands on a day: reached within the periodic time, before it only, or never."""

    RECENT = "recent"
    LAPSED = "lapsed"
    NEVER = "never"


@dataclass(frozen=True)
class School:
    """An institution of T1 on a day; `last` is its last activity up to it."""

    name: str
    level: Level
    unit: str
    ward: str
    state: State
    last: date | None


@dataclass(frozen=True)
class Reach:
    """Institutions of one level or unit: `total` there are, `recent` reached in time, `ever` reached at all."""

    total: int
    recent: int
    ever: int

    @property
    def never(self) -> int:
        return self.total - self.ever


@dataclass(frozen=True)
class SchoolsView:
    """T1 of a view on its last day. `since` is the first day of the periodic time; `levels` are those the
    register has (facilities always, with a total of 0 where their number is unknown); `units` hold what
    each unit lacks, those with most schools never reached first, a
    district that has ended last; `schools` are in order of unit, ward and
    name; `several_levels` counts those that teach more than one level and stand once; `undecided` those
    that from 1-7-2025 still stand under their old district, since no one new unit is known for them."""

    filters: Filters
    as_of: date
    since: date
    t1: Progress
    total: Reach
    levels: tuple[tuple[Level, Reach], ...]
    units: tuple[tuple[str, Reach], ...]
    schools: tuple[School, ...]
    several_levels: int
    undecided: int
    misnamed: tuple[Misnamed, ...]
    joint: tuple[JointSessions, ...]

    def of(self, state: State | None) -> tuple[School, ...]:
        """The schools of one state, or all."""
        return self.schools if state is None else tuple(s for s in self.schools if s.state == state)

    def standing(self) -> tuple[tuple[str, Reach], ...]:
        """The units that can be compared: without districts that have ended, unless there are no others."""
        return tuple(one for one in self.units if not _left_over(one[0], self.as_of)) or self.units

    def unreached(self) -> tuple[School, ...]:
        """The schools without an activity in the last twelve months, ever or since."""
        return tuple(s for s in self.schools if s.state != State.RECENT)


def met_without(t1: Progress, levels: Iterable[tuple[Level, int]]) -> tuple[Level, ...]:
    """The levels that a met T1 says nothing of: those of which the register has no institution. QĐ 830 names the
    facilities for children with the schools. `levels`: each with how many the register has."""
    return tuple(level for level, total in levels if not total) if t1.status == Status.MET else ()


def by_unit_and_ward(
    schools: Iterable[School],
) -> tuple[tuple[str, tuple[tuple[str, tuple[School, ...]], ...]], ...]:
    """Schools in the order of `SchoolsView.schools`: unit → ward (empty: not given) → schools."""
    return tuple((unit, grouped(own, lambda s: s.ward)) for unit, own in grouped(schools, lambda s: s.unit))


def schools_view(analysis: Analysis, filters: Filters) -> SchoolsView:
    """T1 in a view: its unit and its as-of day; a share on a day has no other period."""
    view = filters.only(kind=None, audience=None, delivery=None, text="")
    t1 = progress(analysis, INDICATORS["T1"], view)
    day = t1.as_of
    register = analysis.register
    eligible, recent = periodic_schools(analysis, view.unit, day)
    ever = eligible & register.reached(PROGRAMME_START, day)
    unit_of = register.units_on(day)

    def reach(part: np.ndarray) -> Reach:
        return Reach(int((eligible & part).sum()), int((recent & part).sum()), int((ever & part).sum()))

    levels = [(level, reach(register.levels == level)) for level in ELIGIBLE]
    by_unit = [(code, reach(unit_of == code)) for code in sorted(set(unit_of[eligible]))]
    return SchoolsView(
        filters=view,
        as_of=day,
        since=max(day - PERIODIC + timedelta(days=1), PROGRAMME_START),
        t1=t1,
        total=reach(np.ones(len(unit_of), dtype=bool)),
        levels=tuple((level, r) for level, r in levels if r.total or level == Level.FACILITY),
        units=tuple(sorted(by_unit, key=lambda one: (_left_over(one[0], day), *_most_lacking(one)))),
        schools=_schools(analysis, eligible, recent, ever, day),
        several_levels=int(np.isin(register.levels[eligible], list(map(str, _SEVERAL_LEVELS))).sum()),
        undecided=_undecided(by_unit, day),
        misnamed=misnamed(analysis, view.unit, day),
        joint=joint_sessions(analysis, view.unit, day),
    )


def schools_of(analysis: Analysis, filters: Filters) -> tuple[School, ...]:
    """The institutions of T1 of a view, on its last day."""
    day = last_day(filters)
    eligible, recent = periodic_schools(analysis, filters.unit, day)
    ever = eligible & analysis.register.reached(PROGRAMME_START, day)
    return _schools(analysis, eligible, recent, ever, day)


def _schools(
    analysis: Analysis, eligible: np.ndarray, recent: np.ndarray, ever: np.ndarray, day: date
) -> tuple[School, ...]:
    register = analysis.register
    names, wards = (register.schools[column].tolist() for column in ("name", "ward"))
    unit_of = register.units_on(day)
    found = [
        School(
            str(names[i]),
            Level(str(register.levels[i])),
            str(unit_of[i]),
            wards[i] if isinstance(wards[i], str) else "",
            State.RECENT if recent[i] else State.LAPSED if ever[i] else State.NEVER,
            register.last_visit(int(i), day),
        )
        for i in np.flatnonzero(eligible)
    ]
    order = {code: units.label(code) for code in {s.unit for s in found}}
    return tuple(
        sorted(
            found,
            key=lambda s: (collation_key(order[s.unit]), collation_key(s.ward), collation_key(s.name)),
        )
    )


def _most_lacking(one: tuple[str, Reach]) -> tuple[int, float, str]:
    code, reach = one
    return (-reach.never, reach.recent / reach.total, code)


def _left_over(code: str, day: date) -> bool:
    """Whether schools stand under a district that has ended: no unit to call, but a gap of the register."""
    found = units.unit(code)
    return day >= units.BREAK and found is not None and found.level == "district"


def _undecided(by_unit: Sequence[tuple[str, Reach]], day: date) -> int:
    return sum(r.total for code, r in by_unit if _left_over(code, day))
