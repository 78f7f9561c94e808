"""The city's own figure below those of its units: of which group it is where its row does not say, and whether it is
their sum."""

from datetime import date
from functools import cache
from typing import Any

from data_loaders.tables.findings import Findings
from program import units
from program.contract import IssueCode

_Key = tuple[int, str, int]


class CityBesideUnits:
    """Watches the figures of one table of inhabitants, each by its column, group and year."""

    def __init__(self) -> None:
        self._cities: dict[_Key, tuple[int, int]] = {}
        self._parts: dict[_Key, dict[str, int]] = {}
        self._twice: set[_Key] = set()

    def tell(self, record: dict[str, Any], column: int) -> None:
        """One figure, of the city or of one of its units."""
        key = (column, record["group"], record["year"])
        unit, value = record["unit"], int(record["value"])
        if unit == units.CITY:
            known: object = self._cities.setdefault(key, (value, record["source"]["row"]))[0]
        elif unit in units.HOANG_SA:  # Nobody lives there; what is written for it is 0.
            return
        else:
            known = self._parts.setdefault(key, {}).setdefault(unit, value)
        if known != value:
            self._twice.add(key)

    def warn(self, findings: Findings, in_thousands: set[int]) -> None:
        """Write down each figure of the city that is not the sum of its units, where the table lists all of them: beside
        a few it is none. `in_thousands`: the columns of rounded figures, which may differ by what was rounded."""
        for key, (written, row) in self._cities.items():
            parts, column = self._parts.get(key, {}), key[0]
            if key in self._twice or frozenset(parts) not in _whole_cities(key[2]):
                continue
            total = sum(parts.values())
            slack = 500 * (len(parts) + 1) if column in in_thousands else 0
            if abs(total - written) > slack:
                findings.add(
                    IssueCode.TOTAL_ROW_MISMATCH, row, column, written, total=total, summed="các đơn vị trong bảng",
                    used="hệ thống giữ số ghi cho toàn thành phố và số của từng đơn vị",
                )  # fmt: skip


class GroupsAbove:
    """Watches the groups and years of the units' figures in one table, for a row of the city that leaves them blank."""

    def __init__(self) -> None:
        self._all: set[tuple[str, int]] = set()
        self._last: set[tuple[str, int]] = set()

    def tell(self, record: dict[str, Any]) -> None:
        """One figure of a unit."""
        if record["unit"] != units.CITY:
            self._all.add((record["group"], record["year"]))
            self._last.add((record["group"], record["year"]))

    def close(self) -> None:
        """A row of the city: those below it sum other rows."""
        self._last.clear()

    def of_city(self, *, year_blank: bool, sums_last: bool) -> list[tuple[str, int | None]]:
        """What a row of the city without a group may be of, each with its year where the row leaves that blank too: one
        that all rows above share; or one that those since the city's last row share, if it is their sum (`sums_last`).
        None: nothing stands above it. Several: it sums them and is a figure of none."""
        rows = self._last if sums_last or not self._last else self._all
        return sorted({(group, year if year_blank else None) for group, year in rows})


@cache
def _whole_cities(year: int) -> tuple[frozenset[str], ...]:
    """The units of territory that made up the whole city on the first and on the last day of a year: until 30-6-2025 the
    districts of Đà Nẵng, since then the wards and communes, those of the former Quảng Nam too."""
    return tuple(_units_on(day) for day in (date(year, 1, 1), date(year, 12, 31)))


def _units_on(day: date) -> frozenset[str]:
    return frozenset(
        u.code
        for u in units.all_units()
        if u.level in ("district", "commune")
        and units.reports(u)
        and u.valid_on(day)
        and u.code not in units.HOANG_SA
        and (u.level == "commune" or u.in_old_city)
    )
