"""Documents and tasks that are known by something else from now on: by a screen's correction, or by a file that
meets one (`storage.work.corrections`)."""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, select, update

from program.contract import Report
from storage.records import removal
from storage.records.rows import kinds_of
from storage.records.shapes import SHAPES
from storage.records.winners import release
from storage.refusals import Refused
from storage.schema import removal as gone
from storage.schema import submission
from storage.work.corrections import TABLES, Again, is_correction


def take_away(connection: Connection, submission_id: int, report: Report, records: Collection[int]) -> int:
    """Rows that a screen corrected, and that are known by something else from now on; gives how many."""
    taken = 0
    for kind in kinds_of(report):
        table = SHAPES[kind].table
        held = connection.scalars(select(table.c.id).where(table.c.id.in_(records), table.c.held)).all()
        taken += removal.remove_records(connection, submission_id, table, held)
    return taken


def refuse_overtaken(connection: Connection, submission_id: int) -> None:
    """A correction is not taken back while a later one corrected the thing again: what it took away would stand there
    beside what the later one says. Raises Refused."""
    for table in TABLES:
        if not is_correction(connection, table, submission_id):
            continue
        own = select(table.c.natural_key).where(table.c.submission_id == submission_id)
        query = (
            select(gone.c.submission_id)
            .join(submission, submission.c.id == gone.c.submission_id)
            .where(
                gone.c.table_name == table.name, gone.c.natural_key.in_(own), submission.c.state == "accepted"
            )
            .where(gone.c.submission_id > submission_id)
            .order_by(gone.c.submission_id.desc())
        )
        later = [n for n in connection.scalars(query) if is_correction(connection, table, n)]
        if later:
            raise Refused(
                f"Mục này đã được sửa tiếp ở lần nộp số {later[0]}. Hãy rút lần nộp đó trước, hoặc sửa ngay trên trang Văn "
                "bản, nhiệm vụ."
            )


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
