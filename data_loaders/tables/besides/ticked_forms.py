"""Forms whose results are ticks ("x") where numbers should be: which column, and what to write there."""

from data_loaders.cells import words
from data_loaders.columns.cells.marks import is_mark
from data_loaders.columns.words.headings import read_heading
from data_loaders.issues import issue
from data_loaders.reading import references
from data_loaders.reading.grid import Cell, Sheet
from data_loaders.values.kinds import find_kind
from program.contract import Issue, IssueCode
from program.text import clean

_SEARCHED, _FEWEST, _LONGEST = 120, 2, 60
_COUNTED = ("count", "attendances_total")


def ticked_results(sheet: Sheet) -> list[Issue]:
    """One finding for each column of ticks beside lines that count activities or people, of a sheet without a table."""
    rows = sheet.rows[:_SEARCHED]
    width = max(map(len, rows), default=0)
    found = []
    for at in range(width):
        column = [row[at] if at < len(row) else None for row in rows]
        marked = [
            i for i, cell in enumerate(column) if cell is not None and is_mark(cell) and _counts(rows[i], at)
        ]
        if len(marked) < _FEWEST:
            continue
        above = [clean(words(cell)) for cell in column[: marked[0]] if isinstance(cell, str)]
        place = references.letters(sheet.first_column + at)
        heading = f" “{above[-1]}”" if above and len(above[-1]) <= _LONGEST else ""
        found.append(
            issue(
                IssueCode.NUMBER_UNREADABLE,
                sheet.name,
                references.name(sheet.first_row + marked[0], sheet.first_column + at),
                column[marked[0]],
                hint=f"cột {place}{heading} chỉ có dấu, không có số",
                amount=f"Ở mỗi dòng của cột {place}, ghi số lớp, số buổi hoặc số lượt thay cho dấu, ví dụ 5; "
                "không có hoạt động thì ghi “Không phát sinh”.",
            )
        )
    return found


def _counts(cells: list[Cell], at: int) -> bool:
    """Whether the words beside a cell count activities or people, or name a kind."""
    labels = [words(cell) for i, cell in enumerate(cells) if i != at and isinstance(cell, str)]
    return any(find_kind(text) or next(iter(read_heading((text,)).fields), "") in _COUNTED for text in labels)
