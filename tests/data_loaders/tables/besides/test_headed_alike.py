"""Two columns of figures with one heading are asked about, where nothing tells them apart."""

from typing import Any

import pytest

from data_loaders.check import check
from program.submissions.mending import Correction, Mending
from tests.data_loaders.sheets import Rows, checked, issues, records, xlsx

_CITY, _WHO = ["TỔNG HỢP NĂM 2023"], ["UBND QUẬN CẨM LỆ"]


@pytest.mark.parametrize(
    ("head", "row", "cells"),
    [
        (["Đơn vị", "Số lớp tập huấn", "Cha mẹ", "Cha mẹ"], ["Quận Hải Châu", 2, 40, 50], ["D2"]),
        (["Đơn vị", "Số lớp tập huấn", "CHA MẸ", "Cha me"], ["Quận Hải Châu", 2, 40, 40], ["D2"]),
        (["Đơn vị", "Lớp", "Lượt", "Lớp", "Lượt"], ["Quận Hải Châu", 2, 60, 1, 40], ["D2", "E2"]),
        (["Đơn vị", "Lớp", "Cha mẹ", "Cha mẹ", "Cha mẹ"], ["Quận Hải Châu", 2, 40, 40, 40], ["D2", "E2"]),
    ],
)
def test_in_a_summary(head: list[str], row: list[Any], cells: list[str]) -> None:
    report = checked([_CITY, head, row])
    assert records(report) == []
    assert [i for i in issues(report) if i[0] == "heading_repeated"] == [
        ("heading_repeated", c) for c in cells
    ]


def test_in_a_list_rows_with_one_of_both_count() -> None:
    rows: Rows = [
        _WHO,
        ["LỚP TẬP HUẤN NĂM 2023"],
        ["STT", "Tên lớp", "Ngày", "Cha mẹ", "Cha mẹ"],
        [1, "Lớp một", "1/3/2023", 40, 41],
        [2, "Lớp hai", "2/3/2023", 42, None],
    ]
    report = checked(rows)
    assert [r["attendances"] for r in records(report)] == [{"parents": 42}]
    assert issues(report) == [("heading_repeated", "E3")]
    assert "Cột D và cột E cùng ghi “Cha mẹ”" in report["issues"][0]["message"]


@pytest.mark.parametrize(
    ("rows", "merges", "found"),
    [
        (
            [["Đơn vị", "Quý I", None, "Quý II", None], [None, *["Lớp", "Lượt"] * 2], ["Quận Hải Châu", 2, 60, 1, 40]],
            ["B2:C2", "D2:E2"],
            [60, 40],
        ),
        ([["Đơn vị", "Lớp tập huấn", "Lượt", "Buổi truyền thông", "Lượt"], ["Quận Hải Châu", 2, 60, 1, 90]], [], [60, 90]),
        ([["Đơn vị", "Số lớp", "Cha mẹ", "Cha mẹ"], ["Quận Hải Châu", 2, 60, None], ["Quận Cẩm Lệ", 1, None, 40]], [], [60, 40]),
        ([["Đơn vị", "Số lớp", "Cha mẹ", "Nữ", "Giáo viên", "Nữ"], ["Quận Hải Châu", 2, 60, 30, 40, 20]], [], [100]),
    ],
    ids=["periods", "kinds", "one for each row", "women"],
)  # fmt: skip
def test_what_stands_above_or_beside_tells_them_apart(
    rows: Rows, merges: list[str], found: list[int]
) -> None:
    report = checked([_CITY, *rows], merges=merges)
    assert [r["attendances_total"] for r in records(report)] == found
    assert "heading_repeated" not in [code for code, _ in issues(report)]


def test_another_word_in_the_heading_mends_it() -> None:
    rows = [_CITY, ["Đơn vị", "Số lớp tập huấn", "Cha mẹ", "Cha mẹ"], ["Quận Hải Châu", 2, 40, 50]]
    mended = Mending(corrections=frozenset({Correction("Trang", "D2", "Giáo viên")}))
    report = check("a.xlsx", xlsx({"Trang": rows}), mended)
    assert [r["attendances"] for r in records(report)] == [{"parents": 40, "teachers": 50}]
