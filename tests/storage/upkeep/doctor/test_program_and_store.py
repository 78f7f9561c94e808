"""The check of an installation: its program, machine, disk and database."""

import errno
import re
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from storage import __main__ as command
from storage.commands import checkup, installed
from storage.database import ROOT, connect
from storage.faults import Fault, StoreFault
from storage.upkeep import doctor, findings
from tests.storage.upkeep.doctor.installations import ONE_KIND, codes


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
