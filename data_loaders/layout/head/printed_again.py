"""A header that a page break prints once more, all of it or one of its lines."""

from data_loaders.cells import words
from data_loaders.layout.below.row_labels import marks_page
from data_loaders.layout.grid_view import GridView
from data_loaders.layout.head.header import is_figure
from data_loaders.layout.head.header_like import Header, heads_a_group
from data_loaders.reading.grid import Cell
from program.text import clean, fold

# So many sign a table at most, beside each other.
_SIGNERS = 3
Paths = dict[int, tuple[str, ...]]


def said_again(view: GridView, top: int, bottom: int, paths: Paths, header: Header) -> bool:
    """Whether a header between two rows is an earlier one once more, be it that only one of its lines is said again."""
    again, first = _folded(paths), _folded(header[2])
    same = again in (first, {c: p[-1:] for c, p in first.items()}) or _lacks_headings(
        view, bottom, again, first
    )
    return same and not _captioned(view, top - 1, header[1])


def line_again(view: GridView, row: int, header: Header) -> bool:
    """Whether a row that alone makes no header is one line of an earlier one once more ("Cha mẹ | Giáo viên")."""
    cells = [(c, cell) for c, cell in enumerate(view.cells(row), view.first_column) if cell is not None]
    # Every row of a long list is asked: the first cell of most tells that they are none.
    if not all(isinstance(cell, str) and clean(cell) in header[2].get(c, ()) for c, cell in cells):
        return False
    again: Paths = {c: (clean(words(cell)),) for c, cell in cells}
    return _lacks_headings(view, row, again, header[2]) and not _captioned(view, row - 1, header[1])


def _folded(paths: Paths) -> Paths:
    return {c: tuple(map(fold, p)) for c, p in paths.items()}


def _lacks_headings(view: GridView, bottom: int, again: Paths, first: Paths) -> bool:
    """Whether headings are a line of those of an earlier header, and the row below them fills columns that have none
    here, or what told them apart there: they can be no header of their own."""
    if len(again) < 2 or not all(p in _lines(first.get(c, ()), len(p)) for c, p in again.items()):
        return False
    below = {c for c, cell in enumerate(view.cells(bottom + 1), view.first_column) if cell is not None}
    shared = [c for c in below & again.keys() if [*again.values()].count(again[c]) > 1]
    apart = len({first[c] for c in shared}) > len({again[c] for c in shared})
    return apart or bool(below & (first.keys() - again.keys()))


def _lines(path: tuple[str, ...], length: int) -> list[tuple[str, ...]]:
    return [path[at : at + length] for at in range(len(path))]


def _captioned(view: GridView, row: int, above: int) -> bool:
    """Whether the last filled row above is a line of words that heads no group of the table above, or the names of those
    who signed it: then a table of its own begins."""
    while row > above:
        filled = view.told(row)
        if filled and not (len(filled) == 1 and marks_page(words(filled[0]))):
            words_alone = len(filled) == 1 and isinstance(filled[0], str) and not is_figure(filled[0])
            signed = 1 < len(filled) <= _SIGNERS and all(map(_without_digit, filled))
            return signed or (words_alone and not heads_a_group(view, row, above))
        row -= 1
    return False


def _without_digit(cell: Cell) -> bool:
    return isinstance(cell, str) and not any(map(str.isdigit, cell))
