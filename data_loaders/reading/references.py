"""Cell references: column letters and numbers, and how far a sheet may reach."""

import re
from functools import lru_cache

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
_CELL = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")


@lru_cache(maxsize=LAST_COLUMN)
def letters(column: int) -> str:
    """1 → A, 27 → AA."""
    name = ""
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(65 + digit) + name
    return name


@lru_cache(maxsize=LAST_COLUMN)
def number(column: str) -> int:
    """A → 1, AA → 27."""
    value = 0
    for letter in column.upper():
        value = value * 26 + ord(letter) - 64
    return value


def cell(reference: str) -> tuple[int, int] | None:
    """B3 → (3, 2); None for anything that is no cell of a sheet."""
    match = _CELL.fullmatch(reference)
    if not match:
        return None
    row, column = int(match[2]), number(match[1])
    return (row, column) if 1 <= row <= LAST_ROW and column <= LAST_COLUMN else None


def area(reference: str) -> tuple[int, int, int, int] | None:
    """B3:D4 → (3, 2, 4, 4); None for anything that is no range."""
    first, _, last = reference.partition(":")
    start, end = cell(first), cell(last or first)
    if start is None or end is None:
        return None
    return min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1])


def name(row: int, column: int) -> str:
    """(3, 2) → B3."""
    return f"{letters(column)}{row}"
