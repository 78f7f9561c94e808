"""Several letters below each other on one sheet, each with its letterhead."""

from collections.abc import Iterable

from data_loaders.layout.grid_view import GridView
from program.text import fold

# The first line of a letterhead, and the rows in which others are looked for.
_NATION = "cong hoa xa hoi chu nghia viet nam"
_SEARCHED = 1_000
_LONGEST = 60


def letterheads(view: GridView) -> list[int]:
    """The rows below the first where the nation's name stands: there another letter begins."""
    last = min(view.last_row, view.first_row + _SEARCHED)
    return [
        row
        for row in range(view.first_row + 1, last + 1)
        if begins_letter(c for c in view.cells(row) if isinstance(c, str))
    ]


def begins_letter(lines: Iterable[str]) -> bool:
    """Whether the nation's name stands among lines of words."""
    return any(
        # Most words of a table are not folded for it.
        len(line) >= len(_NATION) and "c" in line[:4].casefold() and fold(line[:_LONGEST]).startswith(_NATION)
        for line in lines
    )
