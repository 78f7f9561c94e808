"""Answers to the questions of files, kept for the files to come. None is ever deleted, only forgotten."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from types import MappingProxyType

from sqlalchemy import Connection, Engine, insert, select, update

from access import Actor, Right, require
from program.submissions.mending import Answer, Asked, Question, Remembered, recalled
from program.text import key
from program.units import CITY
from storage.access.guard import allow
from storage.database import reading, writing
from storage.journal import log
from storage.schema import remembered_answer


@dataclass(frozen=True)
class KeptAnswer:
    """One answer with the unit whose files it is for (None: files of several units), the words of its question as
    the file had them, and who gave it when (UTC)."""

    id: int
    unit: str | None
    answer: Answer
    words: str
    given_by: str
    given_at: datetime


def kept(engine: Engine) -> list[KeptAnswer]:
    """All answers that are not forgotten, the newest first."""
    with reading(engine) as connection:
        return _kept(connection)


def recall(engine: Engine) -> Callable[[Sequence[Asked], frozenset[str]], frozenset[Answer]]:
    """A function that gives the kept answers to what a file asks, for `data_loaders.mending.remembering.check_with`:
    `program.submissions.mending.recalled` on the answers kept at the time of the question."""

    def answers(asked: Sequence[Asked], spoken_of: frozenset[str]) -> frozenset[Answer]:
        return recalled(asked, [Remembered(one.unit, one.answer) for one in kept(engine)], spoken_of)

    return answers


def remember(
    engine: Engine,
    actor: Actor,
    unit: str | None,
    answers: Iterable[Answer],
    words: Mapping[Answer, str] = MappingProxyType({}),
) -> None:
    """Keep answers for the files of a unit, or of several units (None), with the words of their questions as the file
    has them (`words`); an earlier answer of the unit to the same question is forgotten. What a unit is called holds
    for everybody's files, so such an answer takes the reach over the unit that it names. Raises Denied."""
    require(actor, Right.SUBMIT)
    table = remembered_answer
    given = sorted(answers)
    named = {answer.value for answer in given if answer.question == Question.UNIT}
    with writing(engine) as connection:
        allow(connection, actor, Right.SUBMIT, {unit or CITY, *named})
        known = {
            (one.answer.question, one.answer.words): one for one in _kept(connection) if one.unit == unit
        }
        kept, replaced = list[Answer](), list[Answer]()
        for answer in given:
            earlier = known.get((answer.question, answer.words))
            if earlier is not None and earlier.answer == answer:
                continue
            if earlier is not None:
                _forget(connection, [earlier.id])
                replaced.append(earlier.answer)
            connection.execute(
                insert(table).values(
                    unit=unit,
                    question=answer.question.value,
                    words=words.get(answer, answer.words),
                    value=answer.value,
                    given_by=actor.name,
                    given_at=datetime.now(UTC),
                )
            )
            kept.append(answer)
        if kept:
            log.record(
                connection,
                actor,
                log.ANSWERS_KEPT,
                detail={"answers": len(kept)},
                subject=f"unit:{unit or CITY}",
                before=_told(replaced),
                after=_told(kept),
            )


def forget(engine: Engine, actor: Actor, ids: Sequence[int]) -> None:
    """Files to come are not read with these answers; what was accepted stays. Raises Denied."""
    require(actor, Right.SUBMIT)
    with writing(engine) as connection:
        allow(connection, actor, Right.SUBMIT, (_whose(one) for one in _among(connection, ids)))
        gone = _among(connection, ids)
        _forget(connection, [one.id for one in gone])
        for unit, its_own in groupby(sorted(gone, key=_whose), key=_whose):
            answers = [one.answer for one in its_own]
            log.record(
                connection,
                actor,
                log.ANSWERS_FORGOTTEN,
                detail={"answers": len(answers)},
                subject=f"unit:{unit}",
                before=_told(answers),
            )


def _whose(one: KeptAnswer) -> str:
    return one.unit or CITY


def _told(answers: Iterable[Answer]) -> dict[str, list[list[str]]] | None:
    """Answers for the log: question, words, meaning."""
    told = [[answer.question.value, answer.words, answer.value] for answer in sorted(answers)]
    return {"answers": told} if told else None


def _kept(connection: Connection) -> list[KeptAnswer]:
    table = remembered_answer
    query = select(table).where(table.c.forgotten_at.is_(None)).order_by(table.c.id.desc())
    return [
        KeptAnswer(
            row["id"],
            row["unit"],
            Answer(Question(row["question"]), key(row["words"]), row["value"]),
            row["words"],
            row["given_by"],
            row["given_at"],
        )
        for row in connection.execute(query).mappings()
    ]


def _among(connection: Connection, ids: Sequence[int]) -> list[KeptAnswer]:
    return [one for one in _kept(connection) if one.id in set(ids)]


def _forget(connection: Connection, ids: Sequence[int]) -> None:
    table = remembered_answer
    connection.execute(
        update(table)
        .where(table.c.id.in_(ids), table.c.forgotten_at.is_(None))
        .values(forgotten_at=datetime.now(UTC))
    )
