"""Rows with the areas merged downwards filled."""

from collections.abc import Callable

from data_loaders.columns.choice import Understood
from data_loaders.columns.column import is_figure_field
from data_loaders.reading.grid import Cell
from data_loaders.values.numbers import says_nothing_happened


def filled_down(table: Understood) -> Callable[[int], list[Cell]]:
    """Cells of a row by number, with areas merged downwards carrying their value where it is no figure."""
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
    if not tall:
        return view.cells

    def cells(number: int) -> list[Cell]:
        row = view.cells(number)
        if number not in tall:
            return row
        copy = list(row)
        for index, value in tall[number]:
            copy.extend([None] * (index + 1 - len(copy)))
            if copy[index] is None:
                copy[index] = value
        return copy

    return cells
