"""What a file says about a sheet beside the values of its cells."""

from dataclasses import dataclass, field
from itertools import pairwise

from data_loaders.reading.layout import Merge
from data_loaders.reading.references import LAST_COLUMN

Position = tuple[int, int]
TRUE = ("1", "true", "on")


@dataclass
class Facts:
    """Facts of one sheet, in numbers from 1; `count` is the number of cells written in the file and
    `errors` are its error values by cell, `raised` its texts with raised figures, `months` the cells that show a month alone. The other names are those of `grid.Sheet`."""

    hidden: bool = False
    count: int = 0
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    formulas_without_value: set[Position] = field(default_factory=set)
    errors: dict[Position, str] = field(default_factory=dict)
    raised: dict[Position, str] = field(default_factory=dict)
    months: set[Position] = field(default_factory=set)
    legacy_fonts: dict[Position, str] = field(default_factory=dict)
    comments: dict[Position, str] = field(default_factory=dict)


class HiddenColumns:
    """Gathers spans of hidden columns at equal cost for narrow and wide ones."""

    def __init__(self) -> None:
        self._steps: dict[int, int] = {}

    def add(self, first: str, last: str) -> None:
        """One span as the sheet's `min` and `max` say; anything else than numbers is passed over."""
        if first.isdecimal() and last.isdecimal() and len(first) < 9 and len(last) < 9:
            start, end = max(int(first), 1), min(int(last), LAST_COLUMN)
            if start <= end:
                self._steps[start] = self._steps.get(start, 0) + 1
                self._steps[end + 1] = self._steps.get(end + 1, 0) - 1

    def numbers(self) -> set[int]:
        """The columns that lie in any of the spans."""
        depth, found = 0, set[int]()
        borders = sorted(self._steps)
        for border, after in pairwise(borders):
            depth += self._steps[border]
            if depth > 0:
                found.update(range(border, after))
        return found
