"""Answers to the questions of files, kept for the files to come. None is ever deleted, only forgotten."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, insert, select, update

from access import Actor, Right, require
from program.mending import Answer, Asked, Question, Remembered, recalled
from storage import log
from storage.database import reading, writing
from storage.schema import remembered_answer


@dataclass(frozen=True)
class KeptAnswer:
    """One answer with the unit whose files it is for (None: files of several units), and who gave it when
    (UTC)."""

    id: int
    unit: str | None
    answer: Answer
    given_by: str
    given_at: datetime


def kept(engine: Engine) -> list[KeptAnswer]:
    """All answers that are not forgotten, the newest first."""
    with reading(engine) as connection:
        return _kept(connection)


def recall(engine: Engine) -> Callable[[Sequence[Asked], frozenset[str]], frozenset[Answer]]:
    """A function that gives the kept answers to what a file asks, for `data_loaders.remembering.check_with`:
    `program.mending.recalled` on the answers kept at the time of the question."""

    def answers(asked: Sequence[Asked], spoken_of: frozenset[str]) -> frozenset[Answer]:
        return recalled(asked, [Remembered(one.unit, one.answer) for one in kept(engine)], spoken_of)

    return answers


def remember(engine: Engine, actor: Actor, unit: str | None, answers: Iterable[Answer]) -> None:
    """Keep answers for the files of a unit; an earlier answer of the unit to the same question is
    forgotten. Raises Denied."""
    require(actor, Right.SUBMIT)
    table = remembered_answer
    with writing(engine) as connection:
        known = {
            (one.answer.question, one.answer.words): one for one in _kept(connection) if one.unit == unit
        }
        number = 0
        for answer in sorted(answers):
            earlier = known.get((answer.question, answer.words))
            if earlier is not None and earlier.answer == answer:
                continue
            if earlier is not None:
                _forget(connection, [earlier.id])
            connection.execute(
                insert(table).values(
                    unit=unit,
                    question=answer.question.value,
                    words=answer.words,
                    value=answer.value,
                    given_by=actor.name,
                    given_at=datetime.now(UTC),
                )
            )
            number += 1
        if number:
            log.record(connection, actor, log.ANSWERS_KEPT, detail={"answers": number})


def forget(engine: Engine, actor: Actor, ids: Sequence[int]) -> None:
    """Files to come are not read with these answers; what was accepted stays. Raises Denied."""
    require(actor, Right.SUBMIT)
    with writing(engine) as connection:
        number = _forget(connection, ids)
        if number:
            log.record(connection, actor, log.ANSWERS_FORGOTTEN, detail={"answers": number})


def _kept(connection: Connection) -> list[KeptAnswer]:
    table = remembered_answer
    query = select(table).where(table.c.forgotten_at.is_(None)).order_by(table.c.id.desc())
    return [
        KeptAnswer(
            row["id"],
            row["unit"],
            Answer(Question(row["question"]), row["words"], row["value"]),
            row["given_by"],
            row["given_at"],
        )
        for row in connection.execute(query).mappings()
    ]


def _forget(connection: Connection, ids: Sequence[int]) -> int:
    table = remembered_answer
    return connection.execute(
        update(table)
        .where(table.c.id.in_(ids), table.c.forgotten_at.is_(None))
        .values(forgotten_at=datetime.now(UTC))
    ).rowcount
