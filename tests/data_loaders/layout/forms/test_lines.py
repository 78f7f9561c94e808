"""Lines of a report form: what each counts, and which make a record together."""

from typing import Any

import pytest

from data_loaders.layout.forms.words import COUNT, OTHER, PEOPLE, WOMEN, read_line
from tests.data_loaders.layout.forms.report_forms import FOUR, HEAD, S, T, told
from tests.data_loaders.sheets import checked, codes, records


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
            [(T, 2, {"parents": 80}, 80, 50), (T, 1, {"child_workers": 30}, 30, None)],
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
            [(T, 12, {}, 700, None), (S, 3, {"children_in_school": 900}, 900, None)],
            id="the same people as persons and as seats",
        ),
        pytest.param(
            [
                [1, "Số buổi truyền thông", "buổi", 10],
                [2, "Số lượt tiếp cận", "lượt", 40000],
                [3, "Số lượt học sinh tham gia", "lượt", 3000],
            ],
            [(S, 10, {"children_in_school": 3000}, 3000, None)],
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
            [(T, 8, {"parents": 100, "teachers": 200}, 300, 170)],
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
            [(T, 5, {"parents": 80, "children_in_school": 120}, 200, None)],
            id="a sum and the sections that it sums",
        ),
        pytest.param(
            [
                [1, "Số lớp tập huấn cho phụ huynh", "lớp", 2],
                [None, "Số lượt người tham gia", "lượt", 70],
                [2, "Số buổi tuyên truyền cho học sinh", "buổi", 3],
                [None, "Số lượt người tham gia", "lượt", 900],
            ],
            [(T, 2, {"parents": 70}, 70, None), (S, 3, {"children_in_school": 900}, 900, None)],
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
            [(S, 4, {}, 400, None)],
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
            [(T, 5, {}, 1250, None), (S, 0, {}, 0, None)],
            id="people first; nothing happened in one section",
        ),
        pytest.param(
            [
                [1, "Tập huấn cho phụ huynh", "lớp/lượt", "2/80"],
                [2, "Truyền thông cho học sinh", "buổi/lượt", "3/900"],
            ],
            [(T, 2, {"parents": 80}, 80, None), (S, 3, {"children_in_school": 900}, 900, None)],
            id="two numbers in a cell",
        ),
        pytest.param(
            [
                [1, "Số lớp tập huấn cho cha mẹ và giáo viên", "lớp", 2],
                [2, "Số lượt người tham gia", "lượt", 80],
                [None, "Tổng cộng", None, 82],
            ],
            [(T, 2, {}, 80, None)],
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
            [(T, 2, {"parents": 80}, 80, 50), (T, 1, {"teachers": 30}, 30, None)],
            id="a heading without a mark stands above the marks below it",
        ),
        pytest.param(
            [
                [1, "Tổng số buổi truyền thông", "buổi", 3],
                ["1.1", "Tổng số người tham gia", "lượt", 300],
                ["1.1.1", "Học sinh", "lượt", 280],
                ["1.1.2", "Khác", "lượt", 20],
            ],
            [(S, 3, {"children_in_school": 280, "other": 20}, 300, None)],
            id="others are the rest of the people above",
        ),
        pytest.param(
            [
                [1, "Lớp tập huấn", None, "02 lớp, 80 lượt"],
                [2, "Truyền thông cho học sinh", None, "3 buổi với 900 lượt em tham dự"],
            ],
            [(T, 2, {}, 80, None), (S, 3, {"children_in_school": 900}, 900, None)],
            id="activities and people in the words of one cell",
        ),
        pytest.param(
            [[1, "Tập huấn", None, "- Số lớp: 02\n- Số lượt: 80\n- Cha mẹ: 60\n- Trong đó nữ: 50"]],
            [(T, 2, {"parents": 60}, 80, 50)],
            id="several facts below each other in one cell",
        ),
        pytest.param(
            [
                [1, "Tập huấn cho cha mẹ", "Lớp", 2],
                [None, None, "Lượt người", 80],
                [2, "Truyền thông cho học sinh", "Buổi", 3],
                [None, None, "Lượt người", 900],
            ],
            [(T, 2, {"parents": 80}, 80, None), (S, 3, {"children_in_school": 900}, 900, None)],
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
            [(T, 2, {}, 80, None), (S, 3, {}, 900, None)],
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
            [(T, 2, {"children_out_of_school": 80}, 80, None)],
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
                (S, 3, {"children_in_school": 880, "other": 20}, 900, None),
                (T, 2, {"teachers": 80}, 80, None),
            ],
            id="numbers without a mark stand above parts with bullets",
        ),
        pytest.param(
            [
                [1, "Tổng số lớp tập huấn, buổi truyền thông", "lớp", 5],
                *[[2, "Số lớp tập huấn", "lớp", 2], [3, "Số lượt người tham gia tập huấn", "lượt", 60]],
                *[[4, "Số buổi truyền thông", "buổi", 3], [5, "Số lượt người dự truyền thông", "lượt", 300]],
            ],
            [(T, 2, {}, 60, None), (S, 3, {}, 300, None)],
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
            [(T, 2, {"parents": 40, "teachers": 20}, 60, None)],
            id="a part of a part",
        ),
        pytest.param(
            [
                *[[1, "Số lớp tập huấn", "lớp", 2], [2, "Số lượt người tham gia tập huấn", "lượt", 60]],
                *[[None, "- Trực tiếp", "lượt", 40], [None, "- Trực tuyến", "lượt", 20]],
            ],
            [(T, 2, {}, 60, None)],
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
    report = checked([*HEAD, FOUR, *rows])
    assert (report["status"], told(report)) == ("ready", found)


def test_a_line_of_men_is_known_and_needs_no_place() -> None:
    rows = [[1, "Số lớp tập huấn cho cha mẹ", "lớp", 2], [2, "Số lượt cha mẹ tham gia", "lượt", 60]]
    report = checked([*HEAD, FOUR, *rows, [None, "- Nam", "lượt", 20], [None, "- Nữ", "lượt", 40]])
    assert (told(report), codes(report)) == ([(T, 2, {"parents": 60}, 60, 40)], [])


def test_people_of_two_kinds_together_are_asked_about() -> None:
    rows = [
        [1, "Số lớp tập huấn", "lớp", 5],
        [2, "Số buổi truyền thông", "buổi", 3],
        [3, "Tổng số lượt người tham gia", "lượt", 500],
    ]
    report = checked([*HEAD, FOUR, *rows])
    assert told(report) == [(T, 5, {}, None, None), (S, 3, {}, None, None)]
    assert (report["status"], codes(report)) == ("needs_fixes", ["required_missing"])


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


def test_who_takes_part_in_a_class_is_of_its_audience() -> None:
    lines = [
        ["Số lớp tập huấn", 2],
        ["Số cha mẹ dự lớp tập huấn", 90],
        ["Số trẻ em ngoài trường học dự tập huấn", 30],
        ["Số buổi truyền thông", 3],
        ["Số học sinh dự truyền thông", 240],
    ]
    rows = [*HEAD, ["STT", "Chỉ tiêu", "Số liệu"], *([i, *line] for i, line in enumerate(lines, 1))]
    assert told(checked(rows)) == [
        (T, 2, {"parents": 90, "children_out_of_school": 30}, 120, None),
        (S, 3, {"children_in_school": 240}, 240, None),
    ]


def test_calls_and_members_of_clubs_are_neither_sessions_nor_people_who_came() -> None:
    rows = [[1, "Số buổi truyền thông", "Buổi", 22], [2, "Số lượt người tham gia truyền thông", "Lượt", 5100]]
    rows += [
        [3, "Số cuộc gọi tư vấn qua Tổng đài 1022", "Cuộc", 31],
        [4, "Số thành viên câu lạc bộ", "Người", 180],
    ]
    head = ["TT", "Chỉ tiêu", "Đơn vị tính", "Số liệu"]
    report = checked([["UBND QUẬN CẨM LỆ"], ["BÁO CÁO SỐ LIỆU NĂM 2024"], head, *rows])
    assert [(r["count"], r["attendances_total"]) for r in records(report)] == [(22, 5100)]
    assert report["status"] == "ready"
