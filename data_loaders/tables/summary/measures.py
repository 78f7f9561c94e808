"""What the figures of a summary count where their headings name only a period, a unit or a kind."""

from collections.abc import Iterable
from statistics import median

from data_loaders.columns.cells.amounts import is_sum, said_to_count
from data_loaders.columns.cells.samples import samples
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column, is_figure_field
from data_loaders.values.amounts.numbers import bare, read_count
from program.measures.sizes import PLAUSIBLE
from program.vocabulary import Kind

# No class has so few people.
_FEW = 9


class Measures:
    """Answers for the columns of one table."""

    def __init__(self, table: Understood) -> None:
        self._table = table
        self._around = bare(f"{table.context.text} {table.block.view.sheet.name}")
        figures = [c for c in table.columns if is_figure_field(c.field) and c.field != "female"]
        self._people = any(map(tells_people, table.columns))
        # One column that does not say what it counts beside others that count people, under a title of activities
        # ("Thực hiện 6 tháng" | "Lượt người tham gia").
        self._summed = any(c.field.startswith("attendances.") for c in table.columns)
        self._alone = (
            bool(table.context.any_kind or table.column("kind"))
            and self._people
            and sum(not tells_people(c) for c in figures) == 1
        )
        self._usual: float | None = None
        self._few: dict[tuple[str, Kind | None], bool] = {}

    def of(self, column: Column) -> str:
        """The field of a column: its own, or what the words around it count."""
        of_kind = column.field == "kind_measure"
        if not of_kind and (
            column.field != "attendances_total"
            or column.heading.fields[:3] != ("attendances_total", "count", "value")
        ):
            return column.field
        # Beside the people of audiences "Tổng cộng" is their sum.
        if self._summed and is_sum(column.heading) and not of_kind:
            return "attendances_total"
        for words in (bare(" ".join(self._table.block.paths[column.number])), self._around):
            if words is self._around and of_kind and self._people:
                return "count"
            if said := said_to_count(words):
                return said
        # Below the name of a kind stand its activities, except beside the names of audiences that many came of.
        if of_kind and not self._table.column("audience"):
            return "count"
        if self._alone or self._too_few_for_people(column) or self._of_named_kinds(column):
            return "count"
        return "attendances_total"

    def _of_named_kinds(self, column: Column) -> bool:
        """Whether figures beside nothing but the names of kinds ("Lớp tập huấn" | "Quý I") are too small for their
        people."""
        if self._people or self._table.column("audience") or not self._table.column("kind"):
            return False
        if self._usual is None:
            alike = [c.number for c in self._table.columns if c.field == column.field]
            cells = [cell for values in samples(self._table.block, alike).values() for cell in values]
            numbers = [n for n in map(read_count, cells) if isinstance(n, int) and n]
            self._usual = median(numbers) if numbers else 0
        return self._usual < PLAUSIBLE[Kind.TRAINING_CLASS][0]

    def _too_few_for_people(self, column: Column) -> bool:
        """Whether the figures of all columns like this one are so small that they count activities."""
        kind = column.heading.kind or self._table.context.kind
        if (column.field, kind) not in self._few:
            alike = [c.number for c in self._table.columns if c.field == column.field]
            values = samples(self._table.block, alike)
            numbers = [n for cells in values.values() for n in map(read_count, cells) if isinstance(n, int)]
            few = max(_FEW, PLAUSIBLE[kind][0] - 1) if kind in PLAUSIBLE else _FEW
            self._few[column.field, kind] = bool(numbers) and max(numbers) <= few
        return self._few[column.field, kind]


def people_beside_counts(columns: Iterable[Column], fields: dict[int, str]) -> set[int]:
    """The columns that say by themselves that they count people, or women, beside one that counts activities: "Số lớp tập huấn" at
    the side of "Số lượng | Lượt người" tells of the first alone what it counts."""
    counted = any(fields[c.number] == "count" for c in columns)
    return {c.number for c in columns if counted and (tells_people(c) or c.field in ("female", "male"))}


def tells_people(column: Column) -> bool:
    """Whether a heading says by itself that it counts people."""
    return column.field.startswith("attendances.") or (
        column.field == "attendances_total" and column.heading.fields[:2] != ("attendances_total", "count")
    )
