"""Targets as they were stated through time, and their change from a screen: a file like any other, with
what it takes away, in one transaction."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, select

from access import Actor, Right, require
from program.contract import Report
from program.progress import TargetRow
from program.targets.history import Statement
from storage.database import reading, writing
from storage.guard import allow
from storage.intake.accepting import allow_accepting, may_accept, take
from storage.receipt import Receipt
from storage.refusals import Refused
from storage.schema import removal, replacement, submission, target

_STATES = ("accepted", "superseded")
_WHAT = (target.c.indicator, target.c.unit, target.c.start_date, target.c.end_date, target.c.authority)
_SAID = (target.c.value, target.c.document)
_WHO = (submission.c.uploaded_by, submission.c.decided_at)


@dataclass(frozen=True)
class RowKey:
    """What a row of a target is known by, whatever its value."""

    indicator: str
    unit: str
    start: date
    end: date
    authority: str


def read(engine: Engine) -> tuple[Statement, ...]:
    """`statements` of all units."""
    with reading(engine) as connection:
        return statements(connection)


def statements(connection: Connection, units: Collection[str] | None = None) -> tuple[Statement, ...]:
    """What every submission that counts, or that another one took the place of, says of targets; of some
    units only, if they are given. In order of the records."""
    replaced = (
        select(replacement.c.replaced_id, submission.c.decided_at)
        .join(submission, submission.c.id == replacement.c.submission_id)
        .where(submission.c.state.in_(_STATES))
    )
    until = dict(map(tuple, connection.execute(replaced)))
    stated = select(*_WHAT, *_SAID, target.c.id, submission.c.id, *_WHO).join(
        submission, submission.c.id == target.c.submission_id
    )
    gone = (
        select(*_WHAT, *_SAID, removal.c.record_id, submission.c.id, *_WHO)
        .join(removal, (removal.c.record_id == target.c.id) & (removal.c.table_name == target.name))
        .join(submission, submission.c.id == removal.c.submission_id)
    )
    found = [
        _statement(row, until, removes)
        for query, removes in ((stated, False), (gone, True))
        for row in connection.execute(_of(query, units))
    ]
    return tuple(sorted(found, key=lambda s: (s.record, s.removes)))


def save(
    engine: Engine,
    actor: Actor,
    file_name: str,
    raw: bytes,
    report: Report,
    *,
    seen: Mapping[RowKey, float | None],
    removed: Sequence[RowKey] = (),
) -> Receipt:
    """Accept a checked file of targets, and take rows away with it; withdrawing the submission undoes both.

    `seen` is what the person saw of each row to be changed (None: no such row): where it is no longer so,
    nothing is written. Raises Refused, Denied.
    """
    require(actor, Right.MANAGE_TARGETS)
    may_accept(actor, report, {})
    with writing(engine) as connection:
        allow(connection, actor, Right.MANAGE_TARGETS)
        allow_accepting(connection, actor, raw, report, {})
        held = _held(connection)
        for key, value in seen.items():
            if (held[key][1] if key in held else None) != value:
                raise Refused("Mục tiêu vừa được người khác thay đổi. Hãy xem lại số mới rồi lưu lại.")
        gone = [held[key][0] for key in removed if key in held]
        return take(connection, actor, file_name, raw, report, {"remove_targets": gone})


def _of(query: Select[Any], units: Collection[str] | None) -> Select[Any]:
    query = query.where(submission.c.state.in_(_STATES))
    return query if units is None else query.where(target.c.unit.in_(units))


def _statement(row: Row[Any], until: Mapping[int, Any], removes: bool) -> Statement:
    indicator, unit, start, end, authority, value, document, record, number, by, at = tuple(row)
    stated = TargetRow(start, end, float(value), authority, document)
    return Statement(indicator, unit, stated, record, number, by, at, until.get(number), removes)


def _held(connection: Connection) -> dict[RowKey, tuple[int, float]]:
    """The rows that are held, each with the number of its record and its value."""
    rows = connection.execute(select(*_WHAT, target.c.id, target.c.value).where(target.c.held))
    return {RowKey(*row[:5]): (row[5], float(row[6])) for row in rows}
