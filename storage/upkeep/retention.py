"""How long the bytes of files are kept: fingerprint, name and rows stay, the file itself goes."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, exists, func, select, update

from access import operator
from program import clock
from storage.database import reading, writing
from storage.journal import log
from storage.schema import raw_file, submission


@dataclass(frozen=True)
class Expired:
    """Files whose time is over: how many, of how many bytes, and the numbers of their submissions."""

    files: int
    size: int
    submissions: tuple[int, ...]


def expired(engine: Engine, days: int) -> Expired:
    """The files last handed in more than so many days ago of which every submission is decided: accepted,
    withdrawn or replaced. One that was only checked may still be taken up again."""
    with reading(engine) as connection:
        return _counted(connection.execute(_ended(days, datetime.now(UTC))).all())


def retain(engine: Engine, days: int, now: datetime | None = None) -> Expired:
    """Remove the bytes of `expired` files; the log says of which submissions. Run by the operator."""
    moment = now or datetime.now(UTC)
    with writing(engine) as connection:
        _overwrite(connection)
        found = connection.execute(_ended(days, moment)).all()
        gone = _counted(found)
        if not gone.files:
            return gone
        connection.execute(
            update(raw_file)
            .where(raw_file.c.fingerprint.in_({row.fingerprint for row in found}))
            .values(data=b"", removed_on=clock.day_of(moment))
        )
        detail = {"files": gone.files, "bytes": gone.size, "days": days}
        after = {"submissions": list(gone.submissions)}
        log.record(connection, operator(), log.FILES_EXPIRED, detail=detail, after=after)
    _leave_no_copy(engine)
    return gone


def _ended(days: int, now: datetime) -> Select[tuple[str, int, int]]:
    """Fingerprint, size and submission, a row a submission."""
    last = now - timedelta(days=days)
    other = submission.alias()
    needed = exists().where(
        other.c.fingerprint == raw_file.c.fingerprint,
        (other.c.state == "checked") | (other.c.uploaded_at >= last),
    )
    return (
        select(raw_file.c.fingerprint, func.length(raw_file.c.data).label("size"), submission.c.id)
        .join(submission, submission.c.fingerprint == raw_file.c.fingerprint)
        .where(raw_file.c.removed_on.is_(None), ~needed)
        .order_by(submission.c.id)
    )


def _counted(found: Sequence[Row[Any]]) -> Expired:
    sizes = {row.fingerprint: row.size for row in found}
    return Expired(len(sizes), sum(sizes.values()), tuple(row.id for row in found))


def _overwrite(connection: Connection) -> None:
    """What the transaction removes is overwritten, not only given free, in an embedded database."""
    driver = connection.connection.driver_connection
    if isinstance(driver, sqlite3.Connection):
        driver.execute("PRAGMA secure_delete = ON")


def _leave_no_copy(engine: Engine) -> None:
    """An embedded database also has what it wrote last in a file beside it."""
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        if isinstance(driver, sqlite3.Connection):
            connection.rollback()
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
