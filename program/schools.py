"""The register of schools, and which of them held an activity: the ground of target T1."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
import pandas as pd

from program import units
from program.text import clean, fold, key
from program.vocabulary import Level

# T1 names primary, lower and upper secondary schools and facilities that protect or raise children;
# preschools and centres of continuing education are not in it (QĐ 830/QĐ-TTg).
ELIGIBLE = tuple(level for level in Level if level not in (Level.PRESCHOOL, Level.CONTINUING))

# "Định kỳ" is not defined by the decision. The city's setting: at least once in twelve months.
PERIODIC = timedelta(days=365)

_EPOCH = date(1970, 1, 1).toordinal()
_WORDS = {
    "thpt": "trung học phổ thông",
    "thcs": "trung học cơ sở",
    "th": "tiểu học",
    "mn": "mầm non",
    "gdtx": "giáo dục thường xuyên",
}


def school_key(name: str) -> str:
    """A key under which "Trường TH Lê Lợi" and "TIỂU HỌC LÊ LỢI" are equal; accents count."""
    words = re.split(r"[\s\-–,.]+", key(clean(name)))
    spelled = " ".join(_WORDS.get(word, word) for word in words if word)
    return spelled.removeprefix("trường ")


@dataclass(frozen=True, eq=False)
class Register:
    """The schools of the register and the days on which each held an activity.

    `schools` has the columns `name`, `level`, `unit`, `ward`, `valid_from`, `valid_to`; row i of
    `visits` holds running counts of days with an activity, day by day from `first` (days since
    1970). `unknown` are the names in activities that the register does not have.
    """

    schools: pd.DataFrame
    first: int
    visits: np.ndarray
    unknown: tuple[str, ...]

    @cached_property
    def levels(self) -> np.ndarray:
        """The level of each row, as text."""
        return self.schools["level"].astype(str).to_numpy()

    @cached_property
    def _units(self) -> np.ndarray:
        return self.schools["unit"].astype(str).to_numpy()

    @cached_property
    def _counted(self) -> np.ndarray:
        return np.isin(self.levels, [str(level) for level in ELIGIBLE])

    @cached_property
    def _open(self) -> tuple[np.ndarray, np.ndarray]:
        """First and last day of each row; a missing one lies before or after everything."""
        days = [self.schools[name].to_numpy().astype("datetime64[D]") for name in ("valid_from", "valid_to")]
        first, last = days
        return (
            np.where(np.isnat(first), np.datetime64("0001-01-01"), first),
            np.where(np.isnat(last), np.datetime64("9999-12-31"), last),
        )

    def eligible(self, day: date, unit: str | None = None) -> np.ndarray:
        """Which rows are institutions of T1 that operate on the day (of one unit, or all)."""
        moment = np.datetime64(day)
        first, last = self._open
        mask = self._counted & (first <= moment) & (moment <= last)
        return mask if unit is None else mask & (self._units == unit)

    def reached(self, start: date, end: date) -> np.ndarray:
        """Which rows held at least one activity from start to end, both included."""
        last = self.visits.shape[1] - 1
        low = min(max(start.toordinal() - _EPOCH - self.first, 0), last)
        high = min(max(end.toordinal() + 1 - _EPOCH - self.first, 0), last)
        return self.visits[:, high] > self.visits[:, low]


def build_register(schools: pd.DataFrame, activities: pd.DataFrame, start: date, end: date) -> Register:
    """Match the schools named in activities to the register, by name and, where a name occurs twice,
    by unit. `schools` as in the data contract; `activities` needs `school`, `unit`, `counted_on`, `count`."""
    rows = schools.reset_index(drop=True)
    first = start.toordinal() - _EPOCH
    length = end.toordinal() - start.toordinal() + 1
    held = np.zeros((len(rows), length + 1), dtype=np.int32)
    named = activities.loc[
        activities["school"].notna() & (activities["count"] != 0), ["school", "unit", "counted_on"]
    ]
    named = named.astype({"school": "category", "unit": "category"})
    school, unit = named["school"].cat, named["unit"].cat
    find = _finder(rows)
    width = max(len(unit.categories), 1)
    pair = school.codes.to_numpy().astype(np.int64) * width + unit.codes.to_numpy()
    distinct, place = np.unique(pair, return_inverse=True)
    found = np.array(
        [find(str(school.categories[p // width]), str(unit.categories[p % width])) for p in distinct],
        dtype=np.int64,
    )
    unknown = {str(school.categories[p // width]) for p, row in zip(distinct, found, strict=True) if row < 0}
    if len(named):
        row = found[place]
        day = named["counted_on"].to_numpy().astype("datetime64[D]").astype(np.int64) - first
        inside = (row >= 0) & (day >= 0) & (day < length)
        held[row[inside], day[inside] + 1] = 1
    visits = np.cumsum(held, axis=1, dtype=np.int32)
    visits.setflags(write=False)
    return Register(rows, first, visits, tuple(sorted(unknown)))


def _finder(rows: pd.DataFrame) -> Callable[[str, str], int]:
    by_key: dict[str, list[int]] = {}
    by_fold: dict[str, list[int]] = {}
    for i, name in enumerate(rows["name"]):
        by_key.setdefault(school_key(name), []).append(i)
        by_fold.setdefault(fold(school_key(name)), []).append(i)
    unit_of = [str(u) for u in rows["unit"]]

    def find(name: str, unit: str) -> int:
        wanted = school_key(name)
        same = by_key.get(wanted) or by_fold.get(fold(wanted), [])
        if len(same) <= 1:
            return same[0] if same else -1
        near = {unit, *units.successors(unit)} | {d for d in set(unit_of) if unit in units.successors(d)}
        close = [i for i in same if unit_of[i] in near]
        return close[0] if len(close) == 1 else -1

    return find
