"""Small workbooks for tests: rows in, the checked report out."""

import datetime
import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from data_loaders.check import check
from program.contract import Report
from tests.data_loaders.plain_books import plain_book, written

Rows = Sequence[Sequence[Any]]


def xlsx(sheets: dict[str, Rows], merges: dict[str, Sequence[str]] | None = None) -> bytes:
    """An .xlsx of these sheets, as openpyxl writes it."""
    return plain_book(sheets, merges or {}) or written(sheets, merges or {})


def xlsx_of_writer(rows: Rows, sheet: str = "Dữ liệu") -> bytes:
    """An .xlsx of one sheet, written by xlsxwriter."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    page = book.add_worksheet(sheet)
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if isinstance(value, datetime.date):
                page.write_datetime(r, c, datetime.datetime(value.year, value.month, value.day), day)  # noqa: DTZ001
            elif value is not None:
                page.write(r, c, value)
    book.close()
    return stream.getvalue()


def checked(
    rows: Rows, *, name: str = "bao-cao.xlsx", sheet: str = "Dữ liệu", merges: Sequence[str] = ()
) -> Report:
    """The report on a workbook of one sheet."""
    return check(name, xlsx({sheet: rows}, {sheet: merges}))


def records(report: Report) -> list[dict[str, Any]]:
    return [record for table in report["tables"] for record in table["records"]]


def issues(report: Report) -> list[tuple[str, str | None]]:
    """Codes and cells."""
    return [(found["code"], found["cell"]) for found in report["issues"]]


def codes(report: Report, severity: str = "") -> list[str]:
    return [i["code"] for i in report["issues"] if not severity or i["severity"] == severity]


def brief(record: dict[str, Any]) -> dict[str, Any]:
    """A record without its nulls and its place."""
    return {k: v for k, v in record.items() if v not in (None, {}) and k != "source"}
