"""Tasks passed on: read with all that was ever said of each, changed from a screen as a file is."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Engine, Select, false, select

from access import Actor
from program.contract import Report
from program.tasks import Details, Source, State, Statement, Task, tasks
from storage.accepting import allow_accepting, may_accept, take
from storage.database import reading, writing
from storage.receipt import Receipt
from storage.records import batches
from storage.refusals import Refused
from storage.schema import removal, submission, task

_STATES = ("accepted", "superseded")
_DETAILS = tuple(task.c[name] for name in Details.__dataclass_fields__)
_SOURCE = (submission.c.id, submission.c.uploaded_by, submission.c.decided_at, submission.c.file_name)


def read(engine: Engine) -> tuple[Task, ...]:
    """The tasks that count, each with what every submission that counts, or that another one took the place of,
    says of it. For everybody who reads: no row holds a person."""
    with reading(engine) as connection:
        return held(connection)


def held(connection: Connection) -> tuple[Task, ...]:
    """`read` within a transaction."""
    return tasks([*_statements(connection)])


def save(
    engine: Engine, actor: Actor, file_name: str, raw: bytes, report: Report, *, unit: str, seen: Collection[int]
) -> Receipt:  # fmt: skip
    """Accept a checked file of a unit's tasks or documents; withdrawing the submission undoes it.

    `seen` are the numbers of the records that held, before the person's eyes, what the file speaks of: where
    others hold it by now, nothing is written. Raises Refused, Denied.
    """
    may_accept(actor, report, {"unit": unit})
    with writing(engine) as connection:
        allow_accepting(connection, actor, raw, report, {"unit": unit})
        held = _held(connection, report)
        if held != set(seen):
            raise Refused(
                "Mục này vừa được người khác thay đổi. Hãy tải lại trang, xem lại rồi ghi lại."
                if seen
                else "Đã có mục này trong danh sách; hãy mở mục đó để cập nhật."
            )
        return take(connection, actor, file_name, raw, report, {"unit": unit})


def _held(connection: Connection, report: Report) -> set[int]:
    """The records that hold what a file speaks of."""
    found: set[int] = set()
    for batch in batches(report):
        table = batch.shape.table
        keys = batch.columns["natural_key"]
        found |= set(
            connection.scalars(select(table.c.id).where(table.c.natural_key.in_(keys), table.c.held))
        )
    return found


def _statements(connection: Connection) -> Iterator[Statement]:
    known = (task.c.unit, task.c.natural_key, task.c.id, task.c.sheet, task.c["row"])
    stated = select(*known, *_SOURCE, task.c.held, *_DETAILS).join(
        submission, submission.c.id == task.c.submission_id
    )
    gone = (
        select(*known, *_SOURCE, false(), *_DETAILS)
        .join(removal, (removal.c.record_id == task.c.id) & (removal.c.table_name == task.name))
        .join(submission, submission.c.id == removal.c.submission_id)
    )
    for query, removes in ((stated, False), (gone, True)):
        yield from _read(connection, query, removes)


def _read(connection: Connection, query: Select[Any], removes: bool) -> Iterator[Statement]:
    for row in connection.execute(query.where(submission.c.state.in_(_STATES))):
        unit, key, record, sheet, number, submitted, by, at, file_name, holds, *said = tuple(row)
        details = Details(*said)
        state = None if details.state is None else State(details.state)
        yield Statement(
            unit, replace(details, state=state), bytes(key), record,
            Source(submitted, by, at, file_name, sheet, number), removes, bool(holds),
        )  # fmt: skip
