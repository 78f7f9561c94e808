"""Two states of the same figures: which differ, by how much, and which of the things that happened did it.

A cause is named only where what it changed lies within the figure: its unit, kind, audience and days. Where none
does, the figure has no cause; none is guessed.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from program import units
from program.editions.causes import Cause, Key, Touch, Why
from program.editions.issued import Figure
from program.editions.parts import Part, difference, moved, of_units, parts
from program.filters import CITY, Filters
from program.measures.figure_list import indicator_of
from program.periods import PROGRAMME_START
from program.schools.register import PERIODIC
from program.targets.national import NATIONAL
from program.vocabulary import INDICATORS, Audience, Kind
from program.work import task_figures

# What a figure says. Completeness is a figure of its own (`units_reported`).
SAID = ("value", "target", "expected", "pace", "status", "denominator")
_OF_TARGET = frozenset({"target", "expected", "pace", "status"})
_COUNTED = frozenset({"value", "denominator"})
# Figures that no kind of activity has.
_SCHOOLS, _REPORTED = "schools_reached", "units_reported"
_TASKS = task_figures.MEASURE
# The units of measure of figures that count no activities.
COUNTERS = {_SCHOOLS: "trường", _REPORTED: "đơn vị", _TASKS: "nhiệm vụ"}
_OTHER_DAY = Cause(Why.DAY, 0, None)
# An edition of before the national targets held without being written down had none.
_DECREED = Cause(Why.DECREE, 0, None)


@dataclass(frozen=True)
class Difference:
    """A figure that differs: what it is of, both states (None: it was not there), the names of what differs, and
    the causes that were found, the earliest first. `parts` add up to the difference of its values."""

    measure: str
    kind: str | None
    audience: str | None
    unit: str
    old: Figure | None
    new: Figure | None
    changed: tuple[str, ...]
    causes: tuple[Cause, ...]
    parts: tuple[Part, ...] = ()

    @property
    def why(self) -> tuple[Why, ...]:
        """The kinds of its causes, each once."""
        return tuple(dict.fromkeys(cause.why for cause in self.causes))

    def said(self, name: str) -> tuple[float | None, float | None]:
        """Old and new of one of the numbers that it gives."""
        return (self.old or {}).get(name), (self.new or {}).get(name)


@dataclass(frozen=True)
class Days:
    """The days that figures were counted over: the period of a view up to the as-of days of both states."""

    view: Filters
    old: date
    new: date

    @property
    def last(self) -> date:
        """The later of both days."""
        return min(max(self.old, self.new), self.view.period.end)

    @property
    def first_of_schools(self) -> date:
        """T1 looks back twelve months from its day."""
        return max(min(self.old, self.new) - PERIODIC, PROGRAMME_START)


def compare(
    old: Iterable[Figure], new: Iterable[Figure], causes: Sequence[Cause], days: Days
) -> tuple[Difference, ...]:
    """Every figure of two states of one view that differs, each once, in the order of the list; none that is equal.
    A figure of which nothing is known is as one that is not there."""
    before, after = _by_key(old), _by_key(new)
    found = []
    for key in dict.fromkeys((*after, *before)):
        was, now = before.get(key), after.get(key)
        if changed := _changed(was, now):
            unknown = None in ((was or {}).get("value"), (now or {}).get("value"))
            targets = (was or {}).get("target"), (now or {}).get("target")
            # A unit that came into the list, or left it, brought or took its targets with it.
            counts = bool(_COUNTED.intersection(changed)) or was is None or now is None
            given = was is not None and targets[0] is None is not targets[1]
            whys = _causes(key, frozenset(changed), unknown, causes, days, given=given, counts=counts)
            found.append(_told(Difference(*key, was, now, changed, whys), key, causes))
    return tuple(_from_units(one, found) for one in found)


def _told(one: Difference, key: Key, every: Sequence[Cause]) -> Difference:
    """A difference with its parts. Where they are counted in full, causes that did not move it are none of it."""
    whole = difference(*one.said("value"))
    made = parts(key, whole, one.causes, every)
    by_rows = [cause for cause in every if moved(cause, key)]
    kept = [cause for cause in one.causes if cause in by_rows or not cause.moved]
    if not by_rows or any(len(part.causes) != 1 for part in made):
        kept = list(one.causes)
    causes = sorted(dict.fromkeys((*kept, *by_rows)), key=lambda cause: cause.entry)
    return replace(one, causes=tuple(causes), parts=made)


def _from_units(one: Difference, every: Sequence[Difference]) -> Difference:
    """The city's difference with the parts of its units, of what is counted by unit and not by row."""
    if one.unit != CITY or one.measure not in COUNTERS:
        return one
    own = [
        other.parts
        for other in every
        if other.measure == one.measure and units.in_city(other.unit) and other is not one
    ]
    made = of_units(difference(*one.said("value")), own)
    if made is None:
        return one
    told = {cause for part in made for cause in part.causes}
    return replace(one, parts=made, causes=tuple(cause for cause in one.causes if cause in told))


