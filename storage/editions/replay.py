"""What was held between two entries of the log, key by key: the rows that a submission changed, and only those.

The rule of `storage.records.winners` is followed through the log again: of the submissions that count at a moment, the
latest record of a key is held, unless one of them says that it is gone.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, select, union

from storage.journal import log
from storage.schema import removal, replacement

Word = Row[Any]
Entry = Row[Any]


@dataclass(frozen=True)
class Step:
    """At an entry of the log another record of a natural key was held than before; None: no record."""

    entry: int
    submission: int
    before: Word | None
    after: Word | None


@dataclass
class Standing:
    """Which submissions count, and which were replaced as a whole, while the log is read."""

    replaced: Mapping[int, tuple[int, ...]]
    counting: set[int] = field(default_factory=set)
    superseded: set[int] = field(default_factory=set)

    def follow(self, action: str, submission: int) -> tuple[int, ...]:
        """Take up an entry; gives the submissions that count or do not count any more by it."""
        others = self.replaced.get(submission, ())
        if action == log.ACCEPTED:
            self.counting.add(submission)
            self.counting.difference_update(others)
            self.superseded.update(others)
        elif submission in self.counting:
            self.counting.discard(submission)
            self.counting.update(others)
            self.superseded.difference_update(others)
        else:
            return ()
        return (submission, *others)

    def received(self, submissions: set[int]) -> bool:
        """Whether one of these was received, whatever became of its rows."""
        return not (self.counting.isdisjoint(submissions) and self.superseded.isdisjoint(submissions))


def replacements(connection: Connection) -> dict[int, tuple[int, ...]]:
    """The submissions that each one replaced."""
    found: dict[int, tuple[int, ...]] = {}
    table = replacement.c
    for number, replaced in connection.execute(select(table.submission_id, table.replaced_id)):
        found[number] = (*found.get(number, ()), replaced)
    return found


class Keys:
    """The records and removals of one table for every key that some submissions speak of."""

    def __init__(
        self, connection: Connection, table: Table, names: Sequence[str], concerned: Collection[int],
        within: Iterable[ColumnElement[bool]] = (),
    ) -> None:  # fmt: skip
        touched = union(
            select(table.c.natural_key).where(table.c.submission_id.in_(concerned)),
            select(removal.c.natural_key).where(
                removal.c.submission_id.in_(concerned), removal.c.table_name == table.name
            ),
        ).subquery()
        columns = ("id", "submission_id", "natural_key", "content", *names)
        rows = (
            select(*(table.c[name] for name in dict.fromkeys(columns)))
            .where(table.c.natural_key.in_(select(touched.c.natural_key)), *within)
            .order_by(table.c.id)
        )
        gone = select(removal.c.natural_key, removal.c.submission_id, removal.c.record_id).where(
            removal.c.table_name == table.name, removal.c.natural_key.in_(select(touched.c.natural_key))
        )
        self._rows: dict[bytes, list[Word]] = {}
        self._of: dict[int, set[bytes]] = {}
        for row in connection.execute(rows):
            key = bytes(row.natural_key)
            self._rows.setdefault(key, []).append(row)
            self._of.setdefault(row.submission_id, set()).add(key)
        self._gone: dict[bytes, list[tuple[int, int]]] = {}
        for natural_key, submission, record in connection.execute(gone):
            key = bytes(natural_key)
            if key in self._rows:
                self._gone.setdefault(key, []).append((submission, record))
                self._of.setdefault(submission, set()).add(key)

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._rows)

    def held(self, key: bytes, counting: Collection[int]) -> Word | None:
        """The record of a key that is held while these submissions count."""
        found = next((row for row in reversed(self._rows[key]) if row.submission_id in counting), None)
        if found is None:
            return None
        removed = any(by in counting and record >= found.id for by, record in self._gone.get(key, ()))
        return None if removed else found

    def steps(self, standing: Standing, entries: Iterable[Row[Any]]) -> Iterator[Step]:
        """The changes of what is held through these entries, without those that lead back to what a key had held
        before. `standing` is that of the beginning, and is moved on."""
        first: dict[bytes, Word | None] = {}
        taken: dict[bytes, list[Step]] = {}
        for entry in entries:
            before = frozenset(standing.counting)
            for number in standing.follow(entry.action, entry.submission_id):
                for key in self._of.get(number, ()):
                    if key not in first:
                        first[key] = self.held(key, before)
                    way = taken.setdefault(key, [])
                    now = way[-1].after if way else first[key]
                    held = self.held(key, standing.counting)
                    if _content(held) != _content(now):
                        _go_on(way, first[key], Step(entry.id, entry.submission_id, now, held))
        for way in taken.values():
            yield from way


def _go_on(way: list[Step], first: Word | None, step: Step) -> None:
    """A step is added; where it leads back, what lies between is no way."""
    states = [_content(first), *(_content(one.after) for one in way)]
    if _content(step.after) in states:
        del way[states.index(_content(step.after)) :]
    else:
        way.append(step)


def _content(word: Word | None) -> bytes | None:
    return None if word is None else bytes(word.content)


def standing_after(entries: Iterable[Entry], replaced: Mapping[int, tuple[int, ...]]) -> Standing:
    """Which submissions count after these entries, all since the beginning."""
    found = Standing(replaced)
    for one in entries:
        found.follow(one.action, one.submission_id)
    return found


def rows_then(
    connection: Connection, table: Table, names: Sequence[str], before: Iterable[Entry], later: Iterable[Entry]
) -> dict[bytes, Word | None]:  # fmt: skip
    """The rows that files of later entries speak of, as they were held after the entries `before` (None: not held)."""
    moving = list(later)
    if not moving:
        return {}
    replaced = replacements(connection)
    keys = Keys(connection, table, names, concerned_by(moving, replaced))
    counting = standing_after(before, replaced).counting
    return {key: keys.held(key, counting) for key in keys}


def concerned_by(moving: Iterable[Entry], replaced: Mapping[int, tuple[int, ...]]) -> set[int]:
    """The submissions that entries accept, replace or withdraw."""
    return {n for one in moving for n in (one.submission_id, *replaced.get(one.submission_id, ()))}
