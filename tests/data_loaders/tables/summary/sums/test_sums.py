"""Sums among the figures of a summary: what is the sum of what, and is held against its parts."""

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records


@pytest.mark.parametrize("whole", ["Năm", "Cả năm"])
def test_figures_from_the_beginning_of_the_year_on_are_no_parts_of_a_sum(whole: str) -> None:
    rows = [["KẾT QUẢ NĂM 2023 - QUẬN HẢI CHÂU"], ["STT", "Nội dung", "6 tháng", "9 tháng", whole]]
    rows += [[1, "Số lớp tập huấn cho cha mẹ", 5, 8, 12], [2, "Số lượt cha mẹ tham gia", 200, 320, 480]]
    report = checked(rows)
    assert (report["status"], codes(report)) == ("ready", [])
    assert [
        (r["start_date"], r["end_date"], r["count"], r["attendances_total"]) for r in records(report)
    ] == [
        ("2022-12-15", "2023-06-14", 5, 200),
        ("2022-12-15", "2023-09-14", 8, 320),
        ("2022-12-15", "2023-12-14", 12, 480),
    ]


@pytest.mark.parametrize("across", [True, False], ids=["two header rows", "rows"])
def test_neither_are_they_below_each_other_or_above_facts(across: bool) -> None:
    rows = [["KẾT QUẢ NĂM 2023 - QUẬN HẢI CHÂU"]]
    figures = [5, 200, 8, 320, 12, 480]
    if across:
        rows += [["Đơn vị", "6 tháng", None, "9 tháng", None, "Năm", None]]
        rows += [[None, *["Số lớp", "Lượt cha mẹ"] * 3], ["Quận Hải Châu", *figures]]
    else:
        rows += [["Kỳ báo cáo", "Số lớp tập huấn", "Lượt cha mẹ"]]
        rows += [["6 tháng đầu năm 2023", 5, 200], ["9 tháng đầu năm 2023", 8, 320], ["Năm 2023", 12, 480]]
    report = checked(rows)
    assert (report["status"], codes(report)) == ("ready", [])
    assert [(r["end_date"], r["count"], r["attendances_total"]) for r in records(report)] == [
        ("2023-06-14", 5, 200),
        ("2023-09-14", 8, 320),
        ("2023-12-14", 12, 480),
    ]


def test_a_year_beside_its_quarters_is_their_sum_and_names_no_period() -> None:
    rows = [["KẾT QUẢ NĂM 2023 - QUẬN HẢI CHÂU"], ["Nội dung", "Quý I", "Quý II", "Quý III", "Quý IV", "Năm"]]
    rows += [["Số lớp tập huấn cho cha mẹ", 1, 2, 3, 4, 10], ["Số lượt cha mẹ", 20, 30, 40, 50, 141]]
    report = checked(rows)
    assert (report["status"], codes(report)) == ("ready", ["total_mismatch"])
    assert [(r["count"], r["attendances_total"]) for r in records(report)] == [
        (1, 20),
        (2, 30),
        (3, 40),
        (4, 50),
    ]


@pytest.mark.parametrize(
    ("teachers", "total", "found"),
    [(30, 90, []), (20, 90, [("total_mismatch", "C4")]), (40, 100, [("total_row_mismatch", "C4")])],
)
def test_audiences_in_rows_below_all_people_of_a_unit_are_held_against_them(
    teachers: int, total: int, found: list[tuple[str, str]]
) -> None:
    rows = [["KẾT QUẢ NĂM 2023"], ["Đơn vị", "Nội dung", "Kết quả"], ["Quận Hải Châu", "Số lớp tập huấn", 2]]
    rows += [["Quận Hải Châu", "Số lượt người tham gia", 90], ["Quận Hải Châu", "- Cha mẹ", 60]]
    report = checked([*rows, ["Quận Hải Châu", "- Giáo viên", teachers]])
    assert (report["status"], issues(report)) == ("ready", found)
    (record,) = records(report)
    assert (record["count"], record["attendances_total"]) == (2, total)
    assert record["attendances"] == {"parents": 60, "teachers": teachers}


