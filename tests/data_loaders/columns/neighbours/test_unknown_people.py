"""People in words that no audience is known by, beside those of an audience: never all of them."""

import pytest

from tests.data_loaders.sheets import Rows, checked, codes, records

_WHO = ["HỘI NÔNG DÂN THÀNH PHỐ ĐÀ NẴNG"]
_TITLE = ["TỔNG HỢP LỚP TẬP HUẤN QUÝ II NĂM 2024"]
_UNITS = ("Quận Sơn Trà", "Quận Hải Châu")


@pytest.mark.parametrize(
    ("heading", "others", "asked"),
    [
        ("Lượt nông dân", {"other": 90}, []),
        ("Số lượt nông dân tham gia", {"other": 90}, []),
        ("Lượt tín đồ", {}, ["audience_unknown"]),
        ("Số lượt thành viên CLB", {}, ["audience_unknown"]),
        # Some of all audiences.
        ("Lượt người khuyết tật", {}, []),
        ("Số người dân tộc thiểu số", {}, []),
    ],
)
def test_beside_an_audience(heading: str, others: dict[str, int], asked: list[str]) -> None:
    head = ["STT", "Đơn vị", "Số lớp", heading, "Lượt cha mẹ"]
    report = checked([_WHO, _TITLE, head, *([n, u, 3, 90, 120] for n, u in enumerate(_UNITS, 1))])
    assert codes(report, "error") == asked
    told = {"parents": 120} | others
    expected = [] if asked else [(told, sum(told.values()))] * 2
    assert [(r["attendances"], r["attendances_total"]) for r in records(report)] == expected


def test_beside_a_total_or_alone_nothing_is_asked() -> None:
    rows = [[n, u, 3, 210, 90, 120] for n, u in enumerate(_UNITS, 1)]
    report = checked(
        [_WHO, _TITLE, ["STT", "Đơn vị", "Số lớp", "Tổng lượt", "Lượt tín đồ", "Lượt cha mẹ"], *rows]
    )
    assert [r["attendances_total"] for r in records(report)] == [210, 210]
    assert "unused_column" in codes(report)
    report = checked([_WHO, _TITLE, ["STT", "Đơn vị", "Số lớp", "Lượt tín đồ"], *(row[:4] for row in rows)])
    assert [r["attendances_total"] for r in records(report)] == [210, 210]


@pytest.mark.parametrize(
    ("cells", "found"), [((None, None), []), (("-", None), []), ((5, 6), ["audience_unknown"])]
)
def test_a_column_of_people_without_a_heading_is_asked_about_where_it_holds_any(
    cells: tuple[object, object], found: list[str]
) -> None:
    header: Rows = [
        ["STT", "Tên lớp", "Ngày", "Số người tham gia"],
        [None, None, None, "Tổng số", "Chia theo đối tượng"],
        [None, None, None, None, "Cha mẹ", None, "Học sinh"],
    ]
    rows = [[n, f"Lớp {n}", f"{n}/2/2024", 60, 41, cell, 7] for n, cell in enumerate(cells, 1)]
    report = checked([["LỚP TẬP HUẤN - QUẬN CẨM LỆ"], *header, *rows], merges=["D2:G2", "E3:G3"])
    assert [code for code in codes(report) if code.startswith("audience")] == found
