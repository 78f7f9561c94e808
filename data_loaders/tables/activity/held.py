"""Rows of a list of activities that say that nothing was held: put off, called off, not done yet."""

import re

from data_loaders.cells import cell_at
from data_loaders.columns.choice import Understood
from data_loaders.layout.below.row import Row
from data_loaders.reading.grid import Cell
from data_loaders.tables.findings import Findings
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.silence import says_none_held, says_not_yet
from program.contract import IssueCode
from program.text import fold

_STATES = re.compile(
    r"(tinh trang|trang thai|tinh hinh|tien do|ket qua)( (thuc hien|to chuc|trien khai|hoat dong))*"
)
_REMARKS = re.compile(r"ghi chu|ghi chu them|luu y|chu thich|ly do|nhan xet")
_NOT_HELD = re.compile(
    r"((da|tam|bi|xin|phai|de nghi) )*(hoan(?! (thanh|tat|thien|chinh))|huy|dung|lui|doi lich)\b"
    r"|(chua|khong) (duoc )?(to chuc|thuc hien|trien khai|dien ra|tien hanh|mo|dat duoc|co dieu kien)\b"
    r"|(du kien|sap|se|dang (cho|chuan bi|xin|lap)|chuyen sang|chuyen qua|doi sang) |(chua|chuyen sang nam sau|ke hoach)$"
)

# Words that say nothing else: in place of a day or a figure ("Hoãn do dịch"), or behind a title ("… (hoãn)").
_CALLED_OFF = re.compile(
    r"((da|tam|bi|xin|phai) )*(hoan|huy)( bo| lai)?( (do|vi|sang) .*)?|(chua|khong) (to chuc|thuc hien|trien khai|dien ra)( duoc)?"
)
_BEHIND_TITLE = re.compile(r"(?:\(|\s[-–]\s)\s*([^()–-]{3,40})\)?\s*$")


class Held:
    """Knows the columns of one table that may say so."""

    def __init__(self, table: Understood) -> None:
        offset = table.block.view.first_column
        used = {c.number for c in table.columns}
        leaves = {n: fold(path[-1]) for n, path in table.block.paths.items() if n not in used}
        self.states = [n - offset for n, leaf in leaves.items() if _STATES.fullmatch(leaf)]
        self._remarks = [n - offset for n, leaf in leaves.items() if _REMARKS.fullmatch(leaf)]
        self._titles = [c.number - offset for c in table.columns if c.field == "title"]
        self._figures = [c.number - offset for c in table.columns if c.field.startswith("attendances")]
        days = [c.number - offset for c in table.columns if c.field in ("start_date", "end_date", "count")]
        self._stated = [*self._figures, *days]
        self._offset = offset

    def says_not(self, row: Row, findings: Findings) -> bool:
        """Whether a row says that it was not held, which is then written down. In a column of states that counts
        whatever the row holds; a remark ("Hoãn từ tháng 4"), of a title too, beside people who came tells only of its
        day."""
        for index in self.states:
            if self._said(row.cells, index):
                return self._written(row, index, findings)
        told = [i for i in self._remarks if self._said(row.cells, i)]
        told += [i for i in self._titles if self._behind(row.cells, i)]
        if told and not any(self._people(row.cells, i) for i in self._figures):
            return self._written(row, told[0], findings)
        return False

    def stated(self, row: Row, findings: Findings) -> bool:
        """Whether a row says so in place of its day, its people or its number, which is then written down."""
        for index in self._stated:
            cell = cell_at(row.cells, index)
            if isinstance(cell, str) and (
                says_not_yet(cell) or says_none_held(fold(cell)) or _CALLED_OFF.fullmatch(fold(cell))
            ):
                return self._written(row, index, findings)
        return False

    def _written(self, row: Row, index: int, findings: Findings) -> bool:
        findings.add(IssueCode.NOT_HELD, row.number, index + self._offset, row.cells[index])
        return True

    @staticmethod
    def _said(cells: list[Cell], index: int) -> bool:
        cell = cell_at(cells, index)
        return isinstance(cell, str) and bool(_NOT_HELD.match(fold(cell)))

    @staticmethod
    def _behind(cells: list[Cell], index: int) -> bool:
        cell = cell_at(cells, index)
        found = _BEHIND_TITLE.search(cell) if isinstance(cell, str) else None
        return bool(found and _CALLED_OFF.fullmatch(fold(found[1])))

    @staticmethod
    def _people(cells: list[Cell], index: int) -> bool:
        return bool(isinstance(n := read_count(cells[index]), int) and n) if index < len(cells) else False
