"""Accounts as they stand in the database: who may do what on a day."""

from datetime import date

from sqlalchemy import Connection, Engine, and_, or_, select

from access import EVERY_UNIT, RIGHTS, Actor, Role
from program import clock
from storage.database import reading
from storage.schema import role_grant, user_account


def normal(login: str) -> str:
    """The one form of a login: no blanks around it, small letters. A sign that only looks like a letter stays what it
    is: the Kelvin sign has the small letter k, but no address written with it is that of the account with a k."""
    return "".join(_small(letter) for letter in login.strip())


def _small(letter: str) -> str:
    small = letter.lower()
    return small if small.upper() == letter else letter


def actor_of(engine: Engine, login: str) -> Actor | None:
    """Who signs in under a login, with the rights that the account holds at this moment; None for an
    unknown login, and for one without any role in force: neither may even read."""
    with reading(engine) as connection:
        return actor_within(connection, login)


def actor_within(connection: Connection, login: str, today: date | None = None) -> Actor | None:
    """`actor_of` within a transaction, on a day (default: today in Đà Nẵng)."""
    day = today or clock.today()
    grants = role_grant.c
    in_force = and_(
        grants.ended_at.is_(None),
        grants.valid_from <= day,
        or_(grants.valid_to.is_(None), grants.valid_to >= day),
    )
    query = (
        select(user_account.c.login, user_account.c.name, grants.role, grants.unit)
        .join(role_grant, grants.user_id == user_account.c.id)
        .where(user_account.c.login == normal(login), in_force)
    )
    held = connection.execute(query).all()
    if not held:
        return None
    roles = {Role(row.role) for row in held}
    return Actor(
        held[0].login,
        held[0].name,
        frozenset().union(*(RIGHTS[role] for role in roles)),
        None if roles & EVERY_UNIT else frozenset(row.unit for row in held if row.unit is not None),
        account=True,
    )
