"""Reports as they were issued, each with its files: neither is changed afterwards; an edition may be taken back."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from storage.schema.base import UtcDateTime, metadata

# `unit` is "city" or a code; `view` the filters as the address has them; `last_event` the newest entry of the log
# before it was issued; `content` a digest of what the report says; `texts` its parts, `settings` what stood around
# them; `figures` the figures of its scope and units (JSON, compressed).
edition = Table(
    "edition",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("document", Text, nullable=True),
    Column("unit", String(32), nullable=False),
    Column("period", String(16), nullable=False),
    Column("calendar", String(16), nullable=False),
    Column("as_of", Date, nullable=False),
    Column("view", JSON, nullable=False),
    Column("data_version", Integer, nullable=False),
    Column("last_event", Integer, nullable=False),
    Column("demo", Boolean, nullable=False),
    Column("content", String(64), nullable=False),
    Column("texts", JSON, nullable=False),
    Column("settings", JSON, nullable=False),
    Column("figures", LargeBinary, nullable=False),
    Column("actor_id", Text, nullable=False),
    Column("issued_by", Text, nullable=False),
    Column("issued_at", UtcDateTime, nullable=False),
    Column("withdrawn_by", Text, nullable=True),
    Column("withdrawn_at", UtcDateTime, nullable=True),
    Column("withdrawn_why", Text, nullable=True),
    CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_why IS NULL)", name="withdrawn"),
    # A number that stands on paper must not come back for another report.
    sqlite_autoincrement=True,
)

edition_file = Table(
    "edition_file",
    metadata,
    Column("edition_id", ForeignKey("edition.id"), primary_key=True),
    Column("kind", String(8), primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("data", LargeBinary, nullable=False),
    CheckConstraint("kind IN ('docx', 'xlsx', 'pptx')", name="kind"),
)
