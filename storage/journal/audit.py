"""The log as the administrator reads it, and the entries that readers leave: sign-ins and exports."""

import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Select, and_, func, select, true
from sqlalchemy.exc import SQLAlchemyError

from access import Actor, Right, nobody
from program import clock
from settings import journal
from storage.access.accounts import normal
from storage.access.guard import allow
from storage.access.roster import subject
from storage.database import briefly, reading, writing
from storage.faults import StoreFault
from storage.journal import log, names
from storage.schema import event, submission, user_account

# A reader waits no longer for somebody else's write.
_PATIENCE_MS = 500
_BATCH = 1_000
# More than anybody signs out within the hours that a sign-in lasts.
_LAST_SIGN_OUTS = 200


@dataclass(frozen=True)
class Entry:
    """One entry. `actor` is the login at the time, `who` the name that goes with it now; `file_name` is
    that of the submission it speaks of, `detail` holds numbers, `before` and `after` the state."""

    id: int
    at: datetime
    actor: str
    who: str
    action: str
    submission_id: int | None
    file_name: str | None
    detail: Mapping[str, Any]
    subject: str | None
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


@dataclass(frozen=True)
class Chosen:
    """Which entries: of an actor, of certain actions (none: all), between two days in Đà Nẵng (both
    included), and about one person (a login)."""

    actor: str | None = None
    actions: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    about: str | None = None


def signed_in(engine: Engine, actor: Actor, way: str) -> None:
    """Note that somebody signed in; `way` is how (`oidc`, `proxy`). Where the database cannot take the
    entry, nobody is kept out, and the operator's log says that one is missing."""
    _note_about(engine, actor, log.SIGNED_IN, subject(actor.id), {"way": way})


def signed_out(engine: Engine, actor: Actor, moment: str) -> None:
    """Note that somebody ended a sign-in; `moment` is that of the sign-in. It keeps nobody waiting either."""
    _note_about(engine, actor, log.SIGNED_OUT, subject(actor.id), {"sign_in": moment})


def ended(engine: Engine, login: str, moment: str) -> bool:
    """Whether the sign-in of a login at a moment was ended by `signed_out`, in whichever process."""
    query = (
        select(event.c.after)
        .where(event.c.action == log.SIGNED_OUT, event.c.subject == subject(login))
        .order_by(event.c.id.desc())
        .limit(_LAST_SIGN_OUTS)
    )
    with reading(engine) as connection:
        return any(after.get("sign_in") == moment for after in connection.scalars(query))


def refused(engine: Engine, login: str, after: Mapping[str, str], times: int) -> None:
    """Note that nobody got in under a login that somebody claimed (`storage.journal.kept_out`, which bounds how often
    this is called): why, how and from where, and how many times. Of an account that is known here, it says so."""

    def write(connection: Connection) -> None:
        known = user_account.c.login == normal(login)
        told = dict(after)
        if told.get("why") == "no_role" and connection.scalar(select(user_account.c.id).where(known)):
            told["why"] = "role_ended"
        log.record(
            connection, nobody(), log.SIGN_IN_REFUSED, detail={"times": times} if times > 1 else {},
            subject=subject(login) if login else None, after=told,
        )  # fmt: skip

    _note(engine, log.SIGN_IN_REFUSED, write)


def exported(engine: Engine, actor: Actor, what: str, view: Mapping[str, Any] | None = None) -> None:
    """Note that somebody took data along: `what` says which kind (the part of the subject after
    `export:`), `view` the filters or the submission it was taken from, never its contents. Where the
    database cannot take the entry, the server's own log has it."""
    _note_about(engine, actor, log.EXPORTED, f"export:{what}", dict(view or {}))


def _note_about(engine: Engine, actor: Actor, action: str, about: str, after: Mapping[str, Any]) -> None:
    def write(connection: Connection) -> None:
        log.record(connection, actor, action, subject=about, after=after)

    _note(engine, action, write)


def _note(engine: Engine, action: str, write: Callable[[Connection], None]) -> None:
    """At once, or where an upload is being written as soon as it is; the reader waits for neither."""

    def later() -> None:
        try:
            with writing(engine) as connection:
                write(connection)
        except (SQLAlchemyError, StoreFault) as error:
            journal.note("log_entry_lost", logging.ERROR, entry=action, kind=journal.kind(error))

    try:
        with briefly(engine, _PATIENCE_MS) as connection:
            write(connection)
    except SQLAlchemyError:
        threading.Thread(target=later, name="late-log-entry").start()


def count(engine: Engine, actor: Actor, chosen: Chosen) -> int:
    """How many entries are chosen. Raises Denied."""
    with reading(engine) as connection:
        allow(connection, actor, Right.READ_AUDIT)
        query = select(func.count()).select_from(event).where(_where(chosen))
        return int(connection.scalars(query).one())


def entries(engine: Engine, actor: Actor, chosen: Chosen, start: int = 0, limit: int = 50) -> list[Entry]:
    """Chosen entries, the newest first, from a place in that order on. Raises Denied."""
    with reading(engine) as connection:
        allow(connection, actor, Right.READ_AUDIT)
        query = _entries().where(_where(chosen)).order_by(event.c.id.desc()).offset(start).limit(limit)
        return [_entry(row) for row in connection.execute(query).mappings()]


def stream(engine: Engine, actor: Actor, chosen: Chosen) -> Iterator[Entry]:
    """All chosen entries, the newest first, as they stand at one moment. Raises Denied."""
    with reading(engine) as connection:
        allow(connection, actor, Right.READ_AUDIT)
        query = _entries().where(_where(chosen)).order_by(event.c.id.desc())
        found = connection.execution_options(yield_per=_BATCH).execute(query)
        yield from map(_entry, found.mappings())


def actors(engine: Engine, actor: Actor) -> dict[str, str]:
    """Name by login of everybody who has an entry. Raises Denied."""
    with reading(engine) as connection:
        allow(connection, actor, Right.READ_AUDIT)
        known = select(event.c.actor).distinct().subquery()
        query = select(known.c.actor, user_account.c.name).join(
            user_account, user_account.c.login == known.c.actor, isouter=True
        )
        return {login: names.name(login, account) for login, account in connection.execute(query)}


def _entries() -> Select[Any]:
    return (
        select(event, user_account.c.name.label("name"), submission.c.file_name)
        .join(user_account, user_account.c.login == event.c.actor, isouter=True)
        .join(submission, submission.c.id == event.c.submission_id, isouter=True)
    )


def _where(chosen: Chosen) -> ColumnElement[bool]:
    asked: list[ColumnElement[bool]] = [true()]
    if chosen.actor is not None:
        asked.append(event.c.actor == chosen.actor)
    if chosen.actions:
        asked.append(event.c.action.in_(chosen.actions))
    if chosen.since is not None:
        asked.append(event.c.at >= _midnight(chosen.since))
    if chosen.until is not None:
        asked.append(event.c.at < _midnight(chosen.until + timedelta(days=1)))
    if chosen.about is not None:
        asked.append(event.c.subject == subject(chosen.about))
    return and_(*asked)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), clock.LOCAL_TIME)


def _entry(row: Any) -> Entry:
    values = dict(row)
    values["who"] = names.name(values["actor"], values.pop("name"))
    return Entry(**values)
