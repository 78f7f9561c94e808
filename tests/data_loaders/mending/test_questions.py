"""What a checked file asks, and what the answer probably is."""

from datetime import date
from typing import Any

import pytest

from data_loaders.check import check
from data_loaders.mending.questions import FIELDS_OF, asked
from program.contract import TableKind
from program.submissions.mending import NOT_USED, Asked, Mending, Question
from tests.data_loaders.sheets import Rows, xlsx

HEAD = ["Đơn vị", "Tên hoạt động", "Ngày tổ chức", "Loại hoạt động", "Đối tượng", "Tổng lượt"]
GOOD: dict[str, Any] = {
    "unit": "Quận Hải Châu", "title": "Em an toàn", "day": date(2023, 5, 12), "kind": "Lớp tập huấn",
    "whom": "Cha mẹ", "people": 40,
}  # fmt: skip


def row(**cells: Any) -> list[Any]:
    return list((GOOD | cells).values())


def questions(rows: Rows, **more: Rows) -> list[Asked]:
    return asked(check("a.xlsx", xlsx({"Một": rows, **more})))


@pytest.mark.parametrize(
    ("cells", "question", "candidates"),
    [
        ({"unit": "Quận Hải Chau"}, Question.UNIT, ("492",)),
        ({"unit": "Nhà văn hóa X"}, Question.UNIT, ()),
        ({"kind": "Truyền thôg"}, Question.KIND, ("communication_session",)),
        ({"kind": "Sự vụ"}, Question.KIND, ()),
        ({"whom": "Trẻ em"}, Question.AUDIENCE, ("children_out_of_school", "children_in_school")),
    ],
)
def test_the_likeliest_answers_are_offered(
    cells: dict[str, Any], question: Question, candidates: tuple[str, ...]
) -> None:
    (only,) = questions([HEAD, row(), row(), row(**cells)])
    assert only.question == question
    assert only.words == next(iter(cells.values()))
    assert only.cells[0][0] == "Một"
    assert only.candidates[: len(candidates)] == candidates
    assert bool(only.candidates) == bool(candidates)


def test_equal_words_are_one_question_in_all_sheets() -> None:
    rows = [HEAD, row(kind="Sự vụ"), row(), row(kind="SỰ  VỤ")]
    (only,) = questions(rows, Hai=rows)
    assert only.cells == (("Một", "D2"), ("Một", "D4"), ("Hai", "D2"), ("Hai", "D4"))


def test_an_odd_heading_without_which_rows_fail_is_asked() -> None:
    (only,) = questions([[*HEAD[:2], "Hôm duyệt", *HEAD[3:]], row(), row()])
    assert (only.question, only.words, only.cells) == (Question.HEADING, "Hôm duyệt", (("Một", "C1"),))
    assert only.candidates == ("start_date", "end_date")


def test_what_is_known_not_to_be_kept_is_offered_as_such() -> None:
    (only,) = questions([[*HEAD, "Kinh phí"], [*row(), 5000000]])
    assert (only.words, only.candidates) == ("Kinh phí", (NOT_USED,))


def test_other_findings_ask_nothing() -> None:
    report = check(
        "a.xlsx", xlsx({"Một": [HEAD, row(day="31/02/2023"), row(people="nhiều"), row(people=-1)]})
    )
    assert len(report["issues"]) == 3
    assert asked(report) == []
    assert asked(check("a.pdf", b"%PDF-1.7")) == []


def test_every_kind_of_table_offers_fields() -> None:
    assert set(FIELDS_OF) == set(TableKind)


def test_a_file_that_names_no_unit_is_asked_once_whose_it_is() -> None:
    rows = [HEAD[1:], row()[1:], row(title="Em vui")[1:]]
    raw = xlsx({"Một": rows, "Hai": rows[:2]})
    (only,) = asked(check("a.xlsx", raw))
    assert (only.question, only.words, len(only.cells), only.candidates) == (Question.UNIT, "", 3, ())
    report = check("a.xlsx", raw, Mending(frozenset({only.answered("493")})))
    assert {r["unit"] for table in report["tables"] for r in table["records"]} == {"493"}
    assert (report["status"], asked(report)) == ("ready", [])
    # What a row says of itself stays.
    mixed = xlsx({"Một": [HEAD, row(), row(unit="")]})
    named = check("a.xlsx", mixed, Mending(frozenset({only.answered("493")})))
    assert [r["unit"] for table in named["tables"] for r in table["records"]] == ["492", "493"]
