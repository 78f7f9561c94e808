"""Which rows are the header of a table: where it opens, how far it reaches, the row that numbers its columns."""

import re
from collections.abc import Sequence
from datetime import date

from data_loaders.cells import words
from data_loaders.columns.words.headings import read_part
from data_loaders.columns.words.part import Part
from data_loaders.layout.around.label_lines import in_pairs, label_line, labels_and_values, labels_one, tells
from data_loaders.layout.grid_view import GridView
from data_loaders.layout.head.group_headings import heads_groups
from data_loaders.layout.head.header_ends import goes_on_below, heads_rows, names_whom, under_groups
from data_loaders.layout.head.month_headings import numbers_below
from data_loaders.layout.head.numbering import in_brackets, is_numbering
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.least import AT_LEAST
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.kinds import names_only_level
from program.text import clean, fold

_MAX_HEADER_ROWS = 4
# So many cells of headings leave no doubt beside one figure, and so many beside any number of unknown ones.
_WHOLE, _MANY = 4, 6
# How a least begins ("≥ 90%", "Tối thiểu 10 lớp").
_LEAST = frozenset("≥>TtÍíĐđ")
_COUNTED = frozenset(["count", "attendances_total", "female"])
_YEARS = range(2018, 2032)
_NUMBER_LIKE = re.compile(r"(?!\d\d?[/.]\d\d?[/.]\d{2,4} ?[-–] ?\d\d?[/.]\d\d?[/.])[-+(]?\d[\d.,/ \-:]*%?\)?")

# What stands between people and their audiences, and says nothing of them.
_LEADS_OVER = re.compile(
    r"(trong do|chia ra|bao gom|gom( co)?|cu the|chia theo( .{0,20})?|phan theo( .{0,20})?)"
)

# What the rows of a report are, beside what came of them.
ITEMS = frozenset(["title", "indicator", "kind", "audience"])
_RESULTS = re.compile(
    r"(da )?(thuc hien|ket qua|so lieu|dat duoc)( (thuc hien|dat duoc|trong ky|bao cao|trong (nam|quy|thang)))?"
)


def is_figure(cell: Cell) -> bool:
    """Whether a cell is a figure or a day, and so cannot be a heading; a year can."""
    if isinstance(cell, bool):
        return True
    if isinstance(cell, int | float):
        return cell not in _YEARS
    if isinstance(cell, date):
        return True
    if isinstance(cell, str) and cell[:1] in "0123456789-+(":
        text = cell.strip()
        if _NUMBER_LIKE.fullmatch(text):
            return not (text.isdecimal() and len(text) < 9 and int(text) in _YEARS)
        return isinstance(read_count(text), int)
    return isinstance(cell, str) and cell[:1] in _LEAST and bool(AT_LEAST.match(cell))


def is_header(cells: list[Cell]) -> bool:
    """Whether a row opens a header: no figures (or one beside nothing but headings), at least two known headings,
    half of all cells known.

    A line of a title block ("Đơn vị báo cáo | UBND quận Hải Châu") is a label with its value, no header.
    """
    figures = 0
    for cell in cells:
        if cell is not None and is_figure(cell):
            figures += 1
            if figures > 1:
                return False
    filled = [cell for cell in cells if cell is not None]
    if figures:
        return _whole_beside_a_figure(filled)
    if len(filled) < 2 or labels_one(filled):
        return False
    distinct = list(dict.fromkeys(clean(words(cell)) for cell in filled))
    parts = [read_part(text) for text in distinct]
    results = _RESULTS.fullmatch(fold(distinct[-1])) or (parts[-1].period and not parts[-1].strong)
    if len(parts) == 2 and ITEMS.intersection(parts[0].fields) and results:
        return True
    if labels_and_values(parts) or in_pairs(list(map(words, filled))):
        return False
    known = [p for p in parts if p.known]
    strong = [p for p in parts if p.strong]
    if len(known) < 2 or not strong or (len(known) * 2 < len(parts) and len(strong) < _MANY):
        return False
    if len(strong) == 1:
        return _one_strong(parts, strong[0])
    return True


def _whole_beside_a_figure(filled: Sequence[Cell]) -> bool:
    """Whether headings alone stand beside one figure: a formula in the row of headings sums or counts a column."""
    if len(filled) < _WHOLE or isinstance(filled[0], date):
        return False
    parts = [read_part(text) for text in {clean(words(cell)) for cell in filled if not is_figure(cell)}]
    strong = sum(part.strong for part in parts)
    people = sum(part.audience is not None and not part.strong for part in parts)
    return strong > 1 and strong + people >= _WHOLE - 1 and all(part.known for part in parts)


def _one_strong(parts: list[Part], strong: Part) -> bool:
    """One heading and values that are headings too: a crosstab's head, unless it is a label with its value."""
    others = [p for p in parts if p is not strong and p.known and (tells(p) or p.fields != ("unused",))]
    if not others or (len(parts) == 2 and (others[0].unit or others[0].period or others[0].delivery)):
        return False
    return all(map(tells, others))


def extent(view: GridView, row: int, above: int) -> tuple[int, int]:
    """First and last row of the header that this row belongs to."""
    top = row
    while top - 1 > above and row - top < _MAX_HEADER_ROWS - 1 and _belongs_above(view, top - 1):
        top -= 1
    bottom = max(
        [
            row,
            *(
                m[2]
                for r in range(top, row + 1)
                for m in view.merges_from(r)
                if m[2] - m[0] < _MAX_HEADER_ROWS
            ),
        ]
    )
    while bottom - top + 1 < _MAX_HEADER_ROWS and (depth := _rows_below(view, top, bottom)):
        bottom += depth
        bottom = max([bottom, *(m[2] for m in view.merges_from(bottom) if m[2] - m[0] < _MAX_HEADER_ROWS)])
    whom = bottom == top and names_whom(view, bottom + 1)
    if bottom == top and (whom or goes_on_below(view, bottom + 1) or numbers_below(view, bottom + 1)):
        bottom += 1
    below = [words(cell) for cell in view.told(bottom + 1)]
    return top, bottom + (bool(below) and all(map(in_brackets, below)))


