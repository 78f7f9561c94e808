"""Campaigns that the focal agency sets: set, changed, ended, undone; and who has answered those of their own."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, and_, insert, or_, select, update

from access import Actor, Right, require
from program import clock
from program.reporting.campaigns import OWN, Asked, Stated, in_force, is_own, refusal, speaks_of
from program.reporting.campaigns import before as before_it
from program.reporting.quarters import spoken_of
from program.reporting.reminders import Waiting
from program.reporting.reported import SetCampaigns
from program.reporting.timeliness import Arrival, Receipt
from program.reviewing.review import State
from program.text import clean
from program.vocabulary import Basis
from storage.access.guard import allow, confirm
from storage.database import reading, writing
from storage.intake import ledger
from storage.intake.arrivals import order
from storage.intake.history import find, history
from storage.journal import log
from storage.records.statements import COUNTED
from storage.refusals import Refused
from storage.reviewing.states import waiting as in_review
from storage.schema import activity, campaign, submission, submission_quarter

# The newest files that are looked through for rows that wait.
_LOOKED_AT = 1000


def save(engine: Engine, actor: Actor, asked: Asked, seen: int | None) -> Stated:
    """Set a campaign, or change the one that `asked.code` names. `seen` is the number of the word on it that
    the person saw (None: there was none); where another one holds by now, nothing is written. Raises
    Refused, Denied."""
    require(actor, Right.MANAGE_TARGETS)
    asked = replace(asked, name=clean(asked.name), document=clean(asked.document or "") or None)
    with writing(engine) as connection:
        allow(connection, actor, Right.MANAGE_TARGETS)
        known = stated(connection)
        held = in_force(known)
        _refuse_unseen(held.get(asked.code), seen)
        if reason := refusal(asked, held.values()):
            raise Refused(reason)
        if not asked.code:
            asked = replace(asked, code=f"{OWN}-{1 + sum(is_own(code) for code in {s.code for s in known})}")
        return _say(connection, actor, log.CAMPAIGN_SET, asked, held.get(asked.code), ended=False)


def end(engine: Engine, actor: Actor, code: str, seen: int) -> Stated:
    """A campaign of its own is no more; a window has the due day of the rule again. Raises Refused, Denied."""
    require(actor, Right.MANAGE_TARGETS)
    with writing(engine) as connection:
        allow(connection, actor, Right.MANAGE_TARGETS)
        held = in_force(stated(connection)).get(code)
        _refuse_unseen(held, seen)
        if held is None:
            raise Refused("Kỳ này đã được bỏ trước đó.")
        return _say(connection, actor, log.CAMPAIGN_ENDED, held.asked, held, ended=True)


def undo(engine: Engine, actor: Actor, number: int) -> None:
    """The last word on a campaign never was; the one before it holds again. Raises Refused, Denied."""
    require(actor, Right.MANAGE_TARGETS)
    with writing(engine) as connection:
        allow(connection, actor, Right.MANAGE_TARGETS)
        known = stated(connection)
        taken = next((s for s in known if s.id == number and not s.undone), None)
        if taken is None or any(s.code == taken.code and s.id > number and not s.undone for s in known):
            raise Refused("Kỳ này vừa được người khác thay đổi. Hãy tải lại trang, xem lại rồi làm lại.")
        earlier = before_it(known, number)
        connection.execute(
            update(campaign).where(campaign.c.id == number).values(undone_at=datetime.now(UTC))
        )
        ledger.next_version(connection)
        log.record(
            connection, actor, log.CAMPAIGN_UNDONE, subject=f"campaign:{taken.code}",
            before=_told(None if taken.ended else taken),
            after=_told(None if earlier is None or earlier.ended else earlier),
        )  # fmt: skip


def _say(
    connection: Connection, actor: Actor, action: str, asked: Asked, held: Stated | None, *, ended: bool
) -> Stated:
    now = datetime.now(UTC)
    values = {
        "code": asked.code, "name": asked.name, "first_day": asked.first, "last_day": asked.last,
        "due_day": asked.due, "units": None if asked.units is None else list(asked.units),
        "document": asked.document, "ended": ended, "actor_id": actor.id, "set_by": actor.name, "set_at": now,
    }  # fmt: skip
    number = int(connection.scalars(insert(campaign).values(values).returning(campaign.c.id)).one())
    ledger.next_version(connection)
    said = Stated(number, asked, actor.name, now, ended)
    log.record(
        connection, actor, action, subject=f"campaign:{asked.code}",
        before=_told(held), after=None if ended else _told(said),
    )  # fmt: skip
    return said


def _refuse_unseen(held: Stated | None, seen: int | None) -> None:
    if (held.id if held else None) != seen:
        raise Refused("Kỳ này vừa được người khác thay đổi. Hãy tải lại trang, xem lại rồi ghi lại.")


def _told(said: Stated | None) -> dict[str, Any] | None:
    if said is None:
        return None
    asked = said.asked
    return {
        "name": asked.name,
        "first_day": asked.first.isoformat(),
        "last_day": asked.last.isoformat(),
        "due_day": asked.due.isoformat(),
        "units": None if asked.units is None else list(asked.units),
        "document": asked.document,
    }


def stated(connection: Connection) -> tuple[Stated, ...]:
    """All that was said of campaigns, also what was undone, in order."""
    return tuple(map(_statement, connection.execute(select(campaign).order_by(campaign.c.id))))


def _statement(row: Row[Any]) -> Stated:
    asked = Asked(
        row.code, row.name, row.first_day, row.last_day, row.due_day,
        None if row.units is None else tuple(row.units), row.document,
    )  # fmt: skip
    return Stated(row.id, asked, row.set_by, row.set_at, row.ended, row.undone_at is not None)


def set_campaigns(connection: Connection, units: Collection[str] | None = None) -> SetCampaigns:
    """What was said of campaigns, and the answers of these units, or all."""
    known = stated(connection)
    own = [one.asked for code, one in in_force(known).items() if is_own(code)]
    return SetCampaigns(known, answers(connection, own, units) if own else {})


def answers(
    connection: Connection, own: Collection[Asked], units: Collection[str] | None = None
) -> dict[tuple[str, str], Arrival]:
    """What each unit sent for campaigns of their own, by (unit, code): there while one of its held records
    speaks of it (`program.reporting.campaigns.speaks_of`), first received with the earliest submission that did, whatever
    became of its rows (as `storage.intake.arrivals` has it for quarters)."""
    receipts: dict[tuple[str, str], Receipt] = {}
    said: dict[tuple[str, str], bool] = {}
    apart = _received_apart(connection)
    for row in _records(connection, own, units):
        days = (row.counted_on, row.start_date, row.end_date)
        told = [apart.get((row.id, row.unit, q.code)) for q in spoken_of(row.basis, *days)] if apart else []
        given = max(filter(None, told), default=row.received_on)
        day = given or clock.day_of(row.uploaded_at)
        receipt = Receipt(day, given is not None, row.id, row.file_name)
        for asked in own:
            if not speaks_of(asked, row.basis, *days):
                continue
            key = (row.unit, asked.code)
            if row.held:
                said[key] = said.get(key, True) and row.basis == Basis.DECLARED_ZERO
            if key not in receipts or order(receipt) < order(receipts[key]):
                receipts[key] = receipt
    return {key: Arrival(receipts[key], zero) for key, zero in said.items()}


def _received_apart(connection: Connection) -> dict[tuple[int, str, str], date]:
    """The days on which reports of single quarters came, by (submission, unit, code of the quarter)."""
    table = submission_quarter.c
    query = select(table.submission_id, table.unit, table.quarter, table.received_on)
    rows = connection.execute(query.where(table.received_on.is_not(None)))
    return {(row[0], row[1], row[2]): row[3] for row in rows}


def _records(
    connection: Connection, own: Collection[Asked], units: Collection[str] | None
) -> Sequence[Row[Any]]:
    """What may speak of any of the campaigns, each word once."""
    table = activity.c
    near: list[ColumnElement[bool]] = [table.counted_on.between(asked.first, asked.last) for asked in own]
    near += [
        and_(table.basis != Basis.DETAIL, table.start_date <= asked.last, table.end_date >= asked.first)
        for asked in own
    ]
    query: Select[Any] = (
        select(
            table.unit, table.held, table.basis, table.counted_on, table.start_date, table.end_date,
            submission.c.id, submission.c.file_name, submission.c.uploaded_at, submission.c.received_on,
        )
        .distinct()
        .join(submission, submission.c.id == table.submission_id)
        .where(submission.c.state.in_(COUNTED), or_(*near))
    )  # fmt: skip
    if units is not None:
        query = query.where(table.unit.in_(sorted(units)))
    return connection.execute(query).all()


def waiting(engine: Engine, actor: Actor) -> dict[str, Waiting]:
    """The newest file of each unit that still waits to be mended, for who sets campaigns: one that a reviewer
    returned; else rows left out of a file that was taken, or a whole file that was kept and nothing taken after
    it. Raises Denied."""
    confirm(engine, actor, Right.MANAGE_TARGETS)
    found = _returned(engine)
    heard: set[str] = set()
    for one in history(engine, _LOOKED_AT):
        if one.unit is None or one.state not in ("accepted", "checked"):
            continue
        open_file = one.rest == "open" or (one.state == "checked" and one.unit not in heard)
        if open_file and one.error_count:
            day = clock.day_of(one.uploaded_at)
            found.setdefault(one.unit, Waiting(one.id, one.file_name, one.error_count, day))
        heard.add(one.unit)
    return found


def _returned(engine: Engine) -> dict[str, Waiting]:
    with reading(engine) as connection:
        words = [
            one.word for one in in_review(connection).values() if one.state == State.RETURNED and one.word
        ]
        files = {word: find(connection, word.submission) for word in words}
    return {
        file.unit: Waiting(
            file.id, file.file_name, len(word.cells), clock.day_of(file.uploaded_at),
            clock.day_of(word.at),
        )
        for word, file in files.items()
        if file is not None and file.unit is not None
    }  # fmt: skip
