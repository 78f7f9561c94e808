"""A process that is killed while it writes leaves what was there before; two at once leave one of each."""

import os
import random

import pytest
from sqlalchemy import Engine

from storage.intake.submissions import history
from storage.reading.analysis import load
from storage.upkeep.soundness import unsound
from tests.storage import dying
from tests.storage.build import active, everything

# Of an embedded database fifty in all, half while accepting, half while taking back.
MOMENTS = {"sqlite": 25, "postgresql": 6}
# FAULT_SEED=… tries other moments; a failure shows which were tried.
SEED = int(os.environ.get("FAULT_SEED", "830"))


def _url(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=False)


@pytest.mark.parametrize(
    ("work", "earlier", "counting"),
    [(dying.accepting_over, 2, 200), (dying.withdrawing, 3, 300)],
    ids=["accepting", "withdrawing"],
)
def test_killed_at_any_moment(engine: Engine, work: dying.Work, earlier: int, counting: int) -> None:
    for made in (dying.FIRST, dying.SECOND, dying.THIRD)[:earlier]:
        dying.accepting(engine, made)
    before = everything(engine)
    print(f"FAULT_SEED={SEED}")  # noqa: T201 (shown where a test fails)
    chosen = random.Random(SEED).sample(
        range(dying.moments(_url(engine), work)), MOMENTS[engine.dialect.name]
    )
    for moment in chosen:
        assert dying.killed(_url(engine), work, moment)
        assert everything(engine) == before
    assert not dying.killed(_url(engine), work, -1)
    assert len(active(engine)) == counting
    assert len(load(engine).activities) == counting
    assert len(history(engine)) == 3
    assert unsound(engine) == []


def test_two_processes_at_once(engine: Engine) -> None:
    works = [dying.accepting, dying.accepting, dying.accepting_first, dying.accepting_second]
    for process in [dying.started(_url(engine), work) for work in works]:
        process.join()
        assert process.exitcode == 0
    assert len(history(engine)) == 3
    rows = [dict(row[1:]) for row in active(engine)]
    assert len(rows) == len({row["title"] for row in rows}) == 400
    assert unsound(engine) == []
