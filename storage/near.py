"""What a checked file, or all that is stored, may count twice: near twins and overlaps, read for the rules
of `program.twins` and `program.overlaps`."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, Connection, func, or_, select, type_coerce
from sqlalchemy.types import NullType

from program.overlaps import Overlap
from program.resemblance import LONGEST
from program.settling import settled
from program.traits import FIELDS, Traits, TraitsOf
from program.twins import Likely, Row, Twin, likely, ordered, twin
from program.vocabulary import Basis
from storage.basis_records import COLUMNS, Spans, of_spans, summary_spans, typed
from storage.records import Batch
from storage.schema import activity, submission
from storage.setting_aside import crossing_verdicts, twin_decisions, verdicts

_CHUNK = 20_000
# Below the 32,766 variables that SQLite allows in a statement.
_A_QUERY = 5_000
_NEW_FILE = 0  # no submission has this number
# More days than this are read as one stretch.
_DAYS_NAMED = 400
# So many stored rows are looked at, the newest: more would take longer than the person waits.
COMPARED = 50_000
# Without a type the driver's own values pass: no conversion per cell.
_STORED = [
    type_coerce(activity.c.submission_id if name == "file" else activity.c[name], NullType()).label(name)
    for name in FIELDS
]
_TOLD = ("count", "attendances_total", "female", "delivery", "basis", "sheet", "row", "natural_key")
_SHOWN = (*(name for name in FIELDS if name not in ("file", "seats")), *_TOLD)


@dataclass(frozen=True)
class OpenTwins:
    """Near twins about which nothing is decided, those that share most first; `more` are not shown. Where
    not `complete`, only the newest stored rows were looked at."""

    shown: tuple[Twin, ...] = ()
    more: int = 0
    complete: bool = True


class Gathered:
    """The activities of a checked file, gathered batch by batch, against what is stored."""

    def __init__(self) -> None:
        self._columns: dict[str, list[Any]] = {name: [] for name in (*_SHOWN, "seats", "counted_on")}

    def add(self, batch: Batch) -> None:
        """More of the file; what holds no activities is passed over."""
        if batch.shape.table is activity:
            for name, values in self._columns.items():
                values.extend(batch.columns[name])

    def twins(self, connection: Connection) -> OpenTwins:
        """Near twins among the file's rows, and between them and rows that count now. A row of the file has
        no `submission_id`."""
        columns = self._columns
        wanted = [
            place
            for place, (basis, kind) in enumerate(zip(columns["basis"], columns["kind"], strict=True))
            if basis == Basis.DETAIL and kind is not None
        ]
        if not wanted:
            return OpenTwins()
        own = columns
        if len(wanted) < len(columns["kind"]):
            own = {name: [values[p] for p in wanted] for name, values in columns.items()}
        search = _Search()
        search.add(own | {"file": [_NEW_FILE] * len(wanted)})
        days = _on_days(set(zip(own["start_date"], own["end_date"], strict=True)))
        complete = search.add_stored(connection, days, frozenset(columns["natural_key"]))
        return search.found(connection, complete, own)

    def overlaps(self, connection: Connection) -> tuple[Overlap, ...]:
        """Summaries beside finer records of one unit and kind, were the file accepted now, that wait for a
        choice; of the units that the file speaks of."""
        spans = summary_spans(connection, set(self._columns["unit"]))
        if not spans and Basis.SUMMARY not in self._columns["basis"]:
            return ()
        own = pd.DataFrame({name: self._columns[name] for name in (*COLUMNS, "natural_key")}, dtype=object)
        own = typed(own.assign(twin=False))
        spans = _joined(spans, own)
        stored = of_spans(connection, spans)
        stored = stored[~stored["natural_key"].isin(own["natural_key"])]
        records = pd.concat([stored, own], ignore_index=True) if len(stored) else own
        found = settled(records, verdicts(connection), crossing_verdicts(connection))
        return tuple(o for o in found.overlaps if o.waits)


@dataclass(frozen=True, eq=False)
class Compared:
    """Stored rows side by side: of each place its record, natural key, unit and submission; `twins` are pairs of
    places about which nothing is decided, as many as are asked for, and `more` there are."""

    of: Traits
    ids: list[int]
    keys: list[bytes]
    units: list[str]
    files: list[int]
    twins: list[Likely]
    more: int
    complete: bool


def compared(connection: Connection, shown: int) -> Compared:
    """The detail rows that count now with their near twins, those that share most first."""
    return _Search().compared(connection, Basis.DETAIL, shown)


def summaries(connection: Connection) -> Compared:
    """The summaries that count now; they have no twins."""
    return _Search().compared(connection, Basis.SUMMARY, 0)


class _Search:
    """Records to compare: those of a file, if any, and stored ones behind them."""

    def __init__(self) -> None:
        self._traits = TraitsOf()
        self._keys: list[bytes] = []
        self._ids: list[int] = []

    def add(self, columns: Mapping[str, Sequence[Any]]) -> None:
        self._traits.add(columns)
        self._keys += columns["natural_key"]

    def add_stored(
        self,
        connection: Connection,
        days: Sequence[ColumnElement[bool]] = (),
        without: frozenset[bytes] = frozenset(),
        basis: Basis = Basis.DETAIL,
    ) -> bool:
        """The detail rows (or summaries) that count now on some days, but for some natural keys; gives whether
        that is all of them."""
        table = activity
        query = (
            select(*_STORED, table.c.natural_key, table.c.id)
            .where(table.c.active, table.c.basis == basis.value, table.c.kind.is_not(None), *days)
            .order_by(table.c.counted_on.desc(), table.c.id.desc())
            .limit(COMPARED + 1)
        )
        looked_at = 0
        names = [*FIELDS, "natural_key", "id"]
        result = connection.execution_options(yield_per=_CHUNK).execute(query)
        for portion in result.partitions():
            kept = [row for row in portion[: COMPARED - looked_at] if row.natural_key not in without]
            looked_at += len(portion)
            if kept:
                columns = dict(zip(names, map(list, zip(*kept, strict=True)), strict=True))
                for name in ("start_date", "end_date"):
                    columns[name] = list(map(_day, columns[name]))
                self.add(columns)
                self._ids += columns["id"]
        return looked_at <= COMPARED

    def compared(self, connection: Connection, basis: Basis, shown: int) -> Compared:
        """What is stored; details with at most so many twins."""
        complete = self.add_stored(connection, basis=basis)
        traits = self._traits.all()
        units, files = self._traits.values("unit"), self._traits.values("file")
        new = np.full(len(self._keys), basis == Basis.DETAIL)
        twins, more = likely(traits, new, self._keys, _decided(connection), shown)
        return Compared(
            traits, self._ids, self._keys, [units[n] for n in traits.unit], [files[n] for n in traits.file],
            twins, more, complete,
        )  # fmt: skip

    def found(self, connection: Connection, complete: bool, own: Mapping[str, Sequence[Any]]) -> OpenTwins:
        """The near twins of the file's rows, whose columns are `own`."""
        first_stored = len(self._keys) - len(self._ids)
        new = np.arange(len(self._keys)) < first_stored
        pairs, more = likely(self._traits.all(), new, self._keys, _decided(connection))
        met = {place for pair in pairs for place in (pair.first, pair.second)}
        stored = rows(connection, [self._ids[p - first_stored] for p in met if p >= first_stored])

        def row(place: int) -> Row:
            if place < first_stored:
                return {name: own[name][place] for name in _SHOWN}
            return stored[self._ids[place - first_stored]]

        shown = tuple(twin(row(pair.first), row(pair.second), pair.reasons) for pair in pairs)
        return OpenTwins(shown, more, complete)


