"""What of the figures is provisional: the part that comes from files that wait for a reviewer or were returned.

Provisional and official figures stand together: a value on a screen is their sum, and this is the part of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from program.filters import Filters
from program.measures.analysis import Analysis, span
from program.measures.cube import DELIVERIES, KINDS
from program.measures.sums import of_view, pick
from program.vocabulary import Audience, Kind


@dataclass(frozen=True)
class Unsettled:
    """The provisional part of a view's activities and attendances by kind (those that have any), and how many
    files it comes from."""

    activities: Mapping[Kind, int]
    attendances: Mapping[Kind, int]
    files: int

    def __bool__(self) -> bool:
        return self.files > 0


def unsettled(analysis: Analysis, view: Filters) -> Unsettled:
    """The provisional part of a view: its unit, days, kind, audience and delivery; its words do not matter."""
    block = sums(analysis, view)
    kinds = [view.kind] if view.kind else list(Kind)
    counted = {kind: part(block, "activities", kind, view.audience) for kind in kinds}
    seats = {kind: part(block, "attendances", kind, view.audience) for kind in kinds}
    return Unsettled(
        {kind: many for kind, many in counted.items() if many},
        {kind: many for kind, many in seats.items() if many},
        len(_files(analysis, view)),
    )


def sums(analysis: Analysis, view: Filters) -> np.ndarray:
    """Sums over the provisional rows of a view's unit, days and delivery: (kinds, measures), as those of
    `program.measures.sums.sums`."""
    return of_view(analysis.provisional.rows.sums(*span(view)), analysis, view)


def part(block: np.ndarray, measure: str, kind: Kind, audience: Audience | None) -> int:
    """The provisional part of one measure of one kind."""
    return int(pick(block, measure, kind, audience))


def _files(analysis: Analysis, view: Filters) -> set[int]:
    rows, files = analysis.provisional.rows, analysis.provisional.files
    low, high = rows.between(*span(view))
    unit, kind, delivery = np.unravel_index(rows.places[low:high], rows.shape)
    chosen = np.isin(unit, analysis.rows_of(view.unit))
    if view.kind is not None:
        chosen &= kind == KINDS.index(view.kind)
    if view.delivery is not None:
        chosen &= delivery == DELIVERIES.index(view.delivery)
    return set(files[low:high][chosen].tolist())
