"""What activities call schools that the register does not have under that name: unknown ones, and several in one cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from program import units
from program.filters import CITY
from program.measures.analysis import Analysis
from program.schools.names import school_key
from program.schools.register import Joint, Unknown
from program.text import fold

# Of more unknown names than these none is compared with the register: the answer would take too long.
SUGGESTED_AT_MOST = 200
_LIKE_ENOUGH = 80


@dataclass(frozen=True)
class Misnamed:
    """A name in activities that the register lacks, how many activities up to the day name it, and the
    register's names most like it."""

    name: str
    unit: str
    activities: int
    near: tuple[str, ...]


@dataclass(frozen=True)
class JointSessions:
    """One cell that names several schools: the activities up to the day and the schools it counts for."""

    name: str
    unit: str
    activities: int
    schools: int
    lacking: int


def misnamed(analysis: Analysis, unit: str, day: date) -> tuple[Misnamed, ...]:
    """Names of schools in a unit's activities up to a day that the register lacks, most activities first."""
    rows = [(one, one.until(day)) for one in analysis.register.unknown if _own(unit, one)]
    rows = sorted(((one, n) for one, n in rows if n), key=lambda row: (-row[1], row[0].unit, row[0].name))
    names = (
        [str(name) for name in analysis.register.schools["name"]]
        if 0 < len(rows) <= SUGGESTED_AT_MOST
        else []
    )
    keys = [fold(school_key(name)) for name in names]
    return tuple(Misnamed(one.name, one.unit, n, _near(one.name, names, keys)) for one, n in rows)


def _near(name: str, names: Sequence[str], keys: Sequence[str]) -> tuple[str, ...]:
    found = process.extract(
        fold(school_key(name)), keys, scorer=fuzz.token_sort_ratio, score_cutoff=_LIKE_ENOUGH, limit=2
    )
    return tuple(names[place] for _, _, place in found)


def joint_sessions(analysis: Analysis, unit: str, day: date) -> tuple[JointSessions, ...]:
    """Cells of a unit's activities up to a day that name several schools, most activities first."""
    rows = [(one, one.until(day)) for one in analysis.register.joint if _own(unit, one)]
    return tuple(
        JointSessions(one.name, one.unit, n, len(one.rows), one.lacking)
        for one, n in sorted(rows, key=lambda row: (-row[1], row[0].unit, row[0].name))
        if n
    )


def _own(unit: str, found: Unknown | Joint) -> bool:
    known = units.unit(found.unit)
    return found.unit == unit or (unit == CITY and (known is None or known.in_old_city))
