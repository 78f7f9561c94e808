"""A small table of a screen as a CSV file, cell for cell. Form: `exports.as_csv.activities`."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from io import StringIO

from exports.as_csv.activities import BYTE_ORDER_MARK, harmless

Cell = str | int | float | date | None


def table_csv(lines: Iterable[Mapping[str, Cell]]) -> bytes:
    """The lines, all with the same headings as keys. What is not known is an empty cell."""
    out, writer = StringIO(newline=""), None
    for line in lines:
        if writer is None:
            writer = csv.writer(out)
            writer.writerow(line)
        writer.writerow([_cell(value) for value in line.values()])
    return BYTE_ORDER_MARK + out.getvalue().encode()


def _cell(value: Cell) -> Cell:
    if isinstance(value, date):
        return value.isoformat()
    return harmless(value) if isinstance(value, str) else value
