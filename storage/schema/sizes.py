"""What is decided about figures that no other row contradicts by its key: rows of unusual size, summaries whose
days cross, reports that say again what the year before said."""

from sqlalchemy import CheckConstraint, Column, Date, Integer, LargeBinary, String, Table, Text

from storage.schema.base import UtcDateTime, metadata


def _decided(verdicts: str) -> tuple[Column[object] | CheckConstraint, ...]:
    return (
        Column("verdict", String(16), nullable=False),
        Column("reason", Text, nullable=False),
        Column("actor_id", Text, nullable=False),
        Column("decided_by", Text, nullable=False),
        Column("decided_at", UtcDateTime, nullable=False),
        Column("undone_at", UtcDateTime, nullable=True),
        CheckConstraint(f"verdict IN ({verdicts})", name="verdict"),
    )


# A row of unusual size is right as it was reported. `count` and `seats` are what it said then: another number in
# a later file is another question.
size_decision = Table(
    "size_decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("natural_key", LargeBinary, nullable=False, index=True),
    Column("count", Integer, nullable=False),
    Column("seats", Integer, nullable=False),
    *_decided("'plausible'"),
)

# Whether summaries of one unit and kind whose days cross both count; the first begins before the second.
crossing_decision = Table(
    "crossing_decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit", String(32), nullable=False, index=True),
    Column("kind", String(32), nullable=False),
    Column("first_start", Date, nullable=False),
    Column("first_end", Date, nullable=False),
    Column("second_start", Date, nullable=False),
    Column("second_end", Date, nullable=False),
    *_decided("'both', 'first', 'second'"),
)

# A unit's report that says again what an earlier one said of the year before is right. No foreign keys: the
# decision outlives its files.
repeat_decision = Table(
    "repeat_decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit", String(32), nullable=False, index=True),
    Column("first_submission", Integer, nullable=False),
    Column("second_submission", Integer, nullable=False),
    *_decided("'plausible'"),
)
