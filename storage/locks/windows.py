"""Windows that are locked: set, opened with a reason, undone; and the check that every write about activities,
registers and supplied figures is held in (`kept`)."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, and_, delete, insert, select, update

from access import Actor, Right, require
from program import clock
from program.locks import registers as locked_registers
from program.locks.rules import words as words_on
from program.locks.windows import (
    QUARTERS,
    Change,
    Lock,
    Locks,
    Said,
    holding,
    last_on,
    refusal,
    refusal_of_opening,
    watched,
)
from program.locks.windows import due_day as due_by_rule
from program.locks.words import register_sentence, sentence
from program.reporting.campaigns import in_force
from program.text import clean
from storage.access.guard import allow
from storage.conflicts.setting_aside import held_twins, twin_decisions
from storage.database import reading, writing
from storage.intake import ledger
from storage.journal import log
from storage.locks.marks import counting
from storage.locks.registers import registers
from storage.locks.rules import stated as rules_of
from storage.refusals import Refused
from storage.registers.campaigns import stated as set_campaigns
from storage.schema import late_change, period_lock

_CHANGED = "Khóa của kỳ này vừa được người khác thay đổi. Hãy tải lại trang, xem lại rồi làm lại."


def lock(
    engine: Engine, actor: Actor, code: str, unit: str | None = None, reason: str = "", *, seen: int | None
) -> int:
    """Lock a window of the report calendar for all units or one, after its due day; gives the number of the
    word. `seen` is the number of the last word on the window that the person saw (None: there was none).
    Raises Refused, Denied."""
    require(actor, Right.DECIDE)
    with writing(engine) as connection:
        allow(connection, actor, Right.DECIDE, [unit] if unit else [])
        said = _seen(connection, code, seen)
        known = _words(connection, said)
        if words := refusal(known, code, unit, due_day(connection, code), clock.today()):
            raise Refused(words)
        return _say(
            connection, actor, Said(0, code, unit, Lock.LOCKED, clean(reason), None, actor.name, _now())
        )


def unlock(
    engine: Engine, actor: Actor, code: str, units: Sequence[str], reason: str, until: date | None = None,
    *, seen: int | None,
) -> list[int]:  # fmt: skip
    """Open a locked window for these units, or all where none is named, until the end of a day or for good;
    gives the numbers of the words. The reason stands by every figure that changes under it. Raises Refused,
    Denied."""
    require(actor, Right.DECIDE)
    with writing(engine) as connection:
        allow(connection, actor, Right.DECIDE, units)
        said, reason = _seen(connection, code, seen), clean(reason)
        numbers, known = [], _words(connection, said)
        each: Sequence[str | None] = units or (None,)
        for unit in each:
            if words := refusal_of_opening(known, code, unit, reason, until, clock.today()):
                raise Refused(words)
            one = Said(0, code, unit, Lock.OPENED, reason, until, actor.name, _now())
            numbers.append(_say(connection, actor, one))
        return numbers


def undo(engine: Engine, actor: Actor, number: int) -> None:
    """The last word on a window never was; what was said before it holds again. What changed under an opening
    keeps its footnote. Raises Refused, Denied."""
    require(actor, Right.DECIDE)
    with writing(engine) as connection:
        allow(connection, actor, Right.DECIDE)
        said = stated(connection)
        one = next((s for s in said if s.id == number and not s.undone), None)
        if one is None or any(s.code == one.code and s.id > number and not s.undone for s in said):
            raise Refused(_CHANGED)
        connection.execute(
            update(period_lock).where(period_lock.c.id == number).values(undone_at=datetime.now(UTC))
        )
        ledger.next_version(connection)
        log.record(connection, actor, log.LOCK_UNDONE, subject=f"lock:{one.code}", before=_told(one))


def known(engine: Engine) -> Locks:
    """All words on windows and on the rule, and what changed under openings."""
    with reading(engine) as connection:
        return locks(connection)


def locks(connection: Connection) -> Locks:
    """`known` within a transaction."""
    said = {one.id: one for one in stated(connection)}
    query = select(late_change).order_by(
        late_change.c.changed_at, late_change.c.lock_id, late_change.c.unit, late_change.c.quarter
    )
    changes = (Change(said[r.lock_id], r.unit, r.quarter, r.changed_at) for r in connection.execute(query))
    return Locks(
        tuple(said.values()), tuple(changes), rules_of(connection), in_force(set_campaigns(connection))
    )


def stated(connection: Connection) -> tuple[Said, ...]:
    """All that was said of windows, also what was undone, in order."""
    return tuple(map(_said, connection.execute(select(period_lock).order_by(period_lock.c.id))))


def words_today(connection: Connection) -> tuple[Said, ...]:
    """All words on windows that hold today, by people and by the rule; nothing where none was ever said."""
    said = stated(connection)
    return _words(connection, said)


def _words(connection: Connection, said: tuple[Said, ...]) -> tuple[Said, ...]:
    """What people said, behind what a rule has locked by today."""
    rules = rules_of(connection)
    return words_on(
        Locks(said, (), rules, in_force(set_campaigns(connection)) if rules else {}), clock.today()
    )


def due_day(connection: Connection, code: str) -> date:
    """The due day of a window: the one that was set, else that of the rule. Raises PeriodError."""
    return due_by_rule(code, in_force(set_campaigns(connection)))


@contextmanager
def kept(connection: Connection, units: Iterable[str]) -> Iterator[None]:
    """Within it, what counts of these units may change, and registers and supplied figures of any, but nothing in a
    window that is locked for one of them: then Refused is raised at its end, in a sentence that names who locked it.
    What changes in a window that was opened is noted with the opening. It is the set of (unit, quarter) that is
    compared, before and after; where nothing was ever locked this costs one small query, and `units` are not asked
    for."""
    said, rules = stated(connection), rules_of(connection)
    if all(one.undone for one in said) and all(one.undone for one in rules):
        yield
        return
    # A decision about twins may wake or sleep with a row, and set aside one of another unit.
    twins = {row.unit for row in held_twins(connection, twin_decisions(connection)).values()}
    known, today = _words(connection, said), clock.today()
    words = watched(known, {*units, *twins}, today)
    before, stood = counting(connection, words), registers(connection)
    yield
    after = counting(connection, words)
    changed = {key: one for key, one in words.items() if before.get(key) != after.get(key)}
    if locked := {key: one for key, one in changed.items() if one.lock == Lock.LOCKED}:
        raise Refused(sentence(locked))
    moved = locked_registers.moved(stood, registers(connection), QUARTERS)
    beside = {key: one for key in moved if (one := holding(known, *key, today))}
    if locked := {key: one for key, one in beside.items() if one.lock == Lock.LOCKED}:
        raise Refused(register_sentence(locked, moved))
    for (unit, quarter), one in (changed | beside).items():
        _note(connection, one, unit, quarter)


def _note(connection: Connection, opening: Said, unit: str, quarter: str) -> None:
    place = {"lock_id": opening.id, "unit": unit, "quarter": quarter}
    same = and_(*(late_change.c[name] == value for name, value in place.items()))
    connection.execute(delete(late_change).where(same))
    connection.execute(insert(late_change).values(**place, changed_at=datetime.now(UTC)))


def _seen(connection: Connection, code: str, seen: int | None) -> tuple[Said, ...]:
    said = stated(connection)
    last = last_on(said, code)
    if (last.id if last else None) != seen:
        raise Refused(_CHANGED)
    return said


def _say(connection: Connection, actor: Actor, one: Said) -> int:
    values = {
        "code": one.code, "unit": one.unit, "verdict": one.lock.value, "reason": one.reason, "until": one.until,
        "actor_id": actor.id, "said_by": one.by, "said_at": one.at,
    }  # fmt: skip
    number = int(connection.scalars(insert(period_lock).values(values).returning(period_lock.c.id)).one())
    ledger.next_version(connection)
    action = log.PERIOD_LOCKED if one.lock == Lock.LOCKED else log.PERIOD_OPENED
    log.record(connection, actor, action, subject=f"lock:{one.code}", after=_told(one))
    return number


def _told(one: Said) -> dict[str, Any]:
    until = one.until.isoformat() if one.until else None
    told = {"lock": one.lock.value, "unit": one.unit, "reason": one.reason, "open_until": until}
    return {name: value for name, value in told.items() if value}


def _said(row: Row[Any]) -> Said:
    return Said(
        row.id, row.code, row.unit, Lock(row.verdict), row.reason, row.until, row.said_by, row.said_at,
        row.undone_at is not None,
    )  # fmt: skip


def _now() -> datetime:
    return datetime.now(UTC)
