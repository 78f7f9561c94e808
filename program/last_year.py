"""The same days a year before: is the trend rising or falling, with the calendar's own boundaries."""

from dataclasses import dataclass
from datetime import date

from program import units
from program.analysis import Analysis, Completeness, completeness, last_day
from program.figures import known, reported, sums
from program.filters import CITY, Filters
from program.periods import PROGRAMME_START, Calendar, Period, parse_period
from program.vocabulary import Audience, Kind


@dataclass(frozen=True)
class Compared:
    """One measure of one kind in a view and on the same days a year before; a value is None where it is
    unknown or nothing was reported. `before_done` and `done` say how many reports each rests on."""

    value: int | None
    before: int | None
    view: Filters
    view_before: Filters
    done: Completeness
    done_before: Completeness

    @property
    def change(self) -> float | None:
        """(now − before) / before; None where one is unknown or there was nothing before."""
        if self.value is None or not self.before:
            return None
        return (self.value - self.before) / self.before


def year_before(filters: Filters) -> Filters | None:
    """The view moved back by a year, up to the same day of it. None where there is no such year: the
    whole programme, days before the programme began, or a unit that did not stand then (the new units
    begin on 1-7-2025; a district is compared up to its last day)."""
    if filters.period.grain == "programme":
        return None
    end = last_day(filters)
    if end < filters.period.start:
        return None
    before = _earlier(filters.period)
    if before.start < PROGRAMME_START or not _stood(filters.unit, before.start):
        return None
    return filters.only(period=before, as_of=min(_same_day(end), before.end))


def compared(
    analysis: Analysis, measure: str, kind: Kind, audience: Audience | None, filters: Filters
) -> Compared | None:
    """`measure` (activities, attendances, female) of a kind and audience in a view and a year before;
    None where `year_before` gives none."""
    earlier = year_before(filters)
    if earlier is None:
        return None
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
    """Whether the unit was there on a day; the city's series is of the old territory and runs on across
    the break."""
    found = units.unit(unit)
    return unit == CITY or (found is not None and found.valid_on(day))
