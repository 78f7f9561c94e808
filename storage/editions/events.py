"""What happened to the figures of a view between two entries of the log, as causes (`program.editions.causes`)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Row, Table, select

from program import units
from program.editions.causes import Cause, Touch, Why
from program.filters import CITY, Filters
from storage.database import reading
from storage.editions.amounts import amounts
from storage.editions.files import NAMES, file_causes
from storage.editions.replay import rows_then
from storage.journal import log
from storage.schema import activity, event, metadata

_MOVING = (log.ACCEPTED, log.WITHDRAWN)
_DECIDING = (log.DECIDED, log.DECISION_UNDONE)
_SUPPLYING = (log.FIGURE_SUPPLIED, log.FIGURE_TAKEN_BACK)
_TOLD = (*_MOVING, *_DECIDING, *_SUPPLYING, log.TARGET_CHANGED, log.DEMO_REMOVED)
# Decisions about what counts, by the names of their tables, which the log uses too. That a size or a report is
# plausible moves nothing.
_DECISIONS = ("twin_decision", "basis_decision", "crossing_decision")
_KEYS = ("first_key", "second_key")
Entry = Row[Any]


def causes(engine: Engine, view: Filters, after: int, until: int | None = None) -> tuple[Cause, ...]:
    """What changed figures of a view (its unit or the city, its period and as-of day) by entries of the log after
    one and up to another (None: the newest), in order. What came and went meanwhile, or says what was held before,
    is no cause."""
    query = select(event).where(event.c.action.in_(_TOLD)).order_by(event.c.id)
    with reading(engine) as connection:
        entries = connection.execute(query).all()
        last = until if until is not None else max((entry.id for entry in entries), default=0)
        since = [entry for entry in entries if after < entry.id <= last]
        earlier = [entry for entry in entries if entry.id <= after]
        of_files, turns = file_causes(connection, _of_files(earlier), _of_files(since), view)
        found = [
            *of_files,
            *_targets(since),
            *_decisions(connection, since),
            *_supplied(since),
            *(Cause(Why.DEMO, one.id, one.at) for one in since if one.action == log.DEMO_REMOVED),
        ]
        deciding = [entry for entry in entries if entry.id > after and entry.action in _DECIDING]
        until_then, later = (
            _of_files(e for e in entries if (e.id > last) == after_it) for after_it in (False, True)
        )
        then = rows_then(connection, activity, NAMES, until_then, later)
        moved = amounts(connection, turns, deciding, until, then, view)
    found = [replace(cause, moved=moved.get((cause.entry, cause.why), {})) for cause in found]
    return tuple(sorted(found, key=lambda cause: (cause.entry, cause.why)))


def _of_files(entries: Iterable[Entry]) -> list[Entry]:
    return [one for one in entries if one.action in _MOVING and one.submission_id is not None]


def _targets(since: Iterable[Entry]) -> Iterator[Cause]:
    """Targets that say something else than at the beginning, with the last word on each."""
    spoken: dict[str, list[Entry]] = {}
    for one in since:
        if one.action == log.TARGET_CHANGED and one.subject:
            spoken.setdefault(one.subject, []).append(one)
    for subject, entries in spoken.items():
        first, last = entries[0].before or {}, entries[-1].after or {}
        if first == last:
            continue
        indicator, unit, start, end, _ = subject.split(":", 1)[1].rsplit(":", 4)
        yield Cause(
            Why.TARGET, entries[-1].id, entries[-1].at, entries[-1].submission_id, indicator=indicator,
            units=(CITY if unit == units.CITY else unit,), before=first.get("value"), after=last.get("value"),
            document=last.get("document"), days=(date.fromisoformat(start), date.fromisoformat(end)),
        )  # fmt: skip


def _decisions(connection: Connection, since: Iterable[Entry]) -> Iterator[Cause]:
    """Decisions taken or undone about rows that may be counted twice; not one that was taken and undone."""
    told: dict[tuple[str, int], list[Entry]] = {}
    for one in since:
        if one.action in _DECIDING:
            for name, number in one.detail.items():
                told.setdefault((name, number), []).append(one)
    for (name, number), entries in told.items():
        if name not in _DECISIONS or len(entries) > 1:
            continue
        touches = frozenset(_decided(connection, metadata.tables[name], number))
        after = entries[0].after or entries[0].before or {}
        yield Cause(
            Why.DECISION, entries[0].id, entries[0].at, entries[0].submission_id,
            units=tuple(sorted({touch.unit for touch in touches})), reason=after.get("reason"), touches=touches,
        )  # fmt: skip


def _decided(connection: Connection, table: Table, number: int) -> Iterator[Touch]:
    """What a decision is about: the rows of its keys, or what a unit reported of a kind on its days."""
    row = connection.execute(select(table).where(table.c.id == number)).mappings().first()
    if row is None:
        return
    keys = [row[name] for name in _KEYS if name in table.c]
    if keys:
        rows = activity.c
        query = select(rows.unit, rows.kind, rows.counted_on).where(rows.natural_key.in_(keys)).distinct()
        for unit, kind, day in connection.execute(query):
            yield Touch(unit, kind, day, day)
    elif "kind" in table.c:
        days = [value for value in row.values() if type(value) is date]
        yield Touch(row["unit"], row["kind"], min(days), max(days))


def _supplied(since: Sequence[Entry]) -> Iterator[Cause]:
    """Figures that an agency supplied, or that were taken back; not one that was both."""
    spoken: dict[int, list[Entry]] = {}
    for one in since:
        if one.action in _SUPPLYING:
            spoken.setdefault(one.detail["figure"], []).append(one)
    for entries in spoken.values():
        if len(entries) > 1:
            continue
        (one,) = entries
        said = (one.after if one.action == log.FIGURE_SUPPLIED else one.before) or {}
        yield Cause(
            Why.SUPPLIED, one.id, one.at, indicator=str(one.subject).partition(":")[2], units=(CITY,),
            document=said.get("document") or said.get("agency"),
        )  # fmt: skip
