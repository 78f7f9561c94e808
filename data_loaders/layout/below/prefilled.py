"""Rows of a form that nobody filled in."""

from collections.abc import Collection, Iterable

from data_loaders.cells import is_blank
from data_loaders.columns.choice import Understood
from data_loaders.reading.grid import Cell
from data_loaders.values.silence import says_not_reported
from program.contract import TableKind

# Fields that a form may have filled in beforehand.
_PREFILLED = frozenset([
    "unit", "ward", "kind", "delivery", "audience", "period", "level", "authority", "group", "origin", "document",
])  # fmt: skip


def told_by_reports(table: Understood) -> list[int]:
    """The places of the columns that a form leaves to who reports."""
    prefilled = _PREFILLED - {"level"} if table.kind == TableKind.SCHOOLS else _PREFILLED
    return [c.number - table.block.view.first_column for c in table.columns if c.field not in prefilled]


def only_prefilled(cells: list[Cell], told: Iterable[int], zeros: Collection[int]) -> bool:
    """A row of a form that nobody filled in, or only with words that no report came: a number, a unit or
    a place, and no figures in the places `told`; a zero in `zeros` is what a formula makes of blanks."""
    return all(
        i >= len(cells)
        or is_blank(cell := cells[i])
        or (cell == 0 and i in zeros)
        or (cell.__class__ is str and says_not_reported(str(cell)))
        for i in told
    )
