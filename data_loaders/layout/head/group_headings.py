"""The row above a header that tells its columns apart ("Tiểu học | THCS" over "Số buổi | Lượt" twice)."""

from collections import Counter

from data_loaders.cells import words
from data_loaders.columns.words.part import Part
from data_loaders.layout.grid_view import GridView
from program.text import fold


def heads_groups(view: GridView, row: int, parts: list[Part]) -> bool:
    """Whether the cells of a row (`parts`: what each says) are known words above groups of columns, or any words where
    their place says it: merged over several columns beside headings that reach down into the header, or each above
    one of the same headings."""
    merges = view.merges_from(row)
    down = {m[1] for m in merges if m[2] > row and m[3] == m[1]}
    across = {m[1] for m in merges if m[3] > m[1]} if down else set()
    across |= _said_twice(view, row + 1)
    at = [c for c, cell in enumerate(view.cells(row), view.first_column) if cell is not None]
    named = [p.known or p.whole or c in across for c, p in zip(at, parts, strict=True) if c not in down]
    return bool(named) and all(named)


def _said_twice(view: GridView, row: int) -> set[int]:
    """The columns of a header whose words stand above another of its columns too."""
    told = {
        c: fold(words(cell)) for c, cell in enumerate(view.cells(row), view.first_column) if cell is not None
    }
    often = Counter(told.values())
    return {c for c, text in told.items() if often[text] > 1}
