"""Rows that sum the others by their figures, whatever stands beside them."""

import pytest

from tests.data_loaders.sheets import checked, codes, records

WARDS = [["UBND HUYỆN HÒA VANG"], ["Năm 2023"], ["STT", "Xã", "Số lớp tập huấn", "Số lượt"]]
ROWS = [[1, "Hòa Phong", 2, 98], [2, "Hòa Châu", 1, 45], [3, "Hòa Tiến", 3, 150]]


@pytest.mark.parametrize(
    "label", [None, "Chung", "Kết quả toàn huyện", "Tổng công", "Huyện Hòa Vang", "3 xã"]
)
@pytest.mark.parametrize("at", [0, 1])
@pytest.mark.parametrize("above", [False, True])
def test_a_sum_whatever_it_is_called(label: str | None, at: int, above: bool) -> None:
    whole: list[object] = [None, None, 6, 293]
    whole[at] = label
    report = checked([*WARDS, *([whole, *ROWS] if above else [*ROWS, whole])])
    assert [r["count"] for r in records(report)] == [2, 1, 3]
    assert codes(report, "error") == []


def test_sums_of_each_part_of_a_list() -> None:
    rows = [
        *ROWS[:2],
        [None, None, 3, 143],
        [3, "Hòa Tiến", 3, 150],
        [4, "Hòa Phú", 1, 40],
        [None, "", 4, 190],
    ]
    report = checked([*WARDS, *rows, [None, "Chung", 7, 333]])
    assert [r["count"] for r in records(report)] == [2, 1, 3, 1]


def test_a_sum_may_leave_a_column_out() -> None:
    report = checked([*WARDS, *ROWS, [None, None, 6, None]])
    assert [r["count"] for r in records(report)] == [2, 1, 3]


@pytest.mark.parametrize("last", [[None, "Hòa Phú", 6, 290], [4, "Hòa Phú", 6, 293]])
def test_a_row_of_its_own_is_none(last: list[object]) -> None:
    assert len(records(checked([*WARDS, *ROWS, last]))) == len(ROWS) + 1


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (["Tổng lượt", None, 83], []),
        (["Tổng số lượt tham gia", None, 90], ["total_row_mismatch"]),
        (["Tổng số lớp", 4, None], []),
        (["Tổng lượt: 83", None, None], []),
    ],
)
@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("side", ["Đơn vị", "Nội dung"])
def test_a_row_that_says_what_it_sums(side: str, numbered: bool, last: list, said: list[str]) -> None:
    names = {"Đơn vị": ["Quận Hải Châu", "Quận Cẩm Lệ"], "Nội dung": ["Tập huấn kỹ năng", "Tập huấn an toàn"]}
    rows = [[side, "Số lớp tập huấn", "Số lượt"], [names[side][0], 2, 41], [names[side][1], 2, 42], last]
    if numbered:
        rows = [[mark, *row] for mark, row in zip(("STT", 1, 2, None), rows, strict=True)]
    report = checked([["UBND QUẬN CẨM LỆ"], ["TỔNG HỢP NĂM 2023"], *rows])
    assert [r["attendances_total"] for r in records(report)] == [41, 42]
    assert codes(report) == said


def test_in_a_report_form_it_is_a_line_of_its_own() -> None:
    rows = [["TT", "Nội dung", "Số lượng"], [1, "Số lớp tập huấn", 2], [2, "Tổng số lượt tham gia", 90]]
    report = checked([["UBND QUẬN CẨM LỆ"], ["BÁO CÁO NĂM 2023"], *rows])
    assert [(r["count"], r["attendances_total"]) for r in records(report)] == [(2, 90)]
