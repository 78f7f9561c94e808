"""A rehearsal shows what accepting would bring, and leaves nothing."""

from typing import Any

import pytest
from pandas.testing import assert_frame_equal
from sqlalchemy import Engine

from access import Actor, Denied
from storage.intake.submissions import Refused, accept, hold, rehearse
from storage.reading import analysis
from tests.storage.build import bytes_of, error, everything, record, report

FIRST = report(record(title="A"), record(title="B"), record(title="C", unit="493"))
SECOND = report(record(title="A", female=9), record(title="D"), file="sua.xlsx")


@pytest.mark.parametrize("options", [{}, {"remove_from": [1]}, {"replaces": [1]}, {"demo": True}])
def test_it_is_what_accepting_brings(engine: Engine, actor: Actor, options: Any) -> None:
    accept(engine, actor, "tep.xlsx", bytes_of(FIRST), FIRST)
    before = everything(engine)
    rehearsed = rehearse(engine, actor, "sua.xlsx", bytes_of(SECOND), SECOND, **options)
    assert everything(engine) == before
    accepted = accept(engine, actor, "sua.xlsx", bytes_of(SECOND), SECOND, **options)
    assert accepted.submission.id == 2
    real = analysis.load(engine, ["492"])
    for name in ("activities", "targets", "schools", "population"):
        assert_frame_equal(getattr(rehearsed, name), getattr(real, name))
    assert rehearsed.version == real.version
    assert set(rehearsed.activities["unit"]) == {"492"}
    assert rehearsed.sources["unit"].tolist() == ["492"]


def test_a_file_that_is_accepted_or_held_already(engine: Engine, actor: Actor) -> None:
    accept(engine, actor, "tep.xlsx", bytes_of(FIRST), FIRST)
    hold(engine, actor, "sua.xlsx", bytes_of(SECOND), SECOND)
    before = everything(engine)
    assert len(rehearse(engine, actor, "tep.xlsx", bytes_of(FIRST), FIRST).activities) == 3
    assert len(rehearse(engine, actor, "sua.xlsx", bytes_of(SECOND), SECOND).activities) == 3
    assert everything(engine) == before


def test_it_is_refused_where_accepting_is(engine: Engine, actor: Actor) -> None:
    unsound = report(record(), status="needs_fixes", issues=[error()])
    with pytest.raises(Refused):
        rehearse(engine, actor, "tep.xlsx", b"1", unsound)
    with pytest.raises(Denied):
        rehearse(engine, Actor("an", "Lê An", frozenset()), "tep.xlsx", b"1", FIRST)
    assert len(rehearse(engine, actor, "tep.xlsx", b"1", unsound, sound_rows=True).activities) == 1
