"""What the words at the side of each row of a summary say of its figures: of whom, what is counted, of which kind."""

import re
from dataclasses import replace

from data_loaders.columns.cells.amounts import is_amount
from data_loaders.columns.choice import Understood
from data_loaders.columns.words.headings import read_heading
from data_loaders.layout.below.row import DATA, Row
from data_loaders.layout.below.rows_aside import is_aside
from data_loaders.reading.grid import Cell
from data_loaders.tables import common
from data_loaders.tables.findings import Findings
from data_loaders.tables.summary.joined import Counted
from data_loaders.tables.summary.sides import (
    Side,
    beside_audiences,
    counted_in,
    counts_others,
    counts_posts,
    held_for,
    side_of,
    side_of_audiences,
    unit_of_measure_at,
)
from data_loaders.values.kinds import find_kind, kind_of_title, names_only_kind
from data_loaders.values.made import is_made
from program.contract import IssueCode
from program.text import fold
from program.vocabulary import Audience, Kind

_COUNTED = re.compile(r"(tong )?(so |sl )?(luot|cuoc goi|vu viec|nhom|trang|kenh)\b")
# Typed for somebody, while a blank of a printed form has a line of dots.
_DOTS = re.compile(r"\s*(…|\.{3})\s*")
# What is left to do, or of all others: nobody knows which.
_LEFT = re.compile(r"(so |phan )?con lai")
_UNUSED = ("unused",)
_ANYBODY = re.compile(r"(cac )?(hoc vien|dai bieu|nguoi)( (tham )?(du|gia))?")


class Sides:
    """Answers for the rows of one table, from top to bottom. `parts`: its columns count audiences or men and women;
    `only_people`: they count nothing but people. `by_words` are the rows whose words say what they count."""

    def __init__(self, table: Understood, findings: Findings, parts: bool, only_people: bool) -> None:
        self._table = table
        self._findings = findings
        self._parts = parts
        self._only_people = only_people
        self._offset = table.block.view.first_column
        self._of_kinds = any(c.field == "kind_measure" for c in table.columns)
        fields = {c.field for c in table.columns}
        self._people_apart = {"count", "attendances_total"} <= fields
        self._measured_at = unit_of_measure_at(table.headings, self._offset)
        self._kind_above: tuple[Kind | None, Kind | None, object] = None, None, None
        self.by_words: dict[int, Counted] = {}

    def of(self, cells: list[Cell], row: Row) -> Side | None:
        """What a row's own words name; None where they name an unknown audience, or what is not counted."""
        unit = common.text_of(cells, self._measured_at) or ""
        if self._counts_others_in_words(cells, row, counts_others(unit)):
            return None
        side = (
            self._of_audience(cells, row, unit) if self._audience(cells) else self._of_words(cells, row, unit)
        )
        if side and side.measure == "count" and (side.kind or side.unit_kind):
            self._kind_above = side.kind, side.unit_kind, row.group
        if side is None or row.number not in self.by_words or self._kind_above[2] != row.group:
            return side
        # What is counted below another heading of a group is of its kind.
        kind, of_unit, _ = self._kind_above
        return replace(side, kind=side.kind or kind, unit_kind=side.unit_kind or of_unit)

    def _counts_others_in_words(self, cells: list[Cell], row: Row, of_unit: bool) -> bool:
        """Whether a row's unit of measure (`of_unit`), or its own words, count what is neither an activity nor a person who
        came ("bài", "Lượt tiếp cận"), which is then written down."""
        for column in filter(None, map(self._table.column, ("title", "kind", "audience"))):
            text = common.text_of(cells, column.number - self._offset)
            if text and (
                of_unit
                or is_aside(text)
                or counts_posts(text)
                or is_made(text)
                or (column.field != "audience" and _LEFT.fullmatch(fold(text)))
                or (_COUNTED.match(fold(text)) and read_heading((text,)).fields == _UNUSED)
            ):
                line = f"Dòng {row.number}"
                self._findings.add(IssueCode.UNUSED_COLUMN, row.number, column.number, text, line=line)
                return True
        return of_unit

    def _audience(self, cells: list[Cell]) -> str | None:
        column = self._table.column("audience")
        if column is None:
            return None
        cell = cells[column.number - self._offset]
        dots = isinstance(cell, str) and _DOTS.fullmatch(cell)
        return str(cell) if dots else common.text_of(cells, column.number - self._offset)

    def _of_audience(self, cells: list[Cell], row: Row, unit: str) -> Side | None:
        column, text = self._table.column("audience"), self._audience(cells) or ""
        side = side_of_audiences(text)
        if side is None and names_only_kind(text) and (kind := find_kind(text)):
            return Side(kind=kind)
        if side is None and column and row.role == DATA:
            self._findings.add(IssueCode.AUDIENCE_UNKNOWN, row.number, column.number, text)
            return None
        if column and self._people_apart and row.role == DATA and _ANYBODY.fullmatch(fold(text)):
            # Beside columns of numbers these words tell no audience, nor what is counted.
            self._findings.add(IssueCode.AUDIENCE_UNKNOWN, row.number, column.number, text)
            return None
        side = beside_audiences(side or Side(), common.field_text(self._table, cells, "title"))
        measured = counted_in(unit, None)
        if side.measure or measured.measure is None:
            return side
        self.by_words[row.number] = Counted(
            Audience(side.audience) if side.audience else None, row.group, fold(text)
        )
        return replace(side, measure=measured.measure, unit_kind=measured.unit_kind)

    def _of_words(self, cells: list[Cell], row: Row, unit: str) -> Side | None:
        if counted := self._counted_kind(cells):
            self.by_words[row.number] = Counted(
                None, row.group, fold(common.field_text(self._table, cells, "kind") or "")
            )
            return counted
        text = common.field_text(self._table, cells, "title")
        named = read_heading((text,)) if text and (self._only_people or not self._parts) else None
        side = (side_of(named) if named else None) or counted_in(unit, named)
        if self._parts and side.audience:
            return Side()
        if text and side.measure == "count" and side.kind is None:
            # What the row is called tells more than its unit of measure, and than the rows above it.
            side = replace(side, kind=kind_of_title(text) or find_kind(text))
        told = text or common.field_text(self._table, cells, "kind")
        # Where people have a column of their own, a unit of measure is that of the activities.
        of_unit = unit and side.measure == "count" and self._people_apart
        own = replace(side, measure=None) if of_unit else side
        if told and not self._parts and not names_only_kind(told) and (whole := held_for(told, own)):
            return whole
        if named and self._of_kinds and is_amount(named):
            side = replace(side, measure="count")
        if (named or unit) and (side.measure or side.audience):
            self.by_words[row.number] = Counted(
                named.audience if named else None, row.group, fold(text or "")
            )
        return side

    def _counted_kind(self, cells: list[Cell]) -> Side | None:
        """What a cell of kinds counts in its own words: "Số lớp tập huấn" counts classes."""
        text = common.field_text(self._table, cells, "kind")
        side = side_of(read_heading((text,))) if text and not self._parts else None
        return side if side and side.measure == "count" else None
