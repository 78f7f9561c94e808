"""When the focal agency had the reports of the demo: what each file would have said on the way in.

A unit keeps one file a year and sent it quarter by quarter, so each quarter has a day of its own. Invented.
"""

from datetime import date, timedelta
from zlib import crc32

from program.reporting.quarters import QUARTERS
from program.reporting.timeliness import DEADLINE_DAYS, Received
from sample_data import story
from sample_data.offices import sendings


def received(file_name: str) -> Received:
    """When the reports in a demo file came; nothing is said of files that no single unit sends."""
    for sending in sendings():
        if sending.name != file_name or (sending.unit, str(sending.end.year)) in story.UNDATED:
            continue
        quarters = {
            q.code: _day(sending.unit, q.code, q.end)
            for q in QUARTERS
            if q.start <= sending.end and sending.start <= q.end
        }
        whole = sending.end + timedelta(days=_spread(sending.unit, file_name, 4))
        return Received(max(whole, *quarters.values()), quarters)
    return Received()


def _day(unit: str, quarter: str, end: date) -> date:
    late = story.LATE.get((unit, quarter))
    if late is not None:
        return end + timedelta(days=DEADLINE_DAYS + late)
    return end + timedelta(days=_spread(unit, quarter, DEADLINE_DAYS))


def _spread(unit: str, words: str, days: int) -> int:
    """1 to `days`, always the same for the same words."""
    return 1 + crc32(f"{unit} {words}".encode()) % days
