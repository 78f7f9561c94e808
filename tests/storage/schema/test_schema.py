import re
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, text

from storage.database import connect, migrate
from storage.schema import metadata

_POSTGRES_SCHEMA = (
    """SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, column_default
       FROM information_schema.columns WHERE table_schema = 'public'""",
    """SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace""",
    "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
)


def _described(connection: Connection) -> set[tuple[str, ...]]:
    """The schema in the database's own words, to the last condition of an index."""
    if connection.dialect.name == "postgresql":
        rows = [row for query in _POSTGRES_SCHEMA for row in connection.execute(text(query))]
    else:
        rows = list(connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")))
    return {
        tuple(re.sub(r"\s*([\s,()])\s*", r"\1", str(part)) for part in row)
        for row in rows
        if "alembic_version" not in str(row)
    }


def test_the_migrated_schema_is_that_of_the_metadata(engine: Engine) -> None:
    with engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        migrated = _described(connection)
        metadata.drop_all(connection)
        metadata.create_all(connection)
        assert _described(connection) == migrated


def test_migrating_again_changes_nothing(engine: Engine) -> None:
    with engine.connect() as connection:
        before = _described(connection)
    migrate(engine)
    with engine.connect() as connection:
        assert _described(connection) == before


def test_several_processes_may_migrate_at_once(url: str) -> None:
    program = "import sys; from storage.database import connect, migrate; migrate(connect(sys.argv[1]))"
    root = Path(__file__).resolve().parents[3]
    started = [
        subprocess.Popen(
            [sys.executable, "-c", program, url], cwd=root, stderr=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for _ in range(3)
    ]
    for process in started:
        assert process.communicate(timeout=180)[1] == b""
        assert process.returncode == 0
    opened = connect(url)
    with opened.connect() as connection:
        assert connection.execute(text("SELECT id, version FROM data_version")).all() == [(1, 0)]
    opened.dispose()


def test_a_failed_migration_leaves_nothing(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from alembic.operations import Operations

    monkeypatch.setattr(Operations, "bulk_insert", lambda *_: 1 / 0)
    opened = connect(url)
    with pytest.raises(ZeroDivisionError):
        migrate(opened)
    monkeypatch.undo()
    migrate(opened)
    opened.dispose()
