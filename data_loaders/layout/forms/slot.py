"""What a record of a report form is made of, and the lines that stand above a line."""

from dataclasses import dataclass, field

from data_loaders.layout.forms.words import COUNT, DEEPEST, MEN, WOMEN, Line
from program.text import fold
from program.vocabulary import Audience, Delivery, Kind

TOTAL = "total"


@dataclass
class Slot:
    """One record of each column: the rows that tell its count, its people by audience, its women and men. `whole`: the slot
    whose activities this one's are part of. `placed`: it is of one unit or period of those in the lines; `of`: the slot of them all; `divided`: the
    rows of such a slot that stand below it for each of them; `seats`: the people told as seats taken ("lượt");
    `words`: the lines that tell its people, as they are compared."""

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
    of: "Slot | None" = None
    placed: bool = False
    divided: set[str] = field(default_factory=set)
    seats: set[str] = field(default_factory=set)
    words: dict[str, str] = field(default_factory=dict)

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


def in_other_measure(found: list[Slot], like: Slot, key: str, seats: bool) -> Slot | None:
    """The latest slot of the same place, kind and form whose same people are told in the other of two measures, as
    persons or as seats taken."""
    same = (like.scope, like.kind, like.delivery)
    return next(
        (
            s
            for s in reversed(found)
            if key in s.rows and (key in s.seats) is not seats and (s.scope, s.kind, s.delivery) == same
        ),
        None,
    )


def told_before(found: list[Slot], scope: tuple[int, ...], key: str, text: str) -> bool:
    """Whether the latest slot, below the same headings, holds what the same words tell already ("- Cha mẹ" twice below one
    number of classes)."""
    last = found[-1] if found else None
    return (
        last is not None and last.scope == scope and COUNT in last.rows and last.words.get(key) == fold(text)
    )


class Unclear(Exception):
    """The lines can be read in more than one way, or one cannot be read."""
