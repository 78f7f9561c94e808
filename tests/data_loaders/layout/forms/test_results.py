"""Columns of a report form: which hold results, whose they are, where findings stand."""

from typing import Any

import pytest

from data_loaders.layout.forms.columns import Place, read_columns
from tests.data_loaders.layout.forms.report_forms import FOUR, HEAD, S, T, told
from tests.data_loaders.sheets import checked, codes, records


@pytest.mark.parametrize(
    ("header", "rows", "found"),
    [
        (
            ["TT", "Tiêu chí", "ĐVT", "KH năm 2023", "T.hiện trong quý", "Lũy kế", "% so với KH"],
            [[1, "Số lớp tập huấn", "lớp", 20, 5, 15, 75], [2, "Số lượt người tham gia", "lượt", 800, 200, 600, 75]],
            [(T, 5, {}, 200, None)],
        ),
        (
            ["Chỉ tiêu", "Mã số", "ĐVT", "Tổng số", "Trong đó: Nữ"],
            [["1. Số lớp tập huấn", "01", "Lớp", 5, "x"], ["2. Số lượt người tham gia", "02", "Lượt", 200, 120]],
            [(T, 5, {}, 200, 120)],
        ),
        (
            ["Nội dung", "Cha mẹ", "Giáo viên, CBQL giáo dục", "Tổng cộng"],
            [["Số lớp tập huấn", 2, 3, 5], ["Số lượt người", 80, 120, 200], ["Trong đó nữ", 50, 70, 120]],
            [(T, 5, {"parents": 80, "teachers": 120}, 200, 120)],
        ),
        (
            ["Loại hoạt động", "Chỉ tiêu", "ĐVT", "Kết quả"],
            [["Tập huấn", "Số lớp", "lớp", 5], [None, "Số lượt người tham gia", "lượt", 200]],
            [(T, 5, {}, 200, None)],
        ),
        (
            ["Nội dung", "ĐVT", "Kết quả", None, "Nội dung", "ĐVT", "Kết quả"],
            [
                ["Số lớp tập huấn", "lớp", 5, None, "Số buổi truyền thông", "buổi", 3],
                ["Số lượt người tham gia", "lượt", 200, None, "Số lượt người tham gia", "lượt", 240],
            ],
            [(T, 5, {}, 200, None), (S, 3, {}, 240, None)],
        ),
    ],
)  # fmt: skip
def test_columns_tell_what_is_a_result(
    header: list[Any], rows: list[list[Any]], found: list[tuple[Any, ...]]
) -> None:
    assert told(checked([*HEAD, header, *rows])) == found


def test_wards_and_units_across_and_a_wrong_sum_of_them() -> None:
    header = ["TT", "Nội dung", "ĐVT", "Phường Thanh Bình", "P. Thạch Thang", "Cộng"]
    rows = [[1, "Số lớp tập huấn", "lớp", 1, 2, 3], [2, "Số lượt người tham gia", "lượt", 40, 60, 110]]
    report = checked([*HEAD, header, *rows])
    assert [(r["unit"], r["ward"], r["count"], r["attendances_total"]) for r in records(report)] == [
        ("492", "Phường Thanh Bình", 1, 40),
        ("492", "P. Thạch Thang", 2, 60),
    ]
    assert [(i["code"], i["cell"]) for i in report["issues"]] == [("total_row_mismatch", "F5")]


def test_bare_wards_across() -> None:
    rows = [[1, "Số lớp tập huấn", "lớp", 1, 2, 3], [2, "Số lượt người tham gia", "lượt", 30, 60, 90]]
    report = checked([*HEAD, ["TT", "Nội dung", "ĐVT", "Thanh Bình", "Thạch Thang", "Tổng quận"], *rows])
    assert [(r["unit"], r["ward"], r["organiser"], r["count"]) for r in records(report)] == [
        ("492", "Thanh Bình", None, 1),
        ("492", "Thạch Thang", None, 2),
    ]


