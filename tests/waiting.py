"""What waits for a decision, in the form of the rules, and a decision taken alone: for tests of every room."""

from sqlalchemy import Engine

from access import Actor
from program.conflicts.desk import Conflict, Sort
from program.conflicts.overlaps import Overlap
from program.conflicts.twins import Twin, twin
from storage.conflicts import desk as conflicts
from storage.conflicts import near
from storage.conflicts.decisions import decide
from storage.conflicts.subjects import Decision
from storage.database import reading


def waiting(engine: Engine, sort: Sort) -> list[Conflict]:
    """The entries of one kind."""
    return [one for one in conflicts.waiting(engine).waiting if one.sort == sort]


def open_twins(engine: Engine) -> list[Twin]:
    """Near twins with their rows."""
    found = []
    for one in waiting(engine, Sort.TWIN):
        numbers = [record for record, _ in one.records]
        with reading(engine) as connection:
            rows = near.rows(connection, numbers)
        found.append(twin(rows[numbers[0]], rows[numbers[1]], one.told))  # type: ignore[arg-type]
    return found


def open_overlaps(engine: Engine) -> tuple[Overlap, ...]:
    """Summaries beside finer records, in order of unit, kind and days."""
    found = [one.told for one in waiting(engine, Sort.BASIS) if isinstance(one.told, Overlap)]
    return tuple(sorted(found, key=lambda o: (o.unit, o.kind, o.start, o.end)))


def decide_one(engine: Engine, actor: Actor, decision: Decision) -> int:
    """Keep one decision; gives its number."""
    (number,) = decide(engine, actor, [decision])
    return number
