"""Headings of groups that hold the sums of their rows ("Tháng 4 | | 3 | 1580")."""

from data_loaders.columns.choice import Understood
from data_loaders.layout.below.row_labels import is_total
from data_loaders.names.sorts_of_units import names_bodies
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.two_numbers import tells_figures
from data_loaders.values.kinds import names_only_kind
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


def heads_units(label: str, below: str) -> bool:
    """Whether figures beside sorts of units ("Các quận, huyện") sum up the rows from the next on, whose words are `below`;
    above another sort or the total they are the only figures."""
    return names_bodies(label) and bool(below) and not names_bodies(below) and not is_total(below)


def is_divided(cells: list[Cell], below: list[Cell], measures: list[int], label: str) -> bool:
    """Whether the row `below` the figures of a kind has a figure wherever they are, and its `label` is no kind: a part of
    them, without a mark of its own."""
    told = (i for i in measures if i < len(cells) and tells_figures(cells[i]))
    return (
        bool(label)
        and not names_only_kind(label)
        and all(map(tells_figures, (below[i] for i in told if i < len(below))))
    )
