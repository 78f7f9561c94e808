"""Review by exception: an accepted file is official at once unless its check found what needs a person.

A file in review counts like any other; its figures are provisional until a reviewer says that they are accepted.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from program.contract import IssueCode

# The findings that need a person, the ones that change a figure most first. Others only tell of a cell that
# was not used, or of a way of writing.
NEEDS_PERSON: tuple[IssueCode, ...] = (
    IssueCode.IMPLAUSIBLE_SIZE,
    IssueCode.TOTAL_ROW_MISMATCH,
    IssueCode.TOTAL_MISMATCH,
    IssueCode.DUPLICATE_ROW,
    IssueCode.DATE_AMBIGUOUS,
    IssueCode.HIDDEN_ROWS,
)
# Rows with errors that were left out, whether they are still waited for or not: no finding of its own.
ROWS_LEFT_OUT = "rows_left_out"
_ROW = re.compile(r"[A-Z]+(\d+)")

# Where a record stands in its file: sheet and row.
Place = tuple[str, int]


class Verdict(StrEnum):
    """What was said of a file. `earlier` is nobody's word: it counted before there was a review."""

    ACCEPTED = "accepted"
    RETURNED = "returned"
    EARLIER = "earlier"


class State(StrEnum):
    """Where a file that counts stands in the review."""

    OFFICIAL = "official"
    IN_REVIEW = "in_review"
    RETURNED = "returned"


@dataclass(frozen=True)
class QuotedCell:
    """A cell quoted to the unit: what stood in it, and what was said of it."""

    sheet: str | None
    cell: str | None
    found: str | None
    said: str


@dataclass(frozen=True)
class Word:
    """One word of a reviewer on a submission."""

    id: int
    submission: int
    verdict: Verdict
    message: str
    cells: tuple[QuotedCell, ...]
    by: str
    at: datetime
    undone: bool = False


@dataclass(frozen=True)
class Rows:
    """What became of the records of a file: whether any are `left`, where those stand that a later file says
    anew or removed (`gone`), and, of a file that has such, where those stand that are still `held`. Of
    `right_sizes` somebody decided that the row is right as it was reported (`program.measures.sizes`)."""

    left: bool
    gone: frozenset[Place] = frozenset()
    held: frozenset[Place] = frozenset()
    right_sizes: frozenset[Place] = frozenset()


@dataclass(frozen=True)
class Flag:
    """One reason for a person to look: the code of the finding, and its place."""

    code: str
    sheet: str | None
    cell: str | None


def in_force(words: Iterable[Word]) -> Word | None:
    """The latest word on a submission that is not undone."""
    return max((w for w in words if not w.undone), key=lambda w: w.id, default=None)


def place(sheet: str | None, cell: str | None) -> Place | None:
    """The sheet and row of a cell ("D9", or the first of "D9:F9"); None of a sheet or a file as a whole."""
    found = _ROW.match(cell or "")
    return (sheet, int(found[1])) if sheet is not None and found else None


def standing(flags: Sequence[Flag], rows: Rows) -> tuple[Flag, ...]:
    """The reasons that still hold: not those about a row that a later file says anew or removed, nor of a size
    that was decided to be right, and none where nothing of the file is left."""
    if not rows.left:
        return ()
    return tuple(flag for flag in flags if not _settled(flag, place(flag.sheet, flag.cell), rows))


def answered(word: Word, rows: Rows) -> bool:
    """Whether a file that was returned has been answered by a later one: every quoted row said anew or
    removed; of cells that are no row's (a total, the file as a whole), any row."""
    if not rows.gone:
        return False
    quoted = [place(cell.sheet, cell.cell) for cell in word.cells]
    of_rows = [where for where in quoted if where in rows.held or where in rows.gone]
    return all(_over(where, rows) for where in of_rows)


def state(word: Word | None, flagged: bool, rows: Rows) -> State:
    """Where a submission that counts stands, by the latest word on it, whether reasons to look at it are
    `standing`, and what became of its rows. A file of which nothing is left waits for nobody."""
    if not rows.left:
        return State.OFFICIAL
    if word is not None and word.verdict == Verdict.RETURNED and not answered(word, rows):
        return State.RETURNED
    if word is not None and word.verdict in (Verdict.ACCEPTED, Verdict.EARLIER):
        return State.OFFICIAL
    return State.IN_REVIEW if flagged else State.OFFICIAL


def _settled(flag: Flag, where: Place | None, rows: Rows) -> bool:
    if flag.code == IssueCode.IMPLAUSIBLE_SIZE and where in rows.right_sizes:
        return True
    return _over(where, rows)


def _over(where: Place | None, rows: Rows) -> bool:
    return where in rows.gone and where not in rows.held


def by_code(flags: Iterable[Flag]) -> dict[str, int]:
    """How many reasons there are of each code, in the order of `NEEDS_PERSON`."""
    return in_order(Counter(flag.code for flag in flags))


def in_order(reasons: Mapping[str, int]) -> dict[str, int]:
    """Reasons by code in the order of `NEEDS_PERSON`, rows left out last; none of those that are none."""
    order = (*map(str, NEEDS_PERSON), ROWS_LEFT_OUT)
    return {code: reasons[code] for code in order if reasons.get(code)}
