"""What the targets of a table are of: the indicator of each row, or of each column of figures."""

import re
from typing import Any

from data_loaders.cells import words
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column
from data_loaders.layout.around.set_as_targets import counts
from data_loaders.layout.below.row import Row
from data_loaders.reading.grid import Cell
from data_loaders.tables.findings import Findings
from data_loaders.values.amounts.numbers import bare
from data_loaders.values.indicators import find_indicator, named_indicator, own_indicator
from data_loaders.values.kinds import find_kind
from program.contract import IssueCode
from program.text import fold
from program.vocabulary import INDICATORS, Authority

_SUM = re.compile(
    r"(tong|cong)( (cong|so|chung|gop|cac|toan|bo|\d|ca|tat|giai doan|nam|quy|ky|thanh pho|tp|don vi|quan|huyen|phuong|xa))*"
)
_OURS = re.compile(r"\b(lop|buoi|luot|nguoi|cuoc|hoi|khoa|hoat dong|chi tieu)\b")
_ALL = re.compile(r"(tong|cong)\b")
_MARKS = " -–+•*"
_KNOWN_BY = ("indicator", "unit", "start_date", "end_date", "authority")


def is_sum(column: Column) -> bool:
    """Whether a heading, or its lowest cell, only says that others are summed."""
    return bool(_SUM.fullmatch(fold(column.heading.lowest)))


def _counts_another(column: Column) -> bool:
    """Whether a heading without a year, beside those of years, counts what nothing of ours does ("Số trường")."""
    text = column.heading.text
    ours = column.heading.period or column.heading.unit or column.heading.audience or find_indicator(text)
    return not ours and own_indicator(text) is not None and not _OURS.search(fold(text))


class Named:
    """Answers for one table of targets. `columns` are its figures that may be set; `wordings` are the words of the
    indicator of each record made so far."""

    def __init__(self, table: Understood, columns: list[Column], findings: Findings) -> None:
        self.table = table
        self.findings = findings
        self.offset = table.block.view.first_column
        self.indicators = [c for c in table.columns if c.field == "indicator"]
        across = any(c.heading.period for c in columns)
        self.by_column = (
            {}
            if self.indicators
            else {c.number: None if across and _counts_another(c) else self._above(c) for c in columns}
        )
        self.columns = columns
        if any(code and not is_sum(c) for c in columns if (code := self.by_column.get(c.number))):
            # Beside columns of indicators, their sum is none of them.
            self.columns = [c for c in columns if not is_sum(c) and not self._sums_parts(c)]
        self.unknown: set[int] = set()
        self.unmeasured: set[str] = set()
        self.wordings: list[str] = []
        self._wording = self._over = ""

    @property
    def above(self) -> bool:
        """Whether the headings or the words above the table name the indicators, not its rows."""
        told = any(self.by_column.values())
        return told or (bool(self.table.context.set_as_targets) and not self.indicators)

    def made(self, column: Column) -> None:
        """Remember in which words the indicator of a record was told."""
        self.wordings.append(column.heading.text if self.above else self._wording)

    def apart(self, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The records, those of one indicator in two wordings ("Số buổi truyền thông", "Số buổi truyền thông tại khu
        dân cư") for the same unit and days apart: the longer wording narrows what it counts and keeps its words."""
        wordings: dict[tuple[str, ...], set[str]] = {}
        for record, text in zip(records, self.wordings, strict=True):
            wordings.setdefault(tuple(record[name] for name in _KNOWN_BY), set()).add(fold(text))
        narrower = {
            text
            for texts in wordings.values()
            if len(texts) > 1
            for text in sorted(texts, key=lambda t: (len(t), t))[1:]
        }
        for record, text in zip(records, self.wordings, strict=True) if narrower else ():
            if fold(text) in narrower and (own := own_indicator(text)):
                record["indicator"], record["authority"] = own, Authority.LOCAL.value
        return records

    def _sums_parts(self, column: Column) -> bool:
        """Whether a column sums others of its measure ("Lớp cho cha mẹ | Lớp cho trẻ em | Tổng số lớp")."""
        code = self.by_column.get(column.number)
        parts = (self.by_column.get(c.number) for c in self.columns if not _ALL.match(fold(c.heading.text)))
        return bool(code and _ALL.match(fold(column.heading.text))) and any(
            part and INDICATORS[part].counter == INDICATORS[code or ""].counter for part in parts
        )

    def of_column(self, column: Column) -> str | None:
        """The indicator above a figure; where none is known, that is said once for the column."""
        code = self.by_column[column.number]
        if code is not None:
            return code
        heading = column.heading
        told = self.table.context.set_as_targets if heading.period or heading.unit else heading.text
        code = None if heading.period or heading.unit else own_indicator(heading.text)
        if column.number not in self.unknown:
            self.unknown.add(column.number)
            at = self.table.block.heading_row(column.number)
            if code:
                self._unmeasured(at, column.number, heading.text)
            else:
                self.findings.add(IssueCode.INDICATOR_UNKNOWN, at, column.number, told or heading.text)
        return code

    def of_group(self, row: Row) -> str | None:
        """The indicator that the heading of a row's group names, where neither its own cells nor the headings above its
        figures do."""
        if self.indicators or any(find_indicator(c.heading.text) for c in self.columns):
            return None
        code = named_indicator(row.group.label) if row.group.label else None
        if code:
            self._wording = row.group.label
        return code

    def of_row(self, row: Row, cells: list[Cell]) -> str | None:
        """The indicator that a row names; None, written down, where it names none."""
        texts = [
            (c, words(cells[c.number - self.offset]))
            for c in self.indicators
            if cells[c.number - self.offset] is not None
        ]
        for _, text in texts:
            if code := find_indicator(text):
                self._wording = self._over = text
                return code
        for _, text in texts:
            # "- Cha mẹ" below "Lớp tập huấn" narrows it.
            code = find_indicator(whole := f"{self._over} {text.strip(_MARKS)}") if self._over else None
            if code and code != find_indicator(self._over) and own_indicator(text) is None:
                self._wording = whole
                return code
        for column, text in texts:
            if code := own_indicator(text):
                self._wording = text
                self._unmeasured(row.number, column.number, text)
                return code
        if texts:
            self.findings.add(IssueCode.INDICATOR_UNKNOWN, row.number, texts[0][0].number, texts[0][1])
        else:
            self.findings.add(
                IssueCode.REQUIRED_MISSING,
                row.number,
                (self.indicators or self.table.columns)[0].number,
                what="tên chỉ tiêu",
                fix="Ghi mã hoặc tên chỉ tiêu.",
            )
        return None

    def _above(self, column: Column) -> str | None:
        """The indicator that a heading names, by itself or together with the words above the table."""
        title, heading = self.table.context.set_as_targets, column.heading
        own = find_indicator(heading.text)
        if (own and (own in INDICATORS or heading.audience)) or (
            heading.kind and find_kind(title) not in (None, heading.kind)
        ):
            return own
        # "Số lớp" below "Mục tiêu lớp tập huấn cho cha mẹ" counts those for them.
        told = find_indicator(f"{heading.text} {title}") or own or find_indicator(title)
        if told or not (heading.period or heading.unit):
            return told
        named = (line for line in reversed(self.table.block.captions) if counts(bare(line)))
        return next(filter(None, map(find_indicator, named)), None)

    def _unmeasured(self, row: int, column: int, text: str) -> None:
        """Say once of each wording that nothing handed in measures it."""
        if fold(text) not in self.unmeasured:
            self.unmeasured.add(fold(text))
            self.findings.add(IssueCode.INDICATOR_UNMEASURED, row, column, text)
