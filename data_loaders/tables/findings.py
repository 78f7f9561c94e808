"""Collects the findings of one table, one at most for each cell."""

from data_loaders.cells import address, letter
from data_loaders.issues import issue
from data_loaders.reading.grid import Cell
from program.contract import Issue, IssueCode


class Findings:
    """The issues of one table in the order of its rows."""

    def __init__(self, sheet: str) -> None:
        self.sheet = sheet
        self.issues: list[Issue] = []
        self._seen: set[str] = set()

    def add(self, code: IssueCode, row: int, column: int, found: Cell = None, **words: object) -> None:
        """One finding about one cell; a second one about the same cell is dropped."""
        at = address(row, column)
        if at in self._seen:
            return
        self._seen.add(at)
        self.issues.append(issue(code, self.sheet, at, found, row=row, column=letter(column), **words))

    def whole(self, code: IssueCode, found: Cell = None, **words: object) -> None:
        """A finding about the table as a whole."""
        self.issues.append(issue(code, self.sheet, None, found, **words))
