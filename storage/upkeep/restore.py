"""Filling an empty store from a backup: all of it, or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError, StatementError

from access import operator
from storage import revisions, schema
from storage.faults import told
from storage.journal import log
from storage.upkeep import portable, sequences
from storage.upkeep.backup import Manifest, Unusable, examined, lines, opened

_PORTION_ROWS = 1000
_PORTION_BYTES = 8_000_000
# What a store may hold that nobody has used yet: who looked at it, and the server that showed it.
_IDLE = frozenset({"last_look", "server_run"})


def restore(engine: Engine, path: Path) -> Manifest:
    """Fill an empty database from a backup, at the schema of its day, and bring it to the newest one; one
    transaction. An empty database has no tables, or ours without any row.

    Raises Unusable: not a backup, broken, of a newer release, or the place is not empty.
    """
    manifest = examined(path)
    with _alone(engine) as connection:
        _make_room(connection)
        revisions.upgrade(connection, manifest.schema)
        try:
            _fill(connection, path, manifest)
        except (ValueError, DBAPIError, StatementError) as error:
            raise Unusable(
                f"Nội dung của bản sao lưu “{path.name}” không đúng với kho số liệu. Hãy dùng bản sao lưu khác."
            ) from error
        revisions.upgrade(connection)
        _end_runs(connection)
        detail = {"rows": manifest.rows, "data_version": manifest.data_version}
        log.record(connection, operator(), log.RESTORED, detail=detail)
    return manifest


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    with told(), engine.connect().execution_options(writes=True) as connection, connection.begin():
        revisions.alone(connection)
        yield connection


def _make_room(connection: Connection) -> None:
    """Leave no table. Raises Unusable where something would be lost."""
    tables = portable.tables_of(connection)
    foreign = sorted(tables.tables.keys() - schema.metadata.tables.keys())
    filled = [one.name for one in tables.sorted_tables if one.name not in foreign and _used(connection, one)]
    if foreign or filled:
        raise Unusable(
            f"Nơi phục hồi không trống: đã có bảng {', '.join((foreign + filled)[:3])}. "
            "Hãy đặt DATABASE_URL là một tệp chưa có hoặc một cơ sở dữ liệu PostgreSQL trống."
        )
    tables.drop_all(connection)
    connection.execute(text(f"DROP TABLE IF EXISTS {portable.REVISION_TABLE}"))
    if connection.dialect.name == "postgresql":
        connection.execute(text("DROP FUNCTION IF EXISTS refuse_change_of_log()"))


def _used(connection: Connection, table: Table) -> bool:
    if table.name in _IDLE:
        return False
    query = select(*table.primary_key.columns).limit(1)
    if table.name == "data_version":
        query = query.where(table.c.version > 0)
    return connection.execute(query).first() is not None


def _fill(connection: Connection, path: Path, manifest: Manifest) -> None:
    tables = portable.tables_of(connection)
    expected = {table.name: set(table.c.keys()) for table in tables.sorted_tables}
    if expected != {name: set(part.columns) for name, part in manifest.tables.items()}:
        raise ValueError("other tables or columns than those of the schema")
    connection.execute(delete(tables.tables["data_version"]))
    with opened(path) as (archive, _):
        for table in tables.sorted_tables:
            read = portable.reader(manifest.tables[table.name].columns)
            for portion in _portions(lines(archive, table.name)):
                connection.execute(insert(table), [read(one) for one in portion])
    sequences.go_on_from(connection, tables, manifest.numbers)


def _end_runs(connection: Connection) -> None:
    """A backup of a page that is served has its runs as not ended; in the restored store none of them broke off."""
    run = schema.server_run
    open_ones = run.c.stopped_at.is_(None) & run.c.found_at.is_(None)
    connection.execute(update(run).where(open_ones).values(found_at=datetime.now(UTC)))


def _portions(found: Iterator[bytes]) -> Iterator[list[bytes]]:
    """A few rows at a time: many small ones, or one that holds a file."""
    while portion := list(_bounded(found)):
        yield portion


def _bounded(found: Iterator[bytes]) -> Iterator[bytes]:
    size = 0
    for one in islice(found, _PORTION_ROWS):
        yield one
        size += len(one)
        if size > _PORTION_BYTES:
            return
