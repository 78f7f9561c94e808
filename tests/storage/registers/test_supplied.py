"""City totals that agencies supply: entered, shown from their day on, taken back."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from access import Actor, Denied, Right
from program.filters import Filters
from program.measures import analysis as program_analysis
from program.measures.figure_list import figures
from program.measures.figures import Progress, progress
from program.vocabulary import INDICATORS, Status
from storage.database import reading
from storage.intake.submissions import Refused, accept
from storage.reading.analysis import data_version, load
from storage.registers.supplied import supply, take_back
from storage.registers.supplied_reading import supplied
from tests.storage.build import bytes_of, report

DAY = date(2023, 6, 30)


def shown(engine: Engine, as_of: date, unit: str = "city", code: str = "T2") -> Progress:
    return progress(
        program_analysis.build(**vars(load(engine))), INDICATORS[code], Filters(unit=unit, as_of=as_of)
    )


def test_the_value_stands_from_its_day_on_until_the_next_one(engine: Engine, actor: Actor) -> None:
    before = data_version(engine)
    first = supply(engine, actor, "T2", DAY, 9, 12, " Công an  thành phố ", "CV 15")
    assert data_version(engine) == before + 1
    assert (first.agency, first.document, first.by, first.value) == (
        "Công an thành phố",
        "CV 15",
        actor.name,
        75,
    )
    supply(engine, actor, "T2", date(2023, 12, 31), 19, 20, "Công an thành phố")
    assert shown(engine, DAY - timedelta(days=1)).value is None
    assert (shown(engine, DAY).value, shown(engine, DAY).source) == (75, first)
    assert (shown(engine, date(2024, 1, 1)).value, shown(engine, date(2024, 1, 1)).denominator) == (95, 20)
    assert shown(engine, date(2024, 1, 1), code="T3").value is None
    assert shown(engine, date(2024, 1, 1), unit="492").value is None


def test_it_is_held_against_the_target_as_a_share_on_a_day(engine: Engine, actor: Actor) -> None:
    target = {"indicator": "T2", "unit": "48", "value": 100, "authority": "official", "document": None}
    target |= {"start_date": "2021-06-01", "end_date": "2025-12-31", "source": {"sheet": "S", "row": 2}}
    made = report(target, kind="targets")
    accept(engine, actor, "a.xlsx", bytes_of(made), made)
    supply(engine, actor, "T2", date(2025, 12, 31), 12, 12, "Công an thành phố")
    at_the_end = shown(engine, date(2025, 12, 31))
    assert (at_the_end.value, at_the_end.target, at_the_end.status) == (100, 100, Status.MET)
    within_a_year = shown(engine, date(2023, 12, 14))
    assert (within_a_year.value, within_a_year.target, within_a_year.status) == (
        None,
        100,
        Status.NOT_ASSESSABLE,
    )


def test_without_a_case_there_is_no_share(engine: Engine, actor: Actor) -> None:
    supply(engine, actor, "T3", DAY, 0, 0, "Sở Thông tin và Truyền thông")
    found = shown(engine, DAY, code="T3")
    assert (found.value, found.denominator, found.status) == (None, None, Status.NOT_ASSESSABLE)
    assert found.source


def test_the_figures_command_gives_it_for_the_city_alone(engine: Engine, actor: Actor) -> None:
    supply(engine, actor, "T2", DAY, 9, 12, "Công an thành phố")
    built = program_analysis.build(**vars(load(engine)))
    found = figures(built, Filters(as_of=date(2023, 7, 1)))
    assert [(f["unit"], f["value"], f["denominator"]) for f in found if f["measure"] == "T2"] == [
        ("city", 75, 12)
    ]
    assert [f["value"] for f in found if f["measure"] == "T3"] == [None]
    assert not [f for f in figures(built, Filters(unit="492")) if f["measure"] in ("T2", "T3")]


def test_of_two_for_one_day_the_last_counts_and_taking_it_back_gives_the_first_again(
    engine: Engine, actor: Actor
) -> None:
    supply(engine, actor, "T2", DAY, 9, 12, "Công an thành phố")
    second = supply(engine, actor, "T2", DAY, 10, 12, "Công an thành phố")
    assert shown(engine, DAY).numerator == 10
    before = data_version(engine)
    take_back(engine, actor, second.id)
    assert (shown(engine, DAY).numerator, data_version(engine)) == (9, before + 1)
    with reading(engine) as connection:
        assert [s.withdrawn for s in supplied(connection)] == [False, True]
    with pytest.raises(Refused, match="đã được rút"):
        take_back(engine, actor, second.id)


@pytest.mark.parametrize(
    "wrong",
    [
        {"indicator": "T1"},
        {"indicator": "L-sessions"},
        {"as_of": date(2021, 5, 31)},
        {"as_of": datetime.now(UTC).date() + timedelta(days=2)},
        {"numerator": 13},
        {"numerator": -1},
        {"denominator": 2**31},
        {"agency": "  "},
    ],
)
def test_what_cannot_be_is_refused(engine: Engine, actor: Actor, wrong: dict[str, Any]) -> None:
    given = {"indicator": "T2", "as_of": DAY, "numerator": 9, "denominator": 12, "agency": "Công an"}
    with pytest.raises(Refused):
        supply(engine, actor, **(given | wrong))
    with reading(engine) as connection:
        assert supplied(connection) == ()


def test_it_needs_the_right_to_manage_targets(engine: Engine, actor: Actor) -> None:
    clerk = Actor("an", "Lê An", frozenset({Right.SUBMIT, Right.WITHDRAW}))
    with pytest.raises(Denied):
        supply(engine, clerk, "T2", DAY, 9, 12, "Công an")
    one = supply(engine, actor, "T2", DAY, 9, 12, "Công an")
    with pytest.raises(Denied):
        take_back(engine, clerk, one.id)
