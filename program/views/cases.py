"""Which sentence is due of an indicator, and of which of several a screen speaks first."""

from enum import StrEnum

from program.measures.figures import BEHIND, Progress
from program.vocabulary import Status


class Case(StrEnum):
    """Which sentence is due. One holds for every view; the order is that in which they are tried."""

    FUTURE = "future"
    NOT_YET = "not_yet"
    GONE = "gone"
    SILENT = "silent"
    NO_TARGET = "no_target"
    UNCOUNTED = "uncounted"
    NOT_DUE = "not_due"
    BEHIND = "behind"
    NOT_MET = "not_met"
    KEPT = "kept"
    MET = "met"


def judged(p: Progress, reported: bool) -> Case:
    """The case of one indicator."""
    if not reported:
        return Case.SILENT
    if p.target is None or p.target <= 0:
        return Case.NO_TARGET
    if p.value is None:
        return Case.UNCOUNTED
    if p.status == Status.MET:
        return Case.MET
    if p.status == Status.NOT_MET:
        return Case.NOT_MET
    if p.status in BEHIND:
        # No sentence of alarm while not even the first class, session or attendance is due.
        return Case.NOT_DUE if p.indicator.kind and (p.expected or 0) < 1 else Case.BEHIND
    return Case.KEPT if p.status == Status.ON_TRACK else Case.NOT_DUE


_ORDER = (
    Case.BEHIND, Case.NOT_MET, Case.KEPT, Case.MET, Case.NOT_DUE, Case.UNCOUNTED, Case.NO_TARGET, Case.SILENT,
)  # fmt: skip


def worst_first(p: Progress) -> tuple[int, float]:
    """Sorts the indicators of a unit that has reported: what is furthest behind and can still be caught up with, then
    what was not met, then the others; first sentence, lines below it and curve speak of the first."""
    return _ORDER.index(judged(p, reported=True)), p.pace if p.pace is not None else 0.0
