"""Decisions about what may be counted twice, as people take them: kept with who, when and why, in force
until undone, and logged. A decision names rows by natural key, or the days of a summary, so it outlives
their files; where such a row is not held it waits."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Table, insert, select, update

from access import Actor, Right, require
from program.overlaps import BasisDecision, Overlap
from program.twins import Row, TwinDecision, ordered
from storage import ledger, locks, log, near
from storage.database import reading, writing
from storage.deciding import DAYS, PAIR, TABLES, Subject, beyond_the_file, latest
from storage.guard import allow
from storage.near import OpenTwins
from storage.refusals import Refused
from storage.schema import activity, basis_decision, twin_decision
from storage.setting_aside import overlaps, refresh

__all__ = [
    "BasisDecision",
    "Decided",
    "OpenTwins",
    "TwinDecision",
    "decide_basis",
    "decide_twins",
    "decided",
    "note",
    "open_overlaps",
    "open_twins",
    "undo",
]


@dataclass(frozen=True)
class Decided:
    """A decision in force. Of twins `rows` are the two rows in order of their keys, None for one that is
    not held now: then the decision waits."""

    id: int
    subject: Subject
    decision: TwinDecision | BasisDecision
    decided_by: str
    decided_at: datetime
    rows: tuple[Row | None, Row | None] | None = None


def decide_twins(engine: Engine, actor: Actor, decision: TwinDecision) -> int:
    """Keep a decision about two held rows; gives its number. A later one about the same two prevails.
    Raises Refused, Denied."""
    require(actor, Right.DECIDE)
    if ordered(decision.first_key, decision.second_key) != (decision.first_key, decision.second_key):
        raise ValueError("the keys of a decision about twins stand in their order")
    with writing(engine) as connection:
        allow(connection, actor, Right.DECIDE)
        if len(_held_rows(connection, {decision.first_key, decision.second_key})) < len(PAIR):
            raise Refused("Một trong hai dòng không còn trong số liệu. Hãy mở lại trang rồi quyết định.")
        return _decide(connection, actor, decision, [])


def decide_basis(engine: Engine, actor: Actor, decision: BasisDecision) -> int:
    """Keep a choice of basis; gives its number. A later one about the same days prevails. Raises Refused,
    Denied."""
    require(actor, Right.DECIDE)
    with writing(engine) as connection:
        allow(connection, actor, Right.DECIDE, [decision.unit])
        if not _has_summary(connection, decision):
            raise Refused("Số tổng hợp này không còn trong số liệu. Hãy mở lại trang rồi quyết định.")
        return _decide(connection, actor, decision, [decision.unit])


def note(
    connection: Connection,
    actor: Actor,
    submission_id: int,
    twins: Sequence[TwinDecision],
    bases: Sequence[BasisDecision],
    units: Sequence[str],
) -> None:
    """Keep what was decided while accepting a file, within the caller's transaction; `refresh` must
    follow. Who may submit may decide about the file's own rows and its units (`storage.deciding`). Raises
    Refused, Denied."""
    if beyond_the_file(connection, actor, submission_id, twins, bases, units):
        allow(connection, actor, Right.DECIDE)
    decisions: list[TwinDecision | BasisDecision] = [*twins, *bases]
    for decision in decisions:
        _keep(connection, actor, decision, submission_id)


def undo(engine: Engine, actor: Actor, subject: Subject, number: int) -> None:
    """Take a decision back: what counted before it counts again, or what an earlier one about the same
    says. Raises Refused where it is not in force, Denied."""
    require(actor, Right.DECIDE)
    table = TABLES[subject]
    with writing(engine) as connection:
        allow(connection, actor, Right.DECIDE)
        row = connection.execute(select(table).where(table.c.id == number)).mappings().first()
        if row is None or row["undone_at"] is not None:
            raise Refused("Quyết định này không còn hiệu lực nên không thể hủy.")
        connection.execute(update(table).where(table.c.id == number).values(undone_at=datetime.now(UTC)))
        _take_effect(connection, [row["unit"]] if subject == "basis" else _units_of(connection, row))
        before, after = _verdict(row), _verdict(latest(connection, subject, row))
        detail = {f"{subject}_decision": number}
        log.record(connection, actor, log.DECISION_UNDONE, detail=detail, before=before, after=after)


def open_twins(engine: Engine) -> OpenTwins:
    """Near twins among the rows that count now about which nothing is decided."""
    with reading(engine) as connection:
        return near.stored_twins(connection)


def open_overlaps(engine: Engine) -> tuple[Overlap, ...]:
    """Summaries beside finer records that say otherwise, where nobody has chosen yet."""
    with reading(engine) as connection:
        return tuple(overlap for overlap in overlaps(connection) if overlap.waits)


def decided(engine: Engine) -> list[Decided]:
    """The decisions in force, newest first: of several about the same, the last."""
    with reading(engine) as connection:
        twins = _in_force(connection, twin_decision, PAIR)
        bases = _in_force(connection, basis_decision, DAYS)
        rows = _held_rows(connection, {row[name] for row in twins for name in PAIR})
    found = [
        Decided(
            row["id"],
            "twin",
            TwinDecision(row["first_key"], row["second_key"], row["verdict"], row["reason"]),
            row["decided_by"],
            row["decided_at"],
            (rows.get(row["first_key"]), rows.get(row["second_key"])),
        )
        for row in twins
    ]
    names = ("unit", "kind", "start_date", "end_date", "verdict", "reason")
    found += [
        Decided(
            row["id"],
            "basis",
            BasisDecision(*(row[name] for name in names)),
            row["decided_by"],
            row["decided_at"],
        )
        for row in bases
    ]
    return sorted(found, key=lambda d: d.decided_at, reverse=True)


def _decide(
    connection: Connection, actor: Actor, decision: TwinDecision | BasisDecision, units: Sequence[str]
) -> int:
    number = _keep(connection, actor, decision, None)
    _take_effect(connection, units)
    return number


def _take_effect(connection: Connection, units: Sequence[str]) -> None:
    with locks.kept(connection, units):
        refresh(connection, units)
    ledger.next_version(connection)


def _units_of(connection: Connection, twins: RowMapping) -> list[str]:
    """The units of the two rows of a decision about twins."""
    query = select(activity.c.unit).where(
        activity.c.held, activity.c.natural_key.in_([twins[k] for k in PAIR])
    )
    return list(connection.scalars(query))


def _keep(
    connection: Connection,
    actor: Actor,
    decision: TwinDecision | BasisDecision,
    submission_id: int | None,
) -> int:
    values: dict[str, Any] = dict(vars(decision))
    subject: Subject = "twin" if isinstance(decision, TwinDecision) else "basis"
    if not decision.reason.strip():
        raise Refused("Hãy ghi lý do của quyết định.")
    values |= {"reason": decision.reason.strip(), "actor_id": actor.id, "decided_by": actor.name}
    table = TABLES[subject]
    before = _verdict(latest(connection, subject, values))
    query = insert(table).values(decided_at=datetime.now(UTC), **values).returning(table.c.id)
    number = int(connection.scalars(query).one())
    detail = {f"{subject}_decision": number}
    log.record(connection, actor, log.DECIDED, submission_id, detail, before=before, after=_verdict(values))
    return number


def _verdict(found: Mapping[Any, Any] | None) -> dict[str, str] | None:
    """What the log says of a decision."""
    return None if found is None else {"verdict": found["verdict"], "reason": found["reason"]}


def _has_summary(connection: Connection, decision: BasisDecision) -> bool:
    table = activity
    query = select(table.c.id).where(
        table.c.held,
        table.c.basis == "summary",
        table.c.unit == decision.unit,
        table.c.kind == decision.kind,
        table.c.start_date == decision.start_date,
        table.c.end_date == decision.end_date,
    )
    return connection.scalars(query.limit(1)).first() is not None


def _held_rows(connection: Connection, keys: Collection[bytes]) -> dict[bytes, Row]:
    query = select(activity.c.id).where(activity.c.held, activity.c.natural_key.in_(keys))
    return {
        row["natural_key"]: row for row in near.rows(connection, connection.scalars(query).all()).values()
    }


def _in_force(connection: Connection, table: Table, about: Sequence[str]) -> list[RowMapping]:
    query = select(table).where(table.c.undone_at.is_(None)).order_by(table.c.id)
    last = {tuple(row[name] for name in about): row for row in connection.execute(query).mappings()}
    return list(last.values())
