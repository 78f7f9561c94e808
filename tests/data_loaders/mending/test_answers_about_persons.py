"""No answer lets a person's data through."""

from datetime import date
from typing import Any

import pytest

from program.submissions.mending import NOT_USED, Answer
from tests.data_loaders.mending.answering import CLASS, DAY, ROWS, WHO, answer, mended, values
from tests.data_loaders.sheets import codes, issues

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
