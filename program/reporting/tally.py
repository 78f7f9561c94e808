"""Reports counted by what became of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from program.reporting.timeliness import RECEIVED, Cell, Sent
from program.shares import shares_of_all


@dataclass(frozen=True)
class Tally:
    """The reports expected of campaigns that ended, by what became of them; `parts` make up `expected`.
    `declared_zero` of the received ones declare that nothing took place; `came_later` of the others have
    been received since the as-of day."""

    parts: Mapping[Sent, int]
    declared_zero: int
    came_later: int

    @property
    def expected(self) -> int:
        return sum(self.parts.values())

    @property
    def received(self) -> int:
        return sum(self.parts[state] for state in RECEIVED)

    def percentages(self) -> dict[Sent, float]:
        """The parts in per cent, which make up exactly 100; empty where nothing was expected."""
        return shares_of_all(self.parts)


def tally(found: Iterable[Cell]) -> Tally:
    """Counts over cells; campaigns that have not ended are left out."""
    closed = [c for c in found if c.sent != Sent.OPEN]
    states = [state for state in Sent if state != Sent.OPEN]
    return Tally(
        {state: sum(c.sent == state for c in closed) for state in states},
        sum(c.declared_zero for c in closed),
        sum(c.came_later for c in closed),
    )
