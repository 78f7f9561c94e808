"""A backup is one moment of the store in one file; restoring it gives the same store, on either database."""

import itertools
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import integers, sets
from sqlalchemy import Engine, func, insert, select, text

from access import Actor
from exports import __main__ as exports_command
from storage import __main__ as command
from storage import schema
from storage.database import connect, migrate, reading, writing
from storage.intake.submissions import accept
from storage.upkeep import backup
from storage.upkeep.backup import Unusable, back_up, examined
from storage.upkeep.restore import restore
from tests.storage.build import bytes_of, everything, record, report
from tests.storage.full import fill
from tests.stores import Shared

KINDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database of either kind in which there is nothing yet."""
    if request.param == "postgresql":
        opened = connect(request.getfixturevalue("postgres_url"))
    else:
        opened = connect(f"sqlite:///{tmp_path / 'place.sqlite3'}")
    yield opened
    opened.dispose()


@pytest.fixture
def other_place(engine: Engine, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database of the kind that `engine` is not, in which there is nothing yet."""
    if engine.dialect.name == "sqlite":
        opened = connect(request.getfixturevalue("postgres_url"))
    else:
        opened = connect(f"sqlite:///{tmp_path / 'place.sqlite3'}")
    yield opened
    opened.dispose()


@pytest.fixture
def sqlite_place(tmp_path: Path) -> Iterator[Engine]:
    """The same, embedded: what is refused before the database is looked at needs no other."""
    opened = connect(f"sqlite:///{tmp_path / 'place.sqlite3'}")
    yield opened
    opened.dispose()


