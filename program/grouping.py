"""Neighbours put together, for lists that are told by unit, ward or state."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K")


def grouped(items: Iterable[T], key: Callable[[T], K]) -> tuple[tuple[K, tuple[T, ...]], ...]:
    """Runs of neighbours that have the key in common, in the order of the items."""
    return tuple((value, tuple(part)) for value, part in groupby(items, key=key))
