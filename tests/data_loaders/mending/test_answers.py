"""One answer mends all the rows that wait for it, in whatever layout they stand."""

from datetime import date
from typing import Any

import pytest

from data_loaders.check import check
from data_loaders.mending.questions import asked
from data_loaders.names.units import Era, resolve
from program.contract import Report
from program.submissions.mending import NOT_USED, Answer, Mending, Question
from program.text import key
from tests.data_loaders.sheets import Rows, codes, issues, records, xlsx

WHO = ["Đơn vị báo cáo: UBND quận Hải Châu"]
HEAD = ["STT", "Tên hoạt động", "Ngày tổ chức", "Loại hoạt động", "Cha mẹ"]
DAY = date(2023, 5, 12)
CLASS = "Lớp tập huấn"


def answer(question: str, words: str, value: str) -> Answer:
    return Answer(Question(question), key(words), value)


def mended(rows: Rows, *answers: Answer, sheet: str = "Dữ liệu", name: str = "a.xlsx") -> Report:
    return check(name, xlsx({sheet: rows}), Mending().with_answers(answers))


def values(report: Report, field: str) -> list[Any]:
    return [record[field] for record in records(report)]


def row(n: int, **cells: Any) -> list[Any]:
    plain = {"title": f"Hoạt động {n}", "day": DAY, "kind": CLASS, "people": 40 + n}
    return [n, *(plain | cells).values()]


ROWS = [WHO, HEAD, row(1), row(2), row(3)]


def with_heading(place: int, text: str, rows: Rows = ROWS) -> list[list[Any]]:
    found = [list(r) for r in rows]
    found[1][place] = text
    return found


@pytest.mark.parametrize(
    ("place", "heading", "field", "read"),
    [
        (2, "Hôm duyệt", "start_date", ["2023-05-12"] * 3),
        (1, "Nhận xét lạ", "title", ["Hoạt động 1", "Hoạt động 2", "Hoạt động 3"]),
        (4, "Các bác", "attendances.parents", [{"parents": 41}, {"parents": 42}, {"parents": 43}]),
        (4, "Các bác", "attendances_total", [41, 42, 43]),
        (4, "Các bác", "female", [41, 42, 43]),
        (4, "Các bác", "count", [41, 42, 43]),
    ],
)
def test_a_heading_means_the_field_that_a_person_named(
    place: int, heading: str, field: str, read: list[Any]
) -> None:
    rows = with_heading(place, heading)
    if field in ("female", "count"):
        rows = [[*r, extra] for r, extra in zip(rows, [None, "Tổng số lượt", 900, 900, 900], strict=True)]
    before = mended(rows)
    question = next(q for q in asked(before) if q.question == Question.HEADING)
    assert (question.words, question.cells) == (heading, (("Dữ liệu", f"{'ABCDE'[place]}2"),))
    after = mended(rows, question.answered(field))
    assert codes(after, "error") == []
    assert "unused_column" not in codes(after)
    assert after["tables"][0]["columns"]["ABCDE"[place]] == field
    assert values(after, field.split(".", maxsplit=1)[0]) == read


def test_a_heading_answered_in_two_rows_of_headings() -> None:
    rows = [
        WHO,
        ["STT", "Tên hoạt động", "Ngày tổ chức", "Loại hoạt động", "Đối tượng tham gia", None, None],
        [None, None, None, None, "Cha mẹ", "Giáo viên", "Nhóm lạ"],
        [1, "A", DAY, CLASS, 40, 20, 30],
    ]
    merges = {"S": ["A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:G2"]}
    raw = xlsx({"S": rows}, merges)
    (question,) = asked(check("a.xlsx", raw))
    assert (question.question, question.words) == (Question.AUDIENCE, "Nhóm lạ")
    after = check("a.xlsx", raw, Mending().with_answers([question.answered("officials")]))
    assert issues(after) == []
    assert values(after, "attendances") == [{"parents": 40, "teachers": 20, "officials": 30}]
    whole = answer("heading", "Đối tượng tham gia – Nhóm lạ", "attendances.officials")
    assert check("a.xlsx", raw, Mending().with_answers([whole])) == after


def test_a_column_that_is_not_used_is_not_spoken_of_again() -> None:
    rows = [[*r, extra] for r, extra in zip(ROWS, [None, "Số hiệu sổ", "x1", "x2", None], strict=True)]
    before = mended(rows)
    assert issues(before) == [("unused_column", "F2")]
    after = mended(rows, answer("heading", "SỐ  hiệu sổ", NOT_USED))
    assert issues(after) == []
    assert asked(after) == []
    assert after["tables"] == before["tables"]


