"""A fresh database for every test: SQLite, and a PostgreSQL server that the tests start themselves."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine

from access import Actor, local_person
from storage.database import connect, migrate

_NUMBERS = count(1)


def _binaries() -> Path:
    """The folder of PostgreSQL's programs, newest version first."""
    installed = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: int(path.parent.parent.name),
        reverse=True,
    )
    on_path = shutil.which("initdb")
    found = [*installed, *([Path(on_path).resolve()] if on_path else [])]
    if not found:
        pytest.fail(
            "PostgreSQL is not installed (no initdb in /usr/lib/postgresql/*/bin or on PATH): "
            "apt-get install postgresql",
            pytrace=False,
        )
    return found[0].parent


def _owner() -> str | None:
    """The user to run the server as: it refuses to run as root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The folder of the socket of a running server, whose superuser is `postgres`."""
    binaries, owner = _binaries(), _owner()
    # A short path: the name of a socket may have about 100 signs.
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    if owner:
        shutil.chown(folder, owner)
    data = folder / "data"

    def run(*command: str | Path) -> None:
        done = subprocess.run(
            [str(part) for part in command],
            user=owner,
            cwd=folder,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    try:
        run(binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-F -k {folder} -c listen_addresses= -c full_page_writes=off -c max_connections=40"
        # Its output goes to a file, or `run` would wait for the server to end.
        run(binaries / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
        yield str(folder)
        run(binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _new_postgres(server: str, template: str) -> Iterator[str]:
    name = f"test_{os.getpid()}_{next(_NUMBERS)}"
    with psycopg.connect(host=server, user="postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        yield f"postgresql://postgres@/{name}?host={server}"
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _migrated(address: str) -> None:
    opened = connect(address)
    migrate(opened)
    opened.dispose()


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The address of a new, empty PostgreSQL database."""
    yield from _new_postgres(postgres_server, "template1")


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: str) -> str:
    """The name of a database with the schema, to copy from."""
    with psycopg.connect(host=postgres_server, user="postgres", autocommit=True) as connection:
        connection.execute("CREATE DATABASE migrated")
    _migrated(f"postgresql://postgres@/migrated?host={postgres_server}")
    return "migrated"


@pytest.fixture
def migrated_postgres_url(postgres_server: str, migrated_postgres: str) -> Iterator[str]:
    """The address of a new PostgreSQL database with the schema and no data."""
    yield from _new_postgres(postgres_server, migrated_postgres)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with the schema, to copy from."""
    path = tmp_path_factory.mktemp("template") / "store.sqlite3"
    _migrated(f"sqlite:///{path}")
    return path


KINDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a new, empty database of either kind."""
    if request.param == "postgresql":
        address: str = request.getfixturevalue("postgres_url")
        return address
    return f"sqlite:///{tmp_path / 'store.sqlite3'}"


@pytest.fixture(params=KINDS)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A new database of either kind with the schema and no data."""
    if request.param == "postgresql":
        address = request.getfixturevalue("migrated_postgres_url")
    else:
        shutil.copy(request.getfixturevalue("migrated_sqlite"), tmp_path)
        address = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    opened = connect(address)
    yield opened
    opened.dispose()


@pytest.fixture
def actor() -> Actor:
    """Somebody with all rights."""
    return local_person()
