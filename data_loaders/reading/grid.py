"""What reading a spreadsheet gives: sheets as grids of typed cells, or the reason why there is none."""

import datetime
from dataclasses import dataclass, field

from program.contract import IssueCode


@dataclass(frozen=True)
class CellError:
    """A cell that holds a spreadsheet's error value; `text` is as the user sees it (`#REF!`, `#N/A`)."""

    text: str


# Whole numbers are ints, other numbers floats; a cell of blanks alone is None; other text is raw.
Cell = None | str | int | float | bool | datetime.datetime | datetime.date | datetime.time | CellError


@dataclass(frozen=True)
class Sheet:
    """One sheet. All row and column numbers count from 1, as the user sees them in the spreadsheet.

    `rows[0]` is the sheet's row `first_row` and `rows[i][0]` its column `first_column`; empty rows and
    columns at the end are left out. Rows are equally long, except where a stray cell lies so far off
    that the rectangle would not fit into memory: then each row ends at its own last cell. `merges` lie
    within the rows, never overlap and are (top, left, bottom, right), inclusive.
    `formulas_without_value` and the keys of `legacy_fonts` are (row, column); `legacy_fonts` names the
    font of cells typed in an old Vietnamese one-byte font (.VnTime, VNI-Times), in .xlsx only. `comments` are
    the remarks pinned to cells.
    """

    name: str
    rows: list[list[Cell]]
    first_row: int
    first_column: int
    hidden: bool
    merges: tuple[tuple[int, int, int, int], ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    formulas_without_value: frozenset[tuple[int, int]]
    legacy_fonts: dict[tuple[int, int], str]
    comments: dict[tuple[int, int], str] = field(default_factory=dict)


@dataclass(frozen=True)
class Workbook:
    """All sheets of a file in the order of their tabs, hidden ones too."""

    sheets: tuple[Sheet, ...]


@dataclass(frozen=True)
class Limits:
    """What one file may cost; a file beyond any of these is refused, none is read in part.

    `file_bytes` is the size as uploaded, `unpacked_bytes` of all its parts together, `part_ratio` how
    many times a part may grow when unpacked, `parts` their number, `cells` those written in the file;
    `parsed_cells` those where a file must be read tag by tag (.ods, and .xlsx of an unusual making).
    `area` is the rows × columns a sheet may be laid out in, `text_length` what Excel takes in a cell. `memory_bytes` and `seconds` (of work, not
    of waiting) bound the process of its own in which .xls and .xlsb are read.
    """

    file_bytes: int = 20 * 1024 * 1024
    unpacked_bytes: int = 200_000_000
    part_ratio: int = 300
    parts: int = 5_000
    cells: int = 2_500_000
    parsed_cells: int = 2_000_000
    area: int = 16_000_000
    text_length: int = 32_767
    memory_bytes: int = 1 << 30
    seconds: int = 8

    @property
    def patience(self) -> int:
        """Seconds until a process of its own that does not end is ended: the system bounds its work, and a machine
        that serves others may be so much slower. A sound file must not be called too large for that."""
        return 15 * self.seconds


class Unreadable(Exception):
    """A file that gives no workbook: the issue's code, what was found, and Vietnamese words for the user."""

    def __init__(self, code: IssueCode, found: str | None, message: str, fix: str) -> None:
        super().__init__(message)
        self.code = code
        self.found = found
        self.message = message
        self.fix = fix
