"""Headers of two rows whose merged cells a program wrote out into each of their cells."""

import pytest

from tests.data_loaders.sheets import Rows, checked, codes, records

_PARTS = ["Cha mẹ", "Trẻ em ngoài trường học"]


@pytest.mark.parametrize("count", ["Số lượng", "Số lớp", "Số lớp tập huấn"])
@pytest.mark.parametrize("over", ["Số lượt người", "Số người tham gia"])
@pytest.mark.parametrize("group", [[], [["A", "LỚP TẬP HUẤN"]]])
def test_words_repeated_from_the_row_above_are_of_the_same_heading(
    count: str, over: str, group: Rows
) -> None:
    upper = ["STT", "Đơn vị", count, over, over]
    rows: Rows = [upper, [*upper[:3], *_PARTS], *group, [1, "Quận Hải Châu", 6, 144, 240]]
    report = checked([["TỔNG HỢP LỚP TẬP HUẤN CÁC QUẬN QUÝ I NĂM 2024"], *rows])
    assert (report["status"], codes(report), report["tables"][0]["header_rows"]) == ("ready", [], [2, 3])
    (record,) = records(report)
    assert (record["count"], record["attendances_total"]) == (6, 384)
    assert record["attendances"] == {"parents": 144, "children_out_of_school": 240}


@pytest.mark.parametrize(
    ("upper", "lower", "found"),
    [
        (["Quý I", "Quý II", "Cả năm"], ["Số buổi", "Lượt cha mẹ"], [(1, 60), (2, 130)]),
        (["Số buổi", "Lượt cha mẹ"], ["Trong quý", "Lũy kế từ đầu năm"], [(1, 2)]),
        (["Tháng 1", "Tháng 2", "Lũy kế"], ["Số buổi", "Lượt cha mẹ"], [(1, 60), (2, 130)]),
    ],
)
@pytest.mark.parametrize("merged", [True, False])
def test_headings_of_one_row_may_stand_in_the_lower_of_two(
    upper: list[str], lower: list[str], found: list[tuple[int, int]], merged: bool
) -> None:
    rows: Rows = [
        [
            "KẾT QUẢ TRUYỀN THÔNG CÁC QUẬN QUÝ I NĂM 2023"
            if "Trong quý" in lower
            else "BUỔI TRUYỀN THÔNG NĂM 2023"
        ],
        [None, None, *(cell for text in upper for cell in (text, None))],
        ["TT", "Đơn vị", *(lower * len(upper))],
        [1, "Quận Cẩm Lệ", *[1, 60, 2, 130, 3, 190][: 2 * len(upper)]],
        [2, "Quận Hải Châu", *[1, 70, 3, 110, 4, 180][: 2 * len(upper)]],
    ]
    merges = ["C2:D2", "E2:F2", "G2:H2"][: len(upper)] if merged else []
    report = checked(rows, merges=merges)
    first = [r for r in records(report) if r["unit"] == "495"]
    assert (report["status"], report["tables"][0]["header_rows"]) == ("ready", [2, 3])
    assert [(r["count"], r["attendances_total"]) for r in first] == found
