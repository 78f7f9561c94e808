"""The rule by which windows of the report calendar lock by themselves: so many days after the due day.

What a person said of a window (`program.locks.windows`) holds before the rule. What the rule has locked stays locked when
another rule comes or the rule ends, until somebody opens it with a reason; only what is undone never was. A rule
that was replaced on the day it was set left nothing behind.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import zip_longest

from program import clock
from program.locks.windows import (
    GRAINS,
    Lock,
    Locks,
    Rule,
    Said,
    due_day,
    holding,
    locked_windows,
    quarters_of,
)
from program.periods import PROGRAMME_END, PROGRAMME_START, Calendar, periods
from program.reporting.campaigns import Stated

LONGEST = 366
# What is proposed: half-years are what is reported to the Ministry, and a month is time to send what was forgotten.
PROPOSED_GRAIN, PROPOSED_DAYS = "half", 30


def in_force(rules: Iterable[Rule]) -> Rule | None:
    """The rule that holds: the last word that is not undone, unless it ends the rule."""
    last = last_word(rules)
    return last if last is not None and last.days is not None else None


def last_word(rules: Iterable[Rule]) -> Rule | None:
    """The last word on the rule that is not undone."""
    return max((one for one in rules if not one.undone), key=lambda one: one.id, default=None)


def ruled(locks: Locks, today: date) -> tuple[Said, ...]:
    """What rules have locked by a day, as words on windows that no person said, what locked first at the end."""
    rules = sorted((one for one in locks.rules if not one.undone), key=lambda one: one.id)
    found: dict[str, Said] = {}
    for rule, later in zip_longest(rules, rules[1:]):
        if rule.days is None:
            continue
        end = clock.day_of(later.at) if later else today + timedelta(days=1)
        for code, due in _due(rule.grain, locks.stated):
            since = max(due + timedelta(days=rule.days + 1), clock.day_of(rule.at))
            if since < end and code not in found:
                at = datetime.combine(since, time.min, clock.LOCAL_TIME)
                found[code] = Said(0, code, None, Lock.LOCKED, rule.reason, None, rule.by, at, rule=rule)
    return tuple(sorted(found.values(), key=lambda one: one.at, reverse=True))


def words(locks: Locks, today: date) -> tuple[Said, ...]:
    """All words on windows on a day: what rules locked, and what people said, which holds before it."""
    return (*ruled(locks, today), *locks.said)


def would_lock(locks: Locks, rule: Rule, today: date) -> tuple[str, ...]:
    """The windows that a rule set today locks at once for units that nobody named, and that were not wholly locked
    so far, in order of time."""
    trial = replace(rule, id=1 + max((one.id for one in locks.rules), default=0))
    after = replace(locks, rules=(*locks.rules, trial))
    codes = sorted({one.code for one in ruled(after, today) if one.rule == trial})
    before, now = words(locks, today), words(after, today)
    return tuple(c for c in codes if _locked(now, c, today) and not _locked(before, c, today))


def widest(codes: Iterable[str], today: date) -> tuple[str, ...]:
    """The widest windows that these make up, in order of time."""
    at = datetime.combine(today, time.min, clock.LOCAL_TIME)
    said = [Said(0, code, None, Lock.LOCKED, "", None, "", at) for code in codes]
    return locked_windows(said, "", today)


def said_on(rule: Rule, today: date) -> bool:
    """Whether it was said on this day: only then it can be undone, as if it had never been; later it is changed or
    ended, with a reason."""
    return clock.day_of(rule.at) == today


def _locked(said: tuple[Said, ...], code: str, today: date) -> bool:
    held = [holding(said, "", quarter.code, today) for quarter in quarters_of(code)]
    return all(one is not None and one.lock == Lock.LOCKED for one in held)


def coming(locks: Locks, today: date) -> tuple[str, date] | None:
    """The window that the rule locks next, and the day."""
    rule = in_force(locks.rules)
    if rule is None or rule.days is None:
        return None
    days = timedelta(days=rule.days + 1)
    ahead = ((due + days, code) for code, due in _due(rule.grain, locks.stated) if due + days > today)
    return next(((code, day) for day, code in sorted(ahead)), None)


def refusal(rules: Iterable[Rule], grain: str, days: int | None, reason: str) -> str | None:
    """Why a rule cannot be set: a sentence; None where it can."""
    held = in_force(rules)
    if grain not in GRAINS:
        return "Kỳ tự khóa phải là quý, 6 tháng hoặc năm báo cáo."
    if days is None and held is None:
        return "Hiện không có kỳ nào được đặt tự khóa."
    if days is not None and not 0 <= days <= LONGEST:
        return f"Số ngày sau hạn nộp phải từ 0 đến {LONGEST}."
    if held is not None and (held.grain, held.days) == (grain, days):
        return "Việc tự khóa đã được đặt đúng như vậy."
    if held is not None and not reason:
        return "Hãy ghi lý do đổi hoặc tắt việc tự khóa."
    return None


def _due(grain: str, stated: Mapping[str, Stated]) -> list[tuple[str, date]]:
    known = periods(grain, Calendar.REPORT, PROGRAMME_START, PROGRAMME_END)
    return [(one.code, due_day(one.code, stated)) for one in known]
