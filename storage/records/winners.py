"""Which record of a natural key is held: the latest accepted one, unless a later submission removed it.

Records are inserted only while accepting, by one writer at a time, so among the records of a key the
one with the greatest id belongs to the latest accepted submission. A record counts (`active`) when it is
held and not set aside.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, exists, func, literal, null, select, union, update

from storage.records.rows import Batch
from storage.schema import RECORD_TABLES, removal, submission


def add(connection: Connection, submission_id: int, batch: Batch) -> None:
    """Insert a batch of a submission as held; `release` those that it takes the place of."""
    columns = {"submission_id": [submission_id] * len(batch), **batch.columns}
    if connection.dialect.name == "sqlite":
        for name in batch.days:
            columns[name] = list(map(_iso, columns[name]))
    quoted = connection.dialect.identifier_preparer.quote
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    names = ", ".join(map(quoted, columns))
    marks = ", ".join([mark] * len(columns))
    # Names are those of the schema. The driver takes the values as they are, in a third of the time.
    statement = f"INSERT INTO {quoted(batch.shape.table.name)} ({names}) VALUES ({marks})"  # noqa: S608
    connection.exec_driver_sql(statement, list(zip(*columns.values(), strict=True)))


def release(connection: Connection, table: Table, record_ids: Sequence[int]) -> None:
    """These records are no longer held."""
    if record_ids:
        connection.execute(update(table).where(table.c.id.in_(record_ids)).values(_NOT_HELD))


def settle(connection: Connection, submission_ids: Sequence[int]) -> tuple[int, int]:
    """Decide anew for every natural key that one of the submissions holds or removes; gives how many
    records stopped being held and how many came back."""
    gone = back = 0
    for table in RECORD_TABLES:
        touched = union(
            select(table.c.natural_key).where(table.c.submission_id.in_(submission_ids)),
            select(removal.c.natural_key).where(
                removal.c.submission_id.in_(submission_ids), removal.c.table_name == table.name
            ),
        )
        concerned = table.c.natural_key.in_(select(touched.subquery().c.natural_key))
        wins = _wins(table)
        gone += connection.execute(
            update(table).where(concerned, table.c.held, ~wins).values(_NOT_HELD)
        ).rowcount
        back += connection.execute(
            update(table)
            .where(concerned, ~table.c.held, wins)
            .values(held=True, active=table.c.set_aside.is_(None))
        ).rowcount
    return gone, back


@lru_cache(maxsize=8192)
def _iso(day: date | None) -> str | None:
    """A day as the embedded database keeps it."""
    return None if day is None else day.isoformat()


_NOT_HELD: dict[str, Any] = {"held": False, "active": False, "set_aside": null()}


def _wins(table: Table) -> ColumnElement[bool]:
    other = table.alias()
    latest = (
        select(func.max(other.c.id))
        .join(submission, submission.c.id == other.c.submission_id)
        .where(other.c.natural_key == table.c.natural_key, submission.c.state == "accepted")
        .correlate(table)
        .scalar_subquery()
    )
    removed = (
        exists()
        .where(
            removal.c.natural_key == table.c.natural_key,
            removal.c.table_name == literal(table.name),
            removal.c.record_id >= table.c.id,
            submission.c.id == removal.c.submission_id,
            submission.c.state == "accepted",
        )
        .correlate(table)
    )
    return (func.coalesce(latest, 0) == table.c.id) & ~removed
