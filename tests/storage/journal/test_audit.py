"""The log: complete, read by its administrator alone, and changed by nobody, whatever the database."""

import logging
import threading
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, NullPool, create_engine, delete, insert, text, update
from sqlalchemy.exc import DBAPIError

import storage.demo
from access import Actor, Denied, Right, Role, local_person
from storage.access import people
from storage.database import connect, writing
from storage.intake.submissions import accept, withdraw
from storage.journal import audit, log
from storage.journal.audit import Chosen
from storage.schema import event
from tests.storage.build import bytes_of, record, report

LOCAL = local_person()


def take(engine: Engine, title: str, demo: bool = False) -> int:
    made = report(record(title=title))
    return accept(engine, LOCAL, f"{title}.xlsx", bytes_of(made), made, demo=demo).submission.id


def all_of(engine: Engine, **chosen: object) -> list[audit.Entry]:
    return list(audit.stream(engine, LOCAL, Chosen(**chosen)))  # type: ignore[arg-type]


def test_who_did_what_is_read_newest_first_with_the_file_and_the_name(engine: Engine) -> None:
    people.add(engine, LOCAL, "An", "Lê An", people.Asked(Role.COORDINATOR))
    an = Actor("an", "Lê An", frozenset(Right))
    made = report(record())
    accept(engine, an, "bao-cao.xlsx", bytes_of(made), made)
    people.rename(engine, LOCAL, "an", "Lê Thị An")
    newest, taken, *_ = audit.entries(engine, LOCAL, Chosen())
    assert (newest.actor, newest.who, newest.action) == ("local", LOCAL.name, log.USER_RENAMED)
    assert (newest.before, newest.after) == ({"name": "Lê An"}, {"name": "Lê Thị An"})
    # The name that goes with the login now.
    assert (taken.actor, taken.who, taken.action) == ("an", "Lê Thị An", log.ACCEPTED)
    assert (taken.submission_id, taken.file_name, taken.detail["new"]) == (1, "bao-cao.xlsx", 1)
    assert audit.actors(engine, LOCAL) == {"an": "Lê Thị An", "local": LOCAL.name}


def test_entries_are_chosen_by_person_action_and_day_of_da_nang(engine: Engine) -> None:
    noon = datetime(2026, 3, 1, 5, tzinfo=UTC)
    late = datetime(2026, 3, 1, 17, tzinfo=UTC)  # already 2 March in Đà Nẵng
    rows = [("an", log.SIGNED_IN, noon), ("an", log.EXPORTED, late), ("binh", log.EXPORTED, late)]
    with writing(engine) as connection:
        for actor, action, at in rows:
            values = {"actor": actor, "action": action, "at": at, "detail": {}, "subject": f"user:{actor}"}
            connection.execute(insert(event).values(values))

    def found(**chosen: object) -> list[tuple[str, str]]:
        kept = Chosen(**chosen)  # type: ignore[arg-type]
        listed = [(e.actor, e.action) for e in audit.entries(engine, LOCAL, kept)]
        assert audit.count(engine, LOCAL, kept) == len(listed)
        assert [(e.actor, e.action) for e in audit.stream(engine, LOCAL, kept)] == listed
        return listed

    assert found(actor="an") == [("an", log.EXPORTED), ("an", log.SIGNED_IN)]
    assert found(actions=(log.EXPORTED,)) == [("binh", log.EXPORTED), ("an", log.EXPORTED)]
    first, second = date(2026, 3, 1), date(2026, 3, 2)
    assert found(until=first) == [("an", log.SIGNED_IN)]
    assert found(since=second, actor="an") == [("an", log.EXPORTED)]
    assert found(since=first, until=second, about="Binh") == [("binh", log.EXPORTED)]
    assert found(since=second + timedelta(days=1)) == []


def test_a_page_of_entries_goes_on_where_the_one_before_ended(engine: Engine) -> None:
    for n in range(7):
        audit.exported(engine, LOCAL, "table", {"n": n})
    pages = [audit.entries(engine, LOCAL, Chosen(), start, 3) for start in (0, 3, 6)]
    assert [[(e.after or {})["n"] for e in page] for page in pages] == [[6, 5, 4], [3, 2, 1], [0]]


