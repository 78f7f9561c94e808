"""A summary beside finer records of the same unit, kind and days never counts together with them.

Finer are detail records that count within its span, and summaries of a shorter span inside it. Records
that name audiences and share none speak of different things. Until somebody chooses, the finer records
count and the summary is set aside; where the summary was chosen they are set aside for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import pandas as pd

from program.vocabulary import Audience, Basis

Verdict = Literal["detail", "summary"]
Verdicts = Mapping[tuple[str, str, date, date], Verdict]

_PARTS = tuple(f"att_{audience}" for audience in Audience)
_EVERYBODY = (1 << len(_PARTS)) - 1
_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True)
class BasisDecision:
    """Which basis somebody chose for the days of the summaries of a unit and kind: what is listed finer
    (`detail`), or the `summary`."""

    unit: str
    kind: str
    start_date: date
    end_date: date
    verdict: Verdict
    reason: str


@dataclass(frozen=True)
class Overlap:
    """Summaries of `unit` and `kind` from `start` to `end` beside finer records, which count as long as
    nobody chose otherwise. `summed` and `listed` are activities of both (None: not said), `summed_seats`
    and `listed_seats` attendances of the audiences that the summaries name. `decided`: somebody chose
    the finer records."""

    unit: str
    kind: str
    start: date
    end: date
    summed: int | None
    listed: int | None
    summed_seats: int
    listed_seats: int
    decided: bool

    @property
    def agrees(self) -> bool:
        """Both say the same, so there is nothing to choose."""
        return self.summed == self.listed and self.summed_seats == self.listed_seats

    @property
    def waits(self) -> bool:
        """Whether somebody has to choose."""
        return not (self.decided or self.agrees)


@dataclass(frozen=True, eq=False)
class Settled:
    """For each record whether it is set aside, and the overlaps in order of unit, kind, first and last
    day; spans for which the summary was chosen are none."""

    set_aside: np.ndarray
    overlaps: tuple[Overlap, ...]


def settled(records: pd.DataFrame, verdicts: Verdicts) -> Settled:
    """What is set aside among held records, whatever their order.

    Columns: `unit`, `kind`, `basis`, `start_date`, `end_date`, `counted_on`, `count`, `seats`,
    `att_<audience>`, and `twin`: the record tells of an activity that another record counts. It stands
    for its activity here too, but in no number. `verdicts` are the choices in force.
    """
    set_aside = np.zeros(len(records), dtype=bool)
    found: list[Overlap] = []
    told = records["kind"].notna() & records["basis"].isin([Basis.DETAIL, Basis.SUMMARY])
    groups = records.assign(place=np.arange(len(records)))[told.to_numpy()].astype({"unit": str, "kind": str})
    for (unit, kind), group in groups.groupby(["unit", "kind"]):
        if (group["basis"] == Basis.SUMMARY).any():
            own = _Group(group, str(unit), str(kind))
            found += own.settle(verdicts)
            set_aside[own.place[own.aside]] = True
    return Settled(set_aside, tuple(found))


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
        self.numbered = ~rows["twin"].to_numpy(dtype=bool)
        named = (self.parts > 0) @ (1 << np.arange(len(_PARTS)))
        # Who names no audience may mean any.
        self.audiences = np.where(named == 0, _EVERYBODY, named)
        self.aside = np.zeros(len(rows), dtype=bool)

    def settle(self, verdicts: Verdicts) -> list[Overlap]:
        """Marks what is set aside. What was chosen takes effect from the longest span down; what is left
        over from the shortest up, so that nothing is set aside for a record that does not count itself."""
        spans = {
            (s, e) for s, e in zip(self.start[: self.summaries], self.end[: self.summaries], strict=True)
        }
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
                if len(own):
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
        own, finer = (p[self.numbered[p]] for p in (own, finer[self.audiences[finer] & shared != 0]))
        start, end = map(_date, span)
        return Overlap(
            self.unit, self.kind, start, end, self._activities(own), self._activities(finer),
            self._attendances(own, shared), self._attendances(finer, shared), decided,
        )  # fmt: skip

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


def _days(column: pd.Series) -> np.ndarray:
    return column.to_numpy().astype("datetime64[D]").astype(np.int64)


def _date(day: int) -> date:
    return date.fromordinal(int(day) + _EPOCH)
