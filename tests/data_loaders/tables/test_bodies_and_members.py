""" "Đoàn thể" over names of organisations, and children by those whose they are."""

import pytest

from tests.data_loaders.sheets import Rows, checked, codes, issues, records

_HEAD: Rows = [["UBND QUẬN HẢI CHÂU"], ["BÁO CÁO BUỔI TRUYỀN THÔNG QUÝ I NĂM 2023"]]


@pytest.mark.parametrize("heading", ["Đoàn thể", "Hội, đoàn thể", "Các đoàn thể", "Tổ chức đoàn thể"])
def test_bodies_below_their_heading_organised(heading: str) -> None:
    rows: Rows = [[heading, "Số buổi", "Số lượt"], ["Hội Phụ nữ", 3, 260], ["Đoàn Thanh niên", 2, 250]]
    report = checked([*_HEAD, *rows])
    assert codes(report, "error") == []
    assert [(r["unit"], r["organiser"], r["attendances"], r["attendances_total"]) for r in records(report)] == [
        ("492", "Hội Phụ nữ", {}, 260),
        ("492", "Đoàn Thanh niên", {}, 250),
    ]  # fmt: skip


def test_bodies_of_a_list() -> None:
    rows: Rows = [
        ["Ngày", "Tên hoạt động", "Đoàn thể", "Số lượt"],
        ["15/3/2023", "Tập huấn", "Hội Phụ nữ", 60],
        ["16/3/2023", "Tập huấn", "Đoàn Thanh niên", 50],
    ]
    report = checked([["UBND QUẬN HẢI CHÂU"], *rows])
    assert [(r["organiser"], r["attendances_total"]) for r in records(report)] == [
        ("Hội Phụ nữ", 60),
        ("Đoàn Thanh niên", 50),
    ]


def test_bodies_across_are_no_officials() -> None:
    rows: Rows = [
        ["Phường", "Đoàn thể", None],
        [None, "Hội Phụ nữ", "Đoàn Thanh niên"],
        ["Phường Thạch Thang", 260, 250],
    ]
    report = checked([*_HEAD, *rows], merges=["B3:C3", "A3:A4"])
    assert all("officials" not in r["attendances"] for r in records(report))


def test_their_people_are_officials() -> None:
    rows: Rows = [["Phường", "Cha mẹ", "Đoàn thể"], ["Phường Thạch Thang", 260, 50]]
    report = checked([*_HEAD, *rows])
    assert [r["attendances"] for r in records(report)] == [{"parents": 260, "officials": 50}]


@pytest.mark.parametrize(
    "heading",
    [
        "Trẻ em con công nhân", "Trẻ em là con đoàn viên", "Con công nhân", "Con em đoàn viên (lượt)", "Số trẻ em con CNVCLĐ",
        "Số lượt con hội viên", "Trẻ em (con hội viên)",
    ],
)  # fmt: skip
def test_children_of_members_are_asked_about(heading: str) -> None:
    rows: Rows = [["Ngày", "Tên hoạt động", heading, "Cha mẹ"], ["15/3/2023", "Tập huấn kỹ năng", 60, 40]]
    report = checked([["UBND QUẬN HẢI CHÂU"], *rows])
    assert issues(report) == [("audience_unknown", "C2")]
    assert records(report) == []


@pytest.mark.parametrize("heading", ["Con CNVCLĐ được tặng quà", "Trẻ em con công nhân được học bổng"])
def test_what_they_were_given_counts_nobody_who_came(heading: str) -> None:
    rows: Rows = [["Ngày", "Tên hoạt động", heading, "Cha mẹ"], ["15/3/2023", "Tập huấn kỹ năng", 60, 40]]
    report = checked([["UBND QUẬN HẢI CHÂU"], *rows])
    assert (codes(report), [r["attendances_total"] for r in records(report)]) == (["unused_column"], [40])
