"""Units of territory and organisations with their dates: who could report what, and when.

The tables are those of `reference/`; `reference/SOURCES.md` has their sources and licences.
Codes of the statistics office are reused over time, so a unit is (code, date), never the code alone.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from program.text import collation_key, lower_first

REFERENCE = Path(__file__).resolve().parent.parent / "reference"

CITY = "48"
# Two-tier government from this day: districts ended, 94 wards, communes and a special zone began
# (Nghị quyết 1659/NQ-UBTVQH15). Series of the two tiers are never joined.
BREAK = date(2025, 7, 1)
DISTRICTS_END = date(2025, 6, 30)
# No resident population in the statistics; whether it files reports is unknown ("không áp dụng").
HOANG_SA = frozenset({"498", "20333"})


@dataclass(frozen=True)
class Unit:
    """One unit while its name and level held.

    `level` is `city`, `district`, `commune`, `department` or `mass_organisation`; `parent` the
    district (to 30-6-2025) or the city; dates are inclusive, None means open. `in_old_city` says
    that the territory lies within Đà Nẵng as it was before the merger with Quảng Nam.
    """

    code: str
    name: str
    short_name: str
    level: str
    parent: str
    valid_from: date | None
    valid_to: date | None
    in_old_city: bool

    @property
    def is_body(self) -> bool:
        """Whether it is a department or mass organisation: no territory and no schools of its own."""
        return self.level in ("department", "mass_organisation")

    def valid_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )

    def valid_within(self, start: date, end: date) -> bool:
        """Whether it existed on at least one day of the span."""
        return (self.valid_from is None or self.valid_from <= end) and (
            self.valid_to is None or start <= self.valid_to
        )


def iso_day(text: str) -> date | None:
    """A day of the reference tables; None for an empty cell."""
    return date.fromisoformat(text) if text else None


def reference_rows(name: str) -> list[dict[str, str]]:
    """The rows of a table in `reference/`."""
    with (REFERENCE / name).open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


@cache
def all_units() -> tuple[Unit, ...]:
    """Every row of the reference tables: city, districts, communes (also those of former Quảng Nam),
    departments and mass organisations. A code can occur more than once, with different dates."""
    old_districts = {r["district_code"] for r in reference_rows("danang_wards_2021.csv")}
    new_communes = {
        r["code"] for r in reference_rows("danang_communes_2025.csv") if r["former_province_code"] == CITY
    }
    units = []
    for r in reference_rows("danang_units.csv"):
        level, start = r["level"], iso_day(r["valid_from"])
        if level == "province":
            if r["code"] != CITY:
                continue
            level = "city"
        new = start is not None and start >= BREAK
        old_city = (
            level == "city"
            or (level == "district" and r["parent_code"] == CITY)
            or (level == "commune" and not new and r["parent_code"] in old_districts)
            or (level == "commune" and new and r["code"] in new_communes)
        )
        prefix = len(r["type"]) + 1
        short = r["name"][prefix:] if r["name"].startswith(r["type"]) and level != "city" else r["name"]
        if level == "city":
            short = "Đà Nẵng"
        units.append(
            Unit(
                r["code"], r["name"], short, level, r["parent_code"], start, iso_day(r["valid_to"]), old_city
            )
        )
    for r in reference_rows("organisations.csv"):
        units.append(
            Unit(
                r["code"],
                r["name"],
                r["short_name"],
                r["kind"],
                CITY,
                iso_day(r["valid_from"]),
                iso_day(r["valid_to"]),
                True,
            )
        )
    return tuple(units)


@cache
def _by_code() -> dict[str, list[Unit]]:
    found: dict[str, list[Unit]] = {}
    for one in all_units():
        found.setdefault(one.code, []).append(one)
    return found


@lru_cache(maxsize=4096)  # words of any file are asked for
def unit(code: str, on: date | None = None) -> Unit | None:
    """The unit of a code: the row valid on a day, else the latest row; None for an unknown code.

    A reporting unit (district, new commune, organisation) is preferred over an old ward when a
    code was reused.
    """
    found = _by_code().get(code, [])
    if on is not None:
        valid = [u for u in found if u.valid_on(on)]
        found = valid or found
    return max(found, key=lambda u: (reports(u), u.valid_from or date.min), default=None)


def reports(u: Unit) -> bool:
    """Whether such a unit sends files: districts to 30-6-2025, communes after it, organisations always."""
    if u.level == "commune":
        return u.valid_from is not None and u.valid_from >= BREAK
    return u.level == "district" or u.is_body


@lru_cache(maxsize=1024)
def in_city(code: str) -> bool:
    """Whether the city's figures hold a unit's: not those of the former Quảng Nam. One that is not known is taken for
    one of the city."""
    found = unit(code)
    return found is None or found.in_old_city


def label(code: str, with_type: bool = False) -> str:
    """The name of a unit for people: short ("Hải Châu"), or with its type ("Quận Hải Châu")."""
    found = unit(code)
    if found is None:
        return code
    return found.name if with_type or found.is_body else found.short_name


def inside(code: str) -> str:
    """A unit's name as it stands inside a sentence: "quận Hải Châu", but "Sở Y tế"."""
    found, name = unit(code), label(code, with_type=True)
    return lower_first(name) if found and found.level in ("district", "commune") else name


@cache
def first_day(code: str) -> date | None:
    """The first day on which a reporting unit stood, whatever changed of it since (its borders, its name);
    None where it always did, or is not known. An old ward of the same code does not count."""
    starts = [u.valid_from for u in all_units() if u.code == code and reports(u)]
    return None if not starts or None in starts else min(day for day in starts if day)


def stood(code: str, start: date, end: date) -> bool:
    """Whether a reporting unit stood on at least one day of a span, in whatever borders; one that is not known did."""
    own = [u for u in _by_code().get(code, ()) if reports(u)]
    return not own or any(u.valid_within(start, end) for u in own)


def held_until(code: str, day: date) -> date:
    """The last day by whose plan a unit is judged in days that end on `day`: a district's own last day where that
    comes first, whatever its target was set for; the rest of such a target is not its own to reach."""
    found = unit(code)
    ended = found.valid_to if found and found.level == "district" else None
    return min(day, ended) if ended else day


@cache
def reporting_units(day: date) -> tuple[Unit, ...]:
    """The units of territory expected to report for a span that ends on this day: the populated
    districts of the city to 30-6-2025, after it the populated new wards and communes of the old
    territory. Departments and mass organisations report too, but no list of who must was found, so
    they are not in the denominator of completeness."""
    found = [
        u
        for u in all_units()
        if u.in_old_city
        and u.code not in HOANG_SA
        and reports(u)
        and u.level in ("district", "commune")
        and u.valid_on(day)
    ]
    return tuple(sorted(found, key=lambda u: collation_key(u.short_name)))


def ever_reporting(day: date) -> list[str]:
    """Every unit that reports on a day or did before: first the territory of the day, then districts, then
    organisations."""
    every = {u.code: u for u in all_units() if reports(u)}
    now = [u.code for u in reporting_units(day)]
    rest = (code for code in every if code not in now)
    return [*now, *sorted(rest, key=lambda code: (every[code].level != "district", label(code)))]


@cache
def successors(district: str) -> tuple[str, ...]:
    """Codes of the new units that a district's territory went into on 1-7-2025."""
    for r in reference_rows("danang_district_to_new_2025.csv"):
        if r["district_code"] == district:
            return tuple(code.strip() for code in r["new_codes"].split(";"))
    return ()
