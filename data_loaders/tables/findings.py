"""Collects the findings of one table, one at most for each cell."""

from collections.abc import Mapping

from data_loaders.issues import issue
from data_loaders.layout.grid_view import NOTHING_MOVED, Place
from data_loaders.reading import references
from data_loaders.reading.grid import Cell
from program.contract import WARNINGS, Issue, IssueCode


class Findings:
    """The issues of one table."""

    def __init__(
        self, sheet: str, *, turned: bool = False, places: Mapping[Place, Place] = NOTHING_MOVED
    ) -> None:
        """`turned`: the table's rows are the columns of the sheet; `places`: where cells stand that were moved."""
        self.sheet = sheet
        self._turned = turned
        self._places = places
        self._placed: list[tuple[int, int, Issue]] = []
        self._seen: dict[str, bool] = {}

    @property
    def issues(self) -> list[Issue]:
        """All findings, by row and column."""
        return [found for _, _, found in sorted(self._placed, key=lambda placed: placed[:2])]

    def add(self, code: IssueCode, row: int, column: int, found: Cell = None, **words: object) -> None:
        """One finding about one cell; a second one about the same cell is dropped, unless it is an error behind a warning."""
        row, column = self._seen_at(row, column)
        at = references.name(row, column)
        warns = code in WARNINGS
        if at in self._seen:
            if warns or not self._seen[at]:
                return
            self._placed = [placed for placed in self._placed if placed[2]["cell"] != at]
        self._seen[at] = warns
        made = issue(code, self.sheet, at, found, row=row, column=references.letters(column), **words)
        self._placed.append((row, column, made))

    def name(self, row: int, column: int) -> str:
        """The name of a cell, where the user sees it."""
        return references.name(*self._seen_at(row, column))

    def _seen_at(self, row: int, column: int) -> tuple[int, int]:
        at = (column, row) if self._turned else (row, column)
        return self._places.get(at, at)

    def has(self, code: IssueCode) -> bool:
        """Whether a finding of this code was written down."""
        return any(found["code"] == code.value for _, _, found in self._placed)
