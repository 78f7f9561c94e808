"""What the demo data is made of: invented activities, and the sheets they are written on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from program.vocabulary import Audience, Basis, Delivery, Kind

# Stands in a visible cell of every sheet, so that no demo figure passes for a real one.
DEMO_NOTE = "Dữ liệu minh họa – không phải số liệu thật"


@dataclass(frozen=True)
class Activity:
    """One line of the demo's own ledger: an activity, a summary of several, or a declaration of zero.

    `kind`, `title` and the words of place are None where the workbook leaves them out; `total` is the
    attendances of the line, which may hold more than its audiences.
    """

    unit: str
    kind: Kind | None
    title: str | None
    start: date
    end: date
    attendances: dict[Audience, int] = field(default_factory=dict)
    total: int = 0
    count: int = 1
    basis: Basis = Basis.DETAIL
    delivery: Delivery | None = None
    organiser: str | None = None
    ward: str | None = None
    school: str | None = None
    female: int | None = None


Value = None | str | int | float | date


@dataclass(frozen=True)
class Cell:
    """A value with the name of a style; `formula` stands in place of the value where the format can
    keep both."""

    value: Value = None
    style: str = "body"
    formula: str | None = None


@dataclass
class Sheet:
    """Rows from the first on; `merges` are (top, left, bottom, right) counted from 1, inclusive."""

    name: str
    rows: list[list[Cell]]
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    widths: Sequence[float] = ()


@dataclass(frozen=True)
class Book:
    """One workbook: its file name, the library that writes it, and its sheets."""

    name: str
    writer: str
    sheets: list[Sheet]
