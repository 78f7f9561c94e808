"""What the page of reporting shows: one campaign in full, all of them as a calendar, organisations apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from program import units
from program.measures.analysis import Analysis, Freshness
from program.reporting.campaigns import OWN
from program.reporting.quarters import QUARTERS
from program.reporting.tally import Tally, tally
from program.reporting.timeliness import Campaign, Cell, Sent, campaigns, cells
from program.text import collation_key

_WORST_FIRST = (Sent.MISSING, Sent.LATE, Sent.DAY_UNKNOWN, Sent.NOT_DUE, Sent.ON_TIME, Sent.OPEN)


@dataclass(frozen=True)
class Organisation:
    """A department or mass organisation that was heard from: on how many quarters, and its last file. No
    list of those who must report was found, so nothing is expected of it."""

    unit: str
    quarters: int
    last: Freshness | None


@dataclass(frozen=True)
class ReportingView:
    """The calendar of a grain on an as-of day. `shown` is the campaign that the page speaks of (None: none
    has ended), `rows` its units, the longest overdue first, `counts` what became of their reports, `whole`
    that of all campaigns. `freshness` is the last file of each unit."""

    as_of: date
    deadline_days: int
    campaigns: tuple[Campaign, ...]
    cells: Mapping[tuple[str, str], Cell]
    shown: Campaign | None
    rows: tuple[Cell, ...]
    counts: Tally
    whole: Tally
    organisations: tuple[Organisation, ...]
    freshness: Mapping[str, Freshness]

    @property
    def ended(self) -> tuple[Campaign, ...]:
        """The campaigns whose window has ended, the latest first; those of their own also before that."""
        return tuple(c for c in reversed(self.campaigns) if _offered(c, self.as_of))


def reporting(analysis: Analysis, grain: str, window: str, as_of: date, deadline_days: int) -> ReportingView:
    """The view of a grain; `window` is the code of the campaign to show, another text means the latest whose
    deadline has passed (or the latest that ended)."""
    found = campaigns(grain, analysis.arrivals.stated)
    every = cells(analysis.arrivals, grain, as_of, deadline_days)
    ended = [c for c in reversed(found) if _offered(c, as_of)]
    asked = [c for c in ended if c.window.code == window]
    due = [c for c in ended if c.deadline(deadline_days) < as_of]
    shown = next(iter([*asked, *due, *ended]), None)
    rows = [] if shown is None else [every[u.code, shown.window.code] for u in shown.units]
    rows.sort(key=lambda c: (_WORST_FIRST.index(c.sent), -(c.days or 0)))
    return ReportingView(
        as_of=as_of,
        deadline_days=deadline_days,
        campaigns=found,
        cells=every,
        shown=shown,
        rows=tuple(rows),
        counts=tally(rows),
        whole=tally(every.values()),
        organisations=_organisations(analysis),
        freshness=analysis.freshness,
    )


def _offered(campaign: Campaign, as_of: date) -> bool:
    return campaign.window.grain == OWN or campaign.window.end <= as_of


def _organisations(analysis: Analysis) -> tuple[Organisation, ...]:
    found = []
    for code in analysis.cube.units:
        unit = units.unit(code)
        if unit is not None and unit.is_body:
            heard = sum((code, q.code) in analysis.arrivals.by for q in QUARTERS)
            found.append(Organisation(code, heard, analysis.freshness.get(code)))
    return tuple(sorted(found, key=lambda o: collation_key(units.label(o.unit))))
