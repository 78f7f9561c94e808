"""One column that names the audiences of each row, with or without their numbers."""

from data_loaders.cells import words
from data_loaders.reading.grid import Cell
from data_loaders.tables.figures import Figures
from data_loaders.tables.findings import Findings
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.amounts.spelled_out import IN_DIGITS, holds_many
from data_loaders.values.fault import Remembering
from data_loaders.values.people.audiences import (
    counts_somebody,
    find_audience,
    read_audiences,
    read_held_and_numbered,
    read_lump,
    read_numbered,
    read_with_parts,
)
from program.contract import IssueCode

_AMOUNTS = "Ghi con số đứng ngay trước từng đối tượng, ví dụ: 45 phụ huynh, 20 học sinh."


class AudienceCells:
    """Reads the cells of one such column, `column`; `figures` are the columns of the row's figures."""

    def __init__(self, column: int, figures: dict[str, int], findings: Findings) -> None:
        self._column, self._findings = column, findings
        self._figures = {"parts": column, **figures}
        self._numbered = Remembering(lambda cell: read_numbered(words(cell)))
        self._held = Remembering(lambda cell: read_held_and_numbered(words(cell)))
        self._audiences = Remembering(lambda cell: read_audiences(words(cell)))

    @staticmethod
    def line_by_line(cell: Cell, amounts: Cell) -> dict[str, int] | None:
        """People by audience where a cell of audiences and that of their numbers have a line for each; None
        otherwise."""
        if not isinstance(cell, str) or not isinstance(amounts, str) or "\n" not in amounts:
            return None
        names = [find_audience(line) for line in cell.splitlines() if line.strip()]
        numbers = [read_count(line) for line in amounts.splitlines() if line.strip()]
        if len(names) != len(numbers) or len(set(names)) != len(names):
            return None
        pairs = zip(names, numbers, strict=True)
        told = {name.value: number for name, number in pairs if name and isinstance(number, int)}
        return told if len(told) == len(names) else None

    def settle(self, cell: Cell, row: int, figures: Figures) -> bool:
        """Put what a cell says into a row's figures: numbers by audience, a number of all together, or whose the
        row's total is. False where it could not be read, which is then written down."""
        if cell is None:
            return True
        held = self._held[cell]
        figures.activities = held[0] if held else figures.activities
        if numbered := held[1] if held else self._numbered[cell]:
            figures.attendances = {a.value: n for a, n in numbered.items()}
            figures.columns = self._figures
            return True
        if figures.total is None and (both := read_with_parts(words(cell))):
            figures.total, figures.columns = both[0], self._figures
            figures.attendances = {a.value: n for a, n in both[1].items()}
            return True
        found = self._audiences[cell]
        if figures.total is None and counts_somebody(text := words(cell)):
            figures.total = read_lump(text)
            if figures.total is None:
                told = {"amount": _AMOUNTS, "hint": IN_DIGITS if holds_many(text) else ""}
                self._findings.add(IssueCode.NUMBER_UNREADABLE, row, self._column, cell, **told)
            return figures.total is not None
        if found is None:
            self._findings.add(IssueCode.AUDIENCE_UNKNOWN, row, self._column, cell)
            return False
        if len(found) == 1 and figures.total is not None:
            figures.attendances = {found[0].value: figures.total}
        return True
