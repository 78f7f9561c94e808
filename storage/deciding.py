"""What may be decided by the way, while a file is accepted: about its own rows and units, not over others."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from sqlalchemy import Connection, RowMapping, Table, select

from access import Actor
from program.overlaps import BasisDecision
from program.twins import TwinDecision, not_counted
from storage import setting_aside
from storage.schema import activity, basis_decision, twin_decision

Subject = Literal["twin", "basis"]
PAIR = ("first_key", "second_key")
DAYS = ("unit", "kind", "start_date", "end_date")
TABLES: dict[Subject, Table] = {"twin": twin_decision, "basis": basis_decision}
_ABOUT: dict[Subject, tuple[str, ...]] = {"twin": PAIR, "basis": DAYS}


def latest(connection: Connection, subject: Subject, about: Mapping[Any, Any]) -> RowMapping | None:
    """The decision in force about the same things as one with these values."""
    table = TABLES[subject]
    same = (table.c[name] == about[name] for name in _ABOUT[subject])
    query = select(table).where(table.c.undone_at.is_(None), *same).order_by(table.c.id.desc()).limit(1)
    return connection.execute(query).mappings().first()


def beyond_the_file(
    connection: Connection,
    actor: Actor,
    submission_id: int,
    twins: Sequence[TwinDecision],
    bases: Sequence[BasisDecision],
    units: Sequence[str],
) -> bool:
    """Whether decisions taken with a submission, whose rows are stored, say more than who hands it in may say:
    about none of its rows, about other units, or, of somebody who reaches some units only, against another
    person's decision or so that another unit's row does not count."""
    if any(not _own(connection, submission_id, twin) for twin in twins):
        return True
    if any(basis.unit not in units for basis in bases):
        return True
    if actor.units is None:
        return False
    told: list[tuple[Subject, Mapping[str, Any]]] = [("twin", vars(twin)) for twin in twins]
    told += [("basis", vars(basis)) for basis in bases]
    before = (latest(connection, subject, values) for subject, values in told)
    if any(one is not None and one["actor_id"] != actor.id for one in before):
        return True
    return any(not actor.reaches(unit) for unit in _set_aside_by(connection, twins))


def _own(connection: Connection, submission_id: int, twin: TwinDecision) -> bool:
    table = activity
    query = select(table.c.id).where(
        table.c.submission_id == submission_id, table.c.natural_key.in_((twin.first_key, twin.second_key))
    )
    return connection.scalars(query.limit(1)).first() is not None


def _set_aside_by(connection: Connection, twins: Sequence[TwinDecision]) -> set[str]:
    """The units of the rows that do not count any more with these decisions, also by way of a third row."""
    if not twins:
        return set()
    before = setting_aside.twin_decisions(connection)
    held = setting_aside.held_twins(connection, [*before, *twins])
    lost = not_counted([*before, *twins], held.keys()) - not_counted(before, held.keys())
    return {held[key].unit for key in lost}
