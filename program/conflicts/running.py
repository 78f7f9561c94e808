"""Running totals: a summary that begins on the same day as a shorter one, tells of the same, and in no figure says less
("6 tháng | 9 tháng | Năm" of one form: 5, 8 and 12 classes from the beginning of the year on).

Both count: the longer one what it says more, on the days after the shorter one. So the year is what the longest says,
whatever came first, the half-year what its own summary says, and of the days between only the difference is known.
`program.conflicts.settling` says which summaries are such.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import isnan
from typing import Any, Protocol

import numpy as np
import pandas as pd

from program.measures.counting import counted_on
from program.text import fold
from program.vocabulary import Audience, Basis

PARTS = tuple(f"att_{audience}" for audience in Audience)
NUMBERS = ("count", *PARTS, "attendances_total", "female")
SAID = (*NUMBERS, "seats")
# What two words on the same thing have in common, beside unit, kind, basis and first day.
WORDS = ("title", "organiser", "ward", "school", "delivery")
# How a row of one is written, in place of its basis.
RUNNING = "running"
RUNNING_LABEL = "Lũy kế, tính phần tăng thêm"
Row = Mapping[Any, Any]


@dataclass(frozen=True)
class Added:
    """What a running total counts: its numbers by column (SAID), less those of the next shorter one, which are told of
    the days from `start` on. `since` is its own first day, `before` the last one of the shorter, `said` what the row
    itself says."""

    kind: str
    since: date
    start: date
    counted_on: date
    numbers: Mapping[str, int | None]
    said: Mapping[str, int | None]

    @property
    def before(self) -> date:
        """The last day of what is counted elsewhere."""
        return self.start - timedelta(days=1)


def line_of(words: Iterable[Any]) -> str:
    """What a summary tells of, from its WORDS in their order: equal for equal words in any writing."""
    return "\x1f".join(fold(word) if isinstance(word, str) else "" for word in words)


def grows(shorter: Row, longer: Row) -> bool:
    """Whether the longer summary says of every figure at least what the shorter one says. Figures are the columns
    NUMBERS and `seats`; a part that is not given is nothing, of all else both say a number or neither does."""
    for name in ("count", "female"):
        if _given(shorter[name]) != _given(longer[name]) or _number(shorter[name]) > _number(longer[name]):
            return False
    if _seated(shorter) != _seated(longer):
        return False
    parts = all(_number(shorter[name]) <= _number(longer[name]) for name in PARTS)
    return parts and _unspecified(shorter) <= _unspecified(longer)


def added(shorter: Row, longer: Row) -> Added:
    """What the longer of two such summaries counts (also `kind`, `start_date` and `end_date`, as days)."""
    start = shorter["end_date"] + timedelta(days=1)
    said = {name: _number(longer[name]) if _given(longer[name]) else None for name in SAID}
    numbers: dict[str, int | None] = {
        name: None if value is None else value - _number(shorter[name]) for name, value in said.items()
    }
    if said["attendances_total"] is not None:
        numbers["attendances_total"] = numbers["seats"]
    day = counted_on(start, longer["end_date"], Basis.SUMMARY)
    return Added(longer["kind"], longer["start_date"], start, day, numbers, said)


class Group(Protocol):
    """The records of one unit and kind as columns, `summaries` summaries first: first and last days, audiences as
    bits, what each tells of, what it says (SAID); and the running totals found so far, each with the next shorter."""

    summaries: int
    start: np.ndarray
    end: np.ndarray
    audiences: np.ndarray
    line: np.ndarray
    said: pd.DataFrame
    below: dict[int, int]


def running_over(of: Group, own: Sequence[int], finer: Sequence[int]) -> dict[int, int] | None:
    """The summaries `own` of one span with the next shorter one of each that has one, where they are running totals
    over all of `finer` that they meet, which is what counts and is finer: each of those begins on their day, and is
    said again by exactly one of them, which says no less. None where they are not."""
    over: dict[int, list[int]] = {}
    named = np.bitwise_or.reduce(of.audiences[list(own)], initial=0)
    for place in finer:
        if not of.audiences[place] & named:
            continue
        again = [n for n in own if of.line[n] == of.line[place] and of.audiences[n] & of.audiences[place]]
        if place >= of.summaries or len(again) != 1 or of.start[again[0]] != of.start[place]:
            return None
        over.setdefault(again[0], []).append(place)
    found = {place: max(shorter, key=of.end.__getitem__) for place, shorter in over.items()}
    for place, nearest in found.items():
        within = {nearest}
        while (nearest := of.below.get(nearest, -1)) >= 0:
            within.add(nearest)
        if within != set(over[place]) or not grows(
            *(of.said.iloc[n].to_dict() for n in (found[place], place))
        ):
            return None
    return found


def audiences(row: Row) -> int:
    """The audiences that a record names, as bits; who names none may mean any."""
    named = sum(1 << bit for bit, name in enumerate(PARTS) if _number(row[name]) > 0)
    return named or (1 << len(PARTS)) - 1


def next_shorter(rows: Iterable[Row]) -> dict[int, int]:
    """Among summaries that count, of one unit, kind and first day (columns `line`, `end_date` and the numbers): the
    places of those that are running totals, and for each that of the next shorter one."""
    ordered = sorted(enumerate(rows), key=lambda found: found[1]["end_date"])
    below: dict[int, int] = {}
    for at, (place, longer) in enumerate(ordered):
        for other, shorter in reversed(ordered[:at]):
            if (
                shorter["end_date"] < longer["end_date"]
                and shorter["line"] == longer["line"]
                and audiences(shorter) & audiences(longer)
            ):
                below[place] = other
                break
    return below


def twice(rows: Sequence[Row]) -> Iterator[tuple[Row, int | None, int | None]]:
    """Among summaries of one file, of one unit, kind and first day: each that a longer running total says again, with
    how many activities and attendances (None: not said)."""
    for longer, shorter in next_shorter(rows).items():
        row = rows[shorter]
        if grows(row, rows[longer]):
            yield (
                row,
                _number(row["count"]) if _given(row["count"]) else None,
                row["seats"] if _seated(row) else None,
            )


def _given(value: Any) -> bool:
    return value is not None and not isnan(value)


def _number(value: Any) -> int:
    return int(value) if _given(value) else 0


def _seated(row: Row) -> bool:
    return any(_given(row[name]) for name in ("attendances_total", *PARTS))


def _unspecified(row: Row) -> int:
    return max(_number(row["seats"]) - sum(_number(row[name]) for name in PARTS), 0)
