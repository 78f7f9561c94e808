"""Who may do what, and the log of what was done."""

from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Connection,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
)
from sqlalchemy import event as listening

from storage.schema.base import UtcDateTime, metadata

# A person who may sign in; `login` is what the sign-in calls them, in small letters. Never removed: the
# log names it.
user_account = Table(
    "user_account",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("login", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("added_by", Text, nullable=False),
    Column("added_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)

# A role that an account holds from a day to a day (the last one; null: until ended). A reporter's names
# the unit; the other roles name none.
role_grant = Table(
    "role_grant",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", ForeignKey("user_account.id"), nullable=False, index=True),
    Column("role", String(16), nullable=False),
    Column("unit", String(32), nullable=True),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date, nullable=True),
    Column("granted_by", Text, nullable=False),
    Column("granted_at", UtcDateTime, nullable=False),
    Column("ended_by", Text, nullable=True),
    Column("ended_at", UtcDateTime, nullable=True),
    CheckConstraint("role IN ('viewer', 'reporter', 'coordinator', 'administrator')", name="role"),
    CheckConstraint("(role = 'reporter') = (unit IS NOT NULL)", name="unit"),
    sqlite_autoincrement=True,
)

# Append-only: the database itself refuses to change or remove an entry. No reference to `submission`,
# since the log outlives what it speaks of. `subject` is what was acted on, where it is no submission
# (user:…, unit:…, export:…); `before` and `after` are its state.
event = Table(
    "event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", String(32), nullable=False, index=True),
    Column("submission_id", Integer, nullable=True),
    Column("detail", JSON, nullable=False),
    Column("subject", Text, nullable=True),
    Column("before", JSON(none_as_null=True), nullable=True),
    Column("after", JSON(none_as_null=True), nullable=True),
    sqlite_autoincrement=True,
)

# What the database must have so that it refuses, by its kind.
LOG_TRIGGERS = {
    "sqlite": frozenset({"event_no_update", "event_no_delete", "event_no_replace"}),
    "postgresql": frozenset({"event_append_only"}),
}
_REFUSED = "BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"
_APPEND_ONLY = {
    "sqlite": [
        f"CREATE TRIGGER event_no_update BEFORE UPDATE ON event {_REFUSED}",
        f"CREATE TRIGGER event_no_delete BEFORE DELETE ON event {_REFUSED}",
        # What REPLACE takes away asks no trigger of removal; a new entry without a number has -1 here.
        (
            "CREATE TRIGGER event_no_replace BEFORE INSERT ON event "
            "WHEN NEW.id > 0 AND EXISTS (SELECT 1 FROM event WHERE id = NEW.id) "
            "BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"
        ),
    ],
    "postgresql": [
        (
            "CREATE OR REPLACE FUNCTION refuse_change_of_log() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'the log is append-only'; END $$"
        ),
        (
            "CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log()"
        ),
    ],
}


@listening.listens_for(event, "after_create")
def _refuse_changes(_table: Table, connection: Connection, **_options: Any) -> None:
    for statement in _APPEND_ONLY[connection.dialect.name]:
        connection.exec_driver_sql(statement)
