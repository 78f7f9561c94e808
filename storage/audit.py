"""The log as the administrator reads it, and the entries that readers leave: sign-ins and exports."""

import logging
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from access import Actor
from storage import log
from storage.database import briefly

# A reader waits no longer for an upload that is being written.
_PATIENCE_MS = 2_000
_logger = logging.getLogger(__name__)


def signed_in(engine: Engine, actor: Actor, way: str) -> None:
    """Note that somebody signed in; `way` is how (`oidc`, `proxy`). Where the database cannot take the
    entry, nobody is kept out: the server's own log has it then."""
    _note(engine, actor, log.SIGNED_IN, f"user:{actor.id}", {"way": way})


def exported(engine: Engine, actor: Actor, what: str, view: Mapping[str, Any] | None = None) -> None:
    """Note that somebody took data along: `what` says which kind (the part of the subject after
    `export:`), `view` the filters or the submission it was taken from, never its contents. Where the
    database cannot take the entry, the server's own log has it."""
    _note(engine, actor, log.EXPORTED, f"export:{what}", dict(view or {}))


def _note(engine: Engine, actor: Actor, action: str, subject: str, after: Mapping[str, Any]) -> None:
    try:
        with briefly(engine, _PATIENCE_MS) as connection:
            log.record(connection, actor, action, subject=subject, after=after)
    except SQLAlchemyError:
        _logger.warning("not in the log: %s %s by %s %s", action, subject, actor.id, dict(after))
