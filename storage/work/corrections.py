"""Documents and tasks that a screen corrected, met again in a file that still says what they were known by before.

By that the register would take the row for a new one, and the thing would stand there twice. So a row that says
exactly what was corrected stays away, and the correction holds; a row that says something else of the thing is the
later word on it, and takes the place of the corrected one. A document that has another subject is another one: the
number had been mistyped, and now comes the one that bears it.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select

from program.text import fold
from storage import schema
from storage.records.rows import Batch
from storage.schema import removal as gone
from storage.schema import submission

TABLES = (schema.directive, schema.task)


@dataclass(frozen=True)
class Again:
    """A row (`key`) of a file that says again what a `correction` (a submission) took away; `held` is the record
    that the thing has now. `same`: the row says exactly what was taken away."""

    table: Table
    key: bytes
    correction: int
    held: int
    same: bool


def again(connection: Connection, batch: Batch, keys: Collection[bytes]) -> Iterator[Again]:
    """Which of these keys of a batch, none of which is held, were corrected away; not where the file says the
    corrected row as well, so means both."""
    table = batch.shape.table
    if table not in TABLES or not keys:
        return
    places = {key: place for place, key in enumerate(batch.columns["natural_key"])}
    query = select(gone.c.natural_key).where(gone.c.table_name == table.name, gone.c.natural_key.in_(keys))
    for key in map(bytes, connection.scalars(query.distinct())):
        correction, record = _corrected(connection, table, key) or (0, 0)
        if not correction:
            continue
        now, now_key = _now(connection, table, correction)
        if now is None or now_key in places:
            continue
        row = connection.execute(select(table).where(table.c.id == record)).mappings().one()
        same = bytes(row["content"]) == bytes(batch.columns["content"][places[key]])
        subject = batch.columns.get("subject")
        if same or subject is None or fold(row["subject"]) == fold(subject[places[key]]):
            yield Again(table, key, correction, now, same)


def _corrected(connection: Connection, table: Table, key: bytes) -> tuple[int, int] | None:
    """The latest submission that counts and corrected a key to another one, and the record that it took away."""
    query = (
        select(gone.c.submission_id, gone.c.record_id)
        .join(submission, submission.c.id == gone.c.submission_id)
        .where(gone.c.table_name == table.name, gone.c.natural_key == key, submission.c.state == "accepted")
        .order_by(gone.c.submission_id.desc())
    )
    for number, record in connection.execute(query):
        if is_correction(connection, table, number):
            return number, record
    return None


def is_correction(connection: Connection, table: Table, number: int) -> bool:
    """By the rule of `program.work.history`: one row said, one taken away."""
    said = select(func.count()).select_from(table).where(table.c.submission_id == number)
    taken = select(func.count()).select_from(gone)
    taken = taken.where(gone.c.submission_id == number, gone.c.table_name == table.name)
    return connection.scalar(said) == 1 and connection.scalar(taken) == 1


def _now(connection: Connection, table: Table, correction: int) -> tuple[int | None, bytes]:
    """The record that holds by now what a submission said, also where it was corrected again, and its key."""
    seen: set[int] = set()
    key = b""
    while correction not in seen:
        seen.add(correction)
        key = bytes(
            connection.scalars(select(table.c.natural_key).where(table.c.submission_id == correction)).one()
        )
        held = connection.scalar(select(table.c.id).where(table.c.natural_key == key, table.c.held))
        if held is not None:
            return held, key
        correction, _ = _corrected(connection, table, key) or (correction, 0)
    return None, key
