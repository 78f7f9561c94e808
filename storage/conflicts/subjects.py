"""What decisions there are and what each is about; which may be taken by the way, while a file is accepted: about
its own rows and units, not over others."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, and_, select

from access import Actor
from program.conflicts.crossings import CrossingDecision
from program.conflicts.desk import Conflict
from program.conflicts.overlaps import BasisDecision
from program.conflicts.repeats import RepeatDecision
from program.conflicts.twins import TwinDecision, not_counted
from program.measures.sizes import SizeDecision
from program.vocabulary import Basis
from storage.conflicts import setting_aside, sizes
from storage.conflicts.near import NEW_FILE
from storage.schema import (
    activity,
    basis_decision,
    crossing_decision,
    repeat_decision,
    size_decision,
    twin_decision,
)

Subject = Literal["twin", "basis", "crossing", "size", "repeat"]
Decision = TwinDecision | BasisDecision | CrossingDecision | SizeDecision | RepeatDecision
TABLES: dict[Subject, Table] = {
    "twin": twin_decision,
    "basis": basis_decision,
    "crossing": crossing_decision,
    "size": size_decision,
    "repeat": repeat_decision,
}
KINDS: dict[Subject, type[Decision]] = {
    "twin": TwinDecision,
    "basis": BasisDecision,
    "crossing": CrossingDecision,
    "size": SizeDecision,
    "repeat": RepeatDecision,
}
VERDICTS: dict[Subject, tuple[str, ...]] = {
    "twin": ("different", "first", "second"),
    "basis": ("detail", "summary"),
    "crossing": ("both", "first", "second"),
    "size": ("plausible",),
    "repeat": ("plausible",),
}
# What two decisions about the same things have in common.
ABOUT: dict[Subject, tuple[str, ...]] = {
    "twin": ("first_key", "second_key"),
    "basis": ("unit", "kind", "start_date", "end_date"),
    "crossing": ("unit", "kind", "first_start", "first_end", "second_start", "second_end"),
    "size": ("natural_key", "count", "seats"),
    "repeat": ("unit", "first_submission", "second_submission"),
}


def subject_of(decision: Decision) -> Subject:
    """Which kind of decision it is."""
    return next(subject for subject, kind in KINDS.items() if isinstance(decision, kind))


def read(subject: Subject, row: Mapping[Any, Any]) -> Decision:
    """The decision that a row of its table holds."""
    return _made(subject, tuple(row[name] for name in (*ABOUT[subject], "verdict", "reason")))


def _made(subject: Subject, said: tuple[Any, ...]) -> Decision:
    kind: Callable[..., Decision] = KINDS[subject]
    return kind(*said)


def about_entry(entry: Conflict, verdict: str, reason: str) -> Decision:
    """The decision about an entry of the desk; of its verdicts `first` and `second` are its sources as they are shown,
    which may be the other way round than what the decision names."""
    if entry.turned:
        verdict = {"first": "second", "second": "first"}.get(verdict, verdict)
    return _made(entry.sort.value, (*entry.about, verdict, reason))


def in_force(connection: Connection, subject: Subject) -> dict[tuple[Any, ...], int]:
    """The numbers of the decisions of a kind that are in force, by what they are about."""
    table = TABLES[subject]
    query = select(table).where(table.c.undone_at.is_(None)).order_by(table.c.id)
    return {
        tuple(row[name] for name in ABOUT[subject]): row["id"] for row in connection.execute(query).mappings()
    }


def latest(connection: Connection, subject: Subject, about: Mapping[Any, Any]) -> RowMapping | None:
    """The decision in force about the same things as one with these values."""
    table = TABLES[subject]
    same = (table.c[name] == about[name] for name in ABOUT[subject])
    query = select(table).where(table.c.undone_at.is_(None), *same).order_by(table.c.id.desc()).limit(1)
    return connection.execute(query).mappings().first()


def spoken_of(connection: Connection, decision: Decision) -> tuple[set[str], bool]:
    """The units of what a decision is about, and whether all of that is held now."""
    table = activity
    held = select(table.c.unit).where(table.c.held)
    if isinstance(decision, TwinDecision):
        found = connection.scalars(
            held.where(table.c.natural_key.in_((decision.first_key, decision.second_key)))
        )
        rows = found.all()
        return set(rows), len(rows) == 2
    if isinstance(decision, SizeDecision):
        unit = sizes.held(connection, decision.natural_key, decision.count, decision.seats)
        return ({unit} if unit else set()), unit is not None
    wanted: list[ColumnElement[bool]]
    if isinstance(decision, RepeatDecision):
        numbers = (decision.first_submission, decision.second_submission)
        wanted = [table.c.submission_id == number for number in numbers]
    else:
        spans = (
            [(decision.start_date, decision.end_date)]
            if isinstance(decision, BasisDecision)
            else [(decision.first_start, decision.first_end), (decision.second_start, decision.second_end)]
        )
        kind = and_(table.c.kind == decision.kind, table.c.basis == Basis.SUMMARY.value)
        wanted = [and_(kind, table.c.start_date == a, table.c.end_date == b) for a, b in spans]
    own = held.where(table.c.unit == decision.unit).limit(1)
    return {decision.unit}, all(connection.scalars(own.where(one)).first() is not None for one in wanted)


def with_file(decision: Decision, submission_id: int) -> Decision:
    """A decision about a file in hand, now that it has its number."""
    if isinstance(decision, RepeatDecision) and decision.second_submission == NEW_FILE:
        return replace(decision, second_submission=submission_id)
    return decision


def beyond_the_file(
    connection: Connection, actor: Actor, submission_id: int, decisions: Sequence[Decision], units: Sequence[str]
) -> bool:  # fmt: skip
    """Whether decisions taken with a submission, whose rows are stored, say more than who hands it in may say:
    about none of its rows, about other units or files, or, of somebody who reaches some units only, against
    another person's decision or so that another unit's row does not count."""
    twins = [one for one in decisions if isinstance(one, TwinDecision)]
    if any(not _own(connection, submission_id, twin) for twin in twins):
        return True
    if any(not _of_the_file(one, submission_id, units) for one in decisions if one not in twins):
        return True
    if actor.units is None:
        return False
    before = (latest(connection, subject_of(one), vars(one)) for one in decisions)
    if any(one is not None and one["actor_id"] != actor.id for one in before):
        return True
    return any(not actor.reaches(unit) for unit in _set_aside_by(connection, twins))


def _of_the_file(decision: Decision, submission_id: int, units: Sequence[str]) -> bool:
    if isinstance(decision, RepeatDecision) and decision.second_submission != submission_id:
        return False
    return isinstance(decision, BasisDecision | CrossingDecision | RepeatDecision) and decision.unit in units


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
