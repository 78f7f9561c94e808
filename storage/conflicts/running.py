"""Running totals among what counts (`program.conflicts.running`): what each of them counts, and on which day.

The row keeps what its file says. Its day (`counted_on`) is that of what it counts; its numbers are told by `added` to
whoever reads rows that count."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, type_coerce, update
from sqlalchemy.types import NullType

from program.conflicts.running import SAID, WORDS, Added, line_of, next_shorter, twice
from program.conflicts.running import added as what_is_added
from program.measures.counting import counted_on
from program.vocabulary import Basis
from storage.conflicts.basis_records import SUMMARY
from storage.portions import A_QUERY, portions
from storage.schema import activity

# So many keys of groups are asked for at once: SQLite takes a thousand alternatives.
_KEYS = 300


def added(connection: Connection, units: Collection[str] | None = None) -> dict[int, Added]:
    """What the running totals of these units or all count, by their ids."""
    table = activity
    own = () if units is None else (table.c.unit.in_(sorted(units)),)
    groups = _groups(connection, own, lambda rows: (rows.c.held, rows.c.set_aside.is_(None)))
    return {
        rows[longer]["id"]: what_is_added(rows[shorter], rows[longer])
        for rows in groups
        for longer, shorter in next_shorter(rows).items()
    }


def said_again(
    connection: Connection, submission_id: int
) -> list[tuple[Mapping[str, Any], int | None, int | None]]:
    """Rows of a submission that longer running totals of it say again, with how many activities and attendances."""
    groups = _groups(connection, (), lambda rows: (rows.c.submission_id == submission_id,))
    return [found for rows in groups for found in twice(rows)]


def _groups(
    connection: Connection, own: Iterable[ColumnElement[bool]], which: Callable[[Any], Iterable[ColumnElement[bool]]]
) -> Iterable[list[Mapping[str, Any]]]:  # fmt: skip
    """Summaries of one unit, kind and first day of which there are several with different last days, `which` of all."""
    table = activity
    key = (table.c.unit, table.c.kind, table.c.start_date)
    some = (
        *own,
        table.c.basis == SUMMARY,
        *which(table),
        *(column.is_not(None) for column in (*key, table.c.end_date)),
    )
    # A look at the index of summaries, with nothing to read in most stores.
    several = select(*key).where(*some).group_by(*key)
    several = several.having(func.min(table.c.end_date) < func.max(table.c.end_date))
    names = ("id", "unit", "kind", "basis", "start_date", "end_date", "counted_on", *SAID, *WORDS)
    groups: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
    for keys in portions(connection.execute(several).all(), _KEYS):
        of = or_(*(and_(*(c == value for c, value in zip(key, one, strict=True))) for one in keys))
        query = select(*(table.c[name] for name in names)).where(*some, of).order_by(table.c.id)
        for row in connection.execute(query).mappings():
            told = {**row, "line": line_of(row[name] for name in WORDS)}
            groups.setdefault((row["unit"], row["kind"], row["start_date"]), []).append(told)
    return groups.values()


def counting(
    connection: Connection, names: Sequence[str], conditions: Sequence[ColumnElement[bool]],
    units: Collection[str] | None,
) -> Iterator[Sequence[Any]]:  # fmt: skip
    """Rows that count under these conditions (of these units or all), in order of their ids and in portions: the
    columns as the driver gives them, of running totals the numbers that they count."""
    totals = added(connection, units)
    # Without a type the driver's own values pass: no conversion per cell.
    columns = [type_coerce(activity.c[name], NullType()).label(name) for name in names]
    query = select(activity.c.id, *columns) if totals else select(*columns)
    query = query.where(*conditions).order_by(activity.c.id)
    for rows in connection.execution_options(yield_per=A_QUERY).execute(query).partitions():
        if not totals:
            yield rows
            continue
        yield [
            tuple(totals[number].numbers.get(name, value) for name, value in zip(names, row, strict=True))
            if number in totals
            else row
            for number, *row in rows
        ]


def set_days(connection: Connection, records: pd.DataFrame, below: Mapping[int, int]) -> None:
    """Every summary counts on its day (`moved`)."""
    for number, day in moved(records, below):
        connection.execute(update(activity).where(activity.c.id == number).values(counted_on=day))


def moved(records: pd.DataFrame, below: Mapping[int, int]) -> Iterator[tuple[int, date]]:
    """Summaries that are to count on another day than they do, by their ids: running totals (places in the records of
    `basis_records`, each with that of the next shorter one) on a day after the shorter one, all others in the middle of
    their days."""
    summaries = records[records["basis"] == Basis.SUMMARY]
    own = zip(summaries.index, summaries["id"], summaries["start_date"], summaries["end_date"],
              summaries["counted_on"], strict=True)  # fmt: skip
    for place, number, start, end, now in own:
        first = start if place not in below else records["end_date"].iloc[below[place]] + pd.Timedelta(days=1)
        day = counted_on(first.date(), end.date(), Basis.SUMMARY)
        if day != now.date():
            yield int(number), day
