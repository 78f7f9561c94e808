"""Focal points (đầu mối): who is a unit's contact on a day, who was it before, who is missing, stale or new.

Công văn 2523/UBND-KGVX asks every unit to name its contact to the focal agency. A person is a unit's contact
from the day that the statement gives (none given: the day it was first handed in) until somebody with a later
first day takes over, or the statement says that the person stops: "thôi làm đầu mối từ ngày 5-3-2026" among the
words of its document. Persons with the same first day are contacts beside each other.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from program import clock
from program.text import written_day

_DAY = timedelta(days=1)
_STOPS = re.compile(
    r"[;,]?\s*thôi làm đầu mối(?:\s+từ)?(?:\s+ngày)?\s+(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})", re.IGNORECASE
)  # fmt: skip


@dataclass(frozen=True)
class Details:
    """What is said of one contact."""

    name: str
    position: str | None = None
    phone: str | None = None
    email: str | None = None
    valid_from: date | None = None
    document: str | None = None


@dataclass(frozen=True)
class Statement:
    """What one submission says of one contact of a unit, or (`removes`) that the row is gone. `key` is what
    the register knows the contact by, `record` orders what is said; `at` is when the submission was accepted,
    `until` when another one took its place as a whole; `held` says that no later word of the same contact counts."""

    unit: str
    details: Details
    key: bytes
    record: int
    submission: int
    by: str
    at: datetime
    until: datetime | None = None
    removes: bool = False
    held: bool = False

    @property
    def day(self) -> date:
        """The day of `at` in Việt Nam."""
        return clock.day_of(self.at)


@dataclass(frozen=True)
class Tenure:
    """One person as contact of a unit, from `since` to `end` (both included; None: no end is known).
    `statements` tell of it in order; the last one holds."""

    unit: str
    statements: tuple[Statement, ...]
    since: date
    end: date | None

    @property
    def said(self) -> Statement:
        """The statement that holds."""
        return self.statements[-1]

    @property
    def details(self) -> Details:
        """What it says."""
        return self.said.details

    def on(self, day: date) -> bool:
        """Whether the person is the contact on a day."""
        return self.since <= day and (self.end is None or day <= self.end)


def stops(document: str | None) -> date | None:
    """The first day on which somebody is a contact no more, as the words of a document say; None where they
    do not."""
    found = _STOPS.search(document or "")
    try:
        return date(*(int(part) for part in reversed(found.groups()))) if found else None
    except ValueError:
        return None


def without_stop(document: str | None) -> str:
    """The words of a document without the clause that ends a contact."""
    found = _STOPS.search(document or "")
    return (document or "")[: found.start()].strip() if found else document or ""


def stopped(details: Details, day: date, document: str | None) -> Details:
    """The same contact, who stops on a day by a document (None: by none)."""
    clause = f"thôi làm đầu mối từ ngày {written_day(day)}"
    clause += f" theo {document}" if document else ""
    before = without_stop(details.document)
    return replace(details, document=f"{before}; {clause}" if before else clause)


def tenures(statements: Iterable[Statement]) -> dict[str, tuple[Tenure, ...]]:
    """Everybody who is, was or will be a contact, by unit, in the order of their first days."""
    by_key: dict[bytes, list[Statement]] = {}
    for one in statements:
        by_key.setdefault(one.key, []).append(one)
    by_unit: dict[str, list[Tenure]] = {}
    for said in by_key.values():
        for held in _of_person(sorted(said, key=lambda s: (s.record, s.removes))):
            by_unit.setdefault(held.unit, []).append(held)
    return {unit: _in_turn(found) for unit, found in by_unit.items()}


def _of_person(said: list[Statement]) -> Iterable[Tenure]:
    """The tenures of one person, before others are looked at."""
    live = [s for s in said if s.until is None]
    replaced_on = None if live else clock.day_of(max(s.until for s in said if s.until))
    run: list[Statement] = []
    for one in live or said:
        if one.removes:
            if run:
                yield _tenure(run, one.day)
            run = []
        elif run and stops(run[-1].details.document) and not stops(one.details.document):
            yield _tenure(run, None)
            run = [one]
        else:
            run.append(one)
    if run:
        yield _tenure(run, replaced_on)


def _tenure(run: Sequence[Statement], gone: date | None) -> Tenure:
    """`gone`: the day on which the row went."""
    last = run[-1]
    until = stops(last.details.document) or gone
    return Tenure(last.unit, tuple(run), last.details.valid_from or run[0].day, until and until - _DAY)


def _in_turn(found: list[Tenure]) -> tuple[Tenure, ...]:
    """Tenures that ended before they began never were; each of the others ends where a later one begins."""
    real = [one for one in found if one.end is None or one.end >= one.since]
    starts = sorted({one.since for one in real})
    taken_over = {start: later - _DAY for start, later in pairwise(starts)}
    ended = [
        replace(one, end=min(filter(None, (one.end, taken_over.get(one.since))), default=None))
        for one in real
    ]
    return tuple(sorted(ended, key=lambda one: (one.since, one.said.record)))


def current(found: Mapping[str, Sequence[Tenure]], day: date) -> dict[str, tuple[Tenure, ...]]:
    """The contacts of each unit on a day; units without one are left out."""
    on = {unit: tuple(one for one in own if one.on(day)) for unit, own in found.items()}
    return {unit: own for unit, own in on.items() if own}
