"""The tables. `storage/migrations` builds the same schema; a test holds the two equal.

Records of every kind share one shape: where they stand in the file (`sheet`, `row`), the natural key
that says which real thing they speak of (`natural_key`), a digest of what they say (`content`), whether
they are the latest accepted word on their key that no later file removed (`held`; at most one of a key),
why a held one does not count all the same (`set_aside`), and whether they count now (`active`: held and
not set aside). Readers of figures ask for `active` alone.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    false,
    text,
)

from program.vocabulary import Audience

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment with its zone, always UTC; SQLite itself keeps no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def attendance_column(audience: str) -> str:
    """The column that holds the attendances of an audience: `att_parents`."""
    return f"att_{audience}"


ATTENDANCE_COLUMNS = tuple(attendance_column(audience) for audience in Audience)

data_version = Table(
    "data_version",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
)

raw_file = Table(
    "raw_file",
    metadata,
    Column("fingerprint", String(64), primary_key=True),
    Column("data", LargeBinary, nullable=False),
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
    # The answers and corrections that the file was read with: `program.mending.Mending.as_json`.
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

# Append-only; no reference to `submission`, since the log outlives what it speaks of.
event = Table(
    "event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", String(32), nullable=False, index=True),
    Column("submission_id", Integer, nullable=True),
    Column("detail", JSON, nullable=False),
    sqlite_autoincrement=True,
)

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

# What a person saw at the last visit, so that the next one can tell what changed.
last_look = Table(
    "last_look",
    metadata,
    Column("actor_id", Text, primary_key=True),
    Column("seen_at", UtcDateTime, nullable=False),
    Column("data_version", Integer, nullable=False),
    Column("figures", JSON, nullable=False),
)


def _record_table(name: str, *columns: Column[Any]) -> Table:
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


def _optional(names: Iterable[str], kind: Any = Integer) -> list[Column[Any]]:
    return [Column(name, kind, nullable=True) for name in names]


activity = _record_table(
    "activity",
    Column("unit", String(32), nullable=False),
    Column("kind", String(32), nullable=True),
    Column("title", Text, nullable=True),
    Column("start_date", Date, nullable=False),
    Column("end_date", Date, nullable=False),
    # None: a summary that gives attendances and not how many activities they were.
    Column("count", Integer, nullable=True),
    Column("delivery", String(16), nullable=True),
    *_optional(("organiser", "ward", "school"), Text),
    *_optional(ATTENDANCE_COLUMNS),
    *_optional(("attendances_total", "female")),
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

target = _record_table(
    "target",
    Column("indicator", String(64), nullable=False),
    Column("unit", String(32), nullable=False),
    Column("start_date", Date, nullable=False),
    Column("end_date", Date, nullable=False),
    Column("value", Float, nullable=False),
    Column("authority", String(16), nullable=False),
    Column("document", Text, nullable=True),
)

school = _record_table(
    "school",
    Column("name", Text, nullable=False),
    Column("level", String(32), nullable=False),
    Column("unit", String(32), nullable=False),
    Column("ward", Text, nullable=True),
    Column("valid_from", Date, nullable=True),
    Column("valid_to", Date, nullable=True),
)

population = _record_table(
    "population",
    Column("group", Text, nullable=False),
    Column("unit", String(32), nullable=False),
    Column("year", Integer, nullable=False),
    Column("value", Float, nullable=False),
    Column("origin", Text, nullable=True),
)

# Personal data of officials: read by nothing but the page that manages contacts.
focal_point = _record_table(
    "focal_point",
    Column("unit", String(32), nullable=False),
    Column("name", Text, nullable=False),
    *_optional(("position", "phone", "email"), Text),
    Column("valid_from", Date, nullable=True),
    Column("document", Text, nullable=True),
)

RECORD_TABLES = (activity, target, school, population, focal_point)
