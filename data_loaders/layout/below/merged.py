"""Rows with the areas merged downwards filled, and the cells that say "as above"."""

from collections.abc import Callable

from data_loaders.columns.choice import Understood
from data_loaders.columns.column import is_figure_field
from data_loaders.layout.below.as_above import as_above
from data_loaders.reading.grid import Cell
from data_loaders.values.silence import says_nothing_happened


def filled_down(table: Understood) -> Callable[[int], list[Cell]]:
    """Cells of a row by number, with areas merged downwards carrying their value where it is no figure, and what
    stands for the cell above it."""
    view = table.block.view
    tall = _merged_down(table)
    above = as_above(table)
    for row, index, value in above:
        tall.setdefault(row, []).append((index, value))
    if not tall:
        return view.cells
    replaced = {(row, index) for row, index, _ in above}

    def cells(number: int) -> list[Cell]:
        row = view.cells(number)
        if number not in tall:
            return row
        copy = list(row)
        for index, value in tall[number]:
            copy.extend([None] * (index + 1 - len(copy)))
            if copy[index] is None or (number, index) in replaced:
                copy[index] = value
        return copy

    return cells


def _merged_down(table: Understood) -> dict[int, list[tuple[int, Cell]]]:
    """The values that areas merged downwards carry, by row."""
    view = table.block.view
    measures = {c.number for c in table.columns if is_figure_field(c.field)}
    tall: dict[int, list[tuple[int, Cell]]] = {}
    for top, left, bottom, right in view.merges:
        if (bottom <= top and right <= left) or bottom < table.block.first or top > table.block.last:
            continue
        value = view.cell(top, left)
        if value is None:
            continue
        declared = isinstance(value, str) and says_nothing_happened(value)
        for row in range(max(top, table.block.first), bottom + 1):
            for column in range(left, right + 1):
                if (declared and column in measures) or (
                    column == left and row > top and column not in measures
                ):
                    tall.setdefault(row, []).append((column - view.first_column, value))
    return tall
