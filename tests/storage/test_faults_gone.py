"""PostgreSQL stops and comes back: the pages say so in words and work again, nothing is lost or doubled."""

import logging
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from access import local_person
from settings import journal
from storage.database import connect, migrate, writing
from storage.faults import Fault, StoreFault
from storage.intake.submissions import accept, history
from storage.upkeep.soundness import unsound
from tests.postgres import Cluster
from tests.storage.build import bytes_of, everything, record, report

pytestmark = pytest.mark.postgres


@pytest.fixture
def store(own_cluster: Cluster) -> Iterator[Engine]:
    """A database of it with one accepted file."""
    with own_cluster.database() as url:
        opened = connect(url)
        migrate(opened)
        _accept(opened, "một")
        yield opened
        opened.dispose()


def _accept(engine: Engine, title: str) -> None:
    made = report(record(title=f"Lớp {title}"))
    accept(engine, local_person(), "tep.xlsx", bytes_of(made), made)


@pytest.fixture
def told() -> Iterator[list[str]]:
    """The events of the operator's log."""
    found: list[str] = []
    handler, level = logging.Handler(), journal.LOGGER.level
    handler.emit = lambda line: found.append(line.getMessage())  # type: ignore[method-assign]
    journal.LOGGER.addHandler(handler)
    journal.LOGGER.setLevel(logging.INFO)
    yield found
    journal.LOGGER.removeHandler(handler)
    journal.LOGGER.setLevel(level)


def test_gone_and_back(store: Engine, own_cluster: Cluster, told: list[str]) -> None:
    with own_cluster.stopped():
        for _ in range(2):
            with pytest.raises(StoreFault) as raised:
                _accept(store, "hai")
            assert raised.value.fault == Fault.GONE
            assert "chưa trả lời" in str(raised.value)
        with pytest.raises(StoreFault):
            history(store)
    assert [one.id for one in history(store)] == [1]
    _accept(store, "hai")
    assert [one.file_name for one in history(store)] == ["tep.xlsx"] * 2
    assert unsound(store) == []
    events = [one for one in told if one != "nothing_written"]
    assert events == ["store_gone", "store_back", "accepted"]


def test_gone_in_the_middle_of_a_write(store: Engine, own_cluster: Cluster) -> None:
    """The transaction that was open when the server went is as if it had never been."""
    from storage.intake import ledger

    def write() -> None:
        with writing(store) as connection:
            ledger.next_version(connection)
            with own_cluster.stopped():
                pass
            ledger.next_version(connection)

    with pytest.raises(StoreFault):
        write()
    with writing(store) as connection:
        assert ledger.version(connection) == 1
    assert unsound(store) == []


def test_gone_in_the_middle_of_an_accept_and_in_its_commit(store: Engine, own_cluster: Cluster) -> None:
    """The server is restarted while the rows are written, then when it has committed and nobody was told: of the file
    that is handed in again nothing is there twice."""
    made = report(*(record(title=f"Lớp {n}") for n in range(300)))
    before, passed, restarts = everything(store), count(), []

    def restart(*_: Any) -> None:
        if next(passed) == moment:
            restarts.append(moment)
            with own_cluster.stopped():
                pass

    def told_to_nobody(connection: Connection) -> None:
        connection.connection.driver_connection.commit()  # type: ignore[union-attr]
        restart()

    event.listen(store, "before_cursor_execute", restart)
    moment = 12
    with pytest.raises(StoreFault) as raised:
        accept(store, local_person(), "lon.xlsx", bytes_of(made), made)
    event.remove(store, "before_cursor_execute", restart)
    assert (raised.value.fault, restarts) == (Fault.GONE, [12])
    assert everything(store) == before
    passed, moment = count(), 0
    event.listen(store, "commit", told_to_nobody)
    with suppress(StoreFault):
        accept(store, local_person(), "lon.xlsx", bytes_of(made), made)
    event.remove(store, "commit", told_to_nobody)
    assert restarts == [12, 0]
    accept(store, local_person(), "lon.xlsx", bytes_of(made), made)
    assert [one.counts for one in history(store)] == [{"activities": 300}, {"activities": 1}]
    assert len(everything(store)["activity"]) == 301
    assert unsound(store) == []
