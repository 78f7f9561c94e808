"""Uploaded files, what was found in them, what was said of them, and the log."""

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
    text,
)

from storage.schema.base import UtcDateTime, metadata

data_version = Table(
    "data_version",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
)

# `data` is empty once the bytes are no longer kept (`removed_on`).
raw_file = Table(
    "raw_file",
    metadata,
    Column("fingerprint", String(64), primary_key=True),
    Column("data", LargeBinary, nullable=False),
    Column("removed_on", Date, nullable=True),
)

submission = Table(
    "submission",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("file_name", Text, nullable=False),
    Column("fingerprint", String(64), ForeignKey("raw_file.fingerprint"), nullable=False, index=True),
    Column("size", Integer, nullable=False),
    Column("unit", String(32), nullable=True),
    Column("state", String(16), nullable=False),
    Column("actor_id", Text, nullable=False),
    Column("uploaded_by", Text, nullable=False),
    Column("uploaded_at", UtcDateTime, nullable=False),
    Column("decided_at", UtcDateTime, nullable=True),
    Column("demo", Boolean, nullable=False),
    Column("counts", JSON, nullable=False),
    Column("error_count", Integer, nullable=False),
    Column("warning_count", Integer, nullable=False),
    # The answers and corrections that the file was read with: `program.submissions.mending.Mending.as_json`.
    Column("mending", JSON, nullable=False, server_default=text("'{}'")),
    Column("mending_digest", String(64), nullable=False, server_default=text("''")),
    # What became of the rows with errors where only the sound ones were accepted.
    Column(
        "rest",
        String(8),
        CheckConstraint("rest IN ('none', 'open', 'dropped')", name="rest"),
        nullable=False,
        server_default=text("'none'"),
    ),
    # The day the focal agency had the report, where it was another day than that of the upload.
    Column("received_on", Date, nullable=True),
    CheckConstraint("state IN ('checked', 'accepted', 'withdrawn', 'superseded')", name="state"),
    # A removed submission's number must not come back for another file: the log names it.
    sqlite_autoincrement=True,
)

submission_unit = Table(
    "submission_unit",
    metadata,
    Column("submission_id", ForeignKey("submission.id"), primary_key=True),
    Column("unit", String(32), primary_key=True, index=True),
)

# Which report quarters of which unit an accepted submission speaks of; `received_on` where the report of
# that quarter was received on a day of its own.
submission_quarter = Table(
    "submission_quarter",
    metadata,
    Column("submission_id", ForeignKey("submission.id"), primary_key=True),
    Column("unit", String(32), primary_key=True),
    Column("quarter", String(8), primary_key=True),
    Column("received_on", Date, nullable=True),
)

replacement = Table(
    "replacement",
    metadata,
    Column("submission_id", ForeignKey("submission.id"), primary_key=True),
    Column("replaced_id", ForeignKey("submission.id"), primary_key=True, index=True),
)

# A submission's word that a row of an earlier file is gone: while the submission is accepted, no record
# of the key up to `record_id` is held.
removal = Table(
    "removal",
    metadata,
    Column("submission_id", ForeignKey("submission.id"), primary_key=True),
    Column("table_name", String(32), primary_key=True),
    Column("natural_key", LargeBinary, primary_key=True, index=True),
    Column("record_id", Integer, nullable=False),
)

issue = Table(
    "issue",
    metadata,
    Column("submission_id", ForeignKey("submission.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("severity", String(16), nullable=False),
    Column("code", String(64), nullable=False),
    Column("sheet", Text, nullable=True),
    Column("cell", Text, nullable=True),
    Column("found", Text, nullable=True),
    Column("message", Text, nullable=False),
    Column("fix", Text, nullable=False),
)
