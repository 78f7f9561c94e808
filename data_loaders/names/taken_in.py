"""Which new units took in the old districts and wards on 1-7-2025."""

from collections.abc import Iterable
from functools import cache

from program import units
from program.units import Unit


def taken_in_by(named: Iterable[Unit]) -> tuple[str, ...]:
    """The codes of the new units that took in these old ones."""
    found = [code for u in named if u.level == "district" for code in units.successors(u.code)]
    if not found:
        old = {u.code for u in named}
        found = [new for code, new in _crosswalk() if code in old]
    return tuple(dict.fromkeys(found))


@cache
def _crosswalk() -> tuple[tuple[str, str], ...]:
    rows = units.reference_rows("danang_old_to_new_2025.csv")
    return tuple((row["old_code"], row["new_code"]) for row in rows)
