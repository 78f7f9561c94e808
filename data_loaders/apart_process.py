"""The process that `apart` starts: a file in, the report of its check out."""

import pickle
import sys

from data_loaders.check import check
from data_loaders.packed import packed
from data_loaders.reading.separate_process import bound


def main() -> None:
    """Reads (limits, name, bytes, mending) from the standard input, writes a report with packed records."""
    limits, name, raw, mending = pickle.load(sys.stdin.buffer)  # noqa: S301 - made by our own code
    bound(limits)
    report = packed(check(name, raw, mending))
    pickle.dump(report, sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    main()
