"""One answer about a heading: the column means what a person named, or nothing."""

from datetime import date
from typing import Any

import pytest

from data_loaders.check import check
from data_loaders.mending.questions import asked
from program.submissions.mending import NOT_USED, Mending, Question
from tests.data_loaders.mending.answering import CLASS, DAY, ROWS, WHO, answer, mended, values
from tests.data_loaders.sheets import Rows, codes, issues, records, xlsx


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
