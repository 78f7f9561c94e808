"""The register of schools, and which of them held an activity: the ground of target T1."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
import pandas as pd

from program import units
from program.named import by_words
from program.schools.names import among, finder
from program.text import collation_key
from program.vocabulary import Level
from program.wards import new_unit

# T1 names primary, lower and upper secondary schools and facilities that protect or raise children;
# preschools and centres of continuing education are not in it (QĐ 830/QĐ-TTg).
ELIGIBLE = tuple(level for level in Level if level not in (Level.PRESCHOOL, Level.CONTINUING))

# "Định kỳ" is not defined by the decision, and no paper of the city that defines it was found. This is what
# the system was set to, and on which day; both stand on the screen.
PERIODIC = timedelta(days=365)
PERIODIC_SET_ON = date(2026, 11, 24)

_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True)
class Unknown:
    """A name in activities of a unit that the register does not have; `days` (since 1970, in order) are
    those of its activities."""

    name: str
    unit: str
    days: tuple[int, ...]

    def until(self, day: date) -> int:
        """How many activities name it up to a day."""
        return bisect_right(self.days, day.toordinal() - _EPOCH)


@dataclass(frozen=True)
class Joint:
    """Activities held for several schools together: the words of the cell, the rows of the register it
    counts for, how many of its names the register lacks; `days` as of Unknown."""

    name: str
    unit: str
    rows: tuple[int, ...]
    lacking: int
    days: tuple[int, ...]

    def until(self, day: date) -> int:
        """How many there were up to a day."""
        return bisect_right(self.days, day.toordinal() - _EPOCH)


@dataclass(frozen=True, eq=False)
class Register:
    """The schools of the register and the days on which each held an activity.

    `schools` has the columns `name`, `level`, `unit`, `ward`, `valid_from`, `valid_to`; row i of
    `visits` holds running counts of days with an activity, day by day from `first` (days since
    1970). `unknown` are the names in activities that the register does not have, `joint` the
    activities for several schools together.
    """

    schools: pd.DataFrame
    first: int
    visits: np.ndarray
    unknown: tuple[Unknown, ...]
    joint: tuple[Joint, ...] = ()

    @cached_property
    def levels(self) -> np.ndarray:
        """The level of each row, as text."""
        return self.schools["level"].astype(str).to_numpy()

    @cached_property
    def _units(self) -> np.ndarray:
        return self.schools["unit"].astype(str).to_numpy()

    @cached_property
    def eligible_ever(self) -> np.ndarray:
        """Which rows are institutions of T1, whenever they operate."""
        return np.isin(self.levels, [str(level) for level in ELIGIBLE])

    @cached_property
    def _open(self) -> tuple[np.ndarray, np.ndarray]:
        """First and last day of each row; a missing one lies before or after everything."""
        days = [self.schools[name].to_numpy().astype("datetime64[D]") for name in ("valid_from", "valid_to")]
        first, last = days
        return (
            np.where(np.isnat(first), np.datetime64("0001-01-01"), first),
            np.where(np.isnat(last), np.datetime64("9999-12-31"), last),
        )

    def units_on(self, day: date) -> np.ndarray:
        """The unit of each row on a day: the one that the register names, and from 1-7-2025 the new unit
        that the row's old ward went into; where that was split or is not given, still the district."""
        return self._units if day < units.BREAK else self._new_units

    @cached_property
    def _new_units(self) -> np.ndarray:
        wards = [ward if isinstance(ward, str) else "" for ward in self.schools["ward"]]
        pairs = zip(self._units.tolist(), wards, strict=True)
        return np.array([new_unit(unit, ward) or unit for unit, ward in pairs], dtype=object)

    def eligible(self, day: date, unit: str | None = None) -> np.ndarray:
        """Which rows are institutions of T1 that operate on the day (of one unit, or all)."""
        moment = np.datetime64(day)
        first, last = self._open
        mask = self.eligible_ever & (first <= moment) & (moment <= last)
        return mask if unit is None else mask & (self.units_on(day) == unit)

    def reached(self, start: date, end: date) -> np.ndarray:
        """Which rows held at least one activity from start to end, both included."""
        last = self.visits.shape[1] - 1
        low = min(max(start.toordinal() - _EPOCH - self.first, 0), last)
        high = min(max(end.toordinal() + 1 - _EPOCH - self.first, 0), last)
        return self.visits[:, high] > self.visits[:, low]

    def last_visit(self, row: int, end: date) -> date | None:
        """The last day up to `end` on which a row held an activity."""
        until = min(max(end.toordinal() + 1 - _EPOCH - self.first, 0), self.visits.shape[1] - 1)
        held = self.visits[row, until]
        if not held:
            return None
        return date.fromordinal(int(np.searchsorted(self.visits[row], held)) - 1 + self.first + _EPOCH)


def build_register(schools: pd.DataFrame, activities: pd.DataFrame, start: date, end: date) -> Register:
    """Match the schools named in activities to the register, by name and, where a name occurs twice,
    by unit. `schools` as in the data contract; `activities` needs `school`, `unit`, `counted_on`, `count`.

    A cell that no school is called after, but names several, is one joint session: it counts for each of
    those that the register has."""
    rows = schools.reset_index(drop=True)
    first = start.toordinal() - _EPOCH
    length = end.toordinal() - start.toordinal() + 1
    held = np.zeros((len(rows), length + 1), dtype=np.int32)
    find = finder(rows)
    unknown: list[Unknown] = []
    joint: list[Joint] = []
    for name, code, days in by_words(activities, "school"):
        found, lacking, together = _meant(name, code, find)
        unknown += [Unknown(part, code, tuple(days.tolist())) for part in lacking]
        if together:
            joint.append(Joint(name, code, tuple(found), len(lacking), tuple(days.tolist())))
        inside = days[(days >= first) & (days < first + length)] - first
        for row in found:
            held[row, inside + 1] = 1
    visits = np.cumsum(held, axis=1, dtype=np.int32)
    visits.setflags(write=False)
    unknown.sort(key=lambda one: (one.unit, collation_key(one.name)))
    return Register(rows, first, visits, tuple(unknown), tuple(joint))


def _meant(name: str, unit: str, find: Callable[[str, str], int]) -> tuple[list[int], list[str], bool]:
    """Rows that a cell means, the names in it that the register lacks, and whether it names several."""
    whole = find(name, unit)
    if whole >= 0:
        return [whole], [], False
    parts = among(name, lambda part: find(part, unit))
    rows = {row for _, row in parts if row >= 0}
    if len(parts) < 2 or not rows:
        return [], [name], False
    return sorted(rows), [part for part, row in parts if row < 0], True
