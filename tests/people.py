"""Accounts for tests: the same five people everywhere, and the end of somebody's roles."""

from dataclasses import dataclass

from sqlalchemy import Engine

from access import Role, local_person
from storage.access import people, roster
from storage.access.people import Asked

HAI_CHAU, SON_TRA = "492", "493"


@dataclass(frozen=True)
class Person:
    """One of the people: their login and name, and the roles they are given (none: nobody's account)."""

    login: str
    name: str
    roles: tuple[Asked, ...] = ()


VIEWER = Person("lanh.dao@danang.gov.vn", "Nguyễn Văn An", (Asked(Role.VIEWER),))
REPORTER = Person("hai.chau@danang.gov.vn", "Lê Văn Cường", (Asked(Role.REPORTER, (HAI_CHAU,)),))
COORDINATOR = Person("dau.moi@danang.gov.vn", "Trần Thị Bình", (Asked(Role.COORDINATOR),))
ADMINISTRATOR = Person("quan.tri@danang.gov.vn", "Phạm Thị Dung", (Asked(Role.ADMINISTRATOR),))
STRANGER = Person("nguoi.la@example.com", "Người lạ")
EVERYBODY = (VIEWER, REPORTER, COORDINATOR, ADMINISTRATOR)


def enter(engine: Engine, *persons: Person) -> None:
    """Accounts with their roles."""
    for person in persons:
        people.add(engine, local_person(), person.login, person.name)
        for role in person.roles:
            people.grant(engine, local_person(), person.login, role)


def end(engine: Engine, person: Person) -> None:
    """Every role of a person ends at this moment."""
    held = [one.grants for one in roster.accounts(engine, local_person()) if one.login == person.login]
    people.end(engine, local_person(), [given.id for given in held[0] if given.ended_at is None])
