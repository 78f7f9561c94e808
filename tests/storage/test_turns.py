"""Those who write from one process wait for their turn before they ask the database."""

from collections.abc import Callable
from threading import Thread

import pytest
from sqlalchemy import Connection, Engine, text

from storage import renewal, turns
from storage.database import reading, rehearsing, writing
from storage.faults import Fault, StoreFault

_ADD = text("UPDATE data_version SET version = version + 1")
# How long somebody who does not wait would need at most to be through, or to be refused.
_SECONDS = 0.3


def test_who_waits_holds_no_connection_and_is_not_refused(engine: Engine) -> None:
    def write() -> None:
        with writing(engine) as connection:
            connection.execute(_ADD)

    with rehearsing(engine) as connection:
        connection.execute(_ADD)
        waiting = [Thread(target=write) for _ in range(3)]
        for thread in waiting:
            thread.start()
        waiting[0].join(_SECONDS)
        assert all(thread.is_alive() for thread in waiting)
        assert engine.pool.checkedout() == 1  # type: ignore[attr-defined]
    for thread in waiting:
        thread.join()
    with reading(engine) as connection:
        assert connection.scalar(text("SELECT version FROM data_version")) == 3


def test_of_several_who_write_one_after_another_the_last_makes_the_figures(engine: Engine) -> None:
    made: list[int] = []

    def maker(connection: Connection) -> Callable[[], None]:
        made.append(renewal.version(connection))
        return lambda: None

    def write() -> None:
        with writing(engine) as connection:
            connection.execute(_ADD)

    renewal.keep_up(engine, maker)
    behind = Thread(target=write)
    with writing(engine) as connection:
        connection.execute(_ADD)
        behind.start()
        while not turns.others_wait(engine):
            behind.join(0.01)
    behind.join()
    assert made == [2]
    assert not turns.others_wait(engine)


def test_who_waits_too_long_is_told_so(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE_SECONDS", 0.01)
    with writing(engine), pytest.raises(StoreFault) as refused, writing(engine):
        pass
    assert refused.value.fault is Fault.BUSY


def test_an_error_gives_the_turn_on(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError), writing(engine):
        raise ZeroDivisionError
    with writing(engine) as connection:
        connection.execute(_ADD)
