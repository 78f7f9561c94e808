"""Report forms with a column of what stands beside results, and is none (trainers, places connected, leaflets)."""

import pytest

from tests.data_loaders.sheets import checked, records

_BESIDE = ["Số báo cáo viên", "Số điểm cầu", "Số lượng giảng viên", "Số tờ rơi", "Kinh phí (triệu đồng)"]


@pytest.mark.parametrize("beside", _BESIDE)
def test_a_column_beside_results_leaves_the_form_one(beside: str) -> None:
    rows = [
        ["Đơn vị báo cáo: UBND phường An Khê"],
        ["Kỳ báo cáo: Quý III năm 2025"],
        ["STT", "Chỉ tiêu", "Đơn vị tính", beside, "Kết quả"],
        ["I", "Lớp tập huấn"],
        [1, "Số lớp tập huấn", "Lớp", 13, 3],
        [2, "Số cha mẹ tham gia", "Lượt người", None, 148],
    ]
    report = checked(rows)
    assert [(r["count"], r["attendances"]) for r in records(report)] == [(3, {"parents": 148})]


@pytest.mark.parametrize("beside", _BESIDE)
def test_a_column_among_months_makes_no_targets_of_results(beside: str) -> None:
    rows = [
        ["UBND QUẬN CẨM LỆ"],
        ["SỐ LƯỢT HỌC SINH THAM GIA BUỔI TRUYỀN THÔNG THEO THÁNG NĂM 2022"],
        ["Chỉ số", "Tháng 9", beside, "Tháng 10"],
        ["Số buổi", 3, 1, 4],
        ["Số lượt học sinh", 1450, None, 2105],
    ]
    report = checked(rows)
    assert [t["kind"] for t in report["tables"]] == ["participation"]
    assert [(r["count"], r["attendances_total"]) for r in records(report)] == [(3, 1450), (4, 2105)]
