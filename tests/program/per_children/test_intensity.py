"""Attendances for each 100 children."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from program.filters import CITY, Filters
from program.per_children.children import Given, children, denominators
from program.per_children.intensity import intensity, ranking
from program.periods import parse_period
from program.vocabulary import Audience, Kind
from tests.program.frames import built, record

DISTRICTS = ("490", "491", "492", "493", "494", "495", "497")


def population(*rows: tuple[str, int, float], group: str = "under_16") -> pd.DataFrame:
    return pd.DataFrame(
        [(group, unit, year, value, "Niên giám") for unit, year, value in rows],
        columns=["group", "unit", "year", "value", "origin"],
    )


def given(*rows: tuple[str, int, float], group: str = "under_16") -> Given:
    return denominators(population(*rows, group=group))


@pytest.mark.parametrize(
    ("rows", "day", "told"),
    [
        ([("492", 2021, 50_000.0), ("492", 2023, 52_000.0)], date(2022, 6, 1), (50_000, 2021)),
        ([("492", 2023, 52_000.0), ("492", 2021, 50_000.0)], date(2023, 1, 1), (52_000, 2023)),
        ([("492", 2024, 53_000.0)], date(2022, 6, 1), (53_000, 2024)),
    ],
)
def test_the_denominator_is_of_the_nearest_year(
    rows: list[tuple[str, int, float]], day: date, told: tuple[int, int]
) -> None:
    found = children(given(*rows), "492", day)
    assert found is not None
    assert (found.value, found.year, found.origin) == (*told, "Niên giám")


def test_nobody_is_no_denominator() -> None:
    assert children(given(("492", 2022, 0.0)), "492", date(2023, 1, 1)) is None
    assert children(given(("493", 2022, 9.0)), "492", date(2023, 1, 1)) is None
    assert children(given(("492", 2022, 9.0), group="population"), "492", date(2023, 1, 1)) is None


def test_the_city_is_the_sum_of_all_its_districts_or_nothing() -> None:
    whole = population(*((code, 2022, 10_000.0) for code in DISTRICTS))
    found = children(denominators(whole), CITY, date(2023, 1, 1))
    assert found is not None
    assert (found.value, found.parts) == (70_000, 7)
    assert children(denominators(whole[whole["unit"] != "497"]), CITY, date(2023, 1, 1)) is None
    # From 1-7-2025 the districts' numbers are no denominator of the new units.
    assert children(denominators(whole), CITY, date(2025, 8, 1)) is None


def test_the_citys_own_figure_goes_before_the_sum_and_only_of_the_old_city() -> None:
    day = date(2025, 8, 1)
    assert children(given(("48", 2025, 900_000.0)), CITY, day) is None
    found = children(given(("48", 2024, 329_700.0), ("48", 2025, 900_000.0)), CITY, day)
    assert found is not None
    assert (found.value, found.year, found.parts) == (329_700, 2024, 1)


def test_units_are_ranked_only_where_both_are_known() -> None:
    day = date(2023, 2, 1)
    found = built([record(u, day, seats={"parents": n}) for u, n in (("490", 10), ("491", 30), ("493", 99))])
    found = replace(
        found, population=population(("490", 2022, 100.0), ("491", 2022, 100.0), ("492", 2022, 100.0))
    )
    view = Filters(period=parse_period("2023"))
    told = ranking(found, Kind.TRAINING_CLASS, Audience.PARENTS, view, ("490", "491", "492", "493"))
    assert [(i.unit, i.per_hundred) for i in told.ranked] == [("491", 30.0), ("490", 10.0)]
    assert [i.unit for i in told.silent] == ["492"]
    assert [i.unit for i in told.without] == ["493"]
    assert (told.city.attendances, told.city.per_hundred) == (139, None)


def test_attendances_for_each_hundred_children_may_pass_a_hundred() -> None:
    found = built([record("492", date(2023, 2, 1), seats={"parents": 30, "children_in_school": 300})])
    found = replace(found, population=population(("492", 2022, 200.0)))
    view = Filters(period=parse_period("2023"), unit="492")
    told = intensity(found, Kind.TRAINING_CLASS, Audience.CHILDREN_IN_SCHOOL, view)
    assert (told.attendances, told.per_hundred) == (300, 150.0)
    silent = intensity(found, Kind.TRAINING_CLASS, None, view.only(period=parse_period("2022")))
    assert (silent.attendances, silent.per_hundred) == (None, None)
