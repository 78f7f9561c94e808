"""What would wait for a decision were a checked file accepted now: summaries whose days cross, and a report that
says again what the year before said. Entries and sources of the desk, with the file in hand as one of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, Connection, select, tuple_

from program.conflicts import repeats
from program.conflicts.desk import Conflict, Repeated, Side, Sort
from program.conflicts.settling import Settled
from program.conflicts.traits import Traits
from program.contract import Report
from storage.conflicts import near
from storage.conflicts.desk import ROWS_SHOWN, Source
from storage.conflicts.near import NEW_FILE, Search
from storage.records.rows import activities_at
from storage.schema import activity, submission

# So far apart may the days of a row and of what it repeats be (`program.conflicts.repeats`).
_LEAST, _MOST = timedelta(days=357), timedelta(days=373)
# Three variables each, of the 32,766 that SQLite allows in a statement.
_TOLD_APART = 5_000
_FILE = ("id", "file_name", "uploaded_by", "uploaded_at")


@dataclass(frozen=True)
class Foreseen:
    """An entry that the desk would have, and both its sources. The file in hand has the number NEW_FILE there,
    and its rows have none."""

    entry: Conflict
    sides: tuple[Source, Source]


def crossings(
    connection: Connection, report: Report, records: pd.DataFrame, settled: Settled
) -> tuple[Foreseen, ...]:
    """The crossing summaries of which one is the file's. `records` are what was settled: stored ones, and those of
    the file, which have their `place` among its activities."""
    found = []
    for told in settled.crossings:
        sides = [records.iloc[places] for places in settled.places[told]]
        if not any(side["place"].notna().any() for side in sides):
            continue
        a, b = told.first, told.second
        first, second = (_side(side) for side in sides)
        entry = Conflict(
            Sort.CROSSING, (told.unit, told.kind, a.start, a.end, b.start, b.end), (told.unit,), a.start,
            max(a.end, b.end), max(a.seats, b.seats), first, second, told,
        )  # fmt: skip
        one, other = (_source(connection, report, side) for side in sides)
        found.append(Foreseen(entry, (one, other)))
    return tuple(found)


def year_before(told: Collection[tuple[str, str, int]], days: Collection[date]) -> list[ColumnElement[bool]]:
    """Which stored rows may be repeated by rows of a file, told by unit, kind and attendances, on these days. Of a
    long file all of its units."""
    table = activity.c
    begins = table.start_date.between(min(days) - _MOST, max(days) - _LEAST)
    if len(told) > _TOLD_APART:
        return [begins, table.unit.in_(sorted({unit for unit, _, _ in told}))]
    return [begins, tuple_(table.unit, table.kind, table.seats).in_(sorted(told))]


def enough(connection: Connection, year_before: Sequence[ColumnElement[bool]]) -> bool:
    """Whether so many rows that count may be repeated that it would be told; most files repeat nothing."""
    some = select(activity.c.id).where(activity.c.active, *year_before).limit(repeats.FEWEST)
    return len(connection.scalars(some).all()) == repeats.FEWEST


def repeated(
    connection: Connection, report: Report, found: Sequence[tuple[Search, np.ndarray]]
) -> tuple[Foreseen, ...]:
    """The stored files that the file's rows repeat, unit by unit. Each of `found` has rows of the file and stored
    ones, and the places of the former among the activities of the file."""
    many: dict[tuple[str, int], tuple[int, int, list[tuple[int, int, int, date, date]]]] = {}
    for search, places in found:
        of, units, files, ids = search.side_by_side()
        for one in repeats.repeats(of):
            if files[one.second] != NEW_FILE:
                continue
            about = units[of.unit[one.later[0]]], files[one.first]
            rows, again, pairs = many.get(about, (0, 0, []))
            pairs = [*pairs, *_pairs(of, one, places, ids)]
            many[about] = (rows + one.rows, again + len(one.later), pairs)
    return tuple(_repeat(connection, report, about, *told) for about, told in sorted(many.items()))


def _pairs(
    of: Traits, one: repeats.Repeat, places: np.ndarray, ids: Sequence[int]
) -> list[tuple[int, int, int, date, date]]:
    """Attendances, the record of the earlier row, the place of the later one in the file, its days."""
    return [
        (
            int(of.seats[later]), ids[earlier - len(places)], int(places[later]),
            date.fromordinal(int(of.start[later])), date.fromordinal(int(of.end[later])),
        )
        for earlier, later in zip(one.earlier.tolist(), one.later.tolist(), strict=True)
    ]  # fmt: skip


def _repeat(
    connection: Connection, report: Report, about: tuple[str, int], rows: int, again: int,
    pairs: list[tuple[int, int, int, date, date]],
) -> Foreseen:  # fmt: skip
    unit, file = about
    pairs = sorted(pairs, reverse=True)
    shown = pairs[:ROWS_SHOWN]
    stored, own = near.rows(connection, [p[1] for p in shown]), activities_at(report, [p[2] for p in shown])
    entry = Conflict(
        Sort.REPEAT, (unit, file, NEW_FILE), (unit,), min(p[3] for p in pairs), max(p[4] for p in pairs),
        sum(p[0] for p in pairs), Side((), (file,)), Side((), (NEW_FILE,)), Repeated(again, rows),
    )  # fmt: skip
    before = Source(tuple(stored[p[1]] for p in shown), again, _files(connection, report, [file]))
    after = Source(tuple(own[p[2]] for p in shown), again, _files(connection, report, [NEW_FILE]))
    return Foreseen(entry, (before, after))


def _side(side: pd.DataFrame) -> Side:
    """Stored records alone have a number."""
    stored = side[side["place"].isna()]
    files = [int(number) for number in stored["submission_id"].unique()]
    return Side(
        tuple(int(n) for n in stored["id"]), tuple(sorted({*files, *_if_own(side)})),
    )  # fmt: skip


def _if_own(side: pd.DataFrame) -> tuple[int, ...]:
    return (NEW_FILE,) if side["place"].notna().any() else ()


def _source(connection: Connection, report: Report, side: pd.DataFrame) -> Source:
    most = side.sort_values("seats", ascending=False, kind="stable")[:ROWS_SHOWN]
    own = most["place"].notna()
    stored = near.rows(connection, [int(n) for n in most["id"][~own]])
    new = activities_at(report, [int(n) for n in most["place"][own]])
    rows = [
        new[int(place)] if mine else stored[int(number)]
        for number, place, mine in zip(most.get("id", own), most["place"], own, strict=True)
    ]
    return Source(tuple(rows), len(side), _files(connection, report, _side(side).files))


def _files(connection: Connection, report: Report, numbers: Collection[int]) -> tuple[dict[str, Any], ...]:
    """The file in hand stands first."""
    table = submission.c
    query = select(*(table[name] for name in _FILE)).where(table.id.in_(numbers)).order_by(table.id)
    found = [dict(row) for row in connection.execute(query).mappings()]
    own = dict.fromkeys(_FILE) | {"id": NEW_FILE, "file_name": report["file"]}
    return (*([own] if NEW_FILE in numbers else []), *found)
