"""The rule by which windows lock by themselves: set, ended, undone; kept in the database, asked of by every write about
activities (`storage.locks.windows.kept`)."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, select, update

from access import Actor, Right, require
from program import clock
from program.locks.rules import last_word, refusal, said_on
from program.locks.windows import Rule
from program.text import clean
from storage.access.guard import allow
from storage.database import writing
from storage.intake import ledger
from storage.journal import log
from storage.refusals import Refused
from storage.schema import lock_rule

_CHANGED = "Việc tự khóa vừa được người khác thay đổi. Hãy tải lại trang, xem lại rồi làm lại."
_SUBJECT = "lock_rule"


def put(
    engine: Engine, actor: Actor, grain: str, days: int | None, reason: str = "", *, seen: int | None
) -> int:
    """Windows of a grain lock by themselves so many days after their due day (None: no more); gives the number of
    the word. `seen` is the number of the last word on the rule that the person saw (None: there was none). Raises
    Refused, Denied."""
    require(actor, Right.DECIDE)
    with writing(engine) as connection:
        allow(connection, actor, Right.DECIDE)
        said, reason = stated(connection), clean(reason)
        last = last_word(said)
        if (last.id if last else None) != seen:
            raise Refused(_CHANGED)
        if words := refusal(said, grain, days, reason):
            raise Refused(words)
        now = datetime.now(UTC)
        values = {
            "grain": grain, "days": days, "reason": reason, "actor_id": actor.id, "said_by": actor.name,
            "said_at": now,
        }  # fmt: skip
        number = int(connection.scalars(insert(lock_rule).values(values).returning(lock_rule.c.id)).one())
        ledger.next_version(connection)
        after = _told(Rule(number, grain, days, reason, actor.name, now))
        log.record(connection, actor, log.LOCK_RULE_SET, subject=_SUBJECT, before=_told(last), after=after)
        return number


def undo(engine: Engine, actor: Actor, number: int) -> None:
    """The last word on the rule, if said today, never was, nor what it locked; the one before holds again. Raises
    Refused, Denied."""
    require(actor, Right.DECIDE)
    with writing(engine) as connection:
        allow(connection, actor, Right.DECIDE)
        said = stated(connection)
        last = last_word(said)
        if last is None or last.id != number:
            raise Refused(_CHANGED)
        if not said_on(last, clock.today()):
            raise Refused("Chỉ hoàn tác được trong ngày đặt. Hãy đổi hoặc tắt việc tự khóa, kèm lý do.")
        undone = update(lock_rule).where(lock_rule.c.id == number).values(undone_at=datetime.now(UTC))
        connection.execute(undone)
        ledger.next_version(connection)
        before = last_word(one for one in said if one.id != number)
        log.record(
            connection, actor, log.LOCK_RULE_UNDONE, subject=_SUBJECT, before=_told(last), after=_told(before)
        )


def stated(connection: Connection) -> tuple[Rule, ...]:
    """All that was said of the rule, also what was undone, in order."""
    return tuple(map(_rule, connection.execute(select(lock_rule).order_by(lock_rule.c.id))))


def _told(rule: Rule | None) -> dict[str, Any] | None:
    if rule is None:
        return None
    told = {"rhythm": rule.grain, "lock_days": rule.days, "reason": rule.reason or None}
    return {name: value for name, value in told.items() if value is not None}


def _rule(row: Row[Any]) -> Rule:
    return Rule(row.id, row.grain, row.days, row.reason, row.said_by, row.said_at, row.undone_at is not None)
