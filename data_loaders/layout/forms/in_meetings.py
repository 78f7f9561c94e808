"""Lines of classes whose unit of measure is the meeting ("Lớp tập huấn | Buổi | 3")."""

import re

from data_loaders.cells import words
from data_loaders.reading.grid import Cell
from program.text import fold

_CLASSES = re.compile(r"\b(lop|khoa)\b")
_MEETINGS = re.compile(r"\bbuoi\b")


def as_meetings(label: Cell, measured: Cell, figure: Cell) -> Cell:
    """The figure of a line of classes with its unit of measure where that contradicts the words of the line ("3 buổi"),
    as it is elsewhere: how many classes met so often is then asked for."""
    said = fold(words(label))
    met = fold(words(measured)) == "buoi" and _CLASSES.search(said) and not _MEETINGS.search(said)
    return f"{figure} buổi" if met and isinstance(figure, int) else figure
