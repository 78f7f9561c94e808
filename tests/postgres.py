"""A PostgreSQL server for the tests, started from Debian's packages and gone when they end."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql

USER = "postgres"
# All that makes up a schema, as last written: a change of a table, a trigger or a function changes it.
_SHAPE = """
SELECT sum(hashtextextended(part, 0)) FROM (
    SELECT 'class ' || oid || xmin FROM pg_class WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT 'column ' || attrelid || attname || a.xmin FROM pg_attribute a
        JOIN pg_class c ON c.oid = attrelid WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT 'default ' || oid || xmin FROM pg_attrdef
    UNION ALL SELECT 'constraint ' || oid || xmin FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT 'trigger ' || oid || xmin FROM pg_trigger
    UNION ALL SELECT 'function ' || oid || xmin FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT 'schema ' || nspname || xmin FROM pg_namespace WHERE nspname !~ '^pg_'
    UNION ALL SELECT 'setting ' || setdatabase || setrole || xmin FROM pg_db_role_setting
) AS parts (part)
"""
_WITH_ROWS = """
SELECT quote_ident(relname) FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 0
"""
_SEQUENCES = """
SELECT format('setval(%L, %s, %L)', quote_ident(sequencename), coalesce(last_value, start_value), last_value IS NOT NULL)
FROM pg_sequences WHERE schemaname = 'public'
"""
_OTHERS = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"


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


class Copies:
    """Databases with what a template holds, each lent to one test at a time under a name of its own. One that
    comes back is emptied and lent again: that costs a fifth of a new copy. One whose schema has changed goes."""

    def __init__(self, cluster: Cluster, template: str) -> None:
        self._cluster, self._template = cluster, template
        self._free: list[tuple[str, _First]] = []
        self._numbers = count(1)

    @contextmanager
    def lent(self) -> Iterator[str]:
        """The address of a database with what the template holds."""
        name = f"copy_{next(self._numbers)}"
        first = self._again(name) or self._new(name)
        address = self._cluster.url(name)
        yield address
        if first.again(address):
            self._free.append((name, first))
        else:
            self._tell(f"DROP DATABASE {name} WITH (FORCE)")

    def _again(self, name: str) -> "_First | None":
        """What one that came back holds, under its new name; None if there is none, or somebody is still there."""
        if self._free:
            last, first = self._free.pop()
            with suppress(psycopg.errors.ObjectInUse):
                self._tell(f"ALTER DATABASE {last} RENAME TO {name}")
                return first
        return None

    def _new(self, name: str) -> "_First":
        # Copying its files costs a quarter of writing them through the log.
        self._tell(f'CREATE DATABASE {name} TEMPLATE "{self._template}" STRATEGY FILE_COPY')
        return _First.of(self._cluster.url(name))

    def _tell(self, statement: str) -> None:
        with psycopg.connect(self._cluster.url(USER), autocommit=True) as connection:
            connection.execute(statement)


@dataclass(frozen=True)
class _First:
    """What a new copy holds: its schema, the rows of tables that have some, how its numbers begin."""

    shape: object
    rows: dict[str, bytes]
    numbers: str

    @classmethod
    def of(cls, address: str) -> "_First":
        with psycopg.connect(address, autocommit=True) as connection:
            rows = {}
            for (table,) in connection.execute(_WITH_ROWS).fetchall():
                with connection.cursor().copy(f"COPY {table} TO STDOUT") as copied:
                    rows[table] = b"".join(bytes(part) for part in copied)
            numbers = ", ".join(line for (line,) in connection.execute(_SEQUENCES))
            return cls(connection.execute(_SHAPE).fetchone(), rows, f"SELECT {numbers}")

    def again(self, address: str) -> bool:
        """Make the database what it was, whoever is still there; False if that cannot be."""
        try:
            with psycopg.connect(address, autocommit=True) as connection:
                connection.execute(f"SELECT pg_terminate_backend(pid, 5000) {_OTHERS}")
                if connection.execute(_SHAPE).fetchone() != self.shape:
                    return False
                touched = [table for (table,) in connection.execute(_WITH_ROWS).fetchall()]
                connection.execute("SET session_replication_role = replica")  # no trigger keeps a row
                with connection.transaction():
                    for table in touched:
                        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - named by the catalogue
                    for table, rows in self.rows.items():
                        with connection.cursor().copy(f"COPY {table} FROM STDIN") as copied:
                            copied.write(rows)
                    connection.execute(self.numbers)
                connection.execute(f"VACUUM {', '.join(touched)}")
        except psycopg.Error:
            return False
        return True


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