def test_a_column_that_would_be_read_can_be_left_out() -> None:
    after = mended(ROWS, answer("heading", "Cha mẹ", NOT_USED))
    assert values(after, "attendances") == [{}] * 3
    assert after["tables"][0]["unused_columns"] == ["E"]
    assert issues(after) == []


def test_the_named_column_comes_before_one_that_seems_to_hold_the_same() -> None:
    rows = [[*r, extra] for r, extra in zip(ROWS, [None, "Hôm duyệt", *[date(2023, 6, 1)] * 3], strict=True)]
    after = mended(rows, answer("heading", "Hôm duyệt", "start_date"))
    assert values(after, "start_date") == ["2023-06-01"] * 3
    assert after["tables"][0]["columns"]["F"] == "start_date"


def test_a_named_column_is_not_taken_for_a_plan() -> None:
    rows = [[*r, extra] for r, extra in zip(ROWS, [None, "Đạt được", 90, 90, 90], strict=True)]
    after = mended(rows, answer("heading", "Đạt được", "attendances_total"))
    assert values(after, "attendances_total") == [90] * 3


@pytest.mark.parametrize("value", ["indicator", "level", "valid_from", "nothing", "phone"])
def test_a_field_that_the_table_has_not_is_left_out_and_the_question_stays(value: str) -> None:
    rows = with_heading(2, "Hôm duyệt")
    before, after = mended(rows), mended(rows, answer("heading", "Hôm duyệt", value))
    assert after == before
    assert [q.words for q in asked(after)] == ["Hôm duyệt"]


CODES = {"unit": "492", "kind": "contest", "audience": "teachers"}
LONG = ["Đơn vị", "Tên hoạt động", "Ngày tổ chức", "Loại hoạt động", "Đối tượng", "Tổng lượt"]


def long_row(n: int, unit: str = "Quận Hải Châu", kind: str = CLASS, whom: str = "Cha mẹ") -> list[Any]:
    return [unit, f"Hoạt động {n}", DAY, kind, whom, 60]


@pytest.mark.parametrize(
    ("question", "words", "rows", "cells"),
    [
        ("unit", "Nhà A", [long_row(1, unit="Nhà A"), long_row(2), long_row(3, unit="NHÀ  A")], ["A2", "A4"]),
        ("kind", "Sự vụ", [long_row(1, kind="Sự vụ"), long_row(2), long_row(3, kind="sự vụ")], ["D2", "D4"]),
        ("audience", "Bạn", [long_row(1, whom="Bạn"), long_row(2), long_row(3, whom="BẠN")], ["E2", "E4"]),
    ],
)
def test_words_of_cells_mean_the_code_in_all_rows(
    question: str, words: str, rows: Rows, cells: list[str]
) -> None:
    before = mended([LONG, *rows])
    (only,) = asked(before)
    assert (only.question, key(only.words)) == (question, key(words))
    assert [cell for _, cell in only.cells] == cells
    assert len(records(before)) == 1
    after = mended([LONG, *rows], only.answered(CODES[question]))
    assert issues(after) == []
    code = CODES[question]
    read = values(after, "attendances" if question == "audience" else question)
    assert read == [{code: 60} if question == "audience" else code, read[1], read[0]]
    assert mended([LONG, *rows], only.answered("không có mã này")) == before


def test_the_city_is_no_unit_that_reports_activities() -> None:
    rows = [LONG, long_row(1, unit="Nhà A"), long_row(2), long_row(3)]
    assert [q.words for q in asked(mended(rows, answer("unit", "Nhà A", "48")))] == ["Nhà A"]


def test_a_unit_named_above_the_table_by_the_sheet_and_in_groups() -> None:
    means = answer("unit", "Nhà A", "491")
    plain = [HEAD, row(1)]
    above = [["Đơn vị báo cáo: Nhà A"], *plain]
    (question,) = asked(mended(above))
    assert (question.question, question.words) == (Question.UNIT, "Nhà A")
    groups = [
        HEAD,
        ["I", "Nhà A", None, None, None],
        row(1),
        ["II", "Quận Hải Châu", None, None, None],
        row(2),
    ]
    assert values(mended(above, means), "unit") == ["491"]
    assert values(mended(plain, means, sheet="Nhà A"), "unit") == ["491"]
    assert values(mended(plain, means, name="nha-a_Nhà A.xlsx"), "unit") == []
    assert values(mended(plain, means, name="Nhà_A.xlsx"), "unit") == ["491"]
    assert values(mended(groups, means), "unit") == ["491", "492"]


