"""The process in which the test of bombs has them checked: each in a child of its own, watched by the system.

    python -m tests.data_loaders.reading.hostile.watched < files > results

Reads pickled (name, bytes, seconds or None); writes a JSON array of what became of each.
"""

import json
import os
import pickle
import resource
import sys

from data_loaders import check as checking

SECONDS = 10


def watched(name: str, raw: bytes, seconds: float | None) -> dict[str, object]:
    """The report on one file (its records left out), or none where the process did not live to give it, the
    seconds that it and its own children worked, and the bytes that the largest of them took."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        if seconds is not None:
            checking._SECONDS = seconds  # type: ignore[assignment]
        report = checking.check(name, raw)
        with os.fdopen(writer, "w") as out:
            json.dump({"status": report["status"], "issues": report["issues"][:50]}, out, allow_nan=False)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as given:
        told = given.read()
    used = os.wait4(child, 0)[2]
    return {
        "name": name,
        "report": json.loads(told or "null"),
        "seconds": used.ru_utime + used.ru_stime,
        "bytes": used.ru_maxrss * 1024,
    }


if __name__ == "__main__":
    json.dump([watched(*one) for one in pickle.load(sys.stdin.buffer)], sys.stdout)  # noqa: S301 - made by the test
