"""Rows of a summary that sum other rows by what they say: a half-year below its quarters, all people above the
audiences that they are made of."""

import re
from collections.abc import Sequence
from datetime import date

from data_loaders import time_limit
from data_loaders.cells import cell_at, words
from data_loaders.columns.choice import Understood
from data_loaders.columns.neighbours.whole_years import grows
from data_loaders.columns.words.headings import read_heading
from data_loaders.layout.below.row import DATA, Row
from data_loaders.tables.dating import Dating
from data_loaders.tables.findings import Findings
from data_loaders.tables.period_cells import as_words
from data_loaders.tables.summary.groups import within
from data_loaders.tables.summary.sides import WOMEN, Side, side_of
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.days.periods import Span, span_of
from data_loaders.values.kinds import names_only_kind
from program.contract import IssueCode
from program.text import clean, fold

# What stands between a number and its parts, in a row of its own.
_LEADS_OVER = re.compile(r"(trong do|bao gom|gom|cu the|chia ra)( co)?")


class Periods:
    """Watches the periods of rows as they come."""

    def __init__(self, table: Understood, dating: Dating, measures: set[int]) -> None:
        self._table = table
        self._columns = dating.periods
        self._offset = table.block.view.first_column
        self._measures = measures
        self._seen: dict[tuple[str | None, tuple[str, ...]], dict[tuple[date, date], Span]] = {}
        self._figures: dict[Span, list[int]] = {}

    def sums_up(self, row: Row) -> bool:
        """Whether a row's period holds two or more periods of rows above with the same words beside
        them ("6 tháng" below "Quý I" and "Quý II") and is their sum, or one with the same figures."""
        time_limit.look()
        if not self._columns:
            return False
        index = self._columns[0].number - self._offset
        words_of = [
            as_words(c, row.cells[c.number - self._offset])
            for c in self._columns
            if c.number - self._offset < len(row.cells)
        ]
        year = next((w.year for w in words_of if w and w.year), None) or self._table.context.year
        spans = [s for w in words_of if w and (s := span_of(w, year))]
        if not spans:
            return False
        span = min(spans, key=lambda s: (s.end - s.start).days)
        beside = tuple(
            clean(words(c))
            for i, c in enumerate(row.cells)
            if c is not None and i not in self._measures and i != index and c.__class__ is str
        )
        # Each period once, however many rows are of it.
        seen = self._seen.setdefault((row.group.unit, beside), {})
        parts = within(span, seen.values())
        # "6 tháng", "9 tháng", "Năm", each from the beginning of the year on: no sum of the others.
        if len(parts) > 1 and not grows([*parts, span]):
            return True
        figures = [_number(row, i) or 0 for i in sorted(self._measures)]
        if len(parts) == 1 and any(figures) and self._figures.get(parts[0]) == figures:
            return True
        self._figures[span] = figures
        seen[span.start, span.end] = span
        return False


class Parts:
    """Rows of all people ("Số lượt người tham gia"), or of a kind and all its figures, with the rows of their audiences right
    below.

    Where the parts make up the whole, they count and the whole is their sum (`skipped`); where they are more, that
    is said; where they are less, they are told with it (`told`: the parts by the row of the whole). `people`: the
    rows of parts, which count people as the whole does, whatever stands above their figures.
    """

    def __init__(
        self, table: Understood, rows: Sequence[Row], measures: set[int], findings: Findings
    ) -> None:
        self.skipped: set[int] = set()
        self.people: set[int] = set()
        self.told: dict[int, list[tuple[str, Row]]] = {}
        column = next(filter(None, map(table.column, ("title", "audience", "kind"))), None)
        if column is None:
            return
        at = column.number - table.block.view.first_column
        sides = [_side(row, at) for row in rows]
        for i, (row, side) in enumerate(zip(rows, sides, strict=True)):
            of_kind = names_only_kind(_label(row, at))
            of_all = side is not None and side.measure == "attendances_total" and column.field == "title"
            if not (of_kind or of_all):
                continue
            below: list[tuple[str, Row]] = []
            for part, other in zip(rows[i + 1 :], sides[i + 1 :], strict=True):
                if _LEADS_OVER.fullmatch(fold(_label(part, at))):
                    continue
                women = of_kind and other is not None and other.measure == WOMEN
                whom = WOMEN if women else other.audience if other else None
                if whom is None or part.group != row.group:
                    break
                below.append((whom, part))
            if of_kind and below and self._of_people_alone(row, below, measures):
                self._tell(row, below)
            elif below and not of_kind:
                self._weigh(row, below, measures, table.block.view.first_column, findings)

    def _of_people_alone(self, row: Row, below: list[tuple[str, Row]], measures: set[int]) -> bool:
        """Whether the parts of a kind say nothing of its activities: fewer of its figures than the row of the kind."""
        told = {i for i in measures if _number(row, i) is not None}
        return all({i for i in measures if _number(part, i) is not None} < told for _, part in below)

    def _tell(self, row: Row, below: list[tuple[str, Row]]) -> None:
        self.told[row.number] = below
        self.skipped.update(part.number for _, part in below)

    def _weigh(
        self, row: Row, below: list[tuple[str, Row]], measures: set[int], offset: int, findings: Findings
    ) -> None:
        whole = {i: n for i in measures if (n := _number(row, i)) is not None}
        parts = {i: sum(_number(part, i) or 0 for _, part in below) for i in whole}
        self.people.update(part.number for _, part in below)
        if any(parts[i] < whole[i] for i in whole) and all(parts[i] <= whole[i] for i in whole):
            self._tell(row, below)
            return
        self.skipped.add(row.number)
        for i, written in whole.items():
            if parts[i] != written:
                findings.add(IssueCode.TOTAL_ROW_MISMATCH, row.number, i + offset, written, total=parts[i])


def _side(row: Row, at: int) -> Side | None:
    text = _label(row, at)
    return side_of(read_heading((text,))) if text else None


def _label(row: Row, at: int) -> str:
    text = clean(words(row.cells[at])) if row.role == DATA and at < len(row.cells) else ""
    return text.lstrip("-+*• ")


def _number(row: Row, index: int) -> int | None:
    found = read_count(cell_at(row.cells, index))
    return found if isinstance(found, int) else None
