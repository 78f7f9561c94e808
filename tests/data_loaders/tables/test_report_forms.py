"""Report forms: facts down the side, what came of them to the right."""

from typing import Any

import pytest

from data_loaders.layout.forms.columns import Place, read_columns
from data_loaders.layout.forms.words import COUNT, OTHER, PEOPLE, WOMEN, read_line
from tests.data_loaders.sheets import checked, codes, records

_HEAD = [["UBND QUẬN HẢI CHÂU"], ["BÁO CÁO SỐ LIỆU QUÝ II NĂM 2023"]]
_FOUR = ["TT", "Nội dung", "ĐVT", "Kết quả"]
_T, _S = "training_class", "communication_session"


def _told(report: Any) -> list[tuple[Any, ...]]:
    return [
        (r["kind"], r["count"], r["attendances"], r["attendances_total"], r["female"])
        for r in records(report)
    ]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param(
            [
                ["I", "Công tác tập huấn"],
                [1, "Tập huấn cho cha mẹ, người chăm sóc trẻ"],
                [None, "- Số lớp", "lớp", 2],
                [None, "- Số lượt", "lượt", 80],
                [None, "  Trong đó: nữ", "lượt", 50],
                [2, "Tập huấn cho cộng tác viên"],
                [None, "- Số lớp", "lớp", 1],
                [None, "- Số lượt", "lượt", 30],
            ],
            [(_T, 2, {"parents": 80}, 80, 50), (_T, 1, {"child_workers": 30}, 30, None)],
            id="sections of one audience",
        ),
        pytest.param(
            [
                [1, "Số lớp tập huấn", "lớp", 12],
                [2, "Số người tham gia tập huấn", "người", 500],
                [3, "Số lượt người tham gia tập huấn", "lượt", 700],
                [4, "Số buổi truyền thông", "buổi", 3],
                [5, "Số lượt học sinh dự truyền thông", "lượt", 900],
                [6, "Số học sinh dự truyền thông", "người", 650],
            ],
            [(_T, 12, {}, 700, None), (_S, 3, {"children_in_school": 900}, 900, None)],
            id="the same people as persons and as seats",
        ),
        pytest.param(
            [
                [1, "Số buổi truyền thông", "buổi", 10],
                [2, "Số lượt tiếp cận", "lượt", 40000],
                [3, "Số lượt học sinh tham gia", "lượt", 3000],
            ],
            [(_S, 10, {"children_in_school": 3000}, 3000, None)],
            id="those whom a message reached did not come",
        ),
        pytest.param(
            [
                [1, "Số lớp tập huấn", "lớp", 8],
                ["1.1", "Trong đó: cho cha mẹ", "lớp", 3],
                ["1.2", "Cho giáo viên", "lớp", 5],
                [2, "Số lượt người tham gia", "lượt", 300],
                ["2.1", "Trong đó: cha mẹ", "lượt", 100],
                ["2.2", "Giáo viên", "lượt", 200],
                [None, "- Trong đó nữ", "lượt", 170],
            ],
            [(_T, 8, {"parents": 100, "teachers": 200}, 300, 170)],
            id="parts of the classes are not people",
        ),
        pytest.param(
            [
                ["I", "TẬP HUẤN"],
                [1, "Tổng số lớp tập huấn", "lớp", 5],
                [2, "Tổng số lượt người tham gia", "lượt", 200],
                [3, "Chia theo đối tượng:"],
                ["3.1", "Tập huấn cho cha mẹ"],
                [None, "- Số lớp", "lớp", 2],
                [None, "- Số lượt", "lượt", 80],
                ["3.2", "Tập huấn cho học sinh"],
                [None, "- Số lớp", "lớp", 3],
                [None, "- Số lượt", "lượt", 120],
            ],
            [(_T, 5, {"parents": 80, "children_in_school": 120}, 200, None)],
            id="a sum and the sections that it sums",
        ),
        pytest.param(
            [
                [1, "Số lớp tập huấn cho phụ huynh", "lớp", 2],
                [None, "Số lượt người tham gia", "lượt", 70],
                [2, "Số buổi tuyên truyền cho học sinh", "buổi", 3],
                [None, "Số lượt người tham gia", "lượt", 900],
            ],
            [(_T, 2, {"parents": 70}, 70, None), (_S, 3, {"children_in_school": 900}, 900, None)],
            id="people below classes of an audience",
        ),
        pytest.param(
            [
                [1, "Số văn bản ban hành", "văn bản", 3],
                [2, "Số tờ rơi phát hành", "tờ", 900],
                [3, "Số buổi truyền thông", "buổi", 4],
                [4, "Số lượt người tham gia", "lượt", 400],
                [5, "Kinh phí thực hiện", "triệu đồng", 30],
            ],
            [(_S, 4, {}, 400, None)],
            id="what is no activity is left out",
        ),
        pytest.param(
            [
                ["I", "Tập huấn"],
                [1, "Số lượt người tham gia", "lượt", "1.250"],
                [2, "Số lớp đã mở", "lớp", "05"],
                ["II", "Truyền thông"],
                [1, "Số buổi", "buổi", "Không phát sinh"],
                [2, "Số lượt người tham gia", "lượt", "chưa báo cáo"],
            ],
            [(_T, 5, {}, 1250, None), (_S, 0, {}, 0, None)],
            id="people first; nothing happened in one section",
        ),
        pytest.param(
            [
                [1, "Tập huấn cho phụ huynh", "lớp/lượt", "2/80"],
                [2, "Truyền thông cho học sinh", "buổi/lượt", "3/900"],
            ],
            [(_T, 2, {"parents": 80}, 80, None), (_S, 3, {"children_in_school": 900}, 900, None)],
            id="two numbers in a cell",
        ),
        pytest.param(
            [
                [1, "Số lớp tập huấn cho cha mẹ và giáo viên", "lớp", 2],
                [2, "Số lượt người tham gia", "lượt", 80],
                [None, "Tổng cộng", None, 82],
            ],
            [(_T, 2, {}, 80, None)],
            id="two audiences give no parts; a sum of all counts nothing",
        ),
        pytest.param(
            [
                [None, "Đối với cha mẹ, người chăm sóc trẻ"],
                [1, "Số lớp tập huấn", "lớp", 2],
                [2, "Số lượt tham gia", "lượt", 80],
                [3, "Trong tổng số: nữ", "lượt", 50],
                [None, "Đối với giáo viên"],
                [1, "Số lớp tập huấn", "lớp", 1],
                [2, "Số lượt tham gia", "lượt", 30],
            ],
            [(_T, 2, {"parents": 80}, 80, 50), (_T, 1, {"teachers": 30}, 30, None)],
            id="a heading without a mark stands above the marks below it",
        ),
        pytest.param(
            [
                [1, "Tổng số buổi truyền thông", "buổi", 3],
                ["1.1", "Tổng số người tham gia", "lượt", 300],
                ["1.1.1", "Học sinh", "lượt", 280],
                ["1.1.2", "Khác", "lượt", 20],
            ],
            [(_S, 3, {"children_in_school": 280, "other": 20}, 300, None)],
            id="others are the rest of the people above",
        ),
        pytest.param(
            [
                [1, "Lớp tập huấn", None, "02 lớp, 80 lượt"],
                [2, "Truyền thông cho học sinh", None, "3 buổi với 900 lượt em tham dự"],
            ],
            [(_T, 2, {}, 80, None), (_S, 3, {"children_in_school": 900}, 900, None)],
            id="activities and people in the words of one cell",
        ),
        pytest.param(
            [[1, "Tập huấn", None, "- Số lớp: 02\n- Số lượt: 80\n- Cha mẹ: 60\n- Trong đó nữ: 50"]],
            [(_T, 2, {"parents": 60}, 80, 50)],
            id="several facts below each other in one cell",
        ),
        pytest.param(
            [
                [1, "Tập huấn cho cha mẹ", "Lớp", 2],
                [None, None, "Lượt người", 80],
                [2, "Truyền thông cho học sinh", "Buổi", 3],
                [None, None, "Lượt người", 900],
            ],
            [(_T, 2, {"parents": 80}, 80, None), (_S, 3, {"children_in_school": 900}, 900, None)],
            id="one label over two units of measure",
        ),
        pytest.param(
            [
                [1, "Tổng số hoạt động đã tổ chức", "hoạt động", 5],
                [None, "Trong đó: - Tập huấn", "lớp", 2],
                [None, "- Truyền thông", "buổi", 3],
                [2, "Tổng số lượt người tham gia", "lượt", 980],
                [None, "Trong đó: - Tập huấn", "lượt", 80],
                [None, "- Truyền thông", "lượt", 900],
            ],
            [(_T, 2, {}, 80, None), (_S, 3, {}, 900, None)],
            id="a sum of kinds counts nothing",
        ),
        pytest.param(
            [
                [1, "Số lớp tập huấn cho trẻ em ngoài trường học", "lớp", 2],
                [2, "Số trẻ em tham gia", "lượt", 80],
                [None, "Chia theo độ tuổi: Dưới 6 tuổi", "lượt", 0],
                [None, "Từ 6 đến dưới 11 tuổi", "lượt", 80],
                [3, "Số thành viên câu lạc bộ", "người", 12],
            ],
            [(_T, 2, {"children_out_of_school": 80}, 80, None)],
            id="people told in other ways are left aside",
        ),
        pytest.param(
            [
                [None, "Số buổi truyền thông", "buổi", 3],
                [None, "Số người được truyền thông", "người", 900],
                [None, "Trong đó: Học sinh", "lượt", 880],
                [None, "- Khác", "lượt", 20],
                [None, "Tổ chức lớp tập huấn", "lớp", 2],
                [None, "Số lượt người tham gia tập huấn", "lượt", 80],
                [None, "- Giáo viên", "lượt", 80],
            ],
            [
                (_S, 3, {"children_in_school": 880, "other": 20}, 900, None),
                (_T, 2, {"teachers": 80}, 80, None),
            ],
            id="numbers without a mark stand above parts with bullets",
        ),
        pytest.param(
            [
                [1, "Tổng số lớp tập huấn, buổi truyền thông", "lớp", 5],
                *[[2, "Số lớp tập huấn", "lớp", 2], [3, "Số lượt người tham gia tập huấn", "lượt", 60]],
                *[[4, "Số buổi truyền thông", "buổi", 3], [5, "Số lượt người dự truyền thông", "lượt", 300]],
            ],
            [(_T, 2, {}, 60, None), (_S, 3, {}, 300, None)],
            id="a sum of several kinds is of none",
        ),
        pytest.param(
            [
                *[[1, "Số lớp tập huấn", "lớp", 2], [2, "Số lượt người tham gia tập huấn", "lượt", 60]],
                *[
                    [None, "- Cha mẹ", "lượt", 40],
                    [None, "  Trong đó: cha mẹ có con dưới 6 tuổi", "lượt", 10],
                ],
                [None, "- Giáo viên", "lượt", 20],
            ],
            [(_T, 2, {"parents": 40, "teachers": 20}, 60, None)],
            id="a part of a part",
        ),
        pytest.param(
            [
                *[[1, "Số lớp tập huấn", "lớp", 2], [2, "Số lượt người tham gia tập huấn", "lượt", 60]],
                *[[None, "- Trực tiếp", "lượt", 40], [None, "- Trực tuyến", "lượt", 20]],
            ],
            [(_T, 2, {}, 60, None)],
            id="people by forms are parts of all",
        ),
        pytest.param(
            [[1, "Tập huấn, truyền thông cho cha mẹ", None, "Trong quý không tổ chức"]],
            [(None, 0, {}, 0, None)],
            id="nothing happened of several kinds",
        ),
        pytest.param(
            [["Trong quý II/2023, UBND quận không tổ chức hoạt động nào."]],
            [(None, 0, {}, 0, None)],
            id="nothing happened at all",
        ),
    ],
)
def test_lines_make_records(rows: list[list[Any]], found: list[tuple[Any, ...]]) -> None:
    report = checked([*_HEAD, _FOUR, *rows])
    assert (report["status"], _told(report)) == ("ready", found)


