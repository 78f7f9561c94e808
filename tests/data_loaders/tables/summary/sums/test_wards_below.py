"""Rows of districts with rows of their wards right below in a summary."""

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records

_TITLE = [["HỘI LHPN THÀNH PHỐ ĐÀ NẴNG"], ["LỚP TẬP HUẤN CHO CHA MẸ QUÝ IV NĂM 2022"], []]
_HEAD = ["STT", "Đơn vị", "Số lớp", "Số lượt cha mẹ"]


def _sums(rows: list[list[object]]) -> tuple[dict[str, tuple[int, int]], list[str]]:
    report = checked([*_TITLE, _HEAD, *rows])
    told: dict[str, tuple[int, int]] = {}
    for record in records(report):
        classes, people = told.get(record["unit"], (0, 0))
        told[record["unit"]] = classes + record["count"], people + record["attendances_total"]
    return told, codes(report)


@pytest.mark.parametrize(
    "marks",
    [
        ["1", None, "2", None],
        ["1", "1.1", "2", "2.1"],
        ["1", "-", "2", "-"],
        ["I", "1", "II", "1"],
        [None, None, None, None],
    ],
)
@pytest.mark.parametrize("bullet", ["- ", ""])
def test_a_district_and_its_wards_count_once(marks: list[str | None], bullet: str) -> None:
    rows = [
        [marks[0], "Quận Hải Châu", 4, 190],
        [marks[1], f"{bullet}Phường Thạch Thang", 2, 96],
        [marks[1], f"{bullet}Phường Bình Hiên", 2, 94],
        [marks[2], "Quận Sơn Trà", 2, 101],
        [marks[3], f"{bullet}Phường Thọ Quang", 1, 55],
        [marks[3], f"{bullet}Phường Mân Thái", 1, 46],
        [None, "Tổng cộng", 6, 291],
    ]
    assert _sums(rows) == ({"492": (4, 190), "493": (2, 101)}, [])


def test_some_wards_of_a_district_are_in_what_it_counts() -> None:
    rows = [
        [1, "Quận Hải Châu", 4, 190],
        [None, "Trong đó:"],
        [None, "- Phường Thạch Thang", 2, 96],
        [2, "Quận Sơn Trà", 2, 101],
        [None, "Tổng cộng", 6, 291],
    ]
    assert _sums(rows) == ({"492": (4, 190), "493": (2, 101)}, [])


def test_wards_that_are_more_than_their_district_are_said() -> None:
    rows = [
        [1, "Quận Hải Châu", 4, 190],
        [None, "- Phường Thạch Thang", 2, 96],
        [None, "- Phường Bình Hiên", 2, 104],
        [2, "Quận Sơn Trà", 2, 101],
    ]
    assert _sums(rows) == ({"492": (4, 200), "493": (2, 101)}, ["total_row_mismatch"])
    assert ("total_row_mismatch", "D5") in issues(checked([*_TITLE, _HEAD, *rows]))


def test_numbered_beside_each_other_and_no_sum_both_count() -> None:
    rows = [
        [1, "Quận Hải Châu", 4, 190],
        [2, "Phường Thạch Thang", 2, 96],
        [3, "Quận Sơn Trà", 2, 101],
    ]
    assert _sums(rows) == ({"492": (6, 286), "493": (2, 101)}, [])
