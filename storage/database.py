"""Opening the database, and the two kinds of transaction: one consistent view, or one writer at a time.

SQLite is embedded and the default; PostgreSQL is used when `DATABASE_URL` names it.
"""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url

import settings
from settings import journal
from storage import faults, renewal, revisions
from storage.turns import turn

# Types of what is given, so that other rooms can name them without speaking SQL, too.
__all__ = [
    "Connection",
    "Engine",
    "briefly",
    "connect",
    "migrate",
    "reading",
    "rehearsing",
    "writing",
    "written",
]

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_PATH = ROOT / "data" / "dashboard.sqlite3"
_WAIT_SECONDS = 30
_CONNECT_SECONDS = 10
# Large uploads keep the indexes in memory; reads keep little, since every open connection has its own.
_READ_CACHE_KIB = 4 * 1024
_WRITE_CACHE_KIB = 8 * 1024
# SQLite's own measure.
_WAL_PAGES = 1000
_WAL_BYTES = _WAL_PAGES * 4096
_OF_THREAD = threading.local()


class NewerSchema(ValueError):
    """The database was last used by a newer release; the message is a Vietnamese sentence."""

    def __init__(self) -> None:
        super().__init__(
            "Kho số liệu do một bản mới hơn của chương trình tạo ra. Hãy cài bản chương trình mới rồi mở lại."
        )


def connect(url: str | None = None, *, make_folder: bool = True) -> Engine:
    """The engine for a database URL; without one that of `DATABASE_URL`, else the embedded database
    in `data/`. `postgres://` and `postgresql://` mean the psycopg driver. Does not migrate; makes the folder
    of an embedded database unless told otherwise.

    Raises ValueError (a Vietnamese sentence) for another kind of database, StoreFault where no folder can be made.
    """
    address = url or settings.current().database_url or f"sqlite:///{DEFAULT_PATH.as_posix()}"
    if address.startswith("postgres://"):
        address = address.replace("postgres://", "postgresql://", 1)
    parsed = make_url(address)
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() == "postgresql":
        # A host that says nothing is not waited for as long as the system would (two minutes).
        patience = {} if "connect_timeout" in parsed.query else {"connect_timeout": _CONNECT_SECONDS}
        return create_engine(parsed, pool_pre_ping=True, hide_parameters=True, connect_args=patience)
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        raise ValueError(
            "DATABASE_URL phải là địa chỉ PostgreSQL (postgresql://…) hoặc tệp SQLite (sqlite:///…)."
        )
    if make_folder:
        try:
            Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
        except OSError as trouble:
            raise faults.StoreFault(faults.Fault.CLOSED) from trouble
    # The connection used last is used next: each keeps its own cache of pages, and few are warm at a time.
    engine = create_engine(
        parsed, hide_parameters=True, pool_use_lifo=True, connect_args={"timeout": _WAIT_SECONDS}
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # The driver would open transactions only before a write, and so read without one.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_READ_CACHE_KIB}")
    _write_ahead(connection)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Readers go on while one writes. The switch is kept in the file; while another process makes the
    switch SQLite answers "locked" at once instead of waiting, so the wait is here."""
    deadline = time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that will write takes its lock first: one that starts by reading may be refused later.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection for queries alone, all of the same moment. Raises StoreFault where the database cannot."""
    with faults.told(), engine.connect() as connection, _read_only(connection):
        if engine.dialect.name == "postgresql":
            # Sets the options on this very connection; the pool takes it back without them.
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin():
            yield connection


@contextmanager
def _read_only(connection: Connection) -> Iterator[None]:
    """Of an embedded database; a server is told with the transaction."""
    embedded = connection.dialect.name == "sqlite"
    try:
        if embedded:
            connection.connection.execute("PRAGMA query_only = ON")
        yield
    finally:
        if embedded:
            connection.connection.execute("PRAGMA query_only = OFF")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction; whoever writes next waits until it ends. Everything or, on an error, nothing.
    What `storage.journal.log` records within is told to the operator once it is written. Raises StoreFault where
    the database cannot."""
    noted: list[dict[str, Any]] = []
    begun = time.monotonic()
    try:
        with turn(engine), faults.told(), engine.connect() as connection:
            connection.execution_options(writes=True, noted=noted)
            with _write_cache(connection):
                with connection.begin():
                    before = renewal.version(connection)
                    yield connection
                    put_in_place = renewal.made(engine, connection, before)
                put_in_place()
    except Exception as error:
        journal.note("nothing_written", kind=journal.kind(error), place=journal.place(error))
        raise
    _count_write()
    for facts in noted:
        journal.note(**facts, seconds=round(time.monotonic() - begun, 3))


def written() -> int:
    """How many transactions this thread has written: what was read before the last one may hold no more."""
    return int(getattr(_OF_THREAD, "written", 0))


def _count_write() -> None:
    _OF_THREAD.written = written() + 1


@contextmanager
def rehearsing(engine: Engine) -> Iterator[Connection]:
    """A writing transaction of which nothing stays. Raises StoreFault where the database cannot."""
    with turn(engine), faults.told(), engine.connect() as connection:
        connection.execution_options(writes=True)
        with _write_cache(connection), connection.begin() as transaction:
            renewal.version(connection)
            yield connection
            transaction.rollback()


@contextmanager
def briefly(engine: Engine, patience_ms: int) -> Iterator[Connection]:
    """A small write beside the data: where the embedded database is being written it waits that long at
    most, then raises OperationalError. It does not wait for, nor hold up, who writes data on a server."""
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        if not isinstance(driver, sqlite3.Connection):
            with connection.begin():
                yield connection
            return
        (usual,) = driver.execute("PRAGMA busy_timeout").fetchone()
        driver.execute(f"PRAGMA busy_timeout = {patience_ms:d}")
        try:
            with connection.execution_options(writes=True).begin():
                yield connection
        finally:
            driver.execute(f"PRAGMA busy_timeout = {usual}")


@contextmanager
def _write_cache(connection: Connection) -> Iterator[None]:
    """A larger page cache while an embedded database is written; given back afterwards. What was written
    goes from the log of writing (WAL) into the database's own file after the commit, not within it: others
    see the commit before SQLite returns from that."""
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        yield
        return
    driver.execute(f"PRAGMA cache_size = -{_WRITE_CACHE_KIB}")
    driver.execute("PRAGMA wal_autocheckpoint = 0")
    try:
        yield
        if _wal_bytes(connection.engine) > _WAL_BYTES:
            driver.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    finally:
        driver.execute(f"PRAGMA wal_autocheckpoint = {_WAL_PAGES}")
        driver.execute(f"PRAGMA cache_size = -{_READ_CACHE_KIB}")
        driver.execute("PRAGMA shrink_memory")


def _wal_bytes(engine: Engine) -> int:
    try:
        return Path(f"{engine.url.database}-wal").stat().st_size
    except FileNotFoundError:
        return 0


def migrate(engine: Engine) -> None:
    """Bring the schema to the newest revision. Safe when several processes start at once: the second
    waits for the first, then finds nothing to do. Raises NewerSchema, StoreFault."""
    with faults.told():
        _migrate(engine)


def _migrate(engine: Engine) -> None:
    with engine.connect() as connection:
        found = revisions.standing(connection)
    if found == revisions.Standing.NEWER:
        raise NewerSchema
    if found == revisions.Standing.CURRENT:
        return
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        revisions.alone(connection)
        revisions.upgrade(connection)
