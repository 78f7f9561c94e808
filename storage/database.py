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
from storage import embedded, faults, renewal, revisions
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
_CONNECT_SECONDS = 10
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
        parsed, hide_parameters=True, pool_use_lifo=True, connect_args={"timeout": embedded.WAIT_SECONDS}
    )
    event.listen(engine, "connect", embedded.prepare)
    event.listen(engine, "begin", embedded.begin)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection for queries alone, all of the same moment. Raises StoreFault where the database cannot."""
    with faults.told(), engine.connect() as connection, embedded.read_only(connection):
        if engine.dialect.name == "postgresql":
            # Sets the options on this very connection; the pool takes it back without them.
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin():
            yield connection


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
            with embedded.write_cache(connection):
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
        with embedded.write_cache(connection), connection.begin() as transaction:
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
