"""The same days a year before."""

from datetime import date

import pytest

from program.filters import Filters
from program.measures.last_year import Compared, Obstacle, compared, this_year, year_before
from program.periods import Calendar, parse_period
from program.vocabulary import Audience, Kind
from tests.program.frames import built, record


def view(
    code: str, unit: str = "492", as_of: date | None = None, calendar: Calendar = Calendar.REPORT
) -> Filters:
    return Filters(period=parse_period(code, calendar), unit=unit, as_of=as_of)


@pytest.mark.parametrize(
    ("asked", "code", "last"),
    [
        (view("2023"), "2022", date(2022, 12, 14)),
        (view("2023", as_of=date(2023, 3, 31)), "2022", date(2022, 3, 31)),
        (view("2024-Q1", as_of=date(2024, 2, 29)), "2023-Q1", date(2023, 2, 28)),
        (view("2023-H2"), "2022-H2", date(2022, 12, 14)),
        (view("2022-09", calendar=Calendar.CIVIL), "2021-09", date(2021, 9, 30)),
        # What is over on 28-2 stands against the whole that ended on 29-2; within a year the day alone counts.
        (view("2025-02", calendar=Calendar.CIVIL), "2024-02", date(2024, 2, 29)),
        (view("2024-H1", unit="city", calendar=Calendar.SCHOOL), "2023-H1", date(2024, 2, 29)),
        (view("2024-Q2", unit="city", calendar=Calendar.SCHOOL), "2023-Q2", date(2024, 2, 29)),
        (view("2024-02", calendar=Calendar.CIVIL), "2023-02", date(2023, 2, 28)),
        (view("2025", as_of=date(2025, 2, 28)), "2024", date(2024, 2, 28)),
        # A district ends on 30-6-2025 and is compared up to that day.
        (view("2025"), "2024", date(2024, 6, 30)),
        (view("2025", unit="city"), "2024", date(2024, 12, 14)),
        # Its boundaries changed on 1-1-2025; it is the same district.
        (view("2025", unit="490"), "2024", date(2024, 6, 30)),
        (view("2024", unit="490"), "2023", date(2023, 12, 14)),
    ],
)  # fmt: skip
def test_the_view_moves_back_by_a_year_up_to_the_same_day(asked: Filters, code: str, last: date) -> None:
    found = year_before(asked)
    assert isinstance(found, Filters)
    assert (found.period.code, found.as_of, found.unit) == (code, last, asked.unit)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (view("2022"), Obstacle.BEFORE_PROGRAMME),  # the report year 2021 began before the programme
        (view("2022-H1"), Obstacle.BEFORE_PROGRAMME),
        (view("all", as_of=date(2022, 6, 30)), Obstacle.BEFORE_PROGRAMME),
        (view("2025", unit="20242"), Obstacle.NEW_UNIT),  # began on 1-7-2025
        (view("all", unit="20242", as_of=date(2025, 12, 31)), Obstacle.NEW_UNIT),
        (view("2023", as_of=date(2022, 12, 1)), Obstacle.AHEAD),  # nothing of the period has come yet
    ],
)
def test_where_no_year_before_stands_the_reason_is_told(asked: Filters, why: Obstacle) -> None:
    assert year_before(asked) == why
    assert compared(built([]), "activities", Kind.TRAINING_CLASS, None, asked) == why


@pytest.mark.parametrize(
    ("as_of", "unit", "calendar", "code"),
    [
        (date(2024, 6, 30), "city", Calendar.REPORT, "2024"),
        (date(2024, 12, 14), "city", Calendar.REPORT, "2024"),
        # A report year of some weeks gives way to the full one before it.
        (date(2025, 12, 31), "city", Calendar.REPORT, "2025"),
        (date(2024, 3, 13), "city", Calendar.REPORT, "2023"),
        (date(2024, 3, 14), "city", Calendar.REPORT, "2024"),
        (date(2025, 12, 31), "city", Calendar.CIVIL, "2025"),
        (date(2025, 12, 31), "city", Calendar.SCHOOL, "2025"),
        (date(2025, 12, 31), "492", Calendar.REPORT, "2025"),
    ],
)  # fmt: skip
def test_of_the_whole_programme_its_running_year_is_compared(
    as_of: date, unit: str, calendar: Calendar, code: str
) -> None:
    assert this_year(view("all", unit, as_of, calendar)).period.code == code
    assert this_year(view("2023", unit, as_of, calendar)).period.code == "2023"


def test_counts_of_the_same_days_stand_side_by_side() -> None:
    parents = {"parents": 40}
    found = built(
        [
            record("492", date(2022, 2, 1), seats=parents),
            record("492", date(2022, 3, 1), seats=parents),
            record("492", date(2022, 11, 1), seats=parents),  # after the same day of the year before
            record("492", date(2023, 2, 1), seats=parents),
            record("492", date(2023, 2, 2), kind="communication_session", seats=parents),
        ]
    )
    told = compared(
        found, "activities", Kind.TRAINING_CLASS, Audience.PARENTS, view("2023", as_of=date(2023, 3, 31))
    )
    assert isinstance(told, Compared)
    assert (told.value, told.before, told.difference, told.change) == (1, 2, -1, -0.5)


def test_a_silent_year_is_unknown_and_gives_no_change() -> None:
    found = built([record("492", date(2023, 2, 1))])
    told = compared(found, "activities", Kind.TRAINING_CLASS, None, view("2023"))
    assert isinstance(told, Compared)
    assert (told.value, told.before, told.difference, told.change) == (1, None, None, None)
