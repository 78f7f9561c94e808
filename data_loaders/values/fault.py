"""A cell that could not be read, and a reader that remembers what it has read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from data_loaders import time_limit
from data_loaders.reading.grid import Cell
from program.contract import IssueCode

# So many cells are read between two looks at the time: to ask costs as much as a plain cell.
_BETWEEN = 16
# Days that can be read, but from the later to the earlier.
ENDS_FIRST = "ngày kết thúc trước ngày bắt đầu"


@dataclass(frozen=True)
class Fault:
    """Why a cell gives no value: the code of the issue, and a hint for the sentence on how to mend it.

    `month_first`: the day of a text that is one only if the month is read first.
    """

    code: IssueCode
    hint: str = ""
    month_first: date | None = None


class Remembering(dict[Any, Any]):
    """A reader of cells that reads each distinct cell once: columns repeat their values, so looking
    up is several times faster than reading again.

    Whole numbers, decimals and truth values that compare equal share one entry, as in any dict.
    """

    def __init__(self, read: Callable[[Cell], Any]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cell: Cell) -> Any:
        if not len(self) % _BETWEEN:
            time_limit.look()
        value = self[cell] = self._read(cell)
        return value
