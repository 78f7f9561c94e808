"""The process that `annotating` starts: a file and what is to be written into it in, a workbook out."""

import pickle
import sys

from data_loaders.annotating import building
from data_loaders.reading.separate_process import bound


def main() -> None:
    """Reads (form of what is to be marked or None for corrections, limits, name, bytes, issues or corrections) from
    the standard input, writes the bytes of a workbook."""
    form, limits, name, raw, given = pickle.load(sys.stdin.buffer)  # noqa: S301 - made by our own code
    bound(limits)
    if form is None:
        made = building.corrected(name, raw, given, limits)
    else:
        made = building.build(name, raw, given, limits, form)
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
