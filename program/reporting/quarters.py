"""The report quarters that units owe, and which of them a record speaks of."""

from datetime import date
from functools import lru_cache

from program.contract import Report, TableKind, column
from program.measures.counting import counted_on
from program.periods import PROGRAMME_END, PROGRAMME_START, Calendar, Period, periods
from program.vocabulary import Basis

# Units are expected to report every report quarter that lies wholly within the programme. The
# deadlines of 830 reports were not found; the rhythm is a setting of the city.
QUARTERS = tuple(
    p for p in periods("quarter", Calendar.REPORT) if p.start >= PROGRAMME_START and p.end <= PROGRAMME_END
)
PLACES = {q.code: i for i, q in enumerate(QUARTERS)}


def middle(quarter: Period) -> date:
    """The day halfway through a quarter."""
    return quarter.start + (quarter.end - quarter.start) // 2


@lru_cache(maxsize=65536)
def spoken_of(basis: str, counted_on: date, start: date, end: date) -> tuple[Period, ...]:
    """The quarters that a record reports on: the one it counts in, and for a summary or a declaration of
    zero every one whose middle its span covers."""
    covers = basis != Basis.DETAIL
    return tuple(q for q in QUARTERS if q.contains(counted_on) or (covers and start <= middle(q) <= end))


def spoken_of_by(report: Report) -> frozenset[str]:
    """The codes of the quarters that the activities of a checked file speak of."""
    said = {
        row
        for table in report["tables"]
        if table["kind"] in (TableKind.ACTIVITIES, TableKind.PARTICIPATION)
        for row in zip(*(column(table, name) for name in ("basis", "start_date", "end_date")), strict=True)
    }
    found: set[str] = set()
    for basis, *days in said:
        start, end = map(date.fromisoformat, days)
        found.update(q.code for q in spoken_of(basis, counted_on(start, end, basis), start, end))
    return frozenset(found)
