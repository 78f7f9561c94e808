"""A run that ended without stopping is told of at the next start, with whether the store is sound."""

import logging
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import Engine, insert, select, text

from access import Actor
from program import clock
from settings import journal
from storage import schema
from storage.database import ROOT, briefly, reading, writing
from storage.intake.submissions import accept, withdraw
from storage.reading import analysis
from storage.upkeep import runs
from storage.upkeep.soundness import unsound
from tests.storage.build import bytes_of, record, report

_NOW = datetime.now(UTC)
# Starts, and ends as it is told to: in order, or not at all.
_PROCESS = """
import os, signal, sys
from storage.upkeep import runs
from storage.database import connect
engine = connect(sys.argv[1])
started = runs.begin(engine)
if sys.argv[2] == "stops":
    runs.end(engine, started.id)
    engine.dispose()
else:
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def told() -> Iterator[list[tuple[str, dict[str, Any]]]]:
    """The lines of the operator's log, in their order."""
    lines: list[tuple[str, dict[str, Any]]] = []

    class Keeping(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append((record.getMessage(), record.facts))  # type: ignore[attr-defined]

    handler, level = Keeping(), journal.LOGGER.level
    journal.LOGGER.addHandler(handler)
    journal.LOGGER.setLevel(logging.INFO)
    yield lines
    journal.LOGGER.removeHandler(handler)
    journal.LOGGER.setLevel(level)


def _ran(engine: Engine, how: str) -> None:
    url = engine.url.render_as_string(hide_password=False)
    subprocess.run([sys.executable, "-c", _PROCESS, url, how], cwd=ROOT, check=False)


def _events(engine: Engine) -> list[Any]:
    with reading(engine) as connection:
        return list(connection.execute(select(schema.event).where(schema.event.c.action == "run_broken")))


def test_a_killed_run_is_told_of_once(engine: Engine, actor: Actor, told: Any) -> None:
    made = report(record(), record(title="Lớp hai"))
    accept(engine, actor, "tep.xlsx", bytes_of(made), made)
    _ran(engine, "is killed")
    assert len(runs.unfinished(engine)) == 1
    told.clear()
    started = runs.begin(engine)
    assert started is not None
    assert ([one.id for one in started.broken], started.unsound, started.behind) == ([1], (), None)
    assert [line for line, _ in told] == ["started", "run_broken", "store_checked"]
    assert told[2][1] == {"wrong": 0}
    (event,) = _events(engine)
    assert (event.actor, event.subject) == ("server", "run:1")
    assert set(event.before) == {"started_at"}
    again = runs.begin(engine)
    assert again is not None
    assert (again.id, again.broken) == (started.id, ())
    assert len(_events(engine)) == 1


def test_an_orderly_stop_leaves_nothing_to_tell(engine: Engine) -> None:
    _ran(engine, "stops")
    started = runs.begin(engine)
    assert started is not None
    assert (started.id, started.broken) == (2, ())
    runs.end(engine, started.id)
    with reading(engine) as connection:
        assert connection.scalars(select(schema.server_run.c.stopped_at)).all().count(None) == 0


@pytest.mark.parametrize(
    "other",
    [
        {"host": "another-machine", "pid": 1, "process": "x"},
        {"host": socket.gethostname(), "pid": os.getpid(), "process": ""},
    ],
    ids=["another machine", "still there"],
)
def test_what_may_still_run_is_not_called_broken(engine: Engine, other: dict[str, Any]) -> None:
    with writing(engine) as connection:
        connection.execute(insert(schema.server_run).values(started_at=_NOW, **other))
    started = runs.begin(engine)
    assert started is not None
    assert started.broken == ()


def test_a_number_given_to_another_process_is_no_sign_of_life(engine: Engine) -> None:
    earlier = {"host": socket.gethostname(), "pid": os.getpid(), "process": "the boot before:17"}
    with writing(engine) as connection:
        connection.execute(insert(schema.server_run).values(started_at=_NOW, **earlier))
    started = runs.begin(engine)
    assert started is not None
    assert [one.id for one in started.broken] == [1]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_process_that_the_system_does_not_show_is_asked_for_by_its_number(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As two services of the shipped units see each other: seen with systemd 257, where each told the other's end."""
    boot = runs._boot()
    number = {"here": os.getpid(), "ended": 2, "another user's": 1, "the boot before": os.getpid()}

    def asked(pid: int, signal: int) -> None:
        assert signal == 0
        if pid == number["ended"]:
            raise ProcessLookupError
        if pid == number["another user's"]:
            raise PermissionError

    monkeypatch.setattr(os, "kill", asked)
    with writing(engine) as connection:
        for which, pid in number.items():
            run = {
                "host": socket.gethostname(),
                "pid": pid,
                "process": f"{'x' if 'boot' in which else boot}:17",
            }
            connection.execute(insert(schema.server_run).values(started_at=_NOW, **run))
    monkeypatch.setattr(runs, "_identity", lambda _pid: None)
    assert [one.id for one in runs.unfinished(engine)] == [2, 3, 4]
    assert len(runs.serving_since(engine)) == 1


def test_a_half_stored_file_is_told_of(engine: Engine, actor: Actor, told: Any) -> None:
    made = report(record(), record(title="Lớp hai"))
    accept(engine, actor, "tep.xlsx", bytes_of(made), made)
    _ran(engine, "is killed")
    with writing(engine) as connection:
        connection.execute(text("DELETE FROM activity WHERE id = 2"))
    started = runs.begin(engine)
    assert started is not None
    assert started.unsound == ("Lần nộp số 1 có 1 dòng, cần 2 dòng.",)
    assert ("store_checked", {"wrong": 1}) in told


def test_a_store_that_is_being_written_keeps_nobody_waiting(engine: Engine) -> None:
    """The embedded database has one writer at a time; the start is noted later."""
    with writing(engine):
        started = runs.begin(engine)
    assert (started is None) == (engine.dialect.name == "sqlite")
    assert runs.begin(engine) is not None


def test_a_clock_that_went_back(engine: Engine, actor: Actor, told: Any, monkeypatch: Any) -> None:
    """Yesterday's clock: what is accepted then is the latest word all the same, and the start says so."""
    first, second, third = (report(record(female=count)) for count in (1, 2, 3))
    accept(engine, actor, "tep.xlsx", bytes_of(first), first)
    accept(engine, actor, "tep.xlsx", bytes_of(second), second)

    class Yesterday(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return datetime.now(tz) - timedelta(days=1)

    for module in ("storage.intake.ledger", "storage.journal.log"):
        monkeypatch.setattr(f"{module}.datetime", Yesterday)
    accept(engine, actor, "tep.xlsx", bytes_of(third), third)
    assert _women(engine) == [3]
    withdraw(engine, actor, 3)
    assert _women(engine) == [2]
    started = runs.begin(engine, datetime.now(UTC) - timedelta(days=1))
    assert started is not None
    assert started.behind is not None
    assert timedelta(hours=23) < started.behind < timedelta(hours=25)
    assert "clock_behind" in [line for line, _ in told]
    assert runs.behind(engine) is None


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_clock_that_went_back_over_midnight_and_the_end_of_the_report_year(
    engine: Engine, actor: Actor, monkeypatch: Any
) -> None:
    """From 15-12 at 0:30 in Đà Nẵng back to 14-12 at 23:50: the later word counts, rows stay in the years of their own
    days, nothing is doubled, and the report keeps the place that it had."""
    moments = [datetime(2024, 12, 14, hour, minute, tzinfo=UTC) for hour, minute in ((17, 30), (16, 50))]
    days = [{"start_date": f"2024-12-{day}", "end_date": f"2024-12-{day}"} for day in (14, 15)]
    for female, moment in enumerate(moments, start=1):
        clock_of = SimpleNamespace(now=lambda _zone, at=moment: at)
        monkeypatch.setattr("storage.intake.ledger.datetime", clock_of)
        made = report(*(record(female=female, title="Lớp cuối năm", **day) for day in days))
        accept(engine, actor, "tep.xlsx", bytes_of(made), made)
        assert _women(engine) == [female, female]
        found = analysis.load(engine)
        assert sorted(found.activities["counted_on"].astype("str")) == ["2024-12-14", "2024-12-15"]
    first, second = (clock.day_of(moment) for moment in moments)
    assert (first.day, second.day) == (15, 14)
    assert unsound(engine) == []
    withdraw(engine, actor, 2)
    assert _women(engine) == [1, 1]


def _women(engine: Engine) -> list[int]:
    table = schema.activity
    with reading(engine) as connection:
        return list(connection.scalars(select(table.c.female).where(table.c.active)))


def test_stopping_without_a_store_is_no_fault(engine: Engine, told: Any) -> None:
    with briefly(engine, 100) as connection:
        connection.execute(text("DROP TABLE server_run"))
    runs.end(engine, 1)
    assert [line for line, _ in told] == ["stop_not_noted"]


def test_what_is_written_is_told_to_the_operator(engine: Engine, actor: Actor, told: Any) -> None:
    """Numbers and ids; never a word of the file, nor its name."""
    made = report(record(title="Tên không được vào nhật ký"))
    accept(engine, actor, "bao-cao-mat.xlsx", bytes_of(made), made)
    ((event, facts),) = told
    assert event == "accepted"
    assert (facts["actor"], facts["submission"], facts["new"]) == ("local", 1, 1)
    assert facts["seconds"] >= 0
    assert all(isinstance(value, int | float) or value == "local" for value in facts.values())
    told.clear()
    with pytest.raises(Exception, match="999"):
        withdraw(engine, actor, 999)
    ((event, facts),) = told
    assert (event, facts["kind"]) == ("nothing_written", "Refused")
    assert facts["place"].startswith("storage/")


def test_a_login_is_no_fact(engine: Engine, told: Any) -> None:
    from storage.journal import log

    values = {"login": "an@danang.gov.vn", "name": "An", "added_by": "x", "added_at": _NOW}
    person = Actor("an@danang.gov.vn", "An", frozenset(), account=True)
    with writing(engine) as connection:
        connection.execute(insert(schema.user_account).values(values))
        log.record(connection, person, log.SIGNED_IN)
    assert told[0][1]["actor"] == "account:1"
    assert "danang" not in str(told)
