"""Which sorts of activities fall on which days, before place and words are known."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sample_data import days, drafting, story
from sample_data.drafting import Sort
from sample_data.story import OUT_OF_SCHOOL, PARENTS, SESSIONS, Span

# The part of sessions, and of classes for parents, held in a school.
_SESSIONS_IN_SCHOOL = 0.74
_PARENTS_IN_SCHOOL = 0.36


@dataclass(frozen=True)
class Event:
    """A day on which a unit holds an activity of some sort; `at_school`: in a school of the register."""

    day: date
    unit: str
    sort: Sort
    at_school: bool
    serial: int


def _planned(unit: str, span: Span, chance: random.Random) -> Iterator[tuple[date, Sort, float]]:
    sessions = story.target(SESSIONS, unit, span)
    for sort, wanted, indicator, months, at_school in (
        (
            drafting.PARENTS_CLASS,
            story.target(PARENTS, unit, span),
            PARENTS,
            days.COMMUNITY,
            _PARENTS_IN_SCHOOL,
        ),
        (
            drafting.OUT_OF_SCHOOL_CLASS,
            story.target(OUT_OF_SCHOOL, unit, span),
            OUT_OF_SCHOOL,
            days.SUMMER,
            0.0,
        ),
        (drafting.SCHOOL_SESSION, sessions * _SESSIONS_IN_SCHOOL, SESSIONS, days.SCHOOL, 1.0),
        (drafting.COMMUNITY_SESSION, sessions * (1 - _SESSIONS_IN_SCHOOL), SESSIONS, days.COMMUNITY, 0.0),
    ):

        def share(day: date, indicator: str = indicator) -> float:
            return story.pace(indicator, unit, day)

        for day in days.spread(chance, span.start, span.end, wanted, months, share, at_school == 1.0):
            yield day, sort, at_school


def _unplanned(span: Span, chance: random.Random) -> Iterator[tuple[date, Sort, float]]:
    """What no target asks for: classes for officers and teachers, contests and the like."""
    years = ((span.end - span.start).days + 1) / 365
    size = 0.5 if span.tier == "commune" else 1.0
    for sort, yearly in (
        (drafting.WORKERS_CLASS, 1.6),
        (drafting.TEACHERS_CLASS, 1.2),
        (drafting.OFFICIALS_CLASS, 1.0),
        (drafting.CONTEST, 1.6),
        (drafting.OTHER, 1.4),
    ):
        wanted = max(yearly * years * size, 0.5)
        for day in days.spread(chance, span.start, span.end, wanted, days.COMMUNITY, lambda _: 1.0):
            yield day, sort, 0.0


def territory() -> Iterator[Event]:
    """Events of the districts and, from 1-7-2025, of the new wards and communes that report."""
    for span in story.SPANS:
        for unit in story.span_units(span):
            chance = random.Random(f"830-{unit}-{span.start}")
            empty = story.empty_quarters(unit)
            found = [*_planned(unit, span, chance), *_unplanned(span, chance)]
            for serial, (day, sort, at_school) in enumerate(found):
                silent = unit in story.SILENT_COMMUNES or any(quarter.contains(day) for quarter in empty)
                if not silent:
                    yield Event(day, unit, sort, chance.random() < at_school, serial)


# Department or organisation, first and last day, and what it holds in a year.
_ORGANISATIONS = (
    (
        "SO-TTTT",
        date(2021, 9, 15),
        date(2025, 2, 28),
        ((drafting.SCHOOL_SESSION, 8), (drafting.OFFICIALS_CLASS, 4), (drafting.BROADCAST, 2)),
    ),
    (
        "SO-KHCN",
        date(2025, 3, 1),
        date(2025, 12, 14),
        ((drafting.SCHOOL_SESSION, 9), (drafting.OFFICIALS_CLASS, 4), (drafting.BROADCAST, 2)),
    ),
    (
        "SO-GDDT",
        date(2021, 12, 15),
        date(2025, 12, 14),
        ((drafting.TEACHERS_CLASS, 8), (drafting.PUPILS_CONTEST, 1.5), (drafting.PUPILS_SESSION, 5)),
    ),
    (
        "CA-TP",
        date(2022, 12, 15),
        date(2025, 12, 14),
        ((drafting.SCHOOL_SESSION, 16), (drafting.COMMUNITY_SESSION, 3)),
    ),
    (
        "TD",
        date(2021, 12, 15),
        date(2025, 12, 14),
        ((drafting.SCHOOL_SESSION, 10), (drafting.OUT_OF_SCHOOL_CLASS, 4), (drafting.CONTEST, 1)),
    ),
)


def organisations() -> Iterator[Event]:
    """Events of departments and mass organisations that report activity by activity."""
    for unit, start, end, sorts in _ORGANISATIONS:
        chance = random.Random(f"830-{unit}")
        years = (end - start).days / 365
        serial = 0
        for sort, yearly in sorts:
            at_school = sort in (drafting.SCHOOL_SESSION, drafting.PUPILS_SESSION)
            months = days.SCHOOL if at_school else days.COMMUNITY
            found = days.spread(chance, start, end, yearly * years, months, lambda _: 1.0, at_school)
            for day in found:
                serial += 1
                yield Event(day, unit, sort, at_school, serial)
