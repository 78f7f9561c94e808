"""Reading .xls and .xlsb in a process of its own, with bounds on memory and time.

Their cells cannot be looked over cheaply before the reader lays them out, and a reader that runs
out of memory takes its whole process along.
"""

import logging
import pickle
import subprocess
import sys
from pathlib import Path

from data_loaders import time_limit
from data_loaders.reading import failures, refusals
from data_loaders.reading.grid import Limits, Unreadable, Workbook
from program.contract import IssueCode

_log = logging.getLogger(__name__)
_PROJECT = Path(__file__).resolve().parents[2]


def read(raw: bytes, limits: Limits) -> Workbook:
    """The workbook in these bytes of a compound file (.xls) or an archive (.xlsb). Raises Unreadable."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "data_loaders.reading.separate_process"],
            input=pickle.dumps((limits, raw)),
            capture_output=True,
            cwd=_PROJECT,
            timeout=limits.patience,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise refusals.heavy_contents() from error
    if done.returncode:
        _log.warning("the reading process ended with %s: %s", done.returncode, done.stderr[-2000:])
        raise failures.of_process(done.returncode)
    result: Workbook | tuple[IssueCode, str | None, str, str]
    seconds, result = pickle.loads(done.stdout)  # noqa: S301 - made by our own code
    time_limit.charge(seconds)
    if isinstance(result, tuple):
        raise Unreadable(*result)
    return result
