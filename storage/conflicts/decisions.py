"""Decisions about what may be counted twice or is unusual, as people take them: kept with who, when and why, in
force until undone, and logged. A decision names rows by natural key, or the days of a summary, so it outlives
their files; where such a row is not held it waits."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, insert, select, update

from access import Actor, Right, require
from program.conflicts.desk import Conflict
from program.conflicts.twins import Row, TwinDecision, ordered
from storage.access.guard import allow
from storage.conflicts import near
from storage.conflicts.seen import refuse_changed
from storage.conflicts.setting_aside import refresh
from storage.conflicts.subjects import (
    ABOUT,
    TABLES,
    Decision,
    Subject,
    beyond_the_file,
    in_force,
    latest,
    read,
    spoken_of,
    subject_of,
    with_file,
)
from storage.database import reading, writing
from storage.intake import ledger
from storage.journal import log
from storage.locks import windows
from storage.refusals import Refused
from storage.schema import activity, submission

__all__ = ["Decided", "Decision", "by_step", "decide", "decided", "note", "undo"]

_GONE: dict[Subject, str] = {
    "twin": "Một trong hai dòng không còn trong số liệu. Hãy mở lại trang rồi quyết định.",
    "basis": "Số tổng hợp này không còn trong số liệu. Hãy mở lại trang rồi quyết định.",
    "crossing": "Một trong hai số tổng hợp không còn trong số liệu. Hãy mở lại trang rồi quyết định.",
    "size": "Dòng này không còn trong số liệu hoặc đã đổi số. Hãy mở lại trang rồi quyết định.",
    "repeat": "Một trong hai tệp không còn dòng nào được tính. Hãy mở lại trang rồi quyết định.",
}


@dataclass(frozen=True)
class Decided:
    """A decision in force. `rows` are the rows that it names by their natural keys, in its order, None for one
    that is not held now: then the decision waits. `files` are the names of submissions that it names. `together`
    are the numbers of the decisions of its kind taken in the same step that are in force, its own among them."""

    id: int
    subject: Subject
    decision: Decision
    decided_by: str
    decided_at: datetime
    rows: tuple[Row | None, ...]
    files: tuple[str | None, ...]
    together: tuple[int, ...]


def decide(
    engine: Engine, actor: Actor, decisions: Sequence[Decision], seen: Sequence[Conflict] = ()
) -> list[int]:
    """Keep decisions about what is stored, all or none; gives their numbers. A later one about the same things
    prevails. `seen` are the entries that the person looked at: where another person changed something about one of
    them since, nothing is kept. Raises Refused, Denied."""
    require(actor, Right.DECIDE)
    with writing(engine) as connection:
        allow(connection, actor, Right.DECIDE)
        refuse_changed(connection, seen)
        units = {unit for one in decisions for unit in _units_of(connection, one)}
        allow(connection, actor, Right.DECIDE, units)
        now = datetime.now(UTC)
        numbers = [keep(connection, actor, one, None, now) for one in decisions]
        _take_effect(connection, units)
        return numbers


def note(
    connection: Connection,
    actor: Actor,
    submission_id: int,
    decisions: Sequence[Decision],
    units: Sequence[str],
) -> None:
    """Keep what was decided while accepting a file, within the caller's transaction; `refresh` must
    follow. Of a repeated report the file in hand is NEW_FILE. Who may submit may decide about the file's own rows
    and its units (`storage.conflicts.subjects`). Raises Refused, Denied."""
    told = [with_file(decision, submission_id) for decision in decisions]
    if beyond_the_file(connection, actor, submission_id, told, units):
        allow(connection, actor, Right.DECIDE)
    now = datetime.now(UTC)
    for decision in told:
        keep(connection, actor, decision, submission_id, now)


def undo(engine: Engine, actor: Actor, subject: Subject, *numbers: int) -> None:
    """Take decisions of a kind back, all or none: what counted before counts again, or what an earlier one about
    the same says. Raises Refused where one is not in force, Denied."""
    require(actor, Right.DECIDE)
    table = TABLES[subject]
    with writing(engine) as connection:
        allow(connection, actor, Right.DECIDE)
        query = select(table).where(table.c.id.in_(numbers), table.c.undone_at.is_(None))
        rows = connection.execute(query.order_by(table.c.id)).mappings().all()
        if len(rows) < len(set(numbers)):
            raise Refused("Quyết định này không còn hiệu lực nên không thể hủy.")
        undone(connection, actor, subject, rows)
        units = {unit for row in rows for unit in spoken_of(connection, read(subject, row))[0]}
        _take_effect(connection, units)


def undone(connection: Connection, actor: Actor, subject: Subject, rows: Sequence[RowMapping]) -> None:
    """Decisions of a kind, as rows of its table, are in force no more, within the caller's transaction."""
    table = TABLES[subject]
    numbers = [row["id"] for row in rows]
    if not numbers:
        return
    connection.execute(update(table).where(table.c.id.in_(numbers)).values(undone_at=datetime.now(UTC)))
    for row in rows:
        before, after = (_verdict(subject, found) for found in (row, latest(connection, subject, row)))
        detail = {f"{subject}_decision": row["id"]}
        log.record(connection, actor, log.DECISION_UNDONE, detail=detail, before=before, after=after)


