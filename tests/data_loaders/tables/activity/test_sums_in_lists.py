"""Sums in a list, and rows that stand for several activities."""

from typing import Any

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records
from tests.data_loaders.tables.activity.lists import DAY, HEAD, WHO


def test_sums_of_a_group_beside_its_kind_where_rows_are_numbered_and_headings_said_again() -> None:
    head = ["STT", "Đơn vị", "Hình thức", "Nội dung", "Ngày", "Lượt người", None]
    again = ["STT", "Đơn vị", "Hình thức", "Nội dung", "Ngày", "Cha mẹ", "Khác"]
    rows = [[None, None, None, None, None, "Cha mẹ", "Khác"], ["I. Cuộc thi", None, None, None, None, 70, 5]]
    rows += [[1, "Quận Hải Châu", "Tập trung trực tiếp", "A", DAY, 30, 5], again]
    rows += [[2, "Quận Sơn Trà", None, "B", DAY, 40, 0], ["II. Tập huấn", None, None, None, None, 20, 0]]
    rows += [[3, "Quận Sơn Trà", None, "C", DAY, 20, 0], [None, "Tổng", None, None, None, 90, 5]]
    report = checked([head, *rows])
    assert report["issues"] == []
    assert [r["kind"] for r in records(report)] == ["contest", "contest", "training_class"]


def test_totals_are_left_out_and_checked() -> None:
    rows = [
        WHO,
        ["STT", "Tên lớp tập huấn", "Ngày", "Số người"],
        ["Tháng 4/2023", None, None, None],
        [1, "A", "3/4/2023", 30],
        [2, "B", "4/4/2023", 30],
        [None, "Cộng tháng 4", None, 60],
        ["Tháng 5/2023", None, None, None],
        [1, "C", "3/5/2023", 40],
        [None, "Cộng tháng 5", None, 45],
        [None, "TỔNG CỘNG", None, 100],
    ]
    report = checked(rows)
    assert len(records(report)) == 3
    assert issues(report) == [("total_row_mismatch", "D9")]
    assert "40" in report["issues"][0]["message"]


@pytest.mark.parametrize(
    "label",
    [
        "Tổng: 02 hoạt động",
        "Cộng trong tháng",
        "Cong trong quy",
        "Cong chung",
        "TONG: 2 LOP",
        "Cộng phát sinh trong kỳ",
        "Tổng số lượt người tham gia",
        "Cộng A",
        "Cộng (A + B):",
        "Cộng các lớp tập huấn",
    ],
)
def test_sums_by_other_labels_and_sums_since_an_earlier_day(label: str) -> None:
    head = ["STT", "Tên lớp tập huấn", "Ngày", "Số lượt"]
    rows = [WHO, head, [1, "A", DAY, 20], [2, "B", DAY, 30], [None, label, None, 50]]
    report = checked([*rows, [None, "Lũy kế từ đầu năm", None, 900], [None, "Tổng cộng dồn", None, 900]])
    assert (len(records(report)), report["issues"]) == (2, [])


@pytest.mark.parametrize(
    "below",
    [
        [None, "Cùng kỳ năm 2022", None, 300],
        [None, "So với cùng kỳ (%)", None, 110.5],
        [None, "Bình quân/lớp", None, 25],
        ["Trong đó: 2 lớp trực tuyến", None, None, None],
    ],
)
def test_lines_about_sums_are_no_activities(below: list[object]) -> None:
    head = ["STT", "Tên lớp tập huấn", "Ngày", "Số lượt"]
    rows = [WHO, head, [1, "A", DAY, 20], [2, "B", DAY, 30], [None, "Tổng cộng", None, 50], below]
    report = checked(rows)
    assert (len(records(report)), report["issues"]) == (2, [])


@pytest.mark.parametrize("rows", [1, 60])
@pytest.mark.parametrize(
    ("kind", "title", "count"),
    [
        ("02 buổi tuyên truyền", "A", 2),
        ("Tuyên truyền", "Tổ chức 03 buổi tuyên truyền", 3),
        ("Buổi tuyên truyền", "Buổi 2: Mạng xã hội", 1),
        ("3. Buổi tuyên truyền", "A", 1),
    ],
)
def test_numbers_of_activities_in_words(kind: str, title: str, count: int, rows: int) -> None:
    head = ["Loại hình", "Nội dung", "Ngày", "Số lượt"]
    others = [["Tuyên truyền", f"B{n}", DAY, 90] for n in range(rows)]
    found = records(checked([WHO, head, *others, [kind, title, DAY, 300]]))
    assert [(r["count"], r["basis"]) for r in found[-2:]] == [
        (1, "detail"),
        (count, "summary" if count > 1 else "detail"),
    ]