@pytest.mark.parametrize("heading", ["Kết quả hoạt động", None])
def test_lines_tell_a_form_whatever_their_heading(heading: str | None) -> None:
    rows = [
        ["I", "Công tác chỉ đạo", None, "Đã ban hành Kế hoạch số 12/KH-UBND"],
        [1, "Số lớp tập huấn", "lớp", 2],
        [2, "Số lượt người tham gia", "lượt", 80],
    ]
    report = checked([*HEAD, ["TT", heading, "ĐVT", "Số lượng"], *rows])
    assert (report["status"], told(report)) == ("ready", [(T, 2, {}, 80, None)])


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (
            [[1, "Tập huấn", "Số khóa đã mở: 2", "Số người tham dự: 80 (nữ: 50)"]],
            [(T, 2, {}, 80, 50)],
        ),
        (
            [
                ["I. TẬP HUẤN"],
                ["1. Số lớp: 2"],
                ["2. Tổng số lượt người: 80"],
                ["+ Giáo viên: 30 lượt"],
                ["- Khác: 50"],
                ["Trong đó: số nữ tham gia: 40"],
            ],
            [(T, 2, {"teachers": 30, "other": 50}, 80, 40)],
        ),
        (
            [["Đã tổ chức 02 lớp tập huấn với 80 lượt người tham gia, trong đó có 50 nữ."]],
            [(T, 2, {}, 80, 50)],
        ),
    ],
    ids=["several cells", "one cell each", "a sentence"],
)
def test_facts_without_a_heading(rows: list[list[Any]], found: list[tuple[Any, ...]]) -> None:
    report = checked([*HEAD, *rows])
    assert (report["status"], told(report)) == ("ready", found)


def test_wards_below_each_line() -> None:
    rows = [
        [1, "Số lớp tập huấn", "lớp", 3],
        ["-", "Phường Thanh Bình", "lớp", 1],
        ["-", "Phường Thạch Thang", "lớp", 2],
        [2, "Số lượt người tham gia", "lượt", 100],
        ["-", "Phường Thanh Bình", "lượt", 30],
        ["-", "Phường Thạch Thang", "lượt", 60],
    ]
    report = checked([*HEAD, FOUR, *rows])
    assert [(r["ward"], r["count"], r["attendances_total"]) for r in records(report)] == [
        ("Phường Thanh Bình", 1, 30),
        ("Phường Thạch Thang", 2, 60),
    ]
    assert [(i["code"], i["cell"]) for i in report["issues"]] == [("total_row_mismatch", "D7")]
    whole = checked([*HEAD, FOUR, *rows[:4]])
    assert [(r["ward"], r["count"], r["attendances_total"]) for r in records(whole)] == [(None, 3, 100)]


def test_units_and_forms_below_each_other() -> None:
    rows = [
        ["I", "Quận Sơn Trà"],
        [1, "Số lớp tập huấn", "lớp", 5],
        ["II", "Huyện Hòa Vang"],
        [1, "Số lớp tập huấn", "lớp", 4],
    ]
    report = checked([["SỞ Y TẾ"], HEAD[1], FOUR, *rows])
    assert [(r["unit"], r["count"]) for r in records(report)] == [("493", 5), ("497", 4)]
    one = [FOUR, [1, "Số lớp tập huấn", "lớp", 2], [2, "Số lượt tham gia", "lượt", 60], []]
    report = checked([*HEAD, ["Biểu 1. Dành cho cha mẹ"], *one, ["Biểu 2. Đối tượng: giáo viên"], *one])
    assert [r["attendances"] for r in records(report)] == [{"parents": 60}, {"teachers": 60}]
    assert [r["source"]["row"] for r in records(report)] == [5, 10]


def test_findings_stand_at_the_cells_of_the_form() -> None:
    rows = [
        ["I", "Tập huấn"],
        [1, "Số lớp", "lớp", 5],
        [2, "Số lượt người tham gia", "lượt", "khoảng 250"],
        ["II", "Truyền thông"],
        [1, "Số buổi", "buổi", 2],
        [2, "Số lượt người tham gia", "lượt", 100],
        [None, "- Nữ", "lượt", 130],
    ]
    report = checked([*HEAD, FOUR, *rows])
    assert report["tables"][0]["header_rows"] == [len(HEAD) + 1]
    assert [(i["code"], i["cell"]) for i in report["issues"]] == [
        ("number_unreadable", "D6"),
        ("parts_exceed_total", "D10"),
    ]


def test_a_form_of_nothing_but_declarations_of_nothing() -> None:
    rows = [[1, "Số lớp tập huấn", "lớp", "Không phát sinh"], [2, "Số lượt", "lượt", "Không phát sinh"]]
    assert told(checked([*HEAD, FOUR, *rows])) == [(T, 0, {}, 0, None)]


def test_figures_that_are_set_are_no_results() -> None:
    rows = [[1, "Số buổi truyền thông", "buổi", 5], [2, "Số lớp tập huấn", "lớp", 2]]
    report = checked([HEAD[0], ["GIAO CHỈ TIÊU NĂM 2024"], FOUR, *rows])
    assert all(table["kind"] != "participation" for table in report["tables"])


