"""Which records look like one activity told twice: a search over columns, quick on a million records.

Records can only be one activity where they are of one kind, share a day, and share the school, the
organiser or the number of attendances. Sorting by these brings them side by side; only what is then
left is compared word by word.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from program.conflicts.traits import Traits

_SIMILAR, _EQUAL = 90, 100
# Of a longer span only the first days are looked at: a campaign's days say little about one activity.
LONGEST = 7
# In a larger crowd (equal kind, day and school, say) a record is compared with those of the nearest titles.
_NEIGHBOURS = 40
# So many pairs are compared word by word at a time.
_AT_ONCE = 25_000
_NUMBERS = frozenset(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"])


@dataclass(frozen=True, eq=False)
class Pairs:
    """Places of two records each, and what they share; `alike` is the likeness of the titles, 0 to 100, or
    -1 where their numbers differ ("đợt 1", "đợt 2")."""

    first: np.ndarray
    second: np.ndarray
    same_days: np.ndarray
    same_school: np.ndarray
    same_organiser: np.ndarray
    same_ward: np.ndarray
    same_seats: np.ndarray
    alike: np.ndarray

    @property
    def same_title(self) -> np.ndarray:
        return self.alike == _EQUAL

    @property
    def similar_title(self) -> np.ndarray:
        return (self.alike >= _SIMILAR) & (self.alike < _EQUAL)

    def taken(self, mask: np.ndarray) -> "Pairs":
        """Only some of the pairs."""
        return Pairs(**{name: values[mask] for name, values in vars(self).items()})


def pairs(of: Traits, new: np.ndarray) -> Pairs:
    """The pairs that look like one activity, of which at least one record is `new` (true or false for
    each place). Exact repeats within one file are none: the check has told them already."""
    first, second = _candidates(of, new)
    titles, found = _Titles(of.titles), []
    # Many look alike at first and few in the end: a portion at a time takes little memory.
    for start in range(0, len(first) or 1, _AT_ONCE):
        portion = slice(start, start + _AT_ONCE)
        some = _shared(of, titles, first[portion], second[portion])
        found.append(some.taken(_near(of, some)))
    return Pairs(*(np.concatenate([getattr(some, name) for some in found]) for name in vars(found[0])))


def _candidates(of: Traits, new: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of one kind with a day in common and an equal school, organiser or number of attendances."""
    length = np.clip(of.end - of.start, 0, LONGEST - 1) + 1
    place = np.repeat(np.arange(len(of), dtype=np.int32), length)
    day = of.start[place] + np.arange(len(place), dtype=np.int32)
    day -= np.repeat((np.cumsum(length) - length).astype(np.int32), length)
    found = [np.zeros(0, dtype=np.int64)]
    for values in (of.school, of.organiser, np.where(of.seats > 0, of.seats, -1)):
        met = values[place] >= 0
        who, when = place[met], day[met]
        crowd = (when.astype(np.int64) * 8 + of.kind[who]) * (int(values.max(initial=0)) + 1) + values[who]
        order = np.lexsort((of.title[who], crowd))
        who, crowd = who[order], crowd[order]
        for step in range(1, _NEIGHBOURS + 1):
            near = np.flatnonzero(crowd[step:] == crowd[:-step])
            if not len(near):
                break
            one, other = who[near].astype(np.int64), who[near + step].astype(np.int64)
            told = new[one] | new[other]
            one, other = one[told], other[told]
            found.append(np.minimum(one, other) << 32 | np.maximum(one, other))
    met_pairs = np.concatenate(found)
    del found
    met_pairs.sort()
    once = met_pairs[np.concatenate([[True], met_pairs[1:] != met_pairs[:-1]])[: len(met_pairs)]]
    return (once >> 32).astype(np.int32), (once & 0xFFFFFFFF).astype(np.int32)


