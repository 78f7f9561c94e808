"""From the report of a check to rows of the record tables: natural key, digest of content, computed columns.

Column by column and in portions, so that a file of 100,000 rows costs little time and memory.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np

from program import units
from program.contract import ByColumn, Report, units_in
from program.measures.counting import counted_on
from program.text import fold
from program.vocabulary import Audience
from storage.records.digests import digest, written
from storage.records.keys import KeySet
from storage.records.shapes import ACTIVITY, SHAPES, Shape
from storage.schema import ATTENDANCE_COLUMNS, attendance_column

Row = dict[str, Any]
Columns = dict[str, list[Any]]


_ATTENDANCE_OF = {str(audience): attendance_column(audience) for audience in Audience}
# More would take memory, fewer time: what is worked out for a word is worked out again for each.
_ROWS_A_BATCH = 5_000


@dataclass(frozen=True)
class Batch:
    """A portion of the rows of one kind of table in a file: for each column of its database table, except
    `id` and `submission_id`, the values in the order of the file."""

    kind: str
    shape: Shape
    columns: Columns

    def __len__(self) -> int:
        return len(self.columns["natural_key"])

    @property
    def rows(self) -> list[Row]:
        """The rows one by one, by name of column."""
        return [
            dict(zip(self.columns, values, strict=True))
            for values in zip(*self.columns.values(), strict=True)
        ]

    @property
    def days(self) -> tuple[str, ...]:
        """The columns that hold days."""
        return (*self.shape.dates, "counted_on") if self.shape is ACTIVITY else self.shape.dates


def batches(report: Report) -> Iterator[Batch]:
    """The records of a report as rows. Activities of one natural key are told apart by their order in the
    file; of a register's lines with one key (the same target twice) the last counts."""
    repeats = _Repeats()
    registers: dict[str, list[dict[str, Any]]] = {}
    for table in report["tables"]:
        if SHAPES[table["kind"]] is not ACTIVITY:
            registers.setdefault(table["kind"], []).extend(table["records"])
            continue
        records = table["records"]
        for start in range(0, len(records), _ROWS_A_BATCH):
            said = _said(records, start, min(start + _ROWS_A_BATCH, len(records)))
            yield _activities(table["kind"], said, repeats)
    for kind, lines in registers.items():
        if lines:
            yield _register(kind, lines)


def activities_at(report: Report, places: Collection[int]) -> dict[int, Row]:
    """Some of the activities of a report by their place among all of them, as `batches` gives them but for the
    natural key, which depends on those before."""
    found: dict[int, Row] = {}
    first = 0
    for table in report["tables"]:
        if SHAPES[table["kind"]] is not ACTIVITY:
            continue
        records = table["records"]
        own = sorted(place for place in places if first <= place < first + len(records))
        if own:
            some = [records[place - first] for place in own]
            rows = _activities(table["kind"], _said(some, 0, len(some)), _Repeats()).rows
            found.update(zip(own, rows, strict=True))
        first += len(records)
    return found


def counts(report: Report) -> dict[str, int]:
    """Records by kind of table."""
    found: Counter[str] = Counter()
    for table in report["tables"]:
        found[table["kind"]] += len(table["records"])
    return dict(found)


def units_of(report: Report) -> list[str]:
    """The codes of the units that a file speaks of."""
    return sorted({unit for table in report["tables"] for unit in units_in(table)})


def each_unit(report: Report) -> Iterator[str]:
    """`units_of`, worked out only where somebody asks for the first: of a long list it takes a moment, and
    who reaches every unit is not asked."""
    yield from units_of(report)


def kinds_of(report: Report) -> frozenset[str]:
    """The kinds of table of which a file holds records."""
    return frozenset(table["kind"] for table in report["tables"] if table["records"])


def _said(records: Sequence[dict[str, Any]], start: int, stop: int) -> Columns:
    """What some activities say: the columns of their table's shape, `sheet` and `row`. Of a long list the
    columns are taken as they are kept, without making its records."""
    if isinstance(records, ByColumn) and _by_column(records):
        columns = {
            name: records.column(name, start, stop) if name in records.names else [None] * (stop - start)
            for name in ACTIVITY.columns
        }
        for audience, seats in records.within("attendances", start, stop).items():
            columns[_ATTENDANCE_OF[audience]] = seats
        return columns | records.within("source", start, stop)
    portion = records[start:stop]
    columns = {name: [record.get(name) for record in portion] for name in ACTIVITY.columns}
    for place, record in enumerate(portion):
        for audience, seats in (record.get("attendances") or {}).items():
            columns[_ATTENDANCE_OF[audience]][place] = seats
    return columns | _sources(portion)


