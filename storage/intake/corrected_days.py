"""The day on which a report was received, corrected after the file was accepted: by whom, from what to what and
why stands in the log."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, select, update

from access import Actor, Right, require
from program.reporting.timeliness import Received
from program.text import clean
from storage.access.guard import allow
from storage.database import reading, writing
from storage.intake import ledger
from storage.intake.arrivals import refuse_future
from storage.intake.history import find
from storage.journal import log
from storage.records.statements import COUNTED
from storage.refusals import Refused
from storage.schema import submission, submission_quarter


@dataclass(frozen=True)
class Stated:
    """What a submission says of its receipt: the days that were stated, and the codes of the quarters that it
    speaks of."""

    received: Received
    quarters: tuple[str, ...]


def stated(engine: Engine, submission_id: int) -> Stated:
    """What is stated of the receipt of a submission; no quarters where it is unknown or no report."""
    with reading(engine) as connection:
        return _stated(connection, submission_id)


def correct(
    engine: Engine, actor: Actor, submission_id: int, received: Received, reason: str, *, seen: Received
) -> None:
    """State other days of receipt for a submission that counts or was replaced; days that are not given are that
    of the upload. `seen` is what the person saw stated; correcting it back to that is the way back. Raises Refused,
    Denied."""
    require(actor, Right.DECIDE)
    refuse_future(received)
    if not clean(reason):
        raise Refused("Hãy ghi lý do sửa ngày nhận.")
    with writing(engine) as connection:
        allow(connection, actor, Right.DECIDE)
        known, now = find(connection, submission_id), _stated(connection, submission_id)
        if known is None or known.state not in COUNTED or not now.quarters:
            raise Refused("Lần nộp này không có báo cáo nào đang được tính, nên không có ngày nhận để sửa.")
        if now.received != seen:
            raise Refused("Ngày nhận vừa được người khác sửa. Hãy tải lại trang, xem lại rồi sửa.")
        if received == seen:
            raise Refused("Ngày nhận không thay đổi.")
        _write(connection, submission_id, received)
        version = ledger.next_version(connection)
        log.record(
            connection,
            actor,
            log.RECEIPT_CORRECTED,
            submission_id,
            {"data_version": version},
            before=_told(seen),
            after={**_told(received), "reason": clean(reason)},
        )


def _stated(connection: Connection, submission_id: int) -> Stated:
    table = submission_quarter
    query = (
        select(table.c.quarter, table.c.received_on)
        .where(table.c.submission_id == submission_id)
        .order_by(table.c.quarter, table.c.unit)
    )
    rows = connection.execute(query).all()
    day = connection.scalar(select(submission.c.received_on).where(submission.c.id == submission_id))
    own = {row.quarter: row.received_on for row in rows if row.received_on is not None}
    return Stated(Received(day, own), tuple(dict.fromkeys(row.quarter for row in rows)))


def _write(connection: Connection, submission_id: int, received: Received) -> None:
    mine = submission.c.id == submission_id
    connection.execute(update(submission).where(mine).values(received_on=received.day))
    quarters = submission_quarter
    of_it = update(quarters).where(quarters.c.submission_id == submission_id)
    connection.execute(of_it.values(received_on=None))
    for code, day in received.quarters.items():
        connection.execute(of_it.where(quarters.c.quarter == code).values(received_on=day))


def _told(received: Received) -> Mapping[str, Any]:
    """The state in the log: the day of the file, and that of each quarter that has its own."""
    whole = {"received_on": None if received.day is None else received.day.isoformat()}
    own = [f"{code}: {day.isoformat()}" for code, day in sorted(received.quarters.items())]
    return {**whole, "received_quarters": own} if own else whole
