import pytest
from sqlalchemy import Engine

from access import Actor, Denied
from program.mending import Answer, Asked, Question
from storage.answers import forget, kept, recall, remember
from tests.storage.build import everything

SON_TRA = Answer(Question.UNIT, "sơn trà 1", "493")
OTHER = Answer(Question.UNIT, "sơn trà 1", "490")
CONTEST = Answer(Question.KIND, "hội thảo", "contest")
ASKED = [Asked(Question.UNIT, "Sơn Trà 1", ()), Asked(Question.KIND, "Hội thảo", ())]


def told(engine: Engine) -> list[tuple[str | None, Answer]]:
    return [(one.unit, one.answer) for one in kept(engine)]


def test_answers_are_kept_with_who_gave_them(engine: Engine, actor: Actor) -> None:
    remember(engine, actor, "493", [SON_TRA])
    remember(engine, actor, None, [CONTEST])
    assert told(engine) == [(None, CONTEST), ("493", SON_TRA)]
    assert {one.given_by for one in kept(engine)} == {actor.name}


def test_the_same_answer_again_changes_nothing(engine: Engine, actor: Actor) -> None:
    remember(engine, actor, "493", [SON_TRA, CONTEST])
    before = everything(engine)
    remember(engine, actor, "493", [CONTEST, SON_TRA])
    assert everything(engine) == before


def test_a_new_answer_of_the_unit_takes_the_place_of_its_earlier_one(engine: Engine, actor: Actor) -> None:
    remember(engine, actor, "493", [SON_TRA])
    remember(engine, actor, "490", [SON_TRA])
    remember(engine, actor, "493", [OTHER])
    assert told(engine) == [("493", OTHER), ("490", SON_TRA)]
    assert len(everything(engine)["remembered_answer"]) == 3


def test_recall_answers_what_is_asked_with_what_is_kept_then(engine: Engine, actor: Actor) -> None:
    ask = recall(engine)
    assert ask(ASKED, frozenset({"493"})) == frozenset()
    remember(engine, actor, "493", [SON_TRA, CONTEST])
    assert ask(ASKED, frozenset({"493"})) == {SON_TRA, CONTEST}
    assert ask(ASKED, frozenset({"490"})) == {SON_TRA}


def test_a_forgotten_answer_is_not_recalled(engine: Engine, actor: Actor) -> None:
    remember(engine, actor, "493", [SON_TRA, CONTEST])
    forget(engine, actor, [one.id for one in kept(engine) if one.answer == SON_TRA])
    assert told(engine) == [("493", CONTEST)]
    assert recall(engine)(ASKED, frozenset({"493"})) == {CONTEST}
    before = everything(engine)
    forget(engine, actor, [2, 9])
    assert everything(engine) == before


def test_keeping_and_forgetting_are_logged_without_words(engine: Engine, actor: Actor) -> None:
    remember(engine, actor, "493", [SON_TRA, CONTEST])
    forget(engine, actor, [1])
    entries = [row[2:] for row in everything(engine)["event"]]
    assert entries == [
        ("local", "answers_kept", "None", "{'answers': 2}"),
        ("local", "answers_forgotten", "None", "{'answers': 1}"),
    ]


def test_it_takes_the_right_to_submit(engine: Engine) -> None:
    reader = Actor("an", "Lê An", frozenset())
    with pytest.raises(Denied):
        remember(engine, reader, "493", [SON_TRA])
    with pytest.raises(Denied):
        forget(engine, reader, [1])
    assert kept(engine) == []