def test_audiences_in_rows_below_all_people_are_people_below_a_kind_too() -> None:
    rows = [["KẾT QUẢ QUẬN HẢI CHÂU NĂM 2023"], ["Nội dung", "Tập huấn", "Truyền thông"], ["Số lượng", 2, 3]]
    rows += [["Số lượt người tham gia", 90, 100], ["- Cha mẹ", 60, 70]]
    report = checked([*rows, ["- Giáo viên", 30, 30]])
    assert (report["status"], codes(report)) == ("ready", [])
    assert [(r["kind"], r["count"], r["attendances_total"], r["attendances"]) for r in records(report)] == [
        ("training_class", 2, 90, {"parents": 60, "teachers": 30}),
        ("communication_session", 3, 100, {"parents": 70, "teachers": 30}),
    ]


def test_a_row_of_a_summary_that_stands_there_twice_is_said() -> None:
    twice = ["Quận Hải Châu", 2, 60]
    rows = [
        ["NĂM 2023"],
        ["Đơn vị", "Số lớp tập huấn", "Số lượt người"],
        twice,
        ["Quận Sơn Trà", 3, 70],
        twice,
    ]
    report = checked(rows)
    assert (issues(report), len(records(report))) == ([("duplicate_row", "A5")], 3)


@pytest.mark.parametrize("total", [230, 231])
def test_sum_rows_are_compared(total: int) -> None:
    rows = [
        ["LỚP TẬP HUẤN NĂM 2023"],
        ["Đơn vị", "Số lớp", "Số người"],
        ["Quận Hải Châu", 3, 150],
        ["Quận Thanh Khê", 2, 80],
        ["Cộng", 5, total],
    ]
    assert codes(checked(rows)) == ([] if total == 230 else ["total_row_mismatch"])


def test_rows_marked_with_roman_numerals_above_numbered_rows_are_sums() -> None:
    rows = [
        ["LỚP TẬP HUẤN NĂM 2023"],
        ["TT", "Đơn vị", "Số lớp", "Số người"],
        ["I", "Quận Hải Châu", 5, 200],
        [1, "Phường Thạch Thang", 2, 80],
        [2, "Phường Thuận Phước", 3, 125],
        ["II", "Quận Sơn Trà", 1, 40],
        [1, "Phường Mân Thái", 1, 40],
        [None, "Tổng", 6, 245],
    ]
    report = checked(rows)
    assert [(r["unit"], r["count"]) for r in records(report)] == [("492", 2), ("492", 3), ("493", 1)]
    assert issues(report) == [("total_row_mismatch", "D3")]
    alone = checked([*rows[:2], rows[2], rows[5]])
    assert [(r["unit"], r["count"]) for r in records(alone)] == [("492", 5), ("493", 1)]


def test_half_years_beside_their_quarters_are_sums() -> None:
    down = [
        ["UBND quận Hải Châu, lớp tập huấn năm 2023"],
        ["Kỳ", "Số lớp", "Số người"],
        ["Quý I", 1, 40],
        ["Quý II", 2, 80],
        ["6 tháng đầu năm", 3, 120],
        ["Cả năm", 3, 120],
    ]
    across = [
        down[0],
        ["Đối tượng", "Quý I", "Quý II", "6 tháng đầu năm"],
        ["Cha mẹ", 40, 80, 120],
    ]
    assert [r["start_date"] for r in records(checked(down))] == ["2022-12-15", "2023-03-15"]
    assert [r["attendances_total"] for r in records(checked(across))] == [40, 80]


def test_a_column_for_the_whole_city_is_a_sum() -> None:
    rows = [
        ["LƯỢT NGƯỜI DỰ LỚP TẬP HUẤN QUÝ II NĂM 2023"],
        ["Đối tượng", "Quận Hải Châu", "Quận Thanh Khê", "Toàn thành phố"],
        ["Cha mẹ", 100, 80, 180],
    ]
    report = checked(rows)
    assert codes(report, "error") == []
    assert [(r["unit"], r["attendances"]) for r in records(report)] == [
        ("492", {"parents": 100}),
        ("491", {"parents": 80}),
    ]


