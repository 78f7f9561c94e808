"""Who is there and what they may do: one function answers it, and every write asks it."""

from access.actors import (
    ROLE_LABELS,
    Actor,
    Denied,
    Right,
    Role,
    anonymous,
    local_person,
    nobody,
    operator,
    require,
    server,
)
from access.roles import EVERY_UNIT, RIGHTS

__all__ = [
    "EVERY_UNIT",
    "RIGHTS",
    "ROLE_LABELS",
    "Actor",
    "Denied",
    "Right",
    "Role",
    "anonymous",
    "local_person",
    "nobody",
    "operator",
    "require",
    "server",
]
