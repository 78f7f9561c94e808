"""Old wards and communes of the districts: which were reached, by the words of the activities, and which new
unit their territory went into on 1-7-2025."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
import pandas as pd

from program import units
from program.grouping import grouped
from program.named import by_words
from program.schools.names import several
from program.text import collation_key, fold, key
from program.units import BREAK, DISTRICTS_END

_EPOCH = date(1970, 1, 1).toordinal()
_TYPE = re.compile(r"^(?:(?:phường|xã|thị trấn)\s+|(?:p|x|tt)(?:\.\s*|\s+))(?=\S)", re.IGNORECASE)
_FIRST, _LAST = date(1900, 1, 1), date(9999, 12, 31)


@dataclass(frozen=True)
class Ward:
    """A ward or commune of a district while its name and borders held (days inclusive). `former` are the
    names whose whole territory is in it; `new` the unit it went into whole, None where it was split."""

    code: str
    name: str
    district: str
    first: date
    last: date
    former: tuple[str, ...]
    new: str | None


@dataclass(frozen=True)
class WardReach:
    """A ward on a day: how many activities named it within a span, and the last of them."""

    ward: Ward
    activities: int
    last: date | None


@dataclass(frozen=True)
class WardWords:
    """Words that name no ward of the district on the day, and how many activities have them."""

    words: str
    activities: int


@dataclass(frozen=True, eq=False)
class WardVisits:
    """Days of activities (since 1970, in order) by district and ward (the key of its name without type),
    by district and words that name none of its wards, and by department or organisation and the words it used."""

    days: Mapping[tuple[str, str], np.ndarray]
    unknown: Mapping[tuple[str, str], np.ndarray]
    named: Mapping[tuple[str, str], np.ndarray]

    def reached(self, district: str, start: date, end: date) -> tuple[WardReach, ...]:
        """The wards of a district on the last day (at most 30-6-2025), those not reached first."""
        end, found = min(end, DISTRICTS_END), []
        for ward in wards_of(district, end):
            days = [
                self.days.get((district, plain(name)), np.array([], int))
                for name in (ward.name, *ward.former)
            ]
            inside = _within(np.sort(np.concatenate(days)), start, end)
            last = date.fromordinal(int(inside[-1]) + _EPOCH) if len(inside) else None
            found.append(WardReach(ward, len(inside), last))
        return tuple(sorted(found, key=lambda r: (r.activities > 0, collation_key(r.ward.name))))

    def misnamed(self, district: str, start: date, end: date) -> tuple[WardWords, ...]:
        """What activities of a district call a ward and is none of its wards on the last day."""
        end = min(end, DISTRICTS_END)
        taken = {plain(n) for w in wards_of(district, end) for n in (w.name, *w.former)}
        rows = [(words, days) for (code, words), days in self.unknown.items() if code == district]
        rows += [(n, days) for (code, n), days in self.days.items() if code == district and n not in taken]
        counted = [WardWords(words, len(_within(days, start, end))) for words, days in rows]
        return tuple(sorted((w for w in counted if w.activities), key=lambda w: (-w.activities, w.words)))

    def named_by(self, body: str, start: date, end: date) -> tuple[WardWords, ...]:
        """Where a department or an organisation was, in its own words (a name once, however its type is written),
        most often first."""
        places: dict[str, list[WardWords]] = {}
        for (code, words), days in self.named.items():
            if code == body and (held := len(_within(days, start, end))):
                places.setdefault(plain(words), []).append(WardWords(words, held))
        found = [
            WardWords(max(said, key=lambda w: len(w.words)).words, sum(w.activities for w in said))
            for said in places.values()
        ]
        return tuple(sorted(found, key=lambda w: (-w.activities, collation_key(w.words))))


def _within(days: np.ndarray, start: date, end: date) -> np.ndarray:
    low = np.searchsorted(days, start.toordinal() - _EPOCH)
    return days[low : np.searchsorted(days, end.toordinal() - _EPOCH, side="right")]


def plain(name: str) -> str:
    """The key of a ward's name without its type: "P. Hoà Minh" and "Phường Hòa Minh" are equal."""
    return key(_TYPE.sub("", name.strip()))


