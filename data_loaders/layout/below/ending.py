"""Whether a table goes on below a line that looks like its end; lines about its sums, and lines that only look so."""

import re
from collections.abc import Callable, Collection, Sequence

from data_loaders.columns.choice import Understood
from data_loaders.layout.below.row_labels import MARK, is_total, mark_of, signs
from data_loaders.layout.below.rows_aside import is_aside
from data_loaders.reading.grid import Cell
from data_loaders.values.days.periods import find_period, is_whole_year
from program.contract import TableKind
from program.text import fold

_DAY = re.compile(r"\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(20)?\d\d\s*")
WORK = (TableKind.DIRECTIVES, TableKind.TASKS)
# So many of the first words of a row may say that it is a sum.
_FIRST = 3
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


def is_sum(labels: Sequence[str], years: Collection[str]) -> bool:
    """Whether the words of a row, but for whole `years` that are periods of their own, say that it sums others."""
    return any(is_total(label, len(labels) == 1) for label in labels[:_FIRST] if label not in years)


def is_item(ordinal: str, cells: list[Cell], dated: int | None, kind: TableKind | None) -> bool:
    """Whether a row has a number of its own, and a day where activities have theirs, or as much as a document or a task
    has: "Tổng hợp số liệu" is what was done then, no sum of the rows above."""
    at = cells[dated] if dated is not None and dated < len(cells) and kind == TableKind.ACTIVITIES else None
    day = bool(at) and not (isinstance(at, str) and signs(at))
    told = kind in WORK and len(cells) - cells.count(None) >= _FEWEST
    return ordinal.strip(" .").isdecimal() and (day or told)


def columns_of_whole_years(table: Understood) -> set[int]:
    """The columns of periods of a summary where every row is of a whole year ("Cả năm"): none is the sum of others."""
    block, found = table.block, set()
    for column in table.columns:
        if column.field == "period" and table.kind == TableKind.PARTICIPATION:
            told = {
                c for c in block.view.column(column.number, block.first, block.last) if isinstance(c, str)
            }
            if all(is_whole_year(c) or not find_period(c) for c in told):
                found.add(column.number)
    return found


# Lines of comparison and parts of a sum: no activities.
_PARTS = re.compile(r"(trong do|bao gom|con lai)\b")


def is_beside_sums(
    cells: list[Cell], dated: int | None, ordinal: int | None, measures: list[int], below: bool
) -> bool:
    """Whether a row of a list of activities, without a day and a number of its own, only compares or explains its sums
    ("Cùng kỳ năm 2022", "Bình quân/lớp"). `below`: a row of sums stands above it, so that words alone do too."""
    day, mark = (None if i is None or i >= len(cells) else cells[i] for i in (dated, ordinal))
    if dated is None or day is not None or (mark is not None and MARK.match(mark_of(mark))):
        return False
    told = [i for i, cell in enumerate(cells) if cell is not None]
    if not told or not isinstance(first := cells[told[0]], str):
        return False
    figures = any(i in measures for i in told)
    return bool(_PARTS.match(fold(first))) or is_aside(first) or (below and len(told) == 1 and not figures)
