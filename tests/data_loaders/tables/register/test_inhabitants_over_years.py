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
    ([["Đơn vị", "Số trẻ em dưới 16 tuổi (2021)", "Số trẻ em dưới 16 tuổi (năm 2022)"]], "under_16"),
    ([["Đơn vị", "Số trẻ em dưới 16 tuổi – 2021", "Số trẻ em dưới 16 tuổi: 2022"]], "under_16"),
    ([["Đơn vị", "2021: Số trẻ em dưới 16 tuổi", "Năm 2022 - số trẻ em dưới 16 tuổi"]], "under_16"),
    ([["Đơn vị", "Dân số trẻ em (2021)", "Dân số trẻ em, năm 2022"]], "under_16"),
    ([["Đơn vị", "Số trẻ em (2021)", "2022: Số trẻ em"]], "under_16"),
    ([["Đơn vị", "6-10 tuổi (2021)", "6-10 tuổi (2022)"]], "children_6_10"),
    ([["Đơn vị", "Dân số (2021)", "Dân số (2022)"]], "population"),
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


def test_the_year_in_brackets_goes_before_that_of_the_title() -> None:
    head = ["Đơn vị", "Số trẻ em dưới 16 tuổi (2021)", "Số trẻ em dưới 16 tuổi (2022)"]
    report = checked([["DÂN SỐ TRẺ EM, BÁO CÁO NĂM 2023"], head, *_UNITS])
    assert [r["year"] for r in records(report)] == [2021, 2022, 2021, 2022]


@pytest.mark.parametrize(
    "above",
    [
        [["2. Số trẻ em tham gia truyền thông"], ["Đơn vị", "Dưới 16 tuổi"]],
        [["Đơn vị", "Số trẻ em tham gia truyền thông"], [None, "Dưới 16 tuổi"]],
        [["Số trẻ em được truyền thông"], ["Đơn vị", "Số trẻ em dưới 16 tuổi"]],
        [["Đơn vị", "Lớp tập huấn"], [None, "Trẻ em dưới 16 tuổi"]],
        [["Số trẻ em trên địa bàn quận tham gia tập huấn"], ["Đơn vị", "Trẻ em dưới 16 tuổi"]],
    ],
)
def test_who_came_is_no_inhabitant_by_an_age(above: Rows) -> None:
    report = checked([["BÁO CÁO QUÝ I NĂM 2023"], *above, *(row[:2] for row in _UNITS)])
    assert {table["kind"] for table in report["tables"]} == {"participation"}
    assert (codes(report), records(report)) == (["audience_unknown"], [])


def test_inhabitants_beside_who_came() -> None:
    came = [["1. Số trẻ em tham gia truyền thông"], ["Đơn vị", "Trẻ em dưới 16 tuổi"]]
    live = [[], ["2. Số trẻ em dưới 16 tuổi"], ["Đơn vị", "Trẻ em dưới 16 tuổi"]]
    rows = [row[:2] for row in _UNITS]
    report = checked([["BÁO CÁO QUÝ I NĂM 2023"], *came, *rows, *live, *rows])
    assert [table["kind"] for table in report["tables"]] == ["participation", "population"]
    assert [r["value"] for r in records(report)] == [38120, 42870]
