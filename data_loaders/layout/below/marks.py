"""The marks of the rows of a table (I, A, 1., 1.1) and their ranks."""

from data_loaders.layout.below.row_labels import level_of, mark_of
from data_loaders.reading.grid import Cell


class Marks:
    """Those of one table, from top to bottom; `ordinal`: the index of its numbering column."""

    def __init__(self, ordinal: int | None) -> None:
        self._ordinal = ordinal
        self._letters_first: bool | None = None

    def of(self, cells: list[Cell]) -> str:
        """The words of the numbering column."""
        at = self._ordinal
        return mark_of(cells[at]) if at is not None and at < len(cells) else ""

    def level(self, text: str) -> int | None:
        """The rank of a mark; letters stand above Roman numerals where a table's first mark is a letter."""
        if (level := level_of(text)) not in (0, 1):
            return level
        if self._letters_first is None:
            self._letters_first = level == 1
        return 1 - level if self._letters_first else level
