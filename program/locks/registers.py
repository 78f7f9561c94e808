"""What registers and supplied figures say of quarters that may be locked: whose figures move when they change.

A register has no period of its own, but figures of a quarter are read against it: T1 against the schools that operate
then, attendances for each 100 children against the latest number of them, T2 and T3 as their agency supplied them.
What nothing was known of before may become known: no figure was official yet.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from program import units
from program.filters import CITY
from program.per_children.children import Denominator, children
from program.periods import Period
from program.targets.supplied import Supplied, latest
from program.wards import new_unit


class What(StrEnum):
    """What moves figures."""

    SCHOOLS = "schools"
    POPULATION = "population"
    SUPPLIED = "supplied"


@dataclass(frozen=True)
class School:
    """A row of the register of schools, as figures read it."""

    name: str
    level: str
    unit: str
    ward: str | None
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True)
class Registers:
    """The schools, the numbers of people by group and unit, and the statements of agencies, as they hold."""

    schools: tuple[School, ...] = ()
    population: tuple[tuple[str, str, Denominator], ...] = ()
    supplied: tuple[Supplied, ...] = ()


# By unit and code of a quarter, what moves its figures; those of the whole city stand under its own code.
Moved = Mapping[tuple[str, str], frozenset[What]]


def moved(before: Registers, after: Registers, quarters: Iterable[Period]) -> Moved:
    """Of which units and quarters figures that were known would be others."""
    found: dict[tuple[str, str], set[What]] = {}
    for quarter in quarters if before != after else ():
        for what, said in (
            (What.SCHOOLS, _schools(before.schools, after.schools, quarter)),
            (What.POPULATION, _population(before, after, quarter)),
            (What.SUPPLIED, _supplied(before.supplied, after.supplied, quarter)),
        ):
            for unit in said:
                found.setdefault((unit, quarter.code), set()).add(what)
    return {place: frozenset(what) for place, what in found.items()}


def _schools(before: Iterable[School], after: Iterable[School], quarter: Period) -> set[str]:
    was, now = _operating(before, quarter), _operating(after, quarter)
    if not was:
        return set()
    return {unit for unit in was.keys() | now.keys() if was.get(unit) != now.get(unit)}


def _operating(
    schools: Iterable[School], quarter: Period
) -> dict[str, Counter[tuple[str | date | None, ...]]]:
    """By unit the schools that operate on a day of the quarter, each with its days within it."""
    found: dict[str, Counter[tuple[str | date | None, ...]]] = {}
    for one in schools:
        first, last = (
            max(one.valid_from or date.min, quarter.start),
            min(one.valid_to or date.max, quarter.end),
        )
        if first > last:
            continue
        # As `Register.units_on` has it on the quarter's last day.
        moved_to = new_unit(one.unit, one.ward or "") if quarter.end >= units.BREAK else None
        own = found.setdefault(moved_to or one.unit, Counter())
        own[one.name, one.level, one.unit, one.ward, first, last] += 1
    return found


def _population(before: Registers, after: Registers, quarter: Period) -> set[str]:
    was, now = _given(before), _given(after)
    found: set[str] = set()
    for group, old in was.items():
        new = now.get(group, {})
        # What its units add up to is theirs; of the city itself only its own number is.
        own = old | {units.CITY: new.get(units.CITY, ())}
        for day in (quarter.start, quarter.end):
            for unit in old.keys() - {units.CITY}:
                if _other(children(old, unit, day), children(new, unit, day)):
                    found.add(unit)
            if _other(children(old, CITY, day), children(own, CITY, day)):
                found.add(units.CITY)
    return found


def _other(old: Denominator | None, new: Denominator | None) -> bool:
    return old is not None and (new is None or new.value != old.value)


def _given(registers: Registers) -> dict[str, dict[str, tuple[Denominator, ...]]]:
    """By group and unit its numbers, as `program.per_children.children.denominators` has them."""
    found: dict[str, dict[str, tuple[Denominator, ...]]] = {}
    for group, unit, one in sorted(registers.population, key=lambda row: row[2].year):
        if one.value > 0:
            own = found.setdefault(group, {})
            own[unit] = (*own.get(unit, ()), one)
    return found


def _supplied(before: Iterable[Supplied], after: Iterable[Supplied], quarter: Period) -> set[str]:
    was, now = tuple(before), tuple(after)
    inside = {one.as_of for one in (*was, *now) if quarter.contains(one.as_of)}
    for indicator in {one.indicator for one in was}:
        for day in {quarter.start, *inside}:
            old, new = latest(was, indicator, day), latest(now, indicator, day)
            if old and (new is None or _cases(old) != _cases(new)):
                return {units.CITY}
    return set()


def _cases(one: Supplied) -> tuple[int, int]:
    return one.numerator, one.denominator
