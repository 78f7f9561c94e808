"""The pupils that a school has are not counted beside those who came."""

import pytest

from tests.data_loaders.sheets import checked, records

_TITLE = [["PHÒNG GD&ĐT QUẬN CẨM LỆ"], ["CÁC BUỔI TUYÊN TRUYỀN TẠI CÁC TRƯỜNG QUÝ IV/2022"]]


@pytest.mark.parametrize(
    ("has", "came"),
    [
        ("Tổng số HS toàn trường", "Số HS tham gia"),
        ("Tổng số học sinh", "Số lượt học sinh tham gia"),
        ("Sĩ số", "Số HS dự"),
        ("Số học sinh hiện có", "Lượt học sinh"),
        ("Số HS", "Số HS tham gia"),
        ("Số HS mời", "Số HS dự"),
        ("Số HS vắng", "Số HS dự"),
    ],
)
@pytest.mark.parametrize("more", [0, 100])
def test_those_who_came_count(has: str, came: str, more: int) -> None:
    head = ["TT", "Trường", "Số buổi", has, came, "Tỷ lệ (%)"]
    rows = [[1, "THCS A", 2, 800 + more, 800, 89], [2, "THCS B", 1, 650 + more, 650, 87]]
    found = records(checked([*_TITLE, head, *rows]))
    assert [(r["attendances"], r["attendances_total"]) for r in found] == [
        ({"children_in_school": 800}, 800),
        ({"children_in_school": 650}, 650),
    ]


def test_a_total_of_several_audiences_who_came_stays_their_total() -> None:
    head = ["TT", "Trường", "Số buổi", "Tổng số người", "Học sinh tham gia", "Giáo viên tham gia"]
    (record,) = records(checked([*_TITLE, head, [1, "THCS A", 2, 905, 850, 55]]))
    assert (record["attendances"], record["attendances_total"]) == (
        {"children_in_school": 850, "teachers": 55},
        905,
    )


def test_seats_of_several_sessions_may_be_more_than_a_school_has() -> None:
    head = ["TT", "Trường", "Tổng số HS", "Số buổi", "Số lượt HS tham gia"]
    rows = [[1, "TH A", 900, 2, 1700], [2, "THCS B", 1000, 1, 950]]
    assert [r["attendances_total"] for r in records(checked([*_TITLE, head, *rows]))] == [1700, 950]


@pytest.mark.parametrize(
    ("part", "people", "total"),
    [
        ("HS khuyết tật", 12, 800),
        ("Số HS đạt giải", 40, 800),
        ("Học sinh được khen thưởng", 40, 800),
        ("HS khuyết tật", 820, 1620),
        ("HS khối 7", 400, 1200),
        ("HS tham gia trực tuyến", 400, 1200),
    ],
)
def test_some_of_those_who_came(part: str, people: int, total: int) -> None:
    head = ["TT", "Trường", "Số buổi", "Học sinh", part]
    found = checked([*_TITLE, head, [1, "THCS A", 1, 800, people]])
    assert [r["attendances_total"] for r in records(found)] == [total]


def test_a_total_tells_which_audiences_it_sums() -> None:
    head = ["TT", "Trường", "Số buổi", "Học sinh", "HS khuyết tật", "Tổng số lượt"]
    found = checked([*_TITLE, head, [1, "THCS A", 1, 800, 12, 812]])
    assert [r["attendances_total"] for r in records(found)] == [812]
    assert found["issues"] == []
