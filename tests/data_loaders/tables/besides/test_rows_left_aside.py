"""Rows of a summary that count neither activities nor people who came: left aside by name, never counted."""

from typing import Any

import pytest

from tests.data_loaders.sheets import checked, issues, records

_WHO, _CITY, _TITLE = ["UBND QUẬN SƠN TRÀ"], ["SỞ TTTT"], ["KẾT QUẢ TẬP HUẤN NĂM 2024"]


@pytest.mark.parametrize(
    "words", ["Lượt tiếp cận", "Số lượt xem trên Fanpage", "Số lượt tiếp cận trên mạng xã hội"]
)
@pytest.mark.parametrize(
    ("head", "first", "last", "people"),
    [
        (["Đối tượng", "Quý I", "Quý II"], ["Cha mẹ", 200, 300], [50000, 3000], 500),
        (["Nội dung", "Số lớp", "Số lượt"], ["Tập huấn cha mẹ", 2, 90], [None, 50000], 90),
        (["Loại hoạt động", "Số lượng", "Lượt người"], ["Lớp tập huấn", 2, 90], [None, 9000], 90),
    ],
)
def test_reach_is_no_attendance(
    words: str, head: list[str], first: list[Any], last: list[Any], people: int
) -> None:
    report = checked([_WHO, _TITLE, ["STT", *head], [1, *first], [2, words, *last]])
    assert sum(r["attendances_total"] for r in records(report)) == people
    assert (issues(report), report["status"]) == ([("unused_column", "B5")], "ready")


@pytest.mark.parametrize("words", ["Lượt tiếp cận", "Kinh phí (triệu đồng)", "Số tin bài"])
def test_behind_the_unit(words: str) -> None:
    rows = [
        ["Quận Sơn Trà", "Số lớp tập huấn", 3],
        ["Quận Sơn Trà", "Lượt cha mẹ", 100],
        ["Quận Sơn Trà", words, 900],
    ]
    report = checked([_CITY, _TITLE, ["Đơn vị", "Nội dung", "Số lượng"], *rows])
    assert [(r["count"], r["attendances_total"]) for r in records(report)] == [(3, 100)]
    assert issues(report) == [("unused_column", "B6")]


_COUNTS = [["Tháng 1", 2, 60], ["Tháng 2", 3, 90]]


@pytest.mark.parametrize(
    "last",
    [["Kiểm tra", 0, 0], ["Kiểm tra tổng", 5, 150], ["Đối chiếu", 1, 2], ["S", 5, 150], ["T.số", 5, 150]],
)
@pytest.mark.parametrize("heading", ["Tháng", "Nội dung"])
def test_sums_in_short_and_what_checks_them_count_nothing(heading: str, last: list[Any]) -> None:
    report = checked(
        [_WHO, _TITLE, [heading, "Số lớp tập huấn cho cha mẹ", "Số lượt cha mẹ"], *_COUNTS, last]
    )
    assert [(r["count"], r["attendances_total"]) for r in records(report)] == [(2, 60), (3, 90)]
    assert report["status"] == "ready"


def test_what_is_left_is_said_and_not_counted() -> None:
    head = ["Nội dung", "Số lớp tập huấn cho cha mẹ", "Số lượt cha mẹ"]
    report = checked([_WHO, _TITLE, head, *_COUNTS, ["Còn lại", 4, 100]])
    assert [(r["count"], r["attendances_total"]) for r in records(report)] == [(2, 60), (3, 90)]
    assert issues(report) == [("unused_column", "A6")]
