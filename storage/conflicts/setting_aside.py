"""Which held records do not count: the other row of a decided twin, and one basis where a summary stands
beside finer records. The rules are those of `program.conflicts.twins` and `program.conflicts.overlaps`.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import Connection, select, union, update

from program.conflicts.crossings import CrossingVerdict, CrossingVerdicts
from program.conflicts.overlaps import Overlap, Verdicts
from program.conflicts.settling import Settled, settled
from program.conflicts.twins import TwinDecision, not_counted
from storage.conflicts import running
from storage.conflicts.basis_records import beside_summaries, summary_spans
from storage.portions import portions
from storage.schema import (
    activity,
    basis_decision,
    crossing_decision,
    removal,
    submission_unit,
    twin_decision,
)

_TOLD = select(activity.c.natural_key, activity.c.id, activity.c.unit, activity.c.set_aside)


def refresh_for(connection: Connection, submission_ids: Sequence[int]) -> None:
    """`refresh` for the units of these submissions, and of the rows that they removed."""
    named, table = removal.c, activity
    speaks = select(submission_unit.c.unit).where(submission_unit.c.submission_id.in_(submission_ids))
    removes = (
        select(table.c.unit)
        .join(removal, (named.natural_key == table.c.natural_key) & (named.table_name == table.name))
        .where(named.submission_id.in_(submission_ids))
    )
    refresh(connection, set(connection.scalars(union(speaks, removes))))


def refresh(connection: Connection, units: Collection[str]) -> None:
    """Decide anew for the held records of these units, and wherever a decision about twins bears on
    others. To be called when held records or decisions changed; without summaries or decisions it costs
    next to nothing."""
    touched = _refresh_twins(connection)
    _refresh_bases(connection, {*units, *touched})


def twin_decisions(connection: Connection) -> list[TwinDecision]:
    """The decisions about twins that are not undone, oldest first."""
    table = twin_decision
    query = (
        select(table.c.first_key, table.c.second_key, table.c.verdict, table.c.reason)
        .where(table.c.undone_at.is_(None))
        .order_by(table.c.id)
    )
    return [TwinDecision(*row) for row in connection.execute(query)]


def held_twins(connection: Connection, decisions: Iterable[TwinDecision]) -> dict[bytes, Any]:
    """The held rows that decisions about twins name, by natural key, each with `id`, `unit` and `set_aside`."""
    named = {key for decision in decisions for key in (decision.first_key, decision.second_key)}
    held = {}
    for keys in portions(sorted(named)):
        rows = _TOLD.where(activity.c.held, activity.c.natural_key.in_(keys))
        held.update({row.natural_key: row for row in connection.execute(rows)})
    return held


def verdicts(connection: Connection) -> Verdicts:
    """Which basis was chosen, by unit, kind and days: the latest decision that is not undone."""
    table = basis_decision
    query = (
        select(table.c.unit, table.c.kind, table.c.start_date, table.c.end_date, table.c.verdict)
        .where(table.c.undone_at.is_(None))
        .order_by(table.c.id)
    )
    return {
        (unit, kind, start, end): verdict for unit, kind, start, end, verdict in connection.execute(query)
    }


def crossing_verdicts(connection: Connection) -> CrossingVerdicts:
    """What was chosen about summaries whose days cross: the latest decision that is not undone, the oldest of
    them first."""
    table = crossing_decision
    names = ("unit", "kind", "first_start", "first_end", "second_start", "second_end")
    query = (
        select(*(table.c[name] for name in names), table.c.verdict)
        .where(table.c.undone_at.is_(None))
        .order_by(table.c.id)
    )
    found: dict[tuple[str, str, date, date, date, date], CrossingVerdict] = {}
    for row in connection.execute(query):
        about = (row.unit, row.kind, row.first_start, row.first_end, row.second_start, row.second_end)
        found.pop(about, None)
        found[about] = row.verdict
    return found


def beside(connection: Connection, units: Collection[str] | None = None) -> tuple[pd.DataFrame, Settled]:
    """The summaries of these units or all with what stands beside them (`storage.conflicts.basis_records`), and what
    counts of them."""
    records = beside_summaries(connection, units)
    return records, settled(records, verdicts(connection), crossing_verdicts(connection))


def overlaps(connection: Connection, units: Collection[str] | None = None) -> tuple[Overlap, ...]:
    """Summaries of these units or all that are set aside for the finer records beside them."""
    # Where nobody gives summaries, as in most small stores, the rules need not be asked.
    return beside(connection, units)[1].overlaps if summary_spans(connection, units) else ()


def unsettled(connection: Connection) -> set[str]:
    """The units of which a summary, or what stands beside one, counts otherwise than the rules say: rows that an earlier
    release settled by rules of its own. Nothing is changed."""
    if not summary_spans(connection):
        return set()
    records, found = beside(connection)
    aside = set(records["id"][found.set_aside & ~records["twin"].to_numpy()].tolist())
    now = set(connection.scalars(select(activity.c.id).where(activity.c.set_aside == "basis")))
    wrong = (aside ^ now) | {number for number, _ in running.moved(records, found.below)}
    units: set[str] = set()
    for some in portions(sorted(wrong)):
        units.update(connection.scalars(select(activity.c.unit).where(activity.c.id.in_(some))))
    return units


def _refresh_twins(connection: Connection) -> set[str]:
    """Gives the units of which a record changed."""
    decisions = twin_decisions(connection)
    held = held_twins(connection, decisions)
    lost = not_counted(decisions, held.keys())
    before = connection.execute(_TOLD.where(activity.c.set_aside == "twin")).all()
    freed = [row for row in before if row.natural_key not in lost]
    taken = [held[key] for key in lost if held[key].set_aside != "twin"]
    _set(connection, [row.id for row in freed], None)
    _set(connection, [row.id for row in taken], "twin")
    return {row.unit for row in (*freed, *taken)}


def _refresh_bases(connection: Connection, units: Collection[str]) -> None:
    table = activity
    before: set[int] = set()
    for some in portions(sorted(units)):
        query = select(table.c.id).where(table.c.set_aside == "basis", table.c.unit.in_(some))
        before.update(connection.scalars(query))
    after: set[int] = set()
    # Most units give no summaries, and frames without a row would take half of the time of a small file.
    if summary_spans(connection, units):
        records, found = beside(connection, units)
        after = set(records["id"][found.set_aside & ~records["twin"].to_numpy()].tolist())
        running.set_days(connection, records, found.below)
    _set(connection, before - after, None)
    _set(connection, after - before, "basis")


def _set(connection: Connection, ids: Iterable[int], reason: str | None) -> None:
    for some in portions(sorted(ids)):
        connection.execute(
            update(activity)
            .where(activity.c.id.in_(some))
            .values(set_aside=reason, active=activity.c.held if reason is None else False)
        )
