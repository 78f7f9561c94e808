"""What becomes of each target when a file is accepted or taken back, for the log: old and new value, with
the document that says so."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from access import Actor
from storage.journal import log
from storage.schema import target

_WHAT = ("indicator", "unit", "start_date", "end_date", "authority")
_SAID = ("value", "document")
Held = Mapping[tuple[Any, ...], dict[str, Any]]


def held(connection: Connection) -> Held:
    """Every target that holds now: what it is known by, and what it says."""
    query = select(*(target.c[name] for name in (*_WHAT, *_SAID))).where(target.c.held)
    return {
        tuple(row[name] for name in _WHAT): {name: row[name] for name in _SAID}
        for row in connection.execute(query).mappings()
    }


def note_changes(connection: Connection, actor: Actor, submission_id: int, before: Held) -> None:
    """An entry for each target that is not as it was (`before`: what `held` gave); none of a target that
    says the same."""
    after = held(connection)
    for known_by in sorted(before.keys() | after.keys()):
        old, new = before.get(known_by), after.get(known_by)
        if old != new:
            subject = ":".join(("target", *map(str, known_by)))
            log.record(
                connection, actor, log.TARGET_CHANGED, submission_id, subject=subject, before=old, after=new
            )
