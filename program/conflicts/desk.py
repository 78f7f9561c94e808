"""All that waits for a person's decision about figures, as one list: near twins, summaries beside finer records,
summaries whose days cross, rows of unusual size, reports that repeat the year before.

Each entry weighs as many attendances as a decision about it can move; the heaviest stands first.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from program.conflicts.crossings import Crossing
from program.conflicts.overlaps import Overlap
from program.conflicts.twins import Reason
from program.filters import CITY


class Sort(StrEnum):
    """What kind of conflict an entry is; also the subject of a decision about it."""

    TWIN = "twin"
    BASIS = "basis"
    CROSSING = "crossing"
    SIZE = "size"
    REPEAT = "repeat"


SORT_LABELS = {
    Sort.TWIN: "Hai dòng có thể trùng",
    Sort.BASIS: "Chi tiết và tổng hợp khác nhau",
    Sort.CROSSING: "Hai số tổng hợp giao nhau một phần",
    Sort.SIZE: "Quy mô khác thường",
    Sort.REPEAT: "Lặp lại báo cáo năm trước",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One source: the records by id, those with most attendances first, and the submissions that hold them."""

    records: tuple[int, ...]
    files: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class UnusualSize:
    """What a row of unusual size says: `count` activities with `seats` attendances."""

    kind: str
    count: int
    seats: int


@dataclass(frozen=True)
class Repeated:
    """How many of a unit's `rows` rows in the later file say what the earlier one said a year before."""

    again: int
    rows: int


Told = tuple[Reason, ...] | Overlap | Crossing | UnusualSize | Repeated


@dataclass(frozen=True, slots=True)
class Conflict:
    """One entry. `about` is what a decision names: two natural keys; unit, kind and days; one natural key; unit
    and two submissions. `units` are concerned, on the days from `start` to `end`. `seats` is the most
    attendances that a decision moves, `records` those of each record that may stop counting (of twins: of both).
    `before` is the number of a decision about the same that has no effect on it. Of twins the row of the earlier
    file is `first`; `turned` where its key is the second one of `about`.
    """

    sort: Sort
    about: tuple[bytes | str | date | int, ...]
    units: tuple[str, ...]
    start: date
    end: date
    seats: int
    first: Side
    second: Side
    told: Told
    records: tuple[tuple[int, int], ...] = ()
    before: int | None = None
    turned: bool = False

    @property
    def code(self) -> str:
        """A short name that is the same as long as the same things wait."""
        return f"{self.sort}-{sha256(repr(self.about).encode()).hexdigest()[:10]}"

    @property
    def files(self) -> tuple[int, ...]:
        """The submissions of both sides."""
        return tuple(sorted({*self.first.files, *self.second.files}))

    def concerns(self, unit: str, start: date, end: date) -> bool:
        """Whether it bears on figures of a unit (`city`: any) over days, both included."""
        return concerns(self.units, self.start, self.end, unit, start, end)


@dataclass(frozen=True)
class Desk:
    """Everything that waits, the heaviest first. `more` pairs of likely twins are not listed; where not
    `complete`, only the newest rows were compared."""

    waiting: tuple[Conflict, ...] = ()
    more: int = 0
    complete: bool = True


def concerns(units: Sequence[str], first: date, last: date, unit: str, start: date, end: date) -> bool:
    """Whether what is told of units from `first` to `last` bears on figures of a unit (`city`: any) over days."""
    return first <= end and last >= start and (unit == CITY or unit in units)


def ordered(found: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """The heaviest first; of equal weight in the order of kinds, newest days first, then as the records came."""
    sorts = {sort: place for place, sort in enumerate(Sort)}
    return tuple(
        sorted(found, key=lambda c: (-c.seats, sorts[c.sort], -c.end.toordinal(), c.first.records[:1]))
    )


def chosen(desk: Desk, unit: str, start: date, end: date, sort: Sort | None = None) -> tuple[Conflict, ...]:
    """What waits about a unit (`city`: any) over days, of one kind or all."""
    return tuple(c for c in desk.waiting if c.concerns(unit, start, end) and sort in (None, c.sort))


def alike(one: Conflict, others: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Those of the same kind between the same files, itself first: one reason may do for all."""
    files = one.first.files, one.second.files
    found = (c for c in others if c.sort == one.sort and (c.first.files, c.second.files) == files)
    return (one, *(c for c in found if c.about != one.about))


def at_stake(found: Iterable[Conflict]) -> int:
    """The most attendances that decisions about all of these move, no record counted twice: of records that may
    be one activity, also by way of a third, all but the smallest; what summaries differ by; rows of unusual size
    and repeated ones whole."""
    told = 0
    leaving: dict[int, int] = {}
    pairs: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for conflict in found:
        if conflict.sort == Sort.TWIN:
            one, other = conflict.records
            pairs.append((one, other))
        elif conflict.records:
            leaving.update(conflict.records)
        else:
            told += conflict.seats
    for group in _joined(pairs):
        smallest = min(group, key=lambda record: (group[record], record))
        leaving.update({record: seats for record, seats in group.items() if record != smallest})
    return told + sum(leaving.values())


def _joined(pairs: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> list[Mapping[int, int]]:
    """The records of the pairs in groups that hang together, each with its attendances."""
    group: dict[int, dict[int, int]] = {}
    for pair in pairs:
        joined: dict[int, int] = {}
        for record, seats in pair:
            joined |= group.get(record, {}) | {record: seats}
        for record in joined:
            group[record] = joined
    return list({id(one): one for one in group.values()}.values())
