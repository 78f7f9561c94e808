"""One row below a header and what it is; plain rows of data that follow each other."""

from dataclasses import dataclass

from data_loaders.layout.below.group import Group
from data_loaders.reading.grid import Cell

DATA, TOTAL, ZERO, SUBTOTAL = "data", "total", "zero", "subtotal"
# The level of a mark such as 1 or 2.1, which rows have too.
ROW_LEVEL = 2


@dataclass(frozen=True)
class Row:
    """One row: its number, its cells (from the first column of the sheet), what it is, and its group."""

    number: int
    cells: list[Cell]
    role: str
    group: Group


@dataclass(frozen=True)
class Run:
    """Plain rows of data that follow each other, from the row `first` on."""

    first: int
    rows: list[list[Cell]]
    group: Group
