"""The records of a checked file added up for a short table: by unit, report year and kind."""

from collections import defaultdict
from collections.abc import Iterable
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
    """What a file says of one unit, report year and kind (None: nothing took place). `count`
    and `attendances` are None where no record gives any."""

    unit: str
    year: int
    kind: str | None
    rows: int
    count: int | None
    attendances: int | None


def tally(report: Report) -> tuple[Line, ...]:
    """One line for each unit, report year and kind of the activities in a report, in that order."""
    found: dict[tuple[str, int, str | None], list[tuple[int | None, int | None]]] = defaultdict(list)
    for table in report["tables"]:
        if table["kind"] not in _COUNTED:
            continue
        for record in table["records"]:
            start, end = date.fromisoformat(record["start_date"]), date.fromisoformat(record["end_date"])
            year = year_of(counted_on(start, end, record["basis"]), Calendar.REPORT)
            seats = record["attendances_total"]
            if seats is None and record["attendances"]:
                seats = sum(record["attendances"].values())
            found[record["unit"], year, record["kind"]].append((record["count"], seats))
    lines = [
        Line(
            unit, year, kind, len(given), _sum(count for count, _ in given), _sum(seats for _, seats in given)
        )
        for (unit, year, kind), given in found.items()
    ]
    return tuple(
        sorted(lines, key=lambda x: (collation_key(units.label(x.unit)), x.unit, x.year, x.kind or ""))
    )


def _sum(values: Iterable[int | None]) -> int | None:
    """The sum of what is given; None where nothing is."""
    given = [value for value in values if value is not None]
    return sum(given) if given else None