def test_units_across_a_crosstab() -> None:
    rows = [
        ["Quý II/2023: số lượt cha mẹ tham gia lớp tập huấn"],
        ["Đối tượng", "Quận Hải Châu", "Nhà A"],
        ["Cha mẹ", 40, 50],
        ["Giáo viên", 30, 20],
    ]
    after = mended(rows, answer("unit", "Nhà A", "491"))
    assert sorted({r["unit"] for r in records(after)}) == ["491", "492"]
    assert len(records(after)) == 4


def test_a_name_of_two_meanings_is_asked_with_both() -> None:
    rows = [LONG, [*long_row(1, unit="Hải Châu")[:2], None, *long_row(1)[3:]]]
    (unit,) = [q for q in asked(mended(rows)) if q.question == Question.UNIT]
    assert unit.candidates[0] == "492"
    assert len(unit.candidates) == 2
    found = resolve("Hải Châu", Era.UNKNOWN)
    assert unit.candidates == found.candidates


TEXTS = ["05/13/2023", "05/06/2023", "07/06/2023"]


@pytest.mark.parametrize(
    ("days", "order", "read"),
    [
        (TEXTS, "day_first", ["2023-06-05", "2023-06-07"]),
        (TEXTS, "month_first", ["2023-05-13", "2023-05-06", "2023-07-06"]),
        # A spreadsheet set to month first turned the days that it could.
        (
            [date(2023, 1, 5), date(2023, 3, 6), date(2023, 7, 6), "13/05/2023", "25/05/2023"],
            "month_first",
            ["2023-05-01", "2023-06-03", "2023-06-07", "2023-05-13", "2023-05-25"],
        ),
        (
            [date(2023, 1, 5), date(2023, 3, 6), date(2023, 7, 6), "13/05/2023", "25/05/2023"],
            "day_first",
            ["2023-01-05", "2023-03-06", "2023-07-06", "2023-05-13", "2023-05-25"],
        ),
    ],
)
def test_the_order_of_days_and_months(days: list[Any], order: str, read: list[str]) -> None:
    rows = [WHO, HEAD, *(row(n, day=day) for n, day in enumerate(days, 1))]
    questions = asked(mended(rows))
    assert [q.question for q in questions] == [Question.DATE_ORDER]
    after = mended(rows, questions[0].answered(order))
    assert values(after, "start_date") == read
    assert "date_ambiguous" not in codes(after)
    assert asked(after) == []


def test_days_without_a_doubt_stay_whatever_stands_first() -> None:
    rows = [WHO, HEAD, row(1, day="05/06/2023"), row(2, day="13/06/2023"), row(3, day=date(2023, 6, 7))]
    assert mended(rows, answer("date_order", "", "month_first")) == mended(rows)


def test_a_day_of_one_reading_is_read_where_nothing_beside_it_is_doubtful() -> None:
    rows = [WHO, HEAD, row(1, day="05/25/2023"), row(2, day="20/06/2023")]
    assert values(mended(rows), "start_date") == ["2023-05-25", "2023-06-20"]
    assert "date_unreadable" in codes(mended([*rows, row(3, day="05/06/2023")]))


OWN_WORDS = [
    answer("heading", "Tên hoạt động", "title"),
    answer("heading", "Ngày tổ chức", "start_date"),
    answer("heading", "Loại hoạt động", "kind"),
    answer("heading", "Cha mẹ", "attendances.parents"),
    answer("heading", "Đối tượng", "audience"),
    answer("heading", "Tổng lượt", "attendances_total"),
    answer("heading", "Đơn vị", "unit"),
    answer("unit", "Quận Hải Châu", "492"),
    answer("unit", "UBND quận Hải Châu", "492"),
    answer("kind", CLASS, "training_class"),
    answer("audience", "Cha mẹ", "parents"),
    answer("date_order", "", "day_first"),
]


@pytest.mark.parametrize(
    "rows",
    [ROWS, [LONG, long_row(1), long_row(2)], [LONG, long_row(1), long_row(2), long_row(3, unit="Nhà A")]],
)
def test_answers_in_the_words_of_the_contract_change_nothing(rows: Rows) -> None:
    assert mended(rows, *OWN_WORDS) == mended(rows)
    for one in OWN_WORDS:
        assert mended(rows, one) == mended(rows)


