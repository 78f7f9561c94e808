"""What every test gets: a database of its own, and PostgreSQL for those that ask."""

import gc
import os
from collections.abc import Generator, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from sqlalchemy import create_engine
from xdist.scheduler import LoadFileScheduling

import storage.database
from tests.postgres import Cluster, running_cluster
from tests.statements import Compiled
from tests.stores import Shared

# The files whose tests ask for an app that all tests of a process share, by the name of its fixture.
TOGETHER = {
    f"tests/browser/{name}.py": app
    for app, names in {
        "demo_app": (
            *(f"looks/test_{screens}" for screens in ("every_screen", "print", "screens")),
            *(f"tasks/test_{task}" for task in ("drill", "links", "menu")),
            "test_load",
        ),
        "empty_app": (
            *(f"tasks/test_{task}" for task in ("conflicts", "contacts", "journey", "mending")),
            "test_cold_link",
        ),
    }.items()
    for name in names
}

# Python's own, but for the oldest: a tenth as often.
_SELDOM = (700, 10, 100)

# Two busy cores make single examples slow now and then; in CI the same examples run every time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected lives until the end: modules, thousands of tests. It is not searched for garbage, neither
    while it grows (a third of the work of collecting) nor later; what tests leave behind is gone through seldom."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.set_threshold(*_SELDOM)
        gc.enable()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadFileScheduling:
    """A file's tests run in one process, and so do all tests that share a server: its start, its first visits,
    and Chromium's first sight of its scripts, are dear."""
    return _Together(config, log)


class _Together(LoadFileScheduling):
    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return TOGETHER.get(file, file)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest of the files that would come last begins first: nobody waits for it at the end."""
    items.sort(key=lambda item: item.path.name != "test_matrix.py")


@pytest.fixture(autouse=True)
def own_database(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test reads or writes the database of the person who runs it."""
    # A folder of its own: the one of all tests soon holds thousands, to be gone through after each of them.
    folder: Path = tmp_path_factory.getbasetemp() / "default"
    folder.mkdir(exist_ok=True)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(folder / 'default.sqlite3').as_posix()}")
    yield
    for file in folder.iterdir():
        file.unlink()


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> Iterator[None]:
    """Every test has a database of its own, so an engine of its own, which would compile each statement anew: a
    fifth of the work of a test of the store."""
    options = {"compiled_cache": Compiled()}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(storage.database, "create_engine", partial(create_engine, execution_options=options))
        yield


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Shared:
    """Files that the processes of this test run make once; tests work on copies."""
    own = tmp_path_factory.getbasetemp()
    return Shared((own.parent if hasattr(request.config, "workerinput") else own) / "shared")


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[Cluster]:
    """A PostgreSQL server of this test run, listening on a socket file only."""
    with running_cluster() as cluster:
        yield cluster


@pytest.fixture(scope="module")
def own_cluster() -> Iterator[Cluster]:
    """A server that may be stopped: no other test uses it."""
    with running_cluster(lasting=True) as cluster:
        yield cluster


@pytest.fixture
def postgres_url(postgres_cluster: Cluster) -> Iterator[str]:
    """The address of an empty PostgreSQL database, for `DATABASE_URL` or `storage.database.connect`."""
    with postgres_cluster.database() as url:
        yield url
