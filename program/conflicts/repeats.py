"""Reports that say again what the year before said: last year's file under this year's dates.

A row is said again where the same unit, in another file and a year before (give or take a week), had a row of
the same kind with the same words and the same attendances of every audience; a year written in its title does
not matter. A file in which nearly all rows of a unit are such is told; whether it is right is for a person to say.
"""

import re
from dataclasses import dataclass
from typing import Literal

import numpy as np

from program.conflicts.traits import Traits, together

# Fewer rows may well be alike by chance.
FEWEST = 5
SHARE = 0.8
_YEAR, _GIVE = 365, 8
_WRITTEN_YEAR = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True)
class RepeatDecision:
    """What somebody decided about a unit's file that says again what an earlier one said: it is right."""

    unit: str
    first_submission: int
    second_submission: int
    verdict: Literal["plausible"]
    reason: str


@dataclass(frozen=True, eq=False)
class Repeat:
    """Of a unit's `rows` rows with attendances in the later file (`second`), those at the places `later` say what
    those at the places `earlier` of the file `first` said a year before. Files are numbers of `Traits.file`."""

    first: int
    second: int
    earlier: np.ndarray
    later: np.ndarray
    rows: int


def repeats(of: Traits) -> list[Repeat]:
    """The files that say again what a file of the same unit said a year before, in order of unit and files."""
    told = np.flatnonzero(of.seats > 0)
    if len(told) < 2 * FEWEST:
        return []
    said = (
        of.unit, of.kind, _without_year(of), of.organiser, of.ward, of.school, of.seats, of.end - of.start, *of.parts.T,
    )  # fmt: skip
    same = together(column[told] for column in said)
    earlier, later = _a_year_apart(same.astype(np.int64), of.start[told].astype(np.int64))
    earlier, later = told[earlier], told[later]
    other_file = of.file[earlier] != of.file[later]
    earlier, later = earlier[other_file], later[other_file]
    rows = together((of.unit, of.file))
    many = np.bincount(rows[told], minlength=len(of))
    found = []
    group = np.stack([of.unit[later], of.file[later], of.file[earlier]])
    for unit, second, first in np.unique(group, axis=1).T.tolist():
        own = np.flatnonzero((group == [[unit], [second], [first]]).all(axis=0))
        of_unit = int(many[rows[later[own[0]]]])
        again = min(len(np.unique(earlier[own])), len(own))
        if again >= max(FEWEST, SHARE * of_unit):
            found.append(Repeat(first, second, earlier[own], later[own], of_unit))
    return found


def _without_year(of: Traits) -> np.ndarray:
    """The numbers of the titles, equal for titles that differ in their years alone."""
    number: dict[str, int] = {}
    bare = [" ".join(_WRITTEN_YEAR.sub(" ", title).split()) for title in of.titles]
    codes = [number.setdefault(title, len(number)) for title in bare]
    return np.array([*codes, -1], dtype=np.int64)[of.title]


def _a_year_apart(same: np.ndarray, day: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of places with equal numbers of which one begins a year before the other; to each later one the
    earlier one that is nearest to a year away."""
    stretch = int(day.max() - day.min()) + 2 * (_YEAR + _GIVE)
    key = same * stretch + (day - day.min()) + _YEAR + _GIVE
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    after = np.searchsorted(ordered, key - _YEAR)
    nearest = np.clip(np.stack([after - 1, after]), 0, len(key) - 1)
    away = np.abs(key - _YEAR - ordered[nearest])
    best = np.where(away[0] < away[1], nearest[0], nearest[1])
    later = np.flatnonzero(away.min(axis=0) < _GIVE)
    return order[best[later]], later
