"""What an installation is made of at this moment, for its administrator: the database, what it holds, room on the disk,
the last backup, who came in by which sign-in. Changes nothing; gives no path, no address and no secret."""

import shutil
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select, text

from access import Actor, Right
from storage import revisions, schema
from storage.access.accounts import normal
from storage.access.guard import allow
from storage.database import reading
from storage.journal import log
from storage.upkeep import backed_up, doctor, findings


@dataclass(frozen=True)
class Came:
    """The last time that somebody signed in, and by which way (`oidc`, `proxy`)."""

    at: datetime
    way: str


@dataclass(frozen=True)
class Standing:
    """`files_bytes` are those of the workbooks that are still kept; `free` is the room of the disk on which an
    embedded database lies, else of the one that holds what the service keeps. `backup` is the last that the log tells of.
    `came` is by login, of every account that ever signed in."""

    database: str
    schema: str
    newest_schema: str
    size: int
    files: int
    files_bytes: int
    activities: int
    submissions: int
    entries: int
    free: int
    backup: datetime | None
    serving_since: tuple[datetime, ...]
    came: Mapping[str, Came]


def read(engine: Engine, actor: Actor) -> Standing:
    """Everything of it. Raises Denied, StoreFault."""
    with reading(engine) as connection:
        allow(connection, actor, Right.SEE_INSTALLATION)
        kept = select(func.count(), func.coalesce(func.sum(func.length(schema.raw_file.c.data)), 0))
        files, files_bytes = connection.execute(kept.where(schema.raw_file.c.removed_on.is_(None))).one()
        activities, submissions, entries = (
            int(connection.scalar(select(func.count()).select_from(table)) or 0)
            for table in (schema.activity, schema.submission, schema.event)
        )
        name, size = _database(connection, doctor.file(engine))
        found = (revisions.current(connection) or "", revisions.newest())
        backup, came = backed_up.last(connection), _came(connection)
    return Standing(
        name, *found, size, int(files), int(files_bytes), activities, submissions, entries, _free(doctor.folder(engine)),
        backup, tuple(sorted(doctor.serving_since(engine))), came,
    )  # fmt: skip


def _database(connection: Connection, place: Path | None) -> tuple[str, int]:
    """Its kind and version, and how many bytes it takes on the disk."""
    if place is None:
        version = str(connection.scalar(text("SHOW server_version"))).split()[0]
        size = connection.scalar(text("SELECT pg_database_size(current_database())"))
        return f"PostgreSQL {version}", int(size or 0)
    parts = (place.with_name(place.name + end) for end in ("", "-wal", "-shm"))
    return f"SQLite {sqlite3.sqlite_version}", sum(one.stat().st_size for one in parts if one.exists())


def _free(place: Path | None) -> int:
    # Not the folder of passing files: since Debian 13 that lies in memory.
    return shutil.disk_usage(place or findings.kept_at()).free


def _came(connection: Connection) -> dict[str, Came]:
    event = schema.event.c
    last = select(func.max(event.id)).where(event.action == log.SIGNED_IN).group_by(event.subject)
    rows = connection.execute(select(event.actor, event.at, event.after).where(event.id.in_(last)))
    return {normal(row.actor): Came(row.at, str((row.after or {}).get("way", ""))) for row in rows}