@pytest.fixture(scope="module")
def original(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an embedded database that has something in every table, and a backup of it; to copy."""
    folder = tmp_path_factory.mktemp("original")
    opened = shared.store(folder / "filled.sqlite3")
    fill(opened)
    back_up(opened, folder / "kho.zip")
    opened.dispose()
    return folder


@pytest.fixture
def filled(tmp_path: Path, original: Path) -> Iterator[Engine]:
    """An embedded database with something in every table."""
    shutil.copy(original / "filled.sqlite3", tmp_path)
    opened = connect(f"sqlite:///{tmp_path / 'filled.sqlite3'}")
    yield opened
    opened.dispose()


@pytest.fixture
def saved(tmp_path: Path, original: Path) -> Path:
    """A backup of it."""
    shutil.copy(original / "kho.zip", tmp_path)
    return tmp_path / "kho.zip"


def _figures(engine: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    assert exports_command.main(["figures", "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def _without_last_event(found: dict[str, Any]) -> dict[str, Any]:
    """Without the entry that the store was restored."""
    entries = sorted(found["event"], key=lambda row: int(row[0]))
    assert entries[-1][3] in ("restored", "backed_up")
    return found | {"event": entries[:-1]}


def test_every_table_and_figure_comes_back(
    engine: Engine, other_place: Engine, tmp_path: Path, monkeypatch: Any, capsys: Any
) -> None:
    """Each kind is saved once and made from a backup once."""
    fill(engine)
    before = everything(engine)
    written = back_up(engine, tmp_path / "kho.zip")
    assert restore(other_place, tmp_path / "kho.zip") == written
    after = _without_last_event(everything(other_place))
    # The page was served while it was saved; in the restored store that is no run that broke off.
    assert [row[:-1] for row in after["server_run"]] == [row[:-1] for row in before["server_run"]]
    assert [row[-1] for row in before.pop("server_run")] == ["None"]
    assert "None" not in [row[-1] for row in after.pop("server_run")]
    assert after == before | {"event": sorted(before["event"], key=lambda r: int(r[0]))}
    figures = _figures(other_place, monkeypatch, capsys)
    assert figures == _figures(engine, monkeypatch, capsys)
    assert any(one["value"] for one in figures)


def test_the_restored_store_goes_on(saved: Path, place: Engine, actor: Actor) -> None:
    """New rows get new numbers, also after those of rows that are gone; the log stays append-only."""
    restore(place, saved)
    made = report(record(title="Lớp mới"))
    assert accept(place, actor, "m.xlsx", bytes_of(made), made).submission.id == 11
    person = {
        "login": "m",
        "name": "M",
        "added_by": "x",
        "added_at": schema.UtcDateTime().process_result_value(_moment(), place.dialect),
    }
    with writing(place) as connection:
        number = connection.execute(insert(schema.user_account).values(person)).inserted_primary_key
    assert number[0] == 3
    with pytest.raises(Exception, match="append-only"), writing(place) as connection:
        connection.execute(text("DELETE FROM event"))
    migrate(place)


def _moment() -> Any:
    from datetime import UTC, datetime

    return datetime.now(UTC)


@given(before=integers(0, 2), at=sets(integers(0, len(schema.metadata.tables) - 1), min_size=1, max_size=4))
@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_while_people_write_it_is_one_moment(
    engine: Engine, tmp_path: Path, actor: Actor, before: int, at: set[int]
) -> None:
    """Others hand in files whenever the backup comes to a table: it is the store as it was at its start."""
    numbers, real, tables = itertools.count(), backup._table, itertools.count()

    def hand_in() -> None:
        with reading(engine) as connection:
            known = connection.scalar(select(func.count()).select_from(schema.submission))
        made = report(*(record(title=f"Lớp {known}-{next(numbers)}") for _ in range(3)))
        accept(engine, actor, "m.xlsx", bytes_of(made), made)

    def interrupted(*given: Any) -> Any:
        if next(tables) in at:
            hand_in()
        return real(*given)

    for _ in range(before):
        hand_in()
    started = everything(engine)
    backup._table = interrupted
    try:
        taken = back_up(engine, tmp_path / "kho.zip")
    finally:
        backup._table = real
    now = everything(engine)
    assert len(now["submission"]) == len(started["submission"]) + len(at)
    assert {name: part.rows for name, part in taken.tables.items()} == {n: len(r) for n, r in started.items()}
    assert taken.data_version == len(started["submission"])


def test_a_store_of_an_earlier_schema_is_saved_and_brought_up(place: Engine, tmp_path: Path) -> None:
    from storage import revisions

    old = connect(f"sqlite:///{tmp_path / 'old.sqlite3'}")
    with old.connect().execution_options(writes=True) as connection, connection.begin():
        revisions.upgrade(connection, "0003")
        connection.execute(text("UPDATE data_version SET version = 5"))
    written = back_up(old, tmp_path / "old.zip")
    assert (written.schema, written.data_version) == ("0003", 5)
    assert "user_account" not in written.tables
    restore(place, tmp_path / "old.zip")
    with reading(place) as connection:
        assert revisions.standing(connection) == revisions.Standing.CURRENT
        assert connection.scalar(select(schema.data_version.c.version)) == 5
    old.dispose()


def test_a_fresh_store_counts_as_empty(saved: Path, engine: Engine) -> None:
    restore(engine, saved)
    assert len(everything(engine)["submission"]) == 10


def test_a_place_in_use_is_refused(saved: Path, filled: Engine) -> None:
    before = everything(filled)
    with pytest.raises(Unusable, match="không trống: đã có bảng"):
        restore(filled, saved)
    assert everything(filled) == before


def test_tables_of_somebody_else_are_never_dropped(saved: Path, sqlite_place: Engine) -> None:
    with sqlite_place.begin() as connection:
        connection.execute(text("CREATE TABLE of_others (x INTEGER)"))
    with pytest.raises(Unusable, match="of_others"):
        restore(sqlite_place, saved)
    with sqlite_place.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM of_others")) == 0


def _truncated(raw: bytes) -> bytes:
    return raw[: len(raw) * 2 // 3]


def _flipped(raw: bytes) -> bytes:
    middle = len(raw) // 2
    return raw[:middle] + bytes([raw[middle] ^ 0xFF]) + raw[middle + 1 :]


def _rewritten(raw: bytes, tmp_path: Path, change: Any) -> bytes:
    """The archive with other contents, valid as an archive."""
    source, target = tmp_path / "in.zip", tmp_path / "out.zip"
    source.write_bytes(raw)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return target.read_bytes()


def _newer(name: str, content: bytes) -> bytes:
    if name != backup.MANIFEST:
        return content
    return json.dumps(json.loads(content) | {"schema": "9999"}).encode()


def _a_row_less(name: str, content: bytes) -> bytes:
    return content.split(b"\n", 1)[1] if name == "tables/activity.jsonl" else content


def _another_word(name: str, content: bytes) -> bytes:
    """As many rows, and the store would take them."""
    changed = content.replace(b'"training_class"', b'"contest"')
    assert name != "tables/activity.jsonl" or changed != content
    return changed


def _wrong_word(name: str, content: bytes) -> bytes:
    """A row that the table does not take, with a manifest that agrees."""
    from hashlib import sha256

    if name == "tables/submission.jsonl":
        return content.replace(b'"accepted"', b'"acceptet"')
    if name == backup.MANIFEST:
        said = json.loads(content)
        said["tables"]["submission"]["sha256"] = sha256(_wrong_word.lines).hexdigest()
        return json.dumps(said).encode()
    return content


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (_truncated, "không phải là bản sao lưu hoặc đã hỏng"),
        (_flipped, "đã hỏng|đã bị thay đổi"),
        (lambda _: b"", "không phải là bản sao lưu"),
        (lambda _: b"PK\x03\x04 not really", "không phải là bản sao lưu"),
    ],
    ids=["truncated", "flipped", "empty", "no archive"],
)
def test_a_broken_file_changes_nothing(saved: Path, sqlite_place: Engine, broken: Any, words: str) -> None:
    saved.write_bytes(broken(saved.read_bytes()))
    with pytest.raises(Unusable, match=words):
        restore(sqlite_place, saved)
    assert not _table_names(sqlite_place)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_newer, "bản mới hơn"),
        (_a_row_less, "đã bị thay đổi hoặc hỏng ở bảng activity"),
        (_another_word, "đã bị thay đổi hoặc hỏng ở bảng activity"),
    ],
    ids=["newer", "a row less", "another word"],
)
def test_a_changed_file_changes_nothing(
    saved: Path, sqlite_place: Engine, tmp_path: Path, change: Any, words: str
) -> None:
    saved.write_bytes(_rewritten(saved.read_bytes(), tmp_path, change))
    with pytest.raises(Unusable, match=words):
        restore(sqlite_place, saved)
    assert not _table_names(sqlite_place)


def test_rows_that_the_store_refuses_leave_nothing(saved: Path, place: Engine, tmp_path: Path) -> None:
    with zipfile.ZipFile(saved) as archive:
        _wrong_word.lines = _wrong_word("tables/submission.jsonl", archive.read("tables/submission.jsonl"))
    saved.write_bytes(_rewritten(saved.read_bytes(), tmp_path, _wrong_word))
    examined(saved)
    with pytest.raises(Unusable, match="không đúng với kho"):
        restore(place, saved)
    assert not _table_names(place)


def _table_names(engine: Engine) -> list[str]:
    from sqlalchemy import inspect

    return inspect(engine).get_table_names()


def test_another_archive_is_no_backup(sqlite_place: Engine, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bao-cao.xlsx", "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(Unusable, match="không phải là bản sao lưu của trang này"):
        restore(sqlite_place, tmp_path / "bao-cao.xlsx")


def test_what_does_not_read_back_never_gets_its_name(
    filled: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = tmp_path / "kho.zip"
    earlier.write_bytes(b"earlier")
    real = backup._write

    def spoiled(connection: Any, path: Path) -> Any:
        manifest = real(connection, path)
        path.write_bytes(_flipped(path.read_bytes()))
        return manifest

    monkeypatch.setattr(backup, "_write", spoiled)
    with pytest.raises(Unusable):
        back_up(filled, earlier)
    assert earlier.read_bytes() == b"earlier"
    assert [one.name for one in tmp_path.glob("*kho.zip*")] == ["kho.zip"]


def test_only_the_owner_may_read_it(saved: Path) -> None:
    assert saved.stat().st_mode & 0o077 == 0


def test_the_log_tells_of_both(filled: Engine, saved: Path, sqlite_place: Engine) -> None:
    restore(sqlite_place, saved)
    for engine, action in ((filled, "backed_up"), (sqlite_place, "restored")):
        with reading(engine) as connection:
            last = connection.execute(select(schema.event).order_by(schema.event.c.id.desc())).first()
            assert last is not None
            assert (last.action, last.actor) == (action, "operator")
            assert last.detail["rows"] > 20
            assert connection.scalar(select(func.count()).select_from(schema.event)) > 8


def test_the_commands(filled: Engine, tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.setenv("DATABASE_URL", str(filled.url))
    out = tmp_path / "kho.zip"
    assert command.main(["backup", "--out", str(out), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["tables"]["submission"] == 10
    assert command.main(["restore", str(out)]) == 1
    assert "không trống" in capsys.readouterr().err
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/moi.sqlite3")
    assert command.main(["backup", "--out", str(out)]) == 1
    assert "Chưa có kho số liệu" in capsys.readouterr().err
    assert not (tmp_path / "moi.sqlite3").exists()
    assert command.main(["restore", str(out)]) == 0
    assert "Đã phục hồi" in capsys.readouterr().out
    for wrong in (
        ["restore", str(tmp_path / "khong-co.zip")],
        ["backup", "--out", str(tmp_path / "a" / "b")],
    ):
        with pytest.raises(SystemExit) as ended:
            command.main(wrong)
        assert ended.value.code == 2
