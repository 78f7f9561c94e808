"""What a reviewer and a unit read of the review: the rows behind quoted cells, the last words, what was returned."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, select

from access import Actor, Right
from program.reviewing.review import Place, State, Verdict, Word
from storage.access.guard import allow
from storage.database import reading
from storage.intake import ledger
from storage.intake.history import Submission, allow_reading
from storage.reviewing.states import waiting, word_of, words
from storage.schema import activity, review, submission_unit

Row = Mapping[str, Any]
_NAMES = ("kind", "title", "start_date", "end_date", "count", "seats", "unit", "held")


@dataclass(frozen=True)
class Spoken:
    """A word and the file that it was said of."""

    word: Word
    submission: Submission


def rows_at(
    engine: Engine, actor: Actor, submission_id: int, places: Collection[Place]
) -> dict[Place, list[Row]]:
    """The activities of a submission at these rows of its file: kind, title, start_date, end_date, count, seats,
    unit, and whether the row is `held`. Raises Denied."""
    table = activity.c
    query = select(table.sheet, table.row, *(table[name] for name in _NAMES)).where(
        table.submission_id == submission_id, table.row.in_({row for _, row in places})
    )
    found: dict[Place, list[Row]] = {}
    with reading(engine) as connection:
        allow_reading(connection, actor, submission_id)
        for row in connection.execute(query.order_by(table.id)).mappings():
            place = (row["sheet"], row["row"])
            if place in places:
                found.setdefault(place, []).append({name: row[name] for name in _NAMES})
    return found


def said_of(engine: Engine, actor: Actor, submission_id: int) -> tuple[State, tuple[Word, ...]]:
    """Where a submission stands, and what was said of it, newest first, without what was undone and nobody's
    word. Raises Denied for who may not read the file: a message quotes its cells."""
    with reading(engine) as connection:
        allow_reading(connection, actor, submission_id)
        said = [w for w in words(connection, [submission_id]) if not w.undone]
        found = waiting(connection).get(submission_id)
    told = tuple(w for w in reversed(said) if w.verdict != Verdict.EARLIER)
    return (found.state if found else State.OFFICIAL), told


def standings(engine: Engine) -> dict[int, State]:
    """The submissions that are in review or returned, by number."""
    with reading(engine) as connection:
        return {number: one.state for number, one in waiting(connection).items()}


def returned(engine: Engine, actor: Actor) -> tuple[Spoken, ...]:
    """The files within the actor's reach that were returned and not answered, the latest word first. Raises
    Denied."""
    within = actor.units
    with reading(engine) as connection:
        allow(connection, actor, Right.READ_FILES, within or ())
        said = [one.word for one in waiting(connection).values() if one.state == State.RETURNED and one.word]
        own = [w for w in said if within is None or _units(connection, w.submission) <= within]
        return tuple(
            Spoken(w, ledger.required(connection, w.submission)) for w in sorted(own, key=lambda w: -w.id)
        )


def recent(engine: Engine, limit: int) -> tuple[Spoken, ...]:
    """The last words of reviewers that were not undone, newest first."""
    query = select(review).where(review.c.undone_at.is_(None), review.c.verdict != Verdict.EARLIER)
    with reading(engine) as connection:
        said = map(word_of, connection.execute(query.order_by(review.c.id.desc()).limit(limit)).all())
        return tuple(Spoken(w, ledger.required(connection, w.submission)) for w in said)


def _units(connection: Connection, submission_id: int) -> set[str]:
    table = submission_unit.c
    return set(connection.scalars(select(table.unit).where(table.submission_id == submission_id)))
