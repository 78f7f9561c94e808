"""Headings of groups that name a unit of another city."""

import pytest

from tests.data_loaders.sheets import checked, issues, records


@pytest.mark.parametrize("named", ["Quận Phú Nhuận", "II. Quận Đức Phổ", "Huyện Củ Chi"])
def test_rows_below_a_district_that_is_none_of_ours_are_of_nobody(named: str) -> None:
    rows = [
        ["THÀNH ĐOÀN ĐÀ NẴNG"],
        ["DANH SÁCH LỚP TẬP HUẤN CHO GIÁO VIÊN NĂM 2023"],
        ["STT", "Tên lớp", "Ngày", "Số giáo viên"],
        ["I. Quận Hải Châu"],
        [1, "Tổng phụ trách Đội", "12/08/2023", 40],
        [named],
        [2, "Tổng phụ trách Đội", "19/08/2023", 38],
    ]
    report = checked(rows)
    assert [(r["unit"], r["attendances_total"]) for r in records(report)] == [("492", 40)]
    assert issues(report) == [("unit_unknown", "A6")]


@pytest.mark.parametrize("named", ["Quận đoàn", "Các huyện miền núi", "Quận trung tâm"])
def test_words_of_a_kind_of_unit_name_none(named: str) -> None:
    rows = [
        ["UBND QUẬN HẢI CHÂU"],
        ["LỚP TẬP HUẤN NĂM 2023"],
        ["STT", "Tên lớp", "Ngày", "Số giáo viên"],
        [named],
        [1, "Tổng phụ trách Đội", "12/08/2023", 40],
    ]
    assert [r["unit"] for r in records(checked(rows))] == ["492"]
