"""What the overview shows, put together from the figures of one view."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from program import units
from program.filters import CITY, Filters
from program.grouping import grouped
from program.measures.analysis import Analysis, span
from program.measures.completeness import Completeness, completeness
from program.measures.cube import AUDIENCES, KINDS, PARTS
from program.measures.figures import Progress, periodic_schools, progress, series
from program.measures.sums import known, sums, told
from program.periods import PROGRAMME_START
from program.schools.register import ELIGIBLE
from program.targets.listed import local_indicators
from program.targets.progress import milestones
from program.text import collation_key
from program.views.cases import worst_first
from program.views.own_work import OwnWork, own_work
from program.vocabulary import (
    INDICATORS,
    PRIORITY_AUDIENCES,
    Audience,
    Authority,
    Indicator,
    Kind,
    Level,
    Status,
)

OFFICIAL = tuple(i for i in INDICATORS.values() if i.authority == Authority.OFFICIAL)


@dataclass(frozen=True)
class LevelReach:
    """T1 of one level of school: institutions reached in the twelve months up to the day, of those there are."""

    level: Level
    reached: int
    total: int


@dataclass(frozen=True)
class Unreached:
    """An institution of T1 without an activity in the twelve months up to the day; `ever` says whether
    it had one before."""

    name: str
    unit: str
    ever: bool


def by_state_and_unit(
    schools: Iterable[Unreached],
) -> tuple[tuple[bool, tuple[tuple[str, tuple[str, ...]], ...]], ...]:
    """The names of such institutions (in the order of `unreached`): whether they ever had an activity →
    unit → names."""
    return tuple(
        (ever, tuple((unit, tuple(s.name for s in own)) for unit, own in grouped(part, lambda s: s.unit)))
        for ever, part in grouped(schools, lambda s: s.ever)
    )


@dataclass(frozen=True)
class Seats:
    """Activities of one kind and their attendances, in all and by audience (None: not divided by audience). A
    number is None where records were reported and none of them says it."""

    kind: Kind
    activities: int | None
    total: int | None
    by_audience: dict[Audience | None, int | None]

    @property
    def undivided(self) -> int:
        """Attendances of which nobody said who came; 0 where nobody said how many came either."""
        return self.by_audience[None] or 0

    @property
    def priority(self) -> int | None:
        """Attendances of the audiences that Công văn 2523 puts first; None where no record says who came."""
        found = [self.by_audience[audience] for audience in PRIORITY_AUDIENCES]
        return None if None in found else sum(n or 0 for n in found)


@dataclass(frozen=True)
class Curve:
    """The value of an indicator month by month, the planned path it is held against, and the path of the
    plan that was replaced (none where it never changed)."""

    progress: Progress
    points: tuple[tuple[date, float], ...]
    path: tuple[tuple[date, float], ...]
    former: tuple[tuple[date, float], ...] = ()


@dataclass(frozen=True)
class Overview:
    """One view: `focus` is the measure the headline and the curve speak of (the slowest local indicator);
    `compared` the one that the units of the city are held against each other by, `units` hold it for each,
    worst first; `unreached` the schools that T1 still lacks; `work` what a department or mass organisation did, which
    has no schools of its own (None: a territory)."""

    filters: Filters
    official: tuple[Progress, ...]
    levels: tuple[LevelReach, ...]
    local: tuple[Progress, ...]
    focus: Curve | None
    compared: Progress | None
    units: tuple[Progress, ...]
    seats: dict[Kind, Seats]
    completeness: Completeness
    reported: bool
    unreached: tuple[Unreached, ...]
    work: OwnWork | None


def overview(analysis: Analysis, filters: Filters) -> Overview:
    """Everything the overview shows for a view."""
    view = filters.only(kind=None, audience=None, delivery=None, text="")
    start, end = span(view)
    official = tuple(progress(analysis, i, view) for i in OFFICIAL)
    local = tuple(progress(analysis, i, view) for i in local_indicators(analysis, view.unit))
    focus = min((p for p in local if p.pace is not None), key=worst_first, default=None)
    compared = (focus or _of_own_targets(analysis, view)) if view.unit == CITY else None
    heard, known = analysis.has_reported(view.unit, start, end), units.unit(view.unit)
    return Overview(
        filters=view,
        official=official,
        levels=level_reach(analysis, view.unit, official[0].as_of),
        local=local,
        focus=curve(analysis, focus, view) if focus else None,
        compared=compared,
        units=pressing(analysis, compared, view) if compared else (),
        seats={kind: seats(analysis, view, kind) for kind in Kind},
        completeness=completeness(analysis, view),
        reported=heard,
        unreached=unreached(analysis, view.unit, official[0].as_of),
        work=own_work(analysis, view.unit, view) if known is not None and known.is_body else None,
    )


def _of_own_targets(analysis: Analysis, view: Filters) -> Progress | None:
    """Where the city has no target to be held against: the indicator by which most of its units can be judged
    against targets of their own, or at least have one in the view; None where no unit has."""

    def judged(indicator: Indicator) -> tuple[int, int]:
        if not any((indicator.code, unit) in analysis.targets for unit in territory(view)):
            return 0, 0
        having = [p for p in rank(analysis, indicator.code, view) if p.target]
        return sum(p.status != Status.NOT_ASSESSABLE for p in having), len(having)

    best = max(local_indicators(analysis), key=judged)
    return progress(analysis, best, view) if any(judged(best)) else None


def urgency(p: Progress) -> tuple[bool, bool, float]:
    """Sorts progress worst first: unmet before met, and what cannot be judged last."""
    return (p.status == Status.NOT_ASSESSABLE, p.status == Status.MET, p.pace if p.pace is not None else 0.0)


def seats(analysis: Analysis, view: Filters, kind: Kind) -> Seats:
    """Activities and attendances of one kind in a view."""
    block = sums(analysis, view)
    of_kind, total = block[KINDS.index(kind)], known(block, "attendances", kind, None)
    # Of one audience it is known as soon as it is of any.
    divided = told(of_kind, "attendances", AUDIENCES[0])
    parts = of_kind[PARTS].tolist()
    by_audience: dict[Audience | None, int | None] = dict.fromkeys(AUDIENCES)
    if divided:
        by_audience |= dict(zip(AUDIENCES, parts, strict=True))
    by_audience[None] = None if total is None else total - sum(parts)
    return Seats(kind, known(block, "activities", kind, None), total, by_audience)


def level_reach(analysis: Analysis, unit: str, as_of: date) -> tuple[LevelReach, ...]:
    """T1 by level: an institution that holds several levels stands once, under its own level. A level
    of the register's eligible ones that has no institution is left out, but for facilities: their
    number is unknown and the screen says so."""
    eligible, reached = periodic_schools(analysis, unit, as_of)
    level = analysis.register.levels
    rows = []
    for name in ELIGIBLE:
        total = int((eligible & (level == name)).sum())
        if total or name == Level.FACILITY:
            rows.append(LevelReach(name, int((reached & (level == name)).sum()), total))
    return tuple(rows)


def unreached(analysis: Analysis, unit: str, as_of: date) -> tuple[Unreached, ...]:
    """Institutions of T1 that were not reached, by unit and name; those never reached first."""
    eligible, reached = periodic_schools(analysis, unit, as_of)
    ever = analysis.register.reached(PROGRAMME_START, as_of)
    names, unit_of = analysis.register.schools["name"].to_numpy(), analysis.register.units_on(as_of)
    rows = [
        Unreached(str(names[i]), str(unit_of[i]), bool(ever[i])) for i in (eligible & ~reached).nonzero()[0]
    ]
    return tuple(sorted(rows, key=lambda s: (s.ever, s.unit, collation_key(s.name))))


def curve(analysis: Analysis, p: Progress, view: Filters) -> Curve:
    """The months of an indicator up to its as-of day, and its path over the whole period."""
    points = series(analysis, p.indicator, view, p.as_of)
    start, end = view.period.start, view.period.end
    last = min(max((r.end for r in p.former), default=start), end)
    former = milestones(p.former, start, last) if last > start else []
    return Curve(p, tuple(points), tuple(milestones(p.rows, start, end)), tuple(former))


def pressing(analysis: Analysis, focus: Progress, view: Filters) -> tuple[Progress, ...]:
    """The units of a view by what they owe to an indicator: on the way the slowest first; after the
    end the one that lacks most first, since districts and the new units had targets of other sizes."""
    ranked = rank(analysis, focus.indicator.code, view)
    if not focus.ended:
        return ranked
    return tuple(sorted(ranked, key=lambda p: (*urgency(p)[:2], (p.value or 0) - (p.target or 0))))


def rank(analysis: Analysis, code: str, view: Filters) -> tuple[Progress, ...]:
    """An indicator of every unit of territory expected in the view, worst first; what cannot be judged last."""
    found = [progress(analysis, INDICATORS[code], view.only(unit=u)) for u in territory(view)]
    return tuple(sorted(found, key=urgency))


def territory(view: Filters) -> tuple[str, ...]:
    """Codes of the units of territory expected in the view: districts first, then the new units."""
    start, end = span(view)
    if end < start:
        return ()
    found = {u.code: None for day in (start, end) for u in units.reporting_units(day)}
    return tuple(found)
