from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program.targets.in_force import in_force
from program.targets.progress import (
    TargetRow,
    behind_since,
    judge,
    milestones,
    needed_a_month,
    planned,
    planned_within,
)

YEARS = tuple(
    TargetRow(date(y - 1, 12, 15), date(y, 12, 14), value, "local", None)
    for y, value in ((2022, 365.0), (2023, 730.0))
)


def test_the_path_runs_through_yearly_milestones() -> None:
    assert planned(YEARS, date(2021, 12, 14)) == 0
    assert planned(YEARS, date(2022, 12, 14)) == 365
    assert planned(YEARS, date(2023, 12, 14)) == 1095
    assert planned(YEARS, date(2022, 12, 16)) == pytest.approx(365 + 4)
    assert planned(YEARS, date(2030, 1, 1)) == 1095


@given(st.dates(date(2021, 1, 1), date(2024, 12, 31)), st.dates(date(2021, 1, 1), date(2024, 12, 31)))
def test_the_path_never_falls_and_adds_up(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert planned(YEARS, first) <= planned(YEARS, last)
    parts = planned_within(YEARS, date(2021, 1, 1), first) + planned(YEARS, last) - planned(YEARS, first)
    assert parts == pytest.approx(planned(YEARS, last))


def test_corners_of_the_path() -> None:
    assert milestones(YEARS, date(2021, 12, 15), date(2023, 12, 14)) == [
        (date(2021, 12, 14), 0),
        (date(2022, 12, 14), 365),
        (date(2023, 12, 14), 1095),
    ]


@pytest.mark.parametrize(
    ("actual", "target", "expected", "ended", "status"),
    [
        (100, 100, 50, False, "met"),
        (100, 100, 100, True, "met"),
        (99, 100, 100, True, "not_met"),
        (47.5, 100, 50, False, "on_track"),
        (47.4, 100, 50, False, "needs_acceleration"),
        (30, 100, 50, False, "needs_acceleration"),
        (29.9, 100, 50, False, "far_behind"),
        (0, 100, 50, False, "far_behind"),
        (None, 100, 50, False, "not_assessable"),
        (10, None, None, False, "not_assessable"),
        (10, 0, 0, False, "not_assessable"),
        (0, 100, 0, False, "not_assessable"),
    ],
)
def test_the_published_rule_of_status(actual, target, expected, ended, status) -> None:
    assert judge(actual, target, expected, ended=ended)[0] == status


@pytest.mark.parametrize(
    ("years", "whole", "as_of", "actual", "status"),
    [
        # The years are more than the whole and scaled to it: what they add up to is 87, not a hair more.
        ((41, 58, 51, 27, 7), 87, date(2025, 12, 31), 87, "met"),
        ((41, 58, 51, 27, 7), 87, date(2024, 2, 29), 87, "met"),
        ((41, 58, 51, 27, 7), 87, date(2025, 12, 31), 86, "not_met"),
        # 41 of 68 1/3 is 0.60 of the path.
        ((0, 21, 0, 0, 38), 129, date(2024, 2, 29), 41, "needs_acceleration"),
    ],
)
def test_a_plan_that_is_made_of_parts_is_judged_as_the_exact_number(
    years: tuple[int, ...], whole: int, as_of: date, actual: int, status: str
) -> None:
    first, last = date(2021, 6, 1), date(2025, 12, 31)
    days = [(first, date(2021, 12, 14)), *((date(y - 1, 12, 15), date(y, 12, 14)) for y in range(2022, 2026))]
    given = [TargetRow(*span, float(n), "local", None) for span, n in zip(days, years, strict=True) if n]
    rows = in_force([*given, TargetRow(first, last, float(whole), "local", None)])
    path = planned_within(rows, first, last), planned_within(rows, first, as_of)
    assert path[0] == whole
    assert judge(actual, *path, ended=as_of == last)[0] == status
    assert judge(actual, *path, ended=as_of == last)[0] in ("met", "not_met") or (
        behind_since([(as_of, actual)], rows, first) == as_of
    )


def test_needed_rate_is_what_is_left_over_the_time_left() -> None:
    assert needed_a_month(40, 100, date(2024, 12, 31), date(2025, 12, 31)) == pytest.approx(60 / 12, rel=0.01)
    assert needed_a_month(40, 100, date(2025, 12, 31), date(2025, 12, 31)) is None
    assert needed_a_month(140, 100, date(2024, 12, 31), date(2025, 12, 31)) == 0


def test_behind_since_the_first_day_of_the_last_unbroken_spell() -> None:
    rows = (TargetRow(date(2022, 1, 1), date(2022, 12, 31), 365, "local", None),)
    series = [
        (date(2022, 1, 31), 10),
        (date(2022, 2, 28), 59),
        (date(2022, 3, 31), 60),
        (date(2022, 4, 30), 70),
    ]
    assert behind_since(series, rows, date(2022, 1, 1)) == date(2022, 3, 31)
    assert behind_since(series[:2], rows, date(2022, 1, 1)) is None
