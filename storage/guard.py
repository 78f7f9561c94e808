"""The check that every write begins with, inside its own transaction."""

from collections.abc import Iterable

from sqlalchemy import Connection

from access import Actor, Denied, Right, require
from storage.accounts import actor_within


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
