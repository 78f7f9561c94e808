"""A list of targets, schools, contacts or inhabitants to the right of a report form: two tables, not one."""

from data_loaders.cells import words
from data_loaders.columns.words.headings import read_heading, read_part
from data_loaders.layout.grid_view import GridView
from data_loaders.layout.side_by_side import subject
from program.text import clean

# The list begins at the third column at least, has so many headings (one less behind a blank column), and stands on a
# sheet of no more rows; a row of more words heads neither a form nor such a list (each word is looked at with all
# behind it).
_FORM, _LISTED, _MOST_ROWS, _MOST_WORDS = 2, 3, 1500, 40
# A heading is no longer.
_SHORT = 40


def register_beside(view: GridView) -> int | None:
    """The column in which the headings of a list of targets, schools, contacts or inhabitants begin that stands to the
    right of other lines; they head nothing to their left."""
    if view.last_column - view.first_column < _FORM + 1 or len(view.sheet.rows) > _MOST_ROWS:
        return None
    for row in range(view.first_row, view.last_row + 1):
        cells = view.cells(row)
        told = [i for i, cell in enumerate(cells) if isinstance(cell, str) and len(cell) <= _SHORT]
        for start in told if _LISTED - 1 <= len(told) <= _MOST_WORDS else ():
            run = [i for i in told if i >= start]
            gap = cells[start - 1] is None
            if start < _FORM or run[-1] - start + 1 > len(run) or len(run) < _LISTED - gap:
                continue
            paths: dict[int, tuple[str, ...]] = {view.first_column + i: (words(cells[i]),) for i in run}
            if subject(paths, min(paths), max(paths)) and all(read_heading(p).fields for p in paths.values()):
                return min(paths)
    return None


def unit_told(view: GridView) -> tuple[str, ...]:
    """The lines of a form that tell its unit ("Đơn vị: Quận Hải Châu"): the list beside it is of the same."""
    lines = (view.told(row) for row in range(view.first_row, view.last_row + 1))
    pairs = ([clean(words(cell)) for cell in line] for line in lines if len(line) == _FORM)
    return tuple(
        f"{label.rstrip(': ')}: {value}" for label, value in pairs if read_part(label).fields[:1] == ("unit",)
    )
