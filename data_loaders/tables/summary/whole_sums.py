"""Rows of a summary that sum the others by their figures, whatever their label says or does not ("" | 6 | 293,
"Toàn huyện: kết quả"): counted as rows of their own they would double everything."""

from collections.abc import Sequence

from data_loaders.cells import cell_at
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import is_figure_field
from data_loaders.layout.below.row import DATA, Row
from data_loaders.tables.besides.beside_sums import BesideSums
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.amounts.sums_in_words import sums_counted

# The figures of fewer rows may agree by chance.
_FEWEST = 2


def sums_of_all(table: Understood, rows: Sequence[Row], measures: set[int]) -> set[int]:
    """The numbers of rows whose every figure is the sum of the rows above them (all, or those since the last sum) or of
    all below them, and that by what stands beside their figures are none of them."""
    data = [row for row in rows if row.role == DATA]
    beside = BesideSums(table, measures)
    edges = {row.number for row in (*data[:1], *data[-1:])}
    apart = {row.number for row in data if beside.tells_apart(row, edge=row.number in edges)}
    found = _said(table, data)
    if not apart - found:
        return found
    all_of, since, below = _Sums(measures), _Sums(measures), _Sums(measures)
    for row in data:
        if row.number in found or (row.number in apart and (since.make(row) or all_of.make(row))):
            found.add(row.number)
            since = _Sums(measures)
        else:
            all_of.add(row)
            since.add(row)
            if row is not data[0]:
                below.add(row)
    return found | {row.number for row in data[:1] if row.number in apart and below.make(row)}


def _said(table: Understood, data: Sequence[Row]) -> set[int]:
    """The numbers of rows that by their words sum people or activities ("Tổng lượt"), below two rows or more, in columns
    whose headings say what they count: there no row is an item of a report."""
    offset = table.block.view.first_column
    telling = {
        c.number - offset for c in table.columns if c.heading.fields in (("attendances_total",), ("count",))
    }
    telling |= {c.number - offset for c in table.columns if c.field.startswith("attendances.")}
    counted = {i for i in telling if sum(_number(row, i) > 0 for row in data) > _FEWEST}
    return {
        row.number
        for row in data[_FEWEST:]
        if any(map(sums_counted, row.cells)) and _figures(row, table) and _figures(row, table) <= counted
    }


def _figures(row: Row, table: Understood) -> set[int]:
    """Where a row has figures."""
    offset = table.block.view.first_column
    at = (c.number - offset for c in table.columns if is_figure_field(c.field))
    return {i for i in at if cell_at(row.cells, i) is not None}


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
        """Whether every figure of a row is their sum, by more than chance; it may leave some out."""
        filled = [index for index in self._sums if cell_at(row.cells, index) is not None]
        enough = any(self._told[index] >= _FEWEST for index in filled)
        return enough and all(_number(row, index) == self._sums[index] for index in filled)


def _number(row: Row, index: int) -> int:
    found = read_count(cell_at(row.cells, index))
    return found if isinstance(found, int) else 0
