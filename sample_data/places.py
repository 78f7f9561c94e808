"""Wards by date, and the invented register of schools with the ward that each stands in."""

import csv
import random
from dataclasses import dataclass
from datetime import date
from functools import cache

from program import units
from program.vocabulary import Level
from sample_data.story import DISTRICTS

# How many schools the demo gives each district. Only the sums are known: 99 tiểu học, 60 THCS, 34 THPT
# in the former city by mid-2025 (press); by district nothing was found.
_SCHOOLS = {
    Level.PRIMARY: dict(zip(DISTRICTS, (18, 15, 14, 9, 14, 12, 17), strict=True)),
    Level.LOWER_SECONDARY: dict(zip(DISTRICTS, (10, 9, 8, 5, 8, 7, 13), strict=True)),
    Level.UPPER_SECONDARY: dict(zip(DISTRICTS, (9, 6, 5, 4, 4, 2, 4), strict=True)),
    Level.PRESCHOOL: dict.fromkeys(DISTRICTS, 1),
    Level.CONTINUING: {"492": 1, "491": 1, "493": 1},
}
_NAMES = {
    Level.PRIMARY: "Trường Tiểu học Minh họa",
    Level.LOWER_SECONDARY: "Trường THCS Minh họa",
    Level.UPPER_SECONDARY: "Trường THPT Minh họa",
    Level.PRESCHOOL: "Trường Mầm non Minh họa",
    Level.CONTINUING: "Trung tâm GDTX Minh họa",
}


@dataclass(frozen=True)
class School:
    """An institution of the invented register. `ward` is the code of the ward it stood in in 2021."""

    name: str
    level: Level
    district: str
    ward: str
    valid_from: date


def _rows(name: str) -> list[dict[str, str]]:
    with (units.REFERENCE / name).open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


@cache
def _wards() -> tuple[units.Unit, ...]:
    return tuple(u for u in units.all_units() if u.level == "commune" and u.parent in DISTRICTS)


@cache
def wards(district: str, day: date) -> tuple[units.Unit, ...]:
    """Wards and communes of a district on a day, by code."""
    found = [u for u in _wards() if u.parent == district and u.valid_on(day)]
    return tuple(sorted(found, key=lambda u: u.code))


@cache
def _first_successor() -> dict[str, str]:
    return {
        r["code"]: r["successor_codes"].split(";")[0]
        for r in _rows("danang_units.csv")
        if r["parent_code"] in DISTRICTS and r["valid_to"] == "2024-12-31"
    }


@cache
def _commune_of() -> dict[str, str]:
    return {r["old_code"]: r["new_code"] for r in _rows("danang_old_to_new_2025.csv")}


@cache
def ward_on(ward: str, day: date) -> units.Unit:
    """The ward that the place of a 2021 ward belongs to on a day."""
    code = ward
    if day >= date(2025, 1, 1):
        code = _first_successor().get(code, code)
    if day >= units.BREAK:
        code = _commune_of()[code]
        return next(u for u in units.all_units() if u.code == code and units.reports(u) and u.valid_on(day))
    return next(u for u in _wards() if u.code == code and u.valid_on(day))


@cache
def schools() -> tuple[School, ...]:
    """The invented register: 193 schools that T1 counts, and a few that it does not."""
    chance = random.Random("830-schools")
    found = []
    for level, by_district in _SCHOOLS.items():
        for district, number in by_district.items():
            places = wards(district, date(2021, 6, 1))
            for i in range(number):
                start = date(2020, 9, 1)
                if chance.random() < 0.05:
                    start = date(chance.choice((2022, 2023)), 9, 5)
                name = f"{_NAMES[level]} {units.label(district)} {i + 1:02d}"
                found.append(School(name, level, district, places[(i * 5 + 1) % len(places)].code, start))
    return tuple(found)


@cache
def schools_of(unit: str | None, day: date) -> tuple[School, ...]:
    """Schools that T1 counts and that stand in a unit's territory on a day (None: in the whole city)."""
    eligible = [
        s for s in schools() if s.level not in (Level.PRESCHOOL, Level.CONTINUING) and s.valid_from <= day
    ]
    if unit is None:
        return tuple(eligible)
    if day >= units.BREAK:
        return tuple(s for s in eligible if ward_on(s.ward, day).code == unit)
    return tuple(s for s in eligible if s.district == unit)
