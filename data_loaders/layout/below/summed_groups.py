"""Headings of groups that stand where the rows do, with the sums of their rows ("Tháng 4 | | 3 | 1580") or nothing."""

import re
from collections.abc import Iterable
from itertools import takewhile

from data_loaders.cells import cell_at
from data_loaders.columns.choice import Understood
from data_loaders.layout.below.group import Group
from data_loaders.layout.below.row_labels import (
    BULLET,
    LEADING,
    MARK,
    first_words,
    is_part_of,
    is_total,
    mark_of,
    named_by,
)
from data_loaders.names.sorts_of_units import names_bodies
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.amounts.two_numbers import tells_figures
from data_loaders.values.kinds import names_only_kind
from program.contract import TableKind
from program.text import clean, fold

_PLACES = ("unit", "ward", "school")
_OWN = ("unit", "kind", "period", "audience")
# The mark of a group whose rows begin with strokes.
STROKE = "-"


def heads_sums(table: Understood, cells: list[Cell], at: int, ordinal: int | None, dated: int | None) -> bool:
    """Whether a row of figures whose one label stands at index `at` can head a group: in a list of activities each of
    which has its day; in a summary where the label stands in place of a number and nothing where rows have their place."""
    if table.kind == TableKind.ACTIVITIES:
        return dated is not None
    offset = table.block.view.first_column
    places = [c.number - offset for c in table.columns if c.field in _PLACES]
    placed = any(cell is not None for place in places for cell in cells[place : place + 1])
    return table.kind == TableKind.PARTICIPATION and at == ordinal and bool(places) and not placed


def whole_above(label: str, below: str) -> Group | None:
    """What figures beside sorts of units ("Các quận, huyện") say of the rows from the next on, whose words are `below`, and
    which they sum up; above another sort or the total they are the only figures. So are those of a kind with a mark
    of its own ("1. Lớp tập huấn") above what heads a division of them."""
    if heads_division(below):
        return named if LEADING.match(label) and (named := named_by(label)).kind else None
    whole = names_bodies(label) and bool(below) and not names_bodies(below) and not is_total(below)
    return Group() if whole else None


_DIVIDES = re.compile(
    r"((chia|phan|thong ke)( ra)?( chia)? )?theo (cac )?(doi tuong|dia ban|dia phuong|don vi|cap|hinh thuc|noi dung|gioi tinh|loai hinh|nhom|do tuoi|quan|huyen|phuong|xa|khu vuc|linh vuc|chu de|thanh phan|thang|quy)\b( \w+){0,6}"
)


def heads_division(text: str) -> bool:
    """Whether a label heads a division of what is told above ("2. Chia theo địa bàn")."""
    return bool(_DIVIDES.fullmatch(fold(LEADING.sub("", BULLET.sub("", clean(text))))))


def is_divided(cells: list[Cell], below: list[Cell], measures: list[int], label: str) -> bool:
    """Whether the row `below` the figures of a kind has a figure, and no greater one, wherever they are, and its `label` is
    no kind and no sum: a part of them."""
    told = [(cell_at(cells, i), cell_at(below, i)) for i in measures if tells_figures(cell_at(cells, i))]
    if not label or names_only_kind(label) or is_total(label):
        return False
    return all(tells_figures(part) and not _exceeds(part, whole) for whole, part in told)


def make_whole(
    cells: list[Cell],
    below: list[Cell],
    following: Iterable[list[Cell]],
    measures: list[int],
    ordinal: int | None,
) -> bool:
    """Whether the row `below` the figures of a kind and those without a mark that follow make them, at least in one
    column: else such rows are none of its parts ("2 Buổi truyền thông" over "Tọa đàm")."""

    def unmarked(row: list[Cell]) -> bool:
        mark = mark_of(row[ordinal]) if ordinal is not None and ordinal < len(row) else ""
        return not mark and not is_total(first_words(row, {*measures}))

    rows = [below, *takewhile(unmarked, following)]
    sums = ((read_count(cell_at(cells, i)), [read_count(cell_at(row, i)) for row in rows]) for i in measures)
    return any(
        isinstance(whole, int) and whole == sum(n for n in told if isinstance(n, int)) for whole, told in sums
    )


def _exceeds(part: Cell, whole: Cell) -> bool:
    some, all_of = read_count(part), read_count(whole)
    return isinstance(some, int) and isinstance(all_of, int) and some > all_of


def is_item(words: str) -> bool:
    """Whether words begin with a stroke ("- Lớp 1")."""
    return bool(BULLET.match(words))


def is_part(mark: str, whole: str, words: str) -> bool:
    """Whether a row of this mark and these words stands below the one that its own mark, `whole`, makes a heading."""
    return is_item(words) if whole == STROKE else is_part_of(mark or "-", whole)


def heads_items(
    cells: list[Cell], below: list[Cell], dated: int, left_out: set[int | None], ordinal: int | None
) -> bool:
    """Whether a row of words alone heads the activities from `below` on, which have days and strokes in place of numbers
    ("1 | Tập huấn kỹ năng số", "| - Lớp 1 | 12/5/2023")."""
    told, item = first_words(cells, left_out), first_words(below, left_out)
    figures = any(cells[i] is not None for i in left_out if i is not None and i != ordinal and i < len(cells))
    if not told or is_item(told) or figures or any(cells[dated:][:1]) or not any(below[dated:][:1]):
        return False
    numbers = [mark_of(row[ordinal]) if ordinal is not None else "" for row in (cells, below)]
    return is_item(item) if not numbers[0] else bool(MARK.match(numbers[0])) and not numbers[1]


def names_its_row(table: Understood, at: int, named: Group) -> bool:
    """Whether a label at index `at` stands in the column that holds such words for its own row."""
    offset = table.block.view.first_column
    fields = [c.field for c in table.columns if c.field in _OWN and c.number - offset == at]
    return table.kind != TableKind.ACTIVITIES and any(getattr(named, field) for field in fields)