@cache
def _all_wards() -> tuple[Ward, ...]:
    rows = [
        r for r in units.reference_rows("danang_units.csv")
        if r["level"] == "commune" and (units.iso_day(r["valid_from"]) or _FIRST) < BREAK
    ]  # fmt: skip
    found = []
    for r in rows:
        first = units.iso_day(r["valid_from"]) or _FIRST
        former = [
            p["name"] for p in rows
            if (units.iso_day(p["valid_to"]) or _LAST) < first
            and p["name"] != r["name"]
            and (p["code"] == r["code"] or p["successor_codes"] == r["code"])
        ]  # fmt: skip
        last = units.iso_day(r["valid_to"]) or _LAST
        after = r["successor_codes"].split(";")
        new = after[0] if last >= DISTRICTS_END and len(after) == 1 else None
        found.append(Ward(r["code"], r["name"], r["parent_code"], first, last, tuple(former), new))
    return tuple(found)


@cache
def wards_of(district: str, day: date) -> tuple[Ward, ...]:
    """The wards and communes of a district on a day; after its end those of its last day."""
    day = min(day, DISTRICTS_END)
    return tuple(w for w in _all_wards() if w.district == district and w.first <= day <= w.last)


@cache
def new_unit(district: str, words: str) -> str | None:
    """The new unit that a ward of a district went into on 1-7-2025; None where it was split, or the words
    name none of its wards."""
    for ward in wards_of(district, DISTRICTS_END):
        if plain(words) in {plain(n) for n in (ward.name, *ward.former)}:
            return ward.new
    return None


@dataclass(frozen=True)
class Origin:
    """An old ward or commune in the territory of a new unit; `whole` is false where only a part of it is."""

    name: str
    district: str
    whole: bool


@cache
def origins(code: str) -> tuple[tuple[str, tuple[Origin, ...]], ...]:
    """What the territory of a new unit was on 30-6-2025: district → its old wards and communes by name."""
    found = [
        Origin(r["name"], r["parent_code"], len(after) == 1)
        for r in units.reference_rows("danang_units.csv")
        if r["level"] == "commune"
        and units.iso_day(r["valid_to"]) == DISTRICTS_END
        and code in (after := r["successor_codes"].split(";"))
    ]
    return grouped(sorted(found, key=lambda o: (o.district, collation_key(o.name))), lambda o: o.district)


@cache
def home(code: str) -> str | None:
    """The district that a new unit is shown under: the one that most of its old wards and communes came from,
    of equally many the one that gave more of them whole, then the lower code. None of a unit that has none
    (Hoàng Sa stands for itself)."""
    found = [(len(own), sum(o.whole for o in own), district) for district, own in origins(code)]
    return max(found, key=lambda one: (*one[:2], -int(one[2])))[2] if found else None


@cache
def _by_name() -> dict[str, dict[str, str]]:
    """Key of a ward's name, and its fold → district → the key."""
    found: dict[str, dict[str, str]] = {}
    for ward in _all_wards():
        own = plain(ward.name)
        found.setdefault(own, {})[ward.district] = own
    for own, districts in list(found.items()):
        folded = found.setdefault(fold(own), {})
        for district in districts:
            folded.setdefault(district, own)
    return found


def build_wards(activities: pd.DataFrame) -> WardVisits:
    """Match the wards named in activities before 1-7-2025 to those of the districts: of the unit that
    reports where that is a district, else of the only district that has the name."""
    districts = {u.code for u in units.all_units() if u.level == "district" and u.in_old_city}
    days: dict[tuple[str, str], list[np.ndarray]] = {}
    unknown: dict[tuple[str, str], list[np.ndarray]] = {}
    bodies: dict[tuple[str, str], list[np.ndarray]] = {}
    for words, unit, held in by_words(activities, "ward"):
        if (found := units.unit(unit)) and found.level not in ("district", "commune"):
            for part in several(words) or [words]:
                bodies.setdefault((unit, part), []).append(held)
        before = held[held < BREAK.toordinal() - _EPOCH]
        if not len(before):
            continue
        for part in several(words) or [words]:
            named = _by_name().get(plain(part)) or _by_name().get(fold(plain(part))) or {}
            if unit in districts and unit in named:
                days.setdefault((unit, named[unit]), []).append(before)
            elif unit in districts:
                unknown.setdefault((unit, part), []).append(before)
            elif len(named) == 1:
                days.setdefault(next(iter(named.items())), []).append(before)
    return WardVisits(_together(days), _together(unknown), _together(bodies))


def _together(found: dict[tuple[str, str], list[np.ndarray]]) -> dict[tuple[str, str], np.ndarray]:
    return {place: np.sort(np.concatenate(parts)) for place, parts in found.items()}
