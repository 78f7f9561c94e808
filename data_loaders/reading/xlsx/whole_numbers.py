"""Short whole numbers in cells: most of a long sheet, and found again without looking at text.

A number in a cell is a figure, a day, or the place of a shared text, as the attributes before it say.
Both together are the cell's content, so the same pair always stands for the same content.
"""

import numpy as np
from numpy.typing import NDArray

from data_loaders.reading.xlsx.places import Piece, word

_VALUE = len("<v>")
_LONGEST_HEAD, _MOST_HEADS = 16, 32
_LONGEST, _BELOW = 7, 1 << 20
_ZEROS, _HIGH, _LOW, _SIX = (np.uint64(word(sign * 8)) for sign in (b"0", b"\xf0", b"\x0f", b"\x06"))
_STEPS = (
    (8, np.uint64(0x00FF00FF00FF00FF)),
    (16, np.uint64(0x0000FFFF0000FFFF)),
    (32, np.uint64(0x00000000FFFFFFFF)),
)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_NO_HEAD = -1


class WholeNumbers:
    """The numbers of contents by attributes and value."""

    def __init__(self) -> None:
        self._heads: list[tuple[int, int]] = []
        # One more than the content's number; memory is taken only where something is written.
        self._contents = np.zeros(_MOST_HEADS * _BELOW, np.int32)

    def keys(self, piece: Piece) -> NDArray[np.int32]:
        """For each cell of a piece a key that stands for its content, below zero where it has none."""
        found = np.full(len(piece.starts), -1, np.int32)
        chosen = np.flatnonzero(piece.simple & (piece.heads - piece.starts <= _LONGEST_HEAD))
        value = _values(piece.words, piece.heads[chosen] + _VALUE, piece.values[chosen])
        head = self._numbered(piece.words, piece.starts[chosen], piece.heads[chosen])
        sound = (value >= 0) & (head != _NO_HEAD)
        found[chosen[sound]] = head[sound] * _BELOW + value[sound]
        return found

    def known(self, keys: NDArray[np.int32]) -> NDArray[np.int32]:
        """The contents' numbers of these keys; -1 where it is not known."""
        return np.where(keys >= 0, self._contents[keys], 0) - np.int32(1)

    def learn(self, keys: NDArray[np.int32], contents: NDArray[np.int32]) -> None:
        """These keys stand for these contents."""
        has = keys >= 0
        self._contents[keys[has]] = contents[has] + 1

    def _numbered(
        self, words: NDArray[np.uint64], starts: NDArray[np.intp], ends: NDArray[np.intp]
    ) -> NDArray[np.int32]:
        """The numbers of the attributes between these places, _NO_HEAD where they are one kind too many."""
        length = ends - starts
        first = _cut(words[starts], np.minimum(length, 8))
        second = _cut(words[starts + 8], np.maximum(length - 8, 0))
        mixed = first ^ (second * _MIX)
        found = np.full(len(starts), _NO_HEAD, np.int32)
        for number, (one, two) in enumerate(self._heads):
            found[mixed == _mixed(one, two)] = number
        while len(self._heads) < _MOST_HEADS and (new := np.flatnonzero(found == _NO_HEAD)).size:
            one, two = int(first[new[0]]), int(second[new[0]])
            found[mixed == _mixed(one, two)] = len(self._heads)
            self._heads.append((one, two))
        if self._heads:
            ones, twos = (np.array(column, np.uint64) for column in zip(*self._heads, strict=True))
            found[(first != ones[found]) | (second != twos[found])] = _NO_HEAD
        return found


def _mixed(one: int, two: int) -> np.uint64:
    return np.uint64(one) ^ np.uint64(two * int(_MIX) & 0xFFFFFFFFFFFFFFFF)


def _cut(words: NDArray[np.uint64], length: NDArray[np.intp]) -> NDArray[np.uint64]:
    """The first bytes of words, so many of each."""
    drop = (8 * (8 - length)).astype(np.uint64)
    # A shift by a whole word is none.
    return np.where(length > 0, (words << drop) >> drop, np.uint64(0))


def _values(words: NDArray[np.uint64], starts: NDArray[np.intp], ends: NDArray[np.intp]) -> NDArray[np.int32]:
    """The whole numbers written between these places; -1 for anything else, long numbers, and those with
    zeros in front: the same number, and another text."""
    length = ends - starts
    usual = (length >= 1) & (length <= _LONGEST)
    drop = (8 * (8 - np.where(usual, length, 1))).astype(np.uint64)
    text = words[starts]
    zero_in_front = (text.astype(np.uint8) == ord("0")) & (length > 1)
    # Eight digits, the first lowest; then two, four, eight of them at a time become one number.
    digits = (text << drop) | (_ZEROS >> (np.uint64(64) - drop))
    usual &= ((digits & _HIGH) == _ZEROS) & (((digits + _SIX) & _HIGH) == _ZEROS) & ~zero_in_front
    found = digits & _LOW
    for signs, below in _STEPS:
        found = (found * np.uint64(10 ** (signs // 8)) + (found >> np.uint64(signs))) & below
    return np.where(usual & (found < _BELOW), found.astype(np.int32), np.int32(-1))