def decided(
    engine: Engine,
    which: Callable[[Subject, RowMapping], bool] = lambda _subject, _row: True,
    shown: slice = slice(None),
) -> list[Decided]:
    """The decisions in force that `which` keeps, newest first: of several about the same, the last; only those
    `shown`."""
    with reading(engine) as connection:
        heads = [(subject, row) for subject in TABLES for row in _in_force(connection, subject)]
        heads = [head for head in heads if which(*head)]
        steps: dict[tuple[Subject, str, datetime], list[int]] = {}
        for subject, row in heads:
            steps.setdefault((subject, row["actor_id"], row["decided_at"]), []).append(row["id"])
        heads.sort(key=lambda head: (head[1]["decided_at"], head[1]["id"]), reverse=True)
        heads = heads[shown]
        held = _held_rows(connection, {row[name] for _, row in heads for name in row if _is_key(name)})
        numbers = {row[name] for _, row in heads for name in row if _is_submission(name)}
        query = select(submission.c.id, submission.c.file_name).where(submission.c.id.in_(numbers))
        names = {row.id: row.file_name for row in connection.execute(query)}
    return [
        Decided(
            row["id"], subject, read(subject, row), row["decided_by"], row["decided_at"],
            tuple(held.get(row[name]) for name in row if _is_key(name)),
            tuple(names.get(row[name]) for name in row if _is_submission(name)),
            tuple(steps[subject, row["actor_id"], row["decided_at"]]),
        )
        for subject, row in heads
    ]  # fmt: skip


def by_step(found: Iterable[Decided]) -> list[tuple[Decided, ...]]:
    """Decisions that stand side by side and were taken in one step, together; in the same order."""
    return [tuple(step) for _, step in groupby(found, lambda one: (one.subject, one.together))]


def count(engine: Engine) -> int:
    """How many decisions are in force: of several about the same, one."""
    with reading(engine) as connection:
        return sum(len(in_force(connection, subject)) for subject in TABLES)


def _is_key(column: str) -> bool:
    return column.endswith("_key")


def _is_submission(column: str) -> bool:
    return column.endswith("_submission")


def _units_of(connection: Connection, decision: Decision) -> Collection[str]:
    """The units of what is decided. Raises Refused where some of it is gone."""
    if isinstance(decision, TwinDecision):
        keys = (decision.first_key, decision.second_key)
        if ordered(*keys) != keys:
            raise ValueError("the keys of a decision about twins stand in their order")
    units, there = spoken_of(connection, decision)
    if not there:
        raise Refused(_GONE[subject_of(decision)])
    return units


def _take_effect(connection: Connection, units: Collection[str]) -> None:
    with windows.kept(connection, units):
        refresh(connection, units)
    ledger.next_version(connection)


def keep(
    connection: Connection, actor: Actor, decision: Decision, submission_id: int | None, now: datetime
) -> int:
    """Note one decision within the caller's transaction; gives its number. Raises Refused without a reason."""
    values: dict[str, Any] = dict(vars(decision))
    subject = subject_of(decision)
    if not decision.reason.strip():
        raise Refused("Hãy ghi lý do của quyết định.")
    values |= {"reason": decision.reason.strip(), "actor_id": actor.id, "decided_by": actor.name}
    table = TABLES[subject]
    before = _verdict(subject, latest(connection, subject, values))
    query = insert(table).values(decided_at=now, **values).returning(table.c.id)
    number = int(connection.scalars(query).one())
    detail, after = {f"{subject}_decision": number}, _verdict(subject, values)
    log.record(connection, actor, log.DECIDED, submission_id, detail, before=before, after=after)
    return number


def _verdict(subject: Subject, found: Mapping[Any, Any] | None) -> dict[str, str] | None:
    """What the log says of a decision. The first kinds have the verdict alone, as their entries ever had."""
    if found is None:
        return None
    verdict = found["verdict"] if subject in ("twin", "basis") else f"{subject}:{found['verdict']}"
    return {"verdict": verdict, "reason": found["reason"]}


def _held_rows(connection: Connection, keys: Collection[bytes]) -> dict[bytes, Row]:
    query = select(activity.c.id).where(activity.c.held, activity.c.natural_key.in_(keys))
    found = near.rows(connection, connection.scalars(query).all())
    return {row["natural_key"]: row for row in found.values()}


def _in_force(connection: Connection, subject: Subject) -> list[RowMapping]:
    table = TABLES[subject]
    query = select(table).where(table.c.undone_at.is_(None)).order_by(table.c.id)
    last = {tuple(row[name] for name in ABOUT[subject]): row for row in connection.execute(query).mappings()}
    return list(last.values())
