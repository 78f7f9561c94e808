"""A header most of whose wordings are unknown, told by the rows below it."""

from data_loaders.cells import words
from data_loaders.columns.grammar import MAX_WORDS
from data_loaders.columns.headings import read_part
from data_loaders.layout.grid_view import GridView
from data_loaders.layout.header import is_figure, is_numbering
from program.text import clean

# A header of mostly unknown wordings has at least as many.
_UNKNOWN_WORDINGS = 5


def heads_figures(view: GridView, row: int) -> bool:
    """Whether a row of several different words, of which some are known headings, stands right above rows of
    figures and days: a header of unknown wordings."""
    filled = [cell for cell in view.cells(row) if cell is not None]
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
    below = [[c for c in view.cells(n) if c is not None] for n in (first, first + 1)]
    return all(2 * len(c) >= len(filled) and sum(map(is_figure, c)) >= 2 for c in below)
