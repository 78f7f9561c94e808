"""What is remembered of the cells that plain rows of an activity table share."""

from datetime import date, datetime
from functools import lru_cache, partial
from typing import Any, NamedTuple

from data_loaders.layout.below.group import Group
from data_loaders.names.units import Era, era_of
from data_loaders.reading.grid import Cell
from data_loaders.tables.activity.activity_reading import Reading
from data_loaders.values.fault import Remembering
from program.measures.sizes import PLAUSIBLE
from program.periods import PROGRAMME_END, PROGRAMME_START
from program.vocabulary import Kind

_LARGE = 10**9


class Day(NamedTuple):
    """A readable day: its ISO text, its era, and the era's reader of units."""

    start: str
    end: str
    era: Era
    units: Remembering


class Memory:
    """What was read of the days, places and kinds of one group, for all its runs."""

    def __init__(self, reader: Reading, group: Group) -> None:
        self.group = group
        self._reader = reader
        units = {era: Remembering(partial(self._unit, era)) for era in Era}

        def day(cell: Cell) -> Day | None:
            if isinstance(cell, date):
                found = _true_day(cell)
                return Day(found[0], found[0], found[1], units[found[1]]) if found else None
            span = reader.dating.day_of(cell, group)
            if span is None or span.end > PROGRAMME_END:
                return None
            era = era_of(span.start, span.end)
            return Day(span.start.isoformat(), span.end.isoformat(), era, units[era])

        self.days = Remembering(day)
        self.kinds = Remembering(lambda cell: sized(reader.kinds[cell] if cell is not None else None))

    def _unit(self, era: Era, place: Any) -> str | None:
        texts, unit, around = self._reader.texts, self._reader.places.unit, self.group.unit or ""
        if self._reader.columns.unit is not None:
            own = texts[place]
            return unit(own, around, "", "", era).code if own else None
        return unit("", around, place[0] or "", place[1] or "", era).code


@lru_cache(maxsize=5000)
def _true_day(day: date) -> tuple[str, Era] | None:
    """A day that needs no reading, with its era, if it lies in the programme: the same in every table."""
    day = day.date() if isinstance(day, datetime) else day
    inside = PROGRAMME_START <= day <= PROGRAMME_END
    return (day.isoformat(), era_of(day, day)) if inside else None


def sized(kind: Kind | None) -> tuple[str, int, int] | None:
    """A kind with the bounds of a usual size; another kind has none."""
    return (kind.value, *PLAUSIBLE.get(kind, (0, _LARGE))) if kind else None
