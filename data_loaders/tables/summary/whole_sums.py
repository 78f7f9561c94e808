"""Rows of a summary that sum the others by their figures, whatever their label says or does not ("" | 6 | 293,
"Toàn huyện: kết quả"): counted as rows of their own they would double everything."""

from collections.abc import Sequence

from data_loaders.cells import cell_at
from data_loaders.columns.choice import Understood
from data_loaders.layout.below.row import DATA, Row
from data_loaders.tables.beside_sums import BesideSums
from data_loaders.values.amounts.numbers import read_count

# The figures of fewer rows may agree by chance.
_FEWEST = 2


def sums_of_all(table: Understood, rows: Sequence[Row], measures: set[int]) -> set[int]:
    """The numbers of rows whose every figure is the sum of the rows above them (all, or those since the last sum) or of
    all below them, and that by what stands beside their figures are none of them."""
    data = [row for row in rows if row.role == DATA]
    beside = BesideSums(table, measures)
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


class _Sums:
    """The sums of some rows, and in how many of them each column has a figure."""

    def __init__(self, measures: set[int]) -> None:
        self._sums = dict.fromkeys(measures, 0)
        self._told = dict.fromkeys(measures, 0)

    def add(self, row: Row) -> None:
        for index in self._sums:
            if number := _number(row, index):
                self._sums[index] += number
                self._told[index] += 1

    def make(self, row: Row) -> bool:
        """Whether every figure of a row is their sum, by more than chance."""
        enough = any(told >= _FEWEST for told in self._told.values())
        return enough and all(_number(row, index) == total for index, total in self._sums.items())


def _number(row: Row, index: int) -> int:
    found = read_count(cell_at(row.cells, index))
    return found if isinstance(found, int) else 0
