"""Where each file that counts stands in the review, worked out from its findings, its rows and what was said."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, exists, func, or_, select

from program.contract import IssueCode
from program.reviewing.review import (
    NEEDS_PERSON,
    ROWS_LEFT_OUT,
    Flag,
    Place,
    QuotedCell,
    Rows,
    State,
    Verdict,
    Word,
    by_code,
    in_order,
    standing,
    state,
)
from storage.schema import activity, issue, review, size_decision, submission


@dataclass(frozen=True)
class Standing:
    """A file that waits: its state, how many reasons of each code stand, the word in force on it, and what became
    of its rows."""

    state: State
    reasons: Mapping[str, int]
    word: Word | None
    rows: Rows


def words(connection: Connection, submission_ids: Collection[int]) -> list[Word]:
    """All that was said of these submissions, also what was undone, in order; nobody's words too."""
    query = select(review).where(review.c.submission_id.in_(submission_ids)).order_by(review.c.id)
    return [word_of(row) for row in connection.execute(query)]


def word_of(row: Row[Any]) -> Word:
    """A row of `review`."""
    cells = tuple(QuotedCell(c["sheet"], c["cell"], c["found"], c["said"]) for c in row.cells)
    verdict = Verdict(row.verdict)
    return Word(
        row.id, row.submission_id, verdict, row.message, cells, row.said_by, row.said_at, row.undone_at is not None
    )  # fmt: skip


def waiting(connection: Connection) -> dict[int, Standing]:
    """The accepted submissions with activities that are in review or returned, the oldest first. Many screens ask
    for it at every run: one query where nothing waits, and of what waits no more than its reasons need."""
    counted: dict[int, Counter[str]] = defaultdict(Counter)
    rest, spoken = set(), set()
    for number, left_out, word, code, many in connection.execute(_unsettled()):
        counted[number] += Counter({code: many} if code else {})
        if left_out != "none":
            rest.add(number)
            counted[number][ROWS_LEFT_OUT] = 1
        if word is not None:
            spoken.add(word)
    if not counted:
        return {}
    said = _said(connection, spoken)
    rows = _partly_gone(connection, counted)
    for number, places in _right_sizes(connection, counted).items():
        rows[number] = replace(rows.get(number, Rows(left=True)), right_sizes=places)
    flags = _flags(connection, rows.keys(), rest)
    found = {}
    for number in sorted(counted):
        what_is_left = rows.get(number, Rows(left=True))
        reasons = by_code(standing(flags[number], what_is_left)) if number in rows else counted[number]
        where = state(said.get(number), bool(reasons), what_is_left)
        if where != State.OFFICIAL:
            found[number] = Standing(where, in_order(reasons), said.get(number), what_is_left)
    return found


@cache
def _unsettled() -> Select[Any]:
    """The accepted submissions with held activities on which nobody's last word is that they are official, and
    that somebody returned or there is a reason to look at: number, whether rows were left out, the word in force,
    and how many findings there are of each code."""
    later = review.alias()
    newer = exists().where(
        later.c.submission_id == review.c.submission_id, later.c.undone_at.is_(None), later.c.id > review.c.id
    )
    last_word = and_(review.c.submission_id == submission.c.id, review.c.undone_at.is_(None), ~newer)
    reason = and_(
        issue.c.submission_id == submission.c.id,
        issue.c.severity == "warning",
        issue.c.code.in_(NEEDS_PERSON),
    )
    returned = review.c.verdict == Verdict.RETURNED
    holding = exists().where(activity.c.submission_id == submission.c.id, activity.c.held)
    told = (submission.c.id, submission.c.rest, review.c.id, issue.c.code)
    return (
        select(*told, func.count(issue.c.code))
        .select_from(submission.outerjoin(review, last_word).outerjoin(issue, reason))
        .where(submission.c.state == "accepted", or_(review.c.id.is_(None), returned))
        .where(or_(returned, issue.c.code.is_not(None), submission.c.rest != "none"), holding)
        .group_by(*told)
    )


def _said(connection: Connection, numbers: Collection[int]) -> dict[int, Word]:
    """These words by the submissions that they were said of."""
    if not numbers:
        return {}
    query = select(review).where(review.c.id.in_(sorted(numbers)))
    return {row.submission_id: word_of(row) for row in connection.execute(query)}


def _partly_gone(connection: Connection, numbers: Iterable[int]) -> dict[int, Rows]:
    """What became of the rows of those of these files of which some are no longer held."""
    table = activity.c
    some = select(table.submission_id).where(table.submission_id.in_(sorted(numbers)), ~table.held).distinct()
    held: dict[int, set[Place]] = defaultdict(set)
    gone: dict[int, set[Place]] = defaultdict(set)
    query = select(table.submission_id, table.sheet, table.row, table.held).where(
        table.submission_id.in_(some)
    )
    for number, sheet, row, is_held in connection.execute(query):
        (held if is_held else gone)[number].add((sheet, row))
    return {n: Rows(n in held, frozenset(gone[n]), frozenset(held[n])) for n in gone}


def _right_sizes(
    connection: Connection, counted: Mapping[int, Mapping[str, int]]
) -> dict[int, frozenset[Place]]:
    """Where rows of unusual size stand in the files that were found to have such, which somebody decided to be
    right."""
    table, said = activity.c, size_decision.c
    numbers = [number for number, codes in counted.items() if IssueCode.IMPLAUSIBLE_SIZE in codes]
    # Asked first: decisions are few, and a planner that joins them goes through all rows of the files.
    decided = numbers and connection.scalars(select(said.natural_key).where(said.undone_at.is_(None))).all()
    if not decided:
        return {}
    same = and_(
        said.natural_key == table.natural_key, said["count"] == table["count"], said.seats == table.seats
    )
    query = (
        select(table.submission_id, table.sheet, table.row)
        .join(size_decision, same)
        .where(table.natural_key.in_(set(decided)), said.undone_at.is_(None))
        .where(table.held, table.submission_id.in_(numbers))
    )
    found: dict[int, set[Place]] = defaultdict(set)
    for number, sheet, row in connection.execute(query):
        found[number].add((sheet, row))
    return {number: frozenset(places) for number, places in found.items()}


def _flags(connection: Connection, numbers: Collection[int], rest: Collection[int]) -> dict[int, list[Flag]]:
    found: dict[int, list[Flag]] = defaultdict(list)
    if not numbers:
        return found
    query = select(issue.c.submission_id, issue.c.code, issue.c.sheet, issue.c.cell).where(
        issue.c.submission_id.in_(sorted(numbers)),
        issue.c.severity == "warning",
        issue.c.code.in_(NEEDS_PERSON),
    )
    for number, code, sheet, cell in connection.execute(query):
        found[number].append(Flag(code, sheet, cell))
    for number in rest:
        found[number].append(Flag(ROWS_LEFT_OUT, None, None))
    return found
