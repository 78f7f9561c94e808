"""The review of accepted files: what waits for a person, what a reviewer says of it, and the way back.

`accept` makes rows count at once; a word here changes no figure, only whether it is provisional, and with that of
acceptance whether unusual sizes are confirmed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, func, insert, select, update

from access import Actor, Right, require
from program.reviewing.review import QuotedCell, Rows, State, Verdict, Word, in_force
from program.text import clean
from storage.access import reach
from storage.access.guard import allow
from storage.database import reading, writing
from storage.intake import ledger
from storage.intake.history import Submission, find
from storage.journal import log
from storage.refusals import Refused
from storage.reviewing import sizes as review_sizes
from storage.reviewing.states import Standing, waiting, words
from storage.schema import activity, review, submission_unit

_CHANGED = "Tệp này vừa được người khác duyệt hoặc trả lại. Hãy tải lại trang, xem lại rồi làm lại."
_SHOWN_CELLS = 200


@dataclass(frozen=True)
class Waiting:
    """A file that waits for a reviewer or, returned, for its unit: why, since when, what became of its rows, and
    what of the figures is provisional through it, by kind of activity."""

    submission: Submission
    units: tuple[str, ...]
    state: State
    reasons: Mapping[str, int]
    word: Word | None
    rows: Rows
    activities: Mapping[str, int]
    attendances: Mapping[str, int]


def send_back(
    engine: Engine, actor: Actor, submission_id: int, message: str, cells: Sequence[QuotedCell] = ()
) -> int:
    """Return a file to its unit with a message and the cells it is about; gives the number of the word, for
    `undo`. Whether it was flagged does not matter; its rows go on counting, as provisional. Raises Refused,
    Denied."""
    require(actor, Right.DECIDE)
    with writing(engine) as connection:
        allow(connection, actor, Right.DECIDE, reach.of_submissions(connection, [submission_id]))
        return _say(connection, actor, submission_id, Verdict.RETURNED, message, cells)


def say(
    engine: Engine, actor: Actor, submission_id: int, verdict: Verdict, message: str, cells: Sequence[QuotedCell],
    seen: int | None,
) -> int:  # fmt: skip
    """A reviewer's word on a file; gives its number. `seen` is the number of the word in force that the person
    saw (None: there was none); where another one is by now, nothing is written. Raises Refused, Denied."""
    require(actor, Right.DECIDE)
    with writing(engine) as connection:
        allow(connection, actor, Right.DECIDE, reach.of_submissions(connection, [submission_id]))
        _refuse_unseen(connection, submission_id, seen)
        return _say(connection, actor, submission_id, verdict, message, cells)


def accept_all(engine: Engine, actor: Actor, seen: Mapping[int, int | None], reason: str) -> list[int]:
    """The figures of several files are accepted for one reason; gives the numbers of the words. `seen` has for
    each submission the word in force that the person saw: all or none. Raises Refused, Denied."""
    require(actor, Right.DECIDE)
    with writing(engine) as connection:
        allow(connection, actor, Right.DECIDE, reach.of_submissions(connection, list(seen)))
        if not clean(reason):
            raise Refused("Hãy ghi lý do chấp nhận nhiều tệp cùng lúc.")
        for number, word in seen.items():
            _refuse_unseen(connection, number, word)
        return [_say(connection, actor, number, Verdict.ACCEPTED, reason, ()) for number in seen]


def undo(engine: Engine, actor: Actor, numbers: Sequence[int]) -> None:
    """These words never were; what was said before them holds again. Raises Refused where one is not the last on
    its submission, Denied."""
    require(actor, Right.DECIDE)
    with writing(engine) as connection:
        allow(connection, actor, Right.DECIDE)
        for number in numbers:
            row = connection.execute(select(review.c.submission_id).where(review.c.id == number)).first()
            held = in_force(words(connection, [row.submission_id])) if row else None
            if held is None or held.id != number or held.verdict == Verdict.EARLIER:
                raise Refused(_CHANGED)
            undone = update(review).where(review.c.id == number).values(undone_at=datetime.now(UTC))
            connection.execute(undone)
            before, after = _told(held), _told(in_force(words(connection, [held.submission])))
            log.record(connection, actor, log.REVIEW_UNDONE, held.submission, before=before, after=after)
            review_sizes.take_back(connection, actor, number)
        ledger.next_version(connection)


def queue(engine: Engine) -> tuple[Waiting, ...]:
    """The files in review and those returned, the oldest first."""
    with reading(engine) as connection:
        found = waiting(connection)
        spoken = _units(connection, found)
        counted = _counted(connection, found)
        return tuple(
            _waiting(connection, number, one, spoken.get(number, ()), counted.get(number, {}))
            for number, one in found.items()
        )


def _say(
    connection: Connection, actor: Actor, submission_id: int, verdict: Verdict, message: str, cells: Sequence[QuotedCell]
) -> int:  # fmt: skip
    found, message = find(connection, submission_id), message.strip()
    if found is None or found.state != "accepted":
        raise Refused(f"Lần nộp số {submission_id} hiện không được tính nên không có gì để duyệt.")
    if verdict == Verdict.RETURNED and not message:
        raise Refused("Hãy ghi điều đơn vị cần sửa.")
    if verdict == Verdict.EARLIER:
        raise ValueError("nobody says so")
    before = in_force(words(connection, [submission_id]))
    now = datetime.now(UTC)
    values = {
        "submission_id": submission_id, "verdict": verdict.value, "message": message,
        "cells": [asdict(cell) for cell in cells[:_SHOWN_CELLS]], "actor_id": actor.id, "said_by": actor.name,
        "said_at": now,
    }  # fmt: skip
    number = int(connection.scalars(insert(review).values(values).returning(review.c.id)).one())
    if verdict == Verdict.ACCEPTED:
        reason = clean(message) or f"Chấp nhận khi duyệt lần nộp số {submission_id}"
        review_sizes.confirm(connection, actor, submission_id, reason, now)
    ledger.next_version(connection)
    action = log.REVIEW_RETURNED if verdict == Verdict.RETURNED else log.REVIEW_ACCEPTED
    after = _state(verdict, message)
    log.record(
        connection, actor, action, submission_id, {"cells": len(cells)}, before=_told(before), after=after
    )
    return number


def _refuse_unseen(connection: Connection, submission_id: int, seen: int | None) -> None:
    held = in_force(words(connection, [submission_id]))
    if (held.id if held else None) != seen:
        raise Refused(_CHANGED)


def _told(word: Word | None) -> dict[str, str] | None:
    return None if word is None else _state(word.verdict, word.message)


def _state(verdict: Verdict, message: str) -> dict[str, str]:
    """What the log says of a word. A message to a unit quotes cells, and no word of a cell stands in the log."""
    reason = {"reason": message} if verdict == Verdict.ACCEPTED and message else {}
    return {"review": verdict.value, **reason}


def _waiting(
    connection: Connection, number: int, one: Standing, units: tuple[str, ...],
    counted: Mapping[str, tuple[int, int]],
) -> Waiting:  # fmt: skip
    activities = {kind: many for kind, (many, _) in counted.items() if many}
    seats = {kind: many for kind, (_, many) in counted.items() if many}
    return Waiting(
        ledger.required(connection, number),
        units,
        one.state,
        one.reasons,
        one.word,
        one.rows,
        activities,
        seats,
    )


def _units(connection: Connection, numbers: Mapping[int, Standing]) -> dict[int, tuple[str, ...]]:
    table = submission_unit.c
    found: dict[int, list[str]] = {}
    query = select(table.submission_id, table.unit).where(table.submission_id.in_(list(numbers)))
    for number, unit in connection.execute(query.order_by(table.submission_id, table.unit)):
        found.setdefault(number, []).append(unit)
    return {number: tuple(codes) for number, codes in found.items()}


def _counted(
    connection: Connection, numbers: Mapping[int, Standing]
) -> dict[int, dict[str, tuple[int, int]]]:
    """Activities and attendances of each file that count, by kind."""
    table = activity.c
    query = (
        select(table.submission_id, table.kind, func.sum(table["count"]), func.sum(table.seats))
        .where(table.submission_id.in_(list(numbers)), table.active, table.kind.is_not(None))
        .group_by(table.submission_id, table.kind)
    )
    found: dict[int, dict[str, tuple[int, int]]] = {}
    for number, kind, many, seats in connection.execute(query):
        found.setdefault(number, {})[kind] = (int(many or 0), int(seats or 0))
    return found
