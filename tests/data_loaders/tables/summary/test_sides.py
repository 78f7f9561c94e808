"""What stands at the side of the figures, beside them and above them."""

import datetime

import pytest

from data_loaders.check import check
from tests.data_loaders.sheets import checked, codes, issues, records, xlsx_of_writer

_SIDE = ["UBND QUẬN SƠN TRÀ"], ["KẾT QUẢ NĂM 2023"]

_Q1, _Q2, _YEAR = ("2022-12-15", "2023-03-14"), ("2023-03-15", "2023-06-14"), ("2022-12-15", "2023-12-14")


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (  # "Quý" begins the name of a fund too
            [*_SIDE, ["Thời gian", "Số lớp tập huấn"], ["Quý I", 2], ["Quý II", 3]],
            [(*_Q1, 2, {}, None), (*_Q2, 3, {}, None)],
        ),
        (  # what is counted at the side is not what "Lượt" counts
            [
                *_SIDE,
                ["Loại hoạt động", "Quý I", None, "Quý II", None],
                [None, "Số lượng", "Lượt", "Số lượng", "Lượt"],
                ["Số lớp tập huấn", 2, 80, 3, 120],
            ],
            [(*_Q1, 2, {}, 80), (*_Q2, 3, {}, 120)],
        ),
        (  # a plan, and what was carried out in the half-year
            [_SIDE[0], ["LỚP TẬP HUẤN NĂM 2023"], ["Phường", "KH 2023 (lớp)", "Thực hiện quý I (lớp)", "Số lượt"], ["Mân Thái", 9, 4, 160]],
            [(*_Q1, 4, {}, 160)],
        ),
        (  # the classes of one audience, and its people right behind them
            [
                *_SIDE,
                ["Phường", "Số lớp cho cha mẹ", "Số lượt", "Số lớp cho trẻ em ngoài trường học", "Số lượt trẻ em"],
                ["Mân Thái", 2, 80, 3, 90],
            ],
            [(*_YEAR, 5, {"parents": 80, "children_out_of_school": 90}, 170)],
        ),
        ([*_SIDE, ["Nội dung", "Số lượng"], ["Tổ chức lớp tập huấn", 5]], [(*_YEAR, 5, {}, None)]),
        ([*_SIDE, ["Loại hoạt động", "Quý I/2023"], ["Số lớp tập huấn", 5]], [(*_Q1, 5, {}, None)]),
        (
            [*_SIDE, ["Nội dung", "Quý I", "Quý II"], ["Tập huấn (lớp)", 2, 3], ["Tập huấn (lượt)", 80, 90]],
            [(*_Q1, 2, {}, 80), (*_Q2, 3, {}, 90)],
        ),
        (
            [*_SIDE, ["Hoạt động", "Kế hoạch", "Thực hiện", "Lượt người"], ["Lớp tập huấn", 15, 14, 700]],
            [(*_YEAR, 14, {}, 700)],
        ),
        (  # rows of the plan and of shares below the report's own
            [
                *_SIDE,
                ["Quý", "Số lớp tập huấn"],
                ["Quý I", 2],
                ["Tổng giai đoạn", 2],
                ["Kế hoạch năm", 3],
                ["Đạt tỷ lệ (%)", 67],
            ],
            [(*_Q1, 2, {}, None)],
        ),
        (  # a pivot table
            [*_SIDE, ["Nhãn Hàng", "Quý I", "Quý II", "Tổng Cuối"], ["Số lớp tập huấn", 2, 3, 5], ["Tổng Cuối", 2, 3, 5]],
            [(*_Q1, 2, {}, None), (*_Q2, 3, {}, None)],
        ),
        ([*_SIDE, ["Kỳ BC", "Số lớp tập huấn"], ["Q1/2023", 2]], [(*_Q1, 2, {}, None)]),
        (  # units head groups of kinds
            [
                ["NĂM 2023"],
                ["STT", "Nội dung", "Số lượng", "Số lượt"],
                [1, "Q. Sơn Trà"],
                ["-", "Lớp tập huấn", 2, 80],
                ["-", "Buổi truyền thông", 3, 900],
            ],
            [(*_YEAR, 2, {}, 80), (*_YEAR, 3, {}, 900)],
        ),
        ([*_SIDE, ["Quý", "Số lớp tập huấn"], ["I/2023", 2], ["II/2023", 3]], [(*_Q1, 2, {}, None), (*_Q2, 3, {}, None)]),
        (
            [*_SIDE, ["Đợt gửi", "Số lớp tập huấn", "Bình quân người/lớp"], ["Quý I", 2, 40.5], ["Quý II", 3, 30.1]],
            [(*_Q1, 2, {}, None), (*_Q2, 3, {}, None)],
        ),
        (
            [
                *_SIDE,
                ["Phường", "Tổng số hoạt động", "Lớp tập huấn", "Buổi truyền thông"],
                ["Mân Thái", 5, 2, 3],
                ["Thọ Quang", 3, 1, 2],
            ],
            [(*_YEAR, n, {}, None) for n in (2, 3, 1, 2)],
        ),
        (  # nothing but kinds below "Nội dung"
            [
                *_SIDE,
                ["Nội dung", "Kế hoạch", "Thực hiện", "Số người"],
                ["I. Quý I"],
                ["Các lớp tập huấn", 11, 10, 460],
                ["Hội thi, cuộc thi", 1, 1, 300],
            ],
            [(*_Q1, 10, {}, 460), (*_Q1, 1, {}, 300)],
        ),
        (  # the heading of a group right below the headings
            [*_SIDE, ["Phường", "Số lớp", "Số lượt"], ["I. Lớp tập huấn"], ["Mân Thái", 2, 80], ["Cộng", 2, 80]],
            [(*_YEAR, 2, {}, 80)],
        ),
        (  # a line of activities with the people of audiences beside it is no line of a report form
            [*_SIDE, ["Hoạt động", "Số lượng", "Cha mẹ", "Học sinh"], ["Lớp tập huấn", 3, 80, 30]],
            [(*_YEAR, 3, {"parents": 80, "children_in_school": 30}, 110)],
        ),
        (  # facts below audiences
            [*_SIDE, ["Chỉ tiêu", "Cha mẹ", "Giáo viên"], ["Số lớp tập huấn", 2, 1], ["Số lượt dự tập huấn", 80, 30]],
            [(*_YEAR, 3, {"parents": 80, "teachers": 30}, 110)],
        ),
        (  # months as numbers
            [
                *_SIDE,
                ["Loại hoạt động", "Tháng", None, "Cộng"],
                [None, 1, 2, None],
                ["Số lớp tập huấn", 2, 3, 5],
            ],
            [("2022-12-15", "2023-01-14", 2, {}, None), ("2023-01-15", "2023-02-14", 3, {}, None)],
        ),
        (  # months as days, which "T1/2023" becomes
            [
                *_SIDE,
                ["Loại hoạt động", datetime.date(2023, 1, 1), datetime.date(2023, 2, 1)],
                ["Số lớp tập huấn", 2, 3],
            ],
            [("2022-12-15", "2023-01-14", 2, {}, None), ("2023-01-15", "2023-02-14", 3, {}, None)],
        ),
        (  # neither activities nor people
            [
                *_SIDE,
                ["Nội dung", "ĐVT", "Quý I", "Quý II"],
                ["Số lớp tập huấn", "lớp", 2, 3],
                ["Bài trên trang thông tin", "bài", 30, 40],
                ["Số tờ rơi đã phát", None, 500, 900],
            ],
            [(*_Q1, 2, {}, None), (*_Q2, 3, {}, None)],
        ),
        (
            [
                ["UBND QUẬN SƠN TRÀ"],
                ["KẾ HOẠCH, THỰC HIỆN LỚP TẬP HUẤN NĂM 2023"],
                ["Phường", "KH năm (lớp)", "TH quý I (lớp)", "Ước TH năm (lớp)"],
                ["Mân Thái", 9, 2, 10],
            ],
            [(*_Q1, 2, {}, None)],
        ),
        (
            [*_SIDE, ["Nội dung", "15/12/2022 - 14/3/2023", "15/3/2023 - 14/6/2023"], ["Số lớp tập huấn", 2, 3]],
            [(*_Q1, 2, {}, None), (*_Q2, 3, {}, None)],
        ),
        (
            [*_SIDE, ["Hoạt động", "Đối tượng", "Quý I", "Quý II"], ["Số lượt dự lớp tập huấn", "Cha mẹ", 80, 90]],
            [(*_Q1, None, {"parents": 80}, 80), (*_Q2, None, {"parents": 90}, 90)],
        ),
        # The sum of the people of two kinds is of neither.
        (
            [*_SIDE, ["Đối tượng", "Tập huấn", "Truyền thông", "Tổng cộng"], ["Cha mẹ", 60, 240, 300]],
            [(*_YEAR, None, {"parents": n}, n) for n in (60, 240)],
        ),
        # Classes and people, no classes of pupils; pupils of schools in each month, no list of schools.
        (
            [["TẬP HUẤN 2023"], ["Đơn vị", "Quý I (số lớp/lượt người)"], ["Quận Sơn Trà", "1/45"]],
            [(*_Q1, 1, {}, 45)],
        ),
        (
            [
                ["UBND QUẬN SƠN TRÀ"],
                ["SỐ HỌC SINH DỰ BUỔI TRUYỀN THÔNG NĂM 2023"],
                ["Trường", "Quý I", "Quý II"],
                ["TH Âu Cơ", 300, 310],
            ],
            [(*q, None, {"children_in_school": n}, n) for q, n in ((_Q1, 300), (_Q2, 310))],
        ),
        (
            [*_SIDE, ["Đối tượng tham gia tập huấn", "Số lượt"], ["Cha mẹ", 250], ["Giáo viên", 30]],
            [(*_YEAR, None, {"parents": 250}, 250), (*_YEAR, None, {"teachers": 30}, 30)],
        ),
        (
            [
                ["TỔNG HỢP LỚP TẬP HUẤN NĂM 2023"],
                ["STT", "Đơn vị", "Số lớp", "Lượt người"],
                ["A", "KHỐI SỞ, BAN, NGÀNH", 5, 280],
                [1, "Sở GD&ĐT", 3, 180],
                [2, "Công an thành phố", 2, 100],
                ["B", "KHỐI QUẬN, HUYỆN", 4, 200],
                [1, "Quận Hải Châu", 4, 200],
            ],
            [(*_YEAR, n, {}, people) for n, people in ((3, 180), (2, 100), (4, 200))],
        ),
        (
            [
                ["(Kèm theo Báo cáo số 12/BC-UBND ngày 10 tháng 12 năm 2023 của UBND quận Sơn Trà)"],
                ["Nội dung", "Quý I/2023", "Quý II/2023"],
                ["Số lớp tập huấn", 2, 3],
            ],
            [(*_Q1, 2, {}, None), (*_Q2, 3, {}, None)],
        ),
    ],
)  # fmt: skip
def test_what_stands_at_the_side_beside_and_above(rows: list[list[object]], found: list[tuple]) -> None:
    report = checked(rows, sheet="TH")
    assert report["status"] == "ready"
    assert [
        (r["start_date"], r["end_date"], r["count"], r["attendances"], r["attendances_total"])
        for r in records(report)
    ] == found


