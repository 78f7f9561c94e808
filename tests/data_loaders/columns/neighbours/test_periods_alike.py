"""Headings that name one period in several wordings."""

import pytest

from tests.data_loaders.sheets import checked, records


@pytest.mark.parametrize(
    "head",
    [
        ["Số buổi Quý I/2024", "Số học sinh Quý I/2024", "Số buổi Quý II/2024", "Số học sinh Quý II/2024"],
        ["Quý I/2024 - Số buổi", "Q1/2024 - Học sinh", "Quý II/2024 - Số buổi", "Q2/2024 - Học sinh"],
    ],
)
def test_figures_of_one_period_are_one_record(head: list[str]) -> None:
    rows = [
        ["UBND HUYỆN HÒA VANG"],
        ["TỔNG HỢP BUỔI TRUYỀN THÔNG CHO HỌC SINH"],
        ["STT", "Xã", *head],
        [1, "Hòa Phong", 2, 800, 3, 1150],
        [2, "Hòa Khương", 1, 420, 2, 790],
    ]
    assert [(r["start_date"], r["count"], r["attendances_total"]) for r in records(checked(rows))] == [
        ("2023-12-15", 2, 800),
        ("2024-03-15", 3, 1150),
        ("2023-12-15", 1, 420),
        ("2024-03-15", 2, 790),
    ]
