"""What a record of a report form is made of, and the lines that stand above a line."""

from dataclasses import dataclass, field, replace

from data_loaders.layout.forms.words import COUNT, DEEPEST, MEN, OTHER, PEOPLE, WOMEN, Line
from program.vocabulary import Audience, Delivery, Kind

TOTAL = "total"


@dataclass
class Slot:
    """One record of each column: the rows that tell its count, its people by audience, its women and men. `whole`: the slot
    whose activities this one's are part of."""

    scope: tuple[int, ...]
    kind: Kind | None
    audiences: tuple[Audience, ...]
    delivery: Delivery | None
    unit: str = ""
    period: str = ""
    rows: dict[str, int] = field(default_factory=dict)
    women_of: dict[str, int] = field(default_factory=dict)
    whole: "Slot | None" = None
    level: float = DEEPEST

    @property
    def people(self) -> bool:
        """Whether a row tells people of it."""
        return any(key not in (COUNT, WOMEN, MEN) for key in self.rows)

    def settle(self) -> None:
        """One line of women below the last of several audiences is of all of them."""
        if len(self.women_of) == 1 and WOMEN not in self.rows:
            parts = [key for key in self.rows if key not in (COUNT, TOTAL, WOMEN, MEN)]
            key, row = next(iter(self.women_of.items()))
            if len(parts) > 1 and key == parts[-1]:
                self.rows[WOMEN] = row
                self.women_of.clear()


@dataclass(frozen=True)
class Row:
    """A line in its row. `filled`: it has cells where results stand."""

    number: int
    line: Line
    filled: bool


@dataclass
class Above:
    """A line above that others stand below: its level, what it counts, and the slot it told of."""

    level: float
    line: Line
    row: int
    measure: str | None
    slot: Slot | None = None
    key: str = ""
    heading: bool = False


class Unclear(Exception):
    """The lines can be read in more than one way, or one cannot be read."""


def measured_beside(last: Above | None) -> str | None:
    """What a line of an audience counts that stands beside another, not below it: people, as those before it."""
    if last is None:
        return None
    return PEOPLE if last.measure == COUNT and last.line.measure else last.measure


def depth_of(line: Line, last: Above | None) -> float:
    """How deep a line stands; one without a mark stands below what it is a part of, else where the one before did."""
    if line.level < DEEPEST or last is None:
        return line.level
    own = last.measure if last.measure in (COUNT, PEOPLE) else None
    if line.part or line.measure in (WOMEN, MEN):
        return DEEPEST + 1 if last.level <= DEEPEST else last.level
    if line.measure is None and own and last.level >= DEEPEST:
        beside = last.line.measure is None or last.line.part or own == COUNT
        return last.level if beside else last.level + 1
    return DEEPEST


def headed(rows: list[Row]) -> list[Row]:
    """The lines, where one without results and without a mark stands above the lines that follow it, whatever marks
    they have ("Đối với cha mẹ" above 1, 2, 3)."""
    found: list[Row] = []
    below: float = DEEPEST
    for row in reversed(rows):
        line = row.line
        if row.filled or line.level < DEEPEST or line.part:
            below = line.level
        elif line.measure != OTHER:
            below -= 0.5
            line = replace(line, level=below)
        found.append(replace(row, line=line))
    return found[::-1]
