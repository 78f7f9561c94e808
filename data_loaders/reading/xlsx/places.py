"""Where the cells of a sheet stand, and where in its markup each is written: from the bytes, by numpy.

Only for markup as the usual programs write it; for any other the answer is that a fuller look is needed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data_loaders.reading.references import LAST_COLUMN, LAST_ROW

Places = NDArray[np.intp]
_PIECE = 1 << 19
_LONGEST_ROW = 1 << 22
# What may be read behind the last place of a piece.
_PAD = 24


def word(text: bytes) -> int:
    """Up to eight bytes as one number, the first byte lowest."""
    return int.from_bytes(text, "little")


_ROW, _CELL, _VALUE, _VALUE_END = word(b'<row r="'), word(b'<c r="'), word(b"<v>"), word(b"</v></c>")
_ROW_NAME, _ROW_END, _CELL_NAME, _CELL_R, _DECLARATION = map(word, (b"<row", b"</ro", b"<c", b"<c r", b"<!"))


@dataclass(frozen=True)
class Piece:
    """The cells of a piece of markup that begins at `offset`, in their order; places count from there.

    `words` holds the eight bytes from every place on as one number. `rows` and `columns` count from 1.
    A cell's content goes from the quotation mark behind its reference (`starts`) to the next tag of a
    cell or row (`ends`). Where `simple`, it is attributes up to `heads`, and one value in <v> up to `values`.
    `row_tags` is the number of rows that begin here.
    """

    offset: int
    words: NDArray[np.uint64]
    rows: NDArray[np.int32]
    columns: NDArray[np.int32]
    starts: Places
    ends: Places
    heads: Places
    values: Places
    simple: NDArray[np.bool_]
    row_tags: int


def pieces(raw: bytes, start: int, end: int) -> Iterator[Piece | None]:
    """The cells within a span of the markup, piece by piece; None, and no more, if a tag is written in an
    unusual manner or a reference is no cell."""
    for first, last in _spans(raw, start, end):
        found = _piece(raw, first, last) if last + _PAD <= len(raw) else None
        yield found
        if found is None:
            return


def _spans(raw: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of whole rows."""
    while start < end:
        cut = raw.find(b"</row>", start + _PIECE, min(start + _PIECE + _LONGEST_ROW, end))
        last = end if cut < 0 else cut
        yield start, last
        start = last


def _piece(raw: bytes, start: int, end: int) -> Piece | None:
    length = end - start
    seen = np.frombuffer(raw, np.uint8, length + _PAD, start)
    words: NDArray[np.uint64] = np.ndarray((len(seen) - 7,), "<u8", seen.data, strides=(1,))
    tags = np.flatnonzero(seen[:length] == ord("<"))
    opened = words[tags]
    names = opened.astype(np.uint32)
    short = names & 0xFFFF
    is_cell, is_row = names == _CELL_R, names == _ROW_NAME
    cells = np.flatnonzero(is_cell)
    rows = opened[is_row]
    rows = rows[_ends_a_name(rows >> 32)]
    if (
        (short == _DECLARATION).any()
        or _ends_a_name(names[(short == _CELL_NAME) & ~is_cell] >> 16).any()
        or (rows != _ROW).any()
        or (opened[cells] & 0xFFFFFFFFFFFF != _CELL).any()
    ):
        return None
    references = _references(words, tags[cells] + 6)
    if references is None:
        return None
    borders = np.flatnonzero(is_cell | is_row | (names == _ROW_END))
    after = np.append(borders, len(tags))[np.flatnonzero(is_cell[borders]) + 1]
    tags, opened = np.append(tags, [length] * 3), np.append(opened, np.zeros(3, np.uint64))
    heads, closes = cells + 1, cells + 2
    return Piece(
        start,
        words,
        *references,
        tags[after],
        tags[heads],
        tags[closes],
        ((opened[heads] & 0xFFFFFF) == _VALUE) & (opened[closes] == _VALUE_END),
        len(rows),
    )


def _ends_a_name(letters: NDArray[np.uint64] | NDArray[np.uint32]) -> NDArray[np.bool_]:
    letter = letters.astype(np.uint8)
    ends: NDArray[np.bool_] = (letter <= ord(" ")) | (letter == ord(">")) | (letter == ord("/"))
    return ends


def _references(
    words: NDArray[np.uint64], at: Places
) -> tuple[NDArray[np.int32], NDArray[np.int32], Places] | None:
    """(rows, columns, places behind) of the references that begin at these places and end with a
    quotation mark; None if one is no cell of a sheet."""
    columns, at = _number(words, at, 3, ord("A"), 1, 26)
    rows, at = _number(words, at, 7, ord("0"), 0, 10)
    on_sheet = (columns >= 1) & (columns <= LAST_COLUMN) & (rows >= 1) & (rows <= LAST_ROW)
    behind = words[at].astype(np.uint8) == ord('"')
    return (rows, columns, at) if (on_sheet & behind).all() else None


def _number(
    words: NDArray[np.uint64], at: Places, most: int, first: int, least: int, base: int
) -> tuple[NDArray[np.int32], Places]:
    """Numbers of at most so many signs from each place on, and the places behind them: the sign `first`
    counts `least`, and there are `base` of them."""
    found, rest, length = np.zeros(len(at), np.int32), words[at], np.zeros(len(at), np.intp)
    for _ in range(most):
        sign = rest.astype(np.uint8) - np.uint8(first)
        more = sign < base
        if not more.any():
            break
        # A number ends for good at the first other sign.
        rest = np.where(more, rest >> np.uint64(8), np.uint64(0))
        found = np.where(more, found * np.int32(base) + sign + np.int32(least), found)
        length += more
    return found, at + length
