"""What a checked file, or all that is stored, may count twice: near twins and overlaps, read for the rules
of `program.twins` and `program.overlaps`."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, Connection, or_, select

from program.overlaps import Overlap, settled
from program.resemblance import FIELDS, LONGEST, TraitsOf
from program.twins import Row, Twin, likely, ordered, twin
from program.vocabulary import Basis
from storage.basis_records import COLUMNS, Spans, of_spans, summary_spans, typed
from storage.records import Batch
from storage.schema import activity, submission
from storage.setting_aside import twin_decisions, verdicts

_CHUNK = 20_000
_NEW_FILE = 0  # no submission has this number
# More days than this are read as one stretch.
_DAYS_NAMED = 400
_STORED = [(activity.c.submission_id if name == "file" else activity.c[name]).label(name) for name in FIELDS]
_TOLD = ("count", "attendances_total", "female", "delivery", "basis", "sheet", "row", "natural_key")
_SHOWN = (*(name for name in FIELDS if name not in ("file", "seats")), *_TOLD)


class Gathered:
    """The activities of a checked file, gathered batch by batch, against what is stored."""

    def __init__(self) -> None:
        self._columns: dict[str, list[Any]] = {name: [] for name in (*_SHOWN, "seats", "counted_on")}

    def add(self, batch: Batch) -> None:
        """More of the file; what holds no activities is passed over."""
        if batch.shape.table is activity:
            for name, values in self._columns.items():
                values.extend(batch.columns[name])

    def twins(self, connection: Connection) -> tuple[tuple[Twin, ...], int]:
        """Near twins among the file's rows, and between them and rows that count now, with nothing decided
        about them; and how many there are beyond those given. A row of the file has no `submission_id`."""
        columns = self._columns
        wanted = [
            place
            for place, (basis, kind) in enumerate(zip(columns["basis"], columns["kind"], strict=True))
            if basis == Basis.DETAIL and kind is not None
        ]
        if not wanted:
            return (), 0
        gathered = TraitsOf()
        gathered.add(
            {name: [columns[name][p] for p in wanted] for name in FIELDS if name != "file"}
            | {"file": [_NEW_FILE] * len(wanted)}
        )
        keys = [columns["natural_key"][p] for p in wanted]
        ids: list[int] = []
        own = frozenset(columns["natural_key"])
        spans = {(columns["start_date"][p], columns["end_date"][p]) for p in wanted}
        for portion in _counting(connection, spans, own):
            gathered.add(portion)
            keys += portion["natural_key"]
            ids += portion["id"]
        new = np.arange(len(keys)) < len(wanted)
        found, more = likely(gathered.all(), new, keys, _decided(connection))
        met = {place for pair in found for place in (pair.first, pair.second)}
        stored = rows(connection, [ids[p - len(wanted)] for p in met if p >= len(wanted)])

        def row(place: int) -> Row:
            if place >= len(wanted):
                return stored[ids[place - len(wanted)]]
            return {name: columns[name][wanted[place]] for name in _SHOWN}

        return tuple(twin(row(pair.first), row(pair.second), pair.reasons) for pair in found), more

    def overlaps(self, connection: Connection) -> tuple[Overlap, ...]:
        """Summaries beside finer records of one unit and kind, were the file accepted now, that wait for a
        choice; of the units that the file speaks of."""
        own = pd.DataFrame({name: self._columns[name] for name in (*COLUMNS, "natural_key")}, dtype=object)
        own = typed(own.assign(twin=False))
        spans = _joined(summary_spans(connection, set(own["unit"])), own)
        stored = of_spans(connection, spans)
        stored = stored[~stored["natural_key"].isin(own["natural_key"])]
        records = pd.concat([stored, own], ignore_index=True) if len(stored) else own
        return tuple(o for o in settled(records, verdicts(connection)).overlaps if o.waits)


def stored_twins(connection: Connection) -> tuple[tuple[Twin, ...], int]:
    """Near twins among the rows that count now with nothing decided about them, and how many more."""
    gathered = TraitsOf()
    keys: list[bytes] = []
    ids: list[int] = []
    for portion in _counting(connection, None, frozenset()):
        gathered.add(portion)
        keys += portion["natural_key"]
        ids += portion["id"]
    found, more = likely(gathered.all(), np.ones(len(keys), dtype=bool), keys, _decided(connection))
    told = rows(connection, [ids[place] for pair in found for place in (pair.first, pair.second)])
    made = (twin(told[ids[pair.first]], told[ids[pair.second]], pair.reasons) for pair in found)
    return tuple(made), more


def _decided(connection: Connection) -> frozenset[tuple[bytes, bytes]]:
    return frozenset(ordered(d.first_key, d.second_key) for d in twin_decisions(connection))


def _counting(
    connection: Connection, spans: set[tuple[date, date]] | None, without: frozenset[bytes]
) -> Iterator[dict[str, Sequence[Any]]]:
    """Detail rows that count now and may share a day with one of the spans (None: all), but for some
    natural keys, as columns with FIELDS, `natural_key` and `id`."""
    table = activity
    query = select(*_STORED, table.c.natural_key, table.c.id).where(
        table.c.active, table.c.basis == Basis.DETAIL.value, table.c.kind.is_not(None)
    )
    if spans is not None:
        query = query.where(*_on_days(spans))
    names = [*FIELDS, "natural_key", "id"]
    result = connection.execution_options(yield_per=_CHUNK).execute(query)
    for portion in result.partitions():
        kept = [row for row in portion if row.natural_key not in without]
        if kept:
            yield dict(zip(names, map(list, zip(*kept, strict=True)), strict=True))


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
    """Stored rows by id, with the file each came from."""
    columns = [activity.c[name] for name in ("id", *_SHOWN, "submission_id")]
    query = select(*columns, submission.c.file_name).join(submission).where(activity.c.id.in_(set(ids)))
    return {row["id"]: dict(row) for row in connection.execute(query).mappings()}


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
