"""People who came, told in words below "Kết quả" of a list."""

from typing import Any

import pytest

from tests.data_loaders.sheets import checked, issues, records

_AROUND = [["UBND QUẬN CẨM LỆ"], ["HOẠT ĐỘNG NĂM 2023"]]


def _report(cells: list[Any], heading: str = "Kết quả") -> Any:
    rows = [[n, "Lớp tập huấn", f"{n}/3/2023", cell] for n, cell in enumerate(cells, 1)]
    return checked([*_AROUND, ["STT", "Tên lớp", "Ngày", heading], *rows])


@pytest.mark.parametrize("heading", ["Kết quả", "Kết quả thực hiện", "KẾT QUẢ TỔ CHỨC"])
@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["45 phụ huynh tham gia", "50 phụ huynh"], [({"parents": 45}, 45), ({"parents": 50}, 50)]),
        (
            ["30 cha mẹ, 20 giáo viên", "25 cha mẹ và 12 học sinh"],
            [({"parents": 30, "teachers": 20}, 50), ({"parents": 25, "children_in_school": 12}, 37)],
        ),
        (["Có 45 phụ huynh tham dự", "Thu hút 50 cha mẹ"], [({"parents": 45}, 45), ({"parents": 50}, 50)]),
        (["45 người", "50 người tham dự"], [({}, 45), ({}, 50)]),
        (["2 lớp, 90 người", "1 lớp, 45 người"], [({}, 90), ({}, 45)]),
    ],
)
def test_are_read(cells: list[Any], found: list[tuple[dict[str, int], int]], heading: str) -> None:
    report = _report(cells, heading)
    assert [(r["attendances"], r["attendances_total"]) for r in records(report)] == found
    assert issues(report) == []


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (["45 người", "50 người", "Đạt yêu cầu"], "number_unreadable"),
        (["45 phụ huynh", "50 phụ huynh", "40 suất quà"], "number_unreadable"),
        (["45 người", "50 người", "30 cha mẹ, 20 trẻ em"], "number_unreadable"),
    ],
)
def test_others_among_them_are_asked_about(cells: list[Any], code: str) -> None:
    report = _report(cells)
    assert [r["attendances_total"] for r in records(report)] == [45, 50]
    assert issues(report) == [(code, "D6")]


@pytest.mark.parametrize(
    "cells",
    [
        ["Tốt", "Đạt"],
        ["Đạt 90%", "Đạt 95%"],
        ["45 giấy chứng nhận", "40 giấy chứng nhận"],
        ["Phát 45 tờ rơi", "Phát 40 tờ rơi"],
    ],
)
def test_results_that_are_no_people_are_named_and_left_aside(cells: list[Any]) -> None:
    report = _report(cells)
    assert [r["attendances_total"] for r in records(report)] == [None, None]
    assert issues(report) == [("unused_column", "D3")]


def test_beside_a_column_of_people_they_are_not_counted_again() -> None:
    head = ["STT", "Tên lớp", "Ngày", "Số người", "Kết quả"]
    report = checked([*_AROUND, head, [1, "Lớp tập huấn", "1/3/2023", 45, "45 phụ huynh tham gia"]])
    assert [r["attendances_total"] for r in records(report)] == [45]
    assert issues(report) == [("unused_column", "E3")]


def test_beside_a_column_that_says_of_whom() -> None:
    head = ["TT", "Nội dung", "Ngày", "Đối tượng", "Kết quả"]
    rows = [[1, "A", "5/3/2023", "Cha mẹ", "52 người tham dự"]]
    rows += [[2, "B", "25/3/2023", "Học sinh", "430 học sinh tham gia"]]
    report = checked([["UBND QUẬN LIÊN CHIỂU"], ["TRUYỀN THÔNG NĂM 2023"], head, *rows])
    assert [r["attendances"] for r in records(report)] == [{"parents": 52}, {"children_in_school": 430}]
    assert issues(report) == []
