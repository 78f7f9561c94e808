"""Near twins among the rows of a checked file and all that is stored, read for the rules of `program.conflicts.twins`."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, func, select, type_coerce
from sqlalchemy.types import NullType

from program.conflicts.traits import FIELDS, Traits, TraitsOf
from program.conflicts.twins import Likely, Row, Twin, likely, ordered, twin
from program.contract import Report
from program.vocabulary import Basis
from storage.conflicts.basis_records import SUMMARY
from storage.conflicts.setting_aside import twin_decisions
from storage.portions import portions
from storage.records.keys import KeyList, KeySet
from storage.records.rows import activities_at
from storage.schema import activity, submission
from storage.schema.base import as_day

_CHUNK = 5_000
NEW_FILE = 0  # no submission has this number
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


@dataclass(frozen=True, eq=False)
class Compared:
    """Stored rows side by side: of each place its record, natural key, unit and submission; `twins` are pairs of
    places about which nothing is decided, as many as are asked for, and `more` there are."""

    of: Traits
    ids: list[int]
    keys: Sequence[bytes]
    units: list[str]
    files: list[int]
    twins: list[Likely]
    more: int
    complete: bool


def compared(connection: Connection, shown: int) -> Compared:
    """The detail rows that count now with their near twins, those that share most first."""
    return Search().compared(connection, Basis.DETAIL, shown)


def summaries(connection: Connection) -> Compared:
    """The summaries that count now; they have no twins."""
    return Search().compared(connection, Basis.SUMMARY, 0)


class Search:
    """Records to compare: those of a file, if any, and stored ones behind them."""

    def __init__(self) -> None:
        self._traits = TraitsOf()
        self._keys = KeyList()
        self._ids: list[int] = []

    def add(self, columns: Mapping[str, Sequence[Any]]) -> None:
        """More records, as columns with the names of FIELDS and `natural_key`; those of a file before stored ones."""
        self._traits.add(columns)
        self._keys.extend(columns["natural_key"])

    def add_stored(
        self,
        connection: Connection,
        days: Sequence[ColumnElement[bool]] = (),
        without: KeySet | None = None,
        basis: Basis = Basis.DETAIL,
    ) -> bool:
        """The detail rows (or summaries) that count now on some days, but for some natural keys and those added
        before; gives whether that is all of them."""
        table = activity
        few = not days and connection.scalars(select(func.count()).where(table.c.active)).one() <= COMPARED
        query = select(*_STORED, table.c.natural_key, table.c.id).where(table.c.kind.is_not(None), *days)
        if basis == Basis.SUMMARY:  # as their index has them, in its order
            query = query.where(table.c.held, table.c.set_aside.is_(None), table.c.basis == SUMMARY)
            query = query.order_by(table.c.unit, table.c.kind, table.c.start_date)
        elif few:
            # As they lie in the table: in the order of the days, by the index that `active = 1` stands for, the
            # rows would be read from all over it, which takes twice as long.
            query = query.where(table.c.active.is_(True), table.c.basis == basis.value)
        else:
            query = query.where(table.c.active, table.c.basis == basis.value)
            query = query.order_by(table.c.counted_on.desc(), table.c.id.desc())
        query = query.limit(COMPARED + 1)
        looked_at, added = 0, set(self._ids)
        names = [*FIELDS, "natural_key", "id"]
        result = connection.execution_options(yield_per=_CHUNK).execute(query)
        for portion in result.partitions():
            kept: Sequence[Any] = portion[: COMPARED - looked_at]
            if without:
                known = without.has([row.natural_key for row in kept])
                kept = [row for row, here in zip(kept, known, strict=True) if not here]
            looked_at += len(portion)
            if added:
                kept = [row for row in kept if row.id not in added]
            if kept:
                columns = dict(zip(names, map(list, zip(*kept, strict=True)), strict=True))
                for name in ("start_date", "end_date"):
                    columns[name] = list(map(as_day, columns[name]))
                self.add(columns)
                self._ids += columns["id"]
        return looked_at <= COMPARED

    def side_by_side(self) -> tuple[Traits, list[str], list[int], list[int]]:
        """All records by their traits, the units and files that their numbers stand for, and the ids of the stored
        ones."""
        return self._traits.all(), self._traits.values("unit"), self._traits.values("file"), self._ids

    def compared(self, connection: Connection, basis: Basis, shown: int) -> Compared:
        """What is stored; details with at most so many twins."""
        complete = self.add_stored(connection, basis=basis)
        traits, units, files, ids = self.side_by_side()
        new = np.full(len(self._keys), basis == Basis.DETAIL)
        twins, more = likely(traits, new, self._keys, _decided(connection), shown)
        return Compared(
            traits, ids, self._keys, [units[n] for n in traits.unit], [files[n] for n in traits.file],
            twins, more, complete,
        )  # fmt: skip

    def found(self, connection: Connection, complete: bool, report: Report, places: np.ndarray) -> OpenTwins:
        """The near twins of the file's rows, which have these places among the activities of the report."""
        first_stored = len(self._keys) - len(self._ids)
        new = np.arange(len(self._keys)) < first_stored
        pairs, more = likely(self._traits.all(), new, self._keys, _decided(connection))
        met = {place for pair in pairs for place in (pair.first, pair.second)}
        stored = rows(connection, [self._ids[p - first_stored] for p in met if p >= first_stored])
        own = activities_at(report, [int(places[p]) for p in met if p < first_stored])

        def row(place: int) -> Row:
            if place < first_stored:
                told = own[int(places[place])] | {"natural_key": self._keys[place]}
                return {name: told[name] for name in _SHOWN}
            return stored[self._ids[place - first_stored]]

        shown = tuple(twin(row(pair.first), row(pair.second), pair.reasons) for pair in pairs)
        return OpenTwins(shown, more, complete)


def _decided(connection: Connection) -> frozenset[tuple[bytes, bytes]]:
    return frozenset(ordered(d.first_key, d.second_key) for d in twin_decisions(connection))


def rows(connection: Connection, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Stored rows by id, with the file each came from, who handed it in and when."""
    columns = [activity.c[name] for name in ("id", *_SHOWN, "submission_id", "active")]
    names = ("file_name", "uploaded_by", "uploaded_at")
    query = select(*columns, *(submission.c[name] for name in names)).join(submission)
    query = query.where(activity.c.id.in_(set(ids)))
    return {row["id"]: dict(row) for row in connection.execute(query).mappings()}


def held(connection: Connection, ids: Collection[int]) -> int:
    """How many of these records are held now."""
    counted = select(func.count()).where(activity.c.held)
    of = (counted.where(activity.c.id.in_(some)) for some in portions(sorted(ids)))
    return sum(int(connection.scalars(query).one()) for query in of)
