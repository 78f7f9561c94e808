"""Campaigns that are set: which word holds, what answers one, what cannot be set."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program import units
from program.periods import parse_period
from program.reporting.campaigns import (
    Asked,
    Stated,
    action_month,
    before,
    in_force,
    owing,
    refusal,
    speaks_of,
)
from program.reporting.timeliness import DEADLINE_DAYS, GRAINS, campaigns

JUNE = replace(action_month(2024), code="own-1")
DAYS = st.dates(date(2024, 4, 1), date(2024, 8, 31))


def word(number: int, code: str = "own-1", **more: bool) -> Stated:
    return Stated(number, replace(JUNE, code=code), "Hoa", datetime(2024, 6, 1, tzinfo=UTC), **more)


def window(code: str = "2024-Q2", due: date = date(2024, 7, 1)) -> Asked:
    found = parse_period(code)
    return Asked(code, found.label, found.start, found.end, due)


@pytest.mark.parametrize(
    ("said", "holds", "earlier"),
    [
        ([word(1)], 1, None),
        ([word(1), word(2)], 2, 1),
        ([word(1), word(2, undone=True)], 1, None),
        ([word(1), word(2, ended=True)], None, 1),
        ([word(1), word(2, ended=True), word(3)], 3, 2),
        ([word(1, undone=True)], None, None),
    ],
)
def test_the_latest_word_holds(said: list[Stated], holds: int | None, earlier: int | None) -> None:
    found = in_force(reversed(said)).get("own-1")
    assert (found and found.id) == holds
    last = max((s.id for s in said if not s.undone), default=0)
    came_before = before(said, last)
    assert (came_before and came_before.id) == earlier


@given(DAYS, DAYS)
def test_one_day_answers_where_it_lies_in_the_days(day: date, other: date) -> None:
    assert speaks_of(JUNE, "detail", day, day, day) is (day.month == 6)
    start, end = sorted((day, other))
    covers = start <= date(2024, 6, 15) <= end
    assert speaks_of(JUNE, "declared_zero", start, start, end) is (covers or start.month == 6)
    assert speaks_of(JUNE, "detail", start, start, end) is (start.month == 6)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (JUNE, None),
        (window(), None),
        (replace(JUNE, name=""), "tên kỳ"),
        (replace(JUNE, first=date(2024, 7, 1)), "ngày đầu phải trước"),
        (replace(JUNE, last=date(2026, 1, 1), due=date(2026, 2, 1)), "31-12-2025"),
        (replace(JUNE, due=date(2024, 6, 29)), "29-6-2024 phải từ ngày cuối"),
        (replace(JUNE, due=date(2026, 7, 19)), "trong vòng một năm"),
        (replace(JUNE, units=()), "ít nhất một đơn vị"),
        (replace(JUNE, units=("492", "20194")), "Vào ngày 30-6-2024"),
        (replace(JUNE, code=""), "Đã có kỳ"),
        (window(due=date(2024, 6, 13)), "13-6-2024"),
        (replace(window(), first=date(2024, 3, 1)), "không phải là quý"),
        (replace(window(), code="2024-05"), "không phải là quý"),
        (replace(window(), code="2024-Q9"), "Không hiểu kỳ"),
    ],
)  # fmt: skip
def test_what_cannot_be_set_is_said(asked: Asked, words: str | None) -> None:
    said = refusal(asked, [word(1)])
    assert words in said if words and said else said == words


def test_who_owes_is_who_stood_on_the_last_day() -> None:
    assert owing(JUNE) == units.reporting_units(date(2024, 6, 30))
    july = replace(JUNE, last=date(2025, 7, 10))
    assert {u.level for u in owing(july)} == {"commune"}
    chosen = owing(replace(JUNE, units=("SO-GDDT", "493", "492")))
    assert [u.code for u in chosen] == ["492", "493", "SO-GDDT"]


@pytest.mark.parametrize("grain", GRAINS)
def test_a_due_day_that_is_set_moves_its_window_alone(grain: str) -> None:
    plain = campaigns(grain)
    for one in plain[:2]:
        due = one.window.end + timedelta(days=40)
        said = {one.window.code: Stated(1, window(one.window.code, due), "Hoa", datetime.now(UTC))}
        days = [c.deadline(DEADLINE_DAYS) for c in campaigns(grain, said)]
        assert days == [due if c is one else c.deadline(DEADLINE_DAYS) for c in plain]
