"""Women whose number stands without that of all people: said at the heading, or at the cell of the row that lacks it."""

from typing import Any

import pytest

from tests.data_loaders.sheets import checked, issues, records

_TITLE = ["UBND QUẬN HẢI CHÂU - LỚP TẬP HUẤN NĂM 2024"]
_LIST = ["STT", "Tên hoạt động", "Ngày tổ chức", "Đối tượng"]
_SUMMARY = ["STT", "Đơn vị", "Số lớp tập huấn cho cha mẹ"]


@pytest.mark.parametrize("heading", ["Nữ", "Trong đó nữ", "Trong đó nữ năm 2024", "Số nữ quý I năm 2024"])
@pytest.mark.parametrize(
    ("head", "rows", "cell"),
    [
        (
            _LIST,
            [[1, "Tập huấn A", "12/3/2024", "Cha mẹ", 30], [2, "Tập huấn B", "15/3/2024", "Cha mẹ", 40]],
            "E2",
        ),
        (_SUMMARY, [[1, "Quận Hải Châu", 2, 60], [2, "Quận Thanh Khê", 3, 90]], "D2"),
    ],
    ids=["list", "summary"],
)
def test_women_in_a_table_without_a_column_of_people(
    heading: str, head: list[str], rows: list[list[Any]], cell: str
) -> None:
    report = checked([_TITLE, [*head, heading], *rows])
    assert [(r["female"], r["attendances_total"]) for r in records(report)] == [
        (row[-1], None) for row in rows
    ]
    assert [i for i in issues(report) if i[0] == "women_without_all"] == [("women_without_all", cell)]
    assert report["status"] == "ready"


@pytest.mark.parametrize(
    ("head", "first", "second", "cell"),
    [
        (
            [*_LIST, "Số lượt", "Nữ"],
            [1, "Tập huấn A", "12/3/2024", "Cha mẹ", None, 30],
            [2, "Tập huấn B", "15/3/2024", "Cha mẹ", 70, 40],
            "F3",
        ),
        (
            [*_SUMMARY, "Số lượt cha mẹ", "Nữ"],
            [1, "Quận Hải Châu", 2, None, 60],
            [2, "Quận Cẩm Lệ", 3, 99, 90],
            "E3",
        ),
    ],
    ids=["list", "summary"],
)
def test_women_in_a_row_without_its_people(
    head: list[str], first: list[Any], second: list[Any], cell: str
) -> None:
    report = checked([_TITLE, head, first, second])
    assert [i for i in issues(report) if i[0] == "women_without_all"] == [("women_without_all", cell)]


def test_women_of_a_time_named_in_their_heading_stay_among_all_people() -> None:
    rows = [
        [1, "Tập huấn A", "12/3/2024", "Cha mẹ", 60, 30],
        [2, "Tập huấn B", "15/3/2024", "Cha mẹ", 70, 40],
    ]
    report = checked([_TITLE, [*_LIST, "Số lượt", "Trong đó nữ năm 2024"], *rows])
    assert issues(report) == []
    assert [(r["attendances_total"], r["female"]) for r in records(report)] == [(60, 30), (70, 40)]
