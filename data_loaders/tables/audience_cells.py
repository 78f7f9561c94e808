"""One column that names the audiences of each row, with or without their numbers."""

from data_loaders.cells import words
from data_loaders.reading.grid import Cell
from data_loaders.tables.figures import Figures
from data_loaders.tables.findings import Findings
from data_loaders.values.audiences import counts_somebody, read_audiences, read_lump, read_numbered
from data_loaders.values.fault import Remembering
from program.contract import IssueCode

_AMOUNTS = "Ghi con số đứng ngay trước từng đối tượng, ví dụ: 45 phụ huynh, 20 học sinh."


class AudienceCells:
    """Reads the cells of one such column, `column`; `figures` are the columns of the row's figures."""

    def __init__(self, column: int, figures: dict[str, int], findings: Findings) -> None:
        self._column, self._findings = column, findings
        self._figures = {"parts": column, **figures}
        self._numbered = Remembering(lambda cell: read_numbered(words(cell)))
        self._audiences = Remembering(lambda cell: read_audiences(words(cell)))

    def settle(self, cell: Cell, row: int, figures: Figures) -> bool:
        """Put what a cell says into a row's figures: numbers by audience, a number of all together, or whose the
        row's total is. False where it could not be read, which is then written down."""
        if cell is None:
            return True
        if numbered := self._numbered[cell]:
            figures.attendances = {a.value: n for a, n in numbered.items()}
            figures.columns = self._figures
            return True
        found = self._audiences[cell]
        if figures.total is None and counts_somebody(text := words(cell)):
            figures.total = read_lump(text)
            if figures.total is None:
                self._findings.add(IssueCode.NUMBER_UNREADABLE, row, self._column, cell, amount=_AMOUNTS)
            return figures.total is not None
        if found is None:
            self._findings.add(IssueCode.AUDIENCE_UNKNOWN, row, self._column, cell)
            return False
        if len(found) == 1 and figures.total is not None:
            figures.attendances = {found[0].value: figures.total}
        return True
