"""What the check of an installation finds: each fault is made, and nothing is found where none is."""

import ast
import errno
import inspect
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from email.message import Message
from http.client import IncompleteRead
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError

import pytest
from sqlalchemy import Engine, insert, text, update

import settings
from access import Actor, operator
from storage import __main__ as command
from storage import schema
from storage.commands import checkup, installed, provider
from storage.database import ROOT, connect, writing
from storage.faults import Fault, StoreFault
from storage.intake.submissions import accept
from storage.journal import log
from storage.upkeep import advice, doctor, findings, runs
from tests.storage.build import bytes_of, everything, record, report

SECRET = ("0f4b8c2d" + "9a7e6153") * 4
OIDC = {
    "DASHBOARD_ACCESS": "oidc",
    "DASHBOARD_OIDC_METADATA_URL": "https://id.example.vn/.well-known/openid-configuration",
    "DASHBOARD_OIDC_CLIENT_ID": "dashboard",
    "DASHBOARD_OIDC_CLIENT_SECRET": SECRET,
    "DASHBOARD_OIDC_REDIRECT_URL": "https://so-lieu.example.vn/oauth2callback",
    "DASHBOARD_COOKIE_SECRET": SECRET,
}
_NOW = datetime.now(UTC)
# What is the same whichever database there is.
ONE_KIND = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture(autouse=True)
def sound_machine(monkeypatch: pytest.MonkeyPatch, engine: Engine) -> None:
    """A machine on which nothing is wrong, whatever this one is."""
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    monkeypatch.setattr(findings, "DISK_NEEDED", 1)
    monkeypatch.setattr(findings, "MEMORY_NEEDED", 1)
    monkeypatch.setattr(findings, "FILES_NEEDED", 1)
    monkeypatch.setattr(installed, "ENVIRONMENT_FILE", Path("nowhere"))
    monkeypatch.setattr(installed, "SITES", Path("nowhere"))
    monkeypatch.setattr(installed, "_deleted", lambda _root: [])
    monkeypatch.setattr(provider, "fetch", lambda _url: _provider())
    monkeypatch.delenv("STREAMLIT_SERVER_ADDRESS", raising=False)
    if (store := doctor.file(engine)) is not None:
        store.chmod(0o600)


def codes() -> list[str]:
    return [one.code for one in checkup.examined()]


