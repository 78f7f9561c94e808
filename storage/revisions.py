"""The revisions of the schema: which one a database has, and bringing it to another."""

from enum import StrEnum
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

# Any number that no other use of the same PostgreSQL database takes.
_MIGRATION_LOCK = 83020212025


class Standing(StrEnum):
    """How the schema of a database stands to this program."""

    ABSENT = "absent"
    OLD = "old"
    CURRENT = "current"
    NEWER = "newer"


@cache
def newest() -> str:
    """The newest revision that this program knows. Its files are loaded once for a process."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


@cache
def known() -> tuple[str, ...]:
    """Every revision that was ever released, the oldest first."""
    scripts = ScriptDirectory.from_config(_config()).walk_revisions()
    return tuple(str(one.revision) for one in scripts)[::-1]


def current(connection: Connection) -> str | None:
    """The revision of a database; None where there is no schema yet."""
    return MigrationContext.configure(connection).get_current_revision()


def standing(connection: Connection) -> Standing:
    """How the schema of a database stands to this program."""
    found = current(connection)
    if found is None:
        return Standing.ABSENT
    if found == newest():
        return Standing.CURRENT
    return Standing.OLD if found in known() else Standing.NEWER


def alone(connection: Connection) -> None:
    """Within a writing transaction: whoever else brings up the schema waits for its end."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Bring the schema up to a revision, within the caller's transaction."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config