@pytest.mark.parametrize(
    ("header", "rows", "found"),
    [
        (
            ["TT", "Tiêu chí", "ĐVT", "KH năm 2023", "T.hiện trong quý", "Lũy kế", "% so với KH"],
            [[1, "Số lớp tập huấn", "lớp", 20, 5, 15, 75], [2, "Số lượt người tham gia", "lượt", 800, 200, 600, 75]],
            [(_T, 5, {}, 200, None)],
        ),
        (
            ["Chỉ tiêu", "Mã số", "ĐVT", "Tổng số", "Trong đó: Nữ"],
            [["1. Số lớp tập huấn", "01", "Lớp", 5, "x"], ["2. Số lượt người tham gia", "02", "Lượt", 200, 120]],
            [(_T, 5, {}, 200, 120)],
        ),
        (
            ["Nội dung", "Cha mẹ", "Giáo viên, CBQL giáo dục", "Tổng cộng"],
            [["Số lớp tập huấn", 2, 3, 5], ["Số lượt người", 80, 120, 200], ["Trong đó nữ", 50, 70, 120]],
            [(_T, 5, {"parents": 80, "teachers": 120}, 200, 120)],
        ),
        (
            ["Loại hoạt động", "Chỉ tiêu", "ĐVT", "Kết quả"],
            [["Tập huấn", "Số lớp", "lớp", 5], [None, "Số lượt người tham gia", "lượt", 200]],
            [(_T, 5, {}, 200, None)],
        ),
        (
            ["Nội dung", "ĐVT", "Kết quả", None, "Nội dung", "ĐVT", "Kết quả"],
            [
                ["Số lớp tập huấn", "lớp", 5, None, "Số buổi truyền thông", "buổi", 3],
                ["Số lượt người tham gia", "lượt", 200, None, "Số lượt người tham gia", "lượt", 240],
            ],
            [(_T, 5, {}, 200, None), (_S, 3, {}, 240, None)],
        ),
    ],
)  # fmt: skip
def test_columns_tell_what_is_a_result(
    header: list[Any], rows: list[list[Any]], found: list[tuple[Any, ...]]
) -> None:
    assert _told(checked([*_HEAD, header, *rows])) == found


