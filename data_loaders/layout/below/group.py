"""What the headings of groups say of the rows below them."""

from dataclasses import dataclass, field

from data_loaders.values.days.periods import Words
from program.vocabulary import Audience, Delivery, Kind, Level


@dataclass
class Group:
    """What the group headings above a row say: words of its unit, its kind, its period, its level of schools,
    its audience, the body that held the activities, how they were held; `label` are the words of the lowest; `place`:
    the row and column of the heading that names the unit; `length`: the words of the lowest, without its mark."""

    unit: str | None = None
    kind: Kind | None = None
    period: Words | None = None
    school: Level | None = None
    audience: Audience | None = None
    organiser: str | None = None
    label: str = ""
    levels: dict[int, "Group"] = field(default_factory=dict)
    length: int = 0
    place: tuple[int, int] = (0, 0)
    delivery: Delivery | None = None

    def under(self, level: int, named: "Group") -> "Group":
        """The group after another heading of this level: what deeper headings said is over."""
        return self.above(level, {level: named})

    def above(self, level: int, more: "dict[int, Group] | None" = None) -> "Group":
        """The group without its headings from this level on, and with `more` of them."""
        levels = {n: g for n, g in self.levels.items() if n < level} | (more or {})
        found = Group(levels=levels)
        for n in sorted(levels):
            if levels[n].unit:
                # The body that an outer heading named as its unit holds nothing of another unit's.
                found.unit, found.place, found.organiser = levels[n].unit, levels[n].place, None
            found.kind, found.label = levels[n].kind or found.kind, levels[n].label
            found.period = levels[n].period or found.period
            found.school = levels[n].school or found.school
            found.audience = levels[n].audience or found.audience
            found.organiser = levels[n].organiser or found.organiser
            found.delivery = levels[n].delivery or found.delivery
        return found
