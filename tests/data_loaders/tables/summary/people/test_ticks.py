"""Ticks in a summary: they say of whom, never how many."""

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records

_TITLE = ["BÁO CÁO BUỔI TRUYỀN THÔNG QUÝ II NĂM 2023"]


def test_audiences_ticked_beside_a_number_of_activities_are_said_to_be_uncounted() -> None:
    rows = [
        ["TT", "Đơn vị", "Số buổi", "Cha mẹ", "Trẻ em ngoài trường học"],
        [1, "Quận Hải Châu", 3, "x", "x"],
        [2, "Quận Thanh Khê", 4, None, "✓"],
        [3, "Quận Cẩm Lệ", 2, None, None],
    ]
    report = checked([_TITLE, *rows])
    assert (report["status"], issues(report)) == (
        "ready",
        [("ticks_not_counted", "D3"), ("ticks_not_counted", "E4")],
    )
    assert [(r["count"], r["attendances"]) for r in records(report)] == [(3, {}), (4, {}), (2, {})]
    first, second = (found["message"] for found in report["issues"])
    assert "“Cha mẹ, Trẻ em ngoài trường học”, không có số lượt của từng đối tượng" in first
    assert "“Trẻ em ngoài trường học”, không có số lượt của đối tượng này" in second


def test_one_audience_ticked_beside_all_people_is_theirs_and_several_share_them_unknown() -> None:
    rows = [
        ["TT", "Đơn vị", "Số buổi", "Tổng lượt", "Cha mẹ", "Giáo viên"],
        [1, "Quận Hải Châu", 3, 200, "x", "x"],
        [2, "Quận Thanh Khê", 4, 300, None, "x"],
    ]
    report = checked([_TITLE, *rows])
    assert issues(report) == [("ticks_not_counted", "E3")]
    assert [r["attendances"] for r in records(report)] == [{}, {"teachers": 300}]


@pytest.mark.parametrize(
    "headings",
    [["Lớp tập huấn", "Buổi truyền thông"], ["Cha mẹ", "Giáo viên"], ["Quý I", "Quý II"]],
    ids=["kinds", "audiences", "periods"],
)
def test_ticks_in_place_of_all_numbers_are_refused_cell_by_cell(headings: list[str]) -> None:
    """They are neither passed over nor taken for one activity each."""
    rows = [["TT", "Đơn vị", *headings], [1, "Quận Hải Châu", "x", None], [2, "Quận Thanh Khê", None, "x"]]
    report = checked([["BÁO CÁO NĂM 2023"], *rows])
    assert (report["status"], records(report)) == ("rejected", [])
    assert issues(report) == [("number_unreadable", "C3"), ("number_unreadable", "D4")]


def test_ticks_of_kinds_in_a_list_of_activities_tell_their_kinds() -> None:
    rows = [
        ["TT", "Tên hoạt động", "Ngày", "Tập huấn", "Truyền thông"],
        [1, "An toàn mạng cho gia đình", "12/5/2023", "x", None],
        [2, "Phòng tránh lừa đảo", "13/5/2023", None, "x"],
    ]
    report = checked([["DANH SÁCH HOẠT ĐỘNG NĂM 2023 - QUẬN HẢI CHÂU"], *rows])
    assert codes(report, "error") == []
    assert [r["kind"] for r in records(report)] == ["training_class", "communication_session"]


@pytest.mark.parametrize("none", ["Không thực hiện", "Không tổ chức", "Không phát sinh"])
def test_a_heading_of_what_was_not_held_declares_nothing(none: str) -> None:
    rows = [["TT", "Nội dung", "Có thực hiện", none], [1, "Tập huấn cho cha mẹ", "x", None]]
    rows += [[2, "Truyền thông", None, "x"]]
    report = checked([["BÁO CÁO NĂM 2023 - QUẬN HẢI CHÂU"], *rows])
    assert (report["status"], records(report)) == ("rejected", [])
