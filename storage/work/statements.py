"""What every submission that counts, or that another one took the place of, says of documents and tasks."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, false, select

from program.work.history import Source, Statement
from storage.schema import removal, submission

_STATES = ("accepted", "superseded")
_WHO = (submission.c.id, submission.c.uploaded_by, submission.c.decided_at, submission.c.file_name)
D = TypeVar("D")


def statements(
    connection: Connection, table: Table, names: tuple[str, ...], made: Callable[..., D]
) -> Iterator[Statement[D]]:
    """What is said of the rows of a table, and which are gone by a submission's word; `made` makes of the columns
    `names` what is said of one."""
    known = (table.c.unit, table.c.natural_key, table.c.id, table.c.sheet, table.c["row"])
    said = tuple(table.c[name] for name in names)
    stated = select(*known, *_WHO, table.c.held, *said).join(
        submission, submission.c.id == table.c.submission_id
    )
    gone = (
        select(*known, *_WHO, false(), *said)
        .join(removal, (removal.c.record_id == table.c.id) & (removal.c.table_name == table.name))
        .join(submission, submission.c.id == removal.c.submission_id)
    )
    for query, removes in ((stated, False), (gone, True)):
        for row in connection.execute(query.where(submission.c.state.in_(_STATES))):
            yield _statement(tuple(row), removes, made)


def _statement(row: tuple[Any, ...], removes: bool, made: Callable[..., D]) -> Statement[D]:
    unit, key, record, sheet, number, submitted, by, at, file_name, holds, *said = row
    source = Source(submitted, by, at, file_name, sheet, number)
    return Statement(unit, made(*said), bytes(key), record, source, removes, bool(holds))
