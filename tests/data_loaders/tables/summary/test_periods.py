"""The periods of a summary: months, quarters, halves, terms, years."""

import pytest

from tests.data_loaders.sheets import checked, records
from tests.data_loaders.tables.summary.told import counted


def test_parts_of_a_year_below_the_year() -> None:
    rows = [["SỐ BUỔI TRUYỀN THÔNG CÁC NĂM"], ["Đơn vị", "Năm 2022", None, "Năm 2023", None]]
    rows += [[None, *["6 tháng đầu năm", "6 tháng cuối năm"] * 2], ["Quận Hải Châu", 1, 2, 3, 4]]
    report = checked(rows, merges=["A2:A3", "B2:C2", "D2:E2"])
    assert [(r["start_date"], r["count"]) for r in records(report)] == [
        ("2021-12-15", 1),
        ("2022-06-15", 2),
        ("2022-12-15", 3),
        ("2023-06-15", 4),
    ]


def test_periods_below_a_heading_of_their_own() -> None:
    rows = [["UBND QUẬN LIÊN CHIỂU"], ["LƯỢT THAM GIA LỚP TẬP HUẤN"], ["STT", "Đối tượng", "Thời gian"]]
    rows += [[None, None, "Năm 2022", "Năm 2023"], [1, "Cha mẹ", 138, 156]]
    report = checked(rows, merges=["C3:D3", "A3:A4", "B3:B4"])
    assert [(r["start_date"], r["attendances"]) for r in records(report)] == [
        ("2021-12-15", {"parents": 138}),
        ("2022-12-15", {"parents": 156}),
    ]


QUARTERS = ["Đơn vị", "Quý", "Số lớp tập huấn", "Số lượt cha mẹ"]


@pytest.mark.parametrize(
    ("told", "counted", "missing"),
    [
        (["Quý I", None, "Quý II"], ["2022-12-15", "2023-03-15"], ["B4"]),
        # Written once: which rows it is of is not said.
        (["Quý I", None, None], ["2022-12-15"], ["B4", "B5"]),
        (["Quý I", "Năm 2023", "Quý II"], ["2022-12-15", "2022-12-15", "2023-03-15"], []),
        # The column tells no part of the year in any row.
        ([None, None, None], ["2022-12-15"] * 3, []),
        (["Năm 2023", None, None], ["2022-12-15"] * 3, []),
    ],
)
def test_a_blank_beside_parts_of_the_year_is_not_the_year(
    told: list[object], counted: list[str], missing: list[str]
) -> None:
    units = ["Quận Hải Châu", "Quận Thanh Khê", "Quận Sơn Trà"]
    rows = [[unit, part, 3, 100] for unit, part in zip(units, told, strict=True)]
    report = checked([["TỔNG HỢP NĂM 2023"], QUARTERS, *rows])
    assert [r["start_date"] for r in records(report)] == counted
    assert [i["cell"] for i in report["issues"] if i["code"] == "required_missing"] == missing


def test_months_down_the_side_are_report_months() -> None:
    rows = [["UBND QUẬN LIÊN CHIỂU"], ["LỚP TẬP HUẤN NĂM 2022"], ["STT", "Thời gian", "Số lớp", "Cha mẹ"]]
    rows += [[1, "Tháng 1/2022", 4, 93], [2, "Tháng 2/2022", 3, 90]]
    report = checked(rows)
    assert report["tables"][0]["kind"] == "participation"
    assert [r["start_date"] for r in records(report)] == ["2021-12-15", "2022-01-15"]


def test_months_with_and_without_their_word() -> None:
    head = ["Tháng", "Số lớp tập huấn", "Số lượt"]
    rows = [["Đơn vị: Quận Sơn Trà"], head, ["Tháng 4/2024", 1, 30], ["T5/2024", 2, 60]]
    assert [r["start_date"] for r in records(checked(rows))] == ["2024-03-15", "2024-04-15"]


