"""Workbooks of the old format as bytes, and what comes back of them."""

import datetime
import io
import struct
from collections.abc import Callable
from typing import Any

import openpyxl
import xlwt
from xlwt.CompoundDoc import XlsDoc

from data_loaders.annotating import building
from data_loaders.annotating.recognising import is_list_of_findings
from data_loaders.check import check
from data_loaders.reading import Limits, Workbook
from program.contract import Issue
from tests.exports import office

HEAD = ["Đơn vị", "Tên lớp tập huấn", "Ngày", "Số người", "Ghi chú riêng"]
UNIT = "Quận Hải Châu"
MAY_12 = datetime.date(2023, 5, 12)
DAY = xlwt.easyxf(num_format_str="dd/mm/yyyy")
WRONG = [[UNIT, "A", "31/02/2023", "nhiều"], [UNIT, "B", MAY_12, 40], [UNIT, "C", MAY_12, 25]]


def saved(book: xlwt.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def compound(stream: bytes) -> bytes:
    out = io.BytesIO()
    XlsDoc().save(out, stream)
    return out.getvalue()


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def table(page: Any, rows: list[list[Any]], top: int = 0) -> None:
    for r, row in enumerate([HEAD, *rows], top):
        for c, value in enumerate(row):
            page.write(r, c, value, *([DAY] if isinstance(value, datetime.date) else []))


def with_page(change: Callable[[Any], object] | None = None) -> xlwt.Workbook:
    book = xlwt.Workbook(encoding="utf-8")
    page = book.add_sheet("Dữ liệu")
    table(page, WRONG)
    if change:
        change(page)
    return book


def issue(**said: Any) -> Issue:
    base = {"severity": "error", "code": "date_unreadable", "sheet": "Dữ liệu", "cell": "C2", "found": "x"}
    return base | {"message": "Sai.", "fix": "Sửa."} | said  # type: ignore[return-value]


def marked_file(raw: bytes, *issues: Issue) -> bytes:
    made = building.build("x.xls", raw, list(issues) or check("x.xls", raw)["issues"], Limits())
    assert office.refused(made) == []
    return made


def back(raw: bytes, *issues: Issue) -> Any:
    return openpyxl.load_workbook(io.BytesIO(marked_file(raw, *issues)), rich_text=True)


def said_in_front(book: Any) -> str:
    return "\n".join(str(row[0]) for row in book.worksheets[0].iter_rows(max_row=8, values_only=True))


def content(workbook: Workbook) -> list[Any]:
    return [
        (s.name, s.rows, s.first_row, s.first_column, s.hidden, set(s.merges), s.hidden_rows, s.hidden_columns)
        for s in workbook.sheets if not is_list_of_findings(s)
    ]  # fmt: skip


def with_records(more: bytes) -> bytes:
    """The page with further records at the end of its sheet."""
    stream = bytes(with_page().get_biff_data())
    return compound(stream[:-4] + more + stream[-4:])
