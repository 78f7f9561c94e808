"""Documents and tasks that are known by something else from now on: by a screen's correction, or by a file that
meets one (`storage.work_corrections`)."""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, select, update

from program.contract import Report
from storage import removal
from storage.records import kinds_of
from storage.schema import removal as gone
from storage.shapes import SHAPES
from storage.winners import release
from storage.work_corrections import Again


def take_away(connection: Connection, submission_id: int, report: Report, records: Collection[int]) -> int:
    """Rows that a screen corrected, and that are known by something else from now on; gives how many."""
    taken = 0
    for kind in kinds_of(report):
        table = SHAPES[kind].table
        held = connection.scalars(select(table.c.id).where(table.c.id.in_(records), table.c.held)).all()
        taken += removal.remove_records(connection, submission_id, table, held)
    return taken


def settle(connection: Connection, submission_id: int, met: Iterable[Again]) -> None:
    """Once the rows of a submission are stored: what says the same again is not held, what says something else is
    held in place of the corrected row. Nothing where that row is gone by now."""
    for one in met:
        table = one.table
        if not connection.scalar(select(table.c.held).where(table.c.id == one.held)):
            continue
        if not one.same:
            removal.remove_records(connection, submission_id, table, [one.held])
            continue
        own = connection.scalars(
            select(table.c.id).where(table.c.submission_id == submission_id, table.c.natural_key == one.key)
        ).one()
        noted = (gone.c.submission_id == one.correction, gone.c.table_name == table.name)
        # As if it had been there when it was corrected: taking the correction back brings it into force.
        connection.execute(update(gone).where(*noted, gone.c.natural_key == one.key).values(record_id=own))
        release(connection, table, [own])
