"""The cells of one .xlsx sheet, gathered piece by piece while it is looked over."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data_loaders.reading import layout
from data_loaders.reading.facts import Facts, Position
from data_loaders.reading.grid import Limits
from data_loaders.reading.layout import Grid
from data_loaders.reading.references import LAST_COLUMN, LAST_ROW
from data_loaders.reading.xlsx.distinct import Distinct, Values
from data_loaders.reading.xlsx.places import Piece


@dataclass(frozen=True)
class PlacedCells:
    """Cells by row and column, from 1, with the numbers of their contents."""

    rows: NDArray[np.int32]
    columns: NDArray[np.int32]
    contents: NDArray[np.int32]

    def grid(self, values: Values) -> Grid:
        """What is not blank as one rectangle. `values` are those that the contents stand for."""
        told = values.told[self.contents]
        if not told.any():
            return [], 1, 1
        rows, columns = self.rows[told], self.columns[told]
        top, left = int(rows.min()), int(columns.min())
        laid = np.full((int(rows.max()) - top + 1, int(columns.max()) - left + 1), None, np.object_)
        # Of two cells at one place the last counts, as for calamine.
        laid[rows - top, columns - left] = values.cells[self.contents[told]]
        return laid.tolist(), top, left


@dataclass(frozen=True)
class Placed:
    """A sheet's facts and its cells."""

    facts: Facts
    cells: PlacedCells


class Gathered:
    """Cells and facts of a sheet so far. While they are often alike, `distinct` holds their contents;
    otherwise it is left as it was, and each piece is looked at by itself. `references` is how many rows
    and cells say where they stand."""

    def __init__(self, distinct: Distinct) -> None:
        self.facts = Facts()
        self.references = 0
        self._distinct = distinct
        self._before = len(distinct)
        self._alike = True
        self._kept: list[tuple[NDArray[np.int32], ...]] = []
        self._top, self._left, self._bottom, self._right = LAST_ROW, LAST_COLUMN, 1, 1

    def add(self, raw: bytes, piece: Piece | None) -> bool:
        """Take the next piece of the sheet's markup; False if it is written in an unusual manner, or its
        rows are out of order."""
        if piece is None:
            return False
        self.references += len(piece.rows) + piece.row_tags
        if not len(piece.rows):
            return True
        if piece.rows[0] < self._bottom or (piece.rows[1:] < piece.rows[:-1]).any():
            return False
        self.facts.count += len(piece.rows)
        self._top, self._bottom = min(self._top, int(piece.rows[0])), int(piece.rows[-1])
        self._left = min(self._left, int(piece.columns.min()))
        self._right = max(self._right, int(piece.columns.max()))
        distinct = self._distinct if self._alike else Distinct()
        before = len(distinct)
        contents = distinct.numbers(raw, piece)
        if not distinct.examine(before):
            return False
        self.facts.errors.update(_placed(piece, contents, distinct.errors))
        self.facts.formulas_without_value.update(
            _placed(piece, contents, dict.fromkeys(distinct.valueless, ""))
        )
        if self._alike:
            self._kept.append((piece.rows, piece.columns, contents))
            if distinct.too_many(self._before, self.facts.count):
                self.give_up()
        return True

    def give_up(self) -> None:
        """Leave the contents out."""
        self._alike = False
        self._kept.clear()
        self._distinct.forget(self._before)

    def roomy(self, limits: Limits) -> bool:
        """Whether the cells may be laid out as a rectangle."""
        area = (self._bottom - self._top + 1) * (self._right - self._left + 1)
        return not self.facts.count or layout.roomy(area, self.facts.count, limits)

    def cells(self) -> PlacedCells | None:
        """All cells; None where there are none, or they are too seldom alike."""
        return PlacedCells(*map(np.concatenate, zip(*self._kept, strict=True))) if self._kept else None


def _placed(piece: Piece, contents: NDArray[np.int32], said: dict[int, str]) -> dict[Position, str]:
    """What is said of contents, by the places of the cells that hold them."""
    if not said:
        return {}
    chosen = np.flatnonzero(np.isin(contents, list(said)))
    places = zip(piece.rows[chosen].tolist(), piece.columns[chosen].tolist(), strict=True)
    return dict(zip(places, map(said.__getitem__, contents[chosen].tolist()), strict=True))
