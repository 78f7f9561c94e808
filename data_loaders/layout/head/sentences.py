"""Results that are written as sentences ("02 lớp, 96 lượt; 03 buổi, 150 lượt")."""

import re

from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import bare

_SENTENCE = re.compile(r"(?<!\d)\d{1,4} (lop|buoi|cuoc|hoi thi|khoa)\b.*\d")


def is_sentence(cell: Cell) -> bool:
    """Whether a cell tells a number of activities and another number behind it."""
    return isinstance(cell, str) and bool(_SENTENCE.search(bare(cell)))
