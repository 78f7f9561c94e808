"""Days of the calendar from their figures."""

from datetime import date

from data_loaders.values.days.periods import Span
from data_loaders.values.fault import Fault
from program.contract import IssueCode

UNREADABLE = IssueCode.DATE_UNREADABLE


def one_day(day: int, month: int, year: int) -> Span | Fault:
    """The day of these figures, or a Fault; it says so where they are a day with the month first."""
    if found := in_calendar(year, month, day):
        return Span(found, found)
    if month > 12 and (turned := in_calendar(year, day, month)):
        return Fault(UNREADABLE, f"có phải là {turned:%d/%m/%Y}?", turned)
    return Fault(UNREADABLE, "không có ngày này trong lịch")


def in_calendar(year: int, month: int, day: int) -> date | None:
    """The day of these figures; None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
