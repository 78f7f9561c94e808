"""Rows that head groups, numbering, sums of groups."""

import pytest

from tests.data_loaders.layout.office_sheet import BODY, HEAD, SUB, TITLE
from tests.data_loaders.sheets import checked, codes, issues, records


def test_numbering_of_many_sorts() -> None:
    for numbering in (
        ["A", "B", "C", "D", 1, 2, 3],
        [1, 2, 3, 4, 5, 6, 7],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        ["A", "B", 1, 2, "3=4+5", 4, 5],
        # Excel makes these of "(1)", "(2)"…
        [-1, -2, -3, -4, -5, -6, -7],
        ["I", "II", "III", "IV", "V", "VI", "VII"],
        ["Cột 1", "Cột 2", "Cột 3", "Cột 4", "Cột 5", "Cột 6", "Cột 7"],
    ):
        # Words alone without a number head rows, sum them or stand below them.
        lines = [
            [None, "Khối phường"],
            *BODY,
            [None, "Toàn quận Hải Châu", None, None, 135],
            [None, "Số liệu do các trường cung cấp"],
        ]
        report = checked([*TITLE, HEAD, SUB, numbering, *lines])
        assert codes(report) == []
        assert len(records(report)) == 2


def test_the_unit_of_a_group_and_the_titles_in_one_column() -> None:
    rows = [
        ["TỔNG HỢP LỚP TẬP HUẤN CÁC QUẬN"],
        ["STT", "Đơn vị/Tên lớp", "Ngày", "Cha mẹ"],
        ["I", "Quận Thanh Khê", None, 61],
        [1, "A", "1/3/2024", 30],
        [2, "B", "2/3/2024", 31],
        ["II", "Quận Hải Châu", None, 32],
        [1, "C", "3/3/2024", 32],
    ]
    report = checked(rows)
    assert report["issues"] == []
    assert [(r["unit"], r["title"]) for r in records(report)] == [("491", "A"), ("491", "B"), ("492", "C")]


def test_sums_of_pages_are_no_rows() -> None:
    head = ["STT", "Tên buổi truyền thông", "Ngày", "Số lượt"]
    rows = [["UBND QUẬN HẢI CHÂU"], head, [1, "A", "1/3/2024", 60], [None, "Cộng trang", None, 60]]
    rows += [head, [None, "Mang sang", None, 60], [2, "B", "2/3/2024", 61], [None, "Tổng cộng", None, 121]]
    report = checked(rows)
    assert report["issues"] == []
    assert [r["title"] for r in records(report)] == ["A", "B"]


def test_a_group_that_has_not_reported_gives_no_row() -> None:
    rows = [
        ["NĂM 2024"],
        ["STT", "Tên lớp tập huấn", "Ngày", "Cha mẹ"],
        ["I", "Quận Hải Châu"],
        [1, "A", "1/3/2024", 30],
    ]
    report = checked([*rows, ["II", "Quận Sơn Trà"], [None, "Chưa báo cáo"]])
    assert (report["status"], codes(report), len(records(report))) == ("ready", [], 1)


def test_a_mistyped_unit_of_a_group_is_not_the_unit_above_the_table() -> None:
    rows = [
        ["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"],
        ["TỔNG HỢP LỚP TẬP HUẤN"],
        ["STT", "Tên lớp", "Ngày", "Số người"],
    ]
    rows += [
        ["I", "Quận Thanh Khê"],
        [1, "A", "4/6/2023", 44],
        ["II", "Quận Hải Chậu"],
        [1, "B", "4/6/2023", 44],
    ]
    report = checked(rows)
    assert [r["unit"] for r in records(report)] == ["491"]
    assert issues(report) == [("unit_unknown", "B6")]


def test_letters_above_roman_numerals_where_they_come_first() -> None:
    rows = [["TỔNG HỢP BUỔI TRUYỀN THÔNG NĂM 2023"], ["STT", "Nội dung", "Ngày", "Số lượt"]]
    for mark, unit in (("A", "Quận Sơn Trà"), ("B", "Quận Cẩm Lệ")):
        rows += [[mark, unit], ["I", "Tháng 3"], [1, "X", "5/3", 70], ["II", "Tháng 4"], [1, "Y", "5/4", 70]]
    report = checked(rows)
    assert codes(report) == []
    assert [r["unit"] for r in records(report)] == ["493", "493", "495", "495"]


def test_the_sum_of_one_group_ends_where_another_begins_without_one() -> None:
    rows = [["LỚP TẬP HUẤN NĂM 2023 - QUẬN HẢI CHÂU"], ["STT", "Tên lớp", "Ngày", "Cha mẹ"]]
    rows += [["I", "Tháng 3", None, 55], [1, "A", "2/3/2023", 25], [2, "B", "3/3/2023", 30]]
    rows += [["II", "Tháng 4"], [1, "C", "2/4/2023", 40]]
    report = checked(rows)
    assert (codes(report), len(records(report))) == ([], 3)


