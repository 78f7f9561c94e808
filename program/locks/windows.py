"""Windows of the report calendar that are locked: who may no longer change what counts in them, what was opened
again and why, and which figures changed under an opening.

Each word is on a window and on one unit or all; of a unit's quarter the latest word that is not undone holds,
an opening only until its last day.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache

from program import units
from program.filters import CITY
from program.periods import (
    PROGRAMME_END,
    PROGRAMME_START,
    Calendar,
    Period,
    PeriodError,
    parse_period,
    periods,
)
from program.reporting.campaigns import Stated
from program.reporting.quarters import spoken_of
from program.reporting.timeliness import Campaign
from program.text import written_day

GRAINS = ("quarter", "half", "year")
_QUARTERS = {"quarter": 1, "half": 2, "year": 4}
# All quarters of the calendar that share a day with the programme, also those that nobody owes a report for.
QUARTERS = periods("quarter", Calendar.REPORT, PROGRAMME_START, PROGRAMME_END)


class Lock(StrEnum):
    """What is said of a window."""

    LOCKED = "locked"
    OPENED = "opened"


@dataclass(frozen=True)
class Rule:
    """What was said once of windows that lock by themselves: those of a `grain`, so many `days` after their due day;
    None ends it."""

    id: int
    grain: str
    days: int | None
    reason: str
    by: str
    at: datetime
    undone: bool = False


@dataclass(frozen=True)
class Said:
    """One word: on the window of `code`, for one `unit` or all (None); why; an opening `until` its last day. Where
    no person said it, the `rule` did (`program.locks.rules`)."""

    id: int
    code: str
    unit: str | None
    lock: Lock
    reason: str
    until: date | None
    by: str
    at: datetime
    undone: bool = False
    rule: Rule | None = None


@dataclass(frozen=True)
class Change:
    """A quarter (its code) of a unit that changed under an opening, the last time `at`."""

    opening: Said
    unit: str
    quarter: str
    at: datetime


@dataclass(frozen=True)
class Locks:
    """All that people said of windows, in order, what changed under openings, and all that was said of the rule
    (`program.locks.rules.words` puts it with the words), with what was set of due days."""

    said: tuple[Said, ...] = ()
    changes: tuple[Change, ...] = ()
    rules: tuple[Rule, ...] = ()
    stated: Mapping[str, Stated] = field(default_factory=dict)


NO_LOCKS = Locks()


@lru_cache(maxsize=256)
def quarters_of(code: str) -> tuple[Period, ...]:
    """The quarters of a window of the report calendar. Raises PeriodError."""
    window = parse_period(code)
    if window.grain not in GRAINS:
        raise PeriodError(f"“{code}” không phải là quý, 6 tháng hay năm báo cáo.")
    return tuple(q for q in QUARTERS if window.start <= q.start and q.end <= window.end)


def due_day(code: str, stated: Mapping[str, Stated]) -> date:
    """The due day of a window: the one that was set (`program.reporting.campaigns.in_force`), else that of the rule. Raises
    PeriodError."""
    return Campaign(parse_period(code), (), (), stated.get(code)).deadline()


def windows(grain: str, stated: Mapping[str, Stated], today: date) -> tuple[str, ...]:
    """The windows of a grain whose due day has passed, the latest first."""
    known = [p.code for p in periods(grain, Calendar.REPORT, PROGRAMME_START, PROGRAMME_END)]
    return tuple(code for code in reversed(known) if due_day(code, stated) < today)


def quarter_of(day: date) -> str | None:
    """The code of the report quarter that a day lies in; None beyond the programme."""
    return next((q.code for q in QUARTERS if q.contains(day)), None)


def speaks_of(basis: str, counted_on: date, start: date, end: date) -> tuple[str, ...]:
    """The codes of the quarters that a record reports on, by the rule of `program.reporting.quarters`."""
    owed = [q.code for q in spoken_of(basis, counted_on, start, end)]
    own = quarter_of(counted_on)
    return tuple(dict.fromkeys([own, *owed] if own else owed))


def holding(said: Iterable[Said], unit: str, quarter: str, today: date) -> Said | None:
    """The word that holds for a unit's quarter: the latest that is not undone, nor an opening that has run out."""
    found = None
    for one in sorted(said, key=lambda s: s.id):
        if one.undone or one.unit not in (None, unit):
            continue
        if one.lock == Lock.OPENED and one.until is not None and one.until < today:
            continue
        if any(q.code == quarter for q in quarters_of(one.code)):
            found = one
    return found


