"""Sum rows against the rows they sum: a difference is said, the detail rows count."""

from collections.abc import Callable, Sequence

from data_loaders.cells import cell_at, words
from data_loaders.columns.choice import Understood
from data_loaders.layout.below.group import Group
from data_loaders.layout.below.row_labels import is_running
from data_loaders.reading.grid import Cell
from data_loaders.tables.findings import Findings
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.amounts.sums_in_words import people_summed, sums_held
from data_loaders.values.fault import Fault
from data_loaders.values.kinds import find_kind, kind_summed
from program.contract import IssueCode
from program.vocabulary import Kind

KindOf = Callable[[list[Cell], Group], Kind | None]
# The figures of fewer rows may agree by chance.
_FEWEST = 2


class Totals:
    """Watches the figures of one table. A sum row may sum the rows since the last one, those of a group it stands in, or
    all rows; a group's own row sums the rows below it. `people`: the columns of `measures` that together count all
    people, which a sum in words is held against. `kind_of`: the kind of a row of a group; a sum row that names a kind
    ("Tổng số lớp tập huấn") sums the rows of that kind alone."""

    def __init__(
        self,
        measures: list[int],
        offset: int,
        findings: Findings,
        people: Sequence[int] = (),
        kind_of: KindOf | None = None,
    ) -> None:
        self._measures = measures
        self._people = people
        self._kind_of = kind_of
        self._offset = offset
        self._findings = findings
        self._rows: list[list[Cell]] = []
        self._start = 0
        self._open: list[tuple[int, int, list[Cell], int, Group | None]] = []
        self._group = Group()
        # Each group with the place of its first row.
        self._groups: list[tuple[int, Group]] = [(0, self._group)]
        # The heading of each level that holds, and how many rows were summed before it.
        self._heads: dict[int, tuple[Group, int]] = {}

    def data(self, cells: list[Cell], group: Group) -> None:
        """A row that is summed, of its group."""
        self.data_of([cells], group)

    def data_of(self, rows: list[list[Cell]], group: Group) -> None:
        """Rows that are summed, of one group: what sums the rows of another has all of them."""
        while self._open and (held := self._open[-1][4]) and group.levels.get(self._open[-1][3]) is not held:
            self._close(self._open[-1][3])
        if group is not self._group:
            self._group, before = group, self._heads
            self._groups.append((len(self._rows), group))
            self._heads = {
                level: before[level]
                if level in before and before[level][0] is head
                else (head, len(self._rows))
                for level, head in group.levels.items()
            }
        self._rows += rows

    def total(self, number: int, cells: list[Cell]) -> None:
        """A sum row below its rows; above all rows it waits for them. Sums since an earlier day are none of theirs."""
        if any(isinstance(cell, str) and is_running(cell) for cell in cells):
            return
        if not self._rows:
            self._open.append((number, 0, cells, -1, None))
            return
        starts = dict.fromkeys([self._start, *(start for _, start in self._heads.values()), 0])
        self._compare(number, cells, [(start, len(self._rows)) for start in starts])
        self._compare_words(number, cells, [(start, len(self._rows)) for start in starts])
        self._start = len(self._rows)

    def subtotal(self, number: int, cells: list[Cell], group: Group) -> None:
        """A group's heading with the sums of the rows below it."""
        level = max(group.levels)
        self._close(level)
        self._open.append((number, len(self._rows), cells, level, group.levels[level]))

    def makes(self, cells: list[Cell]) -> bool:
        """Whether every figure of a row is the sum of the rows above it, all or those since the last sum, by more than
        chance; it may leave some out."""
        return any(self._is_sum(cells, start) for start in dict.fromkeys((self._start, 0)))

    def makes_last(self, cells: list[Cell]) -> bool:
        """The same of the rows since the last sum alone."""
        return self._is_sum(cells, self._start)

    def passed(self) -> None:
        """A row that counts by itself where a sum row would stand: the next sums the rows below it."""
        self._start = len(self._rows)

    def _is_sum(self, cells: list[Cell], start: int) -> bool:
        telling = False
        for index in self._measures:
            if (cell := cell_at(cells, index)) is None:
                continue
            if self._sum(index, start, len(self._rows)) != read_count(cell):
                return False
            telling = telling or sum(bool(cell_at(row, index)) for row in self._rows[start:]) >= _FEWEST
        return telling

    def end(self) -> None:
        """No more rows."""
        self._close(-1)

    def _close(self, level: int) -> None:
        while self._open and self._open[-1][3] >= level:
            number, start, cells, *_ = self._open.pop()
            if start < len(self._rows):
                self._compare(number, cells, [(start, len(self._rows))])

    def _compare(self, number: int, cells: list[Cell], spans: list[tuple[int, int]]) -> None:
        of_held = bool(self._people) and any(map(sums_held, cells))
        alike: list[list[Cell]] | None = None
        told = self._of_kind(cells)
        rows = self._rows if told is None else told
        for index in self._measures:
            written = read_count(cell_at(cells, index))
            if not isinstance(written, int) or (of_held and index in self._people):
                continue
            sums = [self._sum_of(index, rows[start:end]) for start, end in spans]
            if written not in sums:
                # To look for them takes as long as all rows: not for sums that agree.
                alike = self._alike(cells) if alike is None else alike
                sums += [self._sum_of(index, alike[start:end]) for start, end in spans if alike]
            self._hold(written, sums, number, index)

    def _of_kind(self, cells: list[Cell]) -> list[list[Cell]] | None:
        """The rows of the kind that a sum row names, each in its place, the others blank; None where it names none, no row
        is of it, or that of a row is not known."""
        labels = [cell for cell in cells if isinstance(cell, str)]
        named = {kind for label in labels if (kind := kind_summed(label))} if self._kind_of else set()
        if self._kind_of is None or len(named) != 1:
            return None
        ends = [start for start, _ in self._groups[1:]] + [len(self._rows)]
        kinds = [
            self._kind_of(row, group)
            for (start, group), end in zip(self._groups, ends, strict=True)
            for row in self._rows[start:end]
        ]
        if None in kinds or not named & set(kinds):
            return None
        return [row if kind in named else [] for row, kind in zip(self._rows, kinds, strict=True)]

    def _alike(self, cells: list[Cell]) -> list[list[Cell]]:
        """The rows with the others of which a sum row shares what it says ("Cả năm | Lớp tập huấn" sums the classes), each
        in its place, the others blank; none where it shares nothing."""
        labels = {
            i: cell for i, cell in enumerate(cells) if isinstance(cell, str) and i not in self._measures
        }
        shared = [i for i, cell in labels.items() if any(cell_at(row, i) == cell for row in self._rows)]
        if not shared:
            return []
        return [row if all(cell_at(row, i) == labels[i] for i in shared) else [] for row in self._rows]

    def _compare_words(self, number: int, cells: list[Cell], spans: list[tuple[int, int]]) -> None:
        for index, cell in enumerate(cells) if self._people else ():
            if (written := people_summed(cell)) is not None:
                of_all = [[self._sum(people, *span) for people in self._people] for span in spans]
                sums = [None if None in each else sum(n for n in each if n is not None) for each in of_all]
                self._hold(written, sums, number, index)

    def _hold(self, written: int, sums: list[int | None], number: int, index: int) -> None:
        """Say where what is written is none of the sums that it may be."""
        known = [n for n in sums if n is not None]
        if len(known) == len(sums) and written not in known:
            nearest = min(known, key=lambda n: abs(n - written))
            self._findings.add(
                IssueCode.TOTAL_ROW_MISMATCH, number, index + self._offset, written, total=nearest
            )

    def _sum(self, index: int, first: int, last: int) -> int | None:
        """The sum of one column over some rows; None where a cell of it cannot be read."""
        return self._sum_of(index, self._rows[first:last])

    @staticmethod
    def _sum_of(index: int, rows: list[list[Cell]]) -> int | None:
        total = 0
        for cells in rows:
            value = cell_at(cells, index)
            if value.__class__ is int and value >= 0:
                total += value
            elif value is not None:
                number = read_count(value)
                if isinstance(number, int):
                    total += number
                elif isinstance(number, Fault):
                    return None
        return total


def kind_in_column(table: Understood) -> KindOf | None:
    """What reads the kind of a row from the column of kinds; None where there is none."""
    column = table.column("kind")
    at = column.number - table.block.view.first_column if column else None
    return None if at is None else lambda cells, _: find_kind(words(cell_at(cells, at)))
