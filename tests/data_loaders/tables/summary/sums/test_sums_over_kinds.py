"""A total behind the people of several kinds of activities is of none of them."""

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records

_TITLE = [["SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"], ["TỔNG HỢP KẾT QUẢ NĂM 2024"]]
_HEADS = {
    "groups": (
        [
            ["STT", "Quận", "Lớp tập huấn", None, None, "Buổi truyền thông", None, None, "Tổng lượt người"],
            [None, None, "Số lớp", "Cha mẹ", "Cộng tác viên", "Số buổi", "Cha mẹ", "Học sinh", None],
        ],
        ["A3:A4", "B3:B4", "C3:E3", "F3:H3", "I3:I4"],
    ),
    "one row": (
        [
            ["STT", "Quận", "Số lớp tập huấn", "Cha mẹ", "Cộng tác viên", "Số buổi truyền thông", "Cha mẹ",
             "Học sinh", "Tổng số lượt người"],
        ],
        [],
    ),
}  # fmt: skip
_ROWS = [
    [1, "Quận Hải Châu", 6, 250, 40, 8, 600, 2100, 2990],
    [2, "Quận Sơn Trà", 5, 225, 30, 9, 720, 2400, 3375],
    [3, "Quận Cẩm Lệ", 5, 240, 33, 6, 430, 1650, 2353],
]


@pytest.mark.parametrize("head", _HEADS)
def test_the_total_of_all_kinds_is_not_that_of_the_last(head: str) -> None:
    header, merges = _HEADS[head]
    report = checked([*_TITLE, *header, *_ROWS], merges=merges)
    found = [(r["unit"], r["kind"], r["count"], r["attendances_total"]) for r in records(report)]
    assert found[:2] == [("492", "training_class", 6, 290), ("492", "communication_session", 8, 2700)]
    assert [total for *_, total in found] == [290, 2700, 255, 3120, 273, 2080]
    assert "total_mismatch" not in codes(report)


def test_a_row_whose_total_is_another_number_is_said() -> None:
    header, merges = _HEADS["groups"]
    wrong = [*_ROWS[:2], [*_ROWS[2][:-1], 2453]]
    report = checked([*_TITLE, *header, *wrong], merges=merges)
    assert [r["attendances_total"] for r in records(report)] == [290, 2700, 255, 3120, 273, 2080]
    assert ("total_mismatch", "I7") in issues(report)
