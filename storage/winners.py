"""Which record of a natural key counts: the latest accepted one.

Records are inserted only while accepting, by one writer at a time, so among the records of a key the
one with the greatest id belongs to the latest accepted submission.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, func, insert, select, update

from storage.records import Batch
from storage.schema import RECORD_TABLES, submission

_ROWS_AN_INSERT = 10_000


def add(connection: Connection, submission_id: int, made: Sequence[Batch]) -> None:
    """Insert the rows of a submission, marking them as its own; `settle` must follow."""
    for batch in made:
        for start in range(0, len(batch.rows), _ROWS_AN_INSERT):
            chunk = batch.rows[start : start + _ROWS_AN_INSERT]
            for row in chunk:
                row["submission_id"] = submission_id
            connection.execute(insert(batch.shape.table), chunk)


def settle(connection: Connection, submission_ids: Sequence[int]) -> int:
    """Decide anew for every natural key that one of the submissions holds; gives how many records of
    other submissions came back."""
    returned = 0
    for table in RECORD_TABLES:
        other = table.alias()
        touched = select(table.c.natural_key).where(table.c.submission_id.in_(submission_ids))
        winner = (
            select(func.max(other.c.id))
            .join(submission, submission.c.id == other.c.submission_id)
            .where(other.c.natural_key == table.c.natural_key, submission.c.state == "accepted")
            .correlate(table)
            .scalar_subquery()
        )
        held = table.c.natural_key.in_(touched)
        connection.execute(
            update(table)
            .where(held, table.c.active, func.coalesce(winner, 0) != table.c.id)
            .values(active=False)
        )
        returned += connection.execute(
            update(table).where(held, ~table.c.active, winner == table.c.id).values(active=True)
        ).rowcount
    return returned
