"""Taking a submission back, and what that would do."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, func, select

from access import Actor, Right, require
from program.contract import MANAGED_KINDS
from storage import schema
from storage.access import reach
from storage.access.guard import allow
from storage.conflicts import setting_aside
from storage.database import rehearsing, writing
from storage.intake import ledger
from storage.intake.history import Submission, find
from storage.journal import log
from storage.locks import windows
from storage.receipt import Kept, Receipt
from storage.records.winners import settle
from storage.refusals import refuse_withdrawing
from storage.registers import target_log
from storage.work import settling as work_settling


@dataclass(frozen=True)
class Withdrawal:
    """What withdrawing would do: how many of the submission's rows would stop counting, how many earlier
    rows would count again, and which of its rows stay as later submissions say them."""

    stops: int
    restored: int
    kept: tuple[Kept, ...]


def withdraw(engine: Engine, actor: Actor, submission_id: int) -> Receipt:
    """Take a submission back: what counted before it counts again, what it replaced and what it removed.
    A held upload that was never accepted is set aside. Raises Refused, Denied."""
    require(actor, Right.WITHDRAW)
    with writing(engine) as connection:
        allow(connection, actor, Right.WITHDRAW, reach.of_withdrawing(connection, submission_id))
        found = refuse_withdrawing(find(connection, submission_id), submission_id)
        if found.counts.keys() & MANAGED_KINDS:
            allow(connection, actor, Right.MANAGE_TARGETS)
        targets_before = target_log.held(connection)
        done = _take_back(connection, found)
        version = ledger.version(connection)
        if found.state == "accepted":
            version = ledger.next_version(connection)
        detail = {"restored": done.restored, "removed": done.stops}
        log.record(connection, actor, log.WITHDRAWN, submission_id, detail)
        target_log.note_changes(connection, actor, submission_id, targets_before)
        gone = ledger.required(connection, submission_id)
    return Receipt(
        gone, "withdrawn", restored=done.restored, data_version=version, removed=done.stops, kept=done.kept
    )


def withdrawal(engine: Engine, submission_id: int) -> Withdrawal:
    """What `withdraw` would do now: done, and undone before anybody sees it. Raises Refused."""
    with rehearsing(engine) as connection:
        return _take_back(connection, refuse_withdrawing(find(connection, submission_id), submission_id))


def _take_back(connection: Connection, found: Submission) -> Withdrawal:
    work_settling.refuse_overtaken(connection, found.id)
    stops, kept = _held(connection, found.id), _kept(connection, found.id)
    ledger.set_state(connection, found.id, "withdrawn")
    if found.state != "accepted":
        return Withdrawal(0, 0, ())
    with windows.kept(connection, reach.of_withdrawing(connection, found.id)):
        back = ledger.give_back_replaced(connection, found.id)
        _, restored = settle(connection, [found.id, *back])
        setting_aside.refresh_for(connection, [found.id, *back])
    return Withdrawal(stops, restored, kept)


def _held(connection: Connection, submission_id: int) -> int:
    counts = (
        select(func.count()).select_from(table).where(table.c.submission_id == submission_id, table.c.held)
        for table in schema.RECORD_TABLES
    )
    return sum(connection.scalars(count).one() for count in counts)


def _kept(connection: Connection, submission_id: int) -> tuple[Kept, ...]:
    """The later submissions that hold rows of this one, the oldest first."""
    counts: Counter[int] = Counter()
    for table in schema.RECORD_TABLES:
        later = table.alias()
        query = (
            select(later.c.submission_id, func.count())
            .join(table, (table.c.natural_key == later.c.natural_key) & (table.c.id < later.c.id))
            .where(table.c.submission_id == submission_id, later.c.held)
            .group_by(later.c.submission_id)
        )
        counts.update(dict(map(tuple, connection.execute(query))))
    return tuple(Kept(ledger.required(connection, number), counts[number]) for number in sorted(counts))
