"""The rows that describe submissions themselves, written within the caller's transaction."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from access import Actor
from program.contract import Report
from program.submissions.mending import Mending
from storage import schema
from storage.access import reach
from storage.intake.history import State, Submission, find, same_bytes
from storage.journal import log
from storage.records import removal
from storage.records.rows import counts, units_of
from storage.refusals import Refused


def enter(
    connection: Connection,
    actor: Actor,
    file_name: str,
    raw: bytes,
    fingerprint: str,
    report: Report,
    mending: Mending,
    *,
    unit: str | None,
    demo: bool,
    state: State,
    number: int | None = None,
) -> Submission:
    """Write a submission with its raw file, findings, units and what the file was mended with. A held
    upload of the same bytes within the actor's reach becomes this submission: it keeps its number and who
    brought it when. `number` is only given where the submission will not stay. Raises Refused for demo data where
    it was removed before."""
    if demo and demo_removed(connection):
        raise Refused("Dữ liệu minh họa đã được xóa khỏi kho này nên không nạp lại.")
    now, table = datetime.now(UTC), schema.submission
    values = _described(file_name, report, mending, unit, state)
    values |= {"demo": demo, "decided_at": None if state == "checked" else now}
    held = [
        one
        for one in same_bytes(connection, fingerprint, "checked")
        if actor.units is None or reach.of_submissions(connection, [one.id]) <= actor.units
    ]
    if held:
        number = held[0].id
        _forget_findings(connection, [number])
        connection.execute(update(table).where(table.c.id == number).values(values))
    else:
        _keep_raw(connection, fingerprint, raw)
        values |= {"fingerprint": fingerprint, "size": len(raw), "actor_id": actor.id}
        values |= {"uploaded_by": actor.name, "uploaded_at": now}
        if number is not None:
            values["id"] = number
        number = int(connection.scalars(insert(table).values(values).returning(table.c.id)).one())
    _keep_findings(connection, number, report)
    return required(connection, number)


def demo_removed(connection: Connection) -> bool:
    """Whether somebody removed the demo data: then no more of it comes, also where its loading still goes on."""
    done = select(schema.event.c.id).where(schema.event.c.action == log.DEMO_REMOVED)
    return connection.scalar(done.limit(1)) is not None


def _described(
    file_name: str, report: Report, mending: Mending, unit: str | None, state: State
) -> dict[str, Any]:
    """The columns of a submission that follow from its file and what was read in it."""
    severities = [issue["severity"] for issue in report["issues"]]
    spoken_of = units_of(report)
    return {
        "file_name": file_name,
        "unit": spoken_of[0] if unit is None and len(spoken_of) == 1 else unit,
        "state": state,
        "counts": counts(report),
        "error_count": severities.count("error"),
        "warning_count": severities.count("warning"),
        "mending": mending.as_json() if mending else {},
        "mending_digest": mending.digest,
        "rest": "open" if state == "accepted" and "error" in severities else "none",
    }


def _keep_findings(connection: Connection, number: int, report: Report) -> None:
    found = [{**issue, "submission_id": number, "position": i} for i, issue in enumerate(report["issues"])]
    if found:
        connection.execute(insert(schema.issue), found)
    named = [{"submission_id": number, "unit": code} for code in units_of(report)]
    if named:
        connection.execute(insert(schema.submission_unit), named)


def required(connection: Connection, submission_id: int) -> Submission:
    """A submission that is known to exist."""
    found = find(connection, submission_id)
    if found is None:
        raise LookupError(submission_id)
    return found


def set_state(connection: Connection, submission_id: int, state: State) -> None:
    """Move a submission to another state; being withdrawn is a decision of now, the others keep theirs."""
    table = schema.submission
    values: dict[str, Any] = {"state": state}
    if state == "withdrawn":
        values["decided_at"] = datetime.now(UTC)
    connection.execute(update(table).where(table.c.id == submission_id).values(values))


def note_replaced(connection: Connection, submission_id: int, replaced: Sequence[int]) -> None:
    """Remember which submissions one takes the place of, and mark them superseded. What they removed
    stays removed."""
    for number in replaced:
        pair = {"submission_id": submission_id, "replaced_id": number}
        connection.execute(insert(schema.replacement).values(pair))
        set_state(connection, number, "superseded")
    removal.inherit(connection, submission_id, replaced)


def give_back_replaced(connection: Connection, submission_id: int) -> list[int]:
    """The submissions that the withdrawn one had replaced are accepted again; their numbers. None of them
    can have another replacement in force: only an accepted submission is ever replaced."""
    table = schema.replacement
    query = select(table.c.replaced_id).where(table.c.submission_id == submission_id)
    back = list(connection.scalars(query))
    for number in back:
        set_state(connection, number, "accepted")
    return back


def erase(connection: Connection, submission_ids: Sequence[int]) -> None:
    """Delete submissions with all that hangs on them, and raw files that no other submission uses."""
    for record_table in schema.RECORD_TABLES:
        connection.execute(delete(record_table).where(record_table.c.submission_id.in_(submission_ids)))
    removal.forget(connection, submission_ids)
    connection.execute(delete(schema.review).where(schema.review.c.submission_id.in_(submission_ids)))
    _forget_findings(connection, submission_ids)
    pairs, table = schema.replacement, schema.submission
    connection.execute(
        delete(pairs).where(
            pairs.c.submission_id.in_(submission_ids) | pairs.c.replaced_id.in_(submission_ids)
        )
    )
    connection.execute(delete(table).where(table.c.id.in_(submission_ids)))
    used = select(table.c.fingerprint)
    connection.execute(delete(schema.raw_file).where(schema.raw_file.c.fingerprint.not_in(used)))


def version(connection: Connection) -> int:
    """The data version as this transaction sees it."""
    return int(connection.scalars(select(schema.data_version.c.version)).one())


def next_version(connection: Connection) -> int:
    """Move the data version on; gives the new one."""
    column = schema.data_version.c.version
    connection.execute(update(schema.data_version).values(version=column + 1))
    return version(connection)


def _keep_raw(connection: Connection, fingerprint: str, raw: bytes) -> None:
    table = schema.raw_file
    mine = table.c.fingerprint == fingerprint
    if connection.scalar(select(table.c.fingerprint).where(mine)) is None:
        connection.execute(insert(table).values(fingerprint=fingerprint, data=raw))
        return
    # Its time was over; it is handed in again.
    over = update(table).where(mine, table.c.removed_on.is_not(None))
    connection.execute(over.values(data=raw, removed_on=None))


def _forget_findings(connection: Connection, submission_ids: Sequence[int]) -> None:
    for table in (schema.issue, schema.submission_unit, schema.submission_quarter):
        connection.execute(delete(table).where(table.c.submission_id.in_(submission_ids)))
