"""The process that `apart` starts: a file in, what a look at it gives out."""

import pickle
import sys

from data_loaders.apart.packed import packed
from data_loaders.mending.remembering import look
from data_loaders.reading import failures
from data_loaders.reading.separate_process import bound


def main() -> None:
    """Reads (limits, name, bytes, mending) from the standard input, writes a report with packed records and the
    units that the file speaks of."""
    limits, name, raw, mending = pickle.load(sys.stdin.buffer)  # noqa: S301 - made by our own code
    bound(limits)
    with failures.told_by_status():
        report, units = look(name, raw, mending)
        pickle.dump((packed(report), units), sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    main()
