"""What accepting a file does to its units' progress: equal to the difference of the figures themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd
import pytest

from program.filters import Filters
from program.measures.figures import progress
from program.submissions.effect import Effect, before, effects
from program.units import DISTRICTS_END
from program.vocabulary import INDICATORS, Kind, Status
from tests.program.frames import (
    EMPTY_POPULATION,
    EMPTY_SCHOOLS,
    EMPTY_SOURCES,
    EMPTY_TARGETS,
    activities,
    built,
    record,
    school,
    target,
)

AS_OF = date(2023, 6, 30)
FIRST, LAST = date(2021, 6, 1), date(2025, 12, 31)
# What of a target until the end of the programme a district is held to: the plan by its own last day.
HELD = ((DISTRICTS_END - FIRST).days + 1) / ((LAST - FIRST).days + 1)
CLASSES = "L-classes-parents"
TARGETS = [
    target(CLASSES, "492", FIRST, LAST, 20),
    target(CLASSES, "490", FIRST, LAST, 10),
    target("T1", "48", FIRST, LAST, 100, "official"),
]
SCHOOLS = [school("Tiểu học A", "492"), school("Tiểu học B", "492"), school("Tiểu học C", "490")]
Rows = Sequence[dict[str, Any]]


def classes(unit: str, number: int, **said: Any) -> list[dict[str, Any]]:
    return [record(unit, date(2023, 1, 1 + i), seats={"parents": 30}, **said) for i in range(number)]


@dataclass(frozen=True)
class Frames:
    """Records of some units as storage gives them."""

    activities: pd.DataFrame
    targets: pd.DataFrame
    schools: pd.DataFrame
    version: int = 1
    population: pd.DataFrame = field(default_factory=EMPTY_POPULATION.copy)
    sources: pd.DataFrame = field(default_factory=EMPTY_SOURCES.copy)


def of_units(units: Sequence[str], rows: Rows, targets: Rows, schools: Rows) -> Frames:
    targets = [one for one in targets if one["unit"] in units]
    schools = [one for one in schools if one["unit"] in units]
    return Frames(
        activities(rows),
        pd.DataFrame(targets, columns=list(EMPTY_TARGETS.columns)),
        pd.DataFrame(schools, columns=list(EMPTY_SCHOOLS.columns)),
    )


def effect(
    old: Rows, new: Rows, others: Rows = (), units: Sequence[str] = ("492",), targets: Rows = TARGETS,
    schools: Rows = SCHOOLS,
) -> tuple[Effect, ...]:  # fmt: skip
    """The effect of `new` in place of `old` rows of the units, beside rows of others."""
    city = built([*old, *others], TARGETS, SCHOOLS)
    now = before(city, of_units(units, old, TARGETS, SCHOOLS), units)
    return effects(city, now, of_units(units, new, targets, schools), AS_OF)


def test_value_target_and_status_before_and_after() -> None:
    (found,) = effect(classes("492", 2), classes("492", 9))
    move = next(m for m in found.moves if m.before.indicator.code == CLASSES)
    assert (move.before.value, move.after.value, move.after.target) == (2, 9, pytest.approx(20 * HELD))
    assert (move.before.status, move.after.status) == (Status.FAR_BEHIND, Status.ON_TRACK)
    assert found.counts == {Kind.TRAINING_CLASS: (2, 9)}


def test_a_first_report_moves_from_unknown_and_not_from_zero() -> None:
    (found,) = effect([], classes("492", 1), classes("490", 3))
    move = next(m for m in found.moves if m.before.indicator.code == CLASSES)
    assert (move.before.value, move.before.status) == (None, Status.NOT_ASSESSABLE)
    assert move.after.value == 1


def test_what_stays_as_it_was_is_not_told() -> None:
    same = classes("492", 3)
    assert effect(same, same, classes("490", 1)) == ()
    (found,) = effect(same, [*same, record("492", AS_OF, kind="contest")])
    assert (found.moves, found.counts) == ((), {Kind.CONTEST: (0, 1)})


def test_of_several_units_one_whose_status_changes_stands_first() -> None:
    old = [*classes("492", 2), *classes("490", 4)]
    new = [*classes("492", 5), *classes("490", 5)]
    assert [e.unit for e in effect(old, new, units=("492", "490"))] == ["490", "492"]


def test_days_after_the_one_asked_about_do_not_count() -> None:
    late = [record("492", date(2023, 7, 1), seats={"parents": 1})]
    same = classes("492", 1)
    assert effect(same, [*same, *late]) == ()


@pytest.mark.parametrize(
    ("old", "new", "others", "wanted"),
    [
        ([None], ["Tiểu học A"], [], (0, 50)),
        ([None], ["Tiểu học A"], ["Tiểu học B"], (50, 100)),
        (["Tiểu học A"], ["Tiểu học B"], [], None),
        (["Tiểu học A"], [None], ["Tiểu học B"], (100, 50)),
    ],
)
def test_schools_that_others_reached_stay_reached(
    old: list[str | None], new: list[str | None], others: list[str], wanted: tuple[float, float] | None
) -> None:
    def rows(unit: str, names: Sequence[str | None], day: int) -> list[dict[str, Any]]:
        return [record(unit, date(2023, 3, day), school=name, kind="contest") for name in names]

    beside = rows("SGDDT", others, 2)
    found = effect(rows("492", old, 1), rows("492", new, 1), beside)
    moved = [m for e in found for m in e.moves if m.before.indicator.code == "T1"]
    assert [(m.before.value, m.after.value) for m in moved] == ([wanted] if wanted else [])
    for move in moved:
        whole = built([*rows("492", new, 1), *beside], TARGETS, SCHOOLS)
        assert move.after == progress(whole, INDICATORS["T1"], Filters(unit="492", as_of=AS_OF))


def test_a_new_target_changes_what_the_same_value_means() -> None:
    same = classes("492", 9)
    (found,) = effect(same, same, targets=[target(CLASSES, "492", FIRST, LAST, 60)])
    (move,) = found.moves
    assert (move.before.value, move.after.value, move.after.target) == (9, 9, pytest.approx(60 * HELD))
    assert (move.before.status, move.after.status) == (Status.ON_TRACK, Status.FAR_BEHIND)


def test_a_target_for_all_classes_is_told_when_it_comes_and_when_it_goes() -> None:
    code = "L-activities-training_class"
    all_classes = [*TARGETS, target(code, "492", FIRST, LAST, 10)]
    (found,) = effect(classes("492", 2), classes("492", 2), targets=all_classes)
    assert [(m.after.indicator.code, m.before.target) for m in found.moves] == [(code, None)]
    city = built(classes("492", 2), all_classes, SCHOOLS)
    now = before(city, of_units(["492"], classes("492", 2), all_classes, SCHOOLS), ["492"])
    (gone,) = effects(city, now, of_units(["492"], classes("492", 2), TARGETS, SCHOOLS), AS_OF)
    assert [(m.after.indicator.code, m.after.target) for m in gone.moves] == [(code, None)]


def test_with_another_register_t1_is_not_foretold() -> None:
    same = [*classes("492", 1)]
    (found,) = effect(same, same, schools=SCHOOLS[:1])
    assert found.schools
    assert found.moves == ()
