"""What the embedded database (SQLite) is asked for beyond what a server does by itself: who waits for whom, how much
it keeps in memory, when its log of writing goes into its file."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

# Seconds for which a lock of another process is waited for.
WAIT_SECONDS = 30
# Large uploads keep the indexes in memory; reads keep little, since every open connection has its own.
_READ_CACHE_KIB = 4 * 1024
_WRITE_CACHE_KIB = 8 * 1024
# SQLite's own measure.
_WAL_PAGES = 1000
_WAL_BYTES = _WAL_PAGES * 4096


def prepare(connection: sqlite3.Connection, _record: Any) -> None:
    """A new connection: its own transactions, checks of foreign keys, a small cache, readers beside a writer."""
    # The driver would open transactions only before a write, and so read without one.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_READ_CACHE_KIB}")
    _write_ahead(connection)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Readers go on while one writes. The switch is kept in the file; while another process makes the
    switch SQLite answers "locked" at once instead of waiting, so the wait is here."""
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def begin(connection: Connection) -> None:
    """A transaction that will write takes its lock first: one that starts by reading may be refused later."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def read_only(connection: Connection) -> Iterator[None]:
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
def write_cache(connection: Connection) -> Iterator[None]:
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
