"""Names of schools as people write them: a key to compare them by, and which row of the register is meant."""

import re
from collections.abc import Callable
from functools import lru_cache

import pandas as pd

from program import units
from program.text import clean, fold, key

_WORDS = {
    "thpt": "trung học phổ thông",
    "thcs": "trung học cơ sở",
    "th": "tiểu học",
    "mn": "mầm non",
    "gdtx": "giáo dục thường xuyên",
}


# More than a city's register has: a screen that looks for like names compares with all of them.
_NAMES_KEPT = 4096
# What stands between the names where one activity was held for several schools, and of how many parts divided by it
# one name may consist.
_IN_ONE_NAME = 4
_BETWEEN = re.compile(r"\s*[;\n+&/]\s*|\s*,\s*|\s+(?:và|cùng)\s+", re.IGNORECASE)


@lru_cache(maxsize=_NAMES_KEPT)
def school_key(name: str) -> str:
    """A key under which "Trường TH Lê Lợi", "Tr. TH Lê Lợi" and "TIỂU HỌC LÊ LỢI" are equal; accents count."""
    words = re.split(r"[\s\-–,.]+", key(clean(name)))
    spelled = " ".join(_WORDS.get(word, word) for word in words if word)
    return spelled.removeprefix("trường ").removeprefix("tr ")


def several(name: str) -> list[str]:
    """The names in a cell that holds several; one in a list where it holds one."""
    return [part for part in _BETWEEN.split(name.strip()) if len(part) > 2]


def among(name: str, row_of: Callable[[str], int]) -> list[tuple[str, int]]:
    """The names in a cell that holds several, each with its row as `row_of` gives it (-1: none has it). What stands
    between names may stand in a school's own ("TH, THCS và THPT Bình Minh"): of what the register has the longest
    counts."""
    parts = _spans(name)
    found, at = [], 0
    while at < len(parts):
        longest = min(at + _IN_ONE_NAME, len(parts))
        runs = [(name[parts[at][0] : parts[last][1]], last) for last in reversed(range(at, longest))]
        known = next(((words, row, last) for words, last in runs if (row := row_of(words)) >= 0), None)
        words, row, at = known or (*runs[-1][:1], -1, at)
        at += 1
        if row >= 0 or len(words) > 2:
            found.append((words, row))
    return found


def _spans(name: str) -> list[tuple[int, int]]:
    """Where the parts of a cell begin and end."""
    between = [m.span() for m in _BETWEEN.finditer(name)]
    starts, ends = [0, *(end for _, end in between)], [*(start for start, _ in between), len(name)]
    return [span for span in zip(starts, ends, strict=True) if span[0] < span[1]]


def finder(rows: pd.DataFrame) -> Callable[[str, str], int]:
    """A function that gives the row of the register (`name`, `unit`) for a name in an activity of a unit; -1
    where none has it, or several have and the unit does not tell them apart."""
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
