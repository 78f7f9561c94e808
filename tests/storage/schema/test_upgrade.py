"""A database of each earlier release with data in it, brought to the newest schema."""

from collections.abc import Iterator

import pytest
from pandas.testing import assert_frame_equal
from sqlalchemy import Engine, MetaData, inspect, select

from access import Actor, local_person
from storage import database, revisions, schema
from storage.database import connect, migrate
from storage.intake.submissions import accept, hold, withdraw
from storage.reading import analysis
from storage.upkeep.soundness import unsound
from tests.storage.build import bytes_of, everything, record, report

# It counts in the third quarter and covers the middle of the second as well.
_SUMMARY = record(
    unit="497", title="Nửa năm", basis="summary", start_date="2023-03-20", end_date="2023-09-30", count=None
)
ACTIVITIES = (
    report(record(), record(title="Lớp thứ hai"), record(), record(unit="493")),
    report(record(female=12), _SUMMARY),
    report(record(title="Lớp thứ hai", female=3), record(title="Lớp bốn")),
)
TARGET = {
    "indicator": "L-sessions",
    "unit": "492",
    "start_date": "2022-12-15",
    "end_date": "2023-12-14",
    "value": 40,
    "authority": "local",
    "document": None,
    "source": {"sheet": "A", "row": 2},
}


def _fill(engine: Engine, actor: Actor) -> None:
    for number, made in enumerate((*ACTIVITIES, report(TARGET, kind="targets"))):
        accept(engine, actor, f"tep-{number}.xlsx", bytes_of(made), made)
    withdraw(engine, actor, 2)
    made = report(record(title="Thay thế"))
    accept(engine, actor, "thay.xlsx", bytes_of(made), made, replaces=[3])
    made = report(record(title="Chờ"))
    hold(engine, actor, "cho.xlsx", bytes_of(made), made)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A database of today with what every release could hold; only read."""
    opened = connect(f"sqlite:///{tmp_path_factory.mktemp('filled') / 'filled.sqlite3'}")
    migrate(opened)
    _fill(opened, local_person())
    yield opened
    opened.dispose()


def _at_release(url: str, filled: Engine, revision: str) -> None:
    """Leave in an empty database what a release would have: its columns of the filled one."""
    engine = connect(url)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        revisions.upgrade(connection, revision)
    names = set(inspect(engine).get_table_names()) - {"alembic_version", "data_version"}
    old = MetaData()
    old.reflect(engine, only=names)
    with filled.connect() as source, engine.begin() as target:
        for table in old.sorted_tables:
            kept = schema.metadata.tables[table.name]
            rows = source.execute(select(*(kept.c[column.name] for column in table.c))).mappings().all()
            if rows:
                columns = [column for column in kept.c if column.name in table.c]
                assert {column.name for column in columns} == set(table.c.keys())
                target.execute(kept.insert(), [dict(row) for row in rows])
    engine.dispose()


def test_the_releases_are_those_of_the_migrations() -> None:
    folder = database.ROOT / "storage" / "migrations" / "versions"
    assert list(revisions.known()) == sorted(file.name[:4] for file in folder.glob("0*.py"))


@pytest.mark.parametrize("release", revisions.known()[:-1])
def test_every_figure_of_a_release_stays(filled: Engine, url: str, release: str) -> None:
    _at_release(url, filled, release)
    upgraded = connect(url)
    with upgraded.connect() as connection:
        assert revisions.standing(connection) == revisions.Standing.OLD
    migrate(upgraded)
    found, wanted = everything(upgraded), everything(filled)
    del found["data_version"], wanted["data_version"]
    if release < "0009":
        # What counted before there was a review is official.
        earlier = [row for row in found["submission"] if row[5] in ("accepted", "superseded")]
        said = found.pop("review"), wanted.pop("review")
        assert [(row[1], row[2]) for row in said[0]] == sorted((row[0], "earlier") for row in earlier)
    if release < "0005":
        # Until then the log did not keep what was acted on, before and after.
        wanted["event"] = [(*row[:-3], *["None"] * 3) for row in wanted["event"]]
    assert found == wanted
    after, before = analysis.load(upgraded), analysis.load(filled)
    assert len(after.activities) == 5
    for name in ("activities", "targets", "schools", "population", "sources"):
        assert_frame_equal(getattr(after, name), getattr(before, name))
    assert unsound(upgraded) == []
    upgraded.dispose()
