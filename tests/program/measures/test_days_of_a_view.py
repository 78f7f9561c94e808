"""What a view's days hold: who has reported in them, what is planned in them, what is counted against the plan."""

from datetime import date
from typing import Any

import pytest

from program.filters import Filters, parse_filters
from program.measures.completeness import completeness
from program.measures.figure_list import figures
from program.measures.figures import progress
from program.views.overview import overview
from program.vocabulary import INDICATORS
from tests.program.frames import built, record, target


def view(**asked: str) -> Filters:
    return parse_filters(asked)


def told(found: list[dict[str, Any]], measure: str, kind: str, audience: str | None = None) -> dict[str, Any]:
    return next(f for f in found if (f["measure"], f["kind"], f["audience"]) == (measure, kind, audience))


@pytest.mark.parametrize(
    ("unit", "period", "expected"),
    [
        # The borders of these two changed on 1-1-2025; they stood before it as well.
        ("490", "2021-Q4", 1),
        ("491", "2024", 1),
        ("490", "2025-Q2", 1),
        ("490", "2025-Q4", 0),
        ("492", "2023", 1),
        ("20242", "2023", 0),
        ("20242", "2025-Q4", 1),
        ("SO-TTTT", "2024", 1),
        ("SO-TTTT", "2025-Q4", 0),
    ],
)
def test_a_unit_is_expected_while_it_stood_in_whatever_borders(unit: str, period: str, expected: int) -> None:
    done = completeness(built([]), view(unit=unit, period=period, as_of="2025-12-31"))
    assert (done.reported, done.expected) == (0, expected)


@pytest.mark.parametrize(
    ("calendar", "period", "reports", "value"),
    [
        ("report", "2023-Q1", 1, 1),
        # The report quarter to 14-3-2023: its middle and end lie within these days, its only activity before them.
        ("civil", "2023-Q1", 1, 0),
        ("civil", "2023", 1, 0),
        # Only its end: the report has come, and tells nothing of these days.
        ("civil", "2023-03", 1, None),
        ("report", "2023-03", 1, None),
        ("school", "2022-H2", 1, None),
        ("civil", "2023-Q2", 0, None),
        ("report", "2023-02", 0, None),
    ],
)
def test_who_reported_on_a_quarter_that_ended_in_the_days_is_not_missing(
    calendar: str, period: str, reports: int, value: int | None
) -> None:
    found = built([record("492", date(2022, 12, 20))])
    asked = view(unit="492", calendar=calendar, period=period, as_of="2025-12-31")
    done = completeness(found, asked)
    # Units and reports tell the same: none of whom a report came is said to have sent none.
    assert (done.reports, done.reported, done.missing) == (reports, reports, () if reports else ("492",))
    assert told(figures(found, asked), "activities", "training_class")["value"] == value


@pytest.mark.parametrize(
    ("period", "value"),
    [("2023-01", 0), ("2023-02", 0), ("2023-03", 0), ("2023-04", None), ("2022-12", None)],
)
def test_a_zero_declared_for_a_quarter_is_a_zero_of_each_of_its_months(
    period: str, value: int | None
) -> None:
    zero = record(
        "492", date(2022, 12, 15), end=date(2023, 3, 14), kind=None, basis="declared_zero", count=0, total=0
    )
    asked = view(unit="492", period=period, as_of="2025-12-31")
    for found in (built([zero]), built([record("490", date(2022, 1, 5))], aside=[zero])):
        assert told(figures(found, asked), "activities", "contest")["value"] == value
        assert completeness(found, asked).reported == (value is not None)


@pytest.mark.parametrize("period", ["2024", "2023-H2", "2023-Q3", "2023-12"])
def test_before_a_period_begins_nothing_of_it_is_expected(period: str) -> None:
    found = built(
        [record("492", date(2022, 3, 1))],
        [target("L-sessions", "city", date(2021, 6, 1), date(2025, 12, 31), 500)],
    )
    asked = view(period=period, as_of="2022-06-30")
    session = told(figures(found, asked), "activities", "communication_session")
    assert (session["expected"], session["pace"], session["status"]) == (0, None, "not_assessable")
    assert session["target"] > 0
    assert progress(found, INDICATORS["L-sessions"], asked).expected == 0


@pytest.mark.parametrize("as_of", ["2025-12-14", "2025-12-20", "2025-12-31"])
def test_what_is_judged_is_what_the_view_counts(as_of: str) -> None:
    """The report year ends on 14-12, the programme on 31-12: no second value of the same days."""
    rows = [record("492", day, seats={"parents": 30}) for day in (date(2025, 1, 5), date(2025, 12, 18))]
    plan = [target("L-parents", "city", date(2024, 12, 15), date(2025, 12, 14), 60)]
    found, asked = built(rows, plan), view(as_of=as_of)
    seats = told(figures(found, asked), "attendances", "training_class", "parents")
    (p,) = (p for p in overview(found, asked).local if p.indicator.code == "L-parents")
    assert p.value == seats["value"] == (60 if as_of == "2025-12-31" or as_of == "2025-12-20" else 30)
    assert (p.target, p.expected, p.pace) == (60, 60, seats["pace"]) == (60, 60, seats["value"] / 60)
    assert p.status == seats["status"] == ("met" if seats["value"] == 60 else "not_met")
    assert (p.end, p.ended, p.needed) == (date(2025, 12, 14), True, None)


def test_activities_of_an_audience_that_came_and_that_nobody_counted_are_unknown() -> None:
    summary = record("492", date(2023, 1, 1), end=date(2023, 3, 31), basis="summary", seats={"teachers": 6})
    summary["count"] = None
    found = built([summary, record("492", date(2023, 2, 1), seats={"parents": 20})])
    figs = figures(found, view(unit="492", period="2023"))
    values = {
        a: told(figs, "activities", "training_class", a)["value"] for a in ("teachers", "parents", "other")
    }
    assert values == {"teachers": None, "parents": 1, "other": 0}
    assert told(figs, "attendances", "training_class", "teachers")["value"] == 6
    assert told(figs, "activities", "training_class")["value"] == 1
