"""Columns of all people of a list of activities: what is not taken is named, nothing vanishes quietly."""

import pytest

from tests.data_loaders.sheets import checked, issues, records

WHO = ["Đơn vị: UBND quận Sơn Trà"]


@pytest.mark.parametrize(
    ("headings", "figures", "total", "unused"),
    [
        (("Đối tượng", "Số lượt", "Đối tượng", "Số lượt"), ("Phụ huynh", 45, "Học sinh", 30), 45, ["E", "F"]),
        (("Số lớp", "Số học viên mỗi lớp", "Tổng học viên"), (4, 30, 120), 120, ["D"]),
        (("Số lớp", "Số người/lớp"), (4, 30), None, ["D"]),
        (("Số người/lớp",), (30,), 30, []),
        (("Số lớp tiểu học", "Số lớp THCS", "Số lượt"), (2, 1, 145), 145, ["D"]),
        (("Số lượt trực tiếp", "Số lượt trực tuyến"), (30, 20), 50, []),
    ],
)
def test_people_that_are_not_all_are_named(
    headings: tuple[str, ...], figures: tuple[object, ...], total: int | None, unused: list[str]
) -> None:
    report = checked([WHO, ["Lớp tập huấn", "Ngày", *headings], ["A", "5/5/2023", *figures]])
    assert [r["attendances_total"] for r in records(report)] == [total]
    assert report["tables"][0]["unused_columns"] == unused
    assert [code for code, _ in issues(report)] == ["unused_column"] * len(unused)
