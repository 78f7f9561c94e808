"""Rows of data whose words are those of a header, told by the header and the rows above them."""

from data_loaders.cells import words
from data_loaders.columns.words.headings import read_part
from data_loaders.layout.below.row_labels import level_of, named_by
from data_loaders.layout.grid_view import GridView
from data_loaders.layout.head.header import is_figure
from data_loaders.layout.head.numbering import is_numbering

# A header above a table: its first row, its last, and the words above each column.
Header = tuple[int, int, dict[int, tuple[str, ...]]]
# So many headings make a header whole.
_WHOLE = 4
# The first meanings of headings that stand above figures or days.
_NUMBERED = (("ordinal",), ("start_date",), ("attendances_total",), ("count",), ("female",))
# So many rows above a row tell whether its words are those of data.
_NEAR = 20
# What heads the groups of a table.
_NAMES = ("unit", "kind", "period", "school", "organiser")


def first_row(view: GridView, row: int, header: Header) -> bool:
    """Whether a row right below a whole header is its first row of data, however much its words are headings:
    it stands below headings alone, and fewer of its words are headings only."""
    _, bottom, paths = header
    at = [view.first_column + i for i, cell in enumerate(view.cells(row)) if cell is not None]
    if row != bottom + 1 or len(at) < _WHOLE or not set(at) <= set(paths):
        return False
    heads = [read_part(path[-1]).strong for path in paths.values()]
    return all(heads) and sum(
        part.strong for part in (read_part(words(cell)) for cell in view.cells(row) if cell is not None)
    ) < len(heads)


def as_above(view: GridView, row: int, header: int, skipped: set[int]) -> bool:
    """Whether words of a row stand among the rows right above it, two in the nearest, or one of them and another of
    the rows before: it is another row of data, whatever its words."""
    cells = view.cells(row)
    seen: set[int] = set()
    for number in range(row - 1, max(header, row - _NEAR), -1):
        over = view.cells(number)
        if number in skipped or len(over) - over.count(None) < 2:
            break
        same = {i for i, (a, b) in enumerate(zip(cells, over, strict=False)) if a is not None and a == b}
        seen |= {i for i in same if isinstance(cells[i], str)} if number < row - 1 else same
        if len(seen) > 1:
            return True
    return False


def of_a_unit(view: GridView, row: int, header: Header) -> bool:
    """Whether the one unit that a row names stands in the column of units, with no gap below the rows of a table: it
    is a row of data, whatever its other words."""
    _, bottom, paths = header
    above = view.cells(row - 1)
    if len(above) - above.count(None) < 2:
        return False
    named = [
        view.first_column + i
        for i, cell in enumerate(view.cells(row))
        if isinstance(cell, str) and read_part(cell).unit
    ]
    at = paths.get(named[0], ()) if len(named) == 1 else ()
    return bool(at) and row > bottom and read_part(at[-1]).fields[:1] in (("unit",), ("ward",))


def heads_a_group(view: GridView, row: int, bottom: int) -> bool:
    """Whether the one line of a row right below rows of a table heads a group of it, as the first line below the header
    does ("I. Quận Hải Châu", "II. Quận Thanh Khê"): where the header is printed once more below it, the table goes on."""
    first = next(
        (told for n in range(bottom + 1, row) if (told := view.told(n)) and not is_numbering(told)), []
    )
    if len(first) != 1 or not view.told(row - 1):
        return False
    return _sort(words(first[0])) == _sort(words(view.told(row)[0])) != (None, ())


def _sort(label: str) -> tuple[int | None, tuple[str, ...]]:
    """The rank of a label's mark, and what it names."""
    named = named_by(label)
    return level_of(label), tuple(name for name in _NAMES if getattr(named, name))


def continues(view: GridView, row: int, header: Header) -> bool:
    """Whether a row right below the rows of a table has a figure or a day where the table has them: it is a row of data,
    whatever its words."""
    _, bottom, paths = header
    if row <= bottom or not any(cell is not None for cell in view.cells(row - 1)):
        return False
    at = [
        view.first_column + i
        for i, cell in enumerate(view.cells(row))
        if cell is not None and is_figure(cell)
    ]
    return any(read_part(paths[n][-1]).fields[:1] in _NUMBERED for n in at if n in paths)
