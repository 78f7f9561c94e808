"""What accepting a file does to the progress of the units that it speaks of."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

import numpy as np
import pandas as pd

from program import units
from program.filters import CITY, Filters
from program.measures.analysis import Analysis, build
from program.measures.figures import Progress, progress
from program.measures.sums import known, sums
from program.schools.register import Register
from program.targets.listed import local_indicators
from program.vocabulary import INDICATORS, Kind, Status


class Records(Protocol):
    """The records of some units: its attributes are the arguments of `program.measures.analysis.build`."""

    @property
    def schools(self) -> pd.DataFrame:
        """The units' rows of the register."""


@dataclass(frozen=True)
class Move:
    """One indicator of one unit before and after."""

    before: Progress
    after: Progress

    @property
    def step(self) -> float:
        """How far the value moved, as a part of the target (of itself where there is none)."""
        old, new = self.before.value or 0.0, self.after.value or 0.0
        return abs(new - old) / (self.after.target or max(abs(new), abs(old)) or 1.0)


@dataclass(frozen=True)
class Effect:
    """What changes for one unit: indicators whose value, target or status changes, the most telling
    first; activities of each kind that changes, before and after (None: nobody gave the number).
    `schools` says that the register of schools itself changes, so T1 is not told beforehand."""

    unit: str
    moves: tuple[Move, ...]
    counts: dict[Kind, tuple[int | None, int | None]]
    schools: bool

    def __bool__(self) -> bool:
        return bool(self.moves or self.counts or self.schools)


@dataclass(frozen=True, eq=False)
class Before:
    """How some units stand now: their set, and their rows of the register. The same for every file that speaks
    of these units, until the data changes."""

    units: frozenset[str]
    standing: Analysis
    schools: pd.DataFrame


def before(city: Analysis, records: Records, spoken_of: Iterable[str]) -> Before:
    """Of the records of the units spoken of alone; `city` is the whole set that counts now."""
    own = frozenset(spoken_of)
    return Before(own, _built(records, city, own), records.schools)


def effects(city: Analysis, now: Before, after: Records, as_of: date) -> tuple[Effect, ...]:
    """The effect on each of the units spoken of, the most changed first; a unit of which nothing changes
    is left out.

    `city` is the whole set that counts now; `now` how these units stand, `after` their records alone once
    the file is accepted. Over the whole programme up to `as_of`.
    """
    own, old = now.units, now.standing
    schooled = now.schools.equals(after.schools)
    new = _built(after, city, own)
    if schooled:
        new = replace(new, register=_together(city.register, old.register, new.register))
    found = []
    for unit in sorted(own):
        view = Filters(unit=unit, as_of=as_of)
        effect = Effect(unit, _moves(city, old, new, view, schooled), _counts(old, new, view), not schooled)
        if effect:
            found.append(effect)
    return tuple(sorted(found, key=_most_changed))


def _built(records: Records, city: Analysis, own: frozenset[str]) -> Analysis:
    """The set of some units, with the register and the other units' targets of the whole: T1 of a unit is
    held against the city's line, and a school's name may stand for schools of two units."""
    made = build(**vars(records) | {"schools": city.register.schools})
    codes = own | ({CITY} if units.CITY in own else set())
    others = {key: rows for key, rows in city.targets.items() if key[1] not in codes}
    return replace(made, targets=dict(made.targets) | others)


def _most_changed(effect: Effect) -> tuple[bool, float, str]:
    return (
        not any(m.before.status != m.after.status for m in effect.moves),
        -max((m.step for m in effect.moves), default=0.0),
        effect.unit,
    )


def _moves(
    city: Analysis, before: Analysis, after: Analysis, view: Filters, schooled: bool
) -> tuple[Move, ...]:
    found = []
    official = (INDICATORS["T1"],) if schooled else ()
    for indicator in dict.fromkeys((*official, *local_indicators(before), *local_indicators(after))):
        of_schools = indicator.measure == "schools_share"
        # Whoever held an activity in a school reached it, other units too: T1 needs the whole set.
        old = progress(city if of_schools else before, indicator, view)
        new = progress(after, indicator, view)
        if (old.value, old.target, old.status) != (new.value, new.target, new.status):
            found.append(Move(old, new))
    return tuple(sorted(found, key=lambda m: (m.before.status == m.after.status, _unjudged(m), -m.step)))


def _unjudged(move: Move) -> bool:
    return move.after.status == Status.NOT_ASSESSABLE


def _counts(before: Analysis, after: Analysis, view: Filters) -> dict[Kind, tuple[int | None, int | None]]:
    old, new = sums(before, view), sums(after, view)
    pairs = {
        kind: (known(old, "activities", kind, None), known(new, "activities", kind, None)) for kind in Kind
    }
    return {kind: pair for kind, pair in pairs.items() if pair[0] != pair[1]}


def _together(city: Register, before: Register, after: Register) -> Register:
    """The register with the days of the other units and those of `after`. A day on which both these units
    and others were in a school goes with these."""
    days = [np.diff(register.visits, axis=1) > 0 for register in (city, before, after)]
    visited = (days[0] & ~days[1]) | days[2]
    running = np.zeros(city.visits.shape, dtype=city.visits.dtype)
    np.cumsum(visited, axis=1, out=running[:, 1:])
    return replace(city, visits=running)
