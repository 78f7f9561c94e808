"""Every detail activity of the demo, with its school, ward, organiser and words."""

import random
from datetime import date, timedelta
from functools import cache

from program import units
from program.periods import PROGRAMME_END
from sample_data import drafting, events, places, story, wording
from sample_data.model import Activity


class Visits:
    """Which school is visited next: mostly the one that waited longest, else one visited lately.

    Set so that six in ten schools of the register were visited in the year to mid-2024, and more later.
    """

    def __init__(self) -> None:
        self._last: dict[str, date] = {}
        self._chance = random.Random("830-visits")

    def choose(self, unit: str | None, day: date) -> places.School | None:
        """A school of the unit's territory on the day (None: of the city); None where it has none."""
        found = places.schools_of(unit, day)
        if not found:
            return None
        chance = self._chance
        longest = sorted(found, key=lambda s: (self._last.get(s.name, date.min), chance.random()))
        fresh = 0.62 if day < date(2023, 6, 1) else 0.78 if day < date(2024, 7, 1) else 0.92
        third = max(len(longest) // 3, 1)
        school = longest[0] if chance.random() < fresh else chance.choice(longest[-third:])
        self._last[school.name] = day
        return school


@cache
def activities() -> tuple[Activity, ...]:
    """All detail activities in order of their days."""
    found = [*events.territory(), *events.organisations()]
    found.sort(key=lambda e: (e.day, e.unit, e.serial))
    visits = Visits()
    return tuple(_placed(event, visits) for event in found)


def _placed(event: events.Event, visits: Visits) -> Activity:
    chance = random.Random(f"830-{event.unit}-{event.day}-{event.serial}")
    own = event.unit in story.DISTRICTS or event.unit in story.COMMUNES
    school = visits.choose(event.unit if own else None, event.day) if event.at_school else None
    last = units.BREAK - timedelta(days=1) if event.unit in story.DISTRICTS else PROGRAMME_END
    name = school.name if school else None
    ward: str | None = None
    if school:
        ward = places.ward_on(school.ward, event.day).name
    elif own and event.day >= units.BREAK:
        ward = units.label(event.unit, with_type=True)
    elif own:
        ward = chance.choice(places.wards(event.unit, event.day)).name
    if own and ward:
        organiser = wording.organiser(chance, event.unit, ward, name, event.day, event.sort.host)
    else:
        organiser = units.label(event.unit)
    return drafting.draft(chance, event.unit, event.sort, event.day, organiser, ward, name, last)
