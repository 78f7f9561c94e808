"""Documents issued (văn bản chỉ đạo): plans, letters and decisions of a unit about the programme."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from program.work import history as work_history
from program.work.history import Source


@dataclass(frozen=True)
class Details:
    """What is said of one document. `issuer` where it is not the unit itself; `form` is the kind of document
    (kế hoạch, công văn, quyết định…), `part` the part of the programme that it is about."""

    number: str
    issued_on: date
    subject: str
    issuer: str | None = None
    form: str | None = None
    part: str | None = None


Statement = work_history.Statement[Details]


@dataclass(frozen=True)
class Directive:
    """One document of a unit that counts, and where its words come from, with all that was ever said of it in
    order. `record` is the number of its row."""

    unit: str
    details: Details
    record: int
    source: Source
    statements: tuple[Statement, ...] = ()

    @property
    def id(self) -> int:
        """What an address names it by, as long as it counts: the number of its first record."""
        return self.statements[0].record if self.statements else self.record


def directives(statements: Iterable[Statement]) -> tuple[Directive, ...]:
    """The documents that count, in the order of their records."""
    found = (
        Directive(held.unit, held.details, held.record, held.source, said)
        for held, said in work_history.histories(statements)
    )
    return tuple(sorted(found, key=lambda one: one.record))


def issued(found: Iterable[Directive], start: date | None, end: date) -> tuple[Directive, ...]:
    """Those issued from a day (None: ever) up to another, the newest first."""
    within = [
        one
        for one in found
        if (start is None or start <= one.details.issued_on) and one.details.issued_on <= end
    ]
    return tuple(sorted(within, key=lambda one: (one.details.issued_on, one.record), reverse=True))
