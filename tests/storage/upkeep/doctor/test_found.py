"""What the check of an installation finds: each fault is made and told, a sound installation has none."""

import ast
import inspect
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, insert, text, update

from access import local_person, operator
from storage import __main__ as command
from storage import schema
from storage.commands import checkup, installed
from storage.database import ROOT, connect, writing
from storage.intake.submissions import accept
from storage.journal import log
from storage.upkeep import advice, doctor, findings, runs
from tests.storage.build import bytes_of, everything, record, report
from tests.storage.upkeep.doctor.installations import (
    NOW,
    ONE_KIND,
    SECRET,
    codes,
    demo_loaded,
    on_a_server,
)


def test_nothing_is_wrong(engine: Engine, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    before = everything(engine)
    assert command.main(["doctor"]) == 0
    assert capsys.readouterr().out == "Không thấy điều gì cần sửa.\n"
    on_a_server(monkeypatch, engine)
    assert codes() == []
    assert command.main(["doctor", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert everything(engine)["last_look"] == before["last_look"]


@ONE_KIND
def test_what_is_wrong_is_told_with_what_to_do(engine: Engine, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.setenv("DASHBOARD_SESSION_HOURS", "many")
    assert command.main(["doctor"]) == 1
    assert "• Biến DASHBOARD_SESSION_HOURS chưa đúng" in (said := capsys.readouterr().out)
    assert "→ Sửa tệp cấu hình" in said
    assert command.main(["doctor", "--json"]) == 1
    assert [set(one) for one in json.loads(capsys.readouterr().out)] == [{"code", "message", "fix"}]


def _nobody_administers(engine: Engine, _: Any) -> None:
    with writing(engine) as connection:
        connection.execute(update(schema.role_grant).values(ended_at=NOW, ended_by="x"))


def _clock_was_ahead(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    class Ahead(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return datetime.now(tz) + timedelta(hours=1)

    monkeypatch.setattr(log, "datetime", Ahead)
    with writing(engine) as connection:
        log.record(connection, operator(), log.BACKED_UP)


def _run_broke_off(engine: Engine, _: Any) -> None:
    import socket

    run = {"host": socket.gethostname(), "pid": 2**22 - 1, "process": "earlier", "started_at": NOW}
    with writing(engine) as connection:
        connection.execute(insert(schema.server_run).values(run))


def _row_lost(engine: Engine, _: Any) -> None:
    made = report(record(), record(title="Lớp hai"))
    accept(engine, local_person(), "tep.xlsx", bytes_of(made), made)
    with writing(engine) as connection:
        connection.execute(text("DELETE FROM activity WHERE id = 1"))


def _log_laid_open(engine: Engine, _: Any) -> None:
    open_it = {
        "sqlite": "DROP TRIGGER event_no_replace",
        "postgresql": "ALTER TABLE event DISABLE TRIGGER event_append_only",
    }
    with engine.begin() as connection:
        connection.execute(text(open_it[engine.dialect.name]))


def _no_backup_for_long(engine: Engine, _: Any) -> None:
    made, long_ago = report(record()), NOW - timedelta(days=9)
    accept(engine, local_person(), "tep.xlsx", bytes_of(made), made)
    with writing(engine) as connection:
        connection.execute(update(schema.submission).values(uploaded_at=long_ago))


def _row_doubled(engine: Engine, _: Any) -> None:
    first, second = report(record()), report(record(female=3))
    for made in (first, second):
        accept(engine, local_person(), "tep.xlsx", bytes_of(made), made)
    with writing(engine) as connection:
        connection.execute(update(schema.activity).values(held=True, active=True))


def _secret_of_the_example(_: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        checkup, "_EXAMPLES", type("File", (), {"is_file": lambda _: True, "read_text": lambda *_: SECRET})()
    )


def _no_database_named(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store is the same; only where it is said is not."""
    monkeypatch.delenv("DATABASE_URL")
    monkeypatch.setattr(
        checkup, "connect", lambda **_: connect(engine.url.render_as_string(hide_password=False))
    )


def _secrets_for_all(_: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    file = Path(tempfile.mkdtemp()) / "dashboard.env"
    file.touch()
    file.chmod(0o644)
    monkeypatch.setattr(installed, "ENVIRONMENT_FILE", file)


def _program_was_changed(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """This very process serves, and a file of the program is from tomorrow."""
    runs.begin(engine)
    root = Path(tempfile.mkdtemp())
    (root / "pages").mkdir()
    (root / "pages" / "new.py").touch()
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).timestamp()
    os.utime(root / "pages" / "new.py", (tomorrow, tomorrow))
    monkeypatch.setattr(installed, "of_files", lambda _: [])
    monkeypatch.setattr(checkup, "ROOT", root)


FAULTS: dict[str, Callable[[Engine, Any], None]] = {
    "no_administrator": _nobody_administers,
    "demo_present": demo_loaded,
    "clock_behind": _clock_was_ahead,
    "run_unfinished": _run_broke_off,
    "log_unguarded": _log_laid_open,
    "backup_old": _no_backup_for_long,
    "store_unsound": _row_lost,
    "store_unsound ": _row_doubled,
    "secret_weak": _secret_of_the_example,
    "store_in_program": _no_database_named,
    "readable_by_others": _secrets_for_all,
    "process_old": _program_was_changed,
}


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_is_found(engine: Engine, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    on_a_server(monkeypatch, engine)
    assert codes() == []
    FAULTS[code](engine, monkeypatch)
    assert set(codes()) == {code.strip()}


@ONE_KIND
def test_a_look_takes_no_lock_away_from_who_serves(engine: Engine) -> None:
    """Else the next command that ends removes the log of writing, and what the page takes in after that is lost."""
    runs.begin(engine)
    assert codes() == []
    store = doctor.file(engine)
    assert store is not None
    command_that_ends = (
        "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('SELECT id FROM event').fetchall()"
    )
    subprocess.run([sys.executable, "-c", command_that_ends, str(store)], check=True)
    assert store.with_name(f"{store.name}-wal").exists()
    with writing(engine) as connection:
        connection.execute(update(schema.server_run).values(host="the last word"))
    read = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute('SELECT host FROM server_run').fetchone()[0])"
    done = subprocess.run(
        [sys.executable, "-c", read, str(store)], check=True, capture_output=True, text=True
    )
    assert done.stdout == "the last word\n"


OF_A_SERVER = re.compile(r"systemctl|chown|timedatectl|dịch vụ|mount -o|lệnh dashboard|dashboard@")


@ONE_KIND
@pytest.mark.usefixtures("engine")
def test_nobody_is_sent_to_a_service_on_ones_own_machine() -> None:
    """What is found only behind a sign-in (no backup, the provider of accounts) needs no other words."""
    named = {f"store_{fault}" for fault, fix in doctor._REMEDY.items() if OF_A_SERVER.search(fix)}
    for module in (doctor, findings, installed):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if not (isinstance(node, ast.Call) and ast.unparse(node.func) == "Finding"):
                continue
            if len(node.args) == 3 and OF_A_SERVER.search(ast.unparse(node.args[2])):
                named.add(ast.literal_eval(node.args[0]))
    assert len(named) >= 8
    assert named <= set(advice.ON_ONES_OWN_MACHINE)
    assert not any(OF_A_SERVER.search(fix) for fix in advice.ON_ONES_OWN_MACHINE.values())


@ONE_KIND
def test_what_to_do_fits_where_one_reads_it(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    _program_was_changed(engine, monkeypatch)
    (here,) = checkup.examined()
    on_a_server(monkeypatch, engine)
    (there,) = checkup.examined()
    assert here.code == there.code == "process_old"
    assert "make run" in here.fix
    assert "systemctl restart" in there.fix
    monkeypatch.setattr(doctor, "_administered", lambda _: False)
    fixes = {one.code: one.fix for one in checkup.examined()}
    assert "dashboard access users" in fixes["no_administrator"]


def test_the_shipped_settings_are_where_they_are_looked_for() -> None:
    assert "DASHBOARD_COOKIE_SECRET" in checkup._EXAMPLES.read_text("utf-8")


@ONE_KIND
def test_the_command_runs_by_itself(engine: Engine) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "storage", "doctor", "--json"], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode in (0, 1)
    assert isinstance(json.loads(done.stdout), list)
    assert done.stderr == b""
