"""The rows below a header: data, group headings, totals, declarations of nothing, and where the table ends."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from data_loaders.cells import words
from data_loaders.columns.choice import Understood
from data_loaders.layout.row_labels import LEADING, MARK, Group, ends_table, is_total, level_of, named_by
from data_loaders.reading.grid import Cell
from data_loaders.values.numbers import says_nothing_happened
from program.contract import TableKind
from program.text import clean


@dataclass(frozen=True)
class Row:
    """One row: its number, its cells (from the first column of the sheet), what it is, and its group."""

    number: int
    cells: list[Cell]
    role: str
    group: Group


DATA, TOTAL, ZERO, SUBTOTAL = "data", "total", "zero", "subtotal"


class Walk:
    """Goes through the rows of a table in order; empty rows and headings of groups do not come out."""

    def __init__(self, table: Understood) -> None:
        view = table.block.view
        self.table = table
        self.offset = view.first_column
        self.ordinal = next((n for n, h in table.headings.items() if h.fields[:1] == ("ordinal",)), None)
        measures = [
            c
            for c in table.columns
            if c.field.split(".")[0]
            in ("attendances", "attendances_total", "count", "female", "kind_measure", "value")
        ]
        self.measures = [c.number - self.offset for c in measures]
        self.labels = [n - self.offset for n in table.headings if n - self.offset not in self.measures]
        dated = table.column("start_date") or table.column("end_date")
        self.dated = dated.number - self.offset if dated else None
        self.ordinal_index = self.ordinal - self.offset if self.ordinal else None

    def rows(self) -> Iterator[Row]:
        """Rows with their roles until the notes below the table."""
        block, group = self.table.block, Group()
        cells_of = _filled_down(self.table)
        for number in range(block.first, block.last + 1):
            cells = cells_of(number)
            filled = len(cells) - cells.count(None)
            if not filled or number in block.skipped:
                continue
            if self._plainly_data(cells, filled):
                yield Row(number, cells, DATA, group)
                continue
            role, named = self._role(cells, filled)
            if role == "end":
                return
            if named is not None:
                group = group.under(*named)
            if role:
                yield Row(number, cells, role, group)

    def _plainly_data(self, cells: list[Cell], filled: int) -> bool:
        """A row with a true day in its date column and more beside it needs no second look."""
        if self.dated is None or filled < 4 or self.dated >= len(cells):
            return False
        return hasattr(cells[self.dated], "year") and any(
            i < len(cells) and cells[i].__class__ in (int, float) for i in self.measures
        )

    def _role(self, cells: list[Cell], filled: int) -> tuple[str, tuple[int, Group] | None]:
        texts = [(i, c) for i, c in enumerate(cells) if isinstance(c, str)]
        numbers = sum(
            1
            for i in self.measures
            if i < len(cells) and cells[i] is not None and not isinstance(cells[i], str)
        )
        labels = [c for i, c in texts if i not in self.measures] or [c for _, c in texts]
        first = labels[0] if labels else ""
        lead = next((c for c in labels[:3] if not MARK.match(c)), first)
        if any(is_total(c) for c in labels[:3]):
            return TOTAL, None
        if not numbers and filled <= 6 and ends_table(lead):
            return "end", None
        if any(says_nothing_happened(c) for _, c in texts) and not self._has_positive(cells):
            return ZERO, None
        if (group := self._group(cells, texts, numbers)) is not None:
            return (SUBTOTAL if numbers else ""), group
        if self._only_prefilled(cells):
            return "", None
        if not texts and numbers and numbers == filled and self.table.kind == TableKind.ACTIVITIES:
            return TOTAL, None
        return DATA, None

    def _has_positive(self, cells: list[Cell]) -> bool:
        return any(i < len(cells) and isinstance(cells[i], int | float) and cells[i] for i in self.measures)

    def _only_prefilled(self, cells: list[Cell]) -> bool:
        """A row of a form that nobody filled in: a number, a unit or a place, and no figures."""
        told = {
            c.number - self.offset
            for c in self.table.columns
            if c.field
            not in (
                "unit",
                "ward",
                "kind",
                "delivery",
                "audience",
                "period",
                "level",
                "authority",
                "group",
                "origin",
                "document",
            )
        }
        return all(i >= len(cells) or cells[i] is None for i in told)

    def _group(
        self, cells: list[Cell], texts: list[tuple[int, str]], numbers: int
    ) -> tuple[int, Group] | None:
        """The heading of a group: one label in the row, marked (I, A, 1.) or naming a unit, kind or period."""
        if not texts:
            return None
        at, label = texts[-1] if len(texts) == 2 and MARK.match(texts[0][1]) else texts[0]
        level = level_of(texts[0][1])
        others = [
            i
            for i, c in enumerate(cells)
            if c is not None
            and i != at
            and i not in self.measures
            and i != self.ordinal_index
            and clean(words(c)) != clean(label)
        ]
        if others and not (len(texts) == 2 and at == texts[-1][0] and others == [texts[0][0]]):
            return None
        named = named_by(LEADING.sub("", label))
        known = named.unit or named.kind or named.period
        has_ordinal = (
            self.ordinal_index is not None
            and self.ordinal_index < len(cells)
            and cells[self.ordinal_index] is not None
        )
        if numbers and not (
            self.table.kind == TableKind.ACTIVITIES
            and known
            and (level is None or level < 2)
            and self._holds_dates()
        ):
            return None
        if self.table.kind in (
            TableKind.ACTIVITIES,
            TableKind.PARTICIPATION,
            TableKind.TARGETS,
            TableKind.SCHOOLS,
        ):
            if level is not None and level < 2 and (known or not numbers):
                return level, named
            alone = at in (0, self.ordinal_index) or not has_ordinal
            if known and alone and not numbers and self._not_its_own(at):
                return (level if level is not None else 1), named
        return None

    def _holds_dates(self) -> bool:
        return self.dated is not None

    def _not_its_own(self, at: int) -> bool:
        """Whether a label stands outside the column that would hold it as a value of its own row."""
        column = next((c for c in self.table.columns if c.number - self.offset == at), None)
        return (
            column is None
            or column.field not in ("unit", "kind", "period")
            or self.table.kind == TableKind.ACTIVITIES
        )


def _filled_down(table: Understood) -> Callable[[int], list[Cell]]:
    """Cells of a row by number, with areas merged downwards carrying their value where it is no figure."""
    view = table.block.view
    measures = {
        c.number
        for c in table.columns
        if c.field.split(".")[0]
        in ("attendances", "attendances_total", "count", "female", "kind_measure", "value")
    }
    tall: dict[int, list[tuple[int, Cell]]] = {}
    for top, left, bottom, right in view.merges:
        if (bottom <= top and right <= left) or bottom < table.block.first or top > table.block.last:
            continue
        value = view.cell(top, left)
        if value is None:
            continue
        declared = isinstance(value, str) and says_nothing_happened(value)
        for row in range(max(top, table.block.first), bottom + 1):
            for column in range(left, right + 1):
                if (declared and column in measures) or (
                    column == left and row > top and column not in measures
                ):
                    tall.setdefault(row, []).append((column - view.first_column, value))
    if not tall:
        return view.cells

    def cells(number: int) -> list[Cell]:
        row = view.cells(number)
        if number not in tall:
            return row
        copy = list(row)
        for index, value in tall[number]:
            copy.extend([None] * (index + 1 - len(copy)))
            if copy[index] is None:
                copy[index] = value
        return copy

    return cells
