"""Officials who are their units' contacts: read by those who may, changed from a screen as a file is.

Nothing else reads the register. What stands here goes into no log entry and no sentence of a refusal.
"""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import Connection, Engine, select

from access import Actor, Right
from program.contacts.contact import Details, Statement, Tenure, current, tenures
from program.contract import Report
from storage.access.guard import allow
from storage.database import reading, writing
from storage.intake.accepting import allow_accepting, may_accept, take
from storage.receipt import Receipt
from storage.records.statements import Word, replaced_at, words
from storage.refusals import Refused
from storage.schema import focal_point

_SAID = (
    focal_point.c.unit,
    focal_point.c.natural_key,
    *(focal_point.c[name] for name in Details.__dataclass_fields__),
)


def contacts(engine: Engine, actor: Actor, day: date) -> dict[str, tuple[Tenure, ...]]:
    """The contacts of each unit on a day, as far as the actor may read them; units without one are left out.
    Raises Denied."""
    return current(tenures(read(engine, actor)), day)


def read(engine: Engine, actor: Actor) -> tuple[Statement, ...]:
    """What every submission that counts, or that another one took the place of, says of contacts: of all units
    for who may read contacts, of the own ones for a unit's reporter. Raises Denied."""
    with reading(engine) as connection:
        allow_contacts(connection, actor)
        return _statements(connection, actor.units)


def allow_contacts(connection: Connection, actor: Actor) -> None:
    """Raises Denied unless the actor may read the contacts of all units, or those of the units within reach."""
    if actor.units is None:
        allow(connection, actor, Right.READ_CONTACTS)
    else:
        allow(connection, actor, Right.READ_FILES, actor.units)


def save(
    engine: Engine, actor: Actor, file_name: str, raw: bytes, report: Report, *, unit: str, seen: Collection[int]
) -> Receipt:  # fmt: skip
    """Accept a checked file of one unit's contacts; withdrawing the submission undoes it.

    `seen` are the numbers of the unit's records that the person saw: where others hold by now, nothing is
    written. Raises Refused, Denied.
    """
    may_accept(actor, report, {"unit": unit})
    with writing(engine) as connection:
        allow_accepting(connection, actor, raw, report, {"unit": unit})
        if _held(connection, unit) != set(seen):
            raise Refused(
                "Đầu mối của đơn vị vừa được người khác thay đổi. Hãy tải lại trang, xem lại rồi ghi lại."
            )
        return take(connection, actor, file_name, raw, report, {"unit": unit})


def _held(connection: Connection, unit: str) -> set[int]:
    query = select(focal_point.c.id).where(focal_point.c.unit == unit, focal_point.c.held)
    return set(connection.scalars(query))


def _statements(connection: Connection, units: Collection[str] | None) -> tuple[Statement, ...]:
    """In order of the records."""
    until = replaced_at(connection)
    found = [_statement(word, until) for word in words(connection, focal_point, _SAID, units)]
    return tuple(sorted(found, key=lambda s: (s.record, s.removes)))


def _statement(word: Word, until: Mapping[int, datetime]) -> Statement:
    unit, key, *said = word.said
    return Statement(
        unit,
        Details(*said),
        bytes(key),
        word.record,
        word.submission,
        word.by,
        word.at,
        until.get(word.submission),
        word.removes,
        word.holds,
    )
