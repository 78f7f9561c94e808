"""Many values of one statement, a portion at a time."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

# Below the 32,766 variables that SQLite allows in a statement; so many rows are read at once, too.
A_QUERY = 5_000

_Value = TypeVar("_Value")


def portions(values: Sequence[_Value], size: int = A_QUERY) -> Iterator[Sequence[_Value]]:
    """The values in their order, as many at a time as a statement takes."""
    return (values[first : first + size] for first in range(0, len(values), size))
