"""The rows below a header: data, group headings, totals, declarations of nothing, and where the table ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from data_loaders.cells import words
from data_loaders.columns import Understood
from data_loaders.reading.grid import Cell
from data_loaders.unit_names import Era, find_organisation, resolve
from data_loaders.values.kinds import find_kind
from data_loaders.values.numbers import says_nothing_happened
from data_loaders.values.periods import Words, find_period
from program.contract import TableKind
from program.text import clean, fold, key
from program.vocabulary import Kind

_TOTAL = re.compile(
    r"(?:tổng|tổng cộng|tổng số|cộng|cộng dồn|lũy kế|luỹ kế|cộng chung|tổng chung|toàn thành phố|toàn quận|toàn huyện|tổng toàn .*|tổng cộng .*|(?:tổng|cộng)(?: cộng| số)? (?:tháng|quý|năm|toàn|các|mục|phần|nhóm|khối|quận|huyện|phường|xã|cả|i|ii|iii|iv|v|\(|\d).*)[\s:.*]*"
)
_TOTAL_BARE = re.compile(r"(?:tong|tong cong|tong so|cong|luy ke|cong (?:thang|quy|nam|toan) .*|tong cong .*|tong (?:thang|quy|nam|toan) .*)")
_END = re.compile(
    r"^(ghi chu\b|luu y\b|nguoi lap|nguoi tong hop|nguoi bao cao|lap bieu|ke toan|thu truong|tm\b|kt\b|tl\b|tuq\b|chu tich|pho chu tich|giam doc|pho giam doc|truong phong|hieu truong|noi nhan|xac nhan|ky ten|ky ghi ro|dong dau"
    r"|bi thu|chanh van phong|nhu tren|luu vt|\w+( \w+){0,3} ngay( \d+)? thang( \d+)? nam|ngay \d* ?thang \d* ?nam|danh sach nay co|tong so co|bang chu|thuyet minh|chu thich)"
)
_MARK = re.compile(r"^\s*(?:([IVX]{1,5})|([A-Z])|(\d{1,2}(?:\.\d{1,2})*))\s*[.)\-:/]?\s*$")
_LEADING = re.compile(r"^\s*(?:([IVX]{1,5})|([A-ZĐ])|(\d{1,2}(?:\.\d{1,2})*))\s*[.)\-:/]\s*(?=\S)")


@lru_cache(maxsize=20000)
def is_total(text: str) -> bool:
    """Whether a label opens a row of sums ("Tổng cộng", "Cộng tháng 5"); "Tổng kết…" and "Cộng tác viên" do not."""
    label = _LEADING.sub("", clean(text))
    if label.isascii():
        return bool(_TOTAL_BARE.fullmatch(fold(label)))
    return bool(_TOTAL.fullmatch(key(label)))


@lru_cache(maxsize=20000)
def ends_table(text: str) -> bool:
    """Whether a cell belongs to the notes and signatures below a table."""
    return bool(_END.match(fold(text))) or clean(text).startswith(("*", "(Ký", "(ký"))


@dataclass
class Group:
    """What the group headings above a row say: words of its unit, its kind, its period."""

    unit: str | None = None
    kind: Kind | None = None
    period: Words | None = None
    levels: dict[int, "Group"] = field(default_factory=dict)

    def under(self, level: int, named: "Group") -> "Group":
        """The group after another heading of this level: what deeper headings said is over."""
        levels = {n: g for n, g in self.levels.items() if n < level}
        levels[level] = named
        found = Group(levels=levels)
        for n in sorted(levels):
            found.unit = levels[n].unit or found.unit
            found.kind = levels[n].kind or found.kind
            found.period = levels[n].period or found.period
        return found


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
        measures = [c for c in table.columns if c.field.split(".")[0] in ("attendances", "attendances_total", "count", "female", "kind_measure", "value")]
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
        return hasattr(cells[self.dated], "year") and any(i < len(cells) and cells[i].__class__ in (int, float) for i in self.measures)

    def _role(self, cells: list[Cell], filled: int) -> tuple[str, tuple[int, Group] | None]:
        texts = [(i, c) for i, c in enumerate(cells) if isinstance(c, str)]
        numbers = sum(1 for i in self.measures if i < len(cells) and cells[i] is not None and not isinstance(cells[i], str))
        labels = [c for i, c in texts if i not in self.measures] or [c for _, c in texts]
        first = labels[0] if labels else ""
        lead = next((c for c in labels[:3] if not _MARK.match(c)), first)
        if any(is_total(c) for c in labels[:3]):
            return TOTAL, None
        if not numbers and filled <= 6 and ends_table(lead):
            return "end", None
        if any(says_nothing_happened(c) for _, c in texts) and not self._has_positive(cells):
            return ZERO, None
        if (group := self._group(cells, texts, filled, numbers)) is not None:
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
        told = {c.number - self.offset for c in self.table.columns if c.field not in ("unit", "ward", "kind", "delivery", "audience", "period", "level", "authority", "group", "origin", "document")}
        return all(i >= len(cells) or cells[i] is None for i in told)

    def _group(self, cells: list[Cell], texts: list[tuple[int, str]], filled: int, numbers: int) -> tuple[int, Group] | None:
        """The heading of a group: one label in the row, marked (I, A, 1.) or naming a unit, kind or period."""
        if not texts:
            return None
        at, label = texts[-1] if len(texts) == 2 and _MARK.match(texts[0][1]) else texts[0]
        level = _level(texts[0][1])
        others = [i for i, c in enumerate(cells) if c is not None and i != at and i not in self.measures and i != self.ordinal_index and clean(words(c)) != clean(label)]
        if others and not (len(texts) == 2 and at == texts[-1][0] and others == [texts[0][0]]):
            return None
        named = _named(_LEADING.sub("", label))
        known = named.unit or named.kind or named.period
        has_ordinal = self.ordinal_index is not None and self.ordinal_index < len(cells) and cells[self.ordinal_index] is not None
        if numbers and not (self.table.kind == TableKind.ACTIVITIES and known and (level is None or level < 2) and self._holds_dates()):
            return None
        if self.table.kind in (TableKind.ACTIVITIES, TableKind.PARTICIPATION, TableKind.TARGETS, TableKind.SCHOOLS):
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
        return column is None or column.field not in ("unit", "kind", "period") or self.table.kind == TableKind.ACTIVITIES


def _level(text: str) -> int | None:
    match = _MARK.match(text) or _LEADING.match(text)
    if match is None:
        return None
    return 0 if match[1] and len(match[1]) >= 1 and set(match[1]) <= set("IVX") else 1 if match[2] else 2


def _named(label: str) -> Group:
    text = clean(label).rstrip(":. ")
    found = resolve(text, Era.UNKNOWN) if len(text.split()) <= 14 else None
    unit = text if found and (found.code or found.ambiguous) or find_organisation(text) else None
    period = find_period(text) if len(text) < 60 else None
    kind = find_kind(text) if len(text.split()) <= 10 and not unit else None
    return Group(unit, kind, period)


def _filled_down(table: Understood):  # noqa: ANN202
    """Cells of a row by number, with areas merged downwards carrying their value where it is no figure."""
    view = table.block.view
    measures = {c.number for c in table.columns if c.field.split(".")[0] in ("attendances", "attendances_total", "count", "female", "kind_measure", "value")}
    tall: dict[int, list[tuple[int, Cell]]] = {}
    for top, left, bottom, right in view.merges:
        if bottom <= top and right <= left or bottom < table.block.first or top > table.block.last:
            continue
        value = view.cell(top, left)
        if value is None:
            continue
        declared = isinstance(value, str) and says_nothing_happened(value)
        for row in range(max(top, table.block.first), bottom + 1):
            for column in range(left, right + 1):
                if declared and column in measures or (column == left and row > top and column not in measures):
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
