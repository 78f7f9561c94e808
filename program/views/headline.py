"""What the first sentence of a screen has to say, as values: what is so, for whom, since when, what is needed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from program import units
from program.filters import Filters
from program.measures.analysis import last_day, span
from program.measures.figures import BEHIND, Progress
from program.periods import PROGRAMME_START, Period
from program.shares import share_in_words, shown_share
from program.views.cases import Case, judged, worst_first
from program.views.overview import Overview
from program.vocabulary import Status

# From here on one decimal shows a number.
_TENTH = 0.05


@dataclass(frozen=True)
class Headline:
    """The state of a view. `day` is the last one that counts; `progress` the indicator spoken of (None
    where there is none to speak of); `behind` and `met` count the indicators of those `assessed`. `apart`: only
    units have targets, the whole has none."""

    case: Case
    unit: str
    period: Period
    day: date
    progress: Progress | None = None
    behind: int = 0
    met: int = 0
    assessed: int = 0
    apart: bool = False

    @property
    def done(self) -> float | None:
        """Per cent of the target."""
        p = self.progress
        return None if p is None else shown_share(p.value, p.target)

    @property
    def lag(self) -> float | None:
        """Points between what is planned by the day and what is done, of the shares as they are shown;
        None where they show no difference."""
        p = self.progress
        if p is None or self.done is None:
            return None
        planned = shown_share(p.expected, p.target)
        gap = None if planned is None else round(planned - self.done, 1)
        return gap if gap is not None and gap > 0 else None


@dataclass(frozen=True)
class Across:
    """One indicator over units side by side on a day: how many are behind of those that can be judged,
    which is worst, which are silent. `ended` says that for the worst the time is over; `tied` are all units that
    stand exactly as it does, where it is not alone."""

    day: date
    behind: int
    assessed: int
    worst: Progress | None
    ended: bool
    silent: tuple[str, ...]
    units: int
    tied: tuple[str, ...] = ()


def lack_digits(p: Progress) -> int:
    """Decimals that what is lacking to a target takes to show: a plan cut by the days of a view is seldom whole, and
    2 classes of 2.1 are neither "2 of 2" nor "0 lacking"."""
    lack = (p.target or 0) - (p.value or 0)
    return 0 if lack <= 0 or round(lack) else 1 if lack >= _TENTH else 2


def share_of(p: Progress) -> str:
    """What is done of an indicator's target in words; empty where there is none."""
    return share_in_words(p.value, p.target)


def standing(filters: Filters) -> Case | None:
    """Whether a view has days to speak of: None, or why it has none."""
    start, end = span(filters)
    if end < start:
        return Case.FUTURE
    if (units.first_day(filters.unit) or start) > end:
        return Case.NOT_YET
    return Case.GONE if last_day(filters) < start else None


def headline(filters: Filters, found: Sequence[Progress], reported: bool) -> Headline:
    """The headline of a view over some indicators: it speaks of the one furthest behind its path, and of
    the time that is over only where none can still be caught up with."""
    day = last_day(filters)
    empty = standing(filters)
    if empty or not reported:
        return Headline(empty or Case.SILENT, filters.unit, filters.period, day)
    cases = [judged(p, reported) for p in found]
    assessed = [case for case in cases if case in (Case.BEHIND, Case.NOT_MET, Case.KEPT, Case.MET)]
    p = min(found, key=worst_first, default=None)
    case = Case.NO_TARGET if p is None else judged(p, reported)
    return Headline(
        case, filters.unit, filters.period, day, p,
        sum(c in (Case.BEHIND, Case.NOT_MET) for c in assessed),
        sum(c == Case.MET for c in assessed),
        len(assessed),
    )  # fmt: skip


def of_overview(o: Overview) -> Headline:
    """The headline of the overview: over the city's own indicators."""
    found = headline(o.filters, o.local, o.reported)
    return replace(found, apart=bool(o.units) and o.focus is None)


def across(ranked: Sequence[Progress], day: date) -> Across:
    """The headline of units side by side, `ranked` worst first."""
    behind = [p for p in ranked if p.status in BEHIND]
    open_ones = [p for p in behind if not p.ended]
    worst = next(iter(open_ones or behind), None)
    tier_ends = [u.valid_to for p in ranked if (u := units.unit(p.unit)) and u.valid_to]
    return Across(
        day=min([day, *tier_ends]),
        behind=len(behind),
        assessed=sum(p.status != Status.NOT_ASSESSABLE for p in ranked),
        worst=worst,
        ended=worst is not None and worst.ended,
        silent=tuple(p.unit for p in ranked if p.value is None and not p.heard),
        units=len(ranked),
        tied=tied(behind, worst),
    )


def tied(behind: Sequence[Progress], worst: Progress | None) -> tuple[str, ...]:
    """The units that stand exactly as the worst does, itself among them; none where it is alone: of several that
    have done nothing, the first by name is no worse than the others."""
    same = [p.unit for p in behind if worst and (p.pace, p.ended) == (worst.pace, worst.ended)]
    return tuple(same) if len(same) > 1 else ()


def began(p: Progress) -> date:
    """The first day that the rate of the last twelve months can reach back to: that of the programme, or
    of the unit where it is younger."""
    return max(PROGRAMME_START, units.first_day(p.unit) or PROGRAMME_START)


def young(p: Progress) -> bool:
    """Whether the last twelve months reach back before the unit or the programme."""
    return (p.as_of - began(p)).days < 364
