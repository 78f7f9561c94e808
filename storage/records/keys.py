"""Many natural keys in little memory: 16 bytes each, where a set of them would take a hundred."""

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

import numpy as np

_BYTES = 16


class KeySet:
    """Natural keys, each once; asked and added to many at a time."""

    def __init__(self) -> None:
        # Both halves of each key, as numbers, in order of the first.
        self._first = np.zeros(0, np.uint64)
        self._second = np.zeros(0, np.uint64)

    def __len__(self) -> int:
        return len(self._first)

    def has(self, keys: Sequence[bytes]) -> np.ndarray:
        """For each of some keys whether it is here."""
        return self._has(*_halves(keys))

    def add(self, keys: Sequence[bytes]) -> np.ndarray:
        """Take up keys; for each whether it was here already or stands earlier among these."""
        first, second = _halves(keys)
        known = self._has(first, second)
        order = np.lexsort((second, first))
        again = (first[order][1:] == first[order][:-1]) & (second[order][1:] == second[order][:-1])
        known[order[1:][again]] = True
        whole = np.concatenate([self._first, first[~known]])
        order = np.argsort(whole, kind="stable")
        self._first = whole[order]
        self._second = np.concatenate([self._second, second[~known]])[order]
        return known

    def _has(self, first: np.ndarray, second: np.ndarray) -> np.ndarray:
        found = np.zeros(len(first), dtype=bool)
        at = np.searchsorted(self._first, first)
        left = np.arange(len(first))
        while len(left):
            left = left[at[left] < len(self)]
            left = left[self._first[at[left]] == first[left]]
            met = self._second[at[left]] == second[left]
            found[left[met]] = True
            # Keys with one first half stand side by side.
            left = left[~met]
            at[left] += 1
        return found


class KeyList(Sequence[bytes]):
    """Natural keys in their order."""

    def __init__(self) -> None:
        self._raw = bytearray()

    def extend(self, keys: Iterable[bytes]) -> None:
        """More keys behind the others."""
        for key in keys:
            self._raw += key

    def __len__(self) -> int:
        return len(self._raw) // _BYTES

    @overload
    def __getitem__(self, place: int) -> bytes: ...
    @overload
    def __getitem__(self, place: slice) -> list[bytes]: ...
    def __getitem__(self, place: int | slice) -> bytes | list[bytes]:
        if isinstance(place, slice):
            return [self[at] for at in range(len(self))[place]]
        at = range(len(self))[place] * _BYTES
        return bytes(self._raw[at : at + _BYTES])

    def __iter__(self) -> Iterator[bytes]:
        return (self[place] for place in range(len(self)))


def _halves(keys: Sequence[bytes]) -> tuple[np.ndarray, np.ndarray]:
    halves = (
        np.frombuffer(b"".join(keys), dtype=np.uint64).reshape(-1, 2) if keys else np.zeros((0, 2), np.uint64)
    )
    return halves[:, 0].copy(), halves[:, 1].copy()
