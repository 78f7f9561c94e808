"""What a file's activities add up to for a short table: by unit, report year and kind. The same for a file
that is looked at and for one that was accepted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from program import units
from program.conflicts.running import NUMBERS, WORDS, line_of, twice
from program.contract import ByColumn, Report, Table, TableKind, column
from program.measures.counting import counted_on
from program.periods import Calendar, year_of
from program.text import collation_key
from program.vocabulary import Basis

_ACTIVITIES = (TableKind.ACTIVITIES, TableKind.PARTICIPATION)
Part = tuple[str, date, str | None, int, int | None, int | None]


@dataclass(frozen=True)
class Counted:
    """What a file says of one unit, report year and kind (None: nothing took place). `count` and
    `attendances` are None where no record gives any."""

    unit: str
    year: int
    kind: str | None
    rows: int
    count: int | None
    attendances: int | None


def counted(parts: Iterable[Part]) -> tuple[Counted, ...]:
    """Parts (unit, day it counts on, kind, rows, activities, attendances; None where not given) added up, in
    order of unit, year and kind."""
    found: dict[tuple[str, int, str | None], list[int | None]] = {}
    for unit, day, kind, rows, count, attendances in parts:
        whole = found.setdefault((unit, year_of(day, Calendar.REPORT), kind), [0, None, None])
        for place, value in enumerate((rows, count, attendances)):
            if value is not None:
                whole[place] = (whole[place] or 0) + value
    made = [
        Counted(unit, year, kind, rows or 0, count, attendances)
        for (unit, year, kind), (rows, count, attendances) in found.items()
    ]
    return tuple(
        sorted(made, key=lambda c: (collation_key(units.label(c.unit)), c.unit, c.year, c.kind or ""))
    )


def counted_in(report: Report) -> tuple[Counted, ...]:
    """The activities of a checked file."""
    return counted(_parts(report))


def _parts(report: Report) -> Iterable[Part]:
    for table in report["tables"]:
        if table["kind"] not in _ACTIVITIES:
            continue
        columns = [
            column(table, name) for name in ("unit", "start_date", "end_date", "basis", "kind", "count")
        ]
        for *said, count, seats in zip(*columns, _seats(table), strict=True):
            unit, start, end, basis, kind = said
            yield unit, _counted_on(start, end, basis), kind, 1, count, seats
    yield from _said_again(report)


def _said_again(report: Report) -> Iterable[Part]:
    """Of running totals ("6 tháng | 9 tháng | Năm") only the longest is the sum: what it says again goes off."""
    tables = [table for table in report["tables"] if table["kind"] in _ACTIVITIES]
    names = ("unit", "kind", "start_date", "basis", "end_date")
    ends: dict[tuple[object, ...], set[object]] = {}
    for table in tables:
        for *about, end in zip(*(column(table, name) for name in names), strict=True):
            if about[3] == Basis.SUMMARY and about[1] is not None:
                ends.setdefault(tuple(about), set()).add(end)
    several = {key for key, own in ends.items() if len(own) > 1}
    groups: dict[tuple[object, ...], list[dict[str, Any]]] = {}
    for table in tables if several else ():
        for record, seats in zip(table["records"], _seats(table), strict=True):
            key = tuple(record[name] for name in names[:-1])
            if key in several:
                parts = {f"att_{name}": seats for name, seats in record["attendances"].items()}
                row = dict.fromkeys(NUMBERS) | {**record, **parts, "seats": seats or 0}
                row["line"] = line_of(record[name] for name in WORDS)
                groups.setdefault(key, []).append(row)
    for rows in groups.values():
        for said, count, seats in twice(rows):
            day = _counted_on(said["start_date"], said["end_date"], said["basis"])
            yield said["unit"], day, said["kind"], 0, minus(count), minus(seats)


def minus(number: int | None) -> int | None:
    """A number that is taken away; what is not known stays so."""
    return None if number is None else -number


def _seats(table: Table) -> Iterable[int | None]:
    """The attendances of each record: its total, else the sum of its parts, if it gives any."""
    records = table["records"]
    if isinstance(records, ByColumn) and records and None not in records.column("attendances_total"):
        return records.column("attendances_total")
    return (
        sum(record["attendances"].values())
        if record["attendances_total"] is None and record["attendances"]
        else record["attendances_total"]
        for record in records
    )


@lru_cache(maxsize=8192)
def _counted_on(start: str, end: str, basis: str) -> date:
    return counted_on(date.fromisoformat(start), date.fromisoformat(end), basis)
