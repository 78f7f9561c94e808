"""What the records of a view add up to: sums over the cube, and what of them is known."""

import numpy as np

from program.filters import Filters
from program.measures.analysis import Analysis, span
from program.measures.cube import (
    ACTIVITIES,
    AUDIENCES,
    DELIVERIES,
    FEMALE,
    GIVE_ACTIVITIES,
    GIVE_FEMALE,
    GIVE_SEATS,
    HAVING,
    KINDS,
    PARTS,
    RECORDS,
    SEATS,
)
from program.vocabulary import Audience, Kind


def sums(analysis: Analysis, filters: Filters) -> np.ndarray:
    """Sums of the view's unit, period and delivery: (kinds, measures)."""
    start, end = span(filters)
    return of_view(analysis.cube.sums(start, end), analysis, filters)


def of_view(block: np.ndarray, analysis: Analysis, filters: Filters) -> np.ndarray:
    """Keep the unit and delivery of a view: (…, units, kinds, deliveries, measures)
    → (…, kinds, measures)."""
    rows = analysis.rows_of(filters.unit)
    picked = block[..., rows, :, :, :]
    if filters.delivery is not None:
        return picked[..., DELIVERIES.index(filters.delivery), :].sum(axis=-3)
    return picked.sum(axis=(-4, -2))


def place(measure: str, audience: Audience | None) -> int | slice:
    """Where a measure stands on the cube's last axis (a slice is to be summed)."""
    if measure == "activities":
        return ACTIVITIES if audience is None else HAVING.start + AUDIENCES.index(audience)
    if measure == "female":
        return FEMALE
    return SEATS if audience is None else SEATS.start + AUDIENCES.index(audience)


def pick(block: np.ndarray, measure: str, kind: Kind, audience: Audience | None) -> np.ndarray:
    """One measure of one kind from (…, kinds, measures)."""
    return measured(block[..., KINDS.index(kind), :], measure, audience)


def measured(of_kind: np.ndarray, measure: str, audience: Audience | None) -> np.ndarray:
    """One measure from (…, measures) of one kind."""
    where = place(measure, audience)
    return of_kind[..., where].sum(axis=-1) if isinstance(where, slice) else of_kind[..., where]


# What a record must give for a sum over it to be known.
_GIVEN = {"activities": GIVE_ACTIVITIES, "attendances": GIVE_SEATS, "female": GIVE_FEMALE}


def told(of_kind: np.ndarray, measure: str, audience: Audience | None) -> np.ndarray:
    """Whether a measure is known, from (…, measures) of one kind. It is not where the kind was reported and no
    record gives the measure, nor that of an audience where there is something of the kind and no record says for
    whom, nor its activities where it came and no record of it counts them: unknown is not zero."""
    found = (of_kind[..., RECORDS] == 0) | (of_kind[..., _GIVEN[measure]] > 0)
    if audience is None:
        return np.asarray(found)
    parts = HAVING if measure == "activities" else PARTS
    undivided = (measured(of_kind, measure, None) > 0) & ~of_kind[..., parts].any(axis=-1)
    uncounted = (
        (measured(of_kind, "attendances", audience) > 0)
        & (measured(of_kind, measure, audience) == 0)
        & (of_kind[..., RECORDS] > of_kind[..., _GIVEN[measure]])
    )
    return np.asarray(found & ~undivided & ~uncounted)


def known(block: np.ndarray, measure: str, kind: Kind, audience: Audience | None) -> int | None:
    """One measure of one kind from (kinds, measures); None where it is not `told`. Where only some records give
    it, it is the sum of those."""
    of_kind = block[KINDS.index(kind)]
    return int(measured(of_kind, measure, audience)) if told(of_kind, measure, audience) else None


def ungiven(block: np.ndarray, measure: str) -> int:
    """Records of any kind that do not give a measure."""
    return int((block[: len(KINDS), RECORDS] - block[: len(KINDS), _GIVEN[measure]]).sum())


def of_rows(analysis: Analysis, filters: Filters) -> dict[str | None, dict[str, int]] | None:
    """What the rows of a view add up to, by kind (None: rows of no kind): `rows`, `count` (activities) and `attendances`,
    as `storage.reading.activities.totals` sums them row by row. None for views that choose rows by more than unit, days, kind
    and delivery."""
    plain = Filters(filters.period, filters.unit, filters.kind, None, filters.delivery, filters.as_of)
    if filters != plain:
        return None
    block = sums(analysis, filters)
    chosen = [*KINDS, None] if filters.kind is None else [filters.kind]
    found = {}
    for kind in chosen:
        of_kind = block[len(KINDS) if kind is None else KINDS.index(kind)]
        if of_kind[RECORDS]:
            found[None if kind is None else kind.value] = {
                "rows": int(of_kind[RECORDS]),
                "count": int(of_kind[ACTIVITIES]),
                "attendances": int(measured(of_kind, "attendances", None)),
            }
    return found


def reported(analysis: Analysis, filters: Filters) -> bool:
    """Whether the view's unit reported anything in the view's days."""
    return analysis.has_reported(filters.unit, *span(filters))
