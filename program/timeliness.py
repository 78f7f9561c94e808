"""Who sent which report, and when: every unit against every campaign and its deadline.

A campaign is one window of the report calendar (NĐ 09/2019/NĐ-CP: quarter, half-year, year) and the units
that owe a report for it. A report is there when its unit reported on every quarter of the window, by the
same rule as completeness; it came when the last of them was first received. One that is there although
nobody knows when it came is neither on time nor late.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from program import units
from program.periods import Calendar, Period, periods
from program.quarters import QUARTERS

# Days from the end of a window to its deadline. No source gives the deadline of a report on programme 830;
# this is a setting of the city, and the reader may look at others.
DEADLINE_DAYS = 10
DEADLINE_CHOICES = (5, 7, 10, 15, 20, 30)
GRAINS = ("quarter", "half", "year")
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
    """What has been reported, by (unit, code of a quarter), and since when files are handed in here."""

    by: Mapping[tuple[str, str], Arrival]
    since: date | None = None


@dataclass(frozen=True)
class Campaign:
    """One window, the quarters that it asks for, and the units that owe it."""

    window: Period
    quarters: tuple[Period, ...]
    units: tuple[units.Unit, ...]

    @property
    def tier(self) -> str:
        """`district` or `commune`."""
        return self.units[0].level

    def deadline(self, days: int = DEADLINE_DAYS) -> date:
        """The last day on time: so many days after the window, and at least the first working day after it
        (NĐ 09/2019/NĐ-CP, Điều 8, khoản 5, điểm b)."""
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


def campaigns(grain: str) -> tuple[Campaign, ...]:
    """The campaigns of a grain in order. The year in which units changed is asked for in halves: its
    first of those that stood until then, its second of the new ones."""
    found = []
    for window in periods(grain, Calendar.REPORT):
        asked = tuple(q for q in QUARTERS if window.start <= q.start and q.end <= window.end)
        owing = {tuple(u.code for u in units.reporting_units(q.end)) for q in asked}
        if len(owing) == 1:
            found.append(Campaign(window, asked, units.reporting_units(asked[-1].end)))
        elif owing:
            found += [c for c in campaigns("half") if window.contains(c.window.start)]
    return tuple(found)


def cells(
    arrivals: Arrivals, grain: str, as_of: date, days: int = DEADLINE_DAYS
) -> dict[tuple[str, str], Cell]:
    """Every unit of territory that owes a report, by (unit, code of the campaign's window). Where there is
    no cell, no report was expected."""
    return {
        (unit.code, campaign.window.code): _cell(unit.code, campaign, arrivals, as_of, days)
        for campaign in campaigns(grain)
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


@dataclass(frozen=True)
class Tally:
    """The reports expected of campaigns that ended, by what became of them; `parts` make up `expected`.
    `declared_zero` of the received ones declare that nothing took place; `came_later` of the others have
    been received since the as-of day."""

    parts: Mapping[Sent, int]
    declared_zero: int
    came_later: int

    @property
    def expected(self) -> int:
        return sum(self.parts.values())

    @property
    def received(self) -> int:
        return sum(self.parts[state] for state in RECEIVED)

    def percentages(self) -> dict[Sent, int]:
        """The parts as whole percentages that make up exactly 100 (largest remainders are rounded up);
        empty where nothing was expected."""
        if not self.expected:
            return {}
        whole = {state: 100 * n // self.expected for state, n in self.parts.items()}
        by_rest = sorted(self.parts, key=lambda s: -(100 * self.parts[s] % self.expected))
        for state in by_rest[: 100 - sum(whole.values())]:
            whole[state] += 1
        return whole


def tally(found: Iterable[Cell]) -> Tally:
    """Counts over cells; campaigns that have not ended are left out."""
    closed = [c for c in found if c.sent != Sent.OPEN]
    states = [state for state in Sent if state != Sent.OPEN]
    return Tally(
        {state: sum(c.sent == state for c in closed) for state in states},
        sum(c.declared_zero for c in closed),
        sum(c.came_later for c in closed),
    )
