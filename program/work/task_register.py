"""The register of tasks on a day: what is overdue and whose, what is due soon, how much of it is done by unit.

The share done is a local indicator: Quyết định 830 sets no number for it. It is tasks done of tasks passed on, by
the unit that passed them on; a unit that has handed in none has no share.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from program import units
from program.shares import shown_share
from program.text import collation_key
from program.work.tasks import Standing, Task


@dataclass(frozen=True)
class Tally:
    """Tasks by where they stand on a day."""

    overdue: int = 0
    soon: int = 0
    open: int = 0
    done: int = 0

    @property
    def passed_on(self) -> int:
        """All of them."""
        return self.overdue + self.soon + self.open + self.done

    @property
    def share(self) -> float | None:
        """Done of passed on; None where nothing was."""
        return self.done / self.passed_on if self.passed_on else None

    @property
    def per_cent(self) -> float | None:
        """The share in per cent, as it is shown."""
        shown = shown_share(self.done, self.passed_on)
        return int(shown) if shown is not None and shown.is_integer() else shown


@dataclass(frozen=True)
class Line:
    """What one unit passed on; nothing at all (`tally` None) is no zero. `owes`: every unit of its kind should
    have handed in; `stands`: it exists on the day."""

    unit: str
    tally: Tally | None
    owes: bool
    stands: bool


@dataclass(frozen=True)
class Register:
    """The tasks of some units on a day, in the order in which they are to be looked at."""

    day: date
    tasks: tuple[Task, ...]
    lines: tuple[Line, ...]

    def of(self, standing: Standing) -> tuple[Task, ...]:
        """Those that stand so."""
        return self._by_standing.get(standing, ())

    @cached_property
    def _by_standing(self) -> Mapping[Standing, tuple[Task, ...]]:
        found: dict[Standing, list[Task]] = {}
        for one in self.tasks:
            found.setdefault(one.standing(self.day), []).append(one)
        return {standing: tuple(own) for standing, own in found.items()}

    @cached_property
    def tally(self) -> Tally:
        """All of them, counted."""
        return tally(self.tasks, self.day)

    @property
    def overdue_by_unit(self) -> list[tuple[str, int]]:
        """Whose tasks are overdue, and how many, the most first."""
        found = [(line.unit, line.tally.overdue) for line in self.lines if line.tally and line.tally.overdue]
        return sorted(found, key=lambda one: (-one[1], collation_key(units.label(one[0]))))

    @property
    def handed_in(self) -> tuple[int, int]:
        """Of the units that should hand tasks in, how many have, and how many they are."""
        owing = [line for line in self.lines if line.owes]
        return sum(line.tally is not None for line in owing), len(owing)

    @property
    def undated(self) -> int:
        """Tasks said to be done without a day: they count as done on every day."""
        return sum(one.details.done_on is None for one in self.of(Standing.DONE))


def tally(found: Iterable[Task], day: date) -> Tally:
    """Tasks counted by where they stand on a day."""
    counted = Counter(one.standing(day) for one in found)
    return Tally(
        *(counted[standing] for standing in (Standing.OVERDUE, Standing.SOON, Standing.OPEN, Standing.DONE))
    )


def register(found: Iterable[Task], day: date, within: frozenset[str] | None = None) -> Register:
    """The tasks that had been passed on by a day, and every unit that should pass some on or has; `within`: of
    these units alone. Overdue ones first, the longest overdue at their head; then by due day; done ones last."""
    begun = [one for one in found if one.begun_by(day) and (within is None or one.unit in within)]
    by_unit: dict[str, list[Task]] = {}
    for one in begun:
        by_unit.setdefault(one.unit, []).append(one)
    owing = {u.code for u in units.reporting_units(day)}
    shown = (owing if within is None else owing & within) | by_unit.keys()
    lines = [_line(code, by_unit.get(code), day, code in owing) for code in shown]
    return Register(
        day, tuple(sorted(begun, key=lambda one: _turn(one, day))), tuple(sorted(lines, key=_rank))
    )


def _line(code: str, own: Sequence[Task] | None, day: date, owes: bool) -> Line:
    unit = units.unit(code, day)
    return Line(code, tally(own, day) if own else None, owes, unit is None or unit.valid_on(day))


def _rank(line: Line) -> tuple[object, ...]:
    """Those with most overdue first; silent ones are not ranked, they stand behind."""
    overdue = line.tally.overdue if line.tally else 0
    return line.tally is None, -overdue, collation_key(units.label(line.unit, with_type=True))


_ORDER = {Standing.OVERDUE: 0, Standing.SOON: 1, Standing.OPEN: 2, Standing.DONE: 3}


def _turn(one: Task, day: date) -> tuple[object, ...]:
    standing, said = one.standing(day), one.details
    if standing == Standing.DONE:
        return _ORDER[standing], -(said.done_on or date.min).toordinal(), one.id
    return _ORDER[standing], (said.due_date or date.max).toordinal(), one.id
