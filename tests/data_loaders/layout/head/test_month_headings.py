"""Months above figures, however they are written, each have their own records."""

from datetime import date

import pytest

from tests.data_loaders.sheets import Rows, checked, records

_HEAD: Rows = [["UBND QUẬN HẢI CHÂU"], ["LỚP TẬP HUẤN CHO CHA MẸ"]]


@pytest.mark.parametrize(
    "months",
    [
        ["1/2023", "2/2023"],
        ["01-2023", "02-2023"],
        [date(2023, 1, 1), date(2023, 2, 1)],
        ["Tháng 1/2023", "Tháng 2/2023"],
    ],
)
def test_above_classes_and_people(months: list[str]) -> None:
    head = ["Đối tượng", months[0], None, months[1], None]
    below = [None, *["Số lớp", "Số lượt"] * 2]
    report = checked([*_HEAD, head, below, ["Cha mẹ", 2, 90, 1, 40]], merges=["B3:C3", "D3:E3"])
    assert [(r["end_date"], r["count"], r["attendances_total"]) for r in records(report)] == [
        ("2023-01-14", 2, 90),
        ("2023-02-14", 1, 40),
    ]


def test_the_same_month_of_two_years() -> None:
    head = ["Đối tượng", "12/2022", None, "12/2023", None]
    report = checked(
        [*_HEAD, head, [None, *["Số lớp", "Số lượt"] * 2], ["Cha mẹ", 2, 90, 1, 40]],
        merges=["B3:C3", "D3:E3"],
    )
    assert [r["end_date"] for r in records(report)] == ["2022-12-14", "2023-12-14"]


@pytest.mark.parametrize("month", ["Tháng", "THÁNG", "Thang", "THANG"])
def test_numbers_below_the_word_are_months_without_accents_too(month: str) -> None:
    rows: Rows = [
        ["SO BUOI TRUYEN THONG NAM 2024 - QUAN CAM LE"],
        ["STT", "Phuong", month, None, None, "Cong"],
        [None, None, 1, 2, 3],
        [1, "Hoa An", 1, 4, 2, 7],
    ]
    report = checked(rows, merges=["C2:E2", "A2:A3", "B2:B3", "F2:F3"])
    assert [(r["count"], r["end_date"]) for r in records(report)] == [
        (1, "2024-01-14"),
        (4, "2024-02-14"),
        (2, "2024-03-14"),
    ]


@pytest.mark.parametrize("months", [(1, 2, 3), ("1", "2", "3"), ("01", "02", "03")])
@pytest.mark.parametrize(
    ("upper", "lower", "merges"),
    [
        (["STT", None, "Tháng"], [None, "Phường"], []),
        ([None, None, "Tháng"], ["STT", "Phường"], []),
        ([None, None, "THÁNG"], ["STT", "Phường"], ["C2:E2"]),
        (["STT", "Phường", "Tháng"], [None, None], ["C2:E2", "A2:A3", "B2:B3"]),
    ],
)
def test_numbers_below_the_word_beside_labels_in_either_row(
    upper: list, lower: list, merges: list[str], months: tuple
) -> None:
    title = ["SỐ BUỔI TRUYỀN THÔNG NĂM 2024 - QUẬN CẨM LỆ"]
    rows = [title, upper, [*lower, *months], [1, "Hòa An", 1, 4, 2], [2, "Hòa Phát", 2, 1, 3]]
    found = records(checked(rows, merges=merges))
    assert [(r["count"], r["end_date"]) for r in found[:3]] == [
        (1, "2024-01-14"),
        (4, "2024-02-14"),
        (2, "2024-03-14"),
    ]
    assert len(found) == 6
