"""What stands beside the figures of a row that may sum the others: no number where they have theirs, no words, or those
of a sum or of the whole."""

import re
from collections.abc import Collection

from data_loaders.cells import cell_at, words
from data_loaders.columns.choice import Understood
from data_loaders.layout.below.row import Row
from data_loaders.layout.below.row_labels import MARK, mark_of
from data_loaders.layout.head.numbering import rows_are_numbered
from data_loaders.names.units import Era, names_city, resolve
from program.text import fold

# Words of sums, be they mistyped, among others.
_SUM = re.compile(r"\b(tong|cong|chung|toan|tat ca|ca|bang so|t o n g)\b|^nam$")


class BesideSums:
    """Tells of the rows of one table which may be sums; `measures` are the indexes of their figures."""

    def __init__(self, table: Understood, measures: Collection[int]) -> None:
        at = next((n for n, h in table.headings.items() if h.fields[:1] == ("ordinal",)), None)
        block = table.block
        self._ordinal = at - block.view.first_column if at else None
        self._measures = measures
        self._own = table.context.unit(Era.UNKNOWN)[0].code
        self._numbered = rows_are_numbered(block.view, block.first, block.last, self._ordinal)

    def tells_apart(self, row: Row, edge: bool) -> bool:
        """Whether a row may be a sum by what stands beside its figures; at the `edge` of the table, by a name of the
        whole, too."""
        if self._ordinal is not None and MARK.match(mark_of(cell_at(row.cells, self._ordinal))):
            return False
        labels = [words(c) for i, c in enumerate(row.cells) if c is not None and i not in self._measures]
        # Words where the rows have their numbers, and none besides, are no name of a row.
        if self._numbered or len(labels) <= (
            self._ordinal is not None and cell_at(row.cells, self._ordinal) is not None
        ):
            return True
        text = " ".join(labels)
        if _SUM.search(fold(text)):
            return True
        own = resolve(text, Era.UNKNOWN).code if edge else None
        return edge and (names_city(text) or (own is not None and own == self._own))
