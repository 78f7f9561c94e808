"""What moves if another denominator is chosen."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from program.filters import CITY, Filters
from program.measures.figures import progress
from program.per_children.denominators import Source, intensities, register_days, school_shares, sources
from program.per_children.intensity import ranking
from program.schools.register import build_register
from program.vocabulary import INDICATORS, Audience, Kind
from tests.program.frames import activities, built, record, school

DISTRICTS = ("490", "491", "492", "493", "494", "495", "497")
YEARBOOK, PRESS = Source(2023, "Niên giám"), Source(2021, "Báo Đà Nẵng")
PEOPLE = pd.DataFrame(
    [
        ("under_16", "492", 2023, 50_000.0, "Niên giám"),
        ("under_16", "492", 2021, 40_000.0, "Báo Đà Nẵng"),
        ("under_16", "493", 2021, 20_000.0, "Báo Đà Nẵng"),
        ("population", "492", 2019, 200_000.0, "Tổng điều tra"),
    ],
    columns=["group", "unit", "year", "value", "origin"],
)
HELD = [
    record("492", date(2023, 3, 1), seats={"parents": 1000}, school="THCS A"),
    record("494", date(2023, 4, 1), seats={"parents": 10}),
]
VIEW = Filters(as_of=date(2023, 12, 31))


def test_every_year_and_source_of_children_is_offered_once() -> None:
    assert sources(replace(built(HELD), population=PEOPLE).children) == (YEARBOOK, PRESS)


def test_the_same_attendances_stand_on_both_denominators() -> None:
    analysis = replace(built(HELD), population=PEOPLE)
    found = {
        m.unit: m
        for m in intensities(analysis, Kind.TRAINING_CLASS, Audience.PARENTS, VIEW, DISTRICTS, PRESS)
    }
    hai_chau = found["492"]
    assert (hai_chau.now.value, hai_chau.other.value) == (2.0, 2.5)
    assert hai_chau.difference == pytest.approx(0.5)
    assert hai_chau.now.basis
    assert hai_chau.now.basis.year == 2023
    # Sơn Trà is silent: children are known, nothing is said of it. Ngũ Hành Sơn has no denominator at all.
    assert found["493"].now.part is None
    assert found["493"].difference is None
    assert set(found) == {"492", "493"}


def test_what_is_in_use_is_what_the_screens_show() -> None:
    analysis = replace(built(HELD), population=PEOPLE)
    asked = (Kind.TRAINING_CLASS, Audience.PARENTS, VIEW)
    (shown,) = ranking(analysis, *asked, DISTRICTS).ranked
    (moved,) = [m for m in intensities(analysis, *asked, DISTRICTS, YEARBOOK) if m.unit == shown.unit]
    assert moved.now.value == moved.other.value == shown.per_hundred


def test_the_city_is_summed_only_where_the_source_gave_every_unit() -> None:
    whole = pd.DataFrame(
        [("under_16", unit, 2021, 10_000.0, "Báo Đà Nẵng") for unit in DISTRICTS]
        + [("under_16", "48", 2022, 100_000.0, "Niên giám")],
        columns=PEOPLE.columns,
    )
    asked = (Kind.TRAINING_CLASS, None, VIEW, DISTRICTS)
    city = intensities(replace(built(HELD), population=whole), *asked, PRESS)[0]
    assert (city.unit, city.now.whole, city.other.whole) == (CITY, 100_000, 70_000)
    without = whole[whole["unit"] != "497"]
    city = intensities(replace(built(HELD), population=without), *asked, PRESS)[0]
    assert city.other.value is None


def schools() -> pd.DataFrame:
    rows = pd.DataFrame(
        [
            school("THCS A", "492", "lower_secondary"),
            school("THCS B", "492", "lower_secondary"),
            school("THCS C", "493", "lower_secondary"),
            school("Mầm non D", "492", "preschool"),
        ]
    )
    rows["valid_from"] = pd.to_datetime(["2020-09-01", "2023-09-05", "2020-09-01", "2022-01-01"])
    rows["valid_to"] = pd.to_datetime([None, None, "2023-05-31", None])
    return rows


def test_t1_by_the_register_of_another_day() -> None:
    register = build_register(schools(), activities(HELD), date(2021, 6, 1), date(2025, 12, 31))
    analysis = replace(built(HELD), register=register)
    # A preschool is not in T1, so its opening makes no other register.
    assert register_days(analysis) == (date(2023, 9, 5), date(2023, 6, 1), date(2020, 9, 1))
    found = {m.unit: m for m in school_shares(analysis, VIEW, date(2022, 6, 1))}
    assert (found[CITY].now.part, found[CITY].now.whole) == (1, 2)
    assert (found[CITY].other.part, found[CITY].other.whole) == (1, 2)
    assert (found["492"].now.value, found["492"].other.value) == (50.0, 100.0)
    assert found["492"].now.value == progress(analysis, INDICATORS["T1"], VIEW.only(unit="492")).value
    # Closed since: not in use, in the register then; the unit reported nothing, so no zero.
    assert (found["493"].now.whole, found["493"].other.whole) == (None, 1)
    assert found["493"].other.value is None
    (own,) = school_shares(analysis, VIEW.only(unit="492"), date(2022, 6, 1))
    assert own == found["492"]