def test_wards_and_units_across_and_a_wrong_sum_of_them() -> None:
    header = ["TT", "Nội dung", "ĐVT", "Phường Thanh Bình", "P. Thạch Thang", "Cộng"]
    rows = [[1, "Số lớp tập huấn", "lớp", 1, 2, 3], [2, "Số lượt người tham gia", "lượt", 40, 60, 110]]
    report = checked([*_HEAD, header, *rows])
    assert [(r["unit"], r["ward"], r["count"], r["attendances_total"]) for r in records(report)] == [
        ("492", "Phường Thanh Bình", 1, 40),
        ("492", "P. Thạch Thang", 2, 60),
    ]
    assert [(i["code"], i["cell"]) for i in report["issues"]] == [("total_row_mismatch", "F5")]


def test_bare_wards_across() -> None:
    rows = [[1, "Số lớp tập huấn", "lớp", 1, 2, 3], [2, "Số lượt người tham gia", "lượt", 30, 60, 90]]
    report = checked([*_HEAD, ["TT", "Nội dung", "ĐVT", "Thanh Bình", "Thạch Thang", "Tổng quận"], *rows])
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
    report = checked([*_HEAD, ["TT", heading, "ĐVT", "Số lượng"], *rows])
    assert (report["status"], _told(report)) == ("ready", [(_T, 2, {}, 80, None)])


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (
            [[1, "Tập huấn", "Số khóa đã mở: 2", "Số người tham dự: 80 (nữ: 50)"]],
            [(_T, 2, {}, 80, 50)],
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
            [(_T, 2, {"teachers": 30, "other": 50}, 80, 40)],
        ),
        (
            [["Đã tổ chức 02 lớp tập huấn với 80 lượt người tham gia, trong đó có 50 nữ."]],
            [(_T, 2, {}, 80, 50)],
        ),
    ],
    ids=["several cells", "one cell each", "a sentence"],
)
def test_facts_without_a_heading(rows: list[list[Any]], found: list[tuple[Any, ...]]) -> None:
    report = checked([*_HEAD, *rows])
    assert (report["status"], _told(report)) == ("ready", found)


