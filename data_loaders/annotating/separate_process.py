"""The process that `annotated` starts: a file and its findings in, a workbook out."""

import pickle
import sys

from data_loaders.annotating import building
from data_loaders.reading.separate_process import bound


def main() -> None:
    """Reads (limits, name, bytes, issues) from the standard input, writes the bytes of an .xlsx."""
    limits, name, raw, issues = pickle.load(sys.stdin.buffer)  # noqa: S301 - made by our own code
    bound(limits)
    sys.stdout.buffer.write(building.build(name, raw, issues, limits))


if __name__ == "__main__":
    main()
