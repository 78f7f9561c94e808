"""Tasks passed on: read with all that was ever said of each; tasks and documents corrected from a screen as by a file."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, select

from access import Actor, Right
from program.contract import Report, TableKind
from program.work.tasks import Details, State, Task, tasks
from storage.access.guard import allow
from storage.database import reading, writing
from storage.intake.accepting import Options, allow_accepting, may_accept, take
from storage.journal import log
from storage.receipt import Receipt
from storage.records.rows import batches
from storage.records.shapes import SHAPES, Shape
from storage.refusals import Refused
from storage.schema import task
from storage.work.statements import statements

_NAMES = tuple(Details.__dataclass_fields__)
_CHANGED = "Mục này vừa được người khác thay đổi. Hãy tải lại trang, xem lại rồi ghi lại."
# What a person knows a row by; it stands in the log beside what changed.
_TITLES = {TableKind.TASKS: "duty", TableKind.DIRECTIVES: "number"}


def read(engine: Engine) -> tuple[Task, ...]:
    """The tasks that count, each with what every submission that counts, or that another one took the place of,
    says of it. For everybody who reads: no row holds a person."""
    with reading(engine) as connection:
        return held(connection)


def held(connection: Connection) -> tuple[Task, ...]:
    """`read` within a transaction."""
    return tasks(statements(connection, task, _NAMES, _details))


def save(
    engine: Engine, actor: Actor, file_name: str, raw: bytes, report: Report, *, unit: str, seen: Collection[int]
) -> Receipt:  # fmt: skip
    """Accept a checked file of one task or document of a unit; withdrawing the submission undoes it.

    `seen` is the number of the record that held it before the person's eyes (empty: it is new). Where another
    record holds it by now, or holds what it would be known by, nothing is written. A record that is known by
    something else from now on is removed by the submission, so both are one thing (`program.work.history`).
    Raises Refused, Denied.
    """
    may_accept(actor, report, {"unit": unit})
    with writing(engine) as connection:
        allow_accepting(connection, actor, raw, report, {"unit": unit})
        kind = TableKind(report["tables"][0]["kind"])
        before = _rows(connection, SHAPES[kind], seen)
        allow(connection, actor, Right.SUBMIT, [row["unit"] for row in before.values()])
        _refuse_unseen(_spoken_of(connection, report), set(seen), set(before))
        options: Options = {"unit": unit, "corrects": list(seen)}
        receipt = take(connection, actor, file_name, raw, report, options)
        _note(connection, actor, receipt, kind, list(before.values()))
        return receipt


def _details(*said: Any) -> Details:
    made = Details(*said)
    return made if made.state is None else replace(made, state=State(made.state))


def _refuse_unseen(spoken_of: set[int], seen: set[int], there: set[int]) -> None:
    if not seen and spoken_of:
        raise Refused("Đã có mục này trong danh sách; hãy mở mục đó để cập nhật.")
    if there != seen:
        raise Refused(_CHANGED)
    if not spoken_of <= seen:
        raise Refused(
            "Đã có một mục khác mang đúng những thông tin này trong danh sách. Hãy mở mục đó, hoặc sửa lại."
        )


def _spoken_of(connection: Connection, report: Report) -> set[int]:
    """The records that hold what a file speaks of."""
    found: set[int] = set()
    for batch in batches(report):
        table = batch.shape.table
        keys = batch.columns["natural_key"]
        found |= set(
            connection.scalars(select(table.c.id).where(table.c.natural_key.in_(keys), table.c.held))
        )
    return found


def _rows(connection: Connection, shape: Shape, numbers: Collection[int]) -> dict[int, dict[str, Any]]:
    """The words of records that are held."""
    table = shape.table
    query = select(table.c.id, *(table.c[name] for name in shape.columns))
    found = connection.execute(query.where(table.c.id.in_(numbers), table.c.held)).mappings()
    return {row["id"]: {name: row[name] for name in shape.columns} for row in found}


def _note(
    connection: Connection, actor: Actor, receipt: Receipt, kind: TableKind, before: list[dict[str, Any]]
) -> None:
    """A correction stands in the log with what it changed, before and after."""
    if not before or receipt.outcome != "accepted":
        return
    shape = SHAPES[kind]
    query = select(*(shape.table.c[name] for name in shape.columns))
    row = (
        connection.execute(query.where(shape.table.c.submission_id == receipt.submission.id)).mappings().one()
    )
    old, new = before[0], {name: row[name] for name in shape.columns}
    told = [name for name in shape.columns if name == _TITLES[kind] or old[name] != new[name]]
    log.record(
        connection, actor, log.WORK_CORRECTED, receipt.submission.id, subject=f"{kind}:{new['unit']}",
        before=_plain(old, told), after=_plain(new, told),
    )  # fmt: skip


def _plain(row: dict[str, Any], names: list[str]) -> dict[str, Any]:
    return {name: row[name].isoformat() if isinstance(row[name], date) else row[name] for name in names}
