"""The rows below a header: data, group headings, totals, declarations of nothing, and where the table ends."""

from collections.abc import Iterator

from data_loaders import time_limit
from data_loaders.cells import words
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import is_figure_field
from data_loaders.layout.below import ending, summed_groups
from data_loaders.layout.below.days_named import day_named
from data_loaders.layout.below.group import Group
from data_loaders.layout.below.marks import Marks
from data_loaders.layout.below.merged import filled_down
from data_loaders.layout.below.plain import plain_rows, plainly_data, run_at
from data_loaders.layout.below.prefilled import only_prefilled, told_by_reports
from data_loaders.layout.below.row import DATA, ROW_LEVEL, SUBTOTAL, TOTAL, ZERO, Row, Run
from data_loaders.layout.below.row_labels import (
    LEADING,
    MARK,
    ends_table,
    first_words,
    is_part_of,
    is_remark,
    marks_page,
    named_by,
    only_words,
    signs,
)
from data_loaders.layout.below.rows_aside import is_aside, is_women_of_sum
from data_loaders.layout.head.numbering import rows_are_numbered
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import holds_figure, read_count
from data_loaders.values.amounts.sums_in_words import sums_counted
from data_loaders.values.amounts.two_numbers import tells_figures
from data_loaders.values.days.periods import is_whole_year
from data_loaders.values.indicators import named_indicator
from data_loaders.values.kinds import kind_of_title, kind_summed, names_only_kind, names_only_level
from data_loaders.values.people.age_groups import find_group
from data_loaders.values.silence import says_none_in_row, says_nothing_alone, says_nothing_happened
from program.contract import TableKind
from program.text import clean

# So many plain rows are worth reading column by column.
_RUN = 12
_DATED = 3
# The level of the heading of a group, and what it names.
Named = tuple[int, Group] | None


