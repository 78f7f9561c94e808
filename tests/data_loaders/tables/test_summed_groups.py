"""Headings of groups in a summary that hold the sums of their rows."""

import pytest

from tests.data_loaders.sheets import checked, codes, records


@pytest.mark.parametrize("mark", ["", "I. "])
@pytest.mark.parametrize("merged", [False, True])
def test_months_with_their_sums_head_the_units_below_them(mark: str, merged: bool) -> None:
    rows: list[list[object]] = [
        ["SỞ Y TẾ"],
        ["TỔNG HỢP BUỔI TRUYỀN THÔNG CHO HỌC SINH QUÝ II NĂM 2024"],
        ["STT", "Đơn vị", "Số buổi", "Số học sinh"],
    ]
    merges = []
    for month, told in (
        (4, [("Quận Hải Châu", 2, 1100), ("Quận Cẩm Lệ", 1, 480)]),
        (5, [("Quận Hải Châu", 1, 600)]),
    ):
        rows.append([f"{mark}Tháng {month}", None, sum(n for _, n, _ in told), sum(p for *_, p in told)])
        merges += [f"A{len(rows)}:B{len(rows)}"] if merged else []
        rows += [[i, *row] for i, row in enumerate(told, 1)]
    report = checked([*rows, [None, "Tổng cộng", 4, 2180]], merges=merges)
    assert codes(report) == []
    assert [(r["unit"], r["start_date"], r["attendances_total"]) for r in records(report)] == [
        ("492", "2024-03-15", 1100),
        ("495", "2024-03-15", 480),
        ("492", "2024-04-15", 600),
    ]


def test_sums_of_a_group_that_are_others_are_said() -> None:
    rows = [
        ["SỞ Y TẾ"],
        ["TỔNG HỢP BUỔI TRUYỀN THÔNG CHO HỌC SINH QUÝ II NĂM 2024"],
        ["STT", "Đơn vị", "Số buổi", "Số học sinh"],
        ["Tháng 4", None, 3, 1600],
        [1, "Quận Hải Châu", 2, 1100],
        [2, "Quận Cẩm Lệ", 1, 480],
    ]
    assert codes(checked(rows)) == ["total_row_mismatch"]
