"""What moved between two looks: by kind, never summed, and only by data."""

import json
from datetime import date

import pytest

from program.measures.analysis import Analysis, build
from program.views.since import Changes, changes, standing
from program.vocabulary import Kind
from tests.program import frames

DAY = date(2023, 3, 2)


def analysis(*rows: dict[str, object]) -> Analysis:
    return build(
        1, frames.activities(rows), frames.EMPTY_TARGETS, frames.EMPTY_SCHOOLS, frames.EMPTY_POPULATION,
        frames.EMPTY_SOURCES,
    )  # fmt: skip


CLASS = frames.record("492", DAY, seats={"parents": 30})
SESSION = frames.record("490", DAY, kind="communication_session", seats={"children_in_school": 200})


def test_what_came_and_what_went_stand_by_kind() -> None:
    before = standing(analysis(CLASS, SESSION))
    now = standing(analysis(CLASS, CLASS))
    assert changes(before, now) == Changes(
        {Kind.TRAINING_CLASS: 1, Kind.COMMUNICATION_SESSION: -1},
        {Kind.TRAINING_CLASS: 30, Kind.COMMUNICATION_SESSION: -200},
        -1,
    )


def test_a_look_survives_json_and_the_same_data_changes_nothing() -> None:
    seen = standing(analysis(CLASS, SESSION))
    assert json.loads(json.dumps(seen)) == seen
    assert not changes(json.loads(json.dumps(seen)), standing(analysis(SESSION, CLASS)))


@pytest.mark.parametrize(("was", "moved"), [(None, 5), (0, 5), (5, 0), (9, -4)])
def test_a_number_that_nobody_gave_counts_as_none(was: int | None, moved: int) -> None:
    found = changes({"activities": {"contest": was}}, {"activities": {"contest": 5}})
    assert found.activities.get(Kind.CONTEST, 0) == moved
