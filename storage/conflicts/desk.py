"""What waits for a decision among all that is stored (`program.conflicts.desk`), and the sources of an entry."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection, Engine, select

from program.conflicts import desk as conflicts
from program.conflicts import repeats
from program.conflicts.crossings import Crossing
from program.conflicts.desk import Conflict, Desk, Repeated, Side, Sort, UnusualSize
from program.conflicts.overlaps import Overlap
from program.conflicts.repeats import Repeat
from program.conflicts.settling import Settled
from program.conflicts.twins import Row, ordered
from storage.conflicts import near, setting_aside, sizes
from storage.conflicts.near import Compared
from storage.conflicts.subjects import in_force
from storage.database import reading
from storage.schema import submission

# So many pairs of likely twins are listed.
PAIRS = 3_000
# Of each source so many rows are shown, those with most attendances first.
ROWS_SHOWN = 3
_NOBODY = Side((), ())


@dataclass(frozen=True)
class Source:
    """One side of a conflict: some of its rows and how many there are; the files that hold them, each a row with
    `id`, `file_name`, `uploaded_by`, `uploaded_at`."""

    rows: tuple[Row, ...]
    total: int
    files: tuple[Row, ...]


def waiting(engine: Engine) -> Desk:
    """Everything that waits. Of very many stored rows the newest are compared with each other."""
    with reading(engine) as connection:
        stored = near.compared(connection, PAIRS)
        summed = near.summaries(connection)
        beside, settled = setting_aside.beside(connection)
        found = [
            *_twins(stored),
            *_overlaps(beside, settled),
            *_crossings(beside, settled, in_force(connection, "crossing")),
            *_sizes(connection),
            *_repeats([stored, summed], in_force(connection, "repeat")),
        ]
    return Desk(conflicts.ordered(found), stored.more, stored.complete)


def sources(engine: Engine, entries: Sequence[Conflict]) -> dict[str, tuple[Source, Source]]:
    """Both sides of these entries by their codes. A side without records has no rows."""
    with reading(engine) as connection:
        shown = {n for c in entries for side in (c.first, c.second) for n in side.records[:ROWS_SHOWN]}
        rows = near.rows(connection, sorted(shown))
        numbers = {number for c in entries for number in c.files}
        names = ("id", "file_name", "uploaded_by", "uploaded_at")
        query = select(*(submission.c[name] for name in names)).where(submission.c.id.in_(numbers))
        files = {row["id"]: dict(row) for row in connection.execute(query).mappings()}

    def source(side: Side) -> Source:
        own = (rows[n] for n in side.records[:ROWS_SHOWN] if n in rows)
        return Source(tuple(own), len(side.records), tuple(files[n] for n in side.files if n in files))

    return {c.code: (source(c.first), source(c.second)) for c in entries}


def as_seen(connection: Connection, entry: Conflict) -> bool:
    """Whether an entry says what is stored now; what was decided about it meanwhile is not looked at."""
    if isinstance(entry.told, Overlap | Crossing):
        _, settled = setting_aside.beside(connection, entry.units)
        return entry.told in settled.places
    records = {*entry.first.records, *entry.second.records}
    return near.held(connection, records) == len(records)


def _twins(stored: Compared) -> Iterator[Conflict]:
    of = stored.of
    for pair in stored.twins:
        one, other = sorted((pair.first, pair.second), key=lambda p: (stored.files[p], stored.ids[p]))
        seats = int(of.seats[one]), int(of.seats[other])
        yield Conflict(
            Sort.TWIN,
            ordered(stored.keys[one], stored.keys[other]),
            tuple(dict.fromkeys((stored.units[one], stored.units[other]))),
            date.fromordinal(int(min(of.start[one], of.start[other]))),
            date.fromordinal(int(max(of.end[one], of.end[other]))),
            max(seats),
            Side((stored.ids[one],), (stored.files[one],)),
            Side((stored.ids[other],), (stored.files[other],)),
            pair.reasons,
            ((stored.ids[one], seats[0]), (stored.ids[other], seats[1])),
            turned=stored.keys[one] > stored.keys[other],
        )


def _overlaps(beside: pd.DataFrame, settled: Settled) -> Iterator[Conflict]:
    for one in settled.overlaps:
        if one.waits:
            first, second = (_side(beside, places) for places in settled.places[one])
            seats = abs(one.summed_seats - one.listed_seats)
            about = (one.unit, one.kind, one.start, one.end)
            yield Conflict(Sort.BASIS, about, (one.unit,), one.start, one.end, seats, first, second, one)


def _crossings(beside: pd.DataFrame, settled: Settled, decided: Mapping[Any, int]) -> Iterator[Conflict]:
    for one in settled.crossings:
        a, b = one.first, one.second
        about = (one.unit, one.kind, a.start, a.end, b.start, b.end)
        first, second = (_side(beside, places) for places in settled.places[one])
        yield Conflict(
            Sort.CROSSING, about, (one.unit,), a.start, max(a.end, b.end), max(a.seats, b.seats),
            first, second, one, before=decided.get(about),
        )  # fmt: skip


def _side(beside: pd.DataFrame, places: np.ndarray) -> Side:
    rows = beside.iloc[places].sort_values(["seats", "id"], ascending=[False, True])
    return Side(tuple(rows["id"].tolist()), tuple(sorted(set(rows["submission_id"].tolist()))))


def _sizes(connection: Connection) -> Iterator[Conflict]:
    for record, key, unit, kind, day, count, seats, file in sizes.waiting(connection):
        yield Conflict(
            Sort.SIZE, (key, count, seats), (unit,), day, day, seats, Side((record,), (file,)), _NOBODY,
            UnusualSize(kind, count, seats), ((record, seats),),
        )  # fmt: skip


def _repeats(portions: Sequence[Compared], decided: Mapping[Any, int]) -> Iterator[Conflict]:
    """Of details and of summaries; a file that repeats both stands once."""
    found: dict[tuple[str, int, int], list[tuple[Compared, Repeat]]] = {}
    for stored in portions:
        for one in repeats.repeats(stored.of):
            files = stored.files[one.earlier[0]], stored.files[one.later[0]]
            found.setdefault((stored.units[one.later[0]], *files), []).append((stored, one))
    return (_repeat(about, parts) for about, parts in found.items() if about not in decided)


def _repeat(about: tuple[str, int, int], parts: Sequence[tuple[Compared, Repeat]]) -> Conflict:
    """Both sides in the order of the later rows, so that those that are alike stand side by side."""
    rows = [
        (
            int(stored.of.seats[b]),
            stored.ids[a],
            stored.ids[b],
            int(stored.of.start[b]),
            int(stored.of.end[b]),
        )
        for stored, one in parts
        for a, b in zip(one.earlier.tolist(), one.later.tolist(), strict=True)
    ]
    rows.sort(reverse=True)
    seats, earlier, later, starts, ends = zip(*rows, strict=True)
    return Conflict(
        Sort.REPEAT, about, about[:1], date.fromordinal(min(starts)), date.fromordinal(max(ends)), sum(seats),
        Side(earlier, about[1:2]), Side(later, about[2:]),
        Repeated(len(rows), sum(one.rows for _, one in parts)), tuple(zip(later, seats, strict=True)),
    )  # fmt: skip