class Walk:
    """Goes through the rows of a table in order; empty rows and headings of groups do not come out."""

    def __init__(self, table: Understood) -> None:
        view = table.block.view
        self.table = table
        self.offset = view.first_column
        ordinal = next((n for n, h in table.headings.items() if h.fields[:1] == ("ordinal",)), None)
        self.measures = [c.number - self.offset for c in table.columns if is_figure_field(c.field)]
        # Whether a heading of a group may tell of whom the figures are.
        parted = any(c.field.startswith(("attendances.", "audience")) for c in table.columns)
        self.activities = table.kind == TableKind.ACTIVITIES
        self.summary = table.kind == TableKind.PARTICIPATION
        self.lumps = (self.activities or self.summary) and not parted
        day = table.column("start_date") or table.column("end_date")
        self.dated = day.number - self.offset if day else None
        self.whole_years = {n - self.offset for n in ending.columns_of_whole_years(table)}
        self.unit = unit.number - self.offset if (unit := table.column("unit")) else None
        self.position = next((c.number - self.offset for c in table.columns if c.field == "position"), None)
        self.told = told_by_reports(table)
        self.by_years = table.kind == TableKind.POPULATION and any(map(table.column, ("unit", "ward")))
        self.set = table.kind == TableKind.TARGETS and not table.column("indicator")
        self.whole, self.summed, self.apart = "", False, False
        self.ordinal_index = ordinal - self.offset if ordinal else None
        self.remarks = {n - self.offset for n in table.unused if table.headings[n].fields[:1] == ("unused",)}
        self.marks = Marks(self.ordinal_index)
        self.numbered = rows_are_numbered(view, table.block.first, table.block.last, self.ordinal_index)

    def rows(self) -> Iterator[Row]:
        """Rows with their roles until the notes below the table."""
        return (piece for piece in self.pieces(in_runs=False) if isinstance(piece, Row))

    def pieces(self, in_runs: bool = True) -> Iterator["Row | Run"]:
        """The same, with plain rows that follow each other as one run where there are many."""
        block, group, cells_of = self.table.block, Group(), filled_down(self.table)
        plain = (
            plain_rows(block, self.dated, self.measures) if in_runs and cells_of == block.view.cells else b""
        )
        ahead = block.first
        for number in range(block.first, block.last + 1):
            if number < ahead:
                continue
            if (length := run_at(plain, number - block.first)) >= _RUN:
                ahead = number + length
                start = number - block.view.first_row
                yield Run(number, block.view.sheet.rows[start : start + length], group)
                continue
            cells = cells_of(number)
            filled = len(cells) - cells.count(None)
            if not filled or number in block.skipped:
                self.apart = not filled
                continue
            if not self.whole and plainly_data(cells, filled, self.dated, self.measures):
                self.apart = False
                yield Row(number, cells, DATA, group)
                continue
            time_limit.look()
            role, named = self._role(cells, filled)
            unmarked = named is not None and self.activities and not self.marks.of(cells)
            if (role == DATA or unmarked) and (sums := self._sums_below(number, cells)):
                role, named = SUBTOTAL, sums
                self.whole = (self.marks.of(cells) or summed_groups.STROKE) if sums[0] == ROW_LEVEL else ""
            elif role == DATA and self.whole and not self._is_part(cells):
                group, self.whole = group.above(ROW_LEVEL), ""
            if role == "end" and not ending.goes_on(
                cells_of, number + 1, block.last, self.dated, self.measures
            ):
                return
            if named is not None:
                named[1].place = (number, named[1].place[1])
                group = group.under(*named)
            if (
                role == DATA
                and self.activities
                and ending.is_beside_sums(cells, self.dated, self.ordinal_index, self.measures, self.summed)
            ):
                continue
            self.summed = role == TOTAL or (self.summed and role != DATA)
            # Words alone below a blank row, and below each other there, are notes.
            self.apart = self.apart and filled == 1 and not role and named is None
            if role and role != "end":
                yield Row(number, cells, role, group)

    def _role(self, cells: list[Cell], filled: int) -> tuple[str, Named]:
        texts = [(i, c) for i, c in enumerate(cells) if isinstance(c, str)]
        numbers = sum(1 for i in self.measures if i < len(cells) and tells_figures(cells[i]))
        only = only_words(cells, self.ordinal_index) if filled <= 2 else None
        if only and numbers and ((named := named_by(only[1])).unit or named.period):
            numbers = 0
        labels = [c for i, c in texts if i not in self.measures] or [c for _, c in texts]
        lead = next((c for c in labels[:3] if not MARK.match(c)), labels[0] if labels else "")
        years = {c for i, c in texts if i in self.whole_years and is_whole_year(c)}
        item = ending.is_item(ordinal := self.marks.of(cells), cells, self.dated, self.table.kind)
        if (ending.is_sum(labels, years) or ((self.unit, lead) in texts and kind_summed(lead))) and not item:
            return TOTAL, None
        # A row may begin with an office ("Chủ tịch UBND phường…"); notes and signatures have at most a form's own number.
        numbered = (bool(MARK.match(ordinal)) and (item or not signs(lead))) or (self.position, lead) in texts
        numbered = numbered and (filled >= _DATED or self.table.kind in ending.WORK)
        # A day where the rows have theirs, with more beside it, or above rows that have none, is no date of signing.
        dated = filled >= _DATED and (self.dated, lead) in texts
        dated = dated or (self.activities and self.dated is None and bool(day_named(clean(lead))))
        signed = [lead, *(c for i, c in texts if i in self.measures)]
        if not (numbers or numbered or dated) and filled <= 6 and any(map(ends_table, signed)):
            return "end", None
        alone = only and self.activities and says_nothing_alone(only[1])
        says = says_none_in_row if self.summary else says_nothing_happened
        if (alone or any(says(c) for _, c in texts)) and not self._has_positive(cells):
            return ZERO, None
        if self.activities and numbers == filled - sum(map(sums_counted, cells)):
            return TOTAL, None
        if self.activities and filled == 1 and is_remark(lead):
            return "", None
        if (group := self._group(cells, numbers, only)) is not None:
            return (SUBTOTAL if numbers else ""), group
        noted = filled == 1 and len(self.table.columns) > 1 and (self.apart or self.numbered)
        noted = noted and not kind_of_title(lead) and not lead.isdecimal()
        aside = numbers and self.summary and (is_aside(lead) or (self.summed and is_women_of_sum(lead)))
        prefilled = only_prefilled(cells, self.told, self.measures if self.activities else ())
        if noted or aside or prefilled or (filled == 1 and marks_page(lead)):
            return "", None
        return DATA, None

    def _has_positive(self, cells: list[Cell]) -> bool:
        return any(i < len(cells) and tells_figures(cells[i]) and read_count(cells[i]) for i in self.measures)

    def _sums_below(self, number: int, cells: list[Cell]) -> Named:
        """A summary row marked I or A above rows marked 1, 2…: their sum, and the heading of their group; so is a row
        without a day marked 1 above activities marked 1.1, 1.2…, and one of sorts of units above units."""
        block, left_out = self.table.block, {*self.measures, self.ordinal_index}
        following = filter(any, map(block.view.cells, range(number + 1, block.last + 1)))
        below = next(following, [])
        label, under = first_words(cells, left_out), first_words(below, left_out)
        if self.summary and (whole := summed_groups.whole_above(label, under)) is not None:
            return 0, whole
        if (
            self.activities
            and self.dated
            and summed_groups.heads_items(cells, below, self.dated, left_out, self.ordinal_index)
        ):
            return ROW_LEVEL, named_by(label)
        level = self.marks.level(ordinal := self.marks.of(cells))
        listed = self.activities and level == ROW_LEVEL and self.dated and not any(cells[self.dated :][:1])
        mark, of_kind = self.marks.of(below), self.summary and names_only_kind(label)
        divides = self.summary and (level != ROW_LEVEL or of_kind or self.table.column("audience"))
        if level is None or not (listed or divides):
            return None
        divided = of_kind and summed_groups.is_divided(cells, below, self.measures, under)
        if divided and not mark:
            divided = summed_groups.make_whole(cells, below, following, self.measures, self.ordinal_index)
        part = (divided or mark[:1].isdigit()) and is_part_of(mark or "-", ordinal)
        if level == ROW_LEVEL and not (listed and part):
            return (ROW_LEVEL, named_by(label) if of_kind else Group()) if part else None
        if not part and ((deeper := self.marks.level(mark)) is None or deeper <= level):
            return None
        return level, named_by(label) if label else Group()

    def _is_part(self, cells: list[Cell]) -> bool:
        return summed_groups.is_part(self.marks.of(cells), self.whole, first_words(cells, {*self.measures}))

    def _group(self, cells: list[Cell], numbers: int, only: tuple[int, str] | None) -> Named:
        """The heading of a group: one label in the row, marked (I, A, 1.) or naming a unit, kind or period."""
        told = (i for n in self.table.unused if any(map(holds_figure, cells[(i := n - self.offset) :][:1])))
        others = {*self.measures, *self.remarks, self.ordinal_index, *told}
        filled = [(i, clean(words(c))) for i, c in enumerate(cells) if c is not None and i not in others]
        ordinal, labels, alone = self.marks.of(cells), {text for _, text in filled}, False
        if not filled and ordinal and not MARK.match(ordinal):
            # Words where the rows have their numbers may stand before the sums of their group.
            only, ordinal = (self.ordinal_index or 0, clean(ordinal)), ""
        if not filled and only:
            labels, filled, alone = {only[1]}, [only], True
        if len(labels) != 1:
            return None
        at, label = filled[0]
        level = (
            self.marks.level(ordinal)
            if ordinal
            else self.marks.level(label)
            if LEADING.match(label)
            else None
        )
        named, rank = named_by(label), 1 if level is None else level
        named.place = (0, at + self.offset)
        held_by = named.organiser if self.activities else None
        known = bool(named.unit or named.kind or named.period or held_by or (self.lumps and named.audience))
        heads = (named.period or find_group(label)) if self.by_years else self.set and named_indicator(label)
        if (heads or self.by_years) and not named.unit:
            return (rank, named) if heads and not numbers else None
        if numbers:
            sums = known and summed_groups.heads_sums(self.table, cells, at, self.ordinal_index, self.dated)
            return (rank, named) if sums and level != ROW_LEVEL else None
        if self.table.kind == TableKind.SCHOOLS and names_only_level(LEADING.sub("", label)):
            return rank, named
        if not known:
            marked = level in (0, 1) or (at == 0 == self.ordinal_index and not ordinal)
            return (rank, named) if marked else None
        if level in (0, 1):
            return rank, named
        # Words where the rows have their numbers, and nothing beside them, are no row of their own.
        least = 3 if level == ROW_LEVEL else 5
        short = alone or named.unit or named.period or held_by or named.length <= least
        return (rank, named) if short and not summed_groups.names_its_row(self.table, at, named) else None
