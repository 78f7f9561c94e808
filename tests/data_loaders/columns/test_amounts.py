"""Whether "Số lượng" counts activities or people."""

import pytest

from tests.data_loaders.sheets import brief, checked, records


@pytest.mark.parametrize("planned", ["Dự kiến", "Kế hoạch", "KH"])
@pytest.mark.parametrize("done", ["Thực tế", "Thực hiện"])
def test_plans_beside_results_are_no_people_beside_whom_classes_are_counted(planned: str, done: str) -> None:
    rows = [
        ["HỘI LHPN QUẬN SƠN TRÀ"],
        ["KẾT QUẢ MỞ LỚP TẬP HUẤN NĂM 2022"],
        ["STT", "Tên lớp", "Ngày", "Đối tượng", "Số lượng", None],
        [None, None, None, None, planned, done],
        [1, "Bảo vệ trẻ em trên mạng", "14/06/2022", "Cộng tác viên trẻ em", 50, 46],
        [2, "Đồng hành cùng con", "25/06/2022", "Cha mẹ", 60, 51],
        [None, "Cộng", None, None, 110, 97],
    ]
    merges = ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3"]
    found = [brief(record) for record in records(checked(rows, merges=merges))]
    assert [(one["count"], one["basis"], one["attendances"]) for one in found] == [
        (1, "detail", {"child_workers": 46}),
        (1, "detail", {"parents": 51}),
    ]
