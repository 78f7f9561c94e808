"""What changed between two looks at the data: the city's figures over the whole programme, kept as plain numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from program.filters import Filters
from program.measures.analysis import Analysis
from program.measures.completeness import completeness
from program.measures.sums import known, sums
from program.periods import PROGRAMME_END
from program.vocabulary import Kind

Figures = Mapping[str, Any]


@dataclass(frozen=True)
class Changes:
    """By how much figures moved: activities and attendances by kind, quarterly reports received. What did
    not move is not there; kinds are never summed."""

    activities: Mapping[Kind, int]
    attendances: Mapping[Kind, int]
    reports: int

    def __bool__(self) -> bool:
        return bool(self.activities or self.attendances or self.reports)


def standing(analysis: Analysis) -> dict[str, Any]:
    """The figures of a look, ready for JSON: `activities` and `attendances` by kind (None: nobody gave the
    number), `reports`. They run to the end of the programme, so that the days passing change nothing."""
    whole = Filters(as_of=PROGRAMME_END)
    block = sums(analysis, whole)
    return {
        "activities": {kind.value: known(block, "activities", kind, None) for kind in Kind},
        "attendances": {kind.value: known(block, "attendances", kind, None) for kind in Kind},
        "reports": completeness(analysis, whole).reports,
    }


def changes(before: Figures, now: Figures) -> Changes:
    """From one look to the next; a number that nobody gave then or now counts as none."""
    return Changes(
        _moved(before.get("activities", {}), now.get("activities", {})),
        _moved(before.get("attendances", {}), now.get("attendances", {})),
        int(now.get("reports", 0)) - int(before.get("reports", 0)),
    )


def _moved(before: Mapping[str, int | None], now: Mapping[str, int | None]) -> dict[Kind, int]:
    found = {kind: (now.get(kind) or 0) - (before.get(kind) or 0) for kind in Kind}
    return {kind: moved for kind, moved in found.items() if moved}