def _decided(connection: Connection) -> frozenset[tuple[bytes, bytes]]:
    return frozenset(ordered(d.first_key, d.second_key) for d in twin_decisions(connection))


@lru_cache(maxsize=8192)
def _day(value: date | str) -> date:
    """A day as a driver gives it: SQLite keeps its ISO text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def _on_days(spans: set[tuple[date, date]]) -> list[ColumnElement[bool]]:
    day = activity.c.counted_on
    days = {
        start + timedelta(days=step)
        for start, end in spans
        for step in range(min((end - start).days + 1, LONGEST))
    }
    # What began a little earlier may still go on.
    around = days | {day - timedelta(days=step) for day in days for step in range(1, LONGEST)}
    if len(around) > _DAYS_NAMED:
        return [day.between(min(around), max(around))]
    return [day.in_(around), or_(day.in_(days), activity.c.end_date > day)]


def rows(connection: Connection, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Stored rows by id, with the file each came from, who handed it in and when."""
    columns = [activity.c[name] for name in ("id", *_SHOWN, "submission_id", "active")]
    names = ("file_name", "uploaded_by", "uploaded_at")
    query = select(*columns, *(submission.c[name] for name in names)).join(submission)
    query = query.where(activity.c.id.in_(set(ids)))
    return {row["id"]: dict(row) for row in connection.execute(query).mappings()}


def held(connection: Connection, ids: Collection[int]) -> int:
    """How many of these records are held now."""
    wanted, found = sorted(ids), 0
    for start in range(0, len(wanted), _A_QUERY):
        some = activity.c.id.in_(wanted[start : start + _A_QUERY])
        found += int(connection.scalars(select(func.count()).where(activity.c.held, some)).one())
    return found


def _joined(spans: Spans, own: pd.DataFrame) -> Spans:
    """The spans of the stored summaries of each unit and kind, and those of a file's."""
    found = dict(spans)
    summaries = own[(own["basis"] == Basis.SUMMARY) & own["kind"].notna()]
    for (unit, kind), rows in summaries.groupby(["unit", "kind"]):
        key = (str(unit), str(kind))
        start, end = rows["start_date"].min().date(), rows["end_date"].max().date()
        first, last = found.get(key, (start, end))
        found[key] = (min(first, start), max(last, end))
    return found
