import pytest
from sqlalchemy import Engine, select

from access import Actor, Denied
from program.submissions.mending import Answer, Asked, Question
from storage import schema
from storage.intake.answers import forget, kept, recall, remember
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


def test_answers_are_kept_with_the_words_of_the_file(engine: Engine, actor: Actor) -> None:
    remember(engine, actor, "493", [SON_TRA, CONTEST], {SON_TRA: "SƠN TRÀ 1"})
    assert {(one.answer, one.words) for one in kept(engine)} == {
        (SON_TRA, "SƠN TRÀ 1"),
        (CONTEST, "hội thảo"),
    }
    before = everything(engine)
    remember(engine, actor, "493", [SON_TRA], {SON_TRA: "Sơn Trà 1"})
    assert everything(engine) == before


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


def test_keeping_and_forgetting_are_logged_with_before_and_after(engine: Engine, actor: Actor) -> None:
    other = Answer(CONTEST.question, CONTEST.words, "other")
    remember(engine, actor, "493", [SON_TRA, CONTEST])
    remember(engine, actor, "493", [SON_TRA, other])
    remember(engine, actor, None, [CONTEST])
    forget(engine, actor, [one.id for one in kept(engine)])
    names = ("action", "detail", "subject", "before", "after")
    with engine.connect() as connection:
        found = connection.execute(select(*(schema.event.c[n] for n in names)).order_by("id")).all()
    son_tra, contest, otherwise = (
        [a.question.value, a.words, a.value] for a in (SON_TRA, CONTEST, other)
    )  # fmt: skip
    told = [sorted([one, son_tra]) for one in (contest, otherwise)]
    assert [tuple(one) for one in found] == [
        ("answers_kept", {"answers": 2}, "unit:493", None, {"answers": told[0]}),
        ("answers_kept", {"answers": 1}, "unit:493", {"answers": [contest]}, {"answers": [otherwise]}),
        ("answers_kept", {"answers": 1}, "unit:48", None, {"answers": [contest]}),
        ("answers_forgotten", {"answers": 1}, "unit:48", {"answers": [contest]}, None),
        ("answers_forgotten", {"answers": 2}, "unit:493", {"answers": told[1]}, None),
    ]


def test_it_takes_the_right_to_submit(engine: Engine) -> None:
    reader = Actor("an", "Lê An", frozenset())
    with pytest.raises(Denied):
        remember(engine, reader, "493", [SON_TRA])
    with pytest.raises(Denied):
        forget(engine, reader, [1])
    assert kept(engine) == []
