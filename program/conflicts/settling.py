"""Which of several words on the same days count: the rules of `program.conflicts.overlaps` and `program.conflicts.crossings`, applied
to the held records and the choices in force."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
import pandas as pd

from program.conflicts.crossings import Crossing, CrossingVerdicts, Days, Told, crossing_pairs
from program.conflicts.overlaps import Overlap, Verdicts
from program.conflicts.running import PARTS as _PARTS
from program.conflicts.running import SAID, running_over
from program.vocabulary import Basis

_EVERYBODY = (1 << len(_PARTS)) - 1
_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, eq=False)
class Settled:
    """For each record whether it is set aside, the overlaps in order of unit, kind, first and last day (spans
    for which the summary was chosen are none), and the crossings that wait. `places` has, of each overlap and
    crossing, the places of the records on both sides, as far as they stand in its numbers. `below` has the places of
    running totals, each with that of the next shorter one, of whose numbers it counts what it says more."""

    set_aside: np.ndarray
    overlaps: tuple[Overlap, ...]
    crossings: tuple[Crossing, ...]
    places: Mapping[Overlap | Crossing, tuple[np.ndarray, np.ndarray]]
    below: Mapping[int, int]


def settled(records: pd.DataFrame, verdicts: Verdicts, crossings: CrossingVerdicts | None = None) -> Settled:
    """What is set aside among held records, whatever their order.

    Columns: `unit`, `kind`, `basis`, `start_date`, `end_date`, `counted_on`, `count`, `seats`,
    `att_<audience>`, `attendances_total`, `female`, `line` (`program.conflicts.running.line_of`), and `twin`: the record tells of an activity that another record counts. It stands
    for its activity here too, but in no number. `verdicts` and `crossings` are the choices in force.
    """
    set_aside = np.zeros(len(records), dtype=bool)
    found: list[Overlap] = []
    crossed: list[Crossing] = []
    places: dict[Overlap | Crossing, tuple[np.ndarray, np.ndarray]] = {}
    below: dict[int, int] = {}
    told = records["kind"].notna() & records["basis"].isin([Basis.DETAIL, Basis.SUMMARY])
    groups = records.assign(place=np.arange(len(records)))[told.to_numpy()].astype({"unit": str, "kind": str})
    for (unit, kind), group in groups.groupby(["unit", "kind"]):
        if (group["basis"] == Basis.SUMMARY).any():
            own = _Group(group, str(unit), str(kind))
            found += own.settle(verdicts, crossings or {})
            crossed += own.crossings(crossings or {})
            places |= {one: (own.place[a], own.place[b]) for one, (a, b) in own.sides.items()}
            below |= {int(own.place[a]): int(own.place[b]) for a, b in own.below.items()}
            set_aside[own.place[own.aside]] = True
    return Settled(set_aside, tuple(found), tuple(crossed), places, below)


class _Group:
    """The records of one unit and kind as columns: summaries first, then details in order of day."""

    def __init__(self, rows: pd.DataFrame, unit: str, kind: str) -> None:
        detail = rows["basis"] == Basis.DETAIL
        rows = pd.concat([rows[~detail], rows[detail].sort_values("counted_on", kind="stable")])
        self.unit, self.kind = unit, kind
        self.place = rows["place"].to_numpy()
        self.summaries = int((~detail).sum())
        self.start, self.end, self.day = (_days(rows[n]) for n in ("start_date", "end_date", "counted_on"))
        self.parts = np.nan_to_num(rows[list(_PARTS)].to_numpy(dtype=np.float64, na_value=np.nan))
        self.seats = rows["seats"].to_numpy(dtype=np.float64)
        self.count = rows["count"].to_numpy(dtype=np.float64, na_value=np.nan)
        self.line, self.said = rows["line"].to_numpy(), rows[list(SAID)]
        self.numbered = ~rows["twin"].to_numpy(dtype=bool)
        named = (self.parts > 0) @ (1 << np.arange(len(_PARTS)))
        # Who names no audience may mean any.
        self.audiences = np.where(named == 0, _EVERYBODY, named)
        self.aside = np.zeros(len(rows), dtype=bool)
        self.spans = set(
            zip(self.start[: self.summaries].tolist(), self.end[: self.summaries].tolist(), strict=True)
        )
        self.sides: dict[Overlap | Crossing, tuple[np.ndarray, np.ndarray]] = {}
        # Running totals, each with the next shorter one.
        self.below: dict[int, int] = {}

    def settle(self, verdicts: Verdicts, crossings: CrossingVerdicts) -> list[Overlap]:
        """Marks what is set aside: first by the choices about crossing days, then by those of a basis. A record
        is not lost to one that the second step sets aside."""
        void: set[tuple[int, int]] = set()
        while True:
            self.aside[:] = False
            self.sides.clear()
            self.below.clear()
            lost = self._cross(crossings, void)
            found = self._settle_bases(verdicts)
            again = {
                (winner, loser)
                for loser, winners in lost.items()
                if self.aside[winners].all()
                for winner in winners
            }
            if not again:
                return found
            void |= again

    def _cross(self, crossings: CrossingVerdicts, void: set[tuple[int, int]]) -> dict[int, list[int]]:
        """Sets aside by what was chosen; gives for each record set aside those that count instead. Who lost
        itself wins over nobody. Of choices that go round in a circle the oldest has no effect."""
        above: dict[Days, set[Days]] = {}
        winners: dict[int, list[int]] = {}
        for first, second in reversed(self._decided(crossings)):
            verdict = crossings[self._named(first, second)]
            winner, loser = (first, second) if verdict == "first" else (second, first)
            if verdict == "both" or _leads(above, winner, loser):
                continue
            above.setdefault(loser, set()).add(winner)
            ones, others = (side.tolist() for side in self._meeting(winner, loser))
            for other in others:
                met = [
                    n for n in ones if self.audiences[n] & self.audiences[other] and (n, other) not in void
                ]
                winners.setdefault(other, []).extend(met)

        @cache
        def counts(place: int) -> bool:
            return not any(counts(winner) for winner in winners.get(place, ()))

        lost = {place: [n for n in over if counts(n)] for place, over in winners.items() if not counts(place)}
        self.aside[list(lost)] = True
        return lost

    def crossings(self, crossings: CrossingVerdicts) -> list[Crossing]:
        """The crossing summaries that count without anybody's saying so, in order of their days."""
        found = []
        for first, second in crossing_pairs(self.spans):
            sides = self._meeting(first, second)
            if len(sides[0]) and crossings.get(self._named(first, second)) != "both":
                shared = np.bitwise_and(*(np.bitwise_or.reduce(self.audiences[side]) for side in sides))
                one, other = (
                    Told(
                        _date(days[0]),
                        _date(days[1]),
                        self._activities(side),
                        self._attendances(side, shared),
                    )
                    for days, side in zip((first, second), sides, strict=True)
                )
                crossing = Crossing(self.unit, self.kind, one, other)
                self.sides[crossing] = sides
                found.append(crossing)
        return found

    def _decided(self, crossings: CrossingVerdicts) -> Sequence[tuple[Days, Days]]:
        """The pairs of spans of this unit and kind that were decided, the oldest decision first."""
        if not crossings:
            return ()
        pairs = {self._named(*pair): pair for pair in crossing_pairs(self.spans)}
        return [pairs[named] for named in crossings if named in pairs]

    def _named(self, first: Days, second: Days) -> tuple[str, str, date, date, date, date]:
        return (self.unit, self.kind, _date(first[0]), _date(first[1]), _date(second[0]), _date(second[1]))

    def _meeting(self, first: Days, second: Days) -> tuple[np.ndarray, np.ndarray]:
        """The summaries of two spans that count and share an audience with one of the other span."""
        sides = []
        for start, end in (first, second):
            own = (self.start[: self.summaries] == start) & (self.end[: self.summaries] == end)
            own &= ~self.aside[: self.summaries] & self.numbered[: self.summaries]
            sides.append(np.flatnonzero(own))
        a, b = sides
        named = [np.bitwise_or.reduce(self.audiences[side], initial=0) for side in sides]
        return a[self.audiences[a] & named[1] != 0], b[self.audiences[b] & named[0] != 0]

    def _settle_bases(self, verdicts: Verdicts) -> list[Overlap]:
        """What was chosen takes effect from the longest span down; what is left over from the shortest up, so
        that nothing is set aside for a record that does not count itself."""
        spans = self.spans
        longest_first = sorted(spans, key=lambda span: (span[0] - span[1], span))
        chosen = {(s, e): verdicts.get((self.unit, self.kind, _date(s), _date(e))) for s, e in longest_first}
        for span in longest_first:
            if chosen[span] == "summary":
                own, finer = self._of(span)
                shared = np.bitwise_or.reduce(self.audiences[own[~self.aside[own]]], initial=0)
                self.aside[finer[self.audiences[finer] & shared != 0]] = True
        found = []
        for span in reversed(longest_first):
            if chosen[span] != "summary":
                own, finer = (places[~self.aside[places]] for places in self._of(span))
                shared = np.bitwise_or.reduce(self.audiences[finer], initial=0)
                own = own[self.audiences[own] & shared != 0]
                running = (
                    None if chosen[span] == "detail" else running_over(self, own.tolist(), finer.tolist())
                )
                if running is not None:
                    self.below |= running
                elif len(own):
                    self.aside[own] = True
                    found.append(self._overlap(span, own, finer, chosen[span] == "detail"))
        return sorted(found, key=lambda o: (o.start, o.end))

    def _of(self, span: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
        """The places of the summaries of a span, and of all that is finer."""
        start, end = span
        starts, ends = self.start[: self.summaries], self.end[: self.summaries]
        same = (starts == start) & (ends == end)
        shorter = (starts >= start) & (ends <= end) & ~same
        low, high = self.summaries + np.searchsorted(self.day[self.summaries :], [start, end + 1])
        return np.flatnonzero(same), np.concatenate([np.flatnonzero(shorter), np.arange(low, high)])

    def _overlap(self, span: tuple[int, int], own: np.ndarray, finer: np.ndarray, decided: bool) -> Overlap:
        shared = np.bitwise_or.reduce(self.audiences[own])
        # What a running total says has in it what the shorter ones say.
        within = [self.below[place] for place in finer.tolist() if place in self.below]
        finer = finer[~np.isin(finer, within)]
        own, finer = (p[self.numbered[p]] for p in (own, finer[self.audiences[finer] & shared != 0]))
        start, end = map(_date, span)
        found = Overlap(
            self.unit, self.kind, start, end, self._activities(own), self._activities(finer),
            self._attendances(own, shared), self._attendances(finer, shared), decided,
        )  # fmt: skip
        self.sides[found] = (own, finer)
        return found

    def _activities(self, places: np.ndarray) -> int | None:
        given = self.count[places]
        return None if len(given) and np.isnan(given).all() else int(np.nansum(given))

    def _attendances(self, places: np.ndarray, audiences: int) -> int:
        """Of the audiences; of everybody where a record names none, or they are all."""
        if audiences == _EVERYBODY:
            return int(self.seats[places].sum())
        of = [bool(audiences >> bit & 1) for bit in range(len(_PARTS))]
        unnamed = self.audiences[places] == _EVERYBODY
        parts = self.parts[places][:, of].sum(axis=1)
        return int(np.where(unnamed, self.seats[places], parts).sum())


def _leads(above: Mapping[Days, set[Days]], start: Days, end: Days) -> bool:
    """Whether one span lost to another, also by way of others."""
    return end in (over := above.get(start, set())) or any(_leads(above, one, end) for one in over)


def _days(column: pd.Series) -> np.ndarray:
    return column.to_numpy().astype("datetime64[D]").astype(np.int64)


def _date(day: int) -> date:
    return date.fromordinal(int(day) + _EPOCH)
