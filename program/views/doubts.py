"""How sure the figures of a view are: what is missing, not said, not decided, and how old it is."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from program import units
from program.conflicts.desk import concerns
from program.conflicts.overlaps import Overlap
from program.filters import CITY, Filters
from program.measures.analysis import Analysis, Freshness, last_day, span
from program.measures.completeness import Completeness, completeness
from program.measures.cube import KINDS, SEATS
from program.measures.figures import schools_reached
from program.measures.sums import sums, ungiven
from program.per_children.children import Denominator, children
from program.vocabulary import Kind

_ORGANISATIONS = ("department", "mass_organisation")


@dataclass(frozen=True)
class Doubts:
    """What a reader should know beside the figures of a view.

    `uncounted` rows do not say how many activities they are; `undivided` are attendances by kind whose
    audience nobody gave; `overlaps` are summaries beside finer records that wait for a decision. `files`
    gives the last report of each unit of the view, the oldest first, `silent` the expected units that never
    sent one. `schools` are the institutions of T1 on the view's last day, `children` those of its unit (None:
    nobody gave them).
    """

    done: Completeness
    uncounted: int
    undivided: Mapping[Kind, int]
    overlaps: tuple[Overlap, ...]
    files: tuple[tuple[str, Freshness], ...]
    silent: tuple[str, ...]
    schools: int | None
    children: Denominator | None


def doubts(analysis: Analysis, filters: Filters) -> Doubts:
    """The doubts of a view's unit and days; its kind, audience and words do not matter."""
    view = filters.only(
        kind=None, audience=None, delivery=None, text="", unusual=False, lacking=None, state=None
    )
    start, end = span(view)
    block = sums(analysis, view)
    return Doubts(
        done=completeness(analysis, view),
        uncounted=ungiven(block, "activities"),
        undivided=undivided(block),
        overlaps=tuple(
            o
            for o in analysis.overlaps
            if o.waits and concerns((o.unit,), o.start, o.end, view.unit, start, end)
        ),
        files=_files(analysis, view),
        silent=tuple(code for code in _expected(view) if code not in analysis.freshness),
        schools=schools_reached(analysis, view)[1],
        children=children(analysis.children, view.unit, last_day(view)),
    )


def undivided(block: np.ndarray) -> dict[Kind, int]:
    """Attendances of no said audience by kind, from (kinds, measures); kinds without any are left out."""
    rest = SEATS.stop - 1
    return {kind: int(block[place, rest]) for place, kind in enumerate(KINDS) if block[place, rest]}


def unsaid(analysis: Analysis, view: Filters) -> dict[Kind, int]:
    """What a view of one audience leaves out since nobody said whose it was: attendances by kind, of the view's unit,
    days, kind and delivery."""
    found = undivided(sums(analysis, view))
    return {kind: seats for kind, seats in found.items() if view.kind in (None, kind)}


def _expected(view: Filters) -> tuple[str, ...]:
    """The units of territory expected on the first or last day of a view, or its one unit."""
    if view.unit != CITY:
        return (view.unit,)
    start, end = span(view)
    days = (start, end) if end >= start else ()
    return tuple(dict.fromkeys(u.code for day in days for u in units.reporting_units(day)))


def _files(analysis: Analysis, view: Filters) -> tuple[tuple[str, Freshness], ...]:
    """Of the expected units and, in the city, of every organisation that sent a report."""
    expected = _expected(view)
    organisations = [
        code
        for code in analysis.freshness
        if view.unit == CITY and (found := units.unit(code)) and found.level in _ORGANISATIONS
    ]
    codes = [code for code in dict.fromkeys([*expected, *organisations]) if code in analysis.freshness]
    return tuple(sorted(((c, analysis.freshness[c]) for c in codes), key=lambda pair: pair[1].day))
