"""Women and men among those who came."""

import pytest

from tests.data_loaders.sheets import brief, checked, codes, issues, records
from tests.data_loaders.tables.activity.lists import DAY, WHO


def test_women_below_each_audience_are_summed_unless_there_is_one_sum() -> None:
    head = [
        ["STT", "Tên lớp tập huấn", "Ngày", "Cha mẹ", None, "Giáo viên", None, "Tổng cộng", None],
        [None, None, None, "Tổng số", "Trong đó nữ", "Tổng số", "Trong đó nữ", "Tổng số", "Nữ"],
    ]
    merges = ["A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2", "H2:I2"]
    report = checked([WHO, *head, [1, "A", DAY, 30, 20, 20, 10, 50, 30]], merges=merges)
    assert brief(records(report)[0])["female"] == 30
    without = checked([WHO, *[row[:7] for row in head], [1, "A", DAY, 30, 20, 20, 10]], merges=merges[:-1])
    assert brief(records(without)[0])["female"] == 30


@pytest.mark.parametrize(("last", "female"), [("Tổng", [19, 20]), ("Tổng cộng", [19, 20])])
def test_women_beside_each_audience_without_a_row_of_groups(last: str, female: list[int]) -> None:
    head = ["Tên lớp tập huấn", "Ngày", "Cha mẹ", "Nữ", "Giáo viên", "Nữ", last]
    rows = [["A", DAY, 30, 15, 5, 4, 35], ["B", DAY, 30, 20, 5, None, 35]]
    found = records(checked([WHO, head, *rows]))
    assert [r["female"] for r in found] == female
    found = records(checked([WHO, [*head, "Nữ"], [*rows[0], 19], [*rows[1], 21]]))
    assert [r["female"] for r in found] == [19, 21]


def test_men_beside_women_are_no_year() -> None:
    rows = [WHO, ["STT", "Tên lớp tập huấn", "Ngày", "Nam", "Nữ", "Tổng"], [1, "A", DAY, 10, 30, 40]]
    report = checked(rows)
    assert report["tables"][0]["unused_columns"] == []
    assert report["issues"] == []
    assert (records(report)[0]["female"], records(report)[0]["attendances_total"]) == (30, 40)


def test_men_and_women_are_compared_with_all() -> None:
    rows = [
        ["UBND QUẬN LIÊN CHIỂU"],
        ["STT", "Tên lớp tập huấn", "Ngày", "Nam", "Nữ", "Tổng số"],
        [1, "A", "1/3/2024", 20, 25, 45],
        [2, "B", "2/3/2024", 20, 25, 40],
        [3, "C", "3/3/2024", 20, 25, 54],
        [4, "D", "4/3/2024", None, 25, 54],
    ]
    report = checked(rows)
    assert issues(report) == [("parts_exceed_total", "F4"), ("total_mismatch", "F5")]
    assert [(r["female"], r["attendances_total"]) for r in records(report)] == [(25, 45), (25, 54), (25, 54)]


@pytest.mark.parametrize("first", [["Tên lớp tập huấn", "Ngày"], ["Kỳ", "Số lớp"]])
def test_men_of_one_audience_are_not_compared_with_all(first: list[str]) -> None:
    head = [
        [*first, "Cha mẹ", None, None, "Trẻ em ngoài trường học", None],
        [None, None, "Tổng số", "Nam", "Nữ", "Tổng số", "Trong đó nữ"],
    ]
    told = ["A", DAY] if first[1] == "Ngày" else ["Quý I/2023", 1]
    merges = ["A2:A3", "B2:B3", "C2:E2", "F2:G2"]
    report = checked([WHO, *head, [*told, 40, 18, 22, 20, 9]], merges=merges)
    assert report["issues"] == []
    assert [(r["attendances_total"], r["female"]) for r in records(report)] == [(60, 31)]


@pytest.mark.parametrize("whole", [True, False])
def test_men_and_women_are_of_the_audience_that_the_row_names(whole: bool) -> None:
    total = ["Tổng số"] if whole else []
    head = ["STT", "Tên lớp tập huấn", "Ngày", "Nam", "Nữ", *total, "Đối tượng"]
    rows = [WHO, head, [1, "A", DAY, 30, 40, *([70] if whole else []), "Cha mẹ"]]
    (record,) = records(checked(rows))
    assert (record["attendances"], record["attendances_total"], record["female"]) == ({"parents": 70}, 70, 40)


@pytest.mark.parametrize(
    "cell",
    [
        "45 (nữ 20)",
        "45 (20 nữ)",
        "45 người, trong đó 20 nữ",
        "45 (trong đó nữ: 20)",
        "45/20 nữ",
        "45 (nam: 25, nữ: 20)",
    ],
)
def test_one_cell_may_tell_all_and_the_women_among_them(cell: str) -> None:
    (found,) = records(checked([WHO, ["Tên lớp", "Ngày", "Số người dự (nữ)"], ["A", DAY, cell]]))
    assert (found["attendances_total"], found["female"]) == (45, 20)


def test_more_women_than_people_is_said_of_one_cell_too() -> None:
    assert codes(checked([WHO, ["Tên lớp", "Ngày", "Số người"], ["A", DAY, "20 (nữ 45)"]])) == [
        "parts_exceed_total"
    ]