def _by_column(records: ByColumn) -> bool:
    """Whether every record has a dictionary of attendances, as it should, so that they lie in columns, too."""
    try:
        for name in ("source", "attendances"):
            records.within(name, 0, 1)
    except ValueError:
        return False
    return True


def _sources(records: Sequence[dict[str, Any]]) -> Columns:
    return {name: [record["source"][name] for record in records] for name in ("sheet", "row")}


class _Repeats:
    """The natural keys of the activities so far: the n-th of one key within a file has its own."""

    def __init__(self) -> None:
        self._met = KeySet()
        self._counts: dict[bytes, int] = {}

    def numbered(self, identity: Iterable[str]) -> list[bytes]:
        """The natural keys of more activities, of which the words are given."""
        words = list(identity)
        keys = [digest(f"{one}, 1") for one in words]
        for place in np.flatnonzero(self._met.add(keys)).tolist():
            key = keys[place]
            self._counts[key] = count = self._counts.get(key, 1) + 1
            keys[place] = digest(f"{words[place]}, {count}")
        return keys


def _activities(kind: str, columns: Columns, repeats: _Repeats) -> Batch:
    places = {name: columns.pop(name) for name in ("sheet", "row")}
    identity, contents = written(ACTIVITY.identity, ACTIVITY.words, columns)
    keys = repeats.numbered(identity)
    _finish(ACTIVITY, columns, places, keys, contents)
    columns["counted_on"] = list(
        map(counted_on, columns["start_date"], columns["end_date"], columns["basis"])
    )
    parts = zip(*(columns[name] for name in ATTENDANCE_COLUMNS), strict=True)
    columns["seats"] = [
        sum(filter(None, given)) if total is None else total
        for given, total in zip(parts, columns["attendances_total"], strict=True)
    ]
    columns["in_city"] = list(map(units.in_city, columns["unit"]))
    columns["search"] = _search(columns)
    return Batch(kind, ACTIVITY, columns)


def _register(kind: str, lines: list[dict[str, Any]]) -> Batch:
    shape = SHAPES[kind]
    said = {name: [line.get(name) for line in lines] for name in shape.columns}
    identity, _ = written(shape.identity, shape.words, said)
    last = {digest(f"{words}, 0"): line for words, line in zip(identity, lines, strict=True)}
    records = list(last.values())
    columns = {name: [record.get(name) for record in records] for name in shape.columns}
    _finish(shape, columns, _sources(records), list(last), written(shape.identity, shape.words, columns)[1])
    return Batch(kind, shape, columns)


def _finish(
    shape: Shape,
    columns: Columns,
    places: Columns,
    keys: list[bytes],
    contents: Iterator[str],
) -> None:
    """Add what every record table has, and make days of the dates."""
    for name in shape.dates:
        columns[name] = [_day(value) if value else None for value in columns[name]]
    columns["natural_key"] = keys
    columns["content"] = list(map(digest, contents))
    columns |= places
    columns["active"] = columns["held"] = [True] * len(keys)


_day = lru_cache(maxsize=8192)(date.fromisoformat)


@lru_cache(maxsize=1024)
def _unit_words(code: str) -> str:
    return fold(units.label(code, with_type=True))


def _search(columns: Columns) -> list[str]:
    """The words of each activity, folded, a cell a line, so that no search runs across two cells."""
    folded = _Folded({None: ""})
    cells = [map(folded.__getitem__, columns[name]) for name in ("title", "organiser", "ward", "school")]
    lines = zip(*cells, map(_unit_words, columns["unit"]), strict=True)
    return ["\n".join(filter(None, given)) for given in lines]


class _Folded(dict[str | None, str]):
    """Every text met, folded."""

    def __missing__(self, text: str) -> str:
        self[text] = folded = fold(text)
        return folded
