"""A summary beside finer records of the same unit, kind and days never counts together with them.

Finer are detail records that count within its span, and summaries of a shorter span inside it. Records
that name audiences and share none speak of different things. Until somebody chooses, the finer records
count and the summary is set aside; where the summary was chosen they are set aside for it. Of summaries whose
days cross (`program.conflicts.crossings`) both count, unless somebody chose one. `program.conflicts.settling` applies all this.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Verdict = Literal["detail", "summary"]
Verdicts = Mapping[tuple[str, str, date, date], Verdict]


@dataclass(frozen=True)
class BasisDecision:
    """Which basis somebody chose for the days of the summaries of a unit and kind: what is listed finer
    (`detail`), or the `summary`."""

    unit: str
    kind: str
    start_date: date
    end_date: date
    verdict: Verdict
    reason: str


@dataclass(frozen=True)
class Overlap:
    """Summaries of `unit` and `kind` from `start` to `end` beside finer records, which count as long as
    nobody chose otherwise. `summed` and `listed` are activities of both (None: not said), `summed_seats`
    and `listed_seats` attendances of the audiences that the summaries name. `decided`: somebody chose
    the finer records."""

    unit: str
    kind: str
    start: date
    end: date
    summed: int | None
    listed: int | None
    summed_seats: int
    listed_seats: int
    decided: bool

    @property
    def agrees(self) -> bool:
        """Both say the same, so there is nothing to choose."""
        return self.summed == self.listed and self.summed_seats == self.listed_seats

    @property
    def waits(self) -> bool:
        """Whether somebody has to choose."""
        return not (self.decided or self.agrees)
