"""Rows below a header that number its columns, and units of measure in brackets."""

import re

from data_loaders.cells import words
from data_loaders.reading.grid import Cell
from program.text import fold

_BRACKETED = re.compile(r"\([^()]*[^\W\d][^()]*\)|\[[^\[\]]*[^\W\d][^\[\]]*\]")
# "(5)=(6)+…+(9)": what a column sums is told beside its number.
_NUMBERING = re.compile(r"[(\[]?\s*([a-zA-Z]|\d{1,2})\s*[)\]]?\s*(?:=[-+()\[\]\d\s=/*%.…:;,x×]*)?[)\]]?")


_THOUSANDS = re.compile(r"(don vi( tinh)? |dvt )?(nghin|ngan|1000|1 000) (nguoi|tre|tre em|em|hoc sinh)")


def in_brackets(text: str) -> bool:
    """Whether words stand in brackets as a whole ("(người)"), as units of measure do, or are one of thousands, which is
    nothing else; a number is none."""
    if _THOUSANDS.fullmatch(fold(text)):
        return True
    return bool(_BRACKETED.fullmatch(text.strip())) and not _NUMBERING.fullmatch(text.strip())


def is_numbering(cells: list[Cell]) -> bool:
    """A row such as (1) (2) (3), A B 1 2 or 1 2 3 below the header."""
    filled = [words(cell).strip() for cell in cells if cell is not None]
    if len(filled) < 2:
        return False
    marks = [match[1] for text in filled if (match := _NUMBERING.fullmatch(text))]
    if len(marks) < len(filled):
        return False
    numbers = [int(mark) for mark in marks if mark.isdigit()]
    letters = [mark for mark in marks if mark.isalpha()]
    in_order = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True
    return (
        in_order and (not numbers or numbers[0] in (0, 1, 2)) and [*letters] == sorted(letters, key=str.lower)
    )
