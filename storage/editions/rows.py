"""The held rows that a comparison of editions counts again, and what each of them adds to figures."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from program.vocabulary import Audience
from storage.conflicts.basis_records import COLUMNS
from storage.editions.replay import Word
from storage.schema import activity, attendance_column

# By measure and audience.
Numbers = dict[tuple[str, Audience | None], int]
_SEATS = {audience: attendance_column(audience) for audience in Audience}
_A_QUERY = 5_000
_HELD = select(
    *(activity.c[name] for name in ("id", "natural_key", "attendances_total", "female", *COLUMNS))
).where(activity.c.held)


def numbers(word: Word) -> Numbers:
    """What a row adds to the figures of its unit and kind, as `program.cube` counts it."""
    seats = {audience: int(getattr(word, name) or 0) for audience, name in _SEATS.items()}
    count = int(word._mapping["count"] or 0)  # noqa: SLF001 (to the type checker `count` is a method)
    found: Numbers = {("activities", None): count, ("female", None): int(word.female or 0)}
    found["attendances", None] = max(sum(seats.values()), int(word.attendances_total or 0))
    for audience, number in seats.items():
        if number:
            found["attendances", audience], found["activities", audience] = number, count
    return found


def by_keys(connection: Connection, keys: Iterable[bytes]) -> Iterator[Word]:
    """The held rows of these natural keys."""
    whole = sorted(keys)
    for start in range(0, len(whole), _A_QUERY):
        some = whole[start : start + _A_QUERY]
        yield from connection.execute(_HELD.where(activity.c.natural_key.in_(some)))


def by_groups(connection: Connection, groups: Iterable[tuple[str, str]]) -> Iterator[Word]:
    """The held rows of these units and kinds."""
    for unit, kind in groups:
        yield from connection.execute(_HELD.where(activity.c.unit == unit, activity.c.kind == kind))
