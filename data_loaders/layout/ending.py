"""Whether a table goes on below a line that looks like its end."""

import re
from collections.abc import Callable

from data_loaders.reading.grid import Cell

_DAY = re.compile(r"\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(20)?\d\d\s*")
# So many rows below are looked at, and so many cells a row of data has.
_AHEAD, _FEWEST = 30, 4


def goes_on(
    cells_of: Callable[[int], list[Cell]], first: int, last: int, dated: int | None, measures: list[int]
) -> bool:
    """Whether one of the next rows has a day in the column of days and a figure: a remark between rows of data
    ("Ghi chú: …") ends nothing. Below signatures no such row stands."""
    if dated is None:
        return False
    for number in range(first, min(last, first + _AHEAD) + 1):
        cells = cells_of(number)
        if len(cells) - cells.count(None) < _FEWEST or dated >= len(cells):
            continue
        day = cells[dated]
        if (hasattr(day, "year") or (isinstance(day, str) and _DAY.fullmatch(day))) and any(
            i < len(cells) and cells[i] is not None for i in measures
        ):
            return True
    return False
