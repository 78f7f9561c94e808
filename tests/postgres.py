"""A PostgreSQL server for the tests, started from Debian's packages and gone when they end."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql

USER = "postgres"


@dataclass(frozen=True)
class Cluster:
    """A running server; `folder` holds its socket. What it said was written stays when it breaks off only
    if it is `lasting`."""

    folder: Path
    lasting: bool = False

    def url(self, database: str) -> str:
        return f"postgresql://{USER}@/{database}?host={self.folder}"

    @contextmanager
    def database(self) -> Iterator[str]:
        """The address of a new, empty database, dropped at the end."""
        name = f"test_{uuid4().hex}"
        self._run(
            sql.SQL("CREATE DATABASE {} TEMPLATE template0 STRATEGY FILE_COPY").format(sql.Identifier(name))
        )
        try:
            yield self.url(name)
        finally:
            self._run(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """The server is down within, as after a fault: open connections break. It is back at the end."""
        _as_server(self.folder, *self.control("stop", "-m", "immediate"))
        try:
            yield
        finally:
            self.start()

    def start(self) -> None:
        """Start it and wait until it answers."""
        options = (
            f"-k {self.folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off -c autovacuum=off"
        )
        commit = "on" if self.lasting else "off"
        _as_server(self.folder, *self.control("start", "-o", f"{options} -c synchronous_commit={commit}"))

    def control(self, verb: str, *more: str) -> tuple[str, ...]:
        """The command that starts or stops the server and waits until it has."""
        where = ("-D", str(self.folder / "data"), "-l", str(self.folder / "log"))
        return (_binary("pg_ctl"), *where, "-w", *more, verb)

    def _run(self, statement: sql.Composed) -> None:
        with psycopg.connect(self.url(USER), autocommit=True) as connection:
            connection.execute(statement)


def _binary(name: str) -> str:
    versions = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda p: float(p.parts[-3]))
    found = str(versions[-1]) if versions else shutil.which(name)
    if not found:
        raise RuntimeError(f"PostgreSQL is missing ({name}); `make test` installs it")
    return found


def _as_server(folder: Path, *command: str) -> None:
    """Runs a command of the server; as root as Debian's user `postgres`, since it refuses to run as root."""
    prefix = ["runuser", "-u", USER, "--"] if os.geteuid() == 0 else []
    done = subprocess.run([*prefix, *command], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        log = folder / "log"
        said = log.read_text("utf-8") if log.exists() else ""
        raise RuntimeError(f"{command[0]}: {done.stderr}\n{said}")


@contextmanager
def running_cluster(lasting: bool = False) -> Iterator[Cluster]:
    """A fresh server."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # short: a socket's path may have 107 bytes
    if os.geteuid() == 0:
        shutil.chown(folder, USER)
    cluster, data = Cluster(folder, lasting), folder / "data"
    form = ("-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
    try:
        _as_server(folder, _binary("initdb"), "-D", str(data), *form)
        cluster.start()
        try:
            yield cluster
        finally:
            _as_server(folder, *cluster.control("stop", "-m", "immediate"))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
