"""What the submissions said of the rows of a table, and which rows are gone by their word: the ground of every history
(targets, contacts, documents, tasks)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Table, false, select

from storage.schema import removal, replacement, submission

# A submission that another one took the place of was said, too; one that was withdrawn never was.
COUNTED: Final = ("accepted", "superseded")


@dataclass(frozen=True)
class Word:
    """What one submission says of one row, or (`removes`) that the row is gone. `said` has the columns asked for,
    `record` is the number of the row's record, `holds` whether it is held now."""

    said: tuple[Any, ...]
    record: int
    submission: int
    by: str
    at: datetime
    file_name: str
    holds: bool
    removes: bool


def words(
    connection: Connection,
    table: Table,
    columns: Sequence[ColumnElement[Any]],
    units: Collection[str] | None = None,
) -> Iterator[Word]:
    """Every word about the rows of a record table; about rows of some units only, if they are given. First what
    is stated, then what is removed."""
    who = (
        table.c.id,
        submission.c.id,
        submission.c.uploaded_by,
        submission.c.decided_at,
        submission.c.file_name,
    )
    stated = select(*who, table.c.held, *columns).join(submission, submission.c.id == table.c.submission_id)
    gone = (
        select(*who, false(), *columns)
        .join(removal, (removal.c.record_id == table.c.id) & (removal.c.table_name == table.name))
        .join(submission, submission.c.id == removal.c.submission_id)
    )
    for query, removes in ((stated, False), (gone, True)):
        of = query.where(submission.c.state.in_(COUNTED))
        for row in connection.execute(of if units is None else of.where(table.c.unit.in_(units))):
            record, number, by, at, file_name, holds, *said = row
            yield Word(tuple(said), record, number, by, at, file_name, bool(holds), removes)


def replaced_at(connection: Connection) -> dict[int, datetime]:
    """When another submission took the place of each that was replaced as a whole."""
    query = (
        select(replacement.c.replaced_id, submission.c.decided_at)
        .join(submission, submission.c.id == replacement.c.submission_id)
        .where(submission.c.state.in_(COUNTED))
    )
    return dict(map(tuple, connection.execute(query)))
