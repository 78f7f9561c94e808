from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program.measures.counting import counted_on
from program.measures.cube import half_month, half_month_start
from program.periods import Calendar, PeriodError, meant, parse_period, period_of, periods, year_of

DAYS = st.dates(date(2020, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("code", "calendar", "start", "end"),
    [
        ("2023", "report", date(2022, 12, 15), date(2023, 12, 14)),
        ("2023-H1", "report", date(2022, 12, 15), date(2023, 6, 14)),
        ("2023-H2", "report", date(2023, 6, 15), date(2023, 12, 14)),
        ("2023-Q1", "report", date(2022, 12, 15), date(2023, 3, 14)),
        ("2023-Q4", "report", date(2023, 9, 15), date(2023, 12, 14)),
        ("2023-01", "report", date(2022, 12, 15), date(2023, 1, 14)),
        ("2023-05", "report", date(2023, 4, 15), date(2023, 5, 14)),
        ("2023", "civil", date(2023, 1, 1), date(2023, 12, 31)),
        ("2024-Q1", "civil", date(2024, 1, 1), date(2024, 3, 31)),
        ("2023-12", "civil", date(2023, 12, 1), date(2023, 12, 31)),
        ("2023", "school", date(2023, 9, 1), date(2024, 8, 31)),
        ("2023-H2", "school", date(2024, 3, 1), date(2024, 8, 31)),
        ("2023-05", "school", date(2023, 5, 1), date(2023, 5, 31)),
    ],
)
def test_windows_of_a_period(code: str, calendar: str, start: date, end: date) -> None:
    period = parse_period(code, Calendar(calendar))
    assert (period.start, period.end) == (start, end)


def test_a_class_on_20_december_belongs_to_the_next_report_year() -> None:
    assert year_of(date(2023, 12, 20), Calendar.REPORT) == 2024
    assert year_of(date(2023, 12, 14), Calendar.REPORT) == 2023
    assert year_of(date(2023, 12, 20), Calendar.CIVIL) == 2023
    assert year_of(date(2024, 8, 31), Calendar.SCHOOL) == 2023


@pytest.mark.parametrize("code", ["2023-Q5", "23", "2023-13", "2023-h1", "quý 2", ""])
def test_a_period_that_is_not_understood_says_what_to_write(code: str) -> None:
    with pytest.raises(PeriodError, match="2023-Q2"):
        parse_period(code)


@pytest.mark.parametrize("code", ["0000", "0001-Q1", "9999", "9999-12"])
def test_a_year_without_days_before_or_after_is_no_period(code: str) -> None:
    with pytest.raises(PeriodError, match=f"“{code}”"):
        parse_period(code)


@given(DAYS, st.sampled_from(["year", "half", "quarter", "month"]), st.sampled_from(list(Calendar)))
def test_every_day_lies_in_exactly_one_period_of_a_grain(day: date, grain: str, calendar: Calendar) -> None:
    found = [p for p in periods(grain, calendar, day, day) if p.contains(day)]
    assert found == [period_of(day, grain, calendar)]


@given(st.integers(2019, 2028), st.sampled_from(list(Calendar)))
def test_parts_of_a_year_tile_it(year: int, calendar: Calendar) -> None:
    whole = parse_period(str(year), calendar)
    for parts in (["-H1", "-H2"], ["-Q1", "-Q2", "-Q3", "-Q4"]):
        spans = [parse_period(f"{year}{part}", calendar) for part in parts]
        assert spans[0].start == whole.start
        assert spans[-1].end == whole.end
        assert all(b.start - a.end == timedelta(days=1) for a, b in pairwise(spans))


@given(st.integers(2019, 2028), st.sampled_from(list(Calendar)), st.sampled_from(["", "-H1", "-Q3", "-02"]))
def test_every_period_is_a_whole_number_of_half_months(year: int, calendar: Calendar, part: str) -> None:
    period = parse_period(f"{year}{part}", calendar)
    after = period.end + timedelta(days=1)
    assert half_month_start(half_month(period.start)) == period.start
    assert half_month_start(half_month(after)) == after


@given(DAYS, st.integers(0, 400))
def test_a_record_counts_on_its_first_day_and_a_summary_in_the_middle(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    assert counted_on(start, end, "detail") == start
    middle = counted_on(start, end, "summary")
    assert abs((middle - start) - (end - middle)) <= timedelta(days=1)


def test_a_civil_quarter_falls_into_the_report_quarter_that_holds_most_of_it() -> None:
    civil = parse_period("2023-Q2", Calendar.CIVIL)
    assert parse_period("2023-Q2").contains(counted_on(civil.start, civil.end, "summary"))


@pytest.mark.parametrize(
    ("code", "calendar", "label"),
    [
        ("2023", "report", "năm 2023"),
        ("2023-H1", "report", "6 tháng đầu năm 2023"),
        ("2023-Q2", "civil", "quý II/2023"),
        ("2023-05", "report", "tháng 5/2023"),
        ("2023", "school", "năm học 2023–2024"),
        ("all", "report", "2021–2025"),
    ],
)
def test_label_of_a_period(code: str, calendar: str, label: str) -> None:
    assert parse_period(code, Calendar(calendar)).label == label


@pytest.mark.parametrize(
    ("day", "grain", "calendar", "code"),
    [
        (date(2025, 12, 31), "year", Calendar.REPORT, "2025"),
        (date(2025, 12, 31), "half", Calendar.REPORT, "2025-H2"),
        (date(2025, 12, 31), "quarter", Calendar.REPORT, "2025-Q4"),
        (date(2025, 12, 31), "month", Calendar.REPORT, "2026-01"),
        (date(2025, 12, 31), "year", Calendar.CIVIL, "2025"),
        (date(2025, 12, 31), "year", Calendar.SCHOOL, "2024"),
        (date(2023, 12, 20), "year", Calendar.REPORT, "2024"),
    ],
)
def test_who_asks_for_the_year_does_not_mean_what_the_programme_hardly_holds(
    day: date, grain: str, calendar: Calendar, code: str
) -> None:
    assert meant(day, grain, calendar).code == code
