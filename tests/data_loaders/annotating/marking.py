"""Workbooks that are given back marked, and what is looked at in them."""

import datetime
import io
import zipfile
from typing import Any

import openpyxl

from data_loaders.annotating import building
from data_loaders.annotating.recognising import is_list_of_findings
from data_loaders.check import check
from data_loaders.reading import Limits, Workbook
from program.contract import Issue, Report
from tests.data_loaders.sheets import xlsx
from tests.exports import office

HEAD = ["Đơn vị", "Tên lớp tập huấn", "Ngày", "Số người", "Ghi chú riêng"]
UNIT = "Quận Hải Châu"
MAY_12 = datetime.datetime(2023, 5, 12)  # noqa: DTZ001 - a spreadsheet's times know no zone
WRONG = [
    HEAD,
    [UNIT, "A", "31/02/2023", "nhiều", None],
    [UNIT, "B", MAY_12, 40, "=1"],
    [UNIT, "B", MAY_12, 40, None],
]


def built(name: str, raw: bytes, report: Report | None = None) -> bytes:
    """The marked file, made within this process."""
    marked = building.build(name, raw, (report or check(name, raw))["issues"], Limits())
    assert office.refused(marked) == []
    return marked


def opened(raw: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(raw))


def made(change: Any, rows: list[list[Any]] = WRONG, sheet: str = "Dữ liệu") -> bytes:
    """A workbook of these rows after a change by openpyxl."""
    book = opened(xlsx({sheet: rows}))
    change(book[sheet])
    return saved(book)


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def without_list(workbook: Workbook) -> list[Any]:
    return [
        (s.name, s.rows, s.first_row, s.first_column, s.hidden, set(s.merges), s.hidden_rows, s.hidden_columns,
         s.formulas_without_value)
        for s in workbook.sheets if not is_list_of_findings(s)
    ]  # fmt: skip


def marked(book: Any) -> dict[tuple[str, str], tuple[str, str]]:
    """Colour and comment by tab and cell, the list aside."""
    return {
        (sheet.title, cell.coordinate): (cell.fill.fgColor.rgb, cell.comment.text)
        for sheet in book.worksheets[1:]
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def listed(book: Any) -> list[tuple[Any, ...]]:
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    return rows[rows.index(("Trang", "Dòng", "Ô", "Mức", "Loại", "Điều thấy được", "Cách sửa")) + 1 :]


def issue(**said: Any) -> Issue:
    base = {"severity": "error", "code": "date_unreadable", "sheet": "Dữ liệu", "cell": "C2", "found": "x"}
    return base | {"message": "Sai.", "fix": "Sửa."} | said  # type: ignore[return-value]


def report(*issues: Issue) -> Report:
    return {"file": "x.xlsx", "status": "needs_fixes", "tables": [], "issues": list(issues)}


def with_part(raw: bytes, name: str, change: Any) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.namelist():
            after.writestr(part, change(before.read(part)) if part == name else before.read(part))
        if name not in before.namelist():
            after.writestr(name, change(b""))
    return out.getvalue()
