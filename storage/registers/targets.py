"""Targets as they were stated through time, and their change from a screen: a file like any other, with
what it takes away, in one transaction."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Engine, select

from access import Actor, Right, require
from program.contract import Report
from program.targets.history import Statement
from program.targets.progress import TargetRow
from storage.access.guard import allow
from storage.database import reading, writing
from storage.intake.accepting import allow_accepting, may_accept, take
from storage.receipt import Receipt
from storage.records.statements import Word, replaced_at, words
from storage.refusals import Refused
from storage.schema import target

_WHAT = (target.c.indicator, target.c.unit, target.c.start_date, target.c.end_date, target.c.authority)
_SAID = (target.c.value, target.c.document)


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
    until = replaced_at(connection)
    found = [_statement(word, until) for word in words(connection, target, (*_WHAT, *_SAID), units)]
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


def _statement(word: Word, until: Mapping[int, datetime]) -> Statement:
    indicator, unit, start, end, authority, value, document = word.said
    stated = TargetRow(start, end, float(value), authority, document)
    return Statement(
        indicator,
        unit,
        stated,
        word.record,
        word.submission,
        word.by,
        word.at,
        until.get(word.submission),
        word.removes,
    )


def _held(connection: Connection) -> dict[RowKey, tuple[int, float]]:
    """The rows that are held, each with the number of its record and its value."""
    rows = connection.execute(select(*_WHAT, target.c.id, target.c.value).where(target.c.held))
    return {RowKey(*row[:5]): (row[5], float(row[6])) for row in rows}
