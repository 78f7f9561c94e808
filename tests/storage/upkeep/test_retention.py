"""Bytes of files go after their time; everything that was read from them stays."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, select

from access import Actor
from program import clock
from storage import __main__ as command
from storage import schema
from storage.database import reading
from storage.intake.submissions import NotKept, accept, get, hold, raw_file, removed_on, withdraw
from storage.upkeep.retention import expired, retain
from tests.storage.build import active, bytes_of, everything, record, report

FIRST, SECOND, HELD = (report(record(title=title)) for title in ("Lớp một", "Lớp hai", "Lớp ba"))
LATER = datetime.now(UTC) + timedelta(days=40)


@pytest.fixture
def three(engine: Engine, actor: Actor) -> None:
    """Two accepted files, one of them taken back, and one that was only checked."""
    for made in (FIRST, SECOND):
        accept(engine, actor, "tep.xlsx", bytes_of(made), made)
    hold(engine, actor, "cho.xlsx", bytes_of(HELD), HELD)
    withdraw(engine, actor, 2)


def test_bytes_go_and_all_else_stays(engine: Engine, actor: Actor, three: None) -> None:
    before, counting = everything(engine), active(engine)
    gone = retain(engine, 30, LATER)
    assert gone.submissions == (1, 2)
    assert (gone.files, gone.size) == (2, len(bytes_of(FIRST)) + len(bytes_of(SECOND)))
    for number in (1, 2):
        with pytest.raises(NotKept, match=f"đã hết hạn lưu ngày {LATER.astimezone(clock.LOCAL_TIME).day}-"):
            raw_file(engine, actor, number)
        found = get(engine, number)
        assert found is not None
        assert (found.file_name, found.size > 0) == ("tep.xlsx", True)
    assert raw_file(engine, actor, 3)[1] == bytes_of(HELD)
    assert removed_on(engine, 3) is None
    assert active(engine) == counting
    after = everything(engine)
    assert {name for name in after if after[name] != before[name]} == {"raw_file", "event"}
    assert retain(engine, 30, LATER).files == 0


def test_the_log_says_of_which(engine: Engine, three: None) -> None:
    retain(engine, 30, LATER)
    with reading(engine) as connection:
        last = connection.execute(select(schema.event).order_by(schema.event.c.id.desc())).first()
    assert last is not None
    assert (last.action, last.actor, last.after) == ("files_expired", "operator", {"submissions": [1, 2]})
    assert last.detail["files"] == 2


def test_within_its_time_a_file_stays(engine: Engine, actor: Actor, three: None) -> None:
    assert expired(engine, 30).files == 0
    assert retain(engine, 41, LATER).files == 0
    assert raw_file(engine, actor, 1)[1] == bytes_of(FIRST)


def test_a_file_handed_in_again_is_kept_again(engine: Engine, actor: Actor, three: None) -> None:
    retain(engine, 30, LATER)
    again = accept(engine, actor, "lai.xlsx", bytes_of(SECOND), SECOND).submission.id
    assert raw_file(engine, actor, again)[1] == bytes_of(SECOND)
    assert raw_file(engine, actor, 2)[1] == bytes_of(SECOND)
    with pytest.raises(NotKept):
        raw_file(engine, actor, 1)


def test_nothing_of_it_is_left_in_the_file_of_an_embedded_database(tmp_path: Path, actor: Actor) -> None:
    from storage.database import connect, migrate

    path = tmp_path / "store.sqlite3"
    opened = connect(f"sqlite:///{path}")
    # Debian's SQLite overwrites what is removed by itself; that of other systems does not.
    event.listen(opened, "connect", lambda connection, _: connection.execute("PRAGMA secure_delete = OFF"))
    migrate(opened)
    raw = b"MARK-OF-A-FILE" * 3000
    accept(opened, actor, "tep.xlsx", raw, FIRST)
    assert b"MARK-OF-A-FILE" in b"".join(one.read_bytes() for one in tmp_path.iterdir())
    retain(opened, 30, LATER)
    assert b"MARK-OF-A-FILE" not in b"".join(one.read_bytes() for one in tmp_path.iterdir())
    opened.dispose()


def test_the_command(engine: Engine, actor: Actor, three: None, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    assert command.main(["retain"]) == 0
    assert "Chưa đặt DASHBOARD_KEEP_FILES_DAYS" in capsys.readouterr().out
    monkeypatch.setenv("DASHBOARD_KEEP_FILES_DAYS", "30")
    with engine.begin() as connection:
        table = schema.submission
        connection.execute(table.update().values(uploaded_at=datetime.now(UTC) - timedelta(days=31)))
    assert command.main(["retain", "--dry-run"]) == 0
    assert "Sẽ bỏ 2 tệp gốc" in capsys.readouterr().out
    assert raw_file(engine, actor, 1)[1] == bytes_of(FIRST)
    assert command.main(["retain", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["files"], told["submissions"]) == (2, [1, 2])
    with pytest.raises(NotKept):
        raw_file(engine, actor, 1)
