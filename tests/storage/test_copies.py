"""The databases that tests lend each other: whoever comes next finds nothing of the last one."""

from typing import Any

import psycopg

from storage.database import connect
from storage.intake.submissions import history
from tests.postgres import Copies
from tests.storage import dying


def asked(address: str, question: str) -> list[Any]:
    with psycopg.connect(address) as connection:
        return connection.execute(question).fetchall()


def filled(address: str) -> tuple[int, list[Any], list[int]]:
    """The database's number, its version before and its files' numbers after one was accepted."""
    ((number,),) = asked(address, "SELECT oid FROM pg_database WHERE datname = current_database()")
    version = asked(address, "SELECT * FROM data_version")
    engine = connect(address)
    assert history(engine) == []
    dying.accepting(engine)
    ids = [one.id for one in history(engine)]
    engine.dispose()
    return number, version, ids


def test_a_database_lent_again_is_as_good_as_new(postgres_copies: Copies) -> None:
    with postgres_copies.lent() as first:
        before = filled(first)
        left_open = psycopg.connect(first)
        left_open.execute("LOCK TABLE submission")
    with postgres_copies.lent() as second:
        assert second != first
        assert filled(second) == before
        with psycopg.connect(second) as connection:
            connection.execute("ALTER TABLE submission ADD COLUMN more integer")
    with postgres_copies.lent() as third:
        number, *told = filled(third)
    left_open.close()
    assert number != before[0]
    assert tuple(told) == before[1:]
