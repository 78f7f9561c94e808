"""Children of an age with the year in the heading, in a file that says nothing else of its figures."""

import pytest

from tests.data_loaders.sheets import Rows, checked, codes, records

_UNITS: Rows = [["Quận Sơn Trà", 38120, 38655], ["Quận Cẩm Lệ", 42870, 43404]]
_HEADINGS = [
    ([["Đơn vị", "Số trẻ em dưới 16 tuổi năm 2021", "Số trẻ em dưới 16 tuổi năm 2022"]], "under_16"),
    ([["Đơn vị", "Trẻ em dưới 6 tuổi năm 2021", "Trẻ em dưới 6 tuổi năm 2022"]], "under_6"),
    ([["Quận, huyện", "Trẻ em từ 6 đến 10 tuổi năm 2021", "Trẻ em từ 6 đến 10 tuổi năm 2022"]], "children_6_10"),
    ([["Quận, huyện", "Dân số trẻ em năm 2021", "Dân số trẻ em năm 2022"]], "under_16"),
    ([["Quận, huyện", "Số trẻ em năm 2021", "Số trẻ em năm 2022"]], "under_16"),
    ([["Quận, huyện", "Dân số năm 2021", "Dân số năm 2022"]], "population"),
    ([["Đơn vị", "Số trẻ em dưới 16 tuổi", None], [None, "Năm 2021", "Năm 2022"]], "under_16"),
]  # fmt: skip


@pytest.mark.parametrize(("headings", "group"), _HEADINGS)
def test_they_are_inhabitants(headings: Rows, group: str) -> None:
    report = checked([*headings, *_UNITS])
    assert codes(report) == []
    assert [(r["group"], r["unit"], r["year"], r["value"]) for r in records(report)] == [
        *((group, "493", 2021, 38120), (group, "493", 2022, 38655)),
        *((group, "495", 2021, 42870), (group, "495", 2022, 43404)),
    ]


def test_one_year() -> None:
    report = checked([["Đơn vị", "Trẻ em dưới 16 tuổi năm 2023"], *(row[:2] for row in _UNITS)])
    assert [(r["year"], r["value"]) for r in records(report)] == [(2023, 38120), (2023, 42870)]


@pytest.mark.parametrize("headings", [headings for headings, _ in _HEADINGS])
def test_below_a_kind_it_is_asked_whom_they_are(headings: Rows) -> None:
    report = checked([["BUỔI TRUYỀN THÔNG"], *headings, *_UNITS])
    assert (codes(report), records(report)) == (["audience_unknown", "audience_unknown"], [])


def test_children_who_took_part_are_no_inhabitants() -> None:
    head = [
        "Đơn vị",
        "Lượt trẻ em dưới 16 tuổi tham gia năm 2021",
        "Lượt trẻ em dưới 16 tuổi tham gia năm 2022",
    ]
    report = checked([["BUỔI TRUYỀN THÔNG"], head, *_UNITS])
    assert {table["kind"] for table in report["tables"]} == {"participation"}
