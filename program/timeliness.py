"""Who sent which report, and when: every unit against every window and its deadline.

The windows are those of NĐ 09/2019/NĐ-CP (quarter, half-year, year of the report calendar). No source
gives the deadline of a report on programme 830: `DEADLINE_DAYS` is a setting of the city. A report that
is there although nobody knows when it came is neither on time nor late.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from program import units
from program.periods import PROGRAMME_END, PROGRAMME_START, Calendar, Period, periods

# Days from the end of a window to its deadline. NĐ 09/2019/NĐ-CP, Điều 8, asks for one working day at least.
DEADLINE_DAYS = 10
GRAINS = ("quarter", "half", "year")


class Sent(StrEnum):
    """What became of one report."""

    ON_TIME = "on_time"
    LATE = "late"
    DAY_UNKNOWN = "day_unknown"
    MISSING = "missing"
    NOT_DUE = "not_due"


SENT_LABELS = {
    Sent.ON_TIME: "đúng hạn",
    Sent.LATE: "muộn",
    Sent.DAY_UNKNOWN: "đã nhận, không rõ ngày",
    Sent.MISSING: "chưa nộp",
    Sent.NOT_DUE: "chưa đến hạn",
}
RECEIVED = (Sent.ON_TIME, Sent.LATE, Sent.DAY_UNKNOWN)


@dataclass(frozen=True)
class Arrival:
    """The first report of a unit for a quarter: the day it was received (None: not known), the submission
    that brought it, and whether it declared that nothing took place."""

    day: date | None
    submission: int
    declared_zero: bool = False


@dataclass(frozen=True)
class Cell:
    """One unit and one window. `days` after the deadline: of a late report how late it was, of a missing
    one how long it is overdue on the as-of day; else None."""

    unit: str
    window: Period
    sent: Sent
    days: int | None = None
    arrival: Arrival | None = None

    @property
    def declared_zero(self) -> bool:
        return self.arrival is not None and self.arrival.declared_zero


def deadline(window: Period) -> date:
    """The last day on which a report of the window is on time."""
    return window.end + timedelta(days=DEADLINE_DAYS)


def windows(grain: str) -> tuple[Period, ...]:
    """The windows of a grain that lie wholly within the programme, but for a year: the programme's first
    and last year are windows too, since their reports were due."""
    found = periods(grain, Calendar.REPORT)
    if grain == "year":
        return tuple(p for p in found if p.end <= PROGRAMME_END)
    return tuple(p for p in found if p.start >= PROGRAMME_START and p.end <= PROGRAMME_END)


def cells(
    arrivals: Mapping[tuple[str, str], Arrival], grain: str, as_of: date
) -> dict[tuple[str, str], Cell]:
    """Every unit of territory that is expected in a window of the grain, by (unit, window code).
    `arrivals` by (unit, code of a report quarter); a longer window has come when its last quarter has."""
    found = {}
    for window in windows(grain):
        inside = [q for q in windows("quarter") if window.start <= q.start and q.end <= window.end]
        for unit in units.reporting_units(window.end):
            found[unit.code, window.code] = _cell(unit.code, window, inside, arrivals, as_of)
    return found


def _cell(
    unit: str, window: Period, inside: list[Period], arrivals: Mapping[tuple[str, str], Arrival], as_of: date
) -> Cell:
    # The quarters in which the unit stood: a new ward owes its first year from its first quarter on.
    owed = [q for q in inside if any(u.code == unit for u in units.reporting_units(q.end))]
    come = [arrivals.get((unit, q.code)) for q in owed]
    last = deadline(window)
    if not come or any(a is None for a in come):
        overdue = (as_of - last).days
        return Cell(unit, window, Sent.MISSING, overdue) if overdue > 0 else Cell(unit, window, Sent.NOT_DUE)
    known = [a for a in come if a is not None]
    days = [a.day for a in known if a.day is not None]
    if len(days) < len(known):
        newest = next(a for a in known if a.day is None)
        return Cell(unit, window, Sent.DAY_UNKNOWN, None, _whole(newest, known))
    newest = max(known, key=lambda a: (a.day or date.min, a.submission))
    late = ((newest.day or last) - last).days
    if (newest.day or last) > as_of:
        overdue = (as_of - last).days
        return Cell(unit, window, Sent.MISSING, overdue) if overdue > 0 else Cell(unit, window, Sent.NOT_DUE)
    return Cell(
        unit,
        window,
        Sent.LATE if late > 0 else Sent.ON_TIME,
        late if late > 0 else None,
        _whole(newest, known),
    )


def _whole(newest: Arrival, known: list[Arrival]) -> Arrival:
    return Arrival(newest.day, newest.submission, all(a.declared_zero for a in known))


@dataclass(frozen=True)
class Tally:
    """How many of the reports due were received, by what became of them; the parts make up `due`."""

    due: int
    on_time: int
    late: int
    day_unknown: int
    missing: int
    declared_zero: int

    @property
    def received(self) -> int:
        return self.on_time + self.late + self.day_unknown


def tally(found: list[Cell]) -> Tally:
    """Counts over cells; those not due yet and not received are left out."""
    due = [c for c in found if c.sent != Sent.NOT_DUE]
    counts = {state: sum(c.sent == state for c in due) for state in Sent}
    return Tally(
        len(due),
        counts[Sent.ON_TIME],
        counts[Sent.LATE],
        counts[Sent.DAY_UNKNOWN],
        counts[Sent.MISSING],
        sum(c.declared_zero for c in due),
    )
