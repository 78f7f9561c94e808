"""Report forms whose labels have their values beside them, with no heading above ("Số lớp: 05", `layout.facts`)."""

import re

from data_loaders.cells import words
from data_loaders.layout.around.captions import captions_above
from data_loaders.layout.around.set_as_targets import sets_or_plans
from data_loaders.layout.facts import of_activities
from data_loaders.layout.forms.columns import ALL, Columns, Place, Result
from data_loaders.layout.forms.finding import Form, last_row, of_lines
from data_loaders.layout.forms.words import COUNT, DEEPEST, PEOPLE, read_line
from data_loaders.layout.grid_view import GridView
from data_loaders.layout.head.header import is_figure
from data_loaders.values.kinds import names_only_kind

_UNREAD = re.compile(r":\s*\d")
# The heading of facts is no longer.
_HEADING = 8


def form_without_heading(view: GridView) -> Form | None:
    """The form of a sheet whose labels have their values beside them and no heading above (`layout.facts`)."""
    at = view.first_column
    facts = [row for row in range(view.first_row, view.last_row + 1) if _tells(view, row)]
    if not facts or of_activities(view):
        return None
    first = facts[0]
    while first > view.first_row and _heads(view, first - 1):
        first -= 1
    last = last_row(view, first)
    alone = (view.cells(row)[0] for row in range(first, last + 1) if len(view.cells(row)) == 1)
    above = captions_above(view, view.first_row, first - 1, near=False)
    if any(_UNREAD.search(words(cell)) for cell in alone) or sets_or_plans(above, {}):
        return None
    columns = Columns(None, (at,), None, (Result(at + 1, Place(), ALL),), ())
    return of_lines(view, columns, (view.first_row, first, first - 1, last))


def _tells(view: GridView, row: int) -> bool:
    """Whether a row has a label that counts activities or people, and its figure."""
    cells = view.told(row)
    return (
        len(cells) == 2
        and read_line("", words(cells[0]), "").measure in (COUNT, PEOPLE)
        and is_figure(cells[1])
    )


def _heads(view: GridView, row: int) -> bool:
    """Whether a row is the heading of the facts below it ("I. Tập huấn")."""
    cells = [words(cell) for cell in view.told(row)]
    if len(cells) != 1 or len(cells[0].split()) > _HEADING:
        return False
    line = read_line("", cells[0], "")
    return line.level < DEEPEST or names_only_kind(cells[0])