def _shared(of: Traits, titles: "_Titles", first: np.ndarray, second: np.ndarray) -> Pairs:
    def same(values: np.ndarray) -> np.ndarray:
        return (values[first] == values[second]) & (values[first] >= 0)

    return Pairs(
        first,
        second,
        same_days=same(of.start) & same(of.end),
        same_school=same(of.school),
        same_organiser=same(of.organiser),
        same_ward=same(of.ward),
        same_seats=same(of.seats) & (of.seats[first] > 0),
        alike=_alike(of, titles, first, second),
    )


class _Titles:
    """The titles by their numbers, and which of them have the same numerals ("đợt 1")."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        said = [_numbers(title) for title in words]
        number = {numbers: place for place, numbers in enumerate(dict.fromkeys(said))}
        self._numbers = list(number)
        self._code = np.array([number[words] for words in said], dtype=np.int64)

    def numbered_apart(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """For pairs of titles, by their places, whether each has a number that the other lacks."""
        numbers, code = self._numbers, self._code
        distinct, place = np.unique(code[one] << 32 | code[other], return_inverse=True)
        met = zip((distinct >> 32).tolist(), (distinct & 0xFFFFFFFF).tolist(), strict=True)
        apart = [bool(numbers[a] - numbers[b] and numbers[b] - numbers[a]) for a, b in met]
        return np.array(apart, dtype=bool)[place]


def _alike(of: Traits, titles: _Titles, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    low, high = np.sort(np.stack([of.title[first], of.title[second]]), axis=0)
    both = low >= 0
    distinct, place = np.unique(low[both].astype(np.int64) << 32 | high[both], return_inverse=True)
    one, other = distinct >> 32, distinct & 0xFFFFFFFF
    score = process.cpdist(
        [titles.words[number] for number in one.tolist()],
        [titles.words[number] for number in other.tolist()],
        scorer=fuzz.token_sort_ratio,
        dtype=np.float32,
    )
    score[titles.numbered_apart(one, other)] = -1
    alike = np.zeros(len(first), dtype=np.float32)
    alike[both] = score[place]
    return alike


def _numbers(title: str) -> frozenset[str]:
    return frozenset(w for w in title.split() if len(w) == 1 or w in _NUMBERS or any(map(str.isdigit, w)))


def _near(of: Traits, p: Pairs) -> np.ndarray:
    """The rule. Nothing speaks against it: not two schools, two wards, or audiences of which none is
    shared. And enough speaks for it: see the lines below."""

    def given_and_differ(values: np.ndarray) -> np.ndarray:
        a, b = values[p.first], values[p.second]
        return (a >= 0) & (b >= 0) & (a != b)

    same_unit = of.unit[p.first] == of.unit[p.second]
    a, b = of.audiences[p.first], of.audiences[p.second]
    against = given_and_differ(of.school) | given_and_differ(of.ward) | ((a & b == 0) & (a > 0) & (b > 0))
    # Each unit numbers in its own way.
    against |= same_unit & (p.alike < 0)
    like = p.alike >= _SIMILAR
    other_parts = (of.parts[p.first] != of.parts[p.second]).any(axis=1) & (a > 0) & (b > 0)
    enough = (
        # Two units that tell of one day in one school; one unit may well hold two activities there.
        (p.same_school & (like | p.same_seats | (~same_unit & p.same_days)))
        # An organiser holds several activities a day, so something else must be shared.
        | (p.same_organiser & (like | p.same_seats))
        # A usual title and a round number meet by chance; the same number of each audience hardly does.
        | (p.same_seats & like & (same_unit | ~other_parts))
    )
    # A unit that lists both in one file means two, unless they are the same but for a word.
    listed = same_unit & (of.file[p.first] == of.file[p.second])
    repeat = p.same_days & (of.said[p.first] == of.said[p.second])
    enough &= ~listed | (p.same_seats & like & ~other_parts & ~repeat)
    # Days that merely overlap are weaker than one day.
    return enough & ~against & (p.same_days | like)
