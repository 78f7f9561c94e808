"""Rows of a summary that sum the others by their figures, whatever their label says or does not ("" | 6 | 293,
"Toàn huyện: kết quả"): counted as rows of their own they would double everything."""

import re
from collections.abc import Sequence

from data_loaders.cells import cell_at, words
from data_loaders.columns.choice import Understood
from data_loaders.layout.below.row import DATA, Row
from data_loaders.layout.below.row_labels import MARK, mark_of
from data_loaders.names.units import Era, names_city, resolve
from data_loaders.values.amounts.numbers import read_count
from program.text import fold

# Words of sums, be they mistyped, among others.
_SUM = re.compile(r"\b(tong|cong|chung|toan|tat ca|ca|bang so|t o n g)\b")
# Fewer rows, or fewer columns in which more than one of them has a figure, may agree by chance.
_FEWEST = 2


def sums_of_all(table: Understood, rows: Sequence[Row], measures: set[int]) -> set[int]:
    """The numbers of rows whose every figure is the sum of the rows above them (all, or those since the last sum) or of
    all below them, and that by what stands beside their figures are none of them."""
    data = [row for row in rows if row.role == DATA]
    beside = _Beside(table, data, measures)
    edges = {row.number for row in (*data[:1], *data[-1:])}
    apart = {row.number for row in data if beside.tells_apart(row, edge=row.number in edges)}
    if not apart:
        return set()
    found: set[int] = set()
    all_of, since, below = _Sums(measures), _Sums(measures), _Sums(measures)
    for row in data:
        if row.number in apart and (since.make(row) or all_of.make(row)):
            found.add(row.number)
            since = _Sums(measures)
        else:
            all_of.add(row)
            since.add(row)
            if row is not data[0]:
                below.add(row)
    return found | {row.number for row in data[:1] if row.number in apart and below.make(row)}


class _Beside:
    """What stands beside the figures of a table's rows."""

    def __init__(self, table: Understood, rows: Sequence[Row], measures: set[int]) -> None:
        at = next((n for n, h in table.headings.items() if h.fields[:1] == ("ordinal",)), None)
        self._ordinal = at - table.block.view.first_column if at else None
        self._measures = measures
        self._own = table.context.unit(Era.UNKNOWN)[0].code
        marked = sum(self._marked(row) for row in rows)
        self._numbered = marked >= _FEWEST and marked + 1 >= len(rows)

    def _marked(self, row: Row) -> bool:
        """Whether a row has a number of its own."""
        return self._ordinal is not None and bool(MARK.match(mark_of(cell_at(row.cells, self._ordinal))))

    def tells_apart(self, row: Row, edge: bool) -> bool:
        """Whether a row has no number where the others have, or no words, or those of a sum; at the `edge` of the
        table, or of the whole."""
        if self._marked(row):
            return False
        labels = [words(c) for i, c in enumerate(row.cells) if c is not None and i not in self._measures]
        if self._numbered or not labels:
            return True
        text = " ".join(labels)
        if _SUM.search(fold(text)):
            return True
        own = resolve(text, Era.UNKNOWN).code if edge else None
        return edge and (names_city(text) or (own is not None and own == self._own))


class _Sums:
    """The sums of some rows, and in how many of them each column has a figure."""

    def __init__(self, measures: set[int]) -> None:
        self._sums = dict.fromkeys(measures, 0)
        self._told = dict.fromkeys(measures, 0)
        self._rows = 0

    def add(self, row: Row) -> None:
        self._rows += 1
        for index in self._sums:
            if number := _number(row, index):
                self._sums[index] += number
                self._told[index] += 1

    def make(self, row: Row) -> bool:
        """Whether every figure of a row is their sum, by more than chance."""
        telling = sum(told >= _FEWEST for told in self._told.values())
        enough = self._rows >= _FEWEST and telling >= min(_FEWEST, len(self._sums))
        return enough and all(_number(row, index) == total for index, total in self._sums.items())


def _number(row: Row, index: int) -> int:
    found = read_count(cell_at(row.cells, index))
    return found if isinstance(found, int) else 0
