"""A column that sums the parts of one audience, or the activities of each level, is not added to them."""

import pytest

from tests.data_loaders.sheets import Rows, checked, codes, issues, records

_TITLE = [["PHÒNG GD&ĐT QUẬN CẨM LỆ"], ["BUỔI TUYÊN TRUYỀN TẠI CÁC TRƯỜNG QUÝ IV/2022"]]
_SCHOOLS = ["TT", "Trường", "Số buổi"]


def _below(*parts: str) -> Rows:
    return [[*_SCHOOLS, "Học sinh", *[None] * (len(parts) - 1), "Số GV"], [None, None, None, *parts, None]]


@pytest.mark.parametrize(
    ("header", "at", "merges"),
    [
        (_below("Khối 6", "Khối 7", "Cộng"), 2, ["D3:F3"]),
        (_below("Tổng số", "Khối 6", "Khối 7"), 0, ["D3:F3"]),
        (_below("TH", "THCS", "Tổng cộng"), 2, ["D3:F3"]),
        ([[*_SCHOOLS, "HS khối 6", "HS khối 7", "Tổng số HS", "Số GV"]], 2, []),
        ([[*_SCHOOLS, "Tổng số học sinh", "HS khối 6", "HS khối 7", "Số GV"]], 0, []),
    ],
)
def test_parts_of_one_audience(header: Rows, at: int, merges: list[str]) -> None:
    def row(*parts: int) -> list[int]:
        return [*parts[:at], sum(parts), *parts[at:]]

    rows = [[1, "Trường A", 3, *row(210, 190), 22], [2, "Trường B", 2, *row(180, 170), 18]]
    report = checked([*_TITLE, *header, *rows], merges=merges)
    assert report["status"] == "ready"
    assert not codes(report)
    assert [(r["kind"], r["count"], r["attendances"], r["attendances_total"]) for r in records(report)] == [
        ("communication_session", 3, {"children_in_school": 400, "teachers": 22}, 422),
        ("communication_session", 2, {"children_in_school": 350, "teachers": 18}, 368),
    ]


def test_a_sum_that_is_another_number_is_said() -> None:
    rows = [[1, "Trường A", 3, 210, 190, 410, 22], [2, "Trường B", 2, 180, 170, 350, 18]]
    report = checked([*_TITLE, *_below("Khối 6", "Khối 7", "Cộng"), *rows], merges=["D3:F3"])
    assert [r["attendances"]["children_in_school"] for r in records(report)] == [400, 350]
    assert issues(report) == [("total_mismatch", "F5")]


@pytest.mark.parametrize(
    ("header", "merges"),
    [
        ([["TT", "Quận, huyện", "Số buổi", None, None, "Lượt HS"], [None, None, "TH", "THCS", "Cộng", None]], ["C3:E3"]),
        ([["TT", "Quận, huyện", "Số buổi TH", "Số buổi THCS", "Tổng số buổi", "Lượt HS"]], []),
    ],
)  # fmt: skip
def test_activities_of_each_level(header: Rows, merges: list[str]) -> None:
    rows = [[1, "Quận Hải Châu", 12, 8, 20, 4100], [2, "Quận Thanh Khê", 10, 7, 17, 3600]]
    report = checked([["SỞ GD&ĐT"], _TITLE[1], *header, *rows], merges=merges)
    assert [(r["unit"], r["kind"], r["count"], r["attendances_total"]) for r in records(report)] == [
        ("492", "communication_session", 20, 4100),
        ("491", "communication_session", 17, 3600),
    ]


def test_th_beside_thcs_is_a_level_and_tt_the_number_of_the_row() -> None:
    header = [["TT", "Nội dung", "Ngày", "Học sinh", None, None], [None, None, None, "TH", "THCS", "THPT"]]
    rows = [[1, "Kỹ năng số", "12/10/2022", 210, 190, 0], [2, "An toàn mạng", "19/10/2022", 180, 170, 20]]
    report = checked([*_TITLE, *header, *rows], merges=["D3:F3"])
    assert [(r["kind"], r["count"], r["attendances_total"]) for r in records(report)] == [
        ("communication_session", 1, 400),
        ("communication_session", 1, 370),
    ]
    above = [["TT", "Quận, huyện", "TH", None, "THCS", None], [None, None, *["Số buổi", "Lượt HS"] * 2]]
    rows = [[1, "Quận Hải Châu", 12, 4100, 8, 3900], [2, "Quận Thanh Khê", 10, 3600, 7, 3300]]
    report = checked([["SỞ GD&ĐT"], _TITLE[1], *above, *rows], merges=["C3:D3", "E3:F3"])
    assert {r["kind"] for r in records(report)} == {"communication_session"}
    assert sum(r["count"] for r in records(report)) == 37


def test_grades_beside_each_other_are_no_childs_own_class() -> None:
    header = [[*_SCHOOLS, "Học sinh", None, None], [None, None, None, "Lớp 6", "Lớp 7", "Cộng"]]
    rows = [[1, "Trường A", 3, 210, 190, 400], [2, "Trường B", 2, 180, 170, 350]]
    report = checked([*_TITLE, *header, *rows], merges=["D3:F3"])
    assert not codes(report)
    assert [r["attendances_total"] for r in records(report)] == [400, 350]
    report = checked([*_TITLE, ["Họ tên", "Lớp 6"], ["Nguyễn Thị Thu Hà", "6A"]])
    assert report["status"] == "rejected"
    assert set(codes(report)) == {"personal_data"}
