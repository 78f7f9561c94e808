"""Near twins: two records of different natural keys that probably tell of one activity.

Whether they do is for a person to say; until then both count. `program.conflicts.resemblance` holds the rule.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter
from typing import Any, Literal

import numpy as np

from program.conflicts.resemblance import Pairs, pairs
from program.conflicts.traits import Traits

Row = Mapping[str, Any]

TWINS_SHOWN = 200


class Reason(StrEnum):
    """What two records share."""

    SAME_DAY = "same_day"
    OVERLAPPING_DAYS = "overlapping_days"
    SAME_SCHOOL = "same_school"
    SAME_ORGANISER = "same_organiser"
    SAME_WARD = "same_ward"
    SAME_ATTENDANCES = "same_attendances"
    SAME_TITLE = "same_title"
    SIMILAR_TITLE = "similar_title"


REASON_LABELS = {
    Reason.SAME_DAY: "cùng ngày",
    Reason.OVERLAPPING_DAYS: "ngày trùng một phần",
    Reason.SAME_SCHOOL: "cùng trường",
    Reason.SAME_ORGANISER: "cùng nơi tổ chức",
    Reason.SAME_WARD: "cùng phường, xã",
    Reason.SAME_ATTENDANCES: "cùng số lượt",
    Reason.SAME_TITLE: "cùng tên",
    Reason.SIMILAR_TITLE: "tên gần giống",
}


@dataclass(frozen=True)
class Twin:
    """Two records that look alike, in order of their natural keys, and why."""

    first: Row
    second: Row
    first_key: bytes
    second_key: bytes
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Likely:
    """The places of two records that look alike, and why."""

    first: int
    second: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class TwinDecision:
    """What somebody decided about two records, named by their natural keys in order: they are
    `different`, or one activity, and the row of the `first` or of the `second` counts."""

    first_key: bytes
    second_key: bytes
    verdict: Literal["different", "first", "second"]
    reason: str


def likely(
    of: Traits,
    new: np.ndarray,
    keys: Sequence[bytes],
    decided: Collection[tuple[bytes, bytes]] = frozenset(),
    shown: int = TWINS_SHOWN,
) -> tuple[list[Likely], int]:
    """Near twins of which at least one is `new` (true or false for each place), those that share most
    first and at most `shown`; and how many more there are.

    `keys` are the natural keys of the places. Pairs in `decided` (keys in order) are left out. Give
    detail records alone: summaries and declarations are never twins.
    """
    found = pairs(of, new)
    open_ones = [
        place
        for place, (i, j) in enumerate(zip(found.first, found.second, strict=True))
        if ordered(keys[i], keys[j]) not in decided
    ]
    listed = found.taken(np.array(open_ones, dtype=np.int64))
    listed = listed.taken(_strongest(listed)[:shown])
    told = zip(listed.first.tolist(), listed.second.tolist(), _reasons(listed), strict=True)
    made = [Likely(*pair) for pair in told]
    return made, len(open_ones) - len(made)


def twin(one: Row, other: Row, reasons: tuple[Reason, ...]) -> Twin:
    """Two rows, which give their `natural_key`, as a pair in order of their keys."""
    first, second = sorted((one, other), key=itemgetter("natural_key"))
    return Twin(first, second, first["natural_key"], second["natural_key"], reasons)


def ordered(one: bytes, other: bytes) -> tuple[bytes, bytes]:
    """The keys of a pair in their order."""
    return (one, other) if one < other else (other, one)


def _strongest(found: Pairs) -> np.ndarray:
    shared = (found.same_school, found.same_organiser, found.same_ward, found.same_seats, found.same_days)
    score = np.sum(shared, axis=0, dtype=np.float64) + np.maximum(found.alike, 0) / 100
    return np.lexsort((found.second, found.first, -score))


def _reasons(found: Pairs) -> list[tuple[Reason, ...]]:
    masks = {
        Reason.SAME_DAY: found.same_days,
        Reason.OVERLAPPING_DAYS: ~found.same_days,
        Reason.SAME_SCHOOL: found.same_school,
        Reason.SAME_ORGANISER: found.same_organiser,
        Reason.SAME_WARD: found.same_ward,
        Reason.SAME_ATTENDANCES: found.same_seats,
        Reason.SAME_TITLE: found.same_title,
        Reason.SIMILAR_TITLE: found.similar_title,
    }
    return [tuple(r for r, mask in masks.items() if mask[place]) for place in range(len(found.first))]


def not_counted(decisions: Sequence[TwinDecision], held: Collection[bytes]) -> set[bytes]:
    """The natural keys that do not count since they tell of an activity that another one tells of.

    `decisions` are those in force, oldest first; one of which a record is no longer held sleeps. Of
    records that are one activity, also by way of a third, exactly one counts: the later decision
    says which.
    """
    latest: dict[tuple[bytes, bytes], TwinDecision] = {}
    for d in decisions:
        latest.pop((d.first_key, d.second_key), None)
        latest[d.first_key, d.second_key] = d
    counting: dict[bytes, bytes] = {}
    group: dict[bytes, list[bytes]] = {}
    for d in latest.values():
        if d.verdict == "different" or d.first_key not in held or d.second_key not in held:
            continue
        keys = (d.first_key, d.second_key)
        winner, loser = keys if d.verdict == "first" else keys[::-1]
        ones, others = group.setdefault(winner, [winner]), group.setdefault(loser, [loser])
        if ones is not others:
            counts = counting.get(winner, winner)
            ones += others
            for key in others:
                group[key] = ones
        else:
            counts = winner if counting[loser] == loser else counting[loser]
        for key in ones:
            counting[key] = counts
    return {key for key, counts in counting.items() if key != counts}