def test_activities_and_people_told_in_one_cell() -> None:
    head = ["STT", "Tên lớp tập huấn", "Ngày", "Kết quả"]
    rows = [
        [1, "A", DAY, "02 lớp/90 lượt người"],
        [2, "B", DAY, "1 lớp với 45 học viên"],
        [3, "C", DAY, "1 lớp, 40"],
    ]
    told = [(r["count"], r["attendances_total"]) for r in records(checked([WHO, head, *rows]))]
    assert told == [(2, 90), (1, 45), (1, 40)]
    report = checked([WHO, [*head[:3], "Số lượt"], *rows, [4, "D", DAY, "2 lớp 45"]])
    assert issues(report) == [("number_unreadable", "D6")]


def test_a_title_that_begins_like_a_total_is_a_row() -> None:
    rows = [
        WHO,
        HEAD,
        [1, "Tổng kết lớp tập huấn kỹ năng số", DAY, 50, 30, 20, 10],
        [2, "Cộng tác viên học kỹ năng", DAY, 50, 30, 20, 10],
    ]
    assert len(records(checked(rows))) == 2


def test_a_reported_group_of_classes_is_a_summary() -> None:
    rows = [WHO, ["Tên lớp tập huấn", "Ngày", "Số lớp", "Số người"], ["A", DAY, 2, 80], ["B", DAY, 1, 40]]
    assert [(r["count"], r["basis"]) for r in records(checked(rows))] == [(2, "summary"), (1, "detail")]


@pytest.mark.parametrize("label", ["Chung", "3 xã", "Tổng kết quả", "Kết quả toàn huyện"])
@pytest.mark.parametrize("day", [None, DAY])
def test_a_row_that_sums_the_others_by_its_figures_is_no_activity(label: str, day: object) -> None:
    head = ["STT", "Tên lớp tập huấn", "Ngày", "Cha mẹ", "Giáo viên"]
    rows = [[n, f"Lớp {n}", DAY, 40 + n, n] for n in (1, 2, 3)]
    whole = [None, label, None, 126, 6]
    table = (
        [head, *rows, whole]
        if day
        else [[c for i, c in enumerate(r) if i != 2] for r in (head, *rows, whole)]
    )
    report = checked([["UBND huyện Hòa Vang, tháng 5 năm 2023"], *table])
    assert (len(records(report)), codes(report, "error")) == (3, [])
    table[-1][-1] = 7
    assert len(records(checked([["UBND huyện Hòa Vang, tháng 5 năm 2023"], *table]))) == (3 if day else 4)


def test_activities_and_people_by_audience_in_one_cell() -> None:
    rows = [WHO, ["STT", "Nội dung", "Thời gian", "Kết quả"], [1, "Tập huấn A", DAY, "01 lớp/62 phụ huynh"]]
    found = records(checked([*rows, [2, "Tập huấn B", DAY, "02 lớp, 90 phụ huynh và 6 giáo viên"]]))
    told = [(r["count"], r["basis"], r["attendances"]) for r in found]
    assert told == [(1, "detail", {"parents": 62}), (2, "summary", {"parents": 90, "teachers": 6})]


def test_one_class_in_a_column_of_counts_for_a_period_is_a_sum() -> None:
    head = ["Thời gian", "Loại hoạt động", "Số lớp/buổi", "Đối tượng", "Số lượt"]
    rows = [
        WHO,
        head,
        ["Quý I/2023", "Tập huấn", 1, "Cha mẹ", 40],
        ["12/5/2023", "Tập huấn", 1, "Cha mẹ", 40],
    ]
    assert [(r["count"], r["basis"]) for r in records(checked(rows))] == [(1, "summary"), (1, "detail")]


