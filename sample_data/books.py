"""All demo workbooks and the demo's own ledger: what each file says, line by line."""

from collections.abc import Callable
from functools import cache

from program.vocabulary import Basis
from sample_data import placing, story
from sample_data.layouts import clean, contacts, crosstab, faulty, long, monthly, registers, titled, work
from sample_data.model import Activity, Book, Sheet
from sample_data.offices import Sending, sendings
from sample_data.summaries import tabulated

_LAYOUTS: dict[str, Callable[[Sending, list[Activity]], tuple[list[Sheet], list[Activity]]]] = {
    "clean": clean.write,
    "titled": titled.write,
    "monthly": monthly.write,
    "long": long.write,
}
_TABULATED = (
    ("hoi-lien-hiep-phu-nu", ("HLHPN",), ("2021", "2022", "2023", "2024", "2025")),
    ("hoi-bao-ve-quyen-tre-em", ("HBVQTE",), ("2022", "2023", "2024", "2025")),
    ("mat-tran-doan-the", ("MTTQ", "LDLD", "HND"), ("2023", "2024", "2025")),
)


def _zeros(sending: Sending) -> list[Activity]:
    return [
        Activity(
            sending.unit,
            None,
            "Không phát sinh",
            max(quarter.start, sending.start),
            quarter.end,
            count=0,
            basis=Basis.DECLARED_ZERO,
        )
        for unit, quarter in story.ZERO
        if unit == sending.unit and sending.start <= quarter.end <= sending.end
    ]


@cache
def _reports() -> tuple[tuple[Book, tuple[Activity, ...]], ...]:
    found = []
    activities = placing.activities()
    for sending in sendings():
        own = [a for a in activities if a.unit == sending.unit and sending.start <= a.start <= sending.end]
        own = sorted([*own, *_zeros(sending)], key=lambda a: a.start)
        sheets, said = _LAYOUTS[sending.habit.layout](sending, own)
        found.append((Book(sending.name, sending.habit.writer, sheets), tuple(said)))
    for slug, units, years in _TABULATED:
        for year in years:
            sheets, said = crosstab.write(tabulated(units, year))
            found.append((Book(f"{slug}-{year}.xlsx", "openpyxl", sheets), tuple(said)))
    return tuple(found)


def registers_and_targets() -> list[Book]:
    """The focal agency's own workbooks."""
    return [registers.targets(), registers.schools(), registers.population(), contacts.book(), work.book()]


def reports() -> list[Book]:
    """The workbooks that units send."""
    return [book for book, _ in _reports()]


def ledger() -> dict[str, tuple[Activity, ...]]:
    """What each of the units' workbooks says, by file name."""
    return {book.name: said for book, said in _reports()}


def with_errors() -> Book:
    """The workbook that shows the error screen."""
    return faulty.book()
