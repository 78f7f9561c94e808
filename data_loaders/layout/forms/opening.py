"""Which rows of a sheet hold the headings of a report form: by their words, or by the lines below them."""

import re

from data_loaders.cells import words
from data_loaders.layout.around.captions import captions_above
from data_loaders.layout.around.set_as_targets import GIVEN, sets_targets
from data_loaders.layout.forms.columns import heads_results, names_lines
from data_loaders.layout.forms.words import COUNT, PEOPLE, read_line
from data_loaders.layout.grid_view import GridView
from data_loaders.layout.head.header import is_figure
from data_loaders.values.amounts.numbers import bare
from data_loaders.values.kinds import find_delivery, names_only_kind
from program.text import fold

# The lines of a form stand in one of so many first columns; so many rows show that they are some.
_LABELS, _LOOKED_AT = 3, 5
_A_NUMBER = re.compile(r"\b(số|so|sl|tổng|tong)\b", re.IGNORECASE)


def opens(view: GridView, row: int) -> bool:
    """Whether the headings of a form stand in a row: that of its lines, and others."""
    filled = view.told(row)
    if len(filled) < 2 or any(map(is_figure, filled)):
        return False
    at = next((i for i, cell in enumerate(filled[:3]) if names_lines(words(cell))), None)
    if at is None or at + 1 == len(filled):
        return False
    # "Loại hoạt động | Truyền thông" is a label with its value.
    beside = words(filled[at + 1])
    return at + 2 < len(filled) or not (names_only_kind(beside) or find_delivery(beside))


def label_by_lines(view: GridView, row: int) -> int | None:
    """The column of lines below a row of other headings: two of the next rows begin with what they count ("Số lớp …"),
    each with a figure behind it."""
    filled = view.told(row)
    if len(filled) < 2 or any(map(is_figure, filled)):
        return None
    if not any(heads_results(words(cell)) for cell in filled[1:]):
        # A label with its value above others.
        return None
    for at in range(_LABELS):
        lines = 0
        for cells in (view.cells(number) for number in range(row + 1, row + 1 + _LOOKED_AT)):
            told = words(cells[at]) if at < len(cells) else ""
            if _A_NUMBER.search(told) and any(map(is_figure, cells[at + 1 :])):
                line = read_line("", told, "")
                lines += line.counted and line.measure in (COUNT, PEOPLE)
        if lines > 1:
            return view.first_column + at
    return None


def sets_targets_above(view: GridView, row: int) -> bool:
    """Whether the lines right above a row, or the last of its headings, say that figures below are set, not reached."""
    headings = [fold(words(cell)) for cell in view.told(row)]
    told = [heading for heading in headings if heading != "ghi chu"]
    return bool(told and GIVEN.fullmatch(told[-1])) or any(
        sets_targets(bare(line)) for line in captions_above(view, view.first_row, row - 1, near=True)
    )
