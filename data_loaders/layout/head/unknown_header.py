"""A header whose wordings alone do not make one, told by the rows below it."""

from data_loaders.cells import cell_at, words
from data_loaders.columns.neighbours.district_letters import names_districts
from data_loaders.columns.words.grammar import MAX_WORDS
from data_loaders.columns.words.headings import read_part
from data_loaders.layout.below.row_labels import is_total
from data_loaders.layout.grid_view import GridView
from data_loaders.layout.head.header import is_figure
from data_loaders.layout.head.numbering import is_numbering, numbers_one
from data_loaders.layout.head.sentences import is_sentence
from data_loaders.names.units import Era, resolve
from data_loaders.reading.grid import Cell
from data_loaders.values.days.periods import find_period
from data_loaders.values.kinds import find_level, names_only_level
from data_loaders.values.people.audiences import read_audiences
from program.text import clean, fold

# A header of mostly unknown wordings has at least as many.
_UNKNOWN_WORDINGS = 5
# Columns of levels that a row of schools ticks.
_LEVELS = 2
# Tables of units have no more columns than are looked at here; so many rows below tell what they are.
_UNITS, _BELOW = 16, 4
_LONG = 60


def heads_rows(view: GridView, row: int, first: bool) -> bool:
    """Whether the rows below make a row a header: figures, units with a figure each, schools with ticks. `first`:
    no table stands above it."""
    return (
        _heads_units(view, row)
        or _heads_levels(view, row)
        or (first and heads_schools(view, row))
        or _heads_audiences(view, row)
        or _heads_years(view, row)
        or names_districts(view.cells(row))
        or (first and heads_figures(view, row))
    )


def numbers_anew(view: GridView, row: int, paths: dict[int, tuple[str, ...]]) -> bool:
    """Whether a row says the heading of a table's numbers once more beside words ("STT | Khó khăn | Kiến nghị"): whatever
    they are, another table begins."""
    filled = view.told(row)
    if len(filled) < 2 or not isinstance(filled[0], str) or "ordinal" not in read_part(filled[0]).fields:
        return False
    numbers = (column for column, path in paths.items() if "ordinal" in read_part(path[-1]).fields)
    return any(view.cell(row, column) == filled[0] for column in numbers) and not any(map(is_figure, filled))


def _heads_units(view: GridView, row: int) -> bool:
    """Whether words stand above units or audiences with their figures, one or more of them headings or periods ("Đơn vị | Năm 2024",
    "Khối | Lớp tập huấn"): units below the first of the words, figures below the last."""
    at = [(i, cell) for i, cell in enumerate(view.cells(row)) if cell is not None]
    if not 1 < len(at) <= _UNITS or not all(
        isinstance(cell, str) and not is_figure(cell) for _, cell in at[:1]
    ):
        return False
    if any(
        is_figure(cell) or len(words(cell)) > _LONG or words(cell).rstrip().endswith(":") for _, cell in at
    ):
        return False
    following = [view.cells(n) for n in range(row + 1, row + 1 + _BELOW)]
    rows = [below for below in following if _has_figures(below)]
    if not rows or any(len(set(below) - {None}) > 1 for below in following[: following.index(rows[0])]):
        return False
    parts = [read_part(words(cell)) for _, cell in at]
    side = next((k for k, (i, _) in enumerate(at[:2]) if all(_is_unit(below, i) for below in rows)), None)
    if side is None or parts[side].unit or parts[side].audience:
        return False
    across = at[side + 1 :]
    headed = all(
        any(i < len(b) and b[i] is not None and _is_result(b[i]) for b in rows) for i, _ in across[:1]
    )
    known = all(p.known for p in parts[side + 1 :])
    return bool(across) and known and headed and all(p.fields[:1] == ("ordinal",) for p in parts[:side])


def _heads_years(view: GridView, row: int) -> bool:
    """Whether a row of nothing but years stands above figures, with units at their side below a blank corner."""
    at = [(i, cell) for i, cell in enumerate(view.cells(row)) if cell is not None]
    if len(at) < _LEVELS or not at[0][0] or any(is_figure(cell) for _, cell in at):
        return False
    if not all((told := find_period(words(cell))) and told.year for _, cell in at):
        return False
    rows = [below for n in range(row + 1, row + 1 + _BELOW) if _has_figures(below := view.cells(n))]
    return bool(rows) and all(_is_unit(below, at[0][0] - 1) and is_figure(below[at[0][0]]) for below in rows)


