"""Rows that end a header without headings of their own: words that go on from those above, one audience named."""

import re
from collections.abc import Sequence

from data_loaders.cells import words
from data_loaders.columns.words.headings import read_part
from data_loaders.columns.words.part import Part
from data_loaders.layout.below.row_labels import level_of
from data_loaders.layout.grid_view import GridView
from data_loaders.layout.head.numbering import is_numbering
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import read_count
from program.text import fold

# So many cells go on from the words above them, at least.
_FEWEST = 2
# So many rows below a header tell what stands in a column.
_NEAR = 4
# What ends a heading in capitals.
_TAIL = re.compile(
    r"(?:(?:hoat dong|to chuc|chu tri|thuc hien|bao cao|tham gia|tham du|phoi hop|tap huan|truyen thong|nguoi|luot) ?)+"
)
# Words that no heading ends with.
_WAITS = re.compile(r"\b(la|va|hoac|cua|cho|tai|thuoc|trong|ngoai|lam|cac)$")


def goes_on_below(view: GridView, row: int) -> bool:
    """Whether a row only ends the words of the headings right above it ("Tên lớp" over "tập huấn"): small
    letters throughout, or capitals that end headings of capitals, each cell below a heading of one column, and not one
    figure. One cell alone does so where it makes a heading of words that are none ("Trẻ em ngoài" over "trường học")."""
    above, cells = view.cells(row - 1), view.cells(row)
    filled = [(i, cell) for i, cell in enumerate(cells) if cell is not None]
    if any(m[0] == row - 1 for m in view.merges_from(row - 1)):
        return False
    return (len(filled) >= _FEWEST or _makes_heading(view, row, filled)) and all(
        isinstance(cell, str)
        and i < len(above)
        and isinstance(above[i], str)
        and (cell.strip()[:1].islower() or _ends_capitals(words(above[i]), cell))
        and (not i or above[i] != above[i - 1] or _is_period(above[i], cell))
        for i, cell in filled
    )


def _makes_heading(view: GridView, row: int, filled: Sequence[tuple[int, Cell]]) -> bool:
    """Whether the one cell of a row ends a heading of capitals, or, above figures, makes known words of an unknown one or
    ends one that waits for more."""
    if len(filled) != 1 or not filled[0][0]:
        return False
    at, cell = filled[0]
    over = words(view.cell(row - 1, view.first_column + at))
    if _ends_capitals(over, words(cell)) and read_part(words(cell)).kind is None:
        return True
    figure = isinstance(read_count(_next_below(view, row, at)), int)
    if not (over and figure):
        return False
    if _unended(over, words(cell)):
        return True
    return not read_part(over).known and read_part(f"{over} {words(cell)}").known


def _unended(over: str, cell: str) -> bool:
    """Whether words of a heading wait for more ("Cha mẹ là", "CBQL, giáo viên,"), or those below only end some."""
    small = cell[:1].islower()
    return small and bool(
        _WAITS.search(fold(over)) or over.rstrip()[-1] in ",;/+&" or _TAIL.fullmatch(fold(cell))
    )


def _ends_capitals(over: str, cell: str) -> bool:
    return over.isupper() and cell.isupper() and bool(_TAIL.fullmatch(fold(cell)))


def _is_period(over: Cell, cell: Cell) -> bool:
    return read_part(f"{words(over)} {words(cell)}").period


def _next_below(view: GridView, row: int, at: int) -> Cell:
    """The next cell of a column below a header row and the numbers of columns."""
    first = row + 1 + is_numbering(view.cells(row + 1))
    below = (cell for number in range(first, first + _NEAR) for cell in view.cells(number)[at : at + 1])
    return next((cell for cell in below if cell is not None), None)


def names_whom(view: GridView, row: int) -> bool:
    """Whether a row only names the audience of one column of people above it ("Phụ huynh" below "Lượt người tham
    dự"), where a program knows no merged cells: figures stand below it."""
    above, cells = view.cells(row - 1), view.cells(row)
    filled = [i for i, cell in enumerate(cells) if cell is not None]
    if len(filled) != 1 or not filled[0] or filled[0] >= len(above) or not isinstance(cells[filled[0]], str):
        return False
    at = filled[0]
    # The heading of a group may stand between.
    figure = _next_below(view, row, at)
    over = read_part(words(above[at])).fields[:1]
    counts = above[at] is not None and over in ((), ("attendances_total",), ("attendances.?",), ("audience",))
    named = read_part(words(cells[at])).audience is not None
    return named and counts and isinstance(read_count(figure), int)


def heads_rows(view: GridView, bottom: int, i: int, cell: Cell) -> bool:
    """Whether the one cell of a row right below a header heads rows, whatever is blank above it: by its mark ("I. Tập
    huấn"), over the whole table, or as a time or place ("Tháng 2") in the first column or below what counts nothing."""
    if level_of(words(cell)) in (0, 1):
        return True
    above = view.cells(bottom)
    told = [view.first_column + n for n, over in enumerate(above) if over is not None]
    if told and any(m[1] <= told[0] and m[3] >= told[-1] for m in view.merges_from(bottom + 1)):
        return True
    part, over = read_part(words(cell)), read_part(words(above[i])) if i < len(above) else Part()
    return (part.period or part.unit) and ((over.strong and not over.counts) or (not i and not over.known))


def under_groups(view: GridView, bottom: int, filled: Sequence[tuple[int, Cell]]) -> bool:
    """Whether words, whatever they are ("Dự kiến" | "Thực tế"), stand below each column of the merged headings right
    above them, or of those that blanks follow in a file without merges, and nowhere else: no row of data begins so."""
    wide = [m for m in view.merges_from(bottom) if m[3] > m[1] and m[0] == m[2]]
    columns = {n for m in wide for n in range(m[1], m[3] + 1)}
    if not view.merges:
        cells = view.cells(bottom)
        # Columns without a cell below the headings are none of the table's.
        used = [
            i for i, cell in enumerate(cells) if cell is None and _next_below(view, bottom + 1, i) is not None
        ]
        figures = all(isinstance(_next_below(view, bottom + 1, i), int | float) for i, _ in filled)
        blank = {view.first_column + i for i in used}
        columns = blank | {n - 1 for n in blank} if len(blank) > 1 or figures else set()
    told = {view.first_column + i for i, cell in filled if isinstance(cell, str)}
    return len(told) == len(filled) > 1 and told == columns
