"""All demo workbooks and the demo's own ledger: what each file says, line by line."""

from collections.abc import Callable, Mapping
from functools import cache

from program.vocabulary import Basis, Kind
from sample_data import doubtful, placing, story
from sample_data.layouts import clean, contacts, crosstab, faulty, long, monthly, registers, titled, work
from sample_data.model import Activity, Book, Sheet
from sample_data.offices import Sending, sendings
from sample_data.summaries import Tabulated, sums, tabulated

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


def _tabulated(
    name: str, table: Tabulated, lines: Mapping[Kind, list[Activity]]
) -> tuple[Book, tuple[Activity, ...]]:
    sheets, said = crosstab.write(table, lines)
    return Book(name, "openpyxl", sheets), tuple(said)


@cache
def _reports() -> tuple[tuple[Book, tuple[Activity, ...]], ...]:
    found = []
    activities = doubtful.changed(placing.activities())
    for sending in sendings():
        own = [a for a in activities if a.unit == sending.unit and sending.start <= a.start <= sending.end]
        own = sorted([*own, *_zeros(sending)], key=lambda a: a.start)
        sheets, said = _LAYOUTS[sending.habit.layout](sending, own)
        found.append((Book(sending.name, sending.habit.writer, sheets), tuple(said)))
    for slug, units, years in _TABULATED:
        for year in years:
            table = tabulated(units, year)
            found.append(
                _tabulated(f"{slug}-{year}.xlsx", table, {kind: sums(table, kind) for kind in table.kinds})
            )
    lines = doubtful.summed_up(activities)
    table = doubtful.TABLE
    found.append(_tabulated("thanh-doan-tong-hop-2025.xlsx", table, dict.fromkeys(table.kinds, lines)))
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
