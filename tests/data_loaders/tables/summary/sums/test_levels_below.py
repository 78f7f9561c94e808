"""Rows of levels of schools right below all pupils: parts of them, which are not counted beside them."""

from typing import Any

import pytest

from tests.data_loaders.sheets import Rows, checked, codes, records

_ALL = [("communication_session", 6, {"children_in_school": 3000}, 3000)]
_PARENTS = [("communication_session", 3, {"parents": 160}, 160)]


def _told(rows: Rows, heading: str = "Đối tượng") -> tuple[list[tuple[Any, ...]], list[str]]:
    head: Rows = [["UBND QUẬN CẨM LỆ"], ["KẾT QUẢ BUỔI TRUYỀN THÔNG NĂM 2023"]]
    report = checked([*head, ["STT", heading, "Số buổi", "Số lượt người"], *rows])
    found = [(r["kind"], r["count"], r["attendances"], r["attendances_total"]) for r in records(report)]
    return found, codes(report)


@pytest.mark.parametrize("heading", ["Đối tượng", "Nội dung"])
@pytest.mark.parametrize("tail", ["", ", trong đó:", " (chia ra)"])
@pytest.mark.parametrize(
    "names",
    [
        *(("- Tiểu học", "- THCS"), ("- Học sinh tiểu học", "- Học sinh THCS"), ("+ HS tiểu học", "+ HS THCS")),
        *(("Học sinh tiểu học", "Học sinh THCS"), ("Cấp tiểu học", "Cấp THCS")),
    ],
)  # fmt: skip
def test_they_are_counted_once(names: tuple[str, str], tail: str, heading: str) -> None:
    rows = [[1, f"Học sinh{tail}", 6, 3000], [None, names[0], 4, 1800], [None, names[1], 2, 1200]]
    assert _told([*rows, [2, "Cha mẹ", 3, 160]], heading) == (_ALL + _PARENTS, [])
    assert _told(rows, heading) == (_ALL, [])
    assert _told([*rows, [2, "Cha mẹ", 3, 160], [None, "Tổng cộng", 9, 3160]], heading) == (
        _ALL + _PARENTS,
        [],
    )


@pytest.mark.parametrize("marks", [("a", "b"), ("-", "-")])
def test_parts_by_their_marks_may_be_some_of_all(marks: tuple[str, str]) -> None:
    rows = [["1", "Học sinh", 6, 3000], [marks[0], "Tiểu học", 3, 1500], [marks[1], "THCS", 2, 1200]]
    assert _told([*rows, ["2", "Cha mẹ", 3, 160]]) == (_ALL + _PARENTS, [])


def test_parts_that_are_more_are_said() -> None:
    rows = [
        [1, "Học sinh", 6, 3000],
        [None, "- Học sinh tiểu học", 4, 1900],
        [None, "- Học sinh THCS", 2, 1200],
    ]
    found, said = _told(rows)
    assert ([total for *_, total in found], said) == ([1900, 1200], ["total_row_mismatch"])


def test_pupils_of_levels_beside_others_are_counted() -> None:
    rows = [[1, "Học sinh", 6, 3000], [2, "Học sinh tiểu học", 4, 1800], [3, "Học sinh THCS", 3, 1200]]
    assert [total for *_, total in _told(rows)[0]] == [3000, 1800, 1200]
    alone = [[1, "Học sinh tiểu học", 4, 1800], [2, "Học sinh THCS", 2, 1200]]
    assert [total for *_, total in _told(alone)[0]] == [1800, 1200]


def test_strokes_before_all_of_them_make_no_parts() -> None:
    rows = [[None, "- Học sinh", 6, 3000], [None, "- Học sinh tiểu học", 4, 1800], [None, "- Cha mẹ", 3, 160]]
    assert [total for *_, total in _told(rows)[0]] == [3000, 1800, 160]


def test_pupils_of_another_unit_are_no_parts() -> None:
    rows = [["BUỔI TRUYỀN THÔNG NĂM 2023"], ["Đơn vị", "Đối tượng", "Số buổi", "Số lượt người"]]
    rows += [["Quận Hải Châu", "Học sinh", 4, 600], ["Quận Sơn Trà", "Học sinh tiểu học", 2, 300]]
    rows += [["Quận Sơn Trà", "Học sinh THCS", 2, 300]]
    assert [r["attendances_total"] for r in records(checked(rows))] == [600, 300, 300]
