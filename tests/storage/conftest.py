"""A fresh database of either kind for every test."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url

from access import Actor, local_person
from storage.access.accounts import actor_of
from storage.database import connect
from tests.people import EVERYBODY, Person, enter
from tests.postgres import Cluster, Copies
from tests.stores import Shared, migrated

KINDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def migrated_sqlite(shared: Shared) -> Path:
    """A database file with the schema, to copy from."""
    return shared.with_schema()


@pytest.fixture(scope="session")
def migrated_postgres(postgres_cluster: Cluster) -> Iterator[str]:
    """The name of a PostgreSQL database with the schema, to copy from."""
    with postgres_cluster.database() as address:
        migrated(address)
        yield make_url(address).database or ""


@pytest.fixture(scope="session")
def postgres_copies(postgres_cluster: Cluster, migrated_postgres: str) -> Copies:
    """PostgreSQL databases with the schema and no data."""
    return Copies(postgres_cluster, migrated_postgres)


@pytest.fixture
def migrated_postgres_url(postgres_copies: Copies) -> Iterator[str]:
    """The address of a PostgreSQL database with the schema and no data, as good as new."""
    with postgres_copies.lent() as address:
        yield address


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a new, empty database of either kind."""
    if request.param == "postgresql":
        address: str = request.getfixturevalue("postgres_url")
        return address
    return f"sqlite:///{tmp_path / 'store.sqlite3'}"


@contextmanager
def _store(request: pytest.FixtureRequest, folder: Path) -> Iterator[Engine]:
    """A new database of the kind that is asked for, with the schema and no data."""
    with ExitStack() as until:
        if request.param == "postgresql":
            copies: Copies = request.getfixturevalue("postgres_copies")
            address = until.enter_context(copies.lent())
        else:
            shutil.copy(request.getfixturevalue("migrated_sqlite"), folder / "store.sqlite3")
            address = f"sqlite:///{folder / 'store.sqlite3'}"
        opened = connect(address)
        yield opened
        opened.dispose()


@pytest.fixture(params=KINDS)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A new database of either kind with the schema and no data."""
    with _store(request, tmp_path) as opened:
        yield opened


@pytest.fixture(scope="module", params=KINDS)
def lasting_engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """A database of either kind that the tests of a file share: filled once, then only looked at."""
    with _store(request, tmp_path_factory.mktemp("lasting")) as opened:
        yield opened


@pytest.fixture
def actor() -> Actor:
    """Somebody with all rights."""
    return local_person()


@pytest.fixture
def who(engine: Engine) -> Callable[[Person], Actor]:
    """Everybody of `tests.people` is entered; gives each as an actor."""
    enter(engine, *EVERYBODY)

    def known(person: Person) -> Actor:
        found = actor_of(engine, person.login)
        assert found is not None
        return found

    return known
