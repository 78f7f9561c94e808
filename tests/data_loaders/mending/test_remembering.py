"""A file read with the answers kept from earlier ones."""

from collections.abc import Sequence
from datetime import date

import pytest

import data_loaders.check
from data_loaders.check import check
from data_loaders.mending.remembering import Recall, check_with
from program.submissions.mending import (
    NO_MENDING,
    Answer,
    Asked,
    Correction,
    Mending,
    Question,
    Remembered,
    recalled,
)
from tests.data_loaders.sheets import issues, records, xlsx

HEAD = ["Tên hoạt động", "Hôm duyệt", "Loại hoạt động", "Cha mẹ"]
ROWS = [
    ["Đơn vị báo cáo: UBND quận Hải Châu"],
    HEAD,
    ["Lớp A", date(2023, 5, 12), "Lớp tập huấn", 40],
    ["Lớp B", date(2023, 5, 13), "Sự vụ", 45],
]
RAW = xlsx({"S": ROWS})
DAY = Answer(Question.HEADING, "hôm duyệt", "start_date")
KIND = Answer(Question.KIND, "sự vụ", "contest")


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read."""
    seen: list[str] = []
    own = data_loaders.check.read

    def counted(name: str, raw: bytes) -> object:
        seen.append(name)
        return own(name, raw)

    monkeypatch.setattr(data_loaders.check, "read", counted)
    return seen


def recall_of(*kept: tuple[str | None, Answer]) -> Recall:
    def recall(questions: Sequence[Asked], units: frozenset[str]) -> frozenset[Answer]:
        return recalled(questions, [Remembered(unit, answer) for unit, answer in kept], units)

    return recall


def test_a_file_is_read_once_when_nothing_is_recalled(reads: list[str]) -> None:
    report, applied = check_with("a.xlsx", RAW, NO_MENDING, recall_of())
    assert reads == ["a.xlsx"]
    assert applied == NO_MENDING
    assert report == check("a.xlsx", RAW)


def test_a_clean_file_recalls_nothing(reads: list[str]) -> None:
    def never(_questions: Sequence[Asked], _units: frozenset[str]) -> frozenset[Answer]:
        raise AssertionError

    clean = xlsx({"S": [ROWS[0], ["Tên hoạt động", "Ngày", *HEAD[2:]], ROWS[2]]})
    report, _ = check_with("a.xlsx", clean, NO_MENDING, never)
    assert (issues(report), reads) == ([], ["a.xlsx"])


def test_answers_of_the_units_that_a_file_speaks_of_are_applied_although_no_row_is_sound(
    reads: list[str],
) -> None:
    report, applied = check_with("a.xlsx", RAW, NO_MENDING, recall_of(("492", DAY), ("492", KIND)))
    assert applied.answers == {DAY, KIND}
    assert issues(report) == []
    assert [(r["start_date"], r["kind"]) for r in records(report)] == [
        ("2023-05-12", "training_class"),
        ("2023-05-13", "contest"),
    ]
    assert reads == ["a.xlsx"] * 2
    assert check("a.xlsx", RAW, applied) == report


def test_answers_of_other_units_are_not_applied() -> None:
    report, applied = check_with("a.xlsx", RAW, NO_MENDING, recall_of(("491", DAY), ("491", KIND)))
    assert applied == NO_MENDING
    assert report == check("a.xlsx", RAW)


def test_the_units_in_the_cells_are_spoken_of() -> None:
    rows = [["Đơn vị", *HEAD], ["Quận Sơn Trà", *ROWS[2]], ["Quận Hải Châu", *ROWS[3]]]
    told: list[frozenset[str]] = []

    def listening(_questions: Sequence[Asked], units: frozenset[str]) -> frozenset[Answer]:
        told.append(units)
        return frozenset()

    check_with("a.xlsx", xlsx({"S": rows}), NO_MENDING, listening)
    assert told == [frozenset({"492", "493"})]


def test_what_is_given_goes_before_what_is_recalled() -> None:
    given = Mending().with_answers([DAY, Answer(Question.KIND, "sự vụ", "other")])
    report, applied = check_with("a.xlsx", RAW, given, recall_of(("492", KIND)))
    assert applied == given
    assert records(report)[1]["kind"] == "other"
    only_day = Mending().with_answers([DAY]).with_corrections([Correction("S", "D3", "41")])
    report, applied = check_with("a.xlsx", RAW, only_day, recall_of(("492", KIND)))
    assert applied == only_day.with_answers([KIND])
    assert records(report)[0]["attendances_total"] == 41


def test_a_recalled_answer_that_settles_nothing_is_not_said_to_be_applied() -> None:
    idle = Answer(Question.HEADING, "hôm duyệt", "indicator")
    report, applied = check_with("a.xlsx", RAW, NO_MENDING, recall_of(("492", idle), ("492", KIND)))
    assert applied.answers == {KIND}
    assert report == check("a.xlsx", RAW, applied)