def test_sums_of_audiences_above_their_numbered_parts() -> None:
    rows = [
        ["UBND QUẬN CẨM LỆ - TẬP HUẤN QUÝ II NĂM 2023"],
        ["STT", "Đối tượng", "Số lượt người", "Nữ"],
        ["1", "Trẻ em", 90, 50],
        ["1.1", "Trẻ em trong trường học", 60, 30],
        ["1.2", "Trẻ em ngoài trường học", 30, 20],
        ["2", "Cha mẹ", 40, 30],
        [None, "Tổng cộng", 130, 80],
    ]
    report = checked(rows)
    assert report["issues"] == []
    assert [r["attendances"] for r in records(report)] == [
        {"children_in_school": 60},
        {"children_out_of_school": 30},
        {"parents": 40},
    ]


@pytest.mark.parametrize(
    ("heading", "cell", "found"),
    [
        ("Cả năm", 95, []),
        ("Cả năm", None, []),
        ("Cả năm", 100, [("total_mismatch", "D4")]),
        ("Lũy kế", 300, [("unused_column", "D3")]),
        ("Kế hoạch năm", 120, [("unused_column", "D3")]),
    ],
)
def test_a_column_that_sums_the_periods_beside_it_is_held_against_them(
    heading: str, cell: object, found: list[tuple[str, str]]
) -> None:
    rows = [
        ["UBND HUYỆN HÒA VANG"],
        ["LƯỢT NGƯỜI DỰ LỚP TẬP HUẤN NĂM 2023"],
        ["Đối tượng", "Quý I", "Quý II", heading],
    ]
    report = checked([*rows, ["Cha mẹ", 40, 55, cell]])
    assert issues(report) == found
    assert [r["attendances"] for r in records(report)] == [{"parents": 40}, {"parents": 55}]


@pytest.mark.parametrize("year", [["Năm", 2023], ["Đợt", None]])
def test_a_year_told_as_a_whole_in_every_row_is_no_sum(year: list[object]) -> None:
    rows = [["TỔNG HỢP CÁC LỚP TẬP HUẤN NĂM 2023"], ["Đơn vị", year[0], "Kỳ báo cáo", "Số lớp", "Lượt người"]]
    rows += [["Quận Sơn Trà", year[1], "Cả năm", 3, 150], ["Quận Hải Châu", year[1], "Cả năm", 2, 90]]
    found = records(checked(rows))
    assert [(r["count"], r["start_date"], r["end_date"]) for r in found] == [
        (3, "2022-12-15", "2023-12-14"),
        (2, "2022-12-15", "2023-12-14"),
    ]


def test_people_of_audiences_by_months_in_words_are_sums() -> None:
    head = ["Đơn vị", "Thời gian", "Loại hình", "Học sinh", "Cha mẹ"]
    rows = [["Quận Sơn Trà", f"Tháng {m}", "Lớp tập huấn", 235, 76] for m in (1, 2)]
    report = checked([["LƯỢT NGƯỜI THAM GIA HOẠT ĐỘNG NĂM 2023"], head, *rows])
    assert [(r["basis"], r["count"], r["start_date"]) for r in records(report)] == [
        ("summary", None, "2022-12-15"), ("summary", None, "2023-01-15"),
    ]  # fmt: skip


def test_a_quarter_below_its_only_month_is_its_sum() -> None:
    rows = [
        ["Đơn vị: Quận Sơn Trà"],
        ["NĂM 2023"],
        ["Kỳ", "Số lớp tập huấn", "Số lượt"],
        ["Tháng 5/2023", 6, 264],
    ]
    rows += [["Quý II", 6, 264], ["Tháng 8/2023", 4, 120], ["Tháng 9/2023", 1, 30], ["Quý III", 5, 150]]
    assert [r["count"] for r in records(checked(rows))] == [6, 4, 1]


