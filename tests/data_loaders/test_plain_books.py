"""The workbooks of the tests are those that openpyxl would write."""

from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from tests.data_loaders.plain_books import Rows, plain_book, written

WORDS = [["STT", " Đơn <vị> & \"nó\" 'x' ", "a\tb"], [], ["x\ny", "", None, "\u00a0"], [None, None]]
NUMBERS = [[1, 0, -3, 2.5, True, False], [1e20, 1e-7, 10**18, 0.1, date(2023, 5, 1), datetime(2023, 5, 1, 8, 30)]]  # noqa: DTZ001 # fmt: skip


def sheets_of(raw: bytes | None) -> dict[str, bytes]:
    with ZipFile(BytesIO(raw or b"")) as book:
        return {part: book.read(part) for part in book.namelist() if "worksheets/" in part}


@pytest.mark.parametrize(
    ("sheets", "merges"),
    [
        ({"Dữ & liệu": WORDS, "B": [], "C": NUMBERS}, {}),
        # One area a sheet: openpyxl writes several in any order.
        ({"A": [["a", "b", "c"], ["d", None, "f"]], "B": [["b"], ["c"]]}, {"A": ["A1:B1"], "B": ["A1:B2"]}),
        ({"A": [["b", None], ["c", 1]]}, {"A": ["B1:D2"]}),
        ({"A": [[], [], ["a"]]}, {}),
    ],
)
def test_each_sheet_is_the_same_to_the_byte(sheets: dict[str, Rows], merges: dict[str, list[str]]) -> None:
    assert sheets_of(plain_book(sheets, merges)) == sheets_of(written(sheets, merges))


@pytest.mark.parametrize(
    "cell", ["=1+1", "#N/A", "a\x0bb", "a\r\nb", "x" * 40_000, time(8), float("inf"), float("nan")]
)
def test_what_is_not_plain_is_left_to_openpyxl(cell: Any) -> None:
    assert plain_book({"A": [[cell]]}, {}) is None
