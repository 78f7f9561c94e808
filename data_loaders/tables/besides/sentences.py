"""Results written as sentences in a column ("Đã tổ chức 02 lớp, 96 lượt; 03 buổi, 150 lượt"): which column, and what to
write in its place."""

import re

from data_loaders.issues import issue
from data_loaders.reading import references
from data_loaders.reading.grid import Cell, Sheet
from data_loaders.values.amounts.numbers import bare
from program.contract import Issue, IssueCode

_ACTIVITIES = re.compile(r"\b\d{1,3} (?:lop|buoi|cuoc|khoa|hoi nghi|hoi thi)\b")
_PEOPLE = re.compile(
    r"\d (?:luot|nguoi|hoc sinh|hs|phu huynh|ph|cha me|em|tre em|giao vien|can bo|dai bieu)\b"
)
_FIX = (
    "Tách thành các cột, mỗi ô một con số, ví dụ: Số lớp tập huấn; Lượt người dự lớp; Số buổi truyền thông; "
    "Lượt người dự buổi."
)


def written_out(sheet: Sheet) -> list[Issue]:
    """The columns of a sheet in which results are sentences, beside other cells, each with its first one."""
    found: dict[int, list[tuple[int, Cell]]] = {}
    for row, cells in enumerate(sheet.rows, sheet.first_row):
        for column, cell in enumerate(cells, sheet.first_column):
            if isinstance(cell, str) and any(c is not None for c in cells if c is not cell) and _tells(cell):
                found.setdefault(column, []).append((row, cell))
    return [
        issue(
            IssueCode.NUMBER_UNREADABLE,
            sheet.name,
            references.name(cells[0][0], column),
            cells[0][1],
            hint=f"cột {references.letters(column)} ghi kết quả thành câu",
            amount=_FIX,
        )
        for column, cells in found.items()
    ]


def _tells(text: str) -> bool:
    """Whether words tell a number of activities and of the people who came."""
    plain = bare(text)
    return bool(_ACTIVITIES.search(plain) and _PEOPLE.search(plain))