NAMES = ["Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường"]
FIELDS = ["title", "organiser", "school", "attendances.parents", "count", "audience", NOT_USED]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Họ và tên học sinh", ["An", "Bình", "Cường"]),
        ("Người dự", NAMES),
        ("Liên hệ", ["0905 123 456", "0905 123 457", None]),
        ("Lớp", ["5A", "5B", "6/1"]),
        ("Ngày sinh", [date(2012, 1, 1), date(2013, 1, 1), None]),
    ],
)
def test_no_answer_makes_personal_data_acceptable(heading: str, cells: list[Any], field: str) -> None:
    rows = [[*r, extra] for r, extra in zip(ROWS, [None, heading, *cells], strict=True)]
    assert codes(mended(rows)) == ["personal_data"]
    after = mended(rows, answer("heading", heading, field), answer("audience", heading, "parents"))
    assert codes(after) == ["personal_data"]
    assert after["tables"] == []


PHONES = [84905123456, 84905123457, 84905123458]


@pytest.mark.parametrize(
    "question", [answer("unit", "Số hiệu", "491"), answer("audience", "Số hiệu", "parents")]
)
def test_an_answer_about_a_name_hides_no_telephones(question: Answer) -> None:
    rows = [[*r, extra] for r, extra in zip(ROWS, [None, "Số hiệu", *PHONES], strict=True)]
    assert codes(mended(rows)) == ["personal_data"]
    assert codes(mended(rows, question)) == ["personal_data"]


def test_telephones_are_found_where_answers_alone_make_a_table() -> None:
    rows = [WHO, ["Mục lạ", "Hôm duyệt", "Kê thêm", "Liên hệ"]]
    rows += [[f"Hoạt động {n}", DAY, CLASS, phone] for n, phone in enumerate(PHONES)]
    told = [
        answer("heading", "Mục lạ", "title"),
        answer("heading", "Hôm duyệt", "start_date"),
        answer("heading", "Kê thêm", "kind"),
    ]
    assert codes(mended(rows)) == [*["unused_column"] * 3, "no_table"]
    assert codes(mended(rows, *told, answer("heading", "Liên hệ", "count"))) == ["personal_data"]


@pytest.mark.parametrize("names", [NAMES, ["Nguyễn Văn An"] * 3, ["ThS. An", "ThS. Bình", "ThS. Cường"]])
def test_trainers_are_not_kept_as_something_else(names: list[str]) -> None:
    rows = [[*r, extra] for r, extra in zip(ROWS, [None, "Giảng viên", *names], strict=True)]
    after = mended(rows, answer("heading", "Giảng viên", "organiser"))
    assert values(after, "organiser") == [None] * 3
    assert issues(after) == [("unused_column", "F2")]


def test_a_count_of_people_beside_two_kinds_is_of_the_kind_that_was_answered() -> None:
    rows = [
        ["Đơn vị báo cáo: UBND quận Hải Châu"],
        ["Kỳ báo cáo: Quý II/2023"],
        ["Phường", "Số lớp tập huấn", "Số buổi truyền thông", "Số người tham gia"],
        ["Phường Thạch Thang", 2, 1, 90],
        ["Phường Hải Châu I", 1, 3, 60],
    ]
    (question,) = asked(mended(rows))
    assert (question.question, question.cells) == (Question.KIND, (("Dữ liệu", "D3"),))
    after = mended(rows, question.answered("training_class"))
    assert issues(after) == []
    people = [(r["kind"], r["count"], r["attendances_total"]) for r in records(after)]
    assert people == [
        ("training_class", 2, 90), ("communication_session", 1, None),
        ("training_class", 1, 60), ("communication_session", 3, None),
    ]  # fmt: skip


def test_words_in_the_rows_of_a_summary() -> None:
    rows = [
        ["Đơn vị", "Kỳ", "Loại hoạt động", "Đối tượng", "Số lượt"],
        ["Quận Hải Châu", "Quý II/2023", CLASS, "Cha mẹ", 90],
        ["Quận Hải Châu", "Quý II/2023", "Sự vụ", "Cha mẹ", 60],
        ["Quận Sơn Trà", "Quý II/2023", CLASS, "Tập huấn nhóm 2", 50],
        ["Nhà A", "Quý II/2023", CLASS, "Cha mẹ", 40],
    ]
    told = {"Sự vụ": "contest", "Tập huấn nhóm 2": "children_in_school", "Nhà A": "491"}
    questions = asked(mended(rows))
    assert {q.words for q in questions} == set(told)
    after = mended(rows, *(q.answered(told[q.words]) for q in questions))
    assert issues(after) == []
    assert [(r["unit"], r["kind"], r["attendances"]) for r in records(after)] == [
        ("492", "training_class", {"parents": 90}),
        ("492", "contest", {"parents": 60}),
        ("493", "training_class", {"children_in_school": 50}),
        ("491", "training_class", {"parents": 40}),
    ]
