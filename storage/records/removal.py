"""Rows of earlier files that a corrected file no longer has: found, and removed when somebody says so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    delete,
    func,
    insert,
    literal,
    select,
)

from program.contract import Report
from program.text import fold
from storage import schema
from storage.access import reach
from storage.intake.history import Submission, accepted_about
from storage.records.comparison import Comparison, rows_of
from storage.records.keys import KeySet
from storage.records.rows import Batch, Row, kinds_of, units_of
from storage.records.shapes import SHAPES, Shape
from storage.records.winners import release

ROWS_SHOWN = 200


@dataclass(frozen=True)
class Vanished:
    """Held rows of an earlier submission that the file in hand, which seems to correct it, does not have:
    how many, and at most 200 of them with the columns of the record table, `sheet` and `row`."""

    submission: Submission
    count: int
    rows: tuple[Row, ...]


class Spoken:
    """Of what a file speaks: the natural keys of each record table and the days of its activities."""

    def __init__(self) -> None:
        self.keys: dict[str, KeySet] = {}
        self.first, self.last = date.max, date.min

    def add(self, batch: Batch) -> None:
        """A batch of the file."""
        self.keys.setdefault(batch.shape.table.name, KeySet()).add(batch.columns["natural_key"])
        if batch.shape.table is schema.activity:
            self.first = min(self.first, *batch.columns["start_date"])
            self.last = max(self.last, *batch.columns["end_date"])

    @property
    def size(self) -> int:
        """The number of things that the file speaks of."""
        return sum(map(len, self.keys.values()))


def vanished(
    connection: Connection, report: Report, fingerprint: str, spoken: Spoken, comparison: Comparison
) -> tuple[Vanished, ...]:
    """The earlier accepted submissions that a file seems to correct and whose rows it lacks, the newest
    first. It seems to correct one if the units of one are among those of the other, and either half of
    the smaller one's records are in both, or both have the same name and speak of the same days."""
    spoken_of = set(units_of(report))
    found = []
    for earlier, its_units in accepted_about(connection, spoken_of):
        if earlier.fingerprint == fingerprint or not (its_units <= spoken_of or spoken_of <= its_units):
            continue
        smaller = min(spoken.size, sum(earlier.counts.values()))
        if 2 * comparison.in_common[earlier.id] < smaller and not (
            fold(earlier.file_name) == fold(report["file"]) and _same_days(connection, earlier.id, spoken)
        ):
            continue
        one = _lacking(connection, report, earlier, spoken.keys)
        if one.count:
            found.append(one)
    return tuple(found)


def units_of_lacking(connection: Connection, report: Report, earlier: Sequence[int]) -> set[str]:
    """The units of whose rows `remove` would take some away, or might."""
    if not earlier:
        return set()
    spoken_of = units_of(report)
    return set(spoken_of) if len(spoken_of) == 1 else reach.of_submissions(connection, earlier)


def remove(connection: Connection, submission_id: int, report: Report, earlier: Sequence[int]) -> int:
    """What earlier submissions still hold of the kinds and units that a file speaks of is gone, by the word
    of the submission of this file, whose own rows are stored; gives how many rows."""
    if not earlier:
        return 0
    gone = 0
    for shape in _shapes(kinds_of(report)):
        table = shape.table
        lacking = select(table.c.id).where(*_of(table, earlier, units_of(report)))
        gone += remove_records(connection, submission_id, table, list(connection.scalars(lacking)))
    return gone


def remove_records(
    connection: Connection, submission_id: int, table: Table, record_ids: Sequence[int]
) -> int:
    """Held records are gone, by the word of a submission; gives how many."""
    if not record_ids:
        return 0
    noted = select(literal(submission_id), literal(table.name), table.c.natural_key, table.c.id)
    connection.execute(
        insert(schema.removal).from_select(_NAMES, noted.where(table.c.id.in_(record_ids), table.c.held))
    )
    release(connection, table, record_ids)
    return len(record_ids)


def inherit(connection: Connection, submission_id: int, replaced: Sequence[int]) -> None:
    """A submission that replaces others keeps to what they removed."""
    table = schema.removal
    taken = (
        select(literal(submission_id), table.c.table_name, table.c.natural_key, func.max(table.c.record_id))
        .where(table.c.submission_id.in_(replaced))
        .group_by(table.c.table_name, table.c.natural_key)
    )
    connection.execute(insert(table).from_select(_NAMES, taken))


def forget(connection: Connection, submission_ids: Sequence[int]) -> None:
    """Delete what submissions removed."""
    table = schema.removal
    connection.execute(delete(table).where(table.c.submission_id.in_(submission_ids)))


_NAMES = ("submission_id", "table_name", "natural_key", "record_id")


def _shapes(kinds: Iterable[str]) -> list[Shape]:
    """The shapes of kinds of table, one for each record table."""
    return list({SHAPES[kind].table.name: SHAPES[kind] for kind in sorted(kinds)}.values())


def _of(table: Table, submission_ids: Sequence[int], spoken_of: Sequence[str]) -> list[ColumnElement[bool]]:
    """Held rows of submissions. The file of one unit says nothing of the rows of others."""
    conditions: list[ColumnElement[bool]] = [table.c.submission_id.in_(submission_ids), table.c.held]
    if len(spoken_of) == 1:
        conditions.append(table.c.unit == spoken_of[0])
    return conditions


def _lacking(
    connection: Connection, report: Report, earlier: Submission, keys: Mapping[str, KeySet]
) -> Vanished:
    count = 0
    rows: list[Row] = []
    for shape in _shapes(kinds_of(report)):
        table = shape.table
        held = select(table.c.id, table.c.natural_key).where(*_of(table, [earlier.id], units_of(report)))
        its_rows = connection.execute(held).all()
        known = keys[table.name].has([row.natural_key for row in its_rows])
        lacking = [row.id for row, here in zip(its_rows, known, strict=True) if not here]
        count += len(lacking)
        if shown := sorted(lacking)[: ROWS_SHOWN - len(rows)]:
            rows += rows_of(connection, shape, shown).values()
    return Vanished(earlier, count, tuple(rows))


def _same_days(connection: Connection, submission_id: int, spoken: Spoken) -> bool:
    """Whether an earlier submission's activities lie in the days of the file's; also where one has none.
    Many offices give every month's file the same name."""
    table = schema.activity
    query = select(func.min(table.c.start_date), func.max(table.c.end_date))
    first, last = connection.execute(query.where(table.c.submission_id == submission_id)).one()
    if first is None or spoken.first > spoken.last:
        return True
    return bool(first <= spoken.last and spoken.first <= last)
