"""The register of focal points on a day: which unit lacks one, whose contact is stale, what changed lately."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from program import units
from program.contacts.contact import Tenure
from program.text import collation_key

# Days that "changed lately" looks back.
LATELY = 30
_DAY = timedelta(days=1)


class Change(StrEnum):
    """What last became of a unit's contact."""

    NEW = "new"
    DETAILS = "details"
    ENDED = "ended"


@dataclass(frozen=True)
class Line:
    """One unit on a day: its contacts then, who comes later, who it was before (the latest first).
    `owes` says that it must name one, `stands` that the unit exists, `stale` that the last word about a
    contact is too old; `changed` what changed lately."""

    unit: str
    current: tuple[Tenure, ...]
    coming: tuple[Tenure, ...]
    past: tuple[Tenure, ...]
    owes: bool
    stands: bool
    stale: bool
    changed: Change | None

    @property
    def missing(self) -> bool:
        """A unit that must have a contact has none."""
        return self.owes and not self.current


def register(
    found: Mapping[str, Sequence[Tenure]], day: date, months: int, within: frozenset[str] | None = None
) -> tuple[Line, ...]:
    """Every unit that should name a contact or ever had one, on a day: the missing first, then the stale,
    then by name; departments and mass organisations behind the units of territory, ended units last. `months`:
    a last word older than so many is stale. `within`: these units alone (a reporter's)."""
    owing = {u.code for u in units.reporting_units(day)}
    bodies = {u.code for u in units.all_units() if u.is_body and u.valid_on(day)}
    shown = owing | bodies | found.keys() if within is None else within
    lines = [_line(code, found.get(code, ()), day, months, code in owing) for code in shown]
    return tuple(
        sorted(
            lines,
            key=lambda one: (
                not one.stands, not one.owes, not one.missing, not one.stale, collation_key(units.label(one.unit)),
            ),
        )
    )  # fmt: skip


def _line(code: str, own: Sequence[Tenure], day: date, months: int, owes: bool) -> Line:
    now = tuple(one for one in own if one.on(day))
    unit = units.unit(code, day)
    stands = unit is None or unit.valid_on(day)
    old = any(one.said.day < before(day, months) for one in now)
    return Line(
        code, now, tuple(one for one in own if one.since > day),
        tuple(one for one in reversed(own) if one.end is not None and one.end < day),
        owes, stands, bool(now) and (old or not stands), _changed(own, now, day),
    )  # fmt: skip


def before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last one of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    following = date(year + (month == 11), month % 12 + 2 if month < 11 else 1, 1)
    return min(following - _DAY, date(year, month + 1, min(day.day, (following - _DAY).day)))


def _changed(own: Sequence[Tenure], now: Sequence[Tenure], day: date) -> Change | None:
    since = day - timedelta(days=LATELY)
    if any(since <= one.statements[0].day <= day for one in now):
        return Change.NEW
    if not now and any(one.end is not None and since <= one.end < day for one in own):
        return Change.ENDED
    if any(
        since <= later.day <= day and later.details != earlier.details
        for one in now
        for earlier, later in pairwise(one.statements)
    ):
        return Change.DETAILS
    return None
