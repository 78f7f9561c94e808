"""For whom: audiences as rows, columns, titles and sheets."""

import pytest

from tests.data_loaders.sheets import checked, records
from tests.data_loaders.tables.summary.told import counted

KINDS = ["Lớp tập huấn", "Buổi truyền thông"]


TWO_ROWS = ["A2:A3", "B2:B3", "C2:E2"]


def test_audiences_by_kinds_count_people() -> None:
    rows = [["UBND QUẬN LIÊN CHIỂU"], ["KẾT QUẢ CHƯƠNG TRÌNH 830 QUÝ II NĂM 2023"]]
    rows += [["STT", "Đối tượng", *KINDS], [1, "Cha mẹ", 72, 150]]
    assert [(r["kind"], r["count"], r["attendances"]) for r in records(checked(rows))] == [
        ("training_class", None, {"parents": 72}),
        ("communication_session", None, {"parents": 150}),
    ]


def test_a_cell_of_two_audiences_tells_no_numbers_of_either() -> None:
    rows = [["UBND QUẬN CẨM LỆ - TẬP HUẤN QUÝ II/2023"], ["Đối tượng", "Số lớp", "Số lượt"]]
    found = records(checked([*rows, ["Cha mẹ, giáo viên", 5, 200], ["Cha mẹ, người chăm sóc trẻ", 3, 90]]))
    assert [(r["attendances"], r["attendances_total"]) for r in found] == [({}, 200), ({"parents": 90}, 90)]


def test_ticked_audiences_of_a_summary() -> None:
    """One of them has all the people; of two, nobody knows the parts."""
    rows = [
        ["TẬP HUẤN QUÝ II/2023"],
        ["Đơn vị", "Số lớp", "Cha mẹ", "Học sinh", "Lượt người"],
        ["Quận Hải Châu", 3, "x", None, 90],
        ["Quận Cẩm Lệ", 3, "x", "x", 80],
    ]
    found = records(checked(rows))
    assert [(r["attendances"], r["attendances_total"]) for r in found] == [({"parents": 90}, 90), ({}, 80)]


def test_people_of_audiences_behind_a_count_are_more_than_it() -> None:
    rows = [
        ["TỔNG HỢP TẬP HUẤN QUÝ I/2023"],
        ["Đơn vị", "Số lớp", "Trong đó chia theo đối tượng", None, "Số người tham gia"],
        [None, None, "HS", "GV", None],
        ["Quận Sơn Trà", 11, 771, 789, 1560],
    ]
    (record,) = records(checked(rows, merges=["A2:A3", "B2:B3", "C2:D2", "E2:E3"]))
    assert record["attendances"] == {"children_in_school": 771, "teachers": 789}


def test_audiences_below_an_unknown_heading_are_told_by_most_of_them() -> None:
    rows = [
        ["Đơn vị: Quận Sơn Trà"],
        ["SỐ LƯỢT NGƯỜI THAM GIA CUỘC THI NĂM 2024"],
        ["Học viên là", "Quý I", "Quý II"],
    ]
    rows += [["Trẻ em không đến lớp", 57, 656], ["GV, CBQL", 408, 520], ["Cha mẹ", 10, 20]]
    found = records(checked(rows))
    assert [(r["kind"], *r["attendances"]) for r in found[:3:2]] == [
        ("contest", "children_out_of_school"),
        ("contest", "teachers"),
    ]


@pytest.mark.parametrize(
    ("sheet", "audience"),
    [
        ("Cha mẹ, người chăm sóc trẻ", "parents"),
        ("Cán bộ làm công tác trẻ em, cộn", "child_workers"),
        ("GV", "teachers"),
    ],
)
def test_a_sheet_named_after_an_audience_in_full(sheet: str, audience: str) -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["Quý", "Số lớp tập huấn", "Số lượt"], ["Quý I/2023", 2, 90]]
    assert [r["attendances"] for r in records(checked(rows, sheet=sheet))] == [{audience: 90}]


def test_people_by_kinds_for_whom_they_were() -> None:
    head = [["Dành cho đối tượng", "SL người", None], [None, "Tập huấn", "Buổi truyền thông"]]
    rows = [
        ["Đơn vị: Quận Sơn Trà"],
        ["Kỳ báo cáo: Năm 2023"],
        *head,
        ["Cha mẹ", 30, 400],
        ["Giáo viên", 20, 90],
    ]
    told = [(r["kind"], r["attendances"]) for r in records(checked(rows, merges=["B3:C3"]))]
    kinds = ("training_class", "communication_session")
    people = ({"parents": 30}, {"parents": 400}, {"teachers": 20}, {"teachers": 90})
    assert told == list(zip(kinds * 2, people, strict=True))


@pytest.mark.parametrize(
    ("rows", "merges", "expected"),
    [
        # Figures of the period below people, and those of one sort of them, are no audience.
        (
            [
                ["BUỔI TRUYỀN THÔNG THÁNG 10 NĂM 2023"],
                ["STT", "Đơn vị", "Lượt người tham dự", None, None],
                [None, None, "Trong tháng", "Lũy kế", "Trong đó: DTTS"],
                [1, "Quận Hải Châu", 90, 900, 3],
            ],
            TWO_ROWS,
            [("492", "communication_session", None, 90, None)],
        ),
        # For whom the classes are, in the title.
        (
            [
                ["LƯỢT THAM GIA LỚP TẬP HUẤN CHO CHA MẸ NĂM 2023"],
                ["Đơn vị", "6 tháng đầu năm", "6 tháng cuối năm"],
                ["Quận Hải Châu", 320, 129],
            ],
            [],
            [("492", "training_class", None, 320, None), ("492", "training_class", None, 129, None)],
        ),
        # For whom, by the title alone; of whom, below the kinds of activities or above them.
        (
            [
                ["SỐ LƯỢT NGƯỜI THAM GIA BUỔI TRUYỀN THÔNG CHO GIÁO VIÊN NĂM 2022"],
                ["Đơn vị", "Lượt"],
                ["Quận Hải Châu", 90],
            ],
            [],
            [("492", "communication_session", None, 90, None)],
        ),
        (
            [
                ["LƯỢT NGƯỜI THAM GIA NĂM 2022"],
                ["Đơn vị", "Học sinh", None, "Cha mẹ", None],
                [None, *["Lớp tập huấn", "Truyền thông"] * 2],
                ["Quận Hải Châu", 80, 300, 60, 200],
            ],
            ["A2:A3", "B2:C2", "D2:E2"],
            [("492", "training_class", None, 140, None), ("492", "communication_session", None, 500, None)],
        ),
    ],
)
def test_for_whom_an_offices_figures_are(
    rows: list[list[object]], merges: list[str], expected: list[tuple[object, ...]]
) -> None:
    assert counted(rows, merges) == expected
    if "CHO GIÁO VIÊN" in str(rows):
        assert records(checked(rows))[0]["attendances"] == {"teachers": 90}


@pytest.mark.parametrize("cell", ["?", "??", "…", "..."])
def test_an_audience_that_somebody_left_open_is_asked_about(cell: str) -> None:
    rows = [[1, "Quận Hải Châu", 3, "Cha mẹ", 100], [2, "Quận Thanh Khê", 4, cell, 150]]
    report = checked(
        [["TẬP HUẤN NĂM 2023"], ["TT", "Đơn vị", "Số lớp tập huấn", "Đối tượng", "Số lượt"], *rows]
    )
    assert [(i["code"], i["cell"]) for i in report["issues"]] == [("audience_unknown", "D4")]
    assert [r["attendances"] for r in records(report)] == [{"parents": 100}]
