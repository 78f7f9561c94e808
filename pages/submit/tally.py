"""The records of a checked file added up for a short table: by unit, report year and kind."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from program import units
from program.contract import Report, TableKind
from program.counting import counted_on
from program.periods import Calendar, year_of
from program.text import collation_key

_COUNTED = (TableKind.ACTIVITIES, TableKind.PARTICIPATION)


@dataclass(frozen=True)
class Line:
    """What a file says of one unit, report year and kind (None: nothing took place). `attendances` is
    None where no record gives any."""

    unit: str
    year: int
    kind: str | None
    rows: int
    count: int
    attendances: int | None


def tally(report: Report) -> tuple[Line, ...]:
    """One line for each unit, report year and kind of the activities in a report, in that order."""
    found: dict[tuple[str, int, str | None], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for table in report["tables"]:
        if table["kind"] not in _COUNTED:
            continue
        for record in table["records"]:
            start, end = date.fromisoformat(record["start_date"]), date.fromisoformat(record["end_date"])
            year = year_of(counted_on(start, end, record["basis"]), Calendar.REPORT)
            seats = record["attendances_total"]
            if seats is None and record["attendances"]:
                seats = sum(record["attendances"].values())
            sums = found[record["unit"], year, record["kind"]]
            sums[0] += 1
            sums[1] += record["count"] or 0
            sums[2] += seats or 0
            sums[3] += seats is not None
    lines = [
        Line(unit, year, kind, rows, count, seats if given else None)
        for (unit, year, kind), (rows, count, seats, given) in found.items()
    ]
    return tuple(
        sorted(lines, key=lambda x: (collation_key(units.label(x.unit)), x.unit, x.year, x.kind or ""))
    )
