"""The activities of a checked file, against what is stored, for what they may count twice: near twins, overlaps,
crossing summaries, last year's report again; by the rules of `program`."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, Connection, or_

from program.conflicts.overlaps import Overlap
from program.conflicts.repeats import FEWEST
from program.conflicts.resemblance import LONGEST
from program.conflicts.settling import settled
from program.conflicts.traits import FIELDS
from program.contract import Report
from program.vocabulary import Basis
from storage.conflicts.basis_records import LINED, Spans, lined, of_spans, summary_spans, typed
from storage.conflicts.near import NEW_FILE, OpenTwins, Search
from storage.conflicts.setting_aside import crossing_verdicts, verdicts
from storage.intake import foreseen
from storage.intake.foreseen import Foreseen
from storage.records.keys import KeySet
from storage.records.rows import Batch, batches
from storage.schema import activity

# More days than this are read as one stretch.
_DAYS_NAMED = 400


class Gathered:
    """The activities of a checked file, gathered batch by batch, against what is stored. Of each row only what
    it is compared by is kept; the few that are shown are made again."""

    def __init__(self, report: Report) -> None:
        self._report = report
        # Details and summaries, and the places of both among the activities of the file.
        self._search = {Basis.DETAIL: Search(), Basis.SUMMARY: Search()}
        self._places: dict[Basis, list[np.ndarray]] = {basis: [] for basis in self._search}
        self._size = 0
        self._spans: set[tuple[date, date]] = set()
        self._units: set[str] = set()
        self._told: set[tuple[str, str, int]] = set()  # unit, kind and attendances
        self._summed: set[tuple[str, str]] = set()

    def add(self, batch: Batch) -> None:
        """More of the file; what holds no activities is passed over."""
        if batch.shape.table is not activity:
            return
        columns = {name: batch.columns[name] for name in (*FIELDS[1:], "natural_key", "basis")}
        told = list(zip(columns["basis"], columns["kind"], columns["unit"], strict=True))
        self._units.update(columns["unit"])
        seats = zip(columns["unit"], columns["kind"], columns["seats"], strict=True)
        self._told.update(one for one in seats if one[1] is not None and one[2] > 0)
        self._summed.update((unit, kind) for basis, kind, unit in set(told) if basis == Basis.SUMMARY)
        for basis, search in self._search.items():
            wanted = [at for at, (own, kind, _) in enumerate(told) if own == basis and kind is not None]
            if wanted:
                some = columns
                if len(wanted) < len(batch):
                    some = {name: [values[at] for at in wanted] for name, values in columns.items()}
                search.add(some | {"file": [NEW_FILE] * len(wanted)})
            self._places[basis].append(np.array(wanted, dtype=np.int64) + self._size)
        self._spans.update(zip(columns["start_date"], columns["end_date"], strict=True))
        self._size += len(batch)

    def twins(self, connection: Connection, keys: KeySet) -> OpenTwins:
        """Near twins among the file's rows, and between them and rows that count now; `keys` are the natural
        keys of all activities of the file. A row of the file has no `submission_id`."""
        if not self._spans:
            return OpenTwins()
        search = self._search[Basis.DETAIL]
        complete = search.add_stored(connection, _on_days(self._spans), keys)
        return search.found(connection, complete, self._report, self._of(Basis.DETAIL))

    def repeats(self, connection: Connection, keys: KeySet) -> tuple[Foreseen, ...]:
        """The reports of the year before that the file's rows say again; asked after `twins`, which reads most of
        what is compared here."""
        if not self._told:
            return ()
        year_before = foreseen.year_before(self._told, [start for start, _ in self._spans])
        if not foreseen.enough(connection, year_before):
            return ()
        found = []
        for basis, search in self._search.items():
            if len(places := self._of(basis)) >= FEWEST:
                search.add_stored(connection, year_before, keys, basis)
                found.append((search, places))
        return foreseen.repeated(connection, self._report, found)

    def beside(self, connection: Connection) -> tuple[tuple[Overlap, ...], tuple[Foreseen, ...]]:
        """Were the file accepted now: summaries beside finer records of one unit and kind that wait for a choice,
        of the units that the file speaks of; and those whose days cross, of which one is the file's."""
        spans = summary_spans(connection, self._units)
        if not spans and not self._summed:
            return (), ()
        own = self._beside({*spans, *self._summed})
        spans = _joined(spans, own)
        stored = of_spans(connection, spans)
        stored = stored[~stored["natural_key"].isin(own["natural_key"])]
        records = pd.concat([stored, own], ignore_index=True) if len(stored) else own
        found = settled(records, verdicts(connection), crossing_verdicts(connection))
        crossed = foreseen.crossings(connection, self._report, records, found)
        return tuple(o for o in found.overlaps if o.waits), crossed

    def _of(self, basis: Basis) -> np.ndarray:
        return np.concatenate([np.zeros(0, np.int64), *self._places[basis]])

    def _beside(self, summed: Collection[tuple[str, str]]) -> pd.DataFrame:
        """The file's activities of some units and kinds, with the columns of `basis_records.of_spans` and the `place`
        of each among the activities of the file."""
        names = (*LINED, "natural_key")
        found: dict[str, list[Any]] = {name: [] for name in (*names, "place")}
        first = 0
        for batch in batches(self._report):
            if batch.shape.table is activity:
                met = zip(batch.columns["unit"], batch.columns["kind"], strict=True)
                places = [at for at, one in enumerate(met) if one in summed]
                for name in names:
                    found[name] += [batch.columns[name][at] for at in places]
                found["place"] += [first + at for at in places]
                first += len(batch)
        own = typed(lined(pd.DataFrame(found, dtype=object)).assign(twin=False))
        return own.assign(place=own["place"].astype("float64"), id=np.nan, submission_id=np.nan)


def _on_days(spans: set[tuple[date, date]]) -> list[ColumnElement[bool]]:
    day = activity.c.counted_on
    days = {
        start + timedelta(days=step)
        for start, end in spans
        for step in range(min((end - start).days + 1, LONGEST))
    }
    # What began a little earlier may still go on.
    around = days | {day - timedelta(days=step) for day in days for step in range(1, LONGEST)}
    if len(around) > _DAYS_NAMED:
        return [day.between(min(around), max(around))]
    return [day.in_(around), or_(day.in_(days), activity.c.end_date > day)]


def _joined(spans: Spans, own: pd.DataFrame) -> Spans:
    """The spans of the stored summaries of each unit and kind, and those of a file's."""
    found = dict(spans)
    summaries = own[(own["basis"] == Basis.SUMMARY) & own["kind"].notna()]
    for (unit, kind), rows in summaries.groupby(["unit", "kind"]):
        key = (str(unit), str(kind))
        start, end = rows["start_date"].min().date(), rows["end_date"].max().date()
        first, last = found.get(key, (start, end))
        found[key] = (min(first, start), max(last, end))
    return found
