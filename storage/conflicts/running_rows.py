"""Running totals among the rows of a view (`storage.conflicts.running`): found by, added up and shown with the numbers
that they count."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, or_, select

from program.conflicts.running import NUMBERS, PARTS, RUNNING, Added
from storage.schema import activity

Totals = Mapping[int, Added]
Numbers = Mapping[str, int | None]


def fits(
    totals: Totals, condition: ColumnElement[bool], test: Callable[[Added], bool]
) -> ColumnElement[bool]:
    """A condition about the numbers of rows; of running totals it is asked of what they count."""
    if not totals:
        return condition
    of_those = [number for number, one in totals.items() if test(one)]
    return or_(and_(condition, ~_among(totals)), _among(of_those))


def less(
    connection: Connection, totals: Totals, conditions: Sequence[ColumnElement[bool]],
    seats: Callable[[Numbers], int],
) -> dict[str, tuple[int, int]]:  # fmt: skip
    """By kind, how many activities and attendances the running totals of a view say and do not count; `seats` reads
    the attendances that are summed."""
    found: dict[str, tuple[int, int]] = {}
    if totals:
        for number in connection.scalars(select(activity.c.id).where(*conditions, _among(totals))):
            one = totals[number]
            count, sat = found.get(one.kind, (0, 0))
            count += (one.said["count"] or 0) - (one.numbers["count"] or 0)
            found[one.kind] = count, sat + seats(one.said) - seats(one.numbers)
    return found


def shown(columns: dict[str, list[Any]], totals: Totals) -> None:
    """Put into columns of `storage.reading.activity_columns` what running totals count, and the days that this is told of.
    `said_from`, `said_count` and `said_attendances` are what such a row says in its file, missing of others."""
    for place, number in enumerate(columns["id"] if totals else ()):
        if (one := totals.get(number)) is None:
            continue
        for name in NUMBERS:
            columns[name][place] = one.numbers[name]
        columns["basis"][place], columns["start_date"][place] = RUNNING, one.start
        given = any(one.said[name] is not None for name in ("attendances_total", *PARTS))
        columns["said_count"][place] = one.said["count"]
        columns["said_attendances"][place] = one.said["seats"] if given else None
        columns["said_from"][place] = one.since


def _among(ids: Collection[int]) -> ColumnElement[bool]:
    """Written out in the statement, so that they may be any number."""
    return activity.c.id.in_(bindparam(None, sorted(ids), expanding=True, literal_execute=True))