@pytest.mark.parametrize(("wrong", "code"), [(-2, "number_negative"), ("hai lớp", "number_unreadable")])
def test_a_sum_over_a_number_that_is_to_be_mended_is_not_questioned_too(wrong: object, code: str) -> None:
    rows = [["BUỔI TRUYỀN THÔNG CHO CHA MẸ NĂM 2022"], ["Đơn vị", "Số buổi", "Lượt cha mẹ"]]
    rows += [["Quận Hải Châu", 3, 318], ["Quận Sơn Trà", wrong, 160], ["Quận Cẩm Lệ", 3, 364]]
    assert codes(checked([*rows, ["Tổng cộng", 8, 842]])) == [code]
    assert codes(checked([*rows, ["Tổng cộng", 8, 845]])) == [code, "total_row_mismatch"]


@pytest.mark.parametrize(
    ("label", "figures", "told"),
    [
        ("Cộng lớp tập huấn", (5, 180), []),
        ("Cộng buổi truyền thông", (7, 500), []),
        ("Cộng lớp tập huấn", (12, 680), ["total_row_mismatch"] * 2),
        ("Tổng cộng", (12, 680), []),
        ("Tổng cộng", (5, 180), ["total_row_mismatch"] * 2),
    ],
)
def test_a_sum_row_of_a_kind_sums_the_rows_of_that_kind(
    label: str, figures: tuple[int, int], told: list[str]
) -> None:
    rows = [["Đơn vị", "Kỳ", "Loại hoạt động", "Số lượng", "Số lượt"]]
    for unit, classes, sessions in (
        ("Quận Hải Châu", (3, 100), (4, 300)),
        ("Quận Sơn Trà", (2, 80), (3, 200)),
    ):
        rows += [[unit, "Quý I/2023", "Lớp tập huấn", *classes]]
        rows += [[unit, "Quý I/2023", "Buổi truyền thông", *sessions]]
    report = checked([*rows, [label, None, None, *figures]])
    assert (codes(report), len(records(report))) == (told, 4)


@pytest.mark.parametrize(("written", "told"), [(3, []), (6, [("total_row_mismatch", "C6")])])
def test_sums_of_each_kind_in_the_column_of_units(written: int, told: list[tuple[str, str]]) -> None:
    rows = [
        ["TỔNG HỢP NĂM 2023"],
        ["Đơn vị", "Loại", "Số lượng", "Số lượt cha mẹ"],
        ["Quận Hải Châu", "Lớp tập huấn", 2, 80],
        ["Quận Hải Châu", "Buổi truyền thông", 3, 190],
        ["Quận Sơn Trà", "Lớp tập huấn", 1, 40],
        ["Tổng số lớp tập huấn", None, written, 120],
        ["Tổng số buổi truyền thông", None, 3, 190],
    ]
    report = checked(rows)
    assert [r["count"] for r in records(report)] == [2, 3, 1]
    assert issues(report) == told


@pytest.mark.parametrize(
    "whole", ["Cả năm", "Toàn năm", "Tổng cả năm", "Tổng năm", "Năm", "Năm 2022", "Cộng"]
)
@pytest.mark.parametrize("over", ["Lượt người", "Số người tham gia"])
def test_a_year_beside_its_quarters_below_people_is_their_sum(whole: str, over: str) -> None:
    rows = [
        ["UBND QUẬN CẨM LỆ"],
        ["SỐ LƯỢT NGƯỜI THAM GIA LỚP TẬP HUẤN NĂM 2022 CHIA THEO QUÝ"],
        ["STT", "Đối tượng", over],
        [None, None, "Quý I", "Quý II", "Quý III", "Quý IV", whole],
        [1, "Cha mẹ, người chăm sóc", 66, 48, 39, 406, 559],
        [2, "Trẻ em trong trường học", 102, 34, 76, 367, 579],
        ["Tổng số", None, 168, 82, 115, 773, 1138],
    ]
    report = checked(rows, merges=["A3:A4", "B3:B4", "C3:G3"])
    assert issues(report) == []
    assert sorted(r["attendances_total"] for r in records(report)) == [34, 39, 48, 66, 76, 102, 367, 406]