def test_a_column_of_plans_or_of_unknown_words_beside_others_is_no_result() -> None:
    paths = {1: ("Nội dung",), 2: ("Kế hoạch",), 3: ("Đạt được",), 4: ("Quý II/2023",)}
    columns = read_columns(paths, {1, 2, 3})
    assert columns is not None
    assert [(r.number, r.place) for r in columns.results] == [(3, Place())]
    assert read_columns(paths | {5: ("Số lượt",)}, {1, 3, 5}) is None


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        (
            [
                ["TT", "Nội dung", "Kết quả"],
                [1, "Số lớp tập huấn", "Không phát sinh"],
                [2, "Số buổi truyền thông", "Không phát sinh"],
            ],
            {"C": "count"},
        ),
        (
            [
                ["TT", "Nội dung", "Quý I", "Quý II"],
                [1, "Số lớp tập huấn", 2, 3],
                [2, "Số lượt cha mẹ tham gia", 80, 90],
                [3, "Số lượt giáo viên tham gia", 20, None],
                [4, "Số buổi truyền thông", 1, 0],
            ],
            {"C": "count", "D": "count"},
        ),
    ],
    ids=["nothing", "something"],
)
def test_the_columns_of_a_report_form_name_what_most_of_their_lines_count(
    rows: list[list[object]], columns: dict[str, str]
) -> None:
    report = checked([["BÁO CÁO NĂM 2023 - QUẬN HẢI CHÂU"], *rows])
    assert report["status"] == "ready"
    assert report["tables"][0]["columns"] == columns


@pytest.mark.parametrize(
    "parts",
    [
        ("Cấp quận", "Cấp phường"),
        ("Đợt 1", "Đợt 2"),
        ("Khối phường", "Khối trường học"),
        ("Nông thôn", "Thành thị"),
    ],
)
@pytest.mark.parametrize(("sums", "said"), [([], []), ([37, 2670], []), ([40, 2670], ["total_row_mismatch"])])
def test_parts_of_no_unit_and_no_period(parts: tuple[str, str], sums: list[int], said: list[str]) -> None:
    head = ["TT", "Nội dung", "ĐVT", *parts, *(["Tổng"] if sums else [])]
    rows = [[1, "Số buổi tuyên truyền", "Buổi", 6, 31, *sums[:1]]]
    rows += [[2, "Số người tham dự", "Lượt người", 540, 2130, *sums[1:]]]
    report = checked([["UBND QUẬN LIÊN CHIỂU"], ["KẾT QUẢ TUYÊN TRUYỀN NĂM 2023"], head, *rows])
    assert [(r["count"], r["attendances_total"]) for r in records(report)] == [(6, 540), (31, 2130)]
    assert [code for code in codes(report) if code != "implausible_size"] == said


def test_levels_below_the_number_of_all_are_no_units() -> None:
    rows = [[1, "Số buổi tuyên truyền", "Buổi", 40], ["1.1", "Cấp thành phố", "Buổi", 5]]
    rows += [["1.2", "Cấp quận, huyện", "Buổi", 35], [2, "Số lượt người tham dự", "Lượt người", 3800]]
    head = ["TT", "Nội dung", "ĐVT", "Số lượng"]
    (record,) = records(checked([["UBMTTQVN THÀNH PHỐ ĐÀ NẴNG"], ["BIỂU SỐ LIỆU NĂM 2023"], head, *rows]))
    assert (record["unit"], record["count"], record["attendances_total"]) == ("MTTQ", 40, 3800)


def test_ages_beside_all_are_parts_of_them() -> None:
    head = ["TT", "Chỉ tiêu", "ĐVT", "Tổng số", "Chia theo nhóm tuổi", None, None]
    ages = [None, None, None, None, "Dưới 6 tuổi", "6 - 10 tuổi", "Từ 11 đến dưới 16 tuổi"]
    rows = [[1, "Số buổi truyền thông cho trẻ em ngoài nhà trường", "Buổi", 5]]
    rows += [[2, "Số lượt trẻ em ngoài nhà trường tham gia", "Lượt", 600, 50, 300, 250]]
    merges = ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:G3"]
    report = checked([["UBND QUẬN CẨM LỆ"], ["SỐ LIỆU QUÝ II NĂM 2024"], head, ages, *rows], merges=merges)
    assert [(r["count"], r["attendances"]) for r in records(report)] == [(5, {"children_out_of_school": 600})]
    assert codes(report, "error") == []
