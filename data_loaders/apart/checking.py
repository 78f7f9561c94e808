"""The check of a large file in a process of its own: what reading it takes goes back to the system when
it is done, and others are served meanwhile."""

import logging
import pickle
import subprocess
import sys
import threading
from pathlib import Path

from data_loaders.check import refused
from data_loaders.mending.remembering import look
from data_loaders.reading import failures
from data_loaders.reading.grid import Limits
from program.contract import Report
from program.submissions.mending import NO_MENDING, Mending

_LOG = logging.getLogger(__name__)
_PROJECT = Path(__file__).resolve().parents[2]
# A process takes a third of a second to start: less than a file of this size takes to read.
_LARGE = 500_000
_LIMITS = Limits()


def look_apart(file_name: str, raw: bytes, mending: Mending = NO_MENDING) -> tuple[Report, frozenset[str]]:
    """The same as `remembering.look`. The records of a large file are kept by column (`packed.Packed`), not as
    a list; a file that takes more memory or time than `_LIMITS` give is refused as too large."""
    if len(raw) < _LARGE:
        return look(file_name, raw, mending)
    with subprocess.Popen(
        [sys.executable, "-m", "data_loaders.apart.process"],
        cwd=_PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin  # noqa: S101 (asked for above)
        assert process.stdout  # noqa: S101 (asked for above)
        over = threading.Timer(_LIMITS.patience, process.kill)
        over.start()
        try:
            pickle.dump((_LIMITS, file_name, raw, mending), process.stdin)
            process.stdin.close()
            found: tuple[Report, frozenset[str]] = pickle.load(process.stdout)  # noqa: S301 - made by our own code
            return found
        except (OSError, EOFError, pickle.UnpicklingError):
            status = process.wait()
            _LOG.warning("the process that checks a file ended with %s before it had a report", status)
            return refused(file_name, failures.of_process(status)), frozenset()
        finally:
            over.cancel()
