"""A database of the first release with data in it, brought to the newest schema."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from pandas.testing import assert_frame_equal
from sqlalchemy import Engine, MetaData, inspect, select

from access import Actor
from storage import analysis, database, schema
from storage.database import connect, migrate
from storage.submissions import accept, hold, withdraw
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


def _at_first_release(url: str, filled: Engine) -> None:
    """Leave in an empty database what the first release would have: its columns of the filled one."""
    engine = connect(url)
    config = Config()
    config.set_main_option("script_location", str(database.ROOT / "storage" / "migrations"))
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
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


def test_every_figure_of_the_first_release_stays(actor: Actor, url: str, tmp_path: Path) -> None:
    filled = connect(f"sqlite:///{tmp_path / 'filled.sqlite3'}")
    migrate(filled)
    _fill(filled, actor)
    _at_first_release(url, filled)
    upgraded = connect(url)
    assert "held" not in {column["name"] for column in inspect(upgraded).get_columns("activity")}
    migrate(upgraded)
    found, wanted = everything(upgraded), everything(filled)
    del found["data_version"], wanted["data_version"]
    assert found == wanted
    after, before = analysis.load(upgraded), analysis.load(filled)
    assert len(after.activities) == 5
    for name in ("activities", "targets", "schools", "population", "sources"):
        assert_frame_equal(getattr(after, name), getattr(before, name))
    for engine in (upgraded, filled):
        engine.dispose()
