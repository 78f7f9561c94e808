"""Rows of unusual size, and those of which somebody said that they are right as they were reported."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Engine, Exists, and_, exists, or_, select

from access import Actor
from program.contract import IssueCode
from program.measures.sizes import PLAUSIBLE
from storage.frames import frame
from storage.intake.history import issues
from storage.portions import portions
from storage.schema import ATTENDANCE_COLUMNS, activity, size_decision


def unusual() -> ColumnElement[bool]:
    """As `program.measures.sizes` counts them: attendances given, and for each activity fewer or more than usual."""
    given = or_(*(activity.c[name].is_not(None) for name in ("attendances_total", *ATTENDANCE_COLUMNS)))
    outside = [
        and_(
            activity.c.kind == kind.value,
            or_(
                activity.c.seats < least * activity.c["count"], activity.c.seats > most * activity.c["count"]
            ),
        )
        for kind, (least, most) in PLAUSIBLE.items()
    ]
    return and_(activity.c["count"] >= 1, given, or_(*outside))


def unconfirmed() -> ColumnElement[bool]:
    """Those of which nobody said that they are right."""
    return and_(unusual(), ~_confirmed())


def waiting(connection: Connection) -> Iterator[tuple[int, bytes, str, str, date, int, int, int]]:
    """The rows of unusual size that count and of which nobody said that they are right: `id`, `natural_key`,
    `unit`, `kind`, `counted_on`, `count`, `seats`, `submission_id`."""
    names = ("id", "natural_key", "unit", "kind", "counted_on", "count", "seats", "submission_id")
    query = select(*(activity.c[name] for name in names)).where(activity.c.active, unconfirmed())
    return map(tuple, connection.execute(query))


def held(connection: Connection, key: bytes, count: int, seats: int) -> str | None:
    """The unit of the held row of a natural key while it says these numbers; else None."""
    table = activity
    query = select(table.c.unit).where(
        table.c.held, table.c.natural_key == key, table.c["count"] == count, table.c.seats == seats
    )
    return connection.scalars(query).first()


def reason() -> ColumnElement[str | None]:
    """Why somebody said of the size of a row that it is right; null of a row of which nobody did."""
    said = size_decision.c
    latest = select(said.reason).where(_about_the_row()).order_by(said.id.desc()).limit(1)
    return latest.correlate(activity).scalar_subquery().label("size_reason")


def confirmed_days(connection: Connection, units: Collection[str] | None = None) -> pd.DataFrame:
    """The rows of unusual size that count and were said to be right: unit, kind, counted_on, in_city. Asked for
    by their keys, which are few."""
    types = {"unit": "str", "kind": "str", "counted_on": "datetime64[s]", "in_city": "bool"}
    keys = connection.scalars(select(size_decision.c.natural_key).where(size_decision.c.undone_at.is_(None)))
    rows: list[tuple[Any, ...]] = []
    for some in portions(sorted(set(keys))):
        query = select(*(activity.c[name] for name in types)).where(
            activity.c.natural_key.in_(some), activity.c.active, unusual(), _confirmed()
        )
        if units is not None:
            query = query.where(activity.c.unit.in_(sorted(units)))
        rows += [tuple(row) for row in connection.execute(query)]
    return frame(rows, types)


def quoted(engine: Engine, actor: Actor, submission_id: int, sheet: str, row: int) -> tuple[str, str | None]:
    """The cell that the check of a file found to be of unusual size in a row, and what stood there; the row's
    first cell where the check has none. Raises Denied for who may not read the file."""
    for one in issues(engine, actor, submission_id):
        cell = one["cell"] or ""
        if one["code"] == IssueCode.IMPLAUSIBLE_SIZE and one["sheet"] == sheet and _row_of(cell) == row:
            return cell, one["found"]
    return f"A{row}", None


def _row_of(cell: str) -> int | None:
    digits = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits) if digits.isdecimal() else None


def _confirmed() -> Exists:
    return exists().where(_about_the_row()).correlate(activity)


def _about_the_row() -> ColumnElement[bool]:
    """A decision in force about a row, whose numbers are those that it was about."""
    said = size_decision.c
    return and_(
        said.natural_key == activity.c.natural_key,
        said["count"] == activity.c["count"],
        said.seats == activity.c.seats,
        said.undone_at.is_(None),
    )
