"""What the records of a file would change: the same count for the preview and for the receipt."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, select

from storage.records.rows import Batch, Row
from storage.records.shapes import Shape
from storage.work.corrections import Again, again

CHANGED_ROWS_SHOWN = 200


@dataclass
class Change:
    """Records of one kind of table against those that are held now. `changed_rows` holds pairs of old and
    new rows as columns of the record table with `sheet` and `row`; at most CHANGED_ROWS_SHOWN of a file."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    changed_rows: list[tuple[Row, Row]] = field(default_factory=list)

    @classmethod
    def total(cls, parts: Iterable["Change"]) -> "Change":
        """All kinds of table together."""
        whole = cls()
        for part in parts:
            whole.new += part.new
            whole.changed += part.changed
            whole.unchanged += part.unchanged
            whole.changed_rows += part.changed_rows
        return whole


@dataclass
class Comparison:
    """A file against the database, batch by batch. `in_common` counts for each earlier submission,
    whatever its state, the records that this file speaks of too; `again` are its rows that say what a screen
    corrected; `met` stands for the held records that it speaks of."""

    rows_shown: int = 0
    by_kind: dict[str, Change] = field(default_factory=dict)
    in_common: Counter[int] = field(default_factory=Counter)
    again: list[Again] = field(default_factory=list)
    met: str = ""

    @property
    def total(self) -> Change:
        """All kinds of table together."""
        return Change.total(self.by_kind.values())

    def add(self, connection: Connection, batch: Batch) -> list[int]:
        """Count a batch that is not stored yet; gives the ids of the held records that it speaks of."""
        change = self.by_kind.setdefault(batch.kind, Change())
        places = {key: place for place, key in enumerate(batch.columns["natural_key"])}
        contents = batch.columns["content"]
        held: list[int] = []
        changed: dict[int, int] = {}
        for natural_key, content, record_id, submission_id, is_held in _met(
            connection, batch.shape.table, list(places)
        ):
            self.in_common[submission_id] += 1
            if not is_held:
                continue
            held.append(record_id)
            place = places.pop(natural_key)
            if content != contents[place]:
                changed[record_id] = place
        self.met = sha256(f"{self.met}{sorted(held)}".encode()).hexdigest()
        corrected = list(again(connection, batch, places.keys()))
        self.again += corrected
        changed |= {one.held: places[one.key] for one in corrected if not one.same}
        met = len(held) + len(corrected)
        change.new += len(batch) - met
        change.changed += len(changed)
        change.unchanged += met - len(changed)
        shown = dict(list(changed.items())[: self.rows_shown])
        self.rows_shown -= len(shown)
        if shown:
            rows = rows_of(connection, batch.shape, list(shown))
            names = shown_columns(batch.shape)
            pairs = [
                (old, {name: batch.columns[name][shown[record_id]] for name in names})
                for record_id, old in rows.items()
            ]
            change.changed_rows += sorted(pairs, key=lambda pair: (pair[1]["sheet"], pair[1]["row"]))
        return held


def shown_columns(shape: Shape) -> tuple[str, ...]:
    """What a row shown to a person holds."""
    return (*shape.columns, "sheet", "row")


def rows_of(connection: Connection, shape: Shape, record_ids: Sequence[int]) -> dict[int, Row]:
    """Stored rows by id, in order of file and row, with `shown_columns`."""
    table, names = shape.table, shown_columns(shape)
    columns = [table.c[name] for name in ("id", *names)]
    query = select(*columns).where(table.c.id.in_(record_ids))
    found = connection.execute(query.order_by(table.c.submission_id, table.c.sheet, table.c["row"]))
    return {row["id"]: {name: row[name] for name in names} for row in found.mappings()}


def _met(connection: Connection, table: Table, keys: Sequence[bytes]) -> Sequence[Any]:
    """The records of these natural keys: key, content, id, submission, held."""
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    # The table is one of ours; the keys reach the driver as they are, without work for each of 10,000.
    query = (
        f"SELECT natural_key, content, id, submission_id, held FROM {table.name} "  # noqa: S608
        f"WHERE natural_key IN ({', '.join([mark] * len(keys))})"
    )
    return connection.exec_driver_sql(query, tuple(keys)).all()
