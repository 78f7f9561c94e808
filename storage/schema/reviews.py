"""What reviewers say of submissions, which windows are locked or opened, and what changed after an opening.

Each row of `review`, `period_lock` and `lock_rule` is one word; none is changed but to be undone.
"""

from sqlalchemy import JSON, Column, Date, ForeignKey, Integer, String, Table, Text

from storage.schema.base import UtcDateTime, metadata

# `cells` are those quoted to the unit: sheet, cell, found, said. A verdict of nobody ("earlier") was written when
# this step came: what counted before it stays official.
review = Table(
    "review",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("submission_id", ForeignKey("submission.id"), nullable=False, index=True),
    Column("verdict", String(16), nullable=False),
    Column("message", Text, nullable=False),
    Column("cells", JSON, nullable=False),
    Column("actor_id", Text, nullable=False),
    Column("said_by", Text, nullable=False),
    Column("said_at", UtcDateTime, nullable=False),
    Column("undone_at", UtcDateTime, nullable=True),
    sqlite_autoincrement=True,
)

# `code` is that of a window of the report calendar, `unit` null for all; `until` is the last open day.
period_lock = Table(
    "period_lock",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(16), nullable=False, index=True),
    Column("unit", String(32), nullable=True),
    Column("verdict", String(16), nullable=False),
    Column("reason", Text, nullable=False),
    Column("until", Date, nullable=True),
    Column("actor_id", Text, nullable=False),
    Column("said_by", Text, nullable=False),
    Column("said_at", UtcDateTime, nullable=False),
    Column("undone_at", UtcDateTime, nullable=True),
    sqlite_autoincrement=True,
)

# What was said of windows that lock by themselves; `days` null ends it.
lock_rule = Table(
    "lock_rule",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("grain", String(8), nullable=False),
    Column("days", Integer, nullable=True),
    Column("reason", Text, nullable=False),
    Column("actor_id", Text, nullable=False),
    Column("said_by", Text, nullable=False),
    Column("said_at", UtcDateTime, nullable=False),
    Column("undone_at", UtcDateTime, nullable=True),
    sqlite_autoincrement=True,
)

# Which report quarters of which unit changed under an opening, the latest time.
late_change = Table(
    "late_change",
    metadata,
    Column("lock_id", ForeignKey("period_lock.id"), primary_key=True),
    Column("unit", String(32), primary_key=True),
    Column("quarter", String(8), primary_key=True),
    Column("changed_at", UtcDateTime, nullable=False),
)
