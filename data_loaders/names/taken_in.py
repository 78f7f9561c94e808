"""Which new units took in the old districts and wards on 1-7-2025."""

from collections.abc import Iterable
from functools import cache

from program import units
from program.units import Unit


def taken_in_by(named: Iterable[Unit]) -> tuple[str, ...]:
    """The codes of the new units that took in these old ones; of a ward that was merged on 1-1-2025 already, those
    that took in what it had become part of."""
    found: list[str] = []
    for unit in named:
        if unit.level == "district":
            found += units.successors(unit.code)
        else:
            now = [unit.code] if unit.code in _crosswalk() else _merged_into().get(unit.code, [])
            found += (new for code in now for new in _crosswalk().get(code, []))
    return tuple(dict.fromkeys(found))


@cache
def _crosswalk() -> dict[str, list[str]]:
    """The new units by the codes of the wards of 30-6-2025."""
    found: dict[str, list[str]] = {}
    for row in units.reference_rows("danang_old_to_new_2025.csv"):
        found.setdefault(row["old_code"], []).append(row["new_code"])
    return found


@cache
def _merged_into() -> dict[str, list[str]]:
    """What became of the wards that ended before 30-6-2025, by their codes."""
    rows = [r for r in units.reference_rows("danang_units.csv") if r["level"] == "commune"]
    return {r["code"]: r["successor_codes"].split(";") for r in rows if r["change"] == "merged"}