def _belongs_above(view: GridView, row: int) -> bool:
    """Whether the row above a header holds its group headings: known words, over some columns only."""
    cells = view.cells(row)
    filled = [cell for cell in cells if cell is not None]
    if not filled or any(is_figure(cell) for cell in filled) or (cells[0] is not None and len(filled) == 1):
        return False
    texts = [words(cell) for cell in filled]
    if any(len(text) > 60 or text.rstrip().endswith(":") for text in texts):
        return False
    parts = [read_part(text) for text in texts]
    wide = [m for m in view.merges_from(row) if m[3] > m[1]]
    under = view.filled(row + 1, row + 1)[0]
    below = [view.first_column + i for i, cell in enumerate(under) if cell is not None]
    # One cell over the whole table is its caption.
    if any(m[1] <= below[0] and m[3] >= below[-1] - 1 for m in wide):
        return False
    if len(filled) == 1:
        return parts[0].known and bool(wide) and not parts[0].unit
    return heads_groups(view, row, parts) and not (label_line(parts) or labels_and_values(parts))


def _rows_below(view: GridView, top: int, bottom: int) -> int:
    """How many rows continue the header: the next one, or two where it only leads over ("Trong đó") to the row below
    it."""
    if _belongs_below(view, top, bottom):
        return 1
    next_row = [words(cell) for cell in view.told(bottom + 1)]
    leads = bool(next_row) and all(map(_LEADS_OVER.fullmatch, map(fold, next_row)))
    return 2 if leads and _belongs_below(view, top, bottom + 1) else 0


def _belongs_below(view: GridView, top: int, bottom: int) -> bool:
    """Whether the next row continues the header: known words without figures, below group headings."""
    cells = view.cells(bottom + 1)
    filled = [(i, cell) for i, cell in enumerate(cells) if cell is not None]
    if not filled or any(is_figure(cell) for _, cell in filled):
        return False
    if is_numbering(cells) or _below_whole_headings(view, top, bottom, [i for i, _ in filled]):
        return False
    if under_groups(view, bottom, filled):
        return True
    if len(filled) == 1 and heads_rows(view, bottom, *filled[0]):
        return False
    # Programs write what was merged into each of its cells.
    upper = view.cells(bottom)
    filled = [(i, cell) for i, cell in filled if i >= len(upper) or cell != upper[i]] or filled
    parts = [read_part(words(cell)) for _, cell in filled]
    # Levels of schools, to be ticked below "Cấp học".
    levels = len(filled) > 1 and all(names_only_level(words(cell)) for _, cell in filled)
    if not levels and sum(p.known or p.whole for p in parts) * 2 < len(parts):
        return False
    above = view.filled(top, bottom)[-1]
    below_groups = 0
    for i, cell in filled:
        over = upper[i] if i < len(upper) else None
        merged = i < len(above) and above[i] is not None and over is None
        wide = any(
            m[1] - view.first_column <= i <= m[3] - view.first_column and m[3] > m[1]
            for m in view.merges_from(bottom)
        )
        next_blank = i + 1 >= len(upper) or upper[i + 1] is None
        if merged or wide or over is None or next_blank or _repeated(upper, i) or _measures(over, cell):
            below_groups += 1
        elif not read_part(words(cell)).strong:
            return False
    # One unit alone may head a group of rows.
    placed = levels or sum(p.unit for p in parts) > 1
    strong = sum(
        placed or p.strong or p.whole or bool(p.audience or p.kind or p.delivery or p.period) for p in parts
    )
    return (
        below_groups * 2 >= len(filled)
        and strong * 2 >= len(parts)
        and bool(_unfinished(view, bottom) or below_groups == len(filled))
    )


def _measures(over: Cell, cell: Cell) -> bool:
    """Whether a cell says what is counted below a heading that only tells when, where or of what kind ("Số lớp" below
    "Quý I"), and so goes on with it."""
    above, own = read_part(words(over)), read_part(words(cell))
    placed = above.period or above.unit or above.whole or (above.kind or above.audience) is not None
    return placed and (own.audience is not None or (own.strong and own.fields[0] in _COUNTED))


def _below_whole_headings(view: GridView, top: int, bottom: int, places: list[int]) -> bool:
    """Whether cells stand only below headings that need none: below the first row of sub-headings, in columns that
    have no sub-heading there ("STT", "Tên lớp"). A group of the table's rows begins so ("I. Tập huấn")."""
    if bottom == top:
        return False
    cells = view.cells(bottom)
    wide = [m for m in view.merges_from(bottom) if m[3] > m[1]]
    first = view.first_column
    return not any(
        (i < len(cells) and cells[i] is not None) or any(m[1] <= first + i <= m[3] for m in wide)
        for i in places
    )


def _unfinished(view: GridView, bottom: int) -> bool:
    """Whether the header so far has a group over several columns and nothing below it yet."""
    cells = view.cells(bottom)
    return any(m[3] > m[1] for m in view.merges_from(bottom)) or any(
        cell is not None and i + 1 < len(cells) and cells[i + 1] in (None, cell)
        for i, cell in enumerate(cells)
    )


def _repeated(cells: list[Cell], i: int) -> bool:
    """Whether a group heading is written out over each of its columns, as programs do that know no merged cells."""
    return any(0 <= at < len(cells) and cells[at] == cells[i] for at in (i - 1, i + 1))
