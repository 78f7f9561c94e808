"""The story the demo tells: local targets, who is ahead or behind, who was silent, who declared zero.

Everything here is invented.
"""

from dataclasses import dataclass
from datetime import date

from program import units
from program.periods import Period, parse_period

PARENTS, OUT_OF_SCHOOL, SESSIONS = "L-classes-parents", "L-classes-out-of-school", "L-sessions"
ATTENDING_PARENTS = "L-parents"
# The local target of attendances is a class's target times this size.
PARENTS_IN_A_CLASS = 55

DISTRICTS = ("492", "491", "493", "494", "490", "495", "497")

# What a district is asked to hold in a full year.
_YEARLY = {
    "492": {PARENTS: 14, OUT_OF_SCHOOL: 7, SESSIONS: 21},
    "491": {PARENTS: 13, OUT_OF_SCHOOL: 6, SESSIONS: 19},
    "493": {PARENTS: 12, OUT_OF_SCHOOL: 6, SESSIONS: 17},
    "494": {PARENTS: 8, OUT_OF_SCHOOL: 4, SESSIONS: 13},
    "490": {PARENTS: 12, OUT_OF_SCHOOL: 6, SESSIONS: 18},
    "495": {PARENTS: 10, OUT_OF_SCHOOL: 5, SESSIONS: 15},
    "497": {PARENTS: 11, OUT_OF_SCHOOL: 6, SESSIONS: 16},
}
_GROWTH = {"2021": 0.35, "2022": 0.9, "2023": 1.0, "2024": 1.1, "2025": 0.6}
_COMMUNE = {PARENTS: 4, OUT_OF_SCHOOL: 2, SESSIONS: 6}
# What the city asks of departments and mass organisations in a full year.
_ORGANISATIONS = {PARENTS: 12, OUT_OF_SCHOOL: 5, SESSIONS: 34}
ORGANISATIONS_NOTE = "Bằng tổng các đơn vị cộng phần của sở, ban, ngành và đoàn thể thành phố"


@dataclass(frozen=True)
class Span:
    """A year of targets: a report year, cut by the programme's start and by the break of 1-7-2025."""

    year: str
    start: date
    end: date
    tier: str


SPANS = (
    Span("2021", date(2021, 6, 1), date(2021, 12, 14), "district"),
    *(
        Span(year, parse_period(year).start, parse_period(year).end, "district")
        for year in ("2022", "2023", "2024")
    ),
    Span("2025", date(2024, 12, 15), date(2025, 6, 30), "district"),
    Span("2025", date(2025, 7, 1), date(2025, 12, 31), "commune"),
)


def span_units(span: Span) -> tuple[str, ...]:
    """Codes of the units of territory that have targets in the span."""
    return DISTRICTS if span.tier == "district" else COMMUNES


def target(indicator: str, unit: str, span: Span) -> int:
    """The local target of a unit of territory in a span."""
    if indicator == ATTENDING_PARENTS:
        return target(PARENTS, unit, span) * PARENTS_IN_A_CLASS
    if span.tier == "commune":
        return _COMMUNE[indicator] + (unit in _LARGE_COMMUNES)
    return round(_YEARLY[unit][indicator] * _GROWTH[span.year])


def organisations_target(indicator: str, span: Span) -> int:
    """The part of a city target that departments and mass organisations carry."""
    if indicator == ATTENDING_PARENTS:
        return organisations_target(PARENTS, span) * PARENTS_IN_A_CLASS
    growth = 0.5 if span.tier == "commune" else _GROWTH[span.year]
    return round(_ORGANISATIONS[indicator] * growth)


def city_target(indicator: str, span: Span) -> int:
    """The city's local target: the sum of its units and the organisations' part."""
    own = sum(target(indicator, unit, span) for unit in span_units(span))
    return own + organisations_target(indicator, span)


COMMUNES = tuple(u.code for u in units.reporting_units(date(2025, 12, 31)))
_LARGE_COMMUNES = frozenset({"20242", "20209", "20285", "20200", "20260"})

_PACE = {
    "492": {PARENTS: 1.12, OUT_OF_SCHOOL: 0.78, SESSIONS: 1.15},
    "491": {PARENTS: 1.12, OUT_OF_SCHOOL: 0.7, SESSIONS: 1.12},
    "493": {PARENTS: 1.08, OUT_OF_SCHOOL: 0.72, SESSIONS: 1.12},
    "494": {PARENTS: 1.25, OUT_OF_SCHOOL: 1.0, SESSIONS: 1.3},
    "490": {PARENTS: 0.72, OUT_OF_SCHOOL: 0.5, SESSIONS: 0.85},
    "495": {PARENTS: 1.1, OUT_OF_SCHOOL: 0.66, SESSIONS: 1.1},
    "497": {PARENTS: 1.0, OUT_OF_SCHOOL: 0.62, SESSIONS: 1.05},
}
_SLOW_FROM = date(2023, 6, 15)


def pace(indicator: str, unit: str, day: date) -> float:
    """Which part of its target a unit holds around a day; Hòa Vang slows down from mid-2023."""
    if unit not in _PACE:
        return {PARENTS: 1.14, OUT_OF_SCHOOL: 0.7, SESSIONS: 1.1}[indicator]
    slowed = 0.42 if unit == "497" and day >= _SLOW_FROM else 1.0
    return _PACE[unit][indicator] * slowed


def _quarters(*found: tuple[str, str]) -> tuple[tuple[str, Period], ...]:
    return tuple((unit, parse_period(code)) for unit, code in found)


# A unit that sent nothing for the quarter.
SILENT = _quarters(
    ("491", "2024-Q2"),
    ("497", "2022-Q4"),
    ("497", "2024-Q3"),
    ("495", "2025-Q1"),
    ("490", "2023-Q3"),
    ("20308", "2025-Q3"),
    ("20308", "2025-Q4"),
    ("20314", "2025-Q3"),
    ("20314", "2025-Q4"),
    ("20197", "2025-Q4"),
)
SILENT_COMMUNES = frozenset({"20308", "20314"})

# A unit that wrote "Không phát sinh" for the quarter.
ZERO = _quarters(
    ("497", "2021-Q3"),
    ("495", "2021-Q3"),
    ("490", "2021-Q3"),
    ("490", "2023-Q1"),
    ("497", "2024-Q1"),
    ("20194", "2025-Q3"),
    ("20332", "2025-Q3"),
)


# How many days after its deadline a report came; all others came in time.
LATE = {
    ("490", "2021-Q4"): 6,
    ("497", "2022-Q2"): 9,
    ("495", "2022-Q3"): 3,
    ("490", "2022-Q4"): 17,
    ("497", "2023-Q3"): 21,
    ("493", "2023-Q4"): 2,
    ("497", "2024-Q1"): 5,
    ("490", "2024-Q2"): 12,
    ("497", "2024-Q2"): 31,
    ("495", "2024-Q4"): 8,
    ("497", "2025-Q1"): 14,
    ("20200", "2025-Q3"): 11,
    ("20194", "2025-Q3"): 19,
    ("20320", "2025-Q3"): 26,
    ("20332", "2025-Q4"): 4,
}
# Files of which nobody wrote down when they came.
UNDATED = frozenset({("491", "2021"), ("494", "2021")})


def empty_quarters(unit: str) -> tuple[Period, ...]:
    """The quarters in which a unit has no activity: silent or declared."""
    return tuple(period for code, period in (*SILENT, *ZERO) if code == unit)
