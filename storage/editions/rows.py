"""The held rows that a comparison of editions counts again, and what each of them adds to figures."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from program.vocabulary import Audience
from storage.conflicts.basis_records import LINED
from storage.editions.replay import Word
from storage.portions import portions
from storage.schema import activity, attendance_column

# By measure and audience.
Numbers = dict[tuple[str, Audience | None], int]
_SEATS = {audience: attendance_column(audience) for audience in Audience}
_HELD = select(*(activity.c[name] for name in ("id", "natural_key", *LINED))).where(activity.c.held)


def numbers(said: Mapping[Any, Any]) -> Numbers:
    """What a row adds to the figures of its unit and kind, as `program.measures.cube` counts it, from its columns of numbers."""
    seats = {audience: int(said[name] or 0) for audience, name in _SEATS.items()}
    count = int(said["count"] or 0)
    found: Numbers = {("activities", None): count, ("female", None): int(said["female"] or 0)}
    found["attendances", None] = max(sum(seats.values()), int(said["attendances_total"] or 0))
    for audience, number in seats.items():
        if number:
            found["attendances", audience], found["activities", audience] = number, count
    return found


def by_keys(connection: Connection, keys: Iterable[bytes]) -> Iterator[Word]:
    """The held rows of these natural keys."""
    for some in portions(sorted(keys)):
        yield from connection.execute(_HELD.where(activity.c.natural_key.in_(some)))


def by_groups(connection: Connection, groups: Iterable[tuple[str, str]]) -> Iterator[Word]:
    """The held rows of these units and kinds."""
    for unit, kind in groups:
        yield from connection.execute(_HELD.where(activity.c.unit == unit, activity.c.kind == kind))
