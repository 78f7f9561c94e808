"""Rows below a header that number its columns, and units of measure in brackets."""

import re
from collections.abc import Sequence
from itertools import pairwise

from data_loaders.cells import words
from data_loaders.layout.below.row_labels import MARK, is_total, mark_of
from data_loaders.layout.grid_view import GridView
from data_loaders.reading.grid import Cell
from program.text import fold

_BRACKETED = re.compile(r"\([^()]*[^\W\d][^()]*\)|\[[^\[\]]*[^\W\d][^\[\]]*\]")
# "(5)=(6)+…+(9)": what a column sums is told beside its number. Excel makes -1 of a "(1)" that is typed.
_NUMBERING = re.compile(
    r"[(\[{<]?\s*(?:(?:cột|cot|c)\.?\s*(?=\d))?(-?\d{1,2}|[ivx]{1,5}|[a-z])[a-d]?\s*[.)\]}>]?\s*(?:[=:][-+()\[\]\d\s=/*%.…:;,x×]*)?[)\]]?",
    re.IGNORECASE,
)
# What stands before a number that is none of data.
_OPENS = "([{<-"
_ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"]


_THOUSANDS = re.compile(r"(don vi( tinh)? |dvt )?(nghin|ngan|1000|1 000) (nguoi|tre|tre em|em|hoc sinh)")


def in_brackets(text: str) -> bool:
    """Whether words stand in brackets as a whole ("(người)"), as units of measure do, or are one of thousands, which is
    nothing else; a number is none."""
    if _THOUSANDS.fullmatch(fold(text)):
        return True
    told = text.strip().rstrip(" .:;")
    return bool(_BRACKETED.fullmatch(told)) and not _NUMBERING.fullmatch(told)


def is_numbering(cells: list[Cell]) -> bool:
    """A row such as (1) (2) (3), A B 1 2 or 1 2 3 below the header."""
    filled = [words(cell).strip() for cell in cells if cell is not None]
    if len(filled) < 2:
        return False
    marks = [match[1] for text in filled if (match := _NUMBERING.fullmatch(text))]
    if len(marks) < len(filled):
        return False
    numbers = [int(mark) for mark in marks if not mark.isalpha()]
    if len(numbers) == len(filled) and all(text[0] in _OPENS for text in filled):
        # Columns that were moved or taken out keep their numbers.
        return len(set(numbers)) == len(numbers)
    if numbers and numbers[0] < 0:
        numbers = [-number for number in numbers]
    letters = [mark.lower() for mark in marks if mark.isalpha()]
    in_order = all(0 < after - before < 2 for before, after in pairwise(numbers)) if numbers else True
    single = all(len(mark) == 1 for mark in letters)
    return (
        in_order
        and (not numbers or numbers[0] in (0, 1, 2))
        and ((single and letters == sorted(letters)) or letters == _ROMAN[: len(letters)])
    )


def numbers_one(told: Sequence[Cell]) -> bool:
    """Whether a row numbers the one column of a table ("(1)", "A")."""
    return len(told) == 1 and words(told[0]).strip("()[]. ") in ("1", "-1", "A")


# So many rows tell whether all have their numbers; those of data have so many cells.
_NEAR, _CELLS = 60, 3


def rows_are_numbered(view: GridView, first: int, last: int, ordinal: int | None) -> bool:
    """Whether the rows of data below a header have their numbers, so that words alone without one are no row."""
    if ordinal is None:
        return False
    near = range(first, min(last, first + _NEAR) + 1)
    rows = [cells for n in near if len(cells := view.cells(n)) - cells.count(None) >= _CELLS]
    rows = [
        cells
        for cells in rows
        if not (is_numbering(cells) or any(is_total(cell) for cell in cells if isinstance(cell, str)))
    ]
    numbers = [text for cells in rows if ordinal < len(cells) and (text := mark_of(cells[ordinal]))]
    return len(numbers) * 4 >= len(rows) * 3 > 0 and all(map(MARK.match, numbers))