def on_a_server(monkeypatch: pytest.MonkeyPatch, engine: Engine, **other: str) -> None:
    """An installation with sign-in and an administrator."""
    for name, value in (OIDC | other).items():
        monkeypatch.setenv(name, value)
    person = {"login": "an@example.vn", "name": "An", "added_by": "operator", "added_at": _NOW}
    role = {"user_id": 1, "role": "administrator", "valid_from": date(2024, 1, 1)}
    with writing(engine) as connection:
        connection.execute(insert(schema.user_account).values(person))
        connection.execute(
            insert(schema.role_grant).values(role | {"granted_by": "operator", "granted_at": _NOW})
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
        connection.execute(update(schema.role_grant).values(ended_at=_NOW, ended_by="x"))


def _demo(engine: Engine, _: Any) -> None:
    made = report(record())
    accept(engine, _everybody(), "demo.xlsx", bytes_of(made), made, demo=True)


def _everybody() -> Actor:
    from access import local_person

    return local_person()


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

    run = {"host": socket.gethostname(), "pid": 2**22 - 1, "process": "earlier", "started_at": _NOW}
    with writing(engine) as connection:
        connection.execute(insert(schema.server_run).values(run))


def _row_lost(engine: Engine, _: Any) -> None:
    made = report(record(), record(title="Lớp hai"))
    accept(engine, _everybody(), "tep.xlsx", bytes_of(made), made)
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
    made, long_ago = report(record()), _NOW - timedelta(days=9)
    accept(engine, _everybody(), "tep.xlsx", bytes_of(made), made)
    with writing(engine) as connection:
        connection.execute(update(schema.submission).values(uploaded_at=long_ago))


def _row_doubled(engine: Engine, _: Any) -> None:
    first, second = report(record()), report(record(female=3))
    for made in (first, second):
        accept(engine, _everybody(), "tep.xlsx", bytes_of(made), made)
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
    "demo_present": _demo,
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
def test_a_secret_of_few_letters(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    on_a_server(monkeypatch, engine, DASHBOARD_COOKIE_SECRET="ab" * 20)
    (found,) = checkup.examined()
    assert found.code == "secret_weak"
    assert "DASHBOARD_COOKIE_SECRET" in found.message
    assert "abab" not in found.message + found.fix


@ONE_KIND
def test_demo_data_and_no_accounts_are_right_on_ones_own_machine(engine: Engine) -> None:
    _demo(engine, None)
    assert codes() == []


@ONE_KIND
def test_the_address_of_an_installation_without_sign_in(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STREAMLIT_SERVER_ADDRESS", "0.0.0.0")  # noqa: S104 (what is found)
    assert codes() == ["address_open"]
    on_a_server(monkeypatch, engine)
    assert codes() == []


@ONE_KIND
@pytest.mark.parametrize(
    ("address", "site", "said"),
    [
        ("https://dashboard.example.vn", "", "là của tệp mẫu"),
        ("http://so-lieu.example.vn", "", "không bắt đầu bằng https"),
        ("https://so-lieu.example.vn", "server_name khac.example.vn;", "(khac.example.vn)"),
        ("https://so-lieu.example.vn", "server_name so-lieu.example.vn;", None),
        ("http://127.0.0.1:8501", "", None),
    ],
)
def test_a_public_address_that_cannot_be_right(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, site: str, said: str | None
) -> None:
    on_a_server(monkeypatch, engine, DASHBOARD_OIDC_REDIRECT_URL=f"{address}/oauth2callback")
    (tmp_path / "dashboard.conf").write_text(f"{site}\nproxy_pass http://$dashboard_upstream;\n", "utf-8")
    (tmp_path / "other.conf").write_text("server_name other.example.vn;\n", "utf-8")
    monkeypatch.setattr(installed, "SITES", tmp_path)
    found = list(checkup.examined())
    assert [one.code for one in found] == ([] if said is None else ["public_address"])
    assert said is None or said in found[0].message


def _provider(ahead: timedelta = timedelta(), **said: Any) -> provider.Answer:
    """What a sound provider answers, but for what is `said` otherwise."""
    at = "https://id.example.vn"
    told = {
        "issuer": at,
        "authorization_endpoint": f"{at}/a",
        "token_endpoint": f"{at}/t",
        "jwks_uri": f"{at}/k",
    }
    return provider.Answer(json.dumps(told | said).encode(), datetime.now(UTC) + ahead)


def _raising(trouble: Exception) -> provider.Answer:
    raise trouble


ANSWERS: list[tuple[Callable[[], Any], str | None, str]] = [
    (lambda: _provider(issuer="https://id.example.vn/"), None, ""),
    (lambda: _provider(timedelta(seconds=30)), None, ""),
    (
        lambda: _provider(issuer="https://id.example.vn/realms/b"),
        "provider_other",
        "tự xưng là “https://id.example.vn/r",
    ),
    (lambda: _provider(token_endpoint=None), "provider_incomplete", "thiếu token_endpoint,"),
    (lambda: _provider(jwks_uri="http://id.example.vn/k"), "provider_overheard", "không được mã hóa"),
    (lambda: _provider(timedelta(minutes=-3)), "provider_clock", "lệch nhau"),
    (lambda: provider.Answer(b"<html>", None), "provider_silent", "không phải là thông tin"),
    (lambda: provider.Answer(b"[]", None), "provider_silent", "không phải là thông tin"),
    (lambda: _raising(TimeoutError("timed out")), "provider_silent", "không trả lời trong 5 giây"),
    (lambda: _raising(URLError("[SSL: CERTIFICATE_VERIFY_FAILED]")), "provider_silent", "chứng chỉ"),
    (
        lambda: _raising(URLError("[Errno -2] Name or service not known")),
        "provider_silent",
        "tên máy chủ",
    ),
    (
        lambda: _raising(HTTPError("x", 503, "", Message(), None)),
        "provider_silent",
        "máy chủ trả lời 503",
    ),
    (lambda: _raising(IncompleteRead(b"")), "provider_silent", "không kết nối được"),
]


@ONE_KIND
def test_the_provider_of_accounts_is_asked(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    on_a_server(monkeypatch, engine)
    for answer, code, words in ANSWERS:
        monkeypatch.setattr(
            provider, "fetch", lambda url, made=answer: made() if url.endswith("-configuration") else None
        )
        found = list(provider.of_provider(settings.current()))
        assert [one.code for one in found] == [code] * (code is not None)
        assert all(words in one.message for one in found)
    assert codes() == ["provider_silent"]


@ONE_KIND
def test_a_program_that_is_not_whole(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that are not there, by git and without it; packages of another version."""
    assert list(installed.of_packages(ROOT)) == []
    monkeypatch.undo()
    for name in installed._ESSENTIAL:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(
            "plotly==0.1 \\\n    --hash=x\nnot-there==2 ; sys_platform == 'win32'\ngone==3\n"
        )
    assert list(installed.of_files(tmp_path)) == []
    (found,) = installed.of_packages(tmp_path)
    assert "2 gói" in found.message
    assert "cần 0.1; gone 3 chưa cài" in found.message
    for ask in (["init", "-q"], ["add", "."]):
        subprocess.run(["git", *ask], cwd=tmp_path, check=True)
    (tmp_path / "pages" / "parts" / "icon.svg").unlink()
    (found,) = installed.of_files(tmp_path)
    assert "thiếu 1 tệp: pages/parts/icon.svg." in found.message
    (tmp_path / "pages" / "parts" / "icon.svg").touch()
    (tmp_path / "storage" / "migrations").unlink()
    (found,) = installed.of_files(tmp_path)
    assert "storage/migrations" in found.message


@ONE_KIND
def test_a_program_that_cannot_even_be_loaded_says_what_lacks(engine: Engine, tmp_path: Path) -> None:
    for room in ("access", "locales", "program", "settings", "storage"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    done = subprocess.run(
        [sys.executable, "-m", "storage", "doctor"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(r"Chương trình thiếu \S+\. Lấy lại bản .*\n", done.stderr)


@ONE_KIND
@pytest.mark.parametrize(
    ("limit", "code"),
    [("DISK_NEEDED", "disk_low"), ("MEMORY_NEEDED", "memory_low"), ("FILES_NEEDED", "files_low")],
)
def test_a_machine_that_is_too_small(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, limit: str, code: str
) -> None:
    monkeypatch.setattr(findings, limit, 2**60)
    assert set(codes()) == {code}


@ONE_KIND
@pytest.mark.usefixtures("engine")
def test_the_disk_of_what_a_server_keeps_is_looked_at(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The folder of passing files lies in memory since Debian 13, and says nothing of PostgreSQL's disk."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(findings, "DISK_NEEDED", 2**60)
    kept, _passing = findings.of_disk(None)
    assert str(tmp_path) in kept.message


@pytest.mark.parametrize(("revision", "code"), [("0003", "schema_old"), ("9999", "schema_newer")])
def test_another_schema(engine: Engine, revision: str, code: str, capsys: Any) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :new"), {"new": revision})
    assert codes() == [code]
    if code == "schema_newer":
        assert command.main(["migrate"]) == 1
        assert "bản mới hơn của chương trình" in capsys.readouterr().err


@ONE_KIND
def test_no_store_yet_and_none_is_made(engine: Engine, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/new/store.sqlite3")
    assert codes() == ["store_absent"]
    assert not (tmp_path / "new").exists()


@ONE_KIND
def test_a_store_that_does_not_answer(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgresql://x@/y?host={tmp_path}")
    assert codes() == ["store_gone"]


@ONE_KIND
def test_a_file_that_is_no_store(engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "torn.sqlite3").write_bytes(b"no database at all, " * 500)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/torn.sqlite3")
    assert codes() == ["store_damaged"]


@pytest.mark.parametrize("engine", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True)
def test_a_server_that_is_too_old_has_another_time_or_other_letters(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "_OLDEST_POSTGRES", 99)
    monkeypatch.setattr(doctor, "_CLOCK", timedelta(days=-1))
    assert codes() == ["postgres_old", "clocks_differ"]
    name = f"{engine.url.database}_latin"
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"CREATE DATABASE {name} ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0"))
        latin = connect(engine.url.set(database=name).render_as_string(hide_password=False))
        assert "postgres_letters" in [one.code for one in doctor._of_server(latin)]
        latin.dispose()
        connection.execute(text(f"DROP DATABASE {name}"))


@ONE_KIND
def test_a_store_that_is_being_written_and_file_names_without_vietnamese_letters(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_engine: Engine) -> None:
        raise StoreFault(Fault.BUSY)

    monkeypatch.setattr(doctor, "rehearsing", busy)
    monkeypatch.setattr(findings.sys, "getfilesystemencoding", lambda: "ascii")
    assert codes() == ["store_busy", "locale"]


@ONE_KIND
def test_a_store_that_may_not_be_opened(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Neither of it says that the store does not answer, or that waiting helps."""
    monkeypatch.setattr(
        doctor, "_trouble_of_opening", lambda _: OSError(errno.EROFS, "Read-only file system")
    )
    assert codes() == ["disk_read_only"]
    monkeypatch.setattr(doctor, "_trouble_of_opening", lambda _: None)
    (tmp_path / "folder").mkdir()
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/folder")
    assert codes() == ["store_closed"]


@pytest.mark.parametrize("engine", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True)
def test_a_role_that_may_only_read(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    with engine.begin() as connection:
        for statement in (
            "CREATE ROLE only_reads LOGIN",
            "GRANT SELECT ON ALL TABLES IN SCHEMA public TO only_reads",
        ):
            connection.execute(text(statement))
    reader = engine.url.set(username="only_reads").render_as_string(hide_password=False)
    monkeypatch.setenv("DATABASE_URL", reader)
    assert codes() == ["not_writable"]
    with engine.begin() as connection:
        connection.execute(text("DROP OWNED BY only_reads"))
        connection.execute(text("DROP ROLE only_reads"))


@ONE_KIND
def test_a_file_that_may_not_be_written(
    engine: Engine, tmp_path: Path, migrated_sqlite: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the tests run as root, who may write everywhere."""
    shutil.copy(migrated_sqlite, tmp_path / "read.sqlite3")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/read.sqlite3")
    monkeypatch.setattr("storage.upkeep.doctor.writable", lambda _: False)
    assert codes() == ["not_writable"]
    # A command run as root left a file of its own beside the store.
    (tmp_path / "read.sqlite3-wal").touch()
    monkeypatch.setattr(
        "storage.upkeep.doctor._trouble_of_opening",
        lambda file: None if not file.name.endswith("-wal") else OSError(),
    )
    (found,) = checkup.examined()
    assert (found.code, "read.sqlite3-wal" in found.message) == ("not_writable", True)


@ONE_KIND
def test_the_command_runs_by_itself(engine: Engine) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "storage", "doctor", "--json"], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode in (0, 1)
    assert isinstance(json.loads(done.stdout), list)
    assert done.stderr == b""