def test_a_line_of_men_is_known_and_needs_no_place() -> None:
    rows = [[1, "Số lớp tập huấn cho cha mẹ", "lớp", 2], [2, "Số lượt cha mẹ tham gia", "lượt", 60]]
    report = checked([*_HEAD, _FOUR, *rows, [None, "- Nam", "lượt", 20], [None, "- Nữ", "lượt", 40]])
    assert (_told(report), codes(report)) == ([(_T, 2, {"parents": 60}, 60, 40)], [])


def test_wards_below_each_line() -> None:
    rows = [
        [1, "Số lớp tập huấn", "lớp", 3],
        ["-", "Phường Thanh Bình", "lớp", 1],
        ["-", "Phường Thạch Thang", "lớp", 2],
        [2, "Số lượt người tham gia", "lượt", 100],
        ["-", "Phường Thanh Bình", "lượt", 30],
        ["-", "Phường Thạch Thang", "lượt", 60],
    ]
    report = checked([*_HEAD, _FOUR, *rows])
    assert [(r["ward"], r["count"], r["attendances_total"]) for r in records(report)] == [
        ("Phường Thanh Bình", 1, 30),
        ("Phường Thạch Thang", 2, 60),
    ]
    assert [(i["code"], i["cell"]) for i in report["issues"]] == [("total_row_mismatch", "D7")]
    whole = checked([*_HEAD, _FOUR, *rows[:4]])
    assert [(r["ward"], r["count"], r["attendances_total"]) for r in records(whole)] == [(None, 3, 100)]


