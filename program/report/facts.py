"""Everything a report rests on, asked once of the same functions as the screens."""

from dataclasses import dataclass
from datetime import date

from locales.forms import day as day_words
from program import clock, units
from program.filters import CITY, Filters
from program.measures.analysis import Analysis, last_day, span
from program.measures.cube import RECORDS
from program.measures.figures import BEHIND, Progress, progress
from program.measures.last_year import Compared, compared
from program.measures.sums import known, reported, sums
from program.periods import PROGRAMME_START, Period, periods, programme
from program.report.words import by_name, inside
from program.reporting.timeliness import DEADLINE_DAYS, Cell, Sent, cells
from program.schools.reach import SchoolsView, schools_view
from program.targets.listed import local_indicators
from program.text import sentence
from program.views.all_units import tiers
from program.views.cases import Case
from program.views.doubts import Doubts, doubts
from program.views.headline import standing
from program.views.overview import Overview, Seats, overview, rank, seats, urgency
from program.vocabulary import Kind


class NothingToReport(ValueError):
    """A view that has no day to report on; the message is a Vietnamese sentence."""


@dataclass(frozen=True)
class Line:
    """What one unit (or one span of days) did: by kind, None where it reported nothing; women by kind."""

    view: Filters
    heard: bool
    seats: dict[Kind, Seats]
    female: dict[Kind, int | None]


@dataclass(frozen=True)
class Facts:
    """`ranked` holds each local indicator's units by tier, worst first; `lines` the whole first, then its units
    by group or, of one unit, its spans; `ahead` the local indicators over the whole programme as of the
    report's last day; `receipts` what became of the quarterly reports that the view asks for; `undecided` what waits
    for a decision beside summaries that differ from their lists, in words."""

    analysis: Analysis
    view: Filters
    start: date
    end: date
    day: date
    today: date
    overview: Overview
    doubts: Doubts
    schools: SchoolsView
    ranked: dict[str, dict[str, tuple[Progress, ...]]]
    whole: Line
    lines: dict[str, tuple[Line, ...]]
    ahead: tuple[Progress, ...]
    receipts: tuple[Cell, ...]
    before: dict[Kind, Compared]
    undecided: str = ""

    @property
    def city(self) -> bool:
        return self.view.unit == CITY

    @property
    def of_territory(self) -> bool:
        """Whether the view is of the city or a unit of territory, which owes reports and has schools."""
        found = units.unit(self.view.unit)
        return self.city or (found is not None and found.level in ("district", "commune"))

    @property
    def compared(self) -> Progress | None:
        """The local indicator that units are held against each other by: the one furthest behind (which the screens
        speak of first), else the one for which most units have a target of their own."""
        return self.overview.compared

    @property
    def behind(self) -> tuple[Progress, ...]:
        """The local indicators behind their plan, or not met, worst first."""
        return tuple(sorted((p for p in self.overview.local if p.status in BEHIND), key=urgency))

    @property
    def late(self) -> tuple[Cell, ...]:
        return tuple(c for c in self.receipts if c.sent == Sent.LATE)


def facts(analysis: Analysis, filters: Filters, today: date | None = None, undecided: str = "") -> Facts:
    """The facts of a scope (the city or a unit) and a period up to its as-of day; `today` is the day on which
    missing reports are overdue where no as-of day was chosen. Raises NothingToReport."""
    view = filters.only(
        kind=None, audience=None, delivery=None, text="", unusual=False, lacking=None, state=None
    )
    start, end = span(view)
    _standing(view)
    now = today or clock.today()
    day = last_day(view)
    ahead = view.only(period=programme(view.calendar), as_of=day)
    return Facts(
        analysis=analysis,
        view=view,
        start=start,
        end=end,
        day=day,
        today=now,
        overview=overview(analysis, view),
        doubts=doubts(analysis, view),
        schools=schools_view(analysis, view),
        ranked=_ranked(analysis, view) if view.unit == CITY else {},
        whole=_line(analysis, view),
        lines=_units(analysis, view) if view.unit == CITY else {"": _spans(analysis, view)},
        ahead=tuple(
            progress(analysis, indicator, ahead) for indicator in local_indicators(analysis, ahead.unit)
        ),
        receipts=_receipts(analysis, view, view.as_of or now),
        before={
            kind: found
            for kind in (Kind.TRAINING_CLASS, Kind.COMMUNICATION_SESSION)
            if isinstance(found := compared(analysis, "activities", kind, None, view), Compared)
        },
        undecided=undecided,
    )


