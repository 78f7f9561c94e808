"""What an accepted submission said and what came of it, read back for its receipt."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, case, func, or_, select

import program.submissions.counted
from access import Actor
from program import units
from program.measures.counting import counted_on
from program.submissions.counted import Counted
from program.text import collation_key
from storage.conflicts import running
from storage.conflicts.decisions import Decided, decided
from storage.database import reading
from storage.intake.history import allow_reading
from storage.journal import log, names
from storage.records.rows import Row
from storage.schema import (
    ATTENDANCE_COLUMNS,
    RECORD_TABLES,
    activity,
    event,
    removal,
    submission,
    submission_unit,
    user_account,
)

ROWS_SHOWN = 200


@dataclass(frozen=True)
class Outcome:
    """When a submission was accepted and by whom, its rows by what became of them, and the version of the data that
    showed it (None where the log does not say)."""

    at: datetime
    by: str
    new: int
    changed: int
    unchanged: int
    removed: int
    data_version: int | None


def outcome(engine: Engine, submission_id: int) -> Outcome | None:
    """What came of a submission when it was accepted; None for one that never was."""
    query = (
        select(event.c.at, event.c.actor, user_account.c.name, event.c.detail)
        .join(user_account, user_account.c.login == event.c.actor, isouter=True)
        .where(event.c.submission_id == submission_id, event.c.action == log.ACCEPTED)
        .order_by(event.c.id.desc())
        .limit(1)
    )
    with reading(engine) as connection:
        found = connection.execute(query).first()
    if found is None:
        return None
    at, login, account, detail = found
    new, changed, unchanged, removed = (
        detail.get(name, 0) for name in ("new", "changed", "unchanged", "removed")
    )
    return Outcome(
        at, names.name(login, account), new, changed, unchanged, removed, detail.get("data_version")
    )


def counted(engine: Engine, submission_id: int) -> tuple[Counted, ...]:
    """What the activities of a submission say, in order of unit, year and kind."""
    given = or_(*(activity.c[name].is_not(None) for name in ("attendances_total", *ATTENDANCE_COLUMNS)))
    query = (
        select(
            activity.c.unit,
            activity.c.counted_on,
            activity.c.kind,
            func.count(),
            func.sum(activity.c["count"]),
            func.sum(case((given, activity.c.seats))),
        )
        .where(activity.c.submission_id == submission_id)
        .group_by(activity.c.unit, activity.c.kind, activity.c.counted_on)
    )
    with reading(engine) as connection:
        parts = [
            (unit, day, kind, rows, _whole(count), _whole(seats))
            for unit, day, kind, rows, count, seats in connection.execute(query)
        ]
        # Of totals from the beginning of the year on only the longest is the sum.
        for row, count, seats in running.said_again(connection, submission_id):
            day = counted_on(row["start_date"], row["end_date"], row["basis"])
            parts.append(
                (
                    row["unit"],
                    day,
                    row["kind"],
                    0,
                    program.submissions.counted.minus(count),
                    program.submissions.counted.minus(seats),
                )
            )
    return program.submissions.counted.counted(parts)


def units_of(engine: Engine, submission_id: int) -> list[str]:
    """The codes of the units that a submission speaks of, in the order of their names."""
    query = select(submission_unit.c.unit).where(submission_unit.c.submission_id == submission_id)
    with reading(engine) as connection:
        return sorted(connection.scalars(query), key=lambda code: (collation_key(units.label(code)), code))


def removed_rows(engine: Engine, actor: Actor, submission_id: int) -> list[Row]:
    """Rows of earlier files that a submission says are gone, with `file_name`; at most ROWS_SHOWN. Of other
    units' rows those are left out that the actor does not reach. Raises Denied."""
    found: list[Row] = []
    with reading(engine) as connection:
        allow_reading(connection, actor, submission_id)
        for table in RECORD_TABLES:
            query = (
                select(*table.c, submission.c.file_name)
                .join(removal, removal.c.record_id == table.c.id)
                .join(submission, submission.c.id == table.c.submission_id)
                .where(removal.c.submission_id == submission_id, removal.c.table_name == table.name)
                .order_by(table.c.id)
                .limit(ROWS_SHOWN - len(found))
            )
            if actor.units is not None:
                query = query.where(table.c.unit.in_(actor.units))
            found += [dict(row) for row in connection.execute(query).mappings()]
    return found


def decided_with(engine: Engine, submission_id: int) -> list[Decided]:
    """The decisions that were taken while accepting a submission and are in force."""
    query = select(event.c.detail).where(
        event.c.submission_id == submission_id, event.c.action == log.DECIDED
    )
    with reading(engine) as connection:
        numbers = {pair for detail in connection.scalars(query) for pair in detail.items()}
    if not numbers:
        return []
    return decided(engine, lambda subject, row: (f"{subject}_decision", row["id"]) in numbers)


def _whole(value: Any) -> int | None:
    """PostgreSQL sums whole numbers to decimals."""
    return None if value is None else int(value)
