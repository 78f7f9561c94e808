"""When a person last looked, what the figures were then, and what was handed in or taken back since."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.exc import IntegrityError, OperationalError

from access import Actor, Right, require
from storage.access.guard import allow
from storage.database import briefly, reading
from storage.journal import log
from storage.schema import event, last_look, submission, submission_unit

# Looks closer together are one visit.
VISIT = timedelta(hours=1)
# A reader's page does not wait for a large upload to be written; the look is kept at the next visit.
_PATIENCE_MS = 100


@dataclass(frozen=True)
class Look:
    """What somebody saw at `seen_at` (UTC): `figures` as `program.views.since.standing` gave them."""

    seen_at: datetime
    data_version: int
    figures: Mapping[str, Any]


@dataclass(frozen=True)
class Moved:
    """A submission accepted or withdrawn since a moment, and the units it speaks of."""

    submission_id: int
    file_name: str
    units: tuple[str, ...]


@dataclass(frozen=True)
class Since:
    """What happened since a moment and still holds; `decisions` counts those taken or undone about data
    that may be counted twice."""

    accepted: tuple[Moved, ...]
    withdrawn: tuple[Moved, ...]
    decisions: int


def visit(
    engine: Engine, actor: Actor, data_version: int, figures: Mapping[str, Any], now: datetime | None = None
) -> Look | None:
    """Keep what the actor sees now and give the look before it; within the same visit (`VISIT`), in whatever process
    or device, give that one again and write nothing. None at the first visit, once it is `put_away`, and while somebody
    else writes. Raises Denied."""
    require(actor, Right.REMEMBER_LOOK)
    moment = now or datetime.now(UTC)
    before, earlier = _looks(engine, actor)
    if before is not None and moment - before.seen_at < VISIT:
        return earlier
    values = {
        "seen_at": moment,
        "data_version": data_version,
        "figures": dict(figures),
        "before": before and {**asdict(before), "seen_at": before.seen_at.isoformat()},
    }
    mine = last_look.c.actor_id == actor.id
    try:
        with briefly(engine, _PATIENCE_MS) as connection:
            allow(connection, actor, Right.REMEMBER_LOOK)
            if not connection.execute(update(last_look).where(mine).values(values)).rowcount:
                connection.execute(insert(last_look).values(actor_id=actor.id, **values))
    except (OperationalError, IntegrityError):
        return None
    return before


def put_away(engine: Engine, actor: Actor) -> None:
    """The actor has read what changed: until the next visit nothing is compared. Where somebody else writes it is
    told again. Raises Denied."""
    require(actor, Right.REMEMBER_LOOK)
    with suppress(OperationalError), briefly(engine, _PATIENCE_MS) as connection:
        allow(connection, actor, Right.REMEMBER_LOOK)
        connection.execute(update(last_look).where(last_look.c.actor_id == actor.id).values(before=None))


def last(engine: Engine, actor: Actor) -> Look | None:
    """The actor's own last look. Raises Denied."""
    require(actor, Right.REMEMBER_LOOK)
    return _looks(engine, actor)[0]


def _looks(engine: Engine, actor: Actor) -> tuple[Look | None, Look | None]:
    """The last look, and the one before the visit that it began."""
    names = ("seen_at", "data_version", "figures", "before")
    query = select(*(last_look.c[name] for name in names)).where(last_look.c.actor_id == actor.id)
    with reading(engine) as connection:
        row = connection.execute(query).first()
    if row is None:
        return None, None
    *own, before = row
    if before is None:
        return Look(*own), None
    return Look(*own), Look(**before | {"seen_at": datetime.fromisoformat(before["seen_at"])})


def since(engine: Engine, moment: datetime) -> Since:
    """What was handed in, taken back and decided after a moment. What came and went meanwhile is left out."""
    query = select(event.c.action, event.c.submission_id).where(event.c.at > moment).order_by(event.c.id)
    first: dict[int, str] = {}
    newest: dict[int, str] = {}
    decisions = 0
    with reading(engine) as connection:
        for action, number in connection.execute(query):
            if action in (log.DECIDED, log.DECISION_UNDONE):
                decisions += 1
            elif action in (log.ACCEPTED, log.WITHDRAWN) and number is not None:
                first.setdefault(number, action)
                newest[number] = action
        lasting = {number: action for number, action in newest.items() if first[number] == action}
        moved = _moved(connection, lasting)
    return Since(
        tuple(moved[n] for n, action in lasting.items() if action == log.ACCEPTED and n in moved),
        tuple(moved[n] for n, action in lasting.items() if action == log.WITHDRAWN and n in moved),
        decisions,
    )


def _moved(connection: Connection, numbers: Mapping[int, str]) -> dict[int, Moved]:
    query = (
        select(submission.c.id, submission.c.file_name, submission_unit.c.unit)
        .join(submission_unit, submission_unit.c.submission_id == submission.c.id, isouter=True)
        .where(submission.c.id.in_(numbers))
        .order_by(submission.c.id, submission_unit.c.unit)
    )
    found: dict[int, Moved] = {}
    for number, name, unit in connection.execute(query):
        held = found.get(number)
        codes = (held.units if held else ()) + ((unit,) if unit else ())
        found[number] = Moved(number, name, codes)
    return found
