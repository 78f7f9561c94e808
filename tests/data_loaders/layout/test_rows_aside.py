"""Rows of a summary that are not of its own period."""

import pytest

from tests.data_loaders.sheets import checked, codes, records


@pytest.mark.parametrize(
    "label", ["Quý I chuyển sang", "Số liệu quý I/2023 chuyển sang", "Kỳ trước chuyển qua"]
)
def test_what_an_earlier_period_leaves_is_not_counted(label: str) -> None:
    rows = [
        ["UBND QUẬN THANH KHÊ"],
        ["BUỔI TRUYỀN THÔNG QUÝ II NĂM 2023"],
        ["STT", "Phường", "Số buổi", "Cha mẹ", "Học sinh"],
        [1, "An Khê", 2, 110, 640],
        [2, "Hòa Khê", 1, 60, 420],
        [None, "Tổng quý II", 3, 170, 1060],
        [None, label, 4, 200, 1500],
        [None, "Lũy kế 6 tháng", 7, 370, 2560],
    ]
    report = checked(rows)
    assert ([r["ward"] for r in records(report)], codes(report)) == (["An Khê", "Hòa Khê"], [])
