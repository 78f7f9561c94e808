"""What moves if another denominator is chosen: attendances for each 100 children by another year or source of
their number, T1 by the register of schools as it stood on another day. Nothing is stored by asking."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from program import units
from program.filters import CITY, Filters
from program.measures.analysis import Analysis, last_day
from program.measures.figures import periodic_schools, progress
from program.per_children.children import Denominator, Given, children
from program.per_children.intensity import intensity
from program.vocabulary import INDICATORS, Audience, Kind


@dataclass(frozen=True)
class Source:
    """Who gave numbers of children, and of which year."""

    year: int
    origin: str | None


@dataclass(frozen=True)
class Share:
    """A figure for each 100 of its denominator: `part` of `whole`; a None is not known. `basis` is the
    number of children with its year and source, where it is one of children."""

    part: int | None
    whole: int | None
    basis: Denominator | None = None

    @property
    def value(self) -> float | None:
        if self.part is None or not self.whole:
            return None
        return 100 * self.part / self.whole


@dataclass(frozen=True)
class Moved:
    """One unit's figure with the denominator in use and with the other one."""

    unit: str
    now: Share
    other: Share

    @property
    def difference(self) -> float | None:
        """By how much it moves, None where one of them is not known."""
        if self.now.value is None or self.other.value is None:
            return None
        return self.other.value - self.now.value


def sources(given: Given) -> tuple[Source, ...]:
    """Every year and source that somebody gave children under 16 of, the latest year first."""
    found = {Source(d.year, d.origin) for rows in given.values() for d in rows}
    return tuple(sorted(found, key=lambda one: (-one.year, one.origin or "")))


def intensities(
    analysis: Analysis,
    kind: Kind,
    audience: Audience | None,
    filters: Filters,
    codes: Iterable[str],
    source: Source,
) -> tuple[Moved, ...]:
    """The city and the units `codes` by the denominator in use (`program.per_children.children`) and by what one source gave;
    the city is the sum of its units there only if the source gave each. Units with neither are left out."""
    only = {
        unit: tuple(d for d in rows if Source(d.year, d.origin) == source)
        for unit, rows in analysis.children.items()
    }
    found = []
    for unit in (CITY, *codes):
        now = intensity(analysis, kind, audience, filters.only(unit=unit))
        other = children(only, unit, last_day(filters.only(unit=unit)))
        if now.children or other:
            found.append(
                Moved(unit, _of(now.attendances, now.children), _of(now.attendances, other)),
            )
    return tuple(found)


def _of(attendances: int | None, basis: Denominator | None) -> Share:
    return Share(attendances, basis.value if basis else None, basis)


def register_days(analysis: Analysis) -> tuple[date, ...]:
    """The days from which the register had other schools of T1 than before, the latest first."""
    found = analysis.register
    rows = found.schools[found.eligible_ever]
    began = {d.date() for d in rows["valid_from"].dropna()}
    ended = {d.date() + timedelta(days=1) for d in rows["valid_to"].dropna()}
    return tuple(sorted(began | ended, reverse=True))


def school_shares(analysis: Analysis, filters: Filters, register_on: date) -> tuple[Moved, ...]:
    """T1 of the city and its units on the view's last day, by the register of that day and by the one of another:
    institutions that were in it, and those of them with an activity in the same twelve months."""
    as_of = progress(analysis, INDICATORS["T1"], filters).as_of
    asked = [filters.unit] if filters.unit != CITY else [u.code for u in units.reporting_units(as_of)]
    found = []
    for unit in asked if filters.unit != CITY else [CITY, *asked]:
        view = filters.only(unit=unit)
        silent = progress(analysis, INDICATORS["T1"], view).value is None
        pairs = [periodic_schools(analysis, unit, as_of, register_on=day) for day in (as_of, register_on)]
        now, other = (
            Share(None if silent else int(reached.sum()), int(eligible.sum()) or None)
            for eligible, reached in pairs
        )
        if now.whole or other.whole:
            found.append(Moved(unit, now, other))
    return tuple(found)
