"""Whose figures they are, and where it was: units, communes, bodies, titles."""

import pytest

from data_loaders.check import check
from tests.data_loaders.sheets import checked, issues, records, xlsx
from tests.data_loaders.tables.summary.told import counted


def test_communes_after_the_break() -> None:
    rows = [
        ["UBND THÀNH PHỐ ĐÀ NẴNG"],
        ["LỚP TẬP HUẤN QUÝ IV NĂM 2025"],
        ["STT", "Xã, phường, đặc khu", "Số lớp", "Số người"],
        [1, "Phường Hải Châu", 2, 90],
        [2, "Xã Bà Nà", 1, 30],
    ]
    assert [r["unit"] for r in records(checked(rows))] == ["20242", "20308"]


@pytest.mark.parametrize(
    ("columns", "unit"), [(["Xã, phường"], "20242"), (["Xã, phường", "Nội dung"], "HLHPN")]
)
def test_a_commune_beside_the_words_of_a_departments_activity_is_its_place(
    columns: list[str], unit: str
) -> None:
    rows = [
        ["HỘI LIÊN HIỆP PHỤ NỮ THÀNH PHỐ ĐÀ NẴNG"],
        ["LỚP TẬP HUẤN QUÝ IV NĂM 2025"],
        ["STT", *columns, "Số lớp", "Số người"],
        [1, *["Phường Hải Châu", "Kỹ năng số"][: len(columns)], 2, 90],
    ]
    assert [r["unit"] for r in records(checked(rows))] == [unit]


def test_communes_in_the_quarter_of_the_break() -> None:
    rows = [
        ["LỚP TẬP HUẤN QUÝ III NĂM 2025"],
        ["STT", "Phường/xã", "Số lớp", "Số người"],
        [1, "Hải Châu", 2, 90],
        [2, "Tam Kỳ", 1, 30],
    ]
    assert [r["unit"] for r in records(checked(rows))] == ["20242", "20341"]


def test_a_unit_that_is_missing_is_not_the_one_above() -> None:
    """Nothing tells two rows of one unit apart here; beside kinds a unit is written once for its rows."""
    rows = [
        ["TẬP HUẤN QUÝ II/2023"],
        ["Đơn vị", "Số lớp"],
        ["Quận Hải Châu", 3],
        [None, 4],
        ["Quận Cẩm Lệ", 5],
    ]
    report = checked(rows)
    assert issues(report) == [("required_missing", "A4")]
    assert [r["unit"] for r in records(report)] == ["492", "495"]


@pytest.mark.parametrize("named", ["Ủy ban MTTQ Việt Nam thành phố", "Sở Giáo dục và Đào tạo"])
def test_names_of_bodies_above_figures_name_no_kind(named: str) -> None:
    rows = [["LƯỢT NGƯỜI DỰ BUỔI TRUYỀN THÔNG NĂM 2023"], ["Đối tượng", named, "Sở Y tế", "Cộng"]]
    report = checked([*rows, ["Cán bộ, giáo viên", 80, 90, 170], ["Cha mẹ", 10, 20, 30]])
    assert report["issues"] == []
    assert {r["kind"] for r in records(report)} == {"communication_session"}
    assert [r["attendances"] for r in records(report)][:2] == [{"teachers": 80}, {"teachers": 90}]


def test_words_of_no_unit_among_the_headings_of_units_are_asked_about() -> None:
    rows = [["BUỔI TRUYỀN THÔNG NĂM 2023"], ["Kỳ", "Sở Y tế", None, "Tổ công nghệ", None, "Thành đoàn", None]]
    rows += [[None, *["Số buổi", "Số lượt"] * 3], ["Quý I", 2, 300, 3, 400, 4, 500]]
    report = checked(rows, merges=["A2:A3", "B2:C2", "D2:E2", "F2:G2"])
    assert issues(report) == [("unit_unknown", "D2")]
    assert [r["unit"] for r in records(report)] == ["SO-YT", "TD"]


def test_sheets_of_units_beside_each_other_say_nothing_of_one_another() -> None:
    head, row = ["Loại hoạt động", "Số lượng", "Số lượt"], ["Lớp tập huấn", 2, 80]
    sheets = {
        "Sở Y tế": [["SỞ Y TẾ"], ["NĂM 2023"], head, row],
        "Thành đoàn": [["(Kèm theo Báo cáo số 9/BC-STTTT)"], ["NĂM 2023"], head, row],
        "Tổ công nghệ": [["NĂM 2023"], head, row],
    }
    report = check("a.xlsx", xlsx(sheets))
    assert [r["unit"] for r in records(report)] == ["SO-YT", "TD"]
    assert [i["code"] for i in report["issues"]] == ["required_missing"]


def test_the_agency_that_gathers_is_not_the_unit_of_rows_that_name_theirs() -> None:
    rows = [
        ["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"],
        ["LỚP TẬP HUẤN QUÝ I/2024"],
        ["Thuộc cấp quận, huyện", "Số lớp", "Lượt người"],
    ]
    rows += [["Q.LIÊN CHIỂU", 2, 90], ["Sở GD-ĐT", 3, 120]]
    assert [r["unit"] for r in records(checked(rows))] == ["490", "SO-GDDT"]


@pytest.mark.parametrize(
    ("rows", "merges", "expected"),
    [
        # A commune in the column of units is the place of the activity.
        (
            [
                ["TRUYỀN THÔNG QUÝ III NĂM 2023"],
                ["STT", "Quận/huyện, phường/xã", "Số buổi", "Lượt người"],
                ["I", "Quận Liên Chiểu", None, None],
                [1, "Phường Hòa Minh", 2, 90],
            ],
            [],
            [("490", "communication_session", 2, 90, "Phường Hòa Minh")],
        ),
        # A ward by its type is a place, whatever the heading.
        (
            [
                ["UBND HUYỆN HÒA VANG"],
                ["TẬP HUẤN NĂM 2022"],
                ["Đơn vị", "Số lớp", "Cha mẹ"],
                ["Xã Hòa Bắc", 3, 90],
                ["Xã Hòa Liên", 2, 80],
            ],
            [],
            [("497", "training_class", 3, 90, "Xã Hòa Bắc"), ("497", "training_class", 2, 80, "Xã Hòa Liên")],
        ),
    ],
)
def test_places_in_summaries_of_offices(
    rows: list[list[object]], merges: list[str], expected: list[tuple[object, ...]]
) -> None:
    assert counted(rows, merges) == expected
