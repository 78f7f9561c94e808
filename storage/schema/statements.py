"""What people say beside files: remembered answers, decisions about doubles, supplied figures, last looks."""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from storage.schema.base import UtcDateTime, metadata

# Answers to a file's questions, kept for the next file (unit null: given for a file of several units).
remembered_answer = Table(
    "remembered_answer",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit", String(32), nullable=True),
    Column("question", String(16), nullable=False),
    Column("words", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("given_by", Text, nullable=False),
    Column("given_at", UtcDateTime, nullable=False),
    Column("forgotten_at", UtcDateTime, nullable=True),
)

# Whether two activities that look alike are one, and then whose row counts. The keys are ordered.
twin_decision = Table(
    "twin_decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("first_key", LargeBinary, nullable=False, index=True),
    Column("second_key", LargeBinary, nullable=False, index=True),
    Column("verdict", String(16), nullable=False),
    Column("reason", Text, nullable=False),
    Column("actor_id", Text, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("decided_at", UtcDateTime, nullable=False),
    Column("undone_at", UtcDateTime, nullable=True),
    CheckConstraint("verdict IN ('different', 'first', 'second')", name="verdict"),
)

# Whether a summary or the finer records beside it count.
basis_decision = Table(
    "basis_decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit", String(32), nullable=False, index=True),
    Column("kind", String(32), nullable=False),
    Column("start_date", Date, nullable=False),
    Column("end_date", Date, nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("reason", Text, nullable=False),
    Column("actor_id", Text, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("decided_at", UtcDateTime, nullable=False),
    Column("undone_at", UtcDateTime, nullable=True),
    CheckConstraint("verdict IN ('detail', 'summary')", name="verdict"),
)


# City totals of indicators that no workbook of ours can count (T2, T3), as their agency gave them.
supplied_figure = Table(
    "supplied_figure",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("indicator", String(64), nullable=False),
    Column("as_of", Date, nullable=False),
    Column("numerator", Integer, nullable=False),
    Column("denominator", Integer, nullable=False),
    Column("agency", Text, nullable=False),
    Column("document", Text, nullable=True),
    Column("actor_id", Text, nullable=False),
    Column("entered_by", Text, nullable=False),
    Column("entered_at", UtcDateTime, nullable=False),
    Column("withdrawn_at", UtcDateTime, nullable=True),
    CheckConstraint("numerator >= 0 AND denominator >= 0", name="not_negative"),
    Index("ix_supplied_figure_indicator", "indicator", "as_of"),
)

# What a person saw at the last visit, so that the next one can tell what changed; `before`: the look that this visit
# compares with (`storage.reading.looks`), until what it told is put away.
last_look = Table(
    "last_look",
    metadata,
    Column("actor_id", Text, primary_key=True),
    Column("seen_at", UtcDateTime, nullable=False),
    Column("data_version", Integer, nullable=False),
    Column("figures", JSON, nullable=False),
    Column("before", JSON(none_as_null=True), nullable=True),
)