@pytest.mark.parametrize(
    "actor",
    [
        Actor("an", "Lê An", frozenset(Right) - {Right.READ_AUDIT}),
        Actor("removed", "Đã thôi", frozenset(Right), account=True),
    ],
    ids=["another right", "no longer"],
)
def test_nobody_else_reads_the_log(engine: Engine, actor: Actor) -> None:
    for attempt in (
        lambda: audit.entries(engine, actor, Chosen()),
        lambda: audit.count(engine, actor, Chosen()),
        lambda: list(audit.stream(engine, actor, Chosen())),
        lambda: audit.actors(engine, actor),
    ):
        with pytest.raises(Denied):
            attempt()


def test_sign_ins_and_exports_are_entries_like_others(engine: Engine) -> None:
    audit.signed_in(engine, LOCAL, "oidc")
    audit.exported(engine, LOCAL, "activities", {"unit": "492"})
    exported, signed = all_of(engine)
    assert (signed.action, signed.subject, signed.after) == (log.SIGNED_IN, "user:local", {"way": "oidc"})
    assert (exported.action, exported.subject) == (log.EXPORTED, "export:activities")
    assert exported.after == {"unit": "492"}


def test_a_reader_is_not_kept_by_a_write_and_the_entry_comes_after_it(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "_PATIENCE_MS", 50)
    with writing(engine):
        audit.exported(engine, LOCAL, "activities", {"unit": "492"})
        # The embedded database has one writer at a time.
        assert len(all_of(engine)) == (0 if engine.dialect.name == "sqlite" else 1)
    for thread in threading.enumerate():
        if thread.name == "late-log-entry":
            thread.join()
    assert [(e.action, e.after) for e in all_of(engine)] == [(log.EXPORTED, {"unit": "492"})]


def test_a_database_that_cannot_take_the_entry_stops_nobody_and_the_operator_is_told(
    caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    nothing_there = connect(f"sqlite:///{(tmp_path / 'no-schema.sqlite3').as_posix()}")
    with caplog.at_level(logging.ERROR, "dashboard"):
        audit.signed_in(nothing_there, Actor("an@danang.gov.vn", "Lê An", frozenset()), "oidc")
        for thread in threading.enumerate():
            if thread.name == "late-log-entry":
                thread.join()
    nothing_there.dispose()
    (told,) = [r for r in caplog.records if r.message == "log_entry_lost"]
    assert told.__dict__["facts"]["entry"] == log.SIGNED_IN
    assert "danang" not in caplog.text + str(told.__dict__["facts"])


@pytest.mark.parametrize("verb", ["update", "delete", "truncate", "everything at once", "put in place"])
def test_the_database_itself_refuses_to_change_the_log(engine: Engine, verb: str) -> None:
    audit.exported(engine, LOCAL, "activities")
    audit.exported(engine, LOCAL, "schools")
    kept = all_of(engine)
    statements = {
        "update": update(event).where(event.c.id == 1).values(actor="somebody else"),
        "delete": delete(event).where(event.c.id == 1),
        "truncate": text("TRUNCATE event" if engine.dialect.name == "postgresql" else "DELETE FROM event"),
        "everything at once": update(event).values(after=None),
        "put in place": text(
            "INSERT INTO event SELECT * FROM event ON CONFLICT (id) DO UPDATE SET actor = ''"
            if engine.dialect.name == "postgresql"
            else "REPLACE INTO event SELECT * FROM event"
        ),
    }
    with pytest.raises(DBAPIError, match="append-only"), writing(engine) as connection:
        connection.execute(statements[verb])
    # Any other program that opens the same database.
    elsewhere = create_engine(engine.url, poolclass=NullPool)
    with pytest.raises(DBAPIError, match="append-only"), elsewhere.begin() as connection:
        connection.execute(statements[verb])
    assert all_of(engine) == kept
    audit.exported(engine, LOCAL, "targets")
    assert len(all_of(engine)) == len(kept) + 1


def test_neither_withdrawing_nor_removing_demo_data_takes_anything_from_the_log(engine: Engine) -> None:
    withdraw(engine, LOCAL, take(engine, "Lớp thật"))
    take(engine, "Lớp minh họa", demo=True)
    before = all_of(engine)
    storage.demo.remove(engine, LOCAL)
    newest, *rest = all_of(engine)
    assert newest.action == log.DEMO_REMOVED
    assert [(e.id, e.at, e.actor, e.action, e.detail) for e in rest] == [
        (e.id, e.at, e.actor, e.action, e.detail) for e in before
    ]
