"""One answer mends all the rows that wait for it, in whatever table they stand."""

from datetime import date
from typing import Any

import pytest

from data_loaders.mending.questions import asked
from data_loaders.names.units import Era, resolve
from program.submissions.mending import Question
from program.text import key
from tests.data_loaders.mending.answering import CLASS, DAY, HEAD, ROWS, WHO, answer, mended, row, values
from tests.data_loaders.sheets import Rows, codes, issues, records

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
    # The year has days of both.
    rows = [LONG, [*long_row(1, unit="Hải Châu")[:2], "Năm 2025", *long_row(1)[3:]]]
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