def _has_figures(cells: list[Cell]) -> bool:
    """Whether a row has figures of its own; sums say nothing of who is listed."""
    first = next((cell for cell in cells if cell is not None), None)
    summed = isinstance(first, str) and is_total(first)
    return not summed and any(cell is not None and _is_result(cell) for cell in cells[1:])


def _is_result(cell: Cell) -> bool:
    """Whether a cell is a figure, or tells several of activities in a sentence."""
    return is_figure(cell) or is_sentence(cell)


def _is_unit(cells: list[Cell], index: int) -> bool:
    cell = cell_at(cells, index)
    if not isinstance(cell, str) or is_figure(cell):
        return False
    named = resolve(words(cell), Era.UNKNOWN)
    return bool(named.code or named.candidates or read_audiences(words(cell)))


def _heads_levels(view: GridView, row: int) -> bool:
    """Whether levels of schools stand beside the heading of their names ("Tên trường | Tiểu học | THCS")."""
    filled = view.told(row)
    if not all(isinstance(cell, str) and len(cell) < _LONG for cell in filled):
        return False
    texts = [clean(words(cell)) for cell in filled]
    if sum(map(names_only_level, texts)) < _LEVELS:
        return False
    parts = [read_part(text) for text in texts if not names_only_level(text)]
    named = any(p.fields[:1] in (("school",), ("name",)) for p in parts)
    return all(p.known for p in parts) and (named or _schools_below(view, row))


def _schools_below(view: GridView, row: int) -> bool:
    """Whether a school stands below each heading of a level in the next row."""
    below = view.cells(row + 1)
    at = [i for i, cell in enumerate(view.cells(row)) if cell is not None and names_only_level(words(cell))]
    return all(i < len(below) and isinstance(below[i], str) and find_level(words(below[i])) for i in at)


def _heads_audiences(view: GridView, row: int) -> bool:
    """Whether a heading stands beside words over nothing but audiences ("Đơn vị | Cơ cấu", over "HS | PH | GV")."""
    cells, below = (
        [(i, words(c)) for i, c in enumerate(view.cells(n)) if c is not None] for n in (row, row + 1)
    )
    if len(cells) < 2 or len(below) < 2 or any(is_figure(text) for _, text in cells):
        return False
    strong = [i for i, text in cells if read_part(text).strong and not text.rstrip().endswith(":")]
    return bool(strong) and strong[0] < below[0][0] and all(read_part(text).audience for _, text in below)


def heads_schools(view: GridView, row: int) -> bool:
    """Whether the one word of a row heads names of schools, which stand alone; its column may be numbered below it."""
    first = row + 1 + numbers_one(view.told(row + 1))
    told = [
        [(i, words(c)) for i, c in enumerate(view.cells(n)) if c is not None] for n in (row, first, first + 1)
    ]
    if any(len(cells) != 1 or cells[0][0] != told[0][0][0] for cells in told):
        return False
    head, *names = (cells[0][1] for cells in told)
    schools = (find_level(name) or fold(name).startswith("truong ") for name in names)
    return read_part(head).fields[:1] in (("school",), ("name",)) and all(schools)


def heads_figures(view: GridView, row: int) -> bool:
    """Whether a row of several different words, of which some are known headings, stands right above rows of
    figures and days: a header of unknown wordings."""
    filled = view.told(row)
    texts = {clean(words(cell)) for cell in filled if isinstance(cell, str)}
    if len(filled) < _UNKNOWN_WORDINGS or len(texts) < len(filled) or any(map(is_figure, filled)):
        return False
    if any(text.endswith(":") for text in texts) or any(len(text.split()) > MAX_WORDS for text in texts):
        return False
    parts = [read_part(text) for text in texts]
    headings = sum(p.strong or p.audience is not None for p in parts)
    if headings < 2 or not any(p.strong for p in parts) or sum(p.known for p in parts) * 3 < len(parts):
        return False
    first = row + 1 + is_numbering(view.cells(row + 1))
    below = [view.told(n) for n in (first, first + 1)]
    return all(2 * len(c) >= len(filled) and sum(map(is_figure, c)) >= 2 for c in below)