@pytest.mark.parametrize("below", [False, True])
@pytest.mark.parametrize(
    "words", ["Toàn quận", "Tổng số lượt quận", "Kết quả toàn quận", "Chung", "3 phường", "Năm 2023", None]
)
def test_what_sums_all_others_of_a_list_without_days(words: str | None, below: bool) -> None:
    lines = [[1, "Lớp A", 30, 20], [2, "Lớp B", 40, 25], [3, "Lớp C", 50, None]]
    whole = [[None, words, 120, 45]]
    above = [WHO, ["DANH SÁCH LỚP TẬP HUẤN NĂM 2023"], ["STT", "Nội dung", "Cha mẹ", "Giáo viên"]]
    report = checked([*above, *(lines + whole if below else whole + lines)])
    assert report["issues"] == []
    assert [r["title"] for r in records(report)] == ["Lớp A", "Lớp B", "Lớp C"]


@pytest.mark.parametrize(
    "first", [[1, "Lớp A", 70], [None, "Lớp A", 60]], ids=["numbered as the others", "another figure"]
)
def test_what_may_be_an_activity_is_one(first: list[Any]) -> None:
    above = [WHO, ["DANH SÁCH LỚP TẬP HUẤN NĂM 2023"], ["STT", "Nội dung", "Cha mẹ"]]
    assert len(records(checked([*above, first, [2, "Lớp B", 30], [3, "Lớp C", 40]]))) == 3


@pytest.mark.parametrize("whole", [[], [["Toàn quận", 120]], [["Chung", 120]]])
@pytest.mark.parametrize("heading", ["Số lượt cha mẹ", "Số cha mẹ tham gia"])
@pytest.mark.parametrize("names", [("Lớp A", "Lớp B", "Lớp C"), ("Tập huấn 1", "Tập huấn 2", "Tập huấn 3")])
def test_a_heading_that_counts_people_makes_a_list_of_two_columns_no_form(
    names: tuple[str, ...], heading: str, whole: list[list[Any]]
) -> None:
    rows = [[name, figure] for name, figure in zip(names, (30, 40, 50), strict=True)]
    report = checked([WHO, ["DANH SÁCH LỚP TẬP HUẤN NĂM 2023"], ["Nội dung", heading], *whole, *rows])
    assert report["issues"] == []
    told = [(r["title"], r["count"], r["attendances"]) for r in records(report)]
    assert told == [(name, 1, {"parents": figure}) for name, figure in zip(names, (30, 40, 50), strict=True)]


_HELD = [
    [1, "Tập huấn A", "Tập huấn", DAY, 3, 120],
    [2, "Truyền thông B", "Truyền thông", DAY, 6, 480],
    [3, "Truyền thông C", "Truyền thông", DAY, 1, 80],
    [4, "Tập huấn D", "Tập huấn", DAY, 2, 88],
]
_BY_KIND = ["STT", "Tên hoạt động", "Loại", "Ngày", "Số lượng", "Số lượt"]


@pytest.mark.parametrize("with_kinds", [True, False])
@pytest.mark.parametrize(
    ("label", "written", "told"),
    [
        ("Tổng số lớp tập huấn", 5, None),
        ("Cộng lớp tập huấn", 5, None),
        ("Tổng số buổi truyền thông", 7, None),
        ("Tổng số lớp tập huấn", 6, "cộng các dòng phía trên được 5"),
        ("Tổng số lớp tập huấn", 12, "cộng các dòng phía trên được 5"),
        # No kind of theirs: all rows.
        ("Tổng cộng", 13, "cộng các dòng phía trên được 12"),
    ],
)
def test_a_sum_that_names_a_kind_is_held_against_the_rows_of_that_kind(
    label: str, written: int, told: str | None, with_kinds: bool
) -> None:
    rows = [_BY_KIND, *_HELD, [None, label, None, None, written, None]]
    rows = rows if with_kinds else [[*row[:2], *row[3:]] for row in rows]
    report = checked([WHO, *rows])
    assert [r["count"] for r in records(report)] == [3, 6, 1, 2]
    assert issues(report) == ([("total_row_mismatch", "E7" if with_kinds else "D7")] if told else [])
    assert told is None or told in report["issues"][0]["message"]


def test_sums_by_kind_below_all_groups() -> None:
    rows = [["Quý I/2023"], *_HELD[:2], ["Quý II/2023"], *_HELD[2:]]
    ending = [
        [None, "Tổng số lớp tập huấn", None, None, 5],
        [None, "Tổng số buổi truyền thông", None, None, 8],
    ]
    report = checked([WHO, _BY_KIND, *rows, *ending])
    assert issues(report) == [("total_row_mismatch", "E10")]
    assert "được 7" in report["issues"][0]["message"]
