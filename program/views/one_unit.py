"""What a unit's own page shows beside its figures: wards and schools reached and not, units like it, and what
is asked of it now."""

from dataclasses import dataclass

from program import units
from program.conflicts.overlaps import Overlap
from program.filters import Filters
from program.measures.analysis import Analysis, last_day, span
from program.measures.completeness import Completeness, completeness
from program.measures.figures import BEHIND, Progress, progress
from program.per_children.children import CHILDREN, Denominator, children
from program.periods import PROGRAMME_END
from program.schools.named_otherwise import Misnamed, misnamed
from program.schools.reach import School, State, schools_of
from program.views.all_units import UnitInDepth
from program.views.headline import Headline, headline
from program.views.own_work import OwnWork, own_work
from program.wards import WardReach, WardWords

SIMILAR = 3


# By which number units are called alike: the first that is known for the unit and for enough others.
EVERYBODY = "population"
GROUPS = (CHILDREN, EVERYBODY)


@dataclass(frozen=True)
class Similar:
    """A unit beside others: the same indicator, and its people of the group they are compared by."""

    progress: Progress
    people: Denominator | None


@dataclass(frozen=True)
class Likeness:
    """Units of the same tier nearest in people of a `group`, nearest first, and the unit itself (`own`);
    no others where no group is known for enough of them: what would make units alike is not known then."""

    own: Similar
    others: tuple[Similar, ...]
    group: str | None


@dataclass(frozen=True)
class Asked:
    """What a unit owes on a day: reports, indicators behind their path, schools and wards without an
    activity, words to mend, summaries to decide about. `over` says that the unit, or the programme, has ended."""

    missing: Completeness
    behind: tuple[Progress, ...]
    schools: int
    wards: int
    names: int
    waiting: int
    over: bool

    @property
    def nothing(self) -> bool:
        owed = (self.missing.due - self.missing.reports, self.schools, self.wards, self.names, self.waiting)
        return not self.behind and not any(owed)


@dataclass(frozen=True)
class UnitPage:
    """`wards` are those of a district on the view's last day (a new unit is itself a ward: none), reached
    within the view's days; `schools` the institutions of T1 on that day, with their state; `work` what the unit did
    where it has no target to be judged by."""

    headline: Headline
    wards: tuple[WardReach, ...]
    ward_words: tuple[WardWords, ...]
    schools: tuple[School, ...]
    school_names: tuple[Misnamed, ...]
    likeness: Likeness
    overlaps: tuple[Overlap, ...]
    asked: Asked
    work: OwnWork | None


def unit_page(analysis: Analysis, one: UnitInDepth, filters: Filters) -> UnitPage:
    """The page of a unit in a view; the indicator is that of its curve."""
    view = filters.only(unit=one.unit, kind=None, audience=None, delivery=None, text="")
    (start, end), day = span(view), last_day(view)
    heard = analysis.has_reported(one.unit, start, end)
    wards = analysis.wards.reached(one.unit, start, day) if start <= day else ()
    ward_words = analysis.wards.misnamed(one.unit, start, day)
    schools = schools_of(analysis, view)
    names = misnamed(analysis, one.unit, day)
    waiting = tuple(
        o for o in analysis.overlaps if o.waits and o.unit == one.unit and o.start <= end and o.end >= start
    )
    found = units.unit(one.unit)
    return UnitPage(
        headline=headline(view, [one.curve.progress], heard),
        wards=wards,
        ward_words=ward_words,
        schools=schools,
        school_names=names,
        likeness=likeness(analysis, one.curve.progress, view),
        overlaps=waiting,
        asked=Asked(
            missing=completeness(analysis, view),
            behind=tuple(p for p in one.local if p.status in BEHIND),
            schools=sum(s.state == State.NEVER for s in schools),
            wards=sum(not w.activities for w in wards) if heard else 0,
            names=len(names) + len(ward_words),
            waiting=len(waiting),
            over=bool(found and found.valid_to and found.valid_to < end) or end >= PROGRAMME_END,
        ),
        work=None if any(p.target for p in one.local) else own_work(analysis, one.unit, view),
    )


def likeness(analysis: Analysis, own: Progress, filters: Filters) -> Likeness:
    """The units that the one of a view may be compared with in the indicator of `own`."""
    day = last_day(filters)
    tier = [u.code for u in units.reporting_units(day)]
    if own.unit not in tier:
        return Likeness(Similar(own, None), (), None)
    for group in GROUPS:
        given = analysis.children_of(group)
        sizes = {u: found for u in tier if (found := children(given, u, day))}
        people = sizes.pop(own.unit, None)
        if people is None or len(sizes) < SIMILAR:
            continue
        nearest = sorted(sizes, key=lambda u: (abs(sizes[u].value - people.value), u))[:SIMILAR]
        others = [Similar(progress(analysis, own.indicator, filters.only(unit=u)), sizes[u]) for u in nearest]
        return Likeness(Similar(own, people), tuple(others), group)
    return Likeness(Similar(own, None), (), None)
