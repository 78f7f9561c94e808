"""What counts in windows that are watched, as numbers that any change of a row moves."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, and_, or_, select, type_coerce
from sqlalchemy.types import NullType

from program.locks.windows import Said, quarter_of, speaks_of
from program.periods import parse_period
from program.vocabulary import Basis
from storage.conflicts import running
from storage.schema import activity
from storage.schema.base import as_day

_MASK = (1 << 64) - 1


def counting(connection: Connection, words: Mapping[tuple[str, str], Said]) -> dict[tuple[str, str], Any]:
    """What counts in each of these quarters of units, as one number that any change of a row moves, and whether
    anything was reported for it."""
    if not words:
        return {}
    windows = {code: parse_period(code) for _, code in words}
    first, last = min(w.start for w in windows.values()), max(w.end for w in windows.values())
    table = activity.c
    columns = (table.id, table.unit, table.basis, table.active, table.natural_key, table.content)
    units = sorted({unit for unit, _ in words})
    totals = running.added(connection, units)
    # Without a type the driver's own days pass: each is understood once.
    days = (type_coerce(table[name], NullType()) for name in ("counted_on", "start_date", "end_date"))
    spans = and_(table.basis != Basis.DETAIL, table.start_date <= last, table.end_date >= first)
    query = select(*columns, *days).where(
        table.held, table.unit.in_(units), or_(table.counted_on.between(first, last), spans)
    )  # fmt: skip
    marks: dict[tuple[str, str], int] = {}
    reported: set[tuple[str, str]] = set()
    spoken, counted = _Spoken(), _Days()
    for number, unit, basis, active, key, content, *own in connection.execute(
        query.execution_options(yield_per=10_000)
    ):
        for quarter in spoken[basis, *own]:
            reported.add((unit, quarter))
        inside = counted[own[0]]
        if active and inside is not None:
            # A running total may count something else while its row says the same.
            said = (key, content, repr(totals[number])) if number in totals else (key, content)
            marks[unit, inside] = (marks.get((unit, inside), 0) + hash(said)) & _MASK
    return {place: (marks.get(place, 0), place in reported) for place in words}


class _Days(dict[Any, str | None]):
    """The code of the quarter of a day, as the driver gives it."""

    def __missing__(self, given: Any) -> str | None:
        found = self[given] = quarter_of(as_day(given))
        return found


class _Spoken(dict[Any, tuple[str, ...]]):
    """The codes of the quarters that a row of a basis and days speaks of."""

    def __missing__(self, given: Any) -> tuple[str, ...]:
        basis, *days = given
        found = self[given] = speaks_of(basis, *map(as_day, days))
        return found
