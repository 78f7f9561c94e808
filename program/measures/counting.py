"""On which day a record counts."""

from datetime import date, timedelta

from program.vocabulary import Basis


def counted_on(start: date, end: date, basis: str) -> date:
    """The day a record counts on: its first day for a detail record; the middle day of its span for
    a summary or a declaration of zero, so that the span falls into the period that holds most of it."""
    if basis == Basis.DETAIL:
        return start
    return start + timedelta(days=(end - start).days // 2)
