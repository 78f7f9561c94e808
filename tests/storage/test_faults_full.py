"""The disk is full: nothing is half stored, the sentence says so, and it works again when there is room.

SQLite is given a number of pages that it may not pass, and answers as on a full disk (SQLITE_FULL); a child
process may not let its files grow, as with a quota that is used up. For PostgreSQL a trigger raises the
server's own code of a full disk in the middle of the rows.
"""

import errno
import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import DBAPIError

from access import Actor
from storage import __main__ as command
from storage.database import ROOT, connect
from storage.faults import Fault, StoreFault, fault_of
from storage.intake.submissions import accept, history, withdraw
from storage.upkeep import backup
from storage.upkeep.soundness import unsound
from tests.storage.build import bytes_of, everything, record, report

FIRST = report(record())
LARGE = report(*(record(title=f"Lớp {number}") for number in range(1500)))
_LIMITED = """
import json, os, resource, signal, sys
from access import local_person
from storage.database import connect
from storage.faults import StoreFault
from storage.intake.submissions import accept
from tests.storage.test_faults_full import LARGE
from tests.storage.build import bytes_of
engine = connect(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
room = os.path.getsize(engine.url.database) + 50_000
resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
try:
    accept(engine, local_person(), "lon.xlsx", bytes_of(LARGE), LARGE)
except StoreFault as told:
    print(json.dumps([told.fault, str(told)]))
"""


def _accept(engine: Engine, actor: Actor, made: Any) -> None:
    accept(engine, actor, "tep.xlsx", bytes_of(made), made)


def _fill_up(engine: Engine) -> None:
    if engine.dialect.name == "postgresql":
        with engine.begin() as connection:
            connection.execute(
                text(
                    "CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS "
                    "$$ BEGIN IF NEW.title = 'Lớp 700' THEN "
                    "RAISE EXCEPTION 'no space' USING ERRCODE = 'disk_full'; END IF; RETURN NEW; END $$"
                )
            )
            connection.execute(
                text(
                    "CREATE TRIGGER no_room BEFORE INSERT ON activity FOR EACH ROW EXECUTE FUNCTION no_room()"
                )
            )
        return
    engine.dispose()
    event.listen(engine, "connect", _limit)


def _limit(connection: Any, _record: Any) -> None:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 10}")


def _make_room(engine: Engine) -> None:
    if engine.dialect.name == "postgresql":
        with engine.begin() as connection:
            connection.execute(text("DROP FUNCTION no_room CASCADE"))
        return
    event.remove(engine, "connect", _limit)
    engine.dispose()


def test_a_full_disk_loses_nothing(engine: Engine, actor: Actor) -> None:
    _accept(engine, actor, FIRST)
    before = everything(engine)
    _fill_up(engine)
    for _ in range(2):
        with pytest.raises(StoreFault) as raised:
            _accept(engine, actor, LARGE)
        assert raised.value.fault == Fault.FULL
        assert "đã đầy" in str(raised.value)
        assert everything(engine) == before
    _make_room(engine)
    _accept(engine, actor, LARGE)
    assert unsound(engine) == []
    assert len(everything(engine)["activity"]) == 1501
    # A server gives no number twice, also not one that nothing came of.
    withdraw(engine, actor, history(engine)[0].id)
    assert unsound(engine) == []


def test_a_file_that_may_not_grow(tmp_path: Path, migrated_sqlite: Path, actor: Actor) -> None:
    import shutil

    shutil.copy(migrated_sqlite, tmp_path / "store.sqlite3")
    opened = connect(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    _accept(opened, actor, FIRST)
    before = everything(opened)
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(opened.url)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    fault, words = json.loads(done.stdout)
    assert fault == Fault.FULL
    assert "không cho ghi thêm" in words
    assert everything(opened) == before
    _accept(opened, actor, LARGE)
    assert unsound(opened) == []
    opened.dispose()


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (sqlite3.SQLITE_FULL, Fault.FULL),
        (sqlite3.SQLITE_IOERR_SHMSIZE, Fault.FULL),  # a process that starts on a full disk
        (sqlite3.SQLITE_IOERR_READ, Fault.DAMAGED),
        (sqlite3.SQLITE_CANTOPEN, Fault.CLOSED),  # a disk that is mounted for reading alone
        (sqlite3.SQLITE_READONLY_DIRECTORY, Fault.CLOSED),
        (sqlite3.SQLITE_READONLY_DBMOVED, Fault.READ_ONLY),
        (sqlite3.SQLITE_CONSTRAINT_UNIQUE, None),
    ],
)
def test_what_the_embedded_database_cannot_do_is_called_what_it_is(code: int, fault: Fault | None) -> None:
    raised = sqlite3.OperationalError("words that nobody goes by")
    raised.sqlite_errorcode = code
    assert fault_of(DBAPIError("", {}, raised)) == fault


def test_a_backup_without_room(
    tmp_path: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The earlier backup stays, nothing half written lies beside it."""
    earlier = tmp_path / "kho.zip"
    earlier.write_bytes(b"earlier")
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))

    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backup.os, "fsync", full)
    assert command.main(["backup", "--out", str(earlier)]) == 1
    assert capsys.readouterr().err.endswith("ổ đĩa đã đầy.\n")
    assert earlier.read_bytes() == b"earlier"
    assert not list(tmp_path.glob("*.partial"))
