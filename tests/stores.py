"""Databases that tests copy from: with the schema, with the demo data, with what tests of several files ask for. Each
is made once for a test run."""

import pickle
import shutil
from collections.abc import Callable
from fcntl import LOCK_EX, flock
from pathlib import Path

import storage.demo
from access import local_person
from data_loaders.check import check
from program.contract import Report
from sample_data import DEMO_FILES
from sample_data.receipts import received
from storage.database import Engine, connect, migrate

Make = Callable[[Path], None]
Fill = Callable[[Engine], object]


class Shared:
    """Files of a test run in a folder that all its processes share: whoever comes first makes a file, the
    others wait."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(exist_ok=True)

    def file(self, name: str, make: Make) -> Path:
        """The file of this name; `make` writes it where it is told to."""
        path = self._folder / name
        with (self._folder / f"{name}.lock").open("w") as lock:
            flock(lock, LOCK_EX)
            if not path.exists():
                making = self._folder / f"making-{name}"
                make(making)
                making.rename(path)
        return path

    def with_schema(self) -> Path:
        """An SQLite file with the schema and no data."""
        return self.file("schema.sqlite3", lambda path: migrated(f"sqlite:///{path.as_posix()}"))

    def store(self, path: Path, name: str = "", fill: Fill | None = None) -> Engine:
        """A new SQLite database at this path, opened: with the schema, and with what `fill` has put there once for
        the whole run, under this name."""

        def made(at: Path) -> None:
            engine = self.store(at)
            if fill:
                fill(engine)
            engine.dispose()

        shutil.copy(self.file(f"{name}.sqlite3", made) if fill else self.with_schema(), path)
        return connect(f"sqlite:///{path.as_posix()}")

    def with_demo_data(self) -> Path:
        """An SQLite file with the demo data."""
        return self.file("demo.sqlite3", lambda path: self.load_demo_data(f"sqlite:///{path.as_posix()}"))

    def demo_reports(self) -> dict[str, Report]:
        """What the check says of each demo workbook, by its name."""
        found: dict[str, Report] = pickle.loads(self.file("reports", _checked).read_bytes())  # noqa: S301 (made here)
        return found

    def load_demo_data(self, address: str) -> None:
        """Make the schema in an empty database, and accept every demo workbook there."""
        reports = self.demo_reports()
        engine = connect(address)
        migrate(engine)
        storage.demo.load(
            engine, local_person(), DEMO_FILES, lambda name, _: reports[name], received=received
        )
        engine.dispose()


def migrated(address: str) -> None:
    """Makes the schema in an empty database."""
    opened = connect(address)
    migrate(opened)
    opened.dispose()


def _checked(path: Path) -> None:
    reports = {one.name: check(one.name, one.read_bytes()) for one in DEMO_FILES}
    path.write_bytes(pickle.dumps(reports))