def test_units_and_forms_below_each_other() -> None:
    rows = [
        ["I", "Quận Sơn Trà"],
        [1, "Số lớp tập huấn", "lớp", 5],
        ["II", "Huyện Hòa Vang"],
        [1, "Số lớp tập huấn", "lớp", 4],
    ]
    report = checked([["SỞ Y TẾ"], _HEAD[1], _FOUR, *rows])
    assert [(r["unit"], r["count"]) for r in records(report)] == [("493", 5), ("497", 4)]
    one = [_FOUR, [1, "Số lớp tập huấn", "lớp", 2], [2, "Số lượt tham gia", "lượt", 60], []]
    report = checked([*_HEAD, ["Biểu 1. Dành cho cha mẹ"], *one, ["Biểu 2. Đối tượng: giáo viên"], *one])
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
    report = checked([*_HEAD, _FOUR, *rows])
    assert report["tables"][0]["header_rows"] == [len(_HEAD) + 1]
    assert [(i["code"], i["cell"]) for i in report["issues"]] == [
        ("number_unreadable", "D6"),
        ("parts_exceed_total", "D10"),
    ]


def test_people_of_two_kinds_together_are_asked_about() -> None:
    rows = [
        [1, "Số lớp tập huấn", "lớp", 5],
        [2, "Số buổi truyền thông", "buổi", 3],
        [3, "Tổng số lượt người tham gia", "lượt", 500],
    ]
    report = checked([*_HEAD, _FOUR, *rows])
    assert _told(report) == [(_T, 5, {}, None, None), (_S, 3, {}, None, None)]
    assert (report["status"], codes(report)) == ("needs_fixes", ["required_missing"])


def test_a_form_of_nothing_but_declarations_of_nothing() -> None:
    rows = [[1, "Số lớp tập huấn", "lớp", "Không phát sinh"], [2, "Số lượt", "lượt", "Không phát sinh"]]
    assert _told(checked([*_HEAD, _FOUR, *rows])) == [(_T, 0, {}, 0, None)]


def test_figures_that_are_set_are_no_results() -> None:
    rows = [[1, "Số buổi truyền thông", "buổi", 5], [2, "Số lớp tập huấn", "lớp", 2]]
    report = checked([_HEAD[0], ["GIAO CHỈ TIÊU NĂM 2024"], _FOUR, *rows])
    assert all(table["kind"] != "participation" for table in report["tables"])


@pytest.mark.parametrize(
    ("text", "unit", "measure", "audiences"),
    [
        ("Số lớp tập huấn cho người chăm sóc trẻ", "", COUNT, ["parents"]),
        ("Tổ chức lớp tập huấn", "", COUNT, []),
        ("Tập huấn cho cộng tác viên trẻ em", "", None, ["child_workers"]),
        ("Số giáo viên, Tổng phụ trách Đội tham gia", "", PEOPLE, ["teachers"]),
        ("Tr.đó: Nữ", "người", WOMEN, []),
        ("Số lượt người bình quân/buổi", "lượt/buổi", OTHER, []),
        ("Số lượt người được tập huấn là nữ", "lượt", WOMEN, []),
        ("Số lượt tiếp cận trên mạng xã hội", "lượt", OTHER, []),
        ("Số trẻ em bị xâm hại được hỗ trợ, can thiệp", "trẻ", OTHER, []),
        ("Tỷ lệ trường học tổ chức tuyên truyền", "%", OTHER, []),
    ],
)
def test_a_line_says_what_it_counts(text: str, unit: str, measure: str | None, audiences: list[str]) -> None:
    line = read_line("", text, unit)
    assert (line.measure, list(line.audiences)) == (measure, audiences)


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


def test_who_takes_part_in_a_class_is_of_its_audience() -> None:
    lines = [
        ["Số lớp tập huấn", 2],
        ["Số cha mẹ dự lớp tập huấn", 90],
        ["Số trẻ em ngoài trường học dự tập huấn", 30],
        ["Số buổi truyền thông", 3],
        ["Số học sinh dự truyền thông", 240],
    ]
    rows = [*_HEAD, ["STT", "Chỉ tiêu", "Số liệu"], *([i, *line] for i, line in enumerate(lines, 1))]
    assert _told(checked(rows)) == [
        (_T, 2, {"parents": 90, "children_out_of_school": 30}, 120, None),
        (_S, 3, {"children_in_school": 240}, 240, None),
    ]
