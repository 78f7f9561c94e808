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
        (("Số lớp tiểu học", "Số lớp THCS", "Số lượt"), (2, 1, 145), 145, []),
        (("Số lớp", "Số lớp THCS", "Số lượt"), (2, 1, 145), 145, ["D"]),
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


@pytest.mark.parametrize(
    ("headings", "figures", "total", "unused"),
    [
        (("Số lớp", "Số lượt đợt 1", "Số lượt đợt 2"), (3, 45, 135), 45, ["D"]),
        (("Số lớp", "Số lượt đợt 1", "Số lượt đợt 2", "Tổng lượt"), (3, 45, 135, 180), 180, ["C", "D"]),
        (("Số lớp", "Lượt trực tiếp", "Lượt trực tuyến"), (3, 45, 135), 180, []),
        (("Số lớp", "Số lượt"), (3, 135), 135, []),
    ],
)
def test_in_a_summary_too(
    headings: tuple[str, ...], figures: tuple[int, ...], total: int, unused: list[str]
) -> None:
    rows = [["UBND quận Sơn Trà"], ["TỔNG HỢP KẾT QUẢ TẬP HUẤN QUÝ II NĂM 2023"], ["Phường", *headings]]
    report = checked([*rows, ["Thọ Quang", *figures]])
    assert [r["attendances_total"] for r in records(report)] == [total]
    assert report["tables"][0]["unused_columns"] == unused


def test_people_behind_each_number_of_activities_are_all_taken() -> None:
    rows = [
        ["UBND quận Sơn Trà"],
        ["TỔNG HỢP QUÝ II NĂM 2023"],
        ["Phường", "Số lớp", "Lượt", "Số buổi", "Lượt"],
    ]
    report = checked([*rows, ["Thọ Quang", 3, 135, 2, 400]])
    assert [r["attendances_total"] for r in records(report)] == [135, 400]
