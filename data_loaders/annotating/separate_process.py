"""The process that `annotating` starts: a file and what is to be written into it in, a workbook out."""

import pickle
import sys

from data_loaders.annotating import building
from data_loaders.reading.separate_process import bound


def main() -> None:
    """Reads (what to do, limits, name, bytes, issues or corrections) from the standard input, writes the
    bytes of an .xlsx."""
    what, limits, name, raw, given = pickle.load(sys.stdin.buffer)  # noqa: S301 - made by our own code
    bound(limits)
    work = building.build if what == "mark" else building.corrected
    sys.stdout.buffer.write(work(name, raw, given, limits))


if __name__ == "__main__":
    main()
