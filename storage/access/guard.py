"""The check that every write begins with, inside its own transaction."""

from collections.abc import Iterable

from sqlalchemy import Connection, Engine

from access import Actor, Denied, Right, require
from storage.access.accounts import actor_within
from storage.database import reading


def allow(connection: Connection, actor: Actor, right: Right, spoken_of: Iterable[str] = ()) -> None:
    """Raises Denied unless the actor has the right for every unit spoken of. What an account may do is
    read again here: whoever was removed a moment ago writes nothing more."""
    if not actor.account:
        require(actor, right, spoken_of)
        return
    now = actor_within(connection, actor.id)
    if now is None:
        raise Denied(f"Tài khoản “{actor.name}” không còn hiệu lực. Hãy liên hệ người quản trị.")
    require(now, right, spoken_of)


def confirm(engine: Engine, actor: Actor, right: Right) -> None:
    """Raises Denied unless the actor has the right at this moment; for what is handed out after the page
    was drawn."""
    with reading(engine) as connection:
        allow(connection, actor, right)
