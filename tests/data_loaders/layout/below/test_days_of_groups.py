"""Headings of groups that are days, with and without accents."""

import pytest

from tests.data_loaders.sheets import Rows, checked, records


@pytest.mark.parametrize(
    "label",
    [
        *["Ngày 06/5/2024", "Thứ Hai, ngày 6 tháng 5 năm 2024", "Sáng 6/5"],
        *["Ngay 06/5/2024", "Thu Hai, ngay 6 thang 5 nam 2024", "Sang 6/5"],
    ],
)
def test_the_rows_below_a_day_are_of_that_day(label: str) -> None:
    rows: Rows = [
        ["UBND QUAN THANH KHE"],
        ["CAC BUOI TRUYEN THONG NAM 2024"],
        ["STT", "Noi dung", "Hoc sinh"],
        [label],
        [1, "Khai mac", 420],
    ]
    assert [(r["start_date"], r["end_date"]) for r in records(checked(rows))] == [
        ("2024-05-06", "2024-05-06")
    ]
