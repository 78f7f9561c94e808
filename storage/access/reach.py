"""The units that a write touches: what `storage.access.guard.allow` is asked about, beside the file itself."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select, union

from program.units import CITY
from storage.schema import RECORD_TABLES, removal, replacement, submission, submission_unit


def of_submissions(connection: Connection, submission_ids: Sequence[int]) -> set[str]:
    """The codes of the units that submissions speak of; the city for one that names none. Nothing of a
    number that there is not."""
    query = (
        select(submission_unit.c.unit)
        .select_from(submission)
        .join(submission_unit, submission_unit.c.submission_id == submission.c.id, isouter=True)
        .where(submission.c.id.in_(submission_ids))
    )
    return {unit or CITY for unit in connection.scalars(query)}


def of_withdrawing(connection: Connection, submission_id: int) -> Iterator[str]:
    """The units of which something changes when a submission is withdrawn: its own, and those of what it
    took the place of or removed, which comes back."""
    replaced = select(replacement.c.replaced_id).where(replacement.c.submission_id == submission_id)
    yield from of_submissions(connection, [submission_id, *connection.scalars(replaced)])
    removed = union(
        *(
            select(table.c.unit)
            .join(removal, (removal.c.record_id == table.c.id) & (removal.c.table_name == table.name))
            .where(removal.c.submission_id == submission_id)
            for table in RECORD_TABLES
        )
    )
    yield from connection.scalars(removed)
