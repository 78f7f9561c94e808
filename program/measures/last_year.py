"""The same days a year before: is the trend rising or falling, with the calendar's own boundaries."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from program import units
from program.filters import CITY, Filters
from program.measures.analysis import Analysis, last_day
from program.measures.completeness import Completeness, completeness
from program.measures.sums import known, reported, sums
from program.periods import PROGRAMME_START, Calendar, Period, parse_period, period_of
from program.vocabulary import Audience, Kind

# A year of fewer days tells too little yet; the full one before it is compared instead.
_TOO_YOUNG = timedelta(days=90)


class Obstacle(StrEnum):
    """Why a view has no year before: its days have not come; they lay before the programme; its unit did
    not stand then."""

    AHEAD = "ahead"
    BEFORE_PROGRAMME = "before_programme"
    NEW_UNIT = "new_unit"


@dataclass(frozen=True)
class Compared:
    """One measure of one kind in a view and on the same days a year before; a value is None where it is
    unknown or nothing was reported. `done` and `done_before` say how many reports each rests on."""

    value: int | None
    before: int | None
    view: Filters
    view_before: Filters
    done: Completeness
    done_before: Completeness

    @property
    def difference(self) -> int | None:
        """now − before; None where one is unknown."""
        return None if self.value is None or self.before is None else self.value - self.before

    @property
    def change(self) -> float | None:
        """(now − before) / before; None where one is unknown or there was nothing before."""
        if self.value is None or not self.before:
            return None
        return (self.value - self.before) / self.before


def this_year(filters: Filters) -> Filters:
    """The view that is compared: of the whole programme the year of its calendar that holds the last day,
    or the full year before where that one has only begun; any other view as it is."""
    if filters.period.grain != "programme":
        return filters
    end = last_day(filters)
    year = period_of(end, "year", filters.calendar)
    if just_begun(year, end):
        year = period_of(year.start - timedelta(days=1), "year", filters.calendar)
    return filters.only(period=year)


def just_begun(year: Period, day: date) -> bool:
    """Whether a year is too young on a day to be held against another."""
    return day - year.start < _TOO_YOUNG and day < year.end


def year_before(filters: Filters) -> Filters | Obstacle:
    """The view moved back by a year, up to the same day of it; of the whole programme that of `this_year`.
    The new units began on 1-7-2025 and have no year before; a district is compared up to its last day."""
    filters = this_year(filters)
    end = last_day(filters)
    if end < filters.period.start:
        return Obstacle.AHEAD
    before = _earlier(filters.period)
    if not _stood(filters.unit, before.start):
        return Obstacle.NEW_UNIT
    if before.start < PROGRAMME_START:
        return Obstacle.BEFORE_PROGRAMME
    # A period that is over stands against the whole one before: half a school year ends on 28-2 or on 29-2.
    until = before.end if end == filters.period.end else min(_same_day(end), before.end)
    return filters.only(period=before, as_of=until)


def compared(
    analysis: Analysis, measure: str, kind: Kind, audience: Audience | None, filters: Filters
) -> Compared | Obstacle:
    """`measure` (activities, attendances, female) of a kind and audience in a view (`this_year` of it) and a
    year before."""
    earlier = year_before(filters)
    if isinstance(earlier, Obstacle):
        return earlier
    filters = this_year(filters)
    filters = filters.only(as_of=last_day(filters))
    value, before = (
        known(sums(analysis, view), measure, kind, audience) if reported(analysis, view) else None
        for view in (filters, earlier)
    )
    done, done_before = (completeness(analysis, view) for view in (filters, earlier))
    return Compared(value, before, filters, earlier, done, done_before)


def _earlier(period: Period) -> Period:
    return parse_period(f"{int(period.code[:4]) - 1}{period.code[4:]}", Calendar(period.calendar))


def _same_day(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)


def _stood(unit: str, day: date) -> bool:
    """Whether the unit was there on a day and sent reports, in whatever boundaries (an old ward may have had
    the code of a new one); the city's series is of the old territory and runs on across the break."""
    found = units.unit(unit, day)
    return unit == CITY or (found is not None and found.valid_on(day) and units.reports(found))
