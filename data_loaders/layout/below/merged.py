"""Rows with the areas merged downwards filled, and the cells that say "as above"."""

from collections.abc import Callable

from data_loaders.columns.choice import Understood
from data_loaders.columns.column import is_figure_field
from data_loaders.layout.below.as_above import as_above
from data_loaders.reading.grid import Cell
from data_loaders.values.silence import says_nothing_happened
from program.contract import TableKind


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
    written_on = _written_on(table, tall)
    replaced = {(row, index) for row, index, _ in above}

    def cells(number: int) -> list[Cell]:
        row = written_on.get(number, view.cells(number))
        if number not in tall or not row:
            return row
        copy = list(row)
        for index, value in tall[number]:
            copy.extend([None] * (index + 1 - len(copy)))
            if copy[index] is None or (number, index) in replaced:
                copy[index] = value
        return copy

    return cells


def _written_on(table: Understood, tall: dict[int, list[tuple[int, Cell]]]) -> dict[int, list[Cell]]:
    """Rows of activities whose title is written on below them, as text pasted from Word is: in rows with nothing of
    their own, whose figures are merged with those above. They come with the whole title, the rows below empty."""
    title, view = table.column("title"), table.block.view
    if title is None or table.kind != TableKind.ACTIVITIES:
        return {}
    at = title.number - view.first_column
    measures = {c.number for c in table.columns if is_figure_field(c.field)}
    below = {
        (top, number)
        for top, left, bottom, _ in view.merges
        if left in measures and top >= table.block.first
        for number in range(top + 1, min(bottom, table.block.last) + 1)
    }
    found: dict[int, list[Cell]] = {}
    for top, number in sorted(below):
        own, head = view.cells(number), list(found.get(top) or view.cells(top))
        said = own[at] if at < len(own) else None
        if (
            number not in tall
            or at >= len(head)
            or not isinstance(said, str)
            or own.count(None) != len(own) - 1
        ):
            continue
        found[number], head[at] = [], f"{head[at]} {said}"
        found[top] = head
    return found


def _merged_down(table: Understood) -> dict[int, list[tuple[int, Cell]]]:
    """The values that areas merged downwards carry, by row."""
    view = table.block.view
    measures = {c.number for c in table.columns if is_figure_field(c.field)}
    tall: dict[int, list[tuple[int, Cell]]] = {}
    for top, left, bottom, right in view.merges:
        if bottom < table.block.first or top > table.block.last:
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