def test_people_of_two_kinds_together_are_of_neither() -> None:
    rows = [*_SIDE, ["Phường", "Số lớp tập huấn", "Số buổi truyền thông", "Tổng số lượt"]]
    report = check("lop-tap-huan.xlsx", xlsx_of_writer([*rows, ["Mân Thái", 2, 3, 900]]))
    assert codes(report) == ["kind_unknown"]
    assert [(r["count"], r["attendances_total"]) for r in records(report)] == [(2, None), (3, None)]


@pytest.mark.parametrize(
    ("lines", "found", "said"),
    [
        # One line twice below one number of classes: nobody knows which of them counts, nor of how many classes.
        ([["Số lớp tập huấn", 3], ["Cha mẹ", 60], ["Cha mẹ", 70]], [], [("repeated_entry", "C6")]),
        ([["Số lớp tập huấn", 3], ["Cha mẹ", 60], ["Giáo viên", 9], ["cha mẹ", 60]], [], [("repeated_entry", "C7")]),
        # Each number of classes has lines of its own; other words are another line.
        (
            [["Số lớp tập huấn", 3], ["Cha mẹ", 60], ["Số lớp tập huấn", 2], ["Cha mẹ", 70]],
            [(3, {"parents": 60}), (2, {"parents": 70})],
            [],
        ),
        (
            [["Số lớp tập huấn", 3], ["Cha mẹ", 60], ["Số buổi truyền thông", 2], ["Cha mẹ", 170]],
            [(3, {"parents": 60}), (2, {"parents": 170})],
            [],
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", [False, True])
def test_one_line_of_people_twice_is_said(
    form: bool,
    lines: list[list[object]],
    found: list[tuple[int, dict[str, int]]],
    said: list[tuple[str, str]],
) -> None:
    head = ["Nội dung", "Kết quả"] if form else ["Đơn vị", "Nội dung", "Kết quả"]
    rows = lines if form else [["Quận Sơn Trà", *line] for line in lines]
    report = checked([["UBND QUẬN SƠN TRÀ"], ["KẾT QUẢ NĂM 2023"], head, *rows])
    if form and said:
        # A line of a form that is left aside is told; the others are read.
        parts = {"parents": 60} | ({"teachers": 9} if len(lines) > 3 else {})
        found, said = [(3, parts)], [("unused_column", said[0][1].replace("C", "A"))]
    assert [(r["count"], r["attendances"]) for r in records(report)] == found
    assert [i for i in issues(report) if i[0] != "implausible_size"] == said


@pytest.mark.parametrize("words", ["Học viên", "Đại biểu dự"])
def test_words_for_anybody_among_audiences_are_asked_about(words: str) -> None:
    head = ["STT", "Đối tượng", "Số lớp tập huấn", "Số lượt tham gia"]
    report = checked([["Quận Sơn Trà"], ["Năm 2023"], head, [1, "Cha mẹ", 2, 90], [2, words, 1, 40]])
    assert issues(report) == [("audience_unknown", "B5")]
    assert [r["attendances"] for r in records(report)] == [{"parents": 90}]
