"""What stands beside the totals of a view so that they are read right: the same days a year before, the
middle size of one class or session, and how much went to the groups that the city puts first."""

from collections.abc import Mapping
from dataclasses import dataclass

from program.filters import Filters
from program.measures.analysis import Analysis, last_day, span
from program.measures.last_year import Compared, Obstacle, compared, just_begun
from program.measures.sizes import Size, size
from program.measures.sums import reported
from program.periods import Period, periods
from program.views.overview import seats
from program.vocabulary import Indicator, Kind

COMPARED = (Kind.TRAINING_CLASS, Kind.COMMUNICATION_SESSION)


@dataclass(frozen=True)
class Share:
    """One kind in one year: the attendances of the priority audiences, of all, and how many activities there
    were (None: not known)."""

    year: Period
    priority: int | None
    total: int | None
    count: int | None

    @property
    def share(self) -> float | None:
        """0 to 1; None where nobody came, nothing was reported or no record says who came."""
        return self.priority / self.total if self.total and self.priority is not None else None


@dataclass(frozen=True)
class Beside:
    """Of one view by kind: `last_year` the count of activities a year before, `sizes` (None: no size known)
    and `shares` of the priority audiences in each year of the view."""

    last_year: Mapping[Kind, Compared | Obstacle]
    sizes: Mapping[Kind, Size | None]
    shares: Mapping[Kind, tuple[Share, ...]]


def beside(analysis: Analysis, filters: Filters) -> Beside:
    """What stands beside the totals of a view of one unit or the city, of all audiences."""
    view = filters.only(kind=None, audience=None, delivery=None, text="", unusual=False)
    start, end = span(view)
    return Beside(
        {kind: compared(analysis, "activities", kind, None, view) for kind in COMPARED},
        {kind: size(analysis.sizes, kind, view.unit, start, end) for kind in COMPARED},
        {kind: priority_shares(analysis, kind, view) for kind in COMPARED},
    )


def priority_shares(analysis: Analysis, kind: Kind, view: Filters) -> tuple[Share, ...]:
    """The share of the priority audiences in the attendances of a kind, for each year of the view's
    calendar up to its last day; a last year that has only begun is left out."""
    start, end = view.period.start, last_day(view)
    found = []
    for year in periods("year", view.calendar, start, end) if end >= start else ():
        if year.start > start and just_begun(year, end):
            continue
        days = Period(year.code, year.calendar, year.grain, max(year.start, start), min(year.end, end))
        within = view.only(period=days, as_of=days.end)
        held = seats(analysis, within, kind)
        count = held.activities if reported(analysis, within) else None
        found.append(Share(year, held.priority, held.total, count))
    return tuple(found)


@dataclass(frozen=True)
class UnitsLastYear:
    """An indicator of each unit against its own year before, in the order asked; `without` are those that
    have none, and why."""

    rows: tuple[tuple[str, Compared], ...]
    without: tuple[tuple[str, Obstacle], ...]


def units_last_year(
    analysis: Analysis, indicator: Indicator, filters: Filters, codes: tuple[str, ...]
) -> UnitsLastYear:
    """One counted indicator of the units `codes` in a view and a year before."""
    if indicator.kind is None:
        return UnitsLastYear((), ())
    rows: list[tuple[str, Compared]] = []
    without: list[tuple[str, Obstacle]] = []
    for code in codes:
        view = filters.only(unit=code)
        found = compared(analysis, indicator.measure, indicator.kind, indicator.audience, view)
        if isinstance(found, Obstacle):
            without.append((code, found))
        else:
            rows.append((code, found))
    return UnitsLastYear(tuple(rows), tuple(without))
