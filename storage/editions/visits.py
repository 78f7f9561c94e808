"""Under which units the schools stand that a row of an activity names: what a department did at a school moves the
figures of the district whose school it is."""

from collections.abc import Callable, Iterator

import pandas as pd
from sqlalchemy import Connection, select

from program.editions.causes import Touch
from program.schools.names import among, finder
from program.wards import new_unit
from storage.editions.replay import Step
from storage.schema import school

Visited = Callable[[Step], Iterator[Touch]]


def visited(connection: Connection) -> Visited:
    """A function that gives the touches of a change of one row at schools of other units than its own, by the register
    as it stands."""
    known: dict[tuple[str, str], frozenset[str]] = {}
    register = _Register(connection)

    def touches(step: Step) -> Iterator[Touch]:
        for word, other in ((step.before, step.after), (step.after, step.before)):
            if word is None or other is not None or not word.school:
                continue
            about = (word.school, word.unit)
            if about not in known:
                known[about] = register.units_of(*about) - {word.unit}
            for unit in known[about]:
                yield Touch(unit, None, word.counted_on, word.counted_on, frozenset({"schools"}))

    return touches


class _Register:
    """The schools that are held, read where somebody asks for the first."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: pd.DataFrame | None = None
        self._find: Callable[[str, str], int] = lambda _name, _unit: -1

    def units_of(self, name: str, unit: str) -> frozenset[str]:
        """The units of the schools that a cell names in a row of a unit, as they stand before and after 1-7-2025."""
        if self._rows is None:
            query = select(school.c.name, school.c.unit, school.c.ward).where(school.c.held)
            found = self._connection.execute(query).all()
            self._rows = pd.DataFrame(found, columns=["name", "unit", "ward"])
            self._find = finder(self._rows)
        places = [place for _, place in among(name, lambda part: self._find(part, unit)) if place >= 0]
        own = [(str(self._rows["unit"][place]), self._rows["ward"][place]) for place in places]
        later = (new_unit(code, ward) for code, ward in own if isinstance(ward, str))
        return frozenset({*(code for code, _ in own), *filter(None, later)})
