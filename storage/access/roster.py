"""Who may sign in, with every role that they hold, will hold and held."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, Engine, select

from access import Actor, Right, Role
from program.text import collation_key
from storage.access.accounts import normal
from storage.access.guard import allow
from storage.database import reading
from storage.schema import role_grant, user_account


@dataclass(frozen=True)
class Grant:
    """A role from a day to a day (None: until ended); `unit` for a reporter. `ended_by` and `ended_at` say
    who took it back and when: from that moment it does not count, whatever its days."""

    id: int
    role: Role
    unit: str | None
    valid_from: date
    valid_to: date | None
    granted_by: str
    granted_at: datetime
    ended_by: str | None
    ended_at: datetime | None

    def in_force(self, day: date) -> bool:
        """Whether it counts on a day; the same rule as `storage.access.accounts.actor_within`."""
        return not self.past(day) and self.valid_from <= day

    def past(self, day: date) -> bool:
        """Whether it will not count any more."""
        return self.ended_at is not None or (self.valid_to is not None and self.valid_to < day)


@dataclass(frozen=True)
class Account:
    """A person; their grants in the order of giving."""

    login: str
    name: str
    added_by: str
    added_at: datetime
    grants: tuple[Grant, ...] = ()

    def in_force(self, day: date) -> list[Grant]:
        """The grants that count on a day; without one the person may not even read."""
        return [given for given in self.grants if given.in_force(day)]


def last_administered(people: Iterable[Account], day: date) -> date:
    """The last day, from a day on, up to which somebody is an administrator on every day; `date.max` where
    one of them has no last day, the day before where there is none at all."""
    held = [g for one in people for g in one.grants if g.role == Role.ADMINISTRATOR and not g.past(day)]
    last = day - timedelta(days=1)
    for given in sorted(held, key=lambda g: g.valid_from):
        if given.valid_from > last + timedelta(days=1):
            break
        if given.valid_to is None:
            return date.max
        last = max(last, given.valid_to)
    return last


def accounts(engine: Engine, actor: Actor) -> list[Account]:
    """Everybody, in the order of Vietnamese lists: by given name, which stands last. Raises Denied."""
    with reading(engine) as connection:
        allow(connection, actor, Right.MANAGE_USERS)
        people = everybody(connection)
    return sorted(people, key=lambda one: (collation_key(one.name.split()[-1]), collation_key(one.name)))


def everybody(connection: Connection) -> list[Account]:
    """Everybody in the order of adding, within the caller's transaction."""
    held: dict[int, list[Grant]] = {}
    for row in connection.execute(select(role_grant).order_by(role_grant.c.id)).mappings():
        values = dict(row)
        owner = values.pop("user_id")
        held.setdefault(owner, []).append(Grant(**(values | {"role": Role(values["role"])})))
    rows = connection.execute(select(user_account).order_by(user_account.c.id))
    return [Account(r.login, r.name, r.added_by, r.added_at, tuple(held.get(r.id, ()))) for r in rows]


def found(connection: Connection, login: str) -> Account | None:
    """The account of a login in any form, within the caller's transaction."""
    return next((one for one in everybody(connection) if one.login == normal(login)), None)


def subject(login: str) -> str:
    """What the log calls a person."""
    return f"user:{normal(login)}"
