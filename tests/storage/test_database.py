from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from storage import database
from storage.database import connect, reading, writing
from storage.faults import Fault, StoreFault


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_addresses_mean_psycopg(scheme: str) -> None:
    assert connect(f"{scheme}://user@host/name").url.drivername == "postgresql+psycopg"


@pytest.mark.parametrize("address", ["mysql://host/name", "sqlite://", "sqlite:///:memory:"])
def test_other_databases_are_refused_in_words(address: str) -> None:
    with pytest.raises(ValueError, match="DATABASE_URL phải là"):
        connect(address)


def test_the_environment_names_the_database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/new/folder/x.sqlite3")
    opened = connect()
    assert opened.url.database == f"{tmp_path}/new/folder/x.sqlite3"
    assert (tmp_path / "new" / "folder").is_dir()


def test_without_one_the_embedded_database_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(database, "DEFAULT_PATH", tmp_path / "data" / "dashboard.sqlite3")
    assert connect().url.database == str(tmp_path / "data" / "dashboard.sqlite3")
    assert (tmp_path / "data").is_dir()


def test_sqlite_is_set_up_for_readers_beside_a_writer(tmp_path: Path) -> None:
    opened = connect(f"sqlite:///{tmp_path}/x.sqlite3")
    with opened.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout", "cache_size", "synchronous")
        }
    opened.dispose()
    assert settings == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "busy_timeout": 30_000,
        "cache_size": -4 * 1024,
        "synchronous": 2,
    }


def test_a_reader_sees_one_moment(engine: Engine) -> None:
    query = text("SELECT version FROM data_version")
    with reading(engine) as reader:
        assert reader.execute(query).scalar() == 0
        with database.writing(engine) as writer:
            writer.execute(text("UPDATE data_version SET version = 7"))
        assert reader.execute(query).scalar() == 0
    with reading(engine) as reader:
        assert reader.execute(query).scalar() == 7


def test_what_is_opened_for_reading_writes_nothing(engine: Engine) -> None:
    """So no function writes but those that open a transaction for it, which the matrix has all of."""
    statement = text("UPDATE data_version SET version = version + 1")
    with pytest.raises(StoreFault) as refused, reading(engine) as connection:
        connection.execute(statement)
    assert refused.value.fault == Fault.READ_ONLY
    with writing(engine) as connection:
        connection.execute(statement)
        assert connection.scalar(text("SELECT version FROM data_version")) == 1


def test_a_record_needs_its_submission(engine: Engine) -> None:
    with pytest.raises(IntegrityError), database.writing(engine) as connection:
        connection.execute(text("INSERT INTO submission_unit (submission_id, unit) VALUES (99, '492')"))


def test_what_is_written_leaves_the_log_of_writing_after_the_commit(tmp_path: Path) -> None:
    opened = connect(f"sqlite:///{tmp_path}/x.sqlite3")
    database.migrate(opened)
    with database.writing(opened) as connection:
        connection.execute(text("CREATE TABLE filler AS SELECT zeroblob(:bytes) AS x"), {"bytes": 8_000_000})
    own = (tmp_path / "x.sqlite3").stat().st_size
    assert own > 8_000_000
    with opened.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA wal_autocheckpoint").scalar() == 1000
    opened.dispose()
