"""Values of each column by which its field is decided: of rows of data, not of sums and signatures."""

from collections.abc import Iterable
from itertools import islice

from data_loaders import time_limit
from data_loaders.layout.below.row_labels import MARK, ends_table, is_total, named_by
from data_loaders.layout.blocks import Block
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.least import AT_LEAST
from data_loaders.values.days.periods import is_whole_year

SAMPLE = 80
_ROWS = 400
# A note or a signature stands in a row with few cells.
_FEW = 6
# In more columns than these, to look for filled cells below would cost more than it saves.
_FEW_COLUMNS = 40
# So many words of a row may say that it is a sum.
_LABELS = 3
# Of a table of no more columns a row may have no more than its one label.
_FEWEST = 2


def samples(block: Block, columns: Iterable[int], least: bool = False) -> dict[int, list[Cell]]:
    """Up to `SAMPLE` filled cells of every column, from the rows until the notes below the table. `least`: of targets,
    where a least ("Tối thiểu 10 lớp") is as good as its number."""
    view = block.view
    found: dict[int, list[Cell]] = {number: [] for number in columns}
    lacking = {number - view.first_column: values for number, values in found.items()}
    for row in range(block.first, min(block.last, block.first + _ROWS) + 1):
        time_limit.look()
        cells = view.cells(row)
        many = len(cells) - cells.count(None) > _FEW
        if many and not any(cells[i] is not None for i in lacking if i < len(cells)):
            continue
        words = (cell for cell in cells if isinstance(cell, str) and not MARK.match(cell))
        labels = list(islice(words, _LABELS))
        if row in block.skipped or any(is_total(c) and not is_whole_year(c) for c in labels):
            continue
        figures = any(isinstance(cell, int | float) for cell in cells)
        if labels and not figures and not many and ends_table(labels[0]):
            break
        if not figures and len(found) > _FEWEST and _heads_group(labels):
            continue
        for index, values in lacking.items():
            if index < len(cells) and cells[index] is not None:
                values.append(cells[index])
        if row % SAMPLE == 0:
            lacking = {index: values for index, values in lacking.items() if len(values) < SAMPLE}
            if len(lacking) <= _FEW_COLUMNS:
                lacking = {i: values for i, values in lacking.items() if _any_below(block, i, row)}
            if not lacking:
                break
    told = {number: values[:SAMPLE] for number, values in found.items()}
    return {number: list(map(_number_of_least, values)) for number, values in told.items()} if least else told


def _heads_group(labels: list[str]) -> bool:
    """Whether the one label of a row is the unit, the period or the kind of the rows below it."""
    if len(set(labels)) != 1:
        return False
    named = named_by(labels[0])
    return bool(named.unit or named.period or named.kind)


def _number_of_least(cell: Cell) -> Cell:
    return AT_LEAST.sub("", cell) if isinstance(cell, str) else cell


def _any_below(block: Block, index: int, row: int) -> bool:
    """Whether a column has a filled cell below a row, among those that are looked at: an empty one needs no search."""
    last = min(block.last, block.first + _ROWS)
    cells = block.view.column(block.view.first_column + index, row + 1, last)
    return cells.count(None) < len(cells)
