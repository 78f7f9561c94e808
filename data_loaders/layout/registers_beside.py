"""A list of targets, schools, contacts or inhabitants to the right of a report form: two tables, not one."""

import re

from data_loaders.cells import words
from data_loaders.columns.words.headings import read_heading, read_part
from data_loaders.layout.grid_view import GridView
from data_loaders.layout.side_by_side import subject
from data_loaders.reading.grid import Cell
from program.text import clean, fold

# The list begins at the third column at least, has so many headings (one less behind a blank column), and stands on a
# sheet of no more rows; a row of more words heads neither a form nor such a list (each word is looked at with all
# behind it).
_FORM, _LISTED, _MOST_ROWS, _MOST_WORDS = 2, 3, 500, 40
# A heading is no longer, and one of such a list names what it is of.
_SHORT = 40
_KEYS = re.compile(
    r"\b(chi tieu|chi so|muc tieu|thuoc do|kpi|truong|co so|nhom|tuoi|ten|dau moi|can bo|cong chuc|chuyen vien|nguoi)\b"
)


def register_beside(view: GridView) -> int | None:
    """The column in which the headings of a list of targets, schools, contacts or inhabitants begin that stands to the
    right of other lines; they head nothing to their left."""
    if view.last_column - view.first_column < _FORM + 1 or len(view.sheet.rows) > _MOST_ROWS:
        return None
    for row in range(view.first_row, view.last_row + 1):
        if start := _begins(view.cells(row)):
            return view.first_column + start
    return None


def _begins(cells: list[Cell]) -> int | None:
    """Where the headings of a list begin that go on to the end of a row, if some do."""
    last = next((i for i in range(len(cells) - 1, 0, -1) if cells[i] is not None), 0)
    first = last + 1
    while first > _FORM and isinstance(cell := cells[first - 1], str) and len(cell) <= _SHORT:
        first -= 1
    if last - first + 1 < _LISTED - 1 or not _KEYS.search(fold("\0".join(map(words, cells[first:])))):
        return None
    for start in range(first, last):
        if last - start + 1 < _LISTED - (cells[start - 1] is None):
            continue
        paths: dict[int, tuple[str, ...]] = {i: (words(cells[i]),) for i in range(start, last + 1)}
        if subject(paths, start, last) and all(read_heading(path).fields for path in paths.values()):
            return start
    return None


def unit_told(view: GridView) -> tuple[str, ...]:
    """The lines of a form that tell its unit ("Đơn vị: Quận Hải Châu"): the list beside it is of the same."""
    lines = (view.told(row) for row in range(view.first_row, view.last_row + 1))
    pairs = ([clean(words(cell)) for cell in line] for line in lines if len(line) == _FORM)
    return tuple(
        f"{label.rstrip(': ')}: {value}" for label, value in pairs if read_part(label).fields[:1] == ("unit",)
    )