@pytest.mark.parametrize("sums", [["Cộng mục 2", 3, 90], ["Cong muc 2", 3, 90], ["Cộng", 5, 150]])
def test_sums_of_a_group_behind_others_that_have_none(sums: list[object]) -> None:
    """A sum row may sum the group that it stands in, at any level."""
    rows: list[list[object]] = [["TẬP HUẤN NĂM 2023"], ["Nội dung", "Số lớp", "Cha mẹ"]]
    rows += [["A. Quận Sơn Trà"], ["1. Quý I"], ["", 9, 270], ["B. Quận Hải Châu"], ["1. Quý I"], ["", 2, 60]]
    report = checked([*rows, ["2. Quý II"], ["", 3, 90], sums, ["Tổng cộng", 14, 420]])
    assert report["issues"] == []
    assert [r["count"] for r in records(report)] == [9, 2, 3]


def test_days_as_headings_of_groups_date_the_rows_below_them() -> None:
    rows: list[list[object]] = [["UBND QUẬN SƠN TRÀ"], ["TẬP HUẤN NĂM 2023"], ["TT", "Nội dung", "Cha mẹ"]]
    rows += [["Ngày 12/05/2023"], [1, "A", 30], [None, "02/6/2023"], [2, "B", 40]]
    rows += [["Ngày 3 tháng 6 năm 2023"], [3, "C", 50], ["Cộng mang sang", None, 120], [], ["Người lập"]]
    report = checked(rows)
    assert [r["end_date"] for r in records(report)] == ["2023-05-12", "2023-06-02", "2023-06-03"]
    assert report["issues"] == []
    # A day that there is not says nothing about its rows, nor does the year of the title; a title is no day.
    for wrong, code, told in (
        ("Ngày 31/02/2023", "date_unreadable", "Ngày 31/02/2023"),
        ("Ngày 31 tháng 2 năm 2023", "date_unreadable", "Ngày 31 tháng 2 năm 2023"),
        ("Ngày 12/5/2019", "date_outside_program", "12/05/2019"),
    ):
        report = checked([*rows[:3], ["Ngày 12/5/2023"], [1, "A", 30], [wrong], [2, "B", 40], [3, "C", 50]])
        assert [r["start_date"] for r in records(report)] == ["2023-05-12"]
        found = [(i["code"], i["cell"], i["found"]) for i in report["issues"]]
        assert found == [(code, "A6", told)]


def test_a_column_left_blank_parts_no_table_and_units_are_written_once_below_its_numbers() -> None:
    rows: list[list[object]] = [
        ["UBND THÀNH PHỐ ĐÀ NẴNG"],
        ["TT", "Đơn vị", "Loại hình", None, None, "Ngày tổ chức", "Tên hoạt động", "Số người"],
        [None, None, "Tập huấn", "Buổi truyền thông"],
        [1, 2, 3, 4, None, 5, 6, 7],
    ]
    rows += [[1, "Quận Sơn Trà", "x", None, None, "26/9/2022", "A", 44]]
    rows += [[2, None, None, "x", None, "27/9/2022", "B", 60]]
    rows += [[3, "Quận Hải Châu", "x", None, None, "28/9/2022", "C", 50]]
    report = checked(rows)
    assert report["issues"] == []
    assert [(r["unit"], r["kind"][:8]) for r in records(report)] == [
        ("493", "training"),
        ("493", "communic"),
        ("492", "training"),
    ]


def test_one_row_without_a_unit_among_many_that_have_theirs_lacks_it() -> None:
    rows: list[list[object]] = [
        ["UBND THÀNH PHỐ ĐÀ NẴNG"],
        ["Đơn vị", "Tên lớp tập huấn", "Ngày", "Số người"],
    ]
    units = ["Quận Sơn Trà", "Quận Hải Châu", "Sở Tư pháp", None]
    report = checked([*rows, *([unit, f"Lớp {i}", "26/9/2022", 44] for i, unit in enumerate(units))])
    assert (codes(report), len(records(report))) == (["required_missing"], 3)


def test_the_wards_of_schools_below_their_districts() -> None:
    rows = [
        ["TT", "Trường", "Cấp", "Địa chỉ phường/xã"],
        ["I", "QUẬN HẢI CHÂU"],
        [1, "THCS A", "THCS", "Phường Thạch Thang"],
    ]
    (found,) = records(checked([*rows, ["II", "QUẬN SƠN TRÀ"]]))
    assert (found["unit"], found["ward"]) == ("492", "Phường Thạch Thang")
