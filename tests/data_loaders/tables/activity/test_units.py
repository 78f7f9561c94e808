"""Whose the rows of a list are."""

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records
from tests.data_loaders.tables.activity.lists import DAY, HEAD


@pytest.mark.parametrize(
    ("above", "unit"),
    [
        (["Đơn vị báo cáo: UBND quận Hải Châu"], "492"),
        (["Đơn vị báo cáo", "Quận Sơn Trà"], "493"),
        (["UBND HUYỆN HOÀ VANG", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], "497"),
        (["UBND THÀNH PHỐ ĐÀ NẴNG\nSỞ THÔNG TIN VÀ TRUYỀN THÔNG"], "SO-TTTT"),
        (["DANH SÁCH LỚP TẬP HUẤN TRÊN ĐỊA BÀN QUẬN CẨM LỆ"], "495"),
        (["(Kèm theo Công văn số 5/CV ngày 1/6/2023 của UBND quận Liên Chiểu)"], "490"),
    ],
)
def test_the_unit_from_the_words_above(above: list[object], unit: str) -> None:
    report = checked([["Kính gửi: Sở Khoa học và Công nghệ"], above, HEAD, [1, "Lớp A", DAY, 50, 30, 20, 10]])
    assert [r["unit"] for r in records(report)] == [unit]


def test_a_blank_below_units_is_nobody_whatever_the_ward() -> None:
    head = ["Đơn vị", "Tên lớp tập huấn", "Ngày", "Phường/xã", "Số lượt"]
    rows = [["Quận Hải Châu", "A", DAY, "Phường Thạch Thang", 40], [None, "B", DAY, "Phường An Khê", 50]]
    assert issues(checked([head, *rows, [*rows[0][:1], "C", DAY, "Phường Thạch Thang", 60]])) == [
        ("required_missing", "A3")
    ]


@pytest.mark.parametrize(
    ("name", "sheet"),
    [("quan-hai-chau-2023.xlsx", "Sheet1"), ("x.xlsx", "Q. Hải Châu"), ("PhuLuc_HaiChau_2023.xlsx", "BC")],
)
def test_the_unit_from_the_sheet_or_the_file(name: str, sheet: str) -> None:
    report = checked([HEAD, [1, "Lớp A", DAY, 50, 30, 20, 10]], name=name, sheet=sheet)
    assert [r["unit"] for r in records(report)] == ["492"]


def test_the_unit_from_who_signed_where_nothing_else_names_it() -> None:
    rows = [HEAD, [1, "Lớp A", DAY, 50, 30, 20, 10], [None, None, "TM. UBND QUẬN SƠN TRÀ\nPHÓ CHỦ TỊCH"]]
    assert [r["unit"] for r in records(checked(rows))] == ["493"]
    assert [r["unit"] for r in records(checked([["UBND quận Cẩm Lệ"], *rows]))] == ["495"]


def test_no_unit_anywhere_is_an_error() -> None:
    report = checked([HEAD, [1, "Lớp A", DAY, 50, 30, 20, 10]])
    assert codes(report) == ["required_missing"]
    assert report["status"] == "rejected"


def test_units_in_a_column_by_type_and_day() -> None:
    rows = [
        ["Đơn vị", "Tên lớp tập huấn", "Ngày", "Số người"],
        ["Hải Châu", "A", "5/8/2025", 30],
        ["Hải Châu", "B", "5/8/2024", 30],
        ["Phường Hòa Hải", "C", "5/8/2024", 30],
        ["Quận Hải Châu", "D", "5/8/2025", 30],
        ["Quận Sơn Tra", "E", "5/8/2024", 30],
    ]
    report = checked(rows)
    assert [r["unit"] for r in records(report)] == ["20242", "492", "494"]
    assert issues(report) == [("unit_ambiguous", "A5"), ("unit_unknown", "A6")]
    assert "Quận Sơn Trà" in report["issues"][1]["fix"]


def test_units_have_their_own_column_beside_offices_and_a_list_tells_its_sessions() -> None:
    head = ["Đơn vị thực hiện", "Ngày", "Chủ đề", "Đơn vị báo cáo", "Buổi", "Khách mời", "Tất cả"]
    rows = [
        ["Hội Nông dân", DAY, "A", "Quận Sơn Trà", 2, 300, 300],
        ["Thành đoàn", DAY, "B", "Cẩm Lệ", 1, 60, 60],
    ]
    report = checked([["KẾT QUẢ CÁC BUỔI TRUYỀN THÔNG"], head, *rows])
    assert report["issues"] == []
    told = [(r["unit"], r["organiser"], r["count"], r["attendances"]) for r in records(report)]
    assert told == [("493", "Hội Nông dân", 2, {"other": 300}), ("495", "Thành đoàn", 1, {"other": 60})]


def test_a_code_and_the_name_of_the_same_unit() -> None:
    head = ["Mã đơn vị", "Tên đơn vị", "Tên lớp tập huấn", "Ngày", "Số lượt"]
    (record,) = records(checked([head, [492, "Quận Hải Châu", "A", DAY, 40]]))
    assert (record["unit"], record["organiser"]) == ("492", None)


def test_a_line_of_nothing_but_a_ward_tells_the_ward() -> None:
    rows = [["UBND quận Ngũ Hành Sơn"], ["UBND phường Mỹ An"], ["Tên lớp tập huấn", "Ngày", "Số lượt"]]
    assert [(r["unit"], r["ward"]) for r in records(checked([*rows, ["A", DAY, 30]]))] == [
        ("494", "phường Mỹ An")
    ]


def test_a_unit_written_once_stands_for_the_rows_below_it() -> None:
    head = ["Quận, huyện", "Tên lớp tập huấn", "Ngày", "Số lượt"]
    rows = [
        ["Quận Hải Châu", "A", DAY, 30],
        [None, "B", DAY, 31],
        ["Huyện Hòa Vang", "C", DAY, 32],
        [None, "D", DAY, 33],
    ]
    signed = [None, "NGƯỜI LẬP BIỂU", None, None]
    report = checked([["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"], head, *rows, signed])
    assert ([r["unit"] for r in records(report)], report["issues"]) == (["492", "492", "497", "497"], [])
    # Where every row repeats its unit, a blank is the office's own, but for one that gathers the reports of all.
    rows = [["Quận Hải Châu", "A", DAY, 30], ["UBND quận Hải Châu", "B", DAY, 31], [None, "C", DAY, 32]]
    found = records(checked([["SỞ TƯ PHÁP"], head, *rows]))
    assert [r["unit"] for r in found] == ["492", "492", "SO-TP"]
    assert issues(checked([["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"], head, *rows])) == [("required_missing", "A5")]


def test_communes_report_in_what_the_focal_agency_compiles() -> None:
    head = ["Phường/xã", "Tên lớp tập huấn", "Ngày", "Cha mẹ"]
    rows = [head, ["Phường Hải Châu", "A", "5/8/2025", 40], ["Xã Bà Nà", "B", "6/8/2025", 40]]
    compiled = [["SỞ KHOA HỌC VÀ CÔNG NGHỆ"], ["TỔNG HỢP HOẠT ĐỘNG CỦA CÁC PHƯỜNG, XÃ NĂM 2025"], *rows]
    assert [r["unit"] for r in records(checked(compiled))] == ["20242", "20308"]
    own = [["SỞ KHOA HỌC VÀ CÔNG NGHỆ"], ["CÁC HOẠT ĐỘNG DO SỞ TỔ CHỨC NĂM 2025"], *rows]
    assert [r["unit"] for r in records(checked(own))] == ["SO-KHCN", "SO-KHCN"]
