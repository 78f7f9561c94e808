"""Which report quarters of which unit a submission speaks of, kept when it is accepted, and what came first.

A later file must not move the day on which a report was first received, whatever becomes of the rows.
"""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from program import clock
from program.reporting.quarters import spoken_of
from program.reporting.timeliness import NOT_SAID, Receipt, Receipts, Received
from storage.records.rows import Batch
from storage.records.statements import COUNTED
from storage.refusals import Refused
from storage.schema import activity, submission, submission_quarter


class Spoken:
    """Gathers the (unit, quarter) pairs of a file, batch by batch."""

    def __init__(self) -> None:
        self.pairs: set[tuple[str, str]] = set()

    def add(self, batch: Batch) -> None:
        """Take up a batch; rows of registers speak of no quarter."""
        if batch.shape.table is not activity:
            return
        names = ("unit", "basis", "counted_on", "start_date", "end_date")
        for unit, *days in set(zip(*(batch.columns[name] for name in names), strict=True)):
            self.pairs.update((unit, quarter.code) for quarter in spoken_of(*days))


def note(connection: Connection, submission_id: int, spoken: Spoken, received: Received = NOT_SAID) -> None:
    """Keep what an accepted submission speaks of, and when its reports were received if not today."""
    values = {"received_on": received.day}
    connection.execute(update(submission).where(submission.c.id == submission_id).values(values))
    rows = [
        {
            "submission_id": submission_id,
            "unit": unit,
            "quarter": quarter,
            "received_on": received.quarters.get(quarter),
        }
        for unit, quarter in sorted(spoken.pairs)
    ]
    if rows:
        connection.execute(insert(submission_quarter), rows)


def refuse_future(received: Received) -> None:
    """Raises Refused for a day of receipt that has not come."""
    stated = [received.day, *received.quarters.values()]
    today = clock.today()
    if any(day is not None and day > today for day in stated):
        raise Refused("Ngày nhận báo cáo không thể sau hôm nay.")


def receipts(connection: Connection, units: Collection[str] | None = None) -> Receipts:
    """The first receipt of every (unit, quarter) among the submissions that count or were replaced, of
    these units or all."""
    table = submission_quarter
    query = (
        select(
            table.c.unit,
            table.c.quarter,
            func.coalesce(table.c.received_on, submission.c.received_on, type_=table.c.received_on.type),
            submission.c.uploaded_at,
            submission.c.id,
            submission.c.file_name,
        )
        .join(submission, submission.c.id == table.c.submission_id)
        .where(submission.c.state.in_(COUNTED))
    )
    if units is not None:
        query = query.where(table.c.unit.in_(sorted(units)))
    first: dict[tuple[str, str], Receipt] = {}
    for unit, quarter, stated, uploaded_at, number, file_name in connection.execute(query):
        day = stated or clock.day_of(uploaded_at)
        receipt = Receipt(day, stated is not None, number, file_name)
        known = first.get((unit, quarter))
        if known is None or order(receipt) < order(known):
            first[unit, quarter] = receipt
    return Receipts(first, _in_use_since(connection))


def order(receipt: Receipt) -> tuple[Any, ...]:
    """The earlier day goes first; of one day what was stated, then the earlier submission."""
    return receipt.day, not receipt.stated, receipt.submission


def _in_use_since(connection: Connection) -> date | None:
    """The day of the first real upload; None while there is none."""
    query = select(func.min(submission.c.uploaded_at, type_=submission.c.uploaded_at.type)).where(
        submission.c.state.in_(COUNTED), ~submission.c.demo
    )
    moment = connection.scalar(query)
    return None if moment is None else clock.day_of(moment)
