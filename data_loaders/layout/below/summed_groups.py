"""Headings of groups that hold the sums of their rows ("Tháng 4 | | 3 | 1580")."""

from data_loaders.columns.choice import Understood
from data_loaders.reading.grid import Cell
from program.contract import TableKind

_PLACES = ("unit", "ward", "school")


def heads_sums(table: Understood, cells: list[Cell], at: int, ordinal: int | None, dated: int | None) -> bool:
    """Whether a row of figures whose one label stands at index `at` can head a group: in a list of activities each of
    which has its day; in a summary where the label stands in place of a number and nothing where rows have their place."""
    if table.kind == TableKind.ACTIVITIES:
        return dated is not None
    offset = table.block.view.first_column
    places = [c.number - offset for c in table.columns if c.field in _PLACES]
    placed = any(cell is not None for place in places for cell in cells[place : place + 1])
    return table.kind == TableKind.PARTICIPATION and at == ordinal and bool(places) and not placed
