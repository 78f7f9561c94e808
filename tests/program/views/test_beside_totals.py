"""What stands beside the totals."""

from datetime import date

import pytest

from program.filters import Filters
from program.measures.last_year import Compared, Obstacle
from program.periods import parse_period
from program.views.beside_totals import beside, units_last_year
from program.vocabulary import INDICATORS, Kind
from tests.program.frames import built, record

CLASSES = Kind.TRAINING_CLASS


def test_kinds_stand_apart_and_the_filters_of_rows_change_nothing() -> None:
    found = built(
        [
            record("492", date(2022, 2, 1), seats={"parents": 40}),
            record("492", date(2023, 2, 1), seats={"parents": 30, "children_in_school": 10}),
            record("492", date(2023, 2, 2), kind="communication_session", total=2000),
        ]
    )
    view = Filters(period=parse_period("2023"))
    told = beside(found, view)
    classes, sessions = told.last_year[CLASSES], told.last_year[Kind.COMMUNICATION_SESSION]
    assert isinstance(classes, Compared)
    assert isinstance(sessions, Compared)
    assert ((classes.value, classes.before), (sessions.value, sessions.before)) == ((1, 1), (1, 0))
    sizes = [told.sizes[kind] for kind in (CLASSES, Kind.COMMUNICATION_SESSION)]
    assert [(s.median, s.unusual) for s in sizes if s] == [(40.0, 0), (2000.0, 1)]
    assert beside(found, view.only(kind=Kind.CONTEST, text="x", unusual=True)) == told


@pytest.mark.parametrize(
    ("code", "as_of", "shares"),
    [
        ("all", date(2023, 6, 30), [("2021", None), ("2022", 0.25), ("2023", 1.0)]),
        ("all", date(2023, 3, 15), [("2021", None), ("2022", 0.25), ("2023", 1.0)]),
        ("all", date(2023, 3, 14), [("2021", None), ("2022", 0.25)]),
        ("2023", date(2023, 2, 28), [("2023", None)]),
        ("2022", date(2023, 6, 30), [("2022", 0.25)]),
        ("2023", date(2022, 6, 30), []),
    ],
)
def test_the_priority_share_of_each_year_is_up_to_the_day(
    code: str, as_of: date, shares: list[tuple[str, float | None]]
) -> None:
    found = built(
        [
            record("492", date(2022, 2, 1), seats={"children_out_of_school": 10, "teachers": 10}, total=40),
            record("492", date(2023, 3, 1), seats={"parents": 30}),
        ]
    )
    told = beside(found, Filters(period=parse_period(code), as_of=as_of)).shares[CLASSES]
    assert [(s.year.code, s.share) for s in told] == shares
    assert [s.count for s in told] == [None if share is None else 1 for _, share in shares]


def test_units_stand_against_their_own_year_before() -> None:
    found = built([record("492", date(2022, 2, 1), seats={"parents": 40}), record("493", date(2023, 2, 1))])
    indicator = INDICATORS["L-classes-parents"]
    view = Filters(period=parse_period("2023"))
    told = units_last_year(found, indicator, view, ("493", "492", "20242"))
    # The class of 493 names no audience: whether parents came is unknown.
    assert [(unit, row.value, row.before) for unit, row in told.rows] == [
        ("493", None, None),
        ("492", None, 1),
    ]
    assert told.without == (("20242", Obstacle.NEW_UNIT),)
    new = units_last_year(found, indicator, Filters(as_of=date(2025, 12, 31)), ("20242",))
    assert (new.rows, new.without) == ((), (("20242", Obstacle.NEW_UNIT),))
