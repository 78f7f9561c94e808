"""The days of a list."""

import datetime

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records
from tests.data_loaders.tables.activity.lists import DAY, HEAD, WHO


def test_days_without_a_year_lie_in_the_period_above() -> None:
    days = ["18/12", "20/3"]
    for above, years in (
        ("Năm học 2022-2023", "2022 2023"),
        ("học kỳ II năm học 2022-2023", "2022 2023"),
        ("6 tháng đầu năm 2023", "2022 2023"),
        ("Năm 2023", "2023 2023"),
    ):
        found = records(
            checked(
                [
                    [f"Quận Hải Châu: lớp tập huấn, {above}"],
                    ["Tên lớp", "Ngày", "Cha mẹ"],
                    *(["A", d, 60] for d in days),
                ]
            )
        )
        assert [r["start_date"][:4] for r in found] == years.split(), above


def test_of_two_days_the_one_outside_the_programme_is_named() -> None:
    head = ["Tên lớp tập huấn", "Từ ngày", "Đến ngày", "Số người"]
    rows = [["A", "17/05/2027", "2/7/2023", 30], ["B", DAY, DAY, 30]]
    assert issues(checked([WHO, head, *rows])) == [("date_outside_program", "B3")]


def test_days_of_a_month_given_by_the_group() -> None:
    rows = [
        WHO,
        ["Năm 2023"],
        ["STT", "Tên lớp tập huấn", "Ngày", "Số người"],
        ["Tháng 5", None, None, None],
        [1, "A", 12, 30],
        ["Tháng 6", None, None, None],
        [2, "B", "3", 30],
    ]
    assert [r["start_date"] for r in records(checked(rows))] == ["2023-05-12", "2023-06-03"]


@pytest.mark.parametrize("day", ["Ngày {}/5", "{}/5", "Sáng {}/5", "Ngày {} tháng 5"])
def test_a_day_of_a_group_takes_its_year_from_the_sheet(day: str) -> None:
    rows = [
        ["STT", "Tên lớp tập huấn", "Số người"],
        [None, day.format(12)],
        [1, "A", 30],
        [None, day.format(20)],
        [2, "B", 30],
    ]
    found = checked([WHO, ["Năm 2023"], *rows])
    assert [r["start_date"] for r in records(found)] == ["2023-05-12", "2023-05-20"]
    assert [r["end_date"] for r in records(found)] == ["2023-05-12", "2023-05-20"]
    assert records(checked([WHO, *rows])) == []


def test_a_day_in_words_before_people_in_words_signs_nothing() -> None:
    head = ["STT", "Ngày", "Tên lớp tập huấn", "Số lượng, đối tượng"]
    days = ("ngày 9 tháng 7 năm 2023", "ngày 4 tháng 8 năm 2023")
    report = checked([WHO, ["6 tháng cuối năm 2023"], head, *([1, day, "A", "45 HS, 20 PH"] for day in days)])
    assert (len(records(report)), codes(report)) == (2, [])


def test_days_that_may_be_turned_round_are_asked_about() -> None:
    rows = [
        ["UBND quận Hải Châu, năm 2023"],
        HEAD[:4],
        [1, "A", datetime.date(2023, 4, 5), 30],
        [2, "B", "15/5/2023", 30],
    ]
    report = checked(rows, sheet="Tháng 5")
    assert issues(report) == [("date_ambiguous", "C3")]
    assert records(report)[0]["start_date"] == "2023-04-05"


def test_true_days_among_text_days_above_twelve_are_asked_about() -> None:
    days = [
        datetime.date(2023, 4, 5),
        "15/05/2023",
        datetime.date(2023, 1, 6),
        "25/06/2023",
        datetime.date(2023, 3, 6),
    ]
    report = checked([WHO, HEAD[:4], *[[i, f"L{i}", d, 30] for i, d in enumerate(days, 1)]])
    assert issues(report) == [("date_ambiguous", "C3"), ("date_ambiguous", "C5"), ("date_ambiguous", "C7")]


@pytest.mark.parametrize(
    ("days", "read", "asked"),
    [
        # Two days and more that only the month first makes days, none of the other order.
        (["3/14/2023", "5/6/2023", "6/25/2023"], ["2023-03-14", "2023-05-06", "2023-06-25"], [4]),
        (["03/14/2023 08:00", "6/6/2023", "06/25/2023"], ["2023-03-14", "2023-06-06", "2023-06-25"], []),
        (["3/14/2023", "3/14/2023", "5/6/2023"], ["2023-03-14", "2023-03-14", "2023-05-06"], [5]),
        # A single one may be a slip; one of the other order leaves it open.
        (["3/14/2023", "5/6/2023"], ["2023-06-05"], [4]),
        (["3/14/2023", "5/6/2023", "6/25/2023", "20/7/2023"], ["2023-06-05", "2023-07-20"], [4]),
        # True days that the spreadsheet may have turned when the texts were put in stay, and are asked about.
        (
            [*(datetime.date(2023, m, d) for m, d in ((5, 6), (7, 8), (9, 10))), "3/14/2023", "6/25/2023"],
            ["2023-05-06", "2023-07-08", "2023-09-10", "2023-03-14", "2023-06-25"],
            [3, 4, 5],
        ),
        (
            [*(datetime.date(2023, m, d) for m, d in ((5, 6), (7, 8), (9, 20))), "3/14/2023", "6/25/2023"],
            ["2023-05-06", "2023-07-08", "2023-09-20", "2023-03-14", "2023-06-25"],
            [],
        ),
    ],
)
def test_months_first_are_read_where_their_column_says_so_and_told(
    days: list[object], read: list[str], asked: list[int]
) -> None:
    report = checked([WHO, HEAD[:4], *[[i, f"L{i}", d, 30 + i] for i, d in enumerate(days, 1)]])
    assert [r["start_date"] for r in records(report)] == read
    assert [cell for code, cell in issues(report) if code == "date_ambiguous"] == [f"C{row}" for row in asked]


