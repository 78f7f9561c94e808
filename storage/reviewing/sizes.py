"""Accepting the figures of a file confirms the unusual sizes that its check had found: the reviewer was shown those
very cells. Both go together, and are taken back together."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, select

from access import Actor
from program.contract import IssueCode
from program.measures.sizes import SizeDecision
from program.reviewing.review import Place, place
from storage.conflicts import decisions, sizes
from storage.schema import activity, issue, review, size_decision


def confirm(connection: Connection, actor: Actor, submission_id: int, reason: str, now: datetime) -> None:
    """Keep for each row that counts, is of unusual size, was flagged so by the check of its file and was not
    confirmed before, that it is right; at the moment of the word on the file, which ties both together."""
    for key, count, seats in list(_flagged(connection, submission_id)):
        said = SizeDecision(key, count, seats, "plausible", reason)
        decisions.keep(connection, actor, said, None, now)


def take_back(connection: Connection, actor: Actor, word_id: int) -> None:
    """What was confirmed with a word is confirmed no more, unless that was taken back before."""
    query = (
        select(size_decision)
        .join(review, (review.c.said_at == size_decision.c.decided_at) & (review.c.actor_id == size_decision.c.actor_id))
        .where(review.c.id == word_id, size_decision.c.undone_at.is_(None))
        .order_by(size_decision.c.id)
    )  # fmt: skip
    decisions.undone(connection, actor, "size", connection.execute(query).mappings().all())


def _flagged(connection: Connection, submission_id: int) -> Iterator[tuple[bytes, int, int]]:
    found: dict[Place, list[tuple[bytes, int, int]]] = defaultdict(list)
    table = activity.c
    query = select(table.sheet, table.row, table.natural_key, table["count"], table.seats).where(
        table.submission_id == submission_id, table.active, sizes.unconfirmed()
    )
    for sheet, row, *numbers in connection.execute(query):
        found[sheet, row].append((numbers[0], numbers[1], numbers[2]))
    if not found:
        return
    flags = select(issue.c.sheet, issue.c.cell).where(
        issue.c.submission_id == submission_id, issue.c.code == IssueCode.IMPLAUSIBLE_SIZE
    )
    flagged = {place(sheet, cell) for sheet, cell in connection.execute(flags)}
    for where, rows in found.items():
        if where in flagged:
            yield from rows
