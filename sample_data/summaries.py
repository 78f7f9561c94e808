"""What mass organisations report as sums by quarter, never activity by activity."""

import random
from dataclasses import dataclass
from datetime import date

from program.periods import parse_period
from program.vocabulary import Audience, Basis, Kind
from sample_data.model import Activity

A, C, S = Audience, Kind.TRAINING_CLASS, Kind.COMMUNICATION_SESSION

# Unit, kind, audience (None: the form does not split by audience), usual count in a quarter.
_LINES = (
    ("HLHPN", C, A.PARENTS, 3.7),
    ("HLHPN", C, A.CHILDREN_OUT_OF_SCHOOL, 0.8),
    ("HLHPN", C, A.OFFICIALS, 1.0),
    ("HLHPN", S, A.PARENTS, 2.2),
    ("HLHPN", S, A.CHILDREN_OUT_OF_SCHOOL, 1.0),
    ("HLHPN", S, A.OFFICIALS, 0.7),
    ("HBVQTE", S, A.CHILDREN_IN_SCHOOL, 2.0),
    ("HBVQTE", S, A.CHILDREN_OUT_OF_SCHOOL, 1.6),
    ("HBVQTE", S, A.PARENTS, 1.0),
    ("MTTQ", C, None, 1.4),
    ("LDLD", C, None, 1.2),
    ("HND", C, None, 1.0),
)
_SIZE = {C: (38, 80), S: (90, 260)}
# A quarter of which the organisation sent nothing.
_MISSING = frozenset({("HLHPN", "2022-Q1"), ("HBVQTE", "2023-Q1"), ("HND", "2024-Q3"), ("LDLD", "2023-Q4")})


@dataclass(frozen=True)
class Tabulated:
    """The sums of some units in one report year: one sheet of a crosstab for each kind."""

    units: tuple[str, ...]
    year: str
    kinds: tuple[Kind, ...]
    quarters: tuple[str, ...]


def tabulated(units: tuple[str, ...], year: str) -> Tabulated:
    """The table of a year; 2021 has its last two quarters only."""
    kinds = tuple(dict.fromkeys(kind for unit, kind, _, _ in _LINES if unit in units))
    first = 3 if year == "2021" else 1
    return Tabulated(units, year, kinds, tuple(f"{year}-Q{i}" for i in range(first, 5)))


def sums(table: Tabulated, kind: Kind) -> list[Activity]:
    """One summary for each line and quarter in which there was something."""
    found = []
    for unit, line_kind, audience, usual in _LINES:
        if unit not in table.units or line_kind != kind:
            continue
        for code in table.quarters:
            chance = random.Random(f"830-{unit}-{kind}-{audience}-{code}")
            period = parse_period(code)
            season = 1.25 if code.endswith(("Q2", "Q4")) else 0.75
            count = int(usual * season + chance.random())
            if not count or (unit, code) in _MISSING:
                continue
            people = sum(chance.randint(*_SIZE[kind]) for _ in range(count))
            start = max(period.start, date(2021, 6, 1))
            found.append(
                Activity(
                    unit,
                    kind,
                    None,
                    start,
                    period.end,
                    attendances={audience: people} if audience else {},
                    total=people,
                    count=count,
                    basis=Basis.SUMMARY,
                )
            )
    return found
