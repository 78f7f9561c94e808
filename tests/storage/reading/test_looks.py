"""The last look of a person: kept once a visit, given back at the next, told apart by person."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from access import Actor, Denied, Right
from storage.database import writing
from storage.intake.submissions import accept, withdraw
from storage.reading.looks import VISIT, last, put_away, since, visit
from tests.storage.build import bytes_of, everything, record, report

NOON = datetime(2026, 11, 12, 5, tzinfo=UTC)
SEEN = {"activities": {"training_class": 3}}
LATER = {"activities": {"training_class": 4}}


def test_a_visit_gives_back_the_look_before_it(engine: Engine, actor: Actor) -> None:
    assert visit(engine, actor, 1, SEEN, NOON) is None
    before = visit(engine, actor, 2, LATER, NOON + VISIT)
    assert before is not None
    assert (before.seen_at, before.data_version, before.figures) == (NOON, 1, SEEN)
    kept = last(engine, actor)
    assert kept is not None
    assert (kept.seen_at, kept.data_version, kept.figures) == (NOON + VISIT, 2, LATER)


def test_within_a_visit_nothing_is_written(engine: Engine, actor: Actor) -> None:
    visit(engine, actor, 1, SEEN, NOON)
    before = everything(engine)
    assert visit(engine, actor, 2, LATER, NOON + VISIT - timedelta(seconds=1)) is None
    assert everything(engine) == before


def test_within_a_visit_every_process_gives_the_same_look_until_it_is_put_away(
    engine: Engine, actor: Actor
) -> None:
    visit(engine, actor, 1, SEEN, NOON)
    first = visit(engine, actor, 2, LATER, NOON + VISIT)
    before = everything(engine)
    later = NOON + VISIT + timedelta(minutes=5)
    # Nothing is remembered but what the store keeps: this is what another process sees, too.
    assert first == visit(engine, actor, 2, LATER, later)
    assert everything(engine) == before
    put_away(engine, actor)
    assert visit(engine, actor, 2, LATER, later) is None
    kept = last(engine, actor)
    assert kept is not None
    assert kept.seen_at == NOON + VISIT


def test_everybody_has_a_look_of_their_own(engine: Engine, actor: Actor) -> None:
    other = Actor("an", "Lê An", frozenset({Right.REMEMBER_LOOK}))
    visit(engine, actor, 1, SEEN, NOON)
    assert visit(engine, other, 1, SEEN, NOON + 2 * VISIT) is None


def test_who_may_not_keep_a_look_writes_nothing(engine: Engine) -> None:
    reader = Actor("anonymous", "Người xem", frozenset())
    before = everything(engine)
    with pytest.raises(Denied):
        visit(engine, reader, 1, SEEN, NOON)
    with pytest.raises(Denied):
        last(engine, reader)
    with pytest.raises(Denied):
        put_away(engine, reader)
    assert everything(engine) == before


def test_a_look_never_waits_for_who_writes(engine: Engine, actor: Actor) -> None:
    visit(engine, actor, 1, SEEN, NOON)
    with writing(engine):
        visit(engine, actor, 2, LATER, NOON + VISIT)
    kept = last(engine, actor)
    assert kept is not None
    # The embedded database has one writer at a time, so this look was passed over; the next one is kept.
    assert kept.figures == (SEEN if engine.dialect.name == "sqlite" else LATER)
    visit(engine, actor, 3, SEEN, NOON + 2 * VISIT)
    again = last(engine, actor)
    assert again is not None
    assert again.data_version == 3


def take(engine: Engine, actor: Actor, title: str, unit: str = "492") -> int:
    made = report(record(title=title, unit=unit))
    return accept(engine, actor, f"{title}.xlsx", bytes_of(made), made).submission.id


def test_what_came_and_what_went_since_a_moment(engine: Engine, actor: Actor) -> None:
    old = take(engine, actor, "cũ")
    moment = datetime.now(UTC)
    new = take(engine, actor, "mới", "490")
    meanwhile = take(engine, actor, "nhầm")
    withdraw(engine, actor, meanwhile)
    withdraw(engine, actor, old)
    found = since(engine, moment)
    assert [(m.submission_id, m.file_name, m.units) for m in found.accepted] == [(new, "mới.xlsx", ("490",))]
    assert [(m.submission_id, m.units) for m in found.withdrawn] == [(old, ("492",))]
    assert found.decisions == 0
