"""Figures of people in thousands are asked for in full, whole or not."""

import pytest

from tests.data_loaders.sheets import checked, issues, records

_HEAD = ["STT", "Đơn vị", "Số lớp tập huấn", "Cha mẹ", "Giáo viên"]


@pytest.mark.parametrize(
    "unit", ["ĐVT: nghìn lượt", "(Đơn vị tính: nghìn lượt người)", "Đơn vị: 1.000 người"]
)
@pytest.mark.parametrize("figure", [12.5, "12,5", 8, "8"])
def test_a_unit_of_measure_above_a_table(unit: str, figure: object) -> None:
    rows = [[1, "Quận Hải Châu", 3, figure, 0], [2, "Quận Sơn Trà", 90, 6200, 0]]
    report = checked([["KẾT QUẢ NĂM 2023"], [unit], _HEAD, *rows])
    # A figure that no thousands can be is written in full.
    assert [r["attendances"] for r in records(report)] == [{"parents": 6200, "teachers": 0}]
    assert issues(report) == [("number_unreadable", "D4")]
    (found,) = report["issues"]
    assert "nghìn" in found["message"]
    assert "12.500" in found["fix"]


@pytest.mark.parametrize(
    ("title", "heading", "people"),
    [
        ("KẾT QUẢ NĂM 2023", "Cha mẹ (nghìn lượt)", None),
        ("KẾT QUẢ NĂM 2023", "Cha mẹ (lượt)", {"parents": 95, "teachers": 9}),
        # A number in a title measures nothing.
        ("KẾT QUẢ TẬP HUẤN CHO 12 NGHÌN LƯỢT NGƯỜI NĂM 2023", "Cha mẹ", {"parents": 95, "teachers": 9}),
    ],
)
def test_a_unit_of_measure_in_a_heading(title: str, heading: str, people: dict[str, int] | None) -> None:
    head = [*_HEAD[:3], heading, _HEAD[4]]
    report = checked([[title], head, [1, "Quận Hải Châu", 3, 95, 9]])
    assert [r["attendances"] for r in records(report)] == ([people] if people else [])
    assert issues(report) == ([] if people else [("number_unreadable", "D3")])