def watched(said: Collection[Said], codes: Iterable[str], today: date) -> dict[tuple[str, str], Said]:
    """By (unit, quarter) the word that holds, of these units; nothing of what was never locked."""
    if all(one.undone for one in said):
        return {}
    about = {q.code for one in said if not one.undone for q in quarters_of(one.code)}
    found = {(unit, quarter): holding(said, unit, quarter, today) for unit in set(codes) for quarter in about}
    return {key: one for key, one in found.items() if one is not None}


def last_on(said: Iterable[Said], code: str) -> Said | None:
    """The latest word on just this window that is not undone, whichever units it is about."""
    return max((s for s in said if s.code == code and not s.undone), key=lambda s: s.id, default=None)


def locked_windows(said: Collection[Said], unit: str, today: date) -> tuple[str, ...]:
    """The windows that are wholly locked for a unit (empty: for every one that no word names), the widest that hold
    them, in order of time. Of a year that the programme touches for a quarter only that quarter is told."""
    locked = {
        q.code for q in QUARTERS if (one := holding(said, unit, q.code, today)) and one.lock == Lock.LOCKED
    }
    found: list[Period] = []
    for grain in reversed(GRAINS):
        for window in periods(grain, Calendar.REPORT, PROGRAMME_START, PROGRAMME_END):
            own = {q.code for q in quarters_of(window.code)}
            if len(own) == _QUARTERS[grain] and own <= locked:
                found.append(window)
                locked -= own
    return tuple(window.code for window in sorted(found, key=lambda w: w.start))


def refusal(said: Iterable[Said], code: str, unit: str | None, due: date, today: date) -> str | None:
    """Why a window cannot be locked: a sentence; None where it can."""
    try:
        quarters_of(code)
    except PeriodError as error:
        return str(error)
    name = parse_period(code).label
    if today <= due:
        return f"Hạn nộp của {name} là ngày {written_day(due)}; chỉ khóa được sau hạn nộp."
    held = _on_all(said, code, unit, today)
    if held and all(one is not None and one.lock == Lock.LOCKED for one in held):
        return f"Số liệu {name} đã khóa rồi."
    return None


def refusal_of_opening(
    said: Iterable[Said], code: str, unit: str | None, reason: str, until: date | None, today: date
) -> str | None:
    """Why a window cannot be opened: a sentence; None where it can."""
    try:
        quarters_of(code)
    except PeriodError as error:
        return str(error)
    if not reason:
        return "Hãy ghi lý do mở khóa; lý do sẽ đứng ở chú thích của những số liệu thay đổi."
    if until is not None and until < today:
        return "Ngày mở khóa đến hết phải từ hôm nay trở đi."
    if not any(one is not None and one.lock == Lock.LOCKED for one in _on_all(said, code, unit, today)):
        return f"Số liệu {parse_period(code).label} hiện không khóa."
    return None


def _on_all(said: Iterable[Said], code: str, unit: str | None, today: date) -> list[Said | None]:
    """The words that hold on the quarters of a window for a unit, or for units that nobody named and those
    that somebody did."""
    known = tuple(said)
    about = {unit} if unit is not None else {"", *(s.unit for s in known if s.unit and not s.undone)}
    return [holding(known, one, q.code, today) for one in about for q in quarters_of(code)]


def changes_in(locks: Locks, unit: str, start: date, end: date) -> tuple[Change, ...]:
    """The changes under openings that bear on a unit (or the city) and its days, the oldest first."""
    found = [
        change
        for change in locks.changes
        if (change.unit == unit or (unit == CITY and units.in_city(change.unit)))
        and (quarter := parse_period(change.quarter)).start <= end
        and quarter.end >= start
    ]
    return tuple(sorted(found, key=lambda c: (c.at, c.unit, c.quarter)))