def test_a_day_read_with_the_month_first_says_so() -> None:
    days = ["3/14/2023", "5/6/2023", "6/25/2023"]
    report = checked([WHO, HEAD[:4], *[[i, f"L{i}", d, 30] for i, d in enumerate(days, 1)]])
    (told,) = report["issues"]
    assert told["found"] == "5/6/2023"
    assert "được đọc là 06/05/2023" in told["message"]
    assert "nếu là ngày 05/06/2023 thì ghi tháng bằng chữ" in told["fix"]


def test_days_in_three_columns() -> None:
    rows = [WHO, ["STT", "Tên lớp tập huấn", "Ngày", "Tháng", "Năm", "Số người"], [1, "A", 5, 3, 2023, 40]]
    assert records(checked(rows))[0]["start_date"] == "2023-03-05"


def test_a_year_of_its_own_column_completes_the_days() -> None:
    rows = [WHO, ["STT", "Tên lớp tập huấn", "Ngày, tháng", "Năm", "Số người"], [1, "A", "15/03", 2023, 40]]
    assert records(checked([*rows, [2, "B", "16-17/3", 2024, 40]]))[1]["end_date"] == "2024-03-17"


def test_one_year_above_the_figures_of_a_list_is_no_crosstab() -> None:
    head = [["STT", "Tên lớp tập huấn", "Ngày", "Năm 2024", None], [None, None, None, "Cha mẹ", "Tổng"]]
    merges = ["A2:A3", "B2:B3", "C2:C3", "D2:E2"]
    report = checked([WHO, *head, [1, "A", DAY, 40, 50]], merges=merges)
    assert [(r["count"], r["basis"], r["attendances_total"]) for r in records(report)] == [(1, "detail", 50)]


def test_years_at_school_are_no_titles_and_no_counts() -> None:
    head = ["STT", "Khối lớp", "Nội dung tuyên truyền", "Ngày", "Học sinh"]
    for classes in (("Khối 6", "Khối 7"), (6, 7)):
        found = records(checked([WHO, head, *([n, c, "A", DAY, 90] for n, c in enumerate(classes, 1))]))
        assert [(r["title"], r["count"]) for r in found] == [("A", 1), ("A", 1)]


def test_a_column_of_impossible_days_is_not_read_as_the_years_in_them() -> None:
    report = checked([["BÁO CÁO NĂM 2023"], WHO, HEAD, [1, "Lớp A", "31/02/2023", 50, 30, 20, 10]])
    assert report["status"] == "rejected"
    assert codes(report) == ["date_unreadable"]


def test_a_day_in_february_of_the_second_term_is_not_doubted() -> None:
    title = ["BUỔI TUYÊN TRUYỀN HỌC KỲ II NĂM HỌC 2022-2023"]
    head = ["STT", "Nội dung", "Ngày", "Số lượt học sinh"]
    days = [datetime.date(2023, 2, 6), datetime.date(2023, 3, 13)]
    rows = [[n, f"Buổi {n}", day, 300] for n, day in enumerate(days, 1)]
    report = checked([["PHÒNG GD&ĐT SƠN TRÀ"], title, head, *rows])
    assert "date_ambiguous" not in codes(report)
    assert [r["start_date"] for r in records(report)] == ["2023-02-06", "2023-03-13"]


@pytest.mark.parametrize("heading", ["Ngày đăng ký", "Thời gian đăng ký", "Ngày báo cáo", "Ngày nhập"])
def test_a_day_of_registration_or_report_is_never_the_day_held(heading: str) -> None:
    rows = [["Tên hoạt động", heading, "Đối tượng", "Số lượt"], ["Tập huấn A", DAY, "Cha mẹ", 50]]
    report = checked([["UBND QUẬN HẢI CHÂU - LỚP TẬP HUẤN NĂM 2023"], *rows])
    assert [(r["start_date"], r["end_date"]) for r in records(report)] == [("2022-12-15", "2023-12-14")]
    assert issues(report) == [("unused_column", "B2")]


@pytest.mark.parametrize(
    ("heading", "day", "fix"),
    [
        ("NĂM 2020", "14/9", "Sửa lại năm 2020 ở ô A3 nếu gõ nhầm; nếu đúng thì bỏ dòng này khỏi tệp."),
        ("NĂM 2022", "14/9/2020", "Sửa lại năm nếu gõ nhầm; nếu đúng thì bỏ dòng này khỏi tệp."),
        ("NĂM 2020", "14/9/2020", "Sửa lại năm nếu gõ nhầm; nếu đúng thì bỏ dòng này khỏi tệp."),
    ],
)
def test_the_year_of_a_day_outside_is_mended_where_it_stands(heading: str, day: str, fix: str) -> None:
    head = ["STT", "Tên lớp tập huấn", "Ngày", "Cha mẹ"]
    report = checked([WHO, head, [heading], [1, "A", day, 30], ["NĂM 2023"], [1, "B", "5/3", 31]])
    assert issues(report) == [("date_outside_program", "C4")]
    assert report["issues"][0]["fix"] == fix
