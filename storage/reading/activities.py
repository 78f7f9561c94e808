"""The rows behind every number: filtered, ordered and paged by the database."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Engine, Select, and_, false, func, or_, select

from program.conflicts.running import Added
from program.filters import CITY, Filters, Lacking, RowState
from program.measures.analysis import default_as_of
from program.measures.sizes import is_unusual
from program.text import fold
from storage.conflicts import running, running_rows, sizes
from storage.database import reading
from storage.reading.activity_columns import SELECTED, Row, Told
from storage.reviewing.states import waiting
from storage.schema import ATTENDANCE_COLUMNS, activity, attendance_column, submission

_ORDERS: dict[str, list[ColumnElement[Any]]] = {
    "-date": [activity.c.counted_on.desc(), activity.c.id.desc()],
    "date": [activity.c.counted_on, activity.c.id],
    "-attendances": [activity.c.seats.desc(), activity.c.id.desc()],
    "attendances": [activity.c.seats, activity.c.id],
}
ORDERS = tuple(_ORDERS)


@dataclass(frozen=True, eq=False)
class RowPage:
    """One page of rows. `total_rows` and `totals` speak of all rows of the view; `totals` gives for each
    kind `rows`, `count` (classes or sessions) and `attendances`, which are those of the audience when the
    view has one, and those of no said audience in a view of what lacks it. A declaration of zero that names no kind is in `total_rows` only."""

    rows: list[Row]
    total_rows: int
    totals: Mapping[str, Mapping[str, int]]


Totals = Mapping[str | None, Mapping[str, int]]


def page(
    engine: Engine, filters: Filters, limit: int = 50, offset: int = 0, order: str = "-date",
    totals: Totals | None = None,
) -> RowPage:  # fmt: skip
    """The rows of a view from `offset` on, at most `limit`. `order` is one of ORDERS. Each is a dict, with None for what
    was not given. `totals` are those of all rows of the view where they are known (`program.measures.sums.of_rows`); else the
    database adds them up.

    Columns: id, unit, unit_name, kind, title, start_date, end_date, counted_on, count, delivery,
    organiser, ward, school, att_<audience>…, attendances_total, female, basis, submission_id,
    file_name, sheet, row, uploaded_by, uploaded_at (UTC), size_reason (why somebody said that its unusual size is
    right), review (`official`, or `provisional` where the file waits for a reviewer or was returned); of running totals
    the numbers are what they count and the days those of it, the order is that of what they say, and `said_from`,
    `said_count`, `said_attendances` are what stands in the file.
    """
    with reading(engine) as connection:
        ground = _Ground(connection)
        rows = connection.execute(ground.rows((filters,), order).limit(limit).offset(offset)).all()
        totals = ground.totals(filters) if totals is None else totals
    total_rows = sum(total["rows"] for total in totals.values())
    return RowPage(
        ground.told(rows).single(), total_rows, {kind: total for kind, total in totals.items() if kind}
    )


def totals(engine: Engine, filters: Filters) -> dict[str, dict[str, int]]:
    """The `totals` of `page`, without any row."""
    with reading(engine) as connection:
        found = _Ground(connection).totals(filters)
    return {kind: total for kind, total in found.items() if kind}


def one(engine: Engine, identity: int) -> Row | None:
    """The row of this number as those of `page`; None where it does not count."""
    query = select(*SELECTED).join(submission, submission.c.id == activity.c.submission_id)
    with reading(engine) as connection:
        rows = connection.execute(query.where(activity.c.active, activity.c.id == identity)).all()
        found = _Ground(connection).told(rows).single()
    return found[0] if found else None


def stream(
    engine: Engine, *views: Filters, chunk: int = 5000, order: str = "-date"
) -> Iterator[pd.DataFrame]:
    """All rows of a view in frames of at most `chunk` rows: the rows, order and columns of `page`, as
    they were at one moment. Of several views each row that is in one of them, once. At least one frame, so that
    the columns are known."""
    with reading(engine) as connection:
        ground = _Ground(connection)
        result = connection.execution_options(yield_per=chunk).execute(ground.rows(views, order))
        empty = True
        for rows in result.partitions():
            empty = False
            yield ground.told(rows).frame()
        if empty:
            yield ground.told([]).frame()


class _Ground:
    """What rows are chosen and shown by at one moment: the files that wait for a reviewer, the running totals."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._unsettled = list(waiting(connection))
        self._running = running.added(connection)

    def rows(self, views: Sequence[Filters], order: str) -> Select[Any]:
        query = select(*SELECTED).join(submission, submission.c.id == activity.c.submission_id)
        any_of = or_(*(and_(*self._conditions(filters)) for filters in views))
        return query.where(any_of).order_by(*_ORDERS[order])

    def _conditions(self, filters: Filters) -> list[ColumnElement[bool]]:
        as_of = filters.as_of or default_as_of()
        end = min(filters.period.end, as_of)
        conditions: list[ColumnElement[bool]] = [
            activity.c.active,
            activity.c.counted_on.between(filters.period.start, end),
            activity.c.in_city if filters.unit == CITY else activity.c.unit == filters.unit,
        ]
        if filters.kind is not None:
            conditions.append(activity.c.kind == filters.kind.value)
        if filters.delivery is not None:
            conditions.append(activity.c.delivery == filters.delivery.value)
        if filters.audience is not None:
            name = attendance_column(filters.audience)
            conditions.append(self._counted(activity.c[name] > 0, lambda told: (told.numbers[name] or 0) > 0))
        if filters.unusual:
            conditions.append(self._counted(sizes.unusual(), _is_unusual))
        if filters.since is not None:
            conditions.append(activity.c.counted_on >= filters.since)
        if filters.state is not None:
            provisional = activity.c.submission_id.in_(self._unsettled)
            conditions.append(provisional if filters.state == RowState.PROVISIONAL else ~provisional)
        if filters.lacking == Lacking.COUNT:
            conditions += [activity.c.kind.is_not(None), activity.c["count"].is_(None)]
        if filters.lacking == Lacking.AUDIENCE:
            undivided = activity.c.seats > _divided()
            conditions.append(self._counted(undivided, lambda told: _rest(told.numbers) > 0))
        if filters.text.strip():
            words = fold(filters.text)
            # Only signs: nothing in the folded words can match.
            conditions.append(activity.c.search.contains(words, autoescape=True) if words else false())
        return conditions

    def _counted(self, condition: ColumnElement[bool], test: Callable[[Added], bool]) -> ColumnElement[bool]:
        return running_rows.fits(self._running, condition, test)

    def totals(self, filters: Filters) -> dict[str | None, dict[str, int]]:
        name = "seats" if filters.audience is None else attendance_column(filters.audience)
        column: ColumnElement[int] = activity.c[name]
        rest = filters.lacking == Lacking.AUDIENCE and filters.audience is None
        if rest:
            column = column - _divided()
        conditions = self._conditions(filters)
        query = (
            select(activity.c.kind, func.count(), func.sum(activity.c["count"]), func.sum(column))
            .where(*conditions)
            .group_by(activity.c.kind)
            .order_by(activity.c.kind)
        )
        said = self._connection.execute(query).all()
        less = running_rows.less(
            self._connection, self._running, conditions, _rest if rest else lambda told: told[name] or 0
        )
        found = {}
        for kind, rows, count, attendances in said:
            fewer, sat = less.get(kind, (0, 0))
            found[kind] = {
                "rows": rows,
                "count": int(count or 0) - fewer,
                "attendances": int(attendances) - sat,
            }
        return found

    def told(self, rows: Sequence[Any]) -> Told:
        told = Told.of(rows, self._unsettled)
        running_rows.shown(told.columns, self._running)
        return told


def _divided() -> ColumnElement[int]:
    """The attendances of a row whose audience it says."""
    first, *others = (func.coalesce(activity.c[name], 0) for name in ATTENDANCE_COLUMNS)
    return sum(others, first)


def _rest(numbers: Mapping[str, int | None]) -> int:
    """Those of which nobody says of what audience."""
    return (numbers["seats"] or 0) - sum(numbers[name] or 0 for name in ATTENDANCE_COLUMNS)


def _is_unusual(told: Added) -> bool:
    given = any(told.numbers[name] is not None for name in ("attendances_total", *ATTENDANCE_COLUMNS))
    return given and is_unusual(told.kind, told.numbers["count"], told.numbers["seats"])