def _standing(view: Filters) -> None:
    """Refuse a view without a day."""
    case, (start, end) = standing(view), span(view)
    who = sentence(inside(view.unit))
    if view.period.end < PROGRAMME_START:
        raise NothingToReport(
            f"Kỳ {view.period.label} kết thúc ngày {day_words(view.period.end)}, trước khi Chương trình bắt đầu "
            f"({day_words(PROGRAMME_START)})."
        )
    if case == Case.FUTURE:
        raise NothingToReport(
            f"Kỳ {view.period.label} bắt đầu ngày {day_words(start)}, sau ngày chốt số liệu {day_words(end)}."
        )
    if case == Case.NOT_YET:
        raise NothingToReport(f"{who} báo cáo từ {day_words(units.BREAK)}, sau kỳ {view.period.label}.")
    if case == Case.GONE:
        raise NothingToReport(
            f"{who} kết thúc hoạt động ngày {day_words(last_day(view))}, trước kỳ {view.period.label}."
        )


def _line(analysis: Analysis, view: Filters) -> Line:
    block, heard = sums(analysis, view), reported(analysis, view)
    return Line(
        view,
        heard,
        {kind: seats(analysis, view, kind) for kind in Kind},
        {kind: known(block, "female", kind, None) if heard else None for kind in Kind},
    )


def _ranked(analysis: Analysis, view: Filters) -> dict[str, dict[str, tuple[Progress, ...]]]:
    found: dict[str, dict[str, tuple[Progress, ...]]] = {}
    for indicator in local_indicators(analysis):
        every = rank(analysis, indicator.code, view)
        found[indicator.code] = {
            tier: tuple(p for p in every if _tier(p.unit) == tier) for tier in tiers(view)
        }
    return found


def _tier(code: str) -> str:
    found = units.unit(code)
    return "districts" if found and found.level == "district" else "communes"


def _units(analysis: Analysis, view: Filters) -> dict[str, tuple[Line, ...]]:
    """Every unit that was expected or heard from: districts, wards and communes, organisations, and apart
    those of former Quảng Nam, which no figure of the city holds."""
    start, end = span(view)
    expected = {u.code for day in (start, end) for u in units.reporting_units(day)}
    inside = analysis.cube.sums(start, end)[..., RECORDS].sum(axis=(1, 2))
    heard = {code for i, code in enumerate(analysis.cube.units) if inside[i]}
    groups: dict[str, list[str]] = {"districts": [], "communes": [], "organisations": [], "outside": []}
    for code in sorted(expected | heard, key=by_name):
        found = units.unit(code)
        if found is None:
            continue
        if not found.in_old_city:
            groups["outside"].append(code)
        elif found.is_body:
            groups["organisations"].append(code)
        else:
            groups[_tier(code)].append(code)
    return {
        group: tuple(_line(analysis, view.only(unit=code)) for code in codes)
        for group, codes in groups.items()
        if codes
    }


_PARTS_OF = {"programme": "quarter", "year": "quarter", "half": "quarter", "quarter": "month"}


def _spans(analysis: Analysis, view: Filters) -> tuple[Line, ...]:
    """A unit's own period in its quarters, or a quarter in its months."""
    grain = _PARTS_OF.get(view.period.grain)
    if grain is None:
        return ()
    first = max(view.period.start, units.first_day(view.unit) or view.period.start)
    found: tuple[Period, ...] = periods(grain, view.calendar, first, min(last_day(view), span(view)[1]))
    return tuple(_line(analysis, view.only(period=p)) for p in found)


def _receipts(analysis: Analysis, view: Filters, as_of: date) -> tuple[Cell, ...]:
    """The quarterly reports on windows that ended within the view."""
    start, end = span(view)
    every = cells(analysis.arrivals, "quarter", as_of, DEADLINE_DAYS)
    return tuple(
        c
        for (code, _), c in every.items()
        if start <= c.campaign.window.end <= end and view.unit in (CITY, code)
    )
