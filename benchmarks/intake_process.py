"""One step of taking a file in, in a process of its own: prints its wall and CPU seconds and the most
memory that the process ever held. Each step imports what it needs, so that none bears another's share.

`plain-read FILE` · `check FILE` · `plain-store FROM INTO` · `accept FILE INTO` (databases are files of
SQLite). With `nothing` before the step everything is made ready as for it, and it is not done.
"""

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import plain_intake
from benchmarks.process import peak_mb

if TYPE_CHECKING:
    from sqlalchemy import Engine

Step = Callable[[], object]


def plain_read(path: Path) -> Step:
    """calamine alone."""
    return lambda: plain_intake.read(path)


def check(path: Path) -> Step:
    """Read, match, validate, with every issue."""
    from data_loaders.check import check as checked

    # Loaded with the first workbook of its kind.
    from data_loaders.reading import xlsx  # noqa: F401

    return lambda: checked(path.name, path.read_bytes())


def plain_store(source: Path, target: Path) -> Step:
    """`executemany` of the rows of one database into another."""
    _empty(target)
    columns, told = plain_intake.rows(source)
    return lambda: plain_intake.store(target, columns, told)


def accept(path: Path, target: Path) -> Step:
    """Accept a checked file."""
    from access import local_person
    from data_loaders.check import check as checked
    from storage.intake import submissions

    raw = path.read_bytes()
    report = checked(path.name, raw)
    engine = _empty(target)
    return lambda: submissions.accept(engine, local_person(), path.name, raw, report, sound_rows=True)


def _empty(target: Path) -> "Engine":
    from storage.database import connect, migrate

    engine = connect(f"sqlite:///{target.as_posix()}")
    migrate(engine)
    return engine


STEPS: dict[str, Callable[..., Step]] = {
    "plain-read": plain_read,
    "check": check,
    "plain-store": plain_store,
    "accept": accept,
}


def main() -> None:
    """Do the step that the arguments name."""
    words = sys.argv[1:]
    idle = words[0] == "nothing"
    name, *paths = words[idle:]
    step = STEPS[name](*map(Path, paths))
    gc.collect()
    wall, cpu = time.perf_counter(), time.process_time()
    result = None if idle else step()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    # The result lives until here: what it takes is part of what the step costs.
    peak = peak_mb(os.getpid())
    del result
    print(json.dumps({"wall": wall, "cpu": cpu, "peak": peak}))


if __name__ == "__main__":
    main()
