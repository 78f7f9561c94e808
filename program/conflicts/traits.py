"""What records are compared by, as columns of numbers: equal numbers are equal words in any writing."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from program.schools.names import school_key
from program.text import fold
from program.vocabulary import Audience

_WORDS = ("title", "organiser", "ward", "school")
_PARTS = tuple(f"att_{audience}" for audience in Audience)
# What traits are read from. `seats` is its total, or the sum of its parts; `file` is anything that is
# equal for records of one file and for no others.
FIELDS = ("file", "unit", "kind", "start_date", "end_date", *_WORDS, "seats", *_PARTS)

_INT64 = 2**63
# "Lớp tập huấn về …", where words enough to know it by follow.
_OF_KIND = re.compile(
    r"^(?:(?:to chuc|lop|buoi|khoa|dot|hoi nghi) )*(?:tap huan|boi duong|truyen thong|tuyen truyen|noi chuyen|toa dam)"
    r"(?: (?:ve|chuyen de))* (?=(?:\S+ ){2}\S)"
)
_SPELLED = {"p": "phuong", "x": "xa", "q": "quan", "h": "huyen", "lhpn": "lien hiep phu nu"}


class Numbered(dict[Any, int]):
    """Gives every value met a number, in the order of meeting; a missing value is -1."""

    def __missing__(self, value: Any) -> int:
        number = self[value] = -1 if value is None else len(self) - (None in self)
        return number


@dataclass(frozen=True, eq=False)
class Traits:
    """Columns of numbers, one place a record. Equal numbers are equal words in any writing; -1 is not
    given. `said` stands for all words of a record as they are written, `parts` are its attendances by
    audience, `audiences` bits; `titles` are the folded words of each number of `title`."""

    file: np.ndarray
    unit: np.ndarray
    kind: np.ndarray
    start: np.ndarray
    end: np.ndarray
    title: np.ndarray
    organiser: np.ndarray
    ward: np.ndarray
    school: np.ndarray
    seats: np.ndarray
    said: np.ndarray
    parts: np.ndarray
    audiences: np.ndarray
    titles: Sequence[str]

    def __len__(self) -> int:
        return len(self.kind)


class TraitsOf:
    """Numbers for records that come portion by portion."""

    def __init__(self) -> None:
        self._codes = {name: Numbered() for name in ("file", "unit", "kind", *_WORDS)}
        self._found: dict[str, list[np.ndarray]] = {n: [] for n in (*self._codes, "start", "end", "seats")}
        self._parts: list[np.ndarray] = []

    def add(self, columns: Mapping[str, Sequence[Any]]) -> None:
        """More records, as columns with the names of FIELDS."""
        size = len(columns["kind"])
        for name, numbers in self._codes.items():
            found = map(numbers.__getitem__, columns[name])
            self._found[name].append(np.fromiter(found, np.int32, size))
        for name in ("start", "end"):
            days = map(date.toordinal, columns[f"{name}_date"])
            self._found[name].append(np.fromiter(days, np.int32, size))
        self._found["seats"].append(np.array(columns["seats"], dtype=np.int64))
        parts = [[seats or 0 for seats in columns[name]] for name in _PARTS]
        self._parts.append(np.array(parts, dtype=np.int32).T)

    def values(self, name: str) -> list[Any]:
        """What the numbers of `file` or `unit` stand for, in their order."""
        return [value for value in self._codes[name] if value is not None]

    def all(self) -> Traits:
        """The traits of all records so far, in their order."""
        nothing = [np.zeros(0, np.int32)]
        whole = {name: np.concatenate(parts or nothing) for name, parts in self._found.items()}
        whole["said"] = together([whole[name] for name in _WORDS])
        words: dict[str, Callable[[str], str]] = {
            "title": _title,
            "organiser": _office,
            "ward": _office,
            "school": _school,
        }
        spelled = {name: self._same_words(whole, name, word) for name, word in words.items()}
        parts = np.concatenate([np.zeros((0, len(_PARTS)), np.int32), *self._parts])
        audiences = np.zeros(len(parts), np.uint8)
        for bit, seats in enumerate(parts.T):
            audiences |= (seats > 0).astype(np.uint8) << bit
        return Traits(**whole, parts=parts, audiences=audiences, titles=spelled["title"])

    def _same_words(self, whole: dict[str, np.ndarray], name: str, word: Callable[[str], str]) -> list[str]:
        """Numbers words anew, so that different writings of one word have one number."""
        spelled = [None if text is None else word(text) for text in self._codes[name]]
        # In order, so that words that begin alike lie side by side.
        distinct = sorted({text for text in spelled if text is not None})
        number = {text: place for place, text in enumerate(distinct)}
        places = [number[text] for text in spelled if text is not None]
        whole[name] = np.array([*places, -1], dtype=np.int32)[whole[name]]
        return distinct


def together(columns: Iterable[np.ndarray]) -> np.ndarray:
    """A number for each row, equal for rows that are equal in every column of numbers from -1 on. Column by
    column: all of them side by side would take as much memory again as the records."""
    whole, reach = np.zeros(1, dtype=np.int64), 1
    for numbers in columns:
        wide = int(numbers.max(initial=-1)) + 2
        if reach * wide >= _INT64:
            whole = np.unique(whole, return_inverse=True)[1].ravel()
            reach = len(whole)
        whole = whole * wide
        whole = whole + numbers
        whole += 1
        reach *= wide
    return np.unique(whole, return_inverse=True)[1].ravel().astype(np.int32)


def _title(text: str) -> str:
    """The words of a title without those of its kind in front, which all that are compared share."""
    return _OF_KIND.sub("", fold(text))


def _school(name: str) -> str:
    return fold(school_key(name))


def _office(name: str) -> str:
    return " ".join(_SPELLED.get(word, word) for word in fold(name).split())
