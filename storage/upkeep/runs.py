"""The runs of the server: each notes its start and its orderly stop, and the next start says what happened
to those that ended without one."""

import logging
import os
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, Engine, Row, func, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from access import server
from settings import journal
from storage import schema
from storage.database import briefly, reading
from storage.faults import StoreFault, told
from storage.journal import log
from storage.upkeep.soundness import unsound

# The page does not wait for a large upload to be written; the start is noted at the next visit.
_PATIENCE_MS = 200
# Clocks of two machines differ a little.
CLOCK_TOLERANCE = timedelta(minutes=2)
_SERVER = server()


@dataclass(frozen=True)
class Broken:
    """A run of this machine that ended without stopping."""

    id: int
    started_at: datetime


@dataclass(frozen=True)
class Started:
    """A run that was noted: which earlier ones broke off, what of the store does not agree after that (empty:
    all does), and by how much the clock is behind the newest entry of the log."""

    id: int
    broken: tuple[Broken, ...]
    unsound: tuple[str, ...]
    behind: timedelta | None


def begin(engine: Engine, now: datetime | None = None) -> Started | None:
    """Note that this process serves from now on. None where the store is busy or cannot be written."""
    moment = now or datetime.now(UTC)
    run = schema.server_run
    try:
        with told(), briefly(engine, _PATIENCE_MS) as connection:
            broken = _broken(connection)
            behind = _behind(connection, moment)
            for one in broken:
                connection.execute(update(run).where(run.c.id == one.id).values(found_at=moment))
                before = {"started_at": one.started_at.isoformat(timespec="seconds")}
                log.record(connection, _SERVER, log.RUN_BROKEN, subject=f"run:{one.id}", before=before)
            number = _mine(connection, moment)
    except StoreFault:
        return None
    started = Started(number, broken, tuple(unsound(engine)) if broken else (), behind)
    _tell(started)
    return started


def end(engine: Engine, number: int) -> None:
    """Note that a run stops in order. A store that is gone by now is no reason to stop otherwise."""
    run = schema.server_run
    try:
        with briefly(engine, _PATIENCE_MS * 10) as connection:
            connection.execute(update(run).where(run.c.id == number).values(stopped_at=datetime.now(UTC)))
    except SQLAlchemyError as error:
        journal.note("stop_not_noted", logging.WARNING, run=number, kind=journal.kind(error))
        return
    journal.note("stopped", run=number)


def unfinished(engine: Engine) -> tuple[Broken, ...]:
    """The runs of this machine that ended without stopping and that no start has found yet."""
    with reading(engine) as connection:
        return _broken(connection)


def serving_since(engine: Engine) -> list[datetime]:
    """When each process began that serves on this machine at this moment."""
    run = schema.server_run
    query = select(run.c.pid, run.c.process).where(
        run.c.host == socket.gethostname(), run.c.stopped_at.is_(None), run.c.found_at.is_(None)
    )
    with reading(engine) as connection:
        alive = [
            one.process for one in connection.execute(query) if one.process and _alive(one.pid, one.process)
        ]
    return [began for began in map(_began, alive) if began is not None]


def _began(process: str) -> datetime | None:
    """When the process of an identity of this boot began (proc(5): ticks since the boot)."""
    try:
        lines = Path("/proc/stat").read_text("ascii").splitlines()
        (boot,) = [int(line.split()[1]) for line in lines if line.startswith("btime ")]
        ticks = int(process.rpartition(":")[2])
    except (OSError, ValueError):
        return None
    return datetime.fromtimestamp(boot + ticks / os.sysconf("SC_CLK_TCK"), UTC)


def behind(engine: Engine, now: datetime | None = None) -> timedelta | None:
    """By how much the clock is behind the newest entry of the log; None where it is not."""
    with reading(engine) as connection:
        return _behind(connection, now or datetime.now(UTC))


def _mine(connection: Connection, moment: datetime) -> int:
    """The number of the run of this process, noted now unless it was before."""
    run = schema.server_run
    values = {"host": socket.gethostname(), "pid": os.getpid(), "process": _identity(os.getpid()) or ""}
    open_one = select(run.c.id).where(run.c.stopped_at.is_(None), run.c.found_at.is_(None))
    noted = connection.scalar(open_one.where(*(run.c[name] == value for name, value in values.items())))
    if noted is not None:
        return int(noted)
    return int(connection.scalars(insert(run).values(started_at=moment, **values).returning(run.c.id)).one())


def _behind(connection: Connection, now: datetime) -> timedelta | None:
    newest = connection.scalar(select(func.max(schema.event.c.at)))
    return newest - now if newest is not None and newest - now > CLOCK_TOLERANCE else None


def _broken(connection: Connection) -> tuple[Broken, ...]:
    run = schema.server_run
    query = select(run).where(
        run.c.host == socket.gethostname(), run.c.stopped_at.is_(None), run.c.found_at.is_(None)
    )
    found: Sequence[Row[tuple[object, ...]]] = connection.execute(query.order_by(run.c.id)).all()
    return tuple(Broken(one.id, one.started_at) for one in found if not _alive(one.pid, one.process))


def _alive(pid: int, process: str) -> bool:
    """Whether the process still runs; another one may have got its number since. Where the system does not show
    the processes of another service (`ProtectProc=invisible` with `PrivateUsers`), its number is all there is to
    ask about: whoever has it under another user is another one."""
    if process:
        seen = _identity(pid)
        if seen is not None:
            return seen == process
        return process.partition(":")[0] == _boot() and _numbered(pid, of_others=False)
    return os.name != "posix" or _numbered(pid, of_others=True)


def _numbered(pid: int, *, of_others: bool) -> bool:
    """Whether some process has this number; `of_others` is the answer where it is another user's."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return of_others
    return True


def _boot() -> str | None:
    """What tells this boot of the machine from all others; None where the system does not say."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return None


def _identity(pid: int) -> str | None:
    """What tells a process from all others of this machine: the boot and its start within it (proc(5)).
    None where there is no such process, or the system does not say; empty where it has ended."""
    boot = _boot()
    try:
        said = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace")
    except OSError:
        return None
    if boot is None:
        return None
    # The name, in brackets, may hold blanks; the start is the twentieth word after it. Z: it has ended.
    words = said.rpartition(")")[2].split()
    return "" if words[0] == "Z" else f"{boot}:{words[19]}"


def _tell(started: Started) -> None:
    journal.note("started", run=started.id, pid=os.getpid())
    for one in started.broken:
        since = one.started_at.isoformat(timespec="seconds")
        journal.note("run_broken", logging.WARNING, run=one.id, started_at=since)
    if started.broken:
        level = logging.ERROR if started.unsound else logging.INFO
        journal.note("store_checked", level, wrong=len(started.unsound))
    if started.behind is not None:
        journal.note("clock_behind", logging.WARNING, seconds=round(started.behind.total_seconds()))
