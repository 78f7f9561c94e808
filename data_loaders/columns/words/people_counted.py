"""Headings of figures that say themselves that they count people of one audience ("Số lượt cha mẹ"); "Cha mẹ" alone may be
whom an activity was for."""

import re

from data_loaders.columns.words.headings import read_part
from data_loaders.reading.grid import Cell
from program.text import fold

_NUMBER_OF = re.compile(r"(tong )?(so|sl|luot)\b")


def counts_people(cell: Cell) -> bool:
    """Whether a cell holds such a heading."""
    return (
        isinstance(cell, str) and bool(_NUMBER_OF.match(fold(cell))) and read_part(cell).audience is not None
    )
