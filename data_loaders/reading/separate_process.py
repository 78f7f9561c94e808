"""The process that `separate` starts: one file in, one workbook or refusal out."""

import pickle
import sys
import time
from contextlib import suppress
from pathlib import Path

from data_loaders.reading import failures
from data_loaders.reading.grid import Limits, Unreadable, Workbook
from data_loaders.reading.xls import reading as xls
from data_loaders.reading.xlsb import reading as xlsb

_FIRST_TO_GO = Path("/proc/self/oom_score_adj")


def main() -> None:
    """Reads (limits, bytes) from the standard input, writes the seconds it worked, and a Workbook or
    the parts of an Unreadable."""
    limits, raw = pickle.load(sys.stdin.buffer)  # noqa: S301 - made by our own code
    bound(limits)
    result: Workbook | tuple[object, ...]
    with failures.told_by_status():
        try:
            with failures.refused():
                result = xlsb.read(raw, limits) if raw.startswith(b"PK") else xls.read(raw, limits)
        except Unreadable as refusal:
            result = (refusal.code, refusal.found, refusal.message, refusal.fix)
        pickle.dump((time.process_time(), result), sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)


def bound(limits: Limits) -> None:
    """Holds this process to the memory and the time of `limits`, where the system can, and makes it the one that goes
    where memory runs out for all: who hands in reads a sentence, and the pages stay."""
    try:
        import resource
    except ImportError:  # Windows knows no such bounds; the time limit holds there too.
        return
    for bound, value in ((resource.RLIMIT_AS, limits.memory_bytes), (resource.RLIMIT_CPU, limits.seconds)):
        resource.setrlimit(bound, (value, value))
    with suppress(OSError):  # as only Linux knows it: proc_pid_oom_score_adj(5)
        _FIRST_TO_GO.write_text("1000")


if __name__ == "__main__":
    main()
