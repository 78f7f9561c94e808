"""The record tables: one shape for every kind, and what each adds to it."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    false,
    text,
)

from storage.schema.base import ATTENDANCE_COLUMNS, metadata


def record_table(name: str, *columns: Column[Any]) -> Table:
    """A table of records: what every kind shares, and its own columns."""
    table = Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        Column("submission_id", ForeignKey("submission.id"), nullable=False, index=True),
        Column("sheet", Text, nullable=False),
        Column("row", Integer, nullable=False),
        Column("natural_key", LargeBinary, nullable=False),
        Column("content", LargeBinary, nullable=False),
        Column("active", Boolean, nullable=False),
        *columns,
        Column("held", Boolean, nullable=False, server_default=false()),
        Column(
            "set_aside",
            String(8),
            CheckConstraint("set_aside IN ('twin', 'basis')", name="set_aside"),
            nullable=True,
        ),
    )
    Index(None, table.c.natural_key, table.c.submission_id, unique=True)
    return table


def optional(names: Iterable[str], kind: Any = Integer) -> list[Column[Any]]:
    """Columns of one type that may be empty."""
    return [Column(name, kind, nullable=True) for name in names]


activity = record_table(
    "activity",
    Column("unit", String(32), nullable=False),
    Column("kind", String(32), nullable=True),
    Column("title", Text, nullable=True),
    Column("start_date", Date, nullable=False),
    Column("end_date", Date, nullable=False),
    # None: a summary that gives attendances and not how many activities they were.
    Column("count", Integer, nullable=True),
    Column("delivery", String(16), nullable=True),
    *optional(("organiser", "ward", "school"), Text),
    *optional(ATTENDANCE_COLUMNS),
    *optional(("attendances_total", "female")),
    Column("basis", String(16), nullable=False),
    Column("counted_on", Date, nullable=False),
    # What the row counts in all: its total, or its parts where the file gives no total.
    Column("seats", Integer, nullable=False),
    Column("in_city", Boolean, nullable=False),
    Column("search", Text, nullable=False),
)
# The rows of a page in their order (the primary key breaks ties), and the totals of a view without
# a look at the rows themselves.
Index(
    "ix_activity_active_day",
    *(
        activity.c[name]
        for name in ("counted_on", "id", "in_city", "unit", "kind", "delivery", "count", "seats")
    ),
    sqlite_where=text("active = 1"),
    postgresql_where=text("active"),
)
# The few records that the rules about doubles ask for: a unit's summaries, and what does not count now.
Index(
    "ix_activity_held_summary",
    *(activity.c[name] for name in ("unit", "kind", "start_date", "end_date")),
    sqlite_where=text("held = 1 AND basis = 'summary'"),
    postgresql_where=text("held AND basis = 'summary'"),
)
Index(
    "ix_activity_set_aside",
    activity.c.unit,
    activity.c.kind,
    sqlite_where=text("set_aside IS NOT NULL"),
    postgresql_where=text("set_aside IS NOT NULL"),
)
# What one unit says, set aside or not.
Index(
    "ix_activity_held_unit",
    activity.c.unit,
    activity.c.counted_on,
    sqlite_where=text("held = 1"),
    postgresql_where=text("held"),
)

target = record_table(
    "target",
    Column("indicator", String(64), nullable=False),
    Column("unit", String(32), nullable=False),
    Column("start_date", Date, nullable=False),
    Column("end_date", Date, nullable=False),
    Column("value", Float, nullable=False),
    Column("authority", String(16), nullable=False),
    Column("document", Text, nullable=True),
)

school = record_table(
    "school",
    Column("name", Text, nullable=False),
    Column("level", String(32), nullable=False),
    Column("unit", String(32), nullable=False),
    Column("ward", Text, nullable=True),
    Column("valid_from", Date, nullable=True),
    Column("valid_to", Date, nullable=True),
)

population = record_table(
    "population",
    Column("group", Text, nullable=False),
    Column("unit", String(32), nullable=False),
    Column("year", Integer, nullable=False),
    Column("value", Float, nullable=False),
    Column("origin", Text, nullable=True),
)

# Personal data of officials: read by nothing but the page that manages contacts.
focal_point = record_table(
    "focal_point",
    Column("unit", String(32), nullable=False),
    Column("name", Text, nullable=False),
    *optional(("position", "phone", "email"), Text),
    Column("valid_from", Date, nullable=True),
    Column("document", Text, nullable=True),
)
