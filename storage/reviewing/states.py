"""Where each file that counts stands in the review, worked out from its findings, its rows and what was said."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, exists, func, select

from program.review import (
    NEEDS_PERSON,
    ROWS_LEFT_OUT,
    Cell,
    Flag,
    Place,
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
    cells = tuple(Cell(c["sheet"], c["cell"], c["found"], c["said"]) for c in row.cells)
    verdict = Verdict(row.verdict)
    return Word(
        row.id, row.submission_id, verdict, row.message, cells, row.said_by, row.said_at, row.undone_at is not None
    )  # fmt: skip


def waiting(connection: Connection) -> dict[int, Standing]:
    """The accepted submissions with activities that are in review or returned, the oldest first."""
    unsettled = _unsettled()
    rest = {row[0] for row in connection.execute(unsettled) if row[1] != "none"}
    numbers = unsettled.with_only_columns(submission.c.id)
    spoken = _in_force().where(review.c.submission_id.in_(numbers))
    said = {row.submission_id: word_of(row) for row in connection.execute(spoken)}
    counted = _counted(connection, numbers, rest)
    rows = _partly_gone(connection, {*counted, *said})
    for number, places in _right_sizes(connection, numbers).items():
        rows[number] = replace(rows.get(number, Rows(left=True)), right_sizes=places)
    flags = _flags(connection, rows.keys(), rest)
    found = {}
    for number in sorted({*counted, *said}):
        what_is_left = rows.get(number, Rows(left=True))
        reasons = (
            by_code(standing(flags[number], what_is_left))
            if number in rows
            else dict(counted.get(number, {}))
        )
        where = state(said.get(number), bool(reasons), what_is_left)
        if where != State.OFFICIAL:
            found[number] = Standing(where, in_order(reasons), said.get(number), what_is_left)
    return found


def _in_force() -> Select[Any]:
    """The words in force: of each submission the latest that is not undone."""
    latest = select(func.max(review.c.id).label("id")).where(review.c.undone_at.is_(None))
    newest = latest.group_by(review.c.submission_id).subquery()
    return select(review).join(newest, newest.c.id == review.c.id)


def _unsettled() -> Select[Any]:
    """The accepted submissions with held activities on which nobody's last word is that they are official."""
    official = (
        _in_force().with_only_columns(review.c.submission_id).where(review.c.verdict != Verdict.RETURNED)
    )
    holding = exists().where(activity.c.submission_id == submission.c.id, activity.c.held)
    return select(submission.c.id, submission.c.rest).where(
        submission.c.state == "accepted", submission.c.id.not_in(official), holding
    )


def _counted(connection: Connection, numbers: Select[Any], rest: Collection[int]) -> dict[int, Counter[str]]:
    """The reasons of each file by code, as its check found them."""
    query = (
        select(issue.c.submission_id, issue.c.code, func.count())
        .where(issue.c.submission_id.in_(numbers), issue.c.severity == "warning", issue.c.code.in_(NEEDS_PERSON))
        .group_by(issue.c.submission_id, issue.c.code)
    )  # fmt: skip
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for number, code, many in connection.execute(query):
        found[number][code] = many
    for number in rest:
        found[number][ROWS_LEFT_OUT] = 1
    return found


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


def _right_sizes(connection: Connection, numbers: Select[Any]) -> dict[int, frozenset[Place]]:
    """Where rows of unusual size stand in these files that somebody decided to be right."""
    table, said = activity.c, size_decision.c
    # Asked first: decisions are few, and a planner that joins them goes through all rows of the files.
    decided = set(connection.scalars(select(said.natural_key).where(said.undone_at.is_(None))))
    same = and_(
        said.natural_key == table.natural_key, said["count"] == table["count"], said.seats == table.seats
    )
    query = (
        select(table.submission_id, table.sheet, table.row)
        .join(size_decision, same)
        .where(table.natural_key.in_(decided), said.undone_at.is_(None))
        .where(table.held, table.submission_id.in_(numbers))
    )
    found: dict[int, set[Place]] = defaultdict(set)
    for number, sheet, row in connection.execute(query):
        found[number].add((sheet, row))
    return {number: frozenset(places) for number, places in found.items()}


def _flags(connection: Connection, numbers: Iterable[int], rest: Collection[int]) -> dict[int, list[Flag]]:
    query = select(issue.c.submission_id, issue.c.code, issue.c.sheet, issue.c.cell).where(
        issue.c.submission_id.in_(sorted(numbers)),
        issue.c.severity == "warning",
        issue.c.code.in_(NEEDS_PERSON),
    )
    found: dict[int, list[Flag]] = defaultdict(list)
    for number, code, sheet, cell in connection.execute(query):
        found[number].append(Flag(code, sheet, cell))
    for number in rest:
        found[number].append(Flag(ROWS_LEFT_OUT, None, None))
    return found
