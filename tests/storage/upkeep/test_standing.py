"""What an installation is made of, as its administrator reads it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from access import Actor, Denied, Right, local_person
from storage.intake.submissions import accept
from storage.journal import audit
from storage.upkeep import standing
from storage.upkeep.backup import back_up
from tests.storage.build import bytes_of, record, report


def test_it_counts_what_is_there_and_names_the_last_of_each(engine: Engine, tmp_path: Path) -> None:
    empty = standing.read(engine, local_person())
    assert (empty.activities, empty.submissions, empty.files, empty.files_bytes, empty.backup) == (
        0,
        0,
        0,
        0,
        None,
    )
    made = report(record(), record(title="Lớp hai"))
    accept(engine, local_person(), "tep.xlsx", bytes_of(made), made)
    for login, way in (("an@example.vn", "proxy"), ("binh@example.vn", "oidc"), ("an@example.vn", "oidc")):
        audit.signed_in(engine, Actor(login, "x", frozenset()), way)
    back_up(engine, tmp_path / "kho.zip")
    found = standing.read(engine, local_person())
    assert (found.activities, found.submissions, found.files) == (2, 1, 1)
    assert found.files_bytes == len(bytes_of(made))
    assert found.backup is not None
    assert datetime.now(UTC) - found.backup < timedelta(minutes=5)
    assert {login: came.way for login, came in found.came.items()} == {
        "an@example.vn": "oidc",
        "binh@example.vn": "oidc",
    }
    assert found.schema == found.newest_schema
    assert found.database.startswith(
        {"sqlite": "SQLite 3", "postgresql": "PostgreSQL 1"}[engine.dialect.name]
    )
    assert found.size > 100_000
    assert found.free > 0


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_nobody_else_reads_it(engine: Engine) -> None:
    with pytest.raises(Denied, match="xem tình trạng hệ thống"):
        standing.read(engine, Actor("an", "Lê An", frozenset(Right) - {Right.SEE_INSTALLATION}))
