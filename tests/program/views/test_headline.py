"""Which sentence a view gets, and the numbers in it."""

from datetime import date

import pytest

from program.filters import Filters, parse_filters
from program.views.cases import Case
from program.views.headline import across, began, headline, of_overview, standing, young
from program.views.overview import overview, rank
from tests.program.frames import built, record, target

YEARS = (date(2021, 6, 1), date(2025, 12, 31))


def view(**asked: str) -> Filters:
    return parse_filters(asked)


def classes(unit: str, day: date, count: int = 1) -> dict:
    return record(unit, day, count=count, seats={"parents": 10 * count})


def plan(unit: str, value: float, days: tuple[date, date] = YEARS) -> dict:
    return target("L-classes-parents", unit, *days, value)


MANY = [classes("492", date(2022, 3, 5), 60)]
CASES = [
    ("nobody reported", [], [plan("48", 100)], {"as_of": "2024-06-30"}, Case.SILENT),
    ("no target", MANY, [], {"as_of": "2024-06-30"}, Case.NO_TARGET),
    ("behind its path", MANY, [plan("48", 200)], {"as_of": "2024-06-30"}, Case.BEHIND),
    ("on its path", MANY, [plan("48", 89)], {"as_of": "2024-06-30"}, Case.KEPT),
    ("met before the end", MANY, [plan("48", 60)], {"as_of": "2024-06-30"}, Case.MET),
    ("ended and not met", MANY, [plan("48", 61)], {"as_of": "2025-12-31"}, Case.NOT_MET),
    ("ended and met", MANY, [plan("48", 60)], {"as_of": "2025-12-31"}, Case.MET),
    ("a declared zero is data", [record("492", date(2021, 12, 15), end=date(2022, 3, 14), kind=None,
     basis="declared_zero", count=0)], [plan("48", 60)], {"as_of": "2024-06-30"}, Case.BEHIND),
    ("a plan of later days", MANY, [plan("48", 9, (date(2024, 1, 1), date(2025, 12, 31)))],
     {"as_of": "2023-06-30"}, Case.MET),
    ("a later plan, nothing done", [record("492", date(2022, 3, 5), kind="contest")],
     [plan("48", 9, (date(2024, 1, 1), date(2025, 12, 31)))], {"as_of": "2023-06-30"}, Case.NOT_DUE),
    ("a period to come", MANY, [plan("48", 60)], {"as_of": "2024-06-30", "period": "2025"}, Case.FUTURE),
    ("a ward before 1-7-2025", MANY, [], {"as_of": "2024-06-30", "unit": "20242"}, Case.NOT_YET),
    ("a district after its end", MANY, [], {"as_of": "2025-12-31", "unit": "492", "period": "2025-Q4"}, Case.GONE),
    ("a district of changed borders", [classes("490", date(2022, 3, 5))], [plan("490", 20)],
     {"as_of": "2024-06-30", "unit": "490"}, Case.BEHIND),
    ("one unit that is silent among others", MANY, [plan("493", 9)], {"as_of": "2024-06-30", "unit": "493"},
     Case.SILENT),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "targets", "asked", "case"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_every_state_has_its_sentence(rows, targets, asked, case) -> None:
    assert of_overview(overview(built(rows, targets), view(**asked))).case == case


def test_a_count_that_nobody_gave_is_not_a_zero() -> None:
    row = record("492", date(2022, 1, 1), end=date(2022, 3, 14), basis="summary", seats={"parents": 900})
    row["count"] = None
    found = overview(built([row], [plan("48", 60)]), view(as_of="2024-06-30"))
    assert of_overview(found).case == Case.UNCOUNTED


def test_the_day_of_a_district_is_not_after_its_end() -> None:
    found = overview(built(MANY, [plan("492", 99)]), view(unit="492", as_of="2025-12-31"))
    assert of_overview(found).day == date(2025, 6, 30)


def test_it_speaks_of_what_can_still_be_caught_up_with() -> None:
    """An indicator whose time is over stands behind one that is slow, however low it is."""
    targets = [
        plan("48", 900, (date(2021, 6, 1), date(2022, 12, 31))),
        target("L-sessions", "48", *YEARS, 50),
    ]
    rows = [*MANY, record("492", date(2022, 3, 6), kind="communication_session")]
    h = of_overview(overview(built(rows, targets), view(as_of="2024-06-30")))
    assert (h.case, h.progress and h.progress.indicator.code) == (Case.BEHIND, "L-sessions")
    assert (h.behind, h.assessed) == (2, 2)


def test_the_lag_is_the_difference_of_the_shares_shown() -> None:
    h = of_overview(overview(built(MANY, [plan("48", 200)]), view(as_of="2024-06-30")))
    assert h.progress is not None
    planned = round(100 * (h.progress.expected or 0) / 200)
    assert (h.done, h.lag) == (30, planned - 30)


def test_units_side_by_side() -> None:
    rows = [classes("492", date(2022, 3, 5), 60), classes("490", date(2022, 3, 5), 2)]
    found = built(rows, [plan("492", 60), plan("490", 60), plan("493", 60)])
    shown = view(as_of="2024-06-30")
    a = across(rank(found, "L-classes-parents", shown), date(2024, 6, 30))
    assert (a.behind, a.assessed, a.units) == (1, 2, 7)
    assert a.worst is not None
    assert a.worst.unit == "490"
    assert "493" in a.silent
    assert len(a.silent) == 5
    assert a.day == date(2024, 6, 30)


def test_districts_are_judged_on_their_last_day() -> None:
    found = rank(built(MANY), "L-classes-parents", view(as_of="2025-12-31"))
    districts = [p for p in found if p.unit in ("490", "492")]
    assert across(districts, date(2025, 12, 31)).day == date(2025, 6, 30)


def test_a_rate_reaches_back_to_the_start_of_the_unit() -> None:
    rows = [classes("20242", date(2025, 7, 10), 6)]
    found = overview(built(rows, [plan("20242", 20, (date(2025, 7, 1), date(2025, 12, 31)))]),
                     view(unit="20242", as_of="2025-09-30"))  # fmt: skip
    p = of_overview(found).progress
    assert p is not None
    assert young(p)
    assert began(p) == date(2025, 7, 1)
    assert p.recent == pytest.approx(6 / (92 / (365.25 / 12)))


def test_every_view_has_one_case() -> None:
    assert standing(view(as_of="2024-06-30")) is None
    assert headline(view(as_of="2024-06-30"), (), True).case == Case.NO_TARGET
