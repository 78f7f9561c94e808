"""The processes that serve the pages: when each started, and whether it stopped in order."""

from sqlalchemy import Column, Integer, Table, Text

from storage.schema.base import UtcDateTime, metadata

# `process` tells a process from a later one that got the same number (empty where the system does not
# say); `found_at` is when another start found that this one had ended without stopping.
server_run = Table(
    "server_run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("host", Text, nullable=False),
    Column("pid", Integer, nullable=False),
    Column("process", Text, nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    Column("stopped_at", UtcDateTime, nullable=True),
    Column("found_at", UtcDateTime, nullable=True),
    sqlite_autoincrement=True,
)
