"""People of audiences in rows of their own below a kind that has all figures: parts of it, no records of their own."""

from typing import Any

import pytest

from tests.data_loaders.sheets import Rows, checked, codes, records

_HEAD: Rows = [
    ["UBND QUẬN SƠN TRÀ"],
    ["KẾT QUẢ THỰC HIỆN NĂM 2022"],
    ["TT", "Nội dung", "Số lớp/buổi", "Số lượt người"],
]


def _told(rows: Rows) -> tuple[list[tuple[Any, ...]], list[str]]:
    report = checked([*_HEAD, *rows])
    assert report["status"] == "ready"
    found = [
        (r["kind"], r["count"], r["attendances"], r["attendances_total"], r["female"])
        for r in records(report)
    ]
    return found, codes(report)


@pytest.mark.parametrize("leads", [[], [[None, "Trong đó:"]], [["", "Bao gồm:"]]])
@pytest.mark.parametrize("mark", ["-", "a", None])
def test_parts_that_count_people_alone_are_of_the_kind_above(mark: str | None, leads: Rows) -> None:
    rows = [
        *([1, "Lớp tập huấn", 9, 430], *leads, [mark, "Cha mẹ", None, 310], [mark, "Giáo viên", None, 120]),
        *([2, "Buổi truyền thông", 31, 4900], *leads, [mark, "Cha mẹ", None, 1400]),
        *([mark, "Học sinh", None, 3500], [None, "Tổng cộng", 40, 5330]),
    ]
    assert _told(rows) == (
        [
            ("training_class", 9, {"parents": 310, "teachers": 120}, 430, None),
            ("communication_session", 31, {"parents": 1400, "children_in_school": 3500}, 4900, None),
        ],
        [],
    )


def test_parts_that_are_less_than_all_are_said() -> None:
    rows = [[1, "Lớp tập huấn", 9, 430], [None, "Trong đó: Cha mẹ", None, 310], [2, "Truyền thông", 3, 400]]
    assert _told(rows) == (
        [
            ("training_class", 9, {"parents": 310}, 430, None),
            ("communication_session", 3, {}, 400, None),
        ],
        ["total_mismatch"],
    )


def test_women_below_a_kind() -> None:
    rows = [[1, "Lớp tập huấn", 9, 430], [None, "Trong đó: nữ", None, 300], [2, "Truyền thông", 3, 400]]
    assert _told(rows)[0][0] == ("training_class", 9, {}, 430, 300)
