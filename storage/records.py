"""From the report of a check to rows of the record tables: natural key, digest of content, computed columns."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from sqlalchemy import Table

from program import units
from program.contract import Report, TableKind
from program.counting import counted_on
from program.text import fold, key
from program.vocabulary import Audience
from storage import schema
from storage.schema import ATTENDANCE_COLUMNS, attendance_column

Row = dict[str, Any]


@dataclass(frozen=True)
class Shape:
    """How records of one kind lie in their table. `identity` are the columns of the natural key, of
    which `words` are compared as words (case, composition and tone placement do not count);
    `content` is everything else that a record says."""

    table: Table
    identity: tuple[str, ...]
    words: frozenset[str]
    content: tuple[str, ...]
    dates: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return self.identity + self.content


_ACTIVITY = Shape(
    schema.activity,
    ("unit", "kind", "start_date", "end_date", "title", "organiser", "ward", "school", "basis"),
    frozenset({"title", "organiser", "ward", "school"}),
    ("count", "delivery", *ATTENDANCE_COLUMNS, "attendances_total", "female"),
    ("start_date", "end_date"),
)
SHAPES: dict[str, Shape] = {
    TableKind.ACTIVITIES: _ACTIVITY,
    TableKind.PARTICIPATION: _ACTIVITY,
    TableKind.TARGETS: Shape(
        schema.target,
        ("indicator", "unit", "start_date", "end_date", "authority"),
        frozenset(),
        ("value", "document"),
        ("start_date", "end_date"),
    ),
    TableKind.SCHOOLS: Shape(
        schema.school,
        ("name", "level", "unit", "ward"),
        frozenset({"name", "ward"}),
        ("valid_from", "valid_to"),
        ("valid_from", "valid_to"),
    ),
    TableKind.POPULATION: Shape(
        schema.population, ("group", "unit", "year"), frozenset({"group"}), ("value", "origin")
    ),
    TableKind.FOCAL_POINTS: Shape(
        schema.focal_point,
        ("unit", "name"),
        frozenset({"name"}),
        ("position", "phone", "email", "valid_from", "document"),
        ("valid_from",),
    ),
}
_ATTENDANCE_OF = {str(audience): attendance_column(audience) for audience in Audience}
# Kinds that say what others are measured by; changing them needs a right of its own.
MANAGED_KINDS = frozenset({TableKind.TARGETS, TableKind.SCHOOLS, TableKind.POPULATION})


@dataclass(frozen=True)
class Batch:
    """The rows of one kind of table in a file, ready for its database table except `submission_id`."""

    kind: str
    shape: Shape
    rows: list[Row]


def batches(report: Report) -> list[Batch]:
    """The records of a report as rows, by kind of table. Activities of one natural key are told apart by
    their order in the file; of a register's lines with one key (the same target twice) the last counts."""
    made: dict[str, Batch] = {}
    repeats: dict[str, Counter[tuple[Any, ...]]] = {}
    for table in report["tables"]:
        shape = SHAPES[table["kind"]]
        batch = made.setdefault(table["kind"], Batch(table["kind"], shape, []))
        seen = repeats.setdefault(shape.table.name, Counter())
        for record in table["records"]:
            batch.rows.append(_row(shape, record, seen))
    for batch in made.values():
        if batch.shape is not _ACTIVITY:
            batch.rows[:] = {row["natural_key"]: row for row in batch.rows}.values()
    return [batch for batch in made.values() if batch.rows]


def counts(report: Report) -> dict[str, int]:
    """Records by kind of table."""
    found: Counter[str] = Counter()
    for table in report["tables"]:
        found[table["kind"]] += len(table["records"])
    return dict(found)


def units_of(made: Iterable[Batch]) -> list[str]:
    """The codes of the units that a file speaks of."""
    return sorted({row["unit"] for batch in made for row in batch.rows})


def _row(shape: Shape, record: dict[str, Any], seen: Counter[tuple[Any, ...]]) -> Row:
    row: Row = {name: record.get(name) for name in shape.columns}
    if shape is _ACTIVITY:
        for audience, seats in (record.get("attendances") or {}).items():
            row[_ATTENDANCE_OF[audience]] = seats
    identity = tuple(
        key(row[name]) if name in shape.words and row[name] is not None else row[name]
        for name in shape.identity
    )
    if shape is _ACTIVITY:
        seen[identity] += 1
    content = _digest(tuple(row.values()))
    row |= {"natural_key": _digest((*identity, seen[identity])), "content": content}
    for name in shape.dates:
        row[name] = _day(row[name]) if row[name] else None
    row["sheet"], row["row"], row["active"] = record["source"]["sheet"], record["source"]["row"], True
    if shape is _ACTIVITY:
        row["counted_on"] = counted_on(row["start_date"], row["end_date"], row["basis"])
        parts = sum(row[name] or 0 for name in ATTENDANCE_COLUMNS)
        row["seats"] = parts if row["attendances_total"] is None else row["attendances_total"]
        row["in_city"] = _in_city(row["unit"])
        row["search"] = search_words(row)
    return row


def _digest(values: tuple[Any, ...]) -> bytes:
    return blake2b(json.dumps(values).encode(), digest_size=16).digest()


_day: Callable[[str], date] = lru_cache(maxsize=8192)(date.fromisoformat)


@lru_cache(maxsize=1024)
def _in_city(code: str) -> bool:
    """The same question as `program.analysis.Analysis.in_city` asks, so rows and figures agree."""
    found = units.unit(code)
    return found is None or found.in_old_city


@lru_cache(maxsize=1024)
def _unit_words(code: str) -> str:
    return fold(units.label(code, with_type=True))


def search_words(row: Row) -> str:
    """The words of an activity, folded, a cell a line, so that no search runs across two cells."""
    cells = [fold(row[name]) for name in ("title", "organiser", "ward", "school") if row[name]]
    return "\n".join([*cells, _unit_words(row["unit"])])
