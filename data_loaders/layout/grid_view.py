"""A sheet by row and column numbers, with its merged areas filled where they carry meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType

from data_loaders.cells import cell_at
from data_loaders.reading import references
from data_loaders.reading.grid import Cell, Sheet

Merge = tuple[int, int, int, int]
Place = tuple[int, int]
NOTHING_MOVED: Mapping[Place, Place] = MappingProxyType({})


class GridView:
    """Cells of one sheet by the numbers the user sees (first row and column are 1)."""

    def __init__(
        self,
        sheet: Sheet,
        *,
        turned: bool = False,
        places: Mapping[Place, Place] = NOTHING_MOVED,
        unread: Sequence[tuple[int, int, str]] = (),
    ) -> None:
        """`turned`: the rows of the sheet are columns here (`layout.turned`); `places`: where cells of the sheet stand
        that were moved (`layout.facts`), by row and column; `unread`: lines left aside, by row, column and words."""
        self.sheet = sheet
        self.turned = turned
        self.places = places
        self.unread = unread
        self.first_row = sheet.first_row
        self.last_row = sheet.first_row + len(sheet.rows) - 1
        self.first_column = sheet.first_column
        self.merges = sheet.merges

    def with_cells(self, changed: Mapping[Place, Cell]) -> "GridView":
        """The same view with other cells at some places (row, column); itself where there are none."""
        if not changed:
            return self
        rows = list(self.sheet.rows)
        for (number, column), cell in changed.items():
            row = rows[number - self.first_row] = list(rows[number - self.first_row])
            row[column - self.first_column] = cell
        sheet = replace(self.sheet, rows=rows)
        return GridView(sheet, turned=self.turned, places=self.places, unread=self.unread)

    def part(self, top: int, bottom: int, left: int, right: int) -> "GridView":
        """The rows top to bottom and the columns left to right as a sheet of their own, with the same numbers."""
        sheet = self.sheet
        at = left - self.first_column
        rows = [self.cells(row)[at : right - self.first_column + 1] for row in range(top, bottom + 1)]
        inside = tuple(
            m for m in self.merges if m[0] >= top and m[2] <= bottom and m[1] >= left and m[3] <= right
        )
        return GridView(
            replace(sheet, rows=rows, first_row=top, first_column=left, merges=inside), places=self.places
        )

    def cells(self, row: int) -> list[Cell]:
        """The cells of a row, from `first_column` on; empty for a row outside the sheet."""
        index = row - self.first_row
        return self.sheet.rows[index] if 0 <= index < len(self.sheet.rows) else []

    def told(self, row: int) -> list[Cell]:
        """The cells of a row that hold something."""
        return [cell for cell in self.cells(row) if cell is not None]

    def address(self, row: int, column: int) -> str:
        """The cell as the user sees it."""
        row, column = (column, row) if self.turned else (row, column)
        return references.name(*self.places.get((row, column), (row, column)))

    def row_seen(self, row: int) -> int:
        """The row in which the user sees a row of the sheet that was moved."""
        return min((seen for (at, _), (seen, _) in self.places.items() if at == row), default=row)

    def line(self, number: int) -> str:
        """What the user calls a column, as a sentence begins with it."""
        return f"Dòng {self.row_seen(number)}" if self.turned else f"Cột {references.letters(number)}"

    def cell(self, row: int, column: int) -> Cell:
        return cell_at(self.cells(row), column - self.first_column)

    def column(self, column: int, first: int, last: int) -> Sequence[Cell]:
        """The cells of a column from row first to row last."""
        index = column - self.first_column
        start, stop = max(first - self.first_row, 0), max(last - self.first_row + 1, 0)
        if self._columns is not None:
            return self._columns[index][start:stop] if 0 <= index < len(self._columns) else ()
        return [row[index] if index < len(row) else None for row in self.sheet.rows[start:stop]]

    @cached_property
    def _columns(self) -> list[tuple[Cell, ...]] | None:
        """All columns of a sheet whose rows are equally long, made once for all who ask."""
        rows = self.sheet.rows
        return list(zip(*rows, strict=True)) if len(set(map(len, rows))) == 1 else None

    @cached_property
    def last_column(self) -> int:
        return self.first_column + max((len(row) for row in self.sheet.rows), default=0) - 1

    @cached_property
    def _merge_starts(self) -> dict[int, list[Merge]]:
        starts: dict[int, list[Merge]] = {}
        for merge in self.merges:
            starts.setdefault(merge[0], []).append(merge)
        return starts

    def merges_from(self, row: int) -> list[Merge]:
        """Merged areas whose upper row this is."""
        return self._merge_starts.get(row, [])

    def filled(self, first: int, last: int) -> list[list[Cell]]:
        """The cells of rows first to last, every merged area carrying its value in all its cells."""
        width = self.last_column - self.first_column + 1
        rows = [
            (row + [None] * (width - len(row)))[:width] for row in map(self.cells, range(first, last + 1))
        ]
        for top, left, bottom, right in self.merges:
            if bottom < first or top > last:
                continue
            value = self.cell(top, left)
            for row in range(max(top, first), min(bottom, last) + 1):
                for column in range(left, right + 1):
                    rows[row - first][column - self.first_column] = value
        return rows
