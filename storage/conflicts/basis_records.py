"""The held records that a choice of basis may concern: summaries, and details within the days of one."""

from collections.abc import Collection
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import BindParameter, Connection, bindparam, func, select

from program.conflicts.running import WORDS, line_of
from program.vocabulary import Basis
from storage.frames import frame
from storage.schema import ATTENDANCE_COLUMNS, activity

COLUMNS = (
    "unit",
    "kind",
    "basis",
    "start_date",
    "end_date",
    "counted_on",
    "count",
    "seats",
    *ATTENDANCE_COLUMNS,
    "attendances_total",
    "female",
)
# What a summary tells of: they become its `line`.
LINED = (*COLUMNS, *WORDS)
_TYPES = (
    dict.fromkeys(("unit", "kind", "basis"), "str")
    | dict.fromkeys(("start_date", "end_date", "counted_on"), "datetime64[s]")
    | dict.fromkeys(("count", *ATTENDANCE_COLUMNS, "attendances_total", "female"), "float64")
    | dict.fromkeys(("seats", "id", "submission_id"), "int64")
    | {"twin": "bool", "natural_key": "object", "line": "str"}
)
# Written out in the statement: the index of summaries serves no parameter.
SUMMARY: BindParameter[str] = bindparam("summary", Basis.SUMMARY.value, literal_execute=True)
# (unit, kind) with the first and the last day of its summaries.
Spans = dict[tuple[str, str], tuple[date, date]]


def beside_summaries(connection: Connection, units: Collection[str] | None = None) -> pd.DataFrame:
    """Held summaries, and held details of their unit and kind within their days, of these units or all:
    the columns that `program.conflicts.settling.settled` wants, with `id`, `natural_key` and `submission_id`."""
    return of_spans(connection, summary_spans(connection, units))


def summary_spans(connection: Connection, units: Collection[str] | None = None) -> Spans:
    """Which units and kinds have held summaries, and over which days."""
    table = activity
    query = (
        select(table.c.unit, table.c.kind, func.min(table.c.start_date), func.max(table.c.end_date))
        .where(table.c.held, table.c.basis == SUMMARY, table.c.kind.is_not(None))
        .group_by(table.c.unit, table.c.kind)
    )
    if units is not None:
        query = query.where(table.c.unit.in_(sorted(units)))
    return {(unit, kind): (start, end) for unit, kind, start, end in connection.execute(query)}


def of_spans(connection: Connection, spans: Spans) -> pd.DataFrame:
    """Held summaries and details of each unit and kind that count within the days; columns as of `beside_summaries`."""
    table = activity
    names = (*COLUMNS, "natural_key", "submission_id", "id", "set_aside")
    lines = _lines(connection, {unit for unit, _ in spans}) if spans else {}
    rows: list[tuple[Any, ...]] = []
    for (unit, kind), (start, end) in spans.items():
        query = select(*(table.c[name] for name in names)).where(
            table.c.held,
            table.c.unit == unit,
            table.c.counted_on.between(start, end),
            table.c.kind == kind,
            table.c.basis != Basis.DECLARED_ZERO.value,
        )
        for *row, number, aside in connection.execute(query):
            rows.append((*row, number, aside == "twin", lines.get(number, "")))
    return frame(rows, {name: _TYPES[name] for name in (*names[:-1], "twin", "line")})


def lined(records: pd.DataFrame) -> pd.DataFrame:
    """With the column `line` in place of the words that it is made of; of details nothing is asked but whether they
    are there."""
    told = zip(records["basis"], zip(*(records[name] for name in WORDS), strict=True), strict=True)
    lines = [line_of(words) if basis == Basis.SUMMARY else "" for basis, words in told]
    return records.drop(columns=list(WORDS)).assign(line=lines)


def _lines(connection: Connection, units: Collection[str]) -> dict[int, str]:
    """What each held summary of some units tells of, by its id."""
    table = activity
    query = select(table.c.id, *(table.c[name] for name in WORDS)).where(
        table.c.held, table.c.basis == SUMMARY, table.c.unit.in_(sorted(units))
    )
    return {number: line_of(words) for number, *words in connection.execute(query)}


def set_aside(connection: Connection, units: Collection[str] | None = None) -> pd.DataFrame:
    """Held activities of these units or all that do not count: unit, basis, start_date, end_date,
    counted_on."""
    types = {name: _TYPES[name] for name in ("unit", "basis", "start_date", "end_date", "counted_on")}
    query = select(*(activity.c[name] for name in types)).where(activity.c.set_aside.is_not(None))
    if units is not None:
        query = query.where(activity.c.unit.in_(sorted(units)))
    return frame(connection.execute(query).all(), types)


def typed(records: pd.DataFrame) -> pd.DataFrame:
    """The columns in their types, however many rows there are."""
    return records.astype({name: kind for name, kind in _TYPES.items() if name in records})
