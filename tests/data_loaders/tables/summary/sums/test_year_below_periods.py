"""A year below its quarters or months is their sum: of all, or of the rows that say what it says besides."""

from typing import Any

import pytest

from tests.data_loaders.sheets import checked, issues, records

_ABOVE = [["UBND QUẬN HẢI CHÂU"], ["TỔNG HỢP KẾT QUẢ NĂM 2023"]]


@pytest.mark.parametrize("year", ["Năm", "Cả năm", "Tổng năm", "Năm 2023"])
@pytest.mark.parametrize("names", [("1", "2", "3"), (1, 2, 3), ("Tháng 1", "Tháng 2", "Tháng 3")])
def test_a_year_below_months_is_none_of_them(names: tuple[Any, ...], year: str) -> None:
    rows = [[name, n, 30 * n] for n, name in enumerate(names, 1)]
    report = checked([*_ABOVE, ["Tháng", "Số lớp tập huấn", "Số cha mẹ"], *rows, [year, 6, 180]])
    assert report["issues"] == []
    assert [r["count"] for r in records(report)] == [1, 2, 3]


def test_a_year_that_is_named_is_held_against_its_months() -> None:
    rows = [[1, 1, 30], [2, 2, 60], ["Năm 2023", 5, 150]]
    report = checked([*_ABOVE, ["Tháng", "Số lớp tập huấn", "Số cha mẹ"], *rows])
    assert issues(report) == [("total_row_mismatch", "B6"), ("total_row_mismatch", "C6")]
    assert len(records(report)) == 2


@pytest.mark.parametrize(
    ("classes", "told"), [((2, 60), []), ((3, 60), [("total_row_mismatch", "C7")])], ids=["right", "wrong"]
)
def test_a_year_of_each_kind_sums_the_rows_of_that_kind(
    classes: tuple[int, int], told: list[tuple[str, str]]
) -> None:
    rows = [["Quý I", "Lớp tập huấn", 1, 30], ["Quý I", "Buổi truyền thông", 2, 300]]
    rows += [["Quý II", "Lớp tập huấn", 1, 30], ["Cả năm", "Lớp tập huấn", *classes]]
    rows += [["Cả năm", "Buổi truyền thông", 2, 300]]
    report = checked([*_ABOVE, ["Quý", "Loại hoạt động", "Số lượng", "Số lượt"], *rows])
    assert issues(report) == told
    assert [r["count"] for r in records(report)] == [1, 2, 1]