def counted(differences: Iterable[Difference]) -> dict[tuple[Why, ...], int]:
    """How many figures changed by the kinds of causes together; () where none was found. Most first."""
    return dict(Counter(one.why for one in differences).most_common())


def by_unit(differences: Iterable[Difference]) -> dict[str, tuple[Difference, ...]]:
    """The differences by unit, the city first, in their order."""
    found: dict[str, list[Difference]] = {}
    for one in differences:
        found.setdefault(one.unit, []).append(one)
    order = sorted(found, key=lambda code: code != CITY)
    return {code: tuple(found[code]) for code in order}


def _by_key(figures: Iterable[Figure]) -> dict[Key, Figure]:
    return {(one["measure"], one["kind"], one["audience"], one["unit"]): one for one in figures}


def _changed(old: Figure | None, new: Figure | None) -> tuple[str, ...]:
    before, after = old or {}, new or {}
    return tuple(name for name in SAID if before.get(name) != after.get(name))


def _causes(
    key: Key,
    changed: frozenset[str],
    unknown: bool,
    causes: Sequence[Cause],
    days: Days,
    *,
    given: bool,
    counts: bool,
) -> tuple[Cause, ...]:
    """The causes of one difference; `given` says that a figure without a target has one now, `counts` that what
    brings or takes records may have made it."""
    found = [c for c in causes if c.why == Why.TARGET and changed & _OF_TARGET and _of_target(c, key, days)]
    if not found and given and (key[0], CITY) in NATIONAL:
        found.append(_DECREED)
    found += [c for c in causes if c.why == Why.DEMO or (c.why == Why.SUPPLIED and c.indicator == key[0])]
    if counts:
        found += _closest(key, unknown, causes, days)
    if days.old != days.new and (not found or "expected" in changed):
        found.append(_OTHER_DAY)
    return tuple(sorted(dict.fromkeys(found), key=lambda cause: cause.entry))


def _of_target(cause: Cause, key: Key, days: Days) -> bool:
    """Whether it set the target of this figure. A share is read against the whole programme, all else against what
    is planned within the period."""
    measure, kind, audience, unit = key
    indicator = INDICATORS.get(measure) or indicator_of(
        measure, Kind(kind) if kind else None, Audience(audience) if audience else None
    )
    if indicator is None or indicator.code != cause.indicator:
        return False
    period, planned = days.view.period, cause.days
    if (
        planned
        and (indicator.code, CITY) not in NATIONAL
        and (planned[0] > period.end or planned[1] < period.start)
    ):
        return False
    # A unit without a line of its own is held against the city's share.
    return unit in cause.units or (indicator.measure == "schools_share" and CITY in cause.units)


def _closest(key: Key, unknown: bool, causes: Sequence[Cause], days: Days) -> list[Cause]:
    """The causes that touched just this figure; else those that touched its unit and kind on its days (a summary
    gives way to rows beside it, an average of what is known moves); else, of a figure that became known or
    unknown, those that touched its unit."""
    touching = [cause for cause in causes if cause.touches]
    for fits in (_fits_exactly, _fits_kind, *((_fits_unit,) if unknown else ())):
        found = [c for c in touching if any(_within(t, key, days) and fits(t, key) for t in c.touches)]
        if found:
            return found
    return []


def _within(touch: Touch, key: Key, days: Days) -> bool:
    measure, unit = key[0], key[3]
    of = unit == CITY and units.in_city(touch.unit)
    if not of and touch.unit != unit:
        return False
    share = measure in INDICATORS
    first = days.first_of_schools if share else days.view.period.start
    return touch.first <= days.last and touch.last >= first


def _fits_exactly(touch: Touch, key: Key) -> bool:
    measure, kind, audience, _ = key
    of = {_SCHOOLS: "schools", _REPORTED: "reported", _TASKS: "tasks"}.get(measure)
    if of or measure in INDICATORS:
        return (of or "schools") in touch.measures or not touch.measures
    wanted = f"{measure}:{audience}" if audience else measure
    return touch.kind == kind and (wanted in touch.measures or not touch.measures)


def _fits_kind(touch: Touch, key: Key) -> bool:
    return touch.kind is not None and touch.kind == key[1]


def _fits_unit(touch: Touch, key: Key) -> bool:
    """Whatever moved in its rows; what came to its schools alone moved nothing else."""
    return touch.measures != {"schools"} or key[0] == _SCHOOLS or key[0] in INDICATORS
