"""What the focal agency set of campaigns: each row one word on a code; none is changed but to be undone."""

from sqlalchemy import JSON, Boolean, Column, Date, Integer, String, Table, Text

from storage.schema.base import UtcDateTime, metadata

# `code` is that of a window of the report calendar, or "own-3"; `units` are codes, null for all that are
# expected on the last day.
campaign = Table(
    "campaign",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(16), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("due_day", Date, nullable=False),
    Column("units", JSON(none_as_null=True), nullable=True),
    Column("document", Text, nullable=True),
    Column("ended", Boolean, nullable=False),
    Column("actor_id", Text, nullable=False),
    Column("set_by", Text, nullable=False),
    Column("set_at", UtcDateTime, nullable=False),
    Column("undone_at", UtcDateTime, nullable=True),
    sqlite_autoincrement=True,
)