def test_the_report_of_july_2025_is_that_of_the_new_ward() -> None:
    rows = [
        ["UBND PHƯỜNG HÒA XUÂN"],
        ["SỐ LIỆU THÁNG 7 NĂM 2025"],
        ["STT", "Nội dung", "Số lượng", "Lượt cha mẹ"],
        [1, "Buổi truyền thông", 2, 190],
    ]
    report = checked(rows)
    assert report["issues"] == []
    assert [(r["unit"], r["count"]) for r in records(report)] == [("20314", 2)]


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["TT", "Trường", "Học kỳ I", None, "Học kỳ II", None],
            [None, None, *["Số buổi", "Lượt HS"] * 2],
            [1, "THCS A", 2, 800, 3, 1200],
        ],
        [
            ["TT", "Trường", "Học kỳ", "Số buổi", "Lượt HS"],
            [1, "THCS A", "HK I", 2, 800],
            [2, "THCS A", "HK II", 3, 1200],
        ],
    ],
)
def test_terms_are_those_of_the_school_year_above(rows: list[list[object]]) -> None:
    around = [["PHÒNG GD&ĐT QUẬN CẨM LỆ"], ["SỐ LIỆU BUỔI TUYÊN TRUYỀN NĂM HỌC 2022-2023"]]
    report = checked([*around, *rows], merges=["C3:D3", "E3:F3"] if rows[0][3] is None else [])
    assert [(r["start_date"], r["end_date"], r["count"]) for r in records(report)] == [
        ("2022-09-01", "2023-02-28", 2),
        ("2023-03-01", "2023-08-31", 3),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["TT", "Trường", "Tháng 10", "Tháng 1", "Tháng 3"], [1, "THCS A", 1, 2, 3]],
        [["Tháng", "Số buổi", "Lượt HS"], ["Tháng 10", 1, 800], ["Tháng 1", 2, 900], ["Tháng 3", 3, 700]],
        [["TT", "Trường", "Số buổi"], ["Tháng 10"], [1, "A", 1], ["Tháng 1"], [1, "A", 2], ["Tháng 3"], [1, "A", 3]],
    ],
)  # fmt: skip
def test_months_of_a_school_year_from_january_on_are_in_its_second_civil_year(
    rows: list[list[object]],
) -> None:
    around = [["PHÒNG GD&ĐT QUẬN CẨM LỆ"], ["SỐ BUỔI TUYÊN TRUYỀN NĂM HỌC 2022-2023"]]
    assert [(r["end_date"], r["count"]) for r in records(checked([*around, *rows]))] == [
        ("2022-10-14", 1),
        ("2023-01-14", 2),
        ("2023-03-14", 3),
    ]


@pytest.mark.parametrize(
    ("rows", "merges", "expected"),
    [
        # Days of whole quarters are those of a summary.
        (
            [
                ["TẬP HUẤN"],
                ["Đơn vị", "Từ ngày", "Đến ngày", "Số lớp", "Cha mẹ"],
                ["Quận Hải Châu", "1/1/2023", "31/3/2023", 3, 90],
            ],
            [],
            [("492", "training_class", 3, 90, None)],
        ),
        # Months that are only counted, where the title says what is told.
        (
            [
                ["SỐ BUỔI TRUYỀN THÔNG THEO THÁNG NĂM 2023"],
                ["STT", "Đơn vị", 1, 2, 3],
                [1, "Quận Cẩm Lệ", 4, 0, 7],
            ],
            [],
            [("495", "communication_session", n, None, None) for n in (4, 0, 7)],
        ),
    ],
)
def test_periods_in_summaries_of_offices(
    rows: list[list[object]], merges: list[str], expected: list[tuple[object, ...]]
) -> None:
    assert counted(rows, merges) == expected


def test_when_a_turn_was_stands_in_brackets_behind_it() -> None:
    head = ["TT", "Xã", "Đợt 1 (tháng 4)", None, "Đợt 2 (tháng 10)", None]
    parts = [None, None, *["Số buổi", "Số người nghe"] * 2]
    rows = [
        ["HUYỆN HÒA VANG"],
        ["TRUYỀN THÔNG LƯU ĐỘNG NĂM 2023"],
        head,
        parts,
        [1, "Hòa Liên", 2, 150, 1, 80],
    ]
    found = records(checked(rows, merges=["A3:A4", "B3:B4", "C3:D3", "E3:F3"]))
    assert [(r["start_date"], r["count"], r["attendances_total"]) for r in found] == [
        ("2023-03-15", 2, 150),
        ("2023-09-15", 1, 80),
    ]


@pytest.mark.parametrize(
    "parts", [["Tháng 1/2024", "Tháng 2/2024"], ["Quý I/2024", "Quý II/2024"], ["Tháng 1", "Tháng 2"]]
)
def test_what_was_done_in_an_earlier_year_stands_aside_beside_parts_of_this_one(parts: list[str]) -> None:
    rows = [["SỐ LƯỢT CHA MẸ THAM GIA TẬP HUẤN NĂM 2024"], ["Đơn vị", "Thực hiện năm 2021", *parts]]
    report = checked([*rows, ["Quận Hải Châu", 30, 100, 60], ["Quận Sơn Trà", 20, 80, 40]])
    assert [r["attendances_total"] for r in records(report)] == [100, 60, 80, 40]
    assert [i["cell"] for i in report["issues"] if i["code"] == "unused_column"] == ["B2"]


@pytest.mark.parametrize("first", ["Thực hiện năm 2023", "Năm 2023"])
def test_years_beside_each_other_both_count(first: str) -> None:
    rows = [["SỐ LƯỢT CHA MẸ THAM GIA TẬP HUẤN"], ["Đơn vị", first, "Thực hiện năm 2024"]]
    report = checked([*rows, ["Quận Hải Châu", 130, 100], ["Quận Sơn Trà", 120, 80]])
    assert [r["attendances_total"] for r in records(report)] == [130, 100, 120, 80]
