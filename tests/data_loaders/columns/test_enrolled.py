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
