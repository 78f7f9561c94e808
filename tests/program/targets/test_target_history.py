"""What the words of a document tell; the versions of a target and who set a row."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program.targets.history import (
    Statement,
    document_day,
    document_words,
    former_plans,
    history,
)
from program.targets.progress import TargetRow


def at(day: int) -> datetime:
    return datetime(2023, 1, day, 12, tzinfo=UTC)


def said(value: float, day: int, year: int = 2023, document: str | None = None, **more: object) -> Statement:
    row = TargetRow(date(year, 1, 1), date(year, 12, 31), value, "local", document)
    return Statement("L-sessions", "492", row, day, day, f"Người {day}", at(day), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("paper", "dated", "told"),
    [
        ("", None, None),
        ("  KH  12 ", None, "KH 12"),
        ("KH 12", date(2023, 3, 5), "KH 12 ngày 5-3-2023"),
        ("", date(2023, 3, 5), "Văn bản ngày 5-3-2023"),
    ],
)
def test_the_words_of_a_document(paper: str, dated: date | None, told: str | None) -> None:
    assert document_words(paper, dated) == told


@given(st.dates(date(2015, 1, 1), date(2035, 12, 31)))
def test_the_day_of_a_document_is_read_back_from_its_words(day: date) -> None:
    assert document_day(document_words("Kế hoạch 12/KH-UBND", day)) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        (None, None),
        ("Kế hoạch 12/KH-UBND", None),
        ("QĐ 830/QĐ-TTg ngày 01/06/2021", date(2021, 6, 1)),
        ("QĐ 5 ngày 5 tháng 3 năm 2023", date(2023, 3, 5)),
        ("QĐ 5 ngày 31-2-2023", None),
        ("QĐ 5 ngày 1-2-2023, sửa ngày 5.3.2023", date(2023, 3, 5)),
    ],
)
def test_the_day_in_the_words_of_a_document(words: str | None, day: date | None) -> None:
    assert document_day(words) == day


@pytest.mark.parametrize(
    ("statements", "plans"),
    [
        ([said(10, 1)], [[10]]),
        ([said(10, 1), said(20, 2)], [[10], [20]]),
        ([said(10, 1), said(20, 2, 2024)], [[10, 20]]),  # another year is added
        ([said(10, 1), said(10, 2)], [[10]]),  # said again
        ([said(10, 1), said(10, 2, removes=True)], [[10], []]),
        ([said(10, 1, until=at(3)), said(7, 3, 2024)], [[10], [7]]),
    ],
)
def test_the_versions_of_a_target(statements: Sequence[Statement], plans: list[list[float]]) -> None:
    found = history(statements)["L-sessions", "492"]
    assert [[r.value for r in v.rows] for v in found] == plans
    assert [v.at for v in found] == sorted({v.at for v in found})


def test_the_former_plan_is_that_before_the_last_change_of_the_path() -> None:
    statements = [
        said(10, 1),
        said(20, 2, document="KH 2 ngày 5-3-2023"),
        said(20, 3, document="KH 3 ngày 6-4-2023"),  # another document, the same path
        said(9, 4, 2024),
    ]
    [former] = former_plans(history(statements)).values()
    assert ([r.value for r in former.rows], former.until) == ([10], date(2023, 3, 5))
    assert not former_plans(history([said(10, 1), said(9, 2, 2024), said(8, 3, 2022)]))


@pytest.mark.parametrize(("whole", "former"), [(18, [10, 20]), (30, None)])
def test_a_whole_set_over_its_years_changes_the_plan_unless_it_is_their_sum(
    whole: float, former: list[float] | None
) -> None:
    row = TargetRow(date(2023, 1, 1), date(2024, 12, 31), whole, "local", "QĐ 9 ngày 5-3-2024")
    over = Statement(**vars(said(0, 3)) | {"row": row})
    found = former_plans(history([said(10, 1), said(20, 2, 2024), over]))
    told = [([r.value for r in one.rows], one.until) for one in found.values()]
    assert told == ([(former, date(2024, 3, 5))] if former else [])


def test_without_a_day_in_the_document_the_day_of_entry_stands() -> None:
    late = Statement(**vars(said(20, 2)) | {"at": datetime(2023, 1, 2, 20, tzinfo=UTC)})
    [former] = former_plans(history([said(10, 1), late])).values()
    assert former.until == date(2023, 1, 3)  # already the next day in Việt Nam
