"""Who sent which report, and when: every unit against every campaign and its deadline.

A campaign is one window of the report calendar (NĐ 09/2019/NĐ-CP: quarter, half-year, year) and the units
that owe a report for it, or one that the focal agency set with its own days (`program.reporting.campaigns`). A report is there when its unit reported on every quarter of the window, by the
same rule as completeness; it came when the last of them was first received. One that is there although
nobody knows when it came is neither on time nor late.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from program import units
from program.periods import Calendar, Period, periods
from program.reporting.campaigns import OWN, Stated, is_own, owing, window_of
from program.reporting.quarters import QUARTERS

# Days from the end of a window to its deadline. No source gives the deadline of a report on programme 830;
# this is a setting of the city, and the reader may look at others.
DEADLINE_DAYS = 10
DEADLINE_CHOICES = (5, 7, 10, 15, 20, 30)
GRAINS = ("quarter", "half", "year")
NOTHING_STATED: Mapping[str, Stated] = MappingProxyType({})
_DAY = timedelta(days=1)
_SATURDAY = 5


class Sent(StrEnum):
    """What became of one report."""

    ON_TIME = "on_time"
    LATE = "late"
    DAY_UNKNOWN = "day_unknown"
    MISSING = "missing"
    NOT_DUE = "not_due"
    OPEN = "open"


SENT_LABELS = {
    Sent.ON_TIME: "đúng hạn",
    Sent.LATE: "nộp muộn",
    Sent.DAY_UNKNOWN: "không rõ ngày nhận",
    Sent.MISSING: "chưa nộp",
    Sent.NOT_DUE: "chưa đến hạn",
    Sent.OPEN: "kỳ chưa kết thúc",
}
RECEIVED = (Sent.ON_TIME, Sent.LATE, Sent.DAY_UNKNOWN)


@dataclass(frozen=True)
class Received:
    """When the focal agency had a report that is handed in here on another day: `day` for the whole file,
    `quarters` (by code) where a file gathers reports of several quarters that came one by one."""

    day: date | None = None
    quarters: Mapping[str, date] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.day is not None or bool(self.quarters)


NOT_SAID = Received()


@dataclass(frozen=True)
class Receipt:
    """The first receipt of a unit's report on a quarter: the day, whether somebody stated it (else it is
    the day of the upload), and the submission that brought it."""

    day: date
    stated: bool
    submission: int
    file_name: str


@dataclass(frozen=True)
class Receipts:
    """The first receipt by (unit, code of a quarter), and since when files are handed in here: the day of
    an upload says nothing of a deadline before that."""

    first: Mapping[tuple[str, str], Receipt] = field(default_factory=dict)
    since: date | None = None


NO_RECEIPTS = Receipts()


@dataclass(frozen=True)
class Arrival:
    """What a unit reported on a quarter: its first receipt (None: not recorded), and whether all of it
    declares that nothing took place."""

    receipt: Receipt | None
    declared_zero: bool = False


@dataclass(frozen=True)
class Arrivals:
    """What has been reported, by (unit, code of a quarter or of a campaign of its own), since when files are
    handed in here, and by code what was set of campaigns and holds."""

    by: Mapping[tuple[str, str], Arrival]
    since: date | None = None
    stated: Mapping[str, Stated] = field(default_factory=dict)


@dataclass(frozen=True)
class Campaign:
    """One window, the quarters that it asks for, and the units that owe it; `stated` is what was set of it.
    A campaign of its own asks for its window alone."""

    window: Period
    quarters: tuple[Period, ...]
    units: tuple[units.Unit, ...]
    stated: Stated | None = None

    @property
    def tier(self) -> str:
        """`district` or `commune`; of a campaign of its own the level of its first unit."""
        return self.units[0].level

    def deadline(self, days: int = DEADLINE_DAYS) -> date:
        """The last day on time: the one that was set; else so many days after the window, and at least the
        first working day after it (NĐ 09/2019/NĐ-CP, Điều 8, khoản 5, điểm b)."""
        if self.stated is not None:
            return self.stated.asked.due
        working = self.window.end + _DAY
        while working.weekday() >= _SATURDAY:
            working += _DAY
        return max(self.window.end + timedelta(days=days), working)


@dataclass(frozen=True)
class Cell:
    """One unit and one campaign. `days` past the deadline: how late a late report came, how long a missing
    one is overdue on the as-of day; else None. `gaps` are the quarters not reported by then; `came_later` says
    that all of them have been since. `receipt` is what completed the report, or came after the as-of day."""

    unit: str
    campaign: Campaign
    deadline: date
    sent: Sent
    days: int | None = None
    receipt: Receipt | None = None
    declared_zero: bool = False
    gaps: tuple[Period, ...] = ()
    came_later: bool = False


def campaigns(grain: str, stated: Mapping[str, Stated] = NOTHING_STATED) -> tuple[Campaign, ...]:
    """The campaigns of a grain in order, or (`own`) those of their own. The year in which units changed is
    asked for in halves: its first of those that stood until then, its second of the new ones."""
    if grain == OWN:
        return tuple(_own(one) for code, one in stated.items() if is_own(code))
    found = []
    for window in periods(grain, Calendar.REPORT):
        asked = tuple(q for q in QUARTERS if window.start <= q.start and q.end <= window.end)
        owed_by = {tuple(u.code for u in units.reporting_units(q.end)) for q in asked}
        if len(owed_by) == 1:
            owed = units.reporting_units(asked[-1].end)
            found.append(Campaign(window, asked, owed, stated.get(window.code)))
        elif owed_by:
            found += [c for c in campaigns("half", stated) if window.contains(c.window.start)]
    return tuple(found)


def _own(one: Stated) -> Campaign:
    window = window_of(one.asked)
    return Campaign(window, (window,), owing(one.asked), one)


def cells(
    arrivals: Arrivals, grain: str, as_of: date, days: int = DEADLINE_DAYS
) -> dict[tuple[str, str], Cell]:
    """Every unit that owes a report, by (unit, code of the campaign's window). Where there is
    no cell, no report was expected."""
    return {
        (unit.code, campaign.window.code): _cell(unit.code, campaign, arrivals, as_of, days)
        for campaign in campaigns(grain, arrivals.stated)
        for unit in campaign.units
    }


def _cell(unit: str, campaign: Campaign, arrivals: Arrivals, as_of: date, days: int) -> Cell:
    last = campaign.deadline(days)
    if as_of < campaign.window.end:
        return Cell(unit, campaign, last, Sent.OPEN)
    come = {q: arrivals.by[unit, q.code] for q in campaign.quarters if (unit, q.code) in arrivals.by}
    known = {q: a.receipt for q, a in come.items() if a.receipt and _dated(a.receipt, last, arrivals.since)}
    newest = max(known.values(), key=lambda r: (r.day, r.submission), default=None)
    gaps = tuple(q for q in campaign.quarters if q not in come or (q in known and known[q].day > as_of))
    if gaps:
        overdue = (as_of - last).days
        later = newest if newest and newest.day > as_of else None
        return Cell(
            unit,
            campaign,
            last,
            Sent.MISSING if overdue > 0 else Sent.NOT_DUE,
            overdue if overdue > 0 else None,
            later,
            gaps=gaps,
            came_later=all(q in come for q in gaps),
        )
    zero = all(a.declared_zero for a in come.values())
    late = (newest.day - last).days if newest else 0
    if late > 0:
        return Cell(unit, campaign, last, Sent.LATE, late, newest, zero)
    if len(known) < len(come):
        undated = next(a.receipt for q, a in come.items() if q not in known)
        return Cell(unit, campaign, last, Sent.DAY_UNKNOWN, None, undated, zero)
    return Cell(unit, campaign, last, Sent.ON_TIME, None, newest, zero)


def _dated(receipt: Receipt, last: date, since: date | None) -> bool:
    """Whether the day of a receipt says anything of a deadline."""
    return receipt.stated or (since is not None and since <= last)
