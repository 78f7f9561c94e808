"""How much each entry of the log moved of what is counted.

The rows of a view are settled again after every entry, by the rules of `program.conflicts.settling` and `program.conflicts.twins`. What
an entry moved is what counts after it less what counted before, so the amounts of all entries add up to the whole.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Row, select

from program.conflicts.crossings import CrossingVerdicts
from program.conflicts.overlaps import Verdicts
from program.conflicts.running import Added, added
from program.conflicts.settling import settled
from program.conflicts.twins import TwinDecision, not_counted
from program.editions.causes import Key, Why
from program.filters import CITY, Filters
from program.measures.counting import counted_on
from program.periods import PROGRAMME_END
from program.vocabulary import Basis
from storage.conflicts.basis_records import LINED, lined, summary_spans, typed
from storage.conflicts.subjects import ABOUT, TABLES, Subject, read
from storage.editions.replay import Step, Word
from storage.editions.rows import Numbers, by_groups, by_keys, numbers
from storage.journal import log

# A unit and a kind of activity.
Group = tuple[str, str]
# An entry of the log and in which way it moved something.
Place = tuple[int, Why]
Entry = Row[Any]
_SUBJECTS: tuple[Subject, ...] = ("twin", "basis", "crossing")


def amounts(
    connection: Connection, turns: Sequence[tuple[Why, Step]], decisions: Iterable[Entry], until: int | None,
    then: Mapping[bytes, Word | None], view: Filters,
) -> dict[Place, dict[Key, int]]:  # fmt: skip
    """What each entry moved, by measure, kind, audience and unit, without what it did not move.

    `turns` are the rows that entries up to `until` (None: the newest) changed, each in its way; `decisions` all
    entries about decisions since the beginning, also later ones; `then` the rows that later files speak of, as they
    were held at `until`.
    """
    ground = _Ground(connection, turns, decisions, until, then, view)
    return {
        place: {key: number for key, number in moved.items() if number}
        for place, moved in ground.walk().items()
        if any(moved.values())
    }


class _Ground:
    """The rows that entries bear upon, and the decisions in force, moved on from entry to entry."""

    def __init__(
        self, connection: Connection, turns: Sequence[tuple[Why, Step]], decisions: Iterable[Entry],
        until: int | None, then: Mapping[bytes, Word | None], view: Filters,
    ) -> None:  # fmt: skip
        self._first, self._last = view.period.start, min(view.as_of or PROGRAMME_END, view.period.end)
        self._turns: dict[int, list[tuple[Why, Step]]] = {}
        for why, step in turns:
            self._turns.setdefault(step.entry, []).append((why, step))
        self._decided: dict[int, list[tuple[Subject, int, bool]]] = {}
        self._rows = {subject: _all(connection, subject) for subject in _SUBJECTS}
        self._force = self._in_force(list(decisions), until)
        self._numbers: dict[int, Numbers] = {}
        self._held: dict[bytes, Word] = {}
        self._of: dict[Group, set[bytes]] = {}
        self._said: dict[Group, dict[bytes, Numbers]] = {}
        self._load(connection, then, view)

    def walk(self) -> dict[Place, Counter[Key]]:
        """What each entry moved."""
        found: dict[Place, Counter[Key]] = {}
        lost = self._lost()
        for group in self._of:
            self._said[group] = self._told(group, lost)
        for entry in sorted({*self._turns, *self._decided}):
            before, ways = lost, self._ways(entry)
            groups = self._turned(entry) | self._decide(entry)
            lost = self._lost()
            groups |= {_group(self._held[key]) for key in lost ^ before if key in self._held}
            for group in groups:
                was, now = self._said.get(group, {}), self._told(group, lost)
                self._said[group] = now
                other = self._way_beside(entry, group)
                for key in was.keys() | now.keys():
                    moved = found.setdefault((entry, ways.get(key, other)), Counter())
                    for sign, said in ((1, now.get(key, {})), (-1, was.get(key, {}))):
                        for (measure, audience), number in said.items():
                            moved[measure, group[1], audience, group[0]] += sign * number
        return found

    def _in_force(self, entries: list[Entry], until: int | None) -> dict[Subject, set[int]]:
        """The decisions in force at the beginning; those taken or undone for good are noted for their entries."""
        force = {
            subject: {n for n, row in rows.items() if row["undone_at"] is None}
            for subject, rows in self._rows.items()
        }
        told: dict[tuple[Subject, int], list[tuple[int, bool]]] = {}
        for one in entries:
            for name, number in one.detail.items():
                subject = next((s for s in _SUBJECTS if name == f"{s}_decision"), None)
                if subject is not None and number in self._rows[subject]:
                    told.setdefault((subject, number), []).append((one.id, one.action == log.DECIDED))
        for (subject, number), steps in told.items():
            (force[subject].discard if steps[0][1] else force[subject].add)(number)
            taken = [step for step in steps if until is None or step[0] <= until]
            if len(taken) == 1:
                self._decided.setdefault(taken[0][0], []).append((subject, number, taken[0][1]))
        return force

    def _load(self, connection: Connection, then: Mapping[bytes, Word | None], view: Filters) -> None:
        """The rows as they were at the beginning: those that turn, all beside summaries, all that are twins."""
        first: dict[bytes, Word | None] = {}
        touched: set[Group] = set()
        for steps in self._turns.values():
            for _, step in steps:
                touched |= {_group(word) for word in (step.before, step.after) if word is not None}
                first.setdefault(_key(step), step.before)
        for some in self._decided.values():
            for subject, number, _ in some:
                if subject != "twin":
                    row = self._rows[subject][number]
                    touched.add((row["unit"], row["kind"]))
        twins = {row[name] for row in self._rows["twin"].values() for name in ABOUT["twin"]}
        now = {bytes(row.natural_key): row for row in by_keys(connection, twins)}
        touched |= {_group(row) for row in now.values()}
        summed = {_group(w) for w in first.values() if w is not None and w.basis == Basis.SUMMARY}
        summed |= {
            _group(s.after)
            for t in self._turns.values()
            for _, s in t
            if s.after is not None and s.after.basis == Basis.SUMMARY
        }
        beside = touched & (summed | summary_spans(connection, {unit for unit, _ in touched}).keys())
        now |= {bytes(row.natural_key): row for row in by_groups(connection, beside)}
        for key, word in {**now, **then, **first}.items():
            if word is not None and view.unit in (CITY, word.unit):
                self._put(key, word)

    def _put(self, key: bytes, word: Word) -> None:
        self._held[key] = word
        self._of.setdefault(_group(word), set()).add(key)

    def _ways(self, entry: int) -> dict[bytes, Why]:
        return {_key(step): why for why, step in self._turns.get(entry, ())}

    def _way_beside(self, entry: int, group: Group) -> Why:
        """In which way an entry moved a row that it does not speak of: as it did those of the same kind."""
        turns = self._turns.get(entry, ())
        own = (why for why, step in turns for w in (step.before, step.after) if w and _group(w) == group)
        return next(own, next((why for why, _ in turns), Why.DECISION))

    def _turned(self, entry: int) -> set[Group]:
        groups: set[Group] = set()
        for _, step in self._turns.get(entry, ()):
            key = _key(step)
            was = self._held.pop(key, None)
            if was is not None:
                self._of[_group(was)].discard(key)
                groups.add(_group(was))
            if step.after is not None:
                self._put(key, step.after)
                groups.add(_group(step.after))
        return groups

    def _decide(self, entry: int) -> set[Group]:
        groups: set[Group] = set()
        for subject, number, taken in self._decided.get(entry, ()):
            (self._force[subject].add if taken else self._force[subject].discard)(number)
            if subject != "twin":
                row = self._rows[subject][number]
                groups.add((row["unit"], row["kind"]))
        return groups

    def _lost(self) -> set[bytes]:
        """The rows that do not count since they tell of an activity that another one tells of."""
        rows = self._rows["twin"]
        force: list[TwinDecision] = [read("twin", rows[n]) for n in sorted(self._force["twin"])]  # type: ignore[misc]
        return not_counted(force, self._held.keys()) if force else set()

    def _told(self, group: Group, lost: set[bytes]) -> dict[bytes, Numbers]:
        """What the rows of a unit and kind say that count, within the days of the view; of running totals what they
        count, on its day."""
        keys = sorted(self._of.get(group, ()), key=lambda key: self._held[key].id)
        words = [self._held[key] for key in keys]
        aside = [key in lost for key in keys]
        running: dict[int, Added] = {}
        if any(word.basis == Basis.SUMMARY for word in words):
            frame = typed(
                lined(pd.DataFrame([[getattr(w, n) for n in LINED] for w in words], columns=list(LINED)))
            )
            found = settled(frame.assign(twin=aside), self._verdicts(), self._crossings())
            aside = [a or bool(b) for a, b in zip(aside, found.set_aside, strict=True)]
            running = {
                longer: added(words[shorter]._mapping, words[longer]._mapping)  # noqa: SLF001
                for longer, shorter in found.below.items()
            }
        told = {}
        for place, (key, word) in enumerate(zip(keys, words, strict=True)):
            more = running.get(place)
            day = counted_on(word.start_date, word.end_date, word.basis) if more is None else more.counted_on
            if not aside[place] and self._first <= day <= self._last:
                told[key] = self._number(word) if more is None else numbers(more.numbers)
        return told

    def _number(self, word: Word) -> Numbers:
        if word.id not in self._numbers:
            self._numbers[word.id] = numbers(word._mapping)  # noqa: SLF001
        return self._numbers[word.id]

    def _verdicts(self) -> Verdicts:
        rows = self._rows["basis"]
        return {_about("basis", rows[n]): rows[n]["verdict"] for n in sorted(self._force["basis"])}

    def _crossings(self) -> CrossingVerdicts:
        rows, found = self._rows["crossing"], dict[Any, Any]()
        for number in sorted(self._force["crossing"]):
            about = _about("crossing", rows[number])
            found.pop(about, None)
            found[about] = rows[number]["verdict"]
        return found


def _group(word: Word) -> Group:
    return word.unit, word.kind


def _key(step: Step) -> bytes:
    return bytes((step.after or step.before).natural_key)  # type: ignore[union-attr]


def _all(connection: Connection, subject: Subject) -> dict[int, Mapping[str, Any]]:
    query = select(TABLES[subject]).where(TABLES[subject].c.verdict != "plausible")
    return {row["id"]: dict(row) for row in connection.execute(query).mappings()}


def _about(subject: Subject, row: Mapping[str, Any]) -> Any:
    return tuple(row[name] for name in ABOUT[subject])
