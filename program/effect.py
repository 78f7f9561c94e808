"""What accepting a file does to the progress of the units that it speaks of."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from program.analysis import Analysis
from program.figures import Progress, known, progress, sums
from program.filters import Filters
from program.schools import Register
from program.vocabulary import INDICATORS, Kind, Status


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


def effects(
    city: Analysis, before: Analysis, after: Analysis, spoken_of: Iterable[str], as_of: date
) -> tuple[Effect, ...]:
    """The effect on each of the units spoken of, the most changed first; a unit of which nothing changes
    is left out.

    `city` is the whole set that counts now; `before` and `after` hold, of the activities, those of the
    units spoken of alone, now and once the file is accepted. Over the whole programme up to `as_of`.
    """
    register = _together(city.register, before.register, after.register)
    schooled = replace(after, register=register or after.register)
    found = []
    for unit in sorted(set(spoken_of)):
        view = Filters(unit=unit, as_of=as_of)
        effect = Effect(
            unit,
            _moves(city, before, schooled, view, register is not None),
            _counts(before, after, view),
            register is None,
        )
        if effect:
            found.append(effect)
    return tuple(sorted(found, key=_most_changed))


def _most_changed(effect: Effect) -> tuple[bool, float, str]:
    return (
        not any(m.before.status != m.after.status for m in effect.moves),
        -max((m.step for m in effect.moves), default=0.0),
        effect.unit,
    )


def _moves(
    city: Analysis, before: Analysis, after: Analysis, view: Filters, schools: bool
) -> tuple[Move, ...]:
    found = []
    for indicator in INDICATORS.values():
        of_schools = indicator.measure == "schools_share"
        if indicator.measure == "supplied" or (of_schools and not schools):
            continue
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


def _together(city: Register, before: Register, after: Register) -> Register | None:
    """The register with the days of the other units and those of `after`; None where the schools
    themselves differ. A day on which both these units and others were in a school goes with these."""
    if not city.schools.equals(after.schools) or not city.schools.equals(before.schools):
        return None
    days = [np.diff(register.visits, axis=1) > 0 for register in (city, before, after)]
    visited = (days[0] & ~days[1]) | days[2]
    running = np.zeros(city.visits.shape, dtype=city.visits.dtype)
    np.cumsum(visited, axis=1, out=running[:, 1:])
    return replace(city, visits=running)
