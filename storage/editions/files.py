"""Which rows of a view the files changed that were taken, replaced or taken back between two entries of the log."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, or_, select

from program.editions.causes import Cause, Touch, Why
from program.filters import CITY, Filters
from program.measures.counting import counted_on
from program.periods import PROGRAMME_END, PROGRAMME_START
from program.reporting.quarters import middle, spoken_of
from program.schools.register import PERIODIC
from program.vocabulary import Audience, Basis
from storage.conflicts.basis_records import LINED
from storage.editions.replay import Keys, Step, Word, concerned_by, replacements, standing_after
from storage.editions.visits import visited
from storage.journal import log
from storage.schema import (
    ATTENDANCE_COLUMNS,
    activity,
    attendance_column,
    school,
    submission,
    submission_quarter,
    task,
)

Entry = Row[Any]
# A unit and a report quarter.
Where = tuple[str, str]
_SEATS = {attendance_column(audience): str(audience) for audience in Audience}
_NUMBERS = ("count", "female", "attendances_total", *ATTENDANCE_COLUMNS)
# Registers that figures rest on, the measures that they move, and what their rows are called by.
_REGISTERS = {Why.SCHOOLS: (school, "schools", ("name",)), Why.TASKS: (task, "tasks", ())}
NAMES = LINED


@dataclass
class _Told:
    """What one entry of the log did in one way."""

    submission: int
    where: set[Where] = field(default_factory=set)
    touches: set[Touch] = field(default_factory=set)


def file_causes(
    connection: Connection, earlier: Iterable[Entry], since: Iterable[Entry], view: Filters
) -> tuple[list[Cause], list[tuple[Why, Step]]]:
    """Causes from entries about files, and the rows that each changed, in which way; `earlier` are all such entries
    before them."""
    turns: list[tuple[Why, Step]] = []
    return list(_file_causes(connection, list(earlier), list(since), view, turns)), turns


def _file_causes(
    connection: Connection,
    before: list[Entry],
    moving: list[Entry],
    view: Filters,
    turns: list[tuple[Why, Step]],
) -> Iterator[Cause]:
    if not moving:
        return
    replaced = replacements(connection)
    concerned = concerned_by(moving, replaced)
    at = {one.id: one.at for one in moving}
    told = _rows(connection, before, moving, replaced, concerned, view, turns)
    names = _file_names(connection, concerned)
    beside = _summaries(connection, {touch.unit for some in told.values() for touch in some.touches})
    for (entry, why), one in told.items():
        quarters = tuple(sorted({quarter for _, quarter in one.where if quarter}))
        speaks = tuple(sorted({unit for unit, _ in one.where}))
        touches = frozenset({*one.touches, *_beside(one.touches, beside)})
        yield Cause(
            why,
            entry,
            at[entry],
            one.submission,
            names.get(one.submission),
            speaks,
            quarters,
            touches=touches,
        )
    for why, (table, measure, called) in _REGISTERS.items():
        rows = Keys(connection, table, ("unit", *called), concerned, _of_unit(table, view))
        steps = rows.steps(standing_after(before, replaced), moving)
        yield from _registers(why, measure, steps, at, names)


def _rows(
    connection: Connection, before: Sequence[Entry], moving: Sequence[Entry],
    replaced: Mapping[int, tuple[int, ...]], concerned: Collection[int], view: Filters, turns: list[tuple[Why, Step]],
) -> dict[tuple[int, Why], _Told]:  # fmt: skip
    """What the entries did to rows; `turns` is filled with the steps."""
    fresh = _first_reports(before, moving, replaced, _quarters(connection))
    withdrawn = {one.id for one in moving if one.action == log.WITHDRAWN}
    keys = Keys(connection, activity, NAMES, concerned, _within(view))
    steps = list(keys.steps(standing_after(before, replaced), moving))
    # Where an entry changed or removed a row, its new rows mend, too: another day is another key.
    mended = {(s.entry, where) for s in steps if s.before is not None for where in _spoken(s.before)}
    told: dict[tuple[int, Why], _Told] = {}
    elsewhere = visited(connection)
    for step in steps:
        where = {one for word in filter(None, (step.before, step.after)) for one in _spoken(word)}
        why = Why.ADDED
        if step.entry in withdrawn:
            why = Why.WITHDRAWN
        elif where & fresh.get(step.entry, set()):
            why = Why.LATE
        elif any((step.entry, one) in mended for one in where):
            why = Why.CORRECTED
        one = told.setdefault((step.entry, why), _Told(step.submission))
        one.where |= where
        turns.append((why, step))
        one.touches.update(_touched(step))
        one.touches.update(elsewhere(step))
    return told


def _quarters(connection: Connection) -> dict[int, set[Where]]:
    """Of which units and quarters each submission spoke when it was accepted."""
    table, found = submission_quarter.c, defaultdict(set)
    for number, unit, quarter in connection.execute(select(table.submission_id, table.unit, table.quarter)):
        found[number].add((unit, quarter))
    return found


def _first_reports(
    before: Iterable[Entry], moving: Iterable[Entry], replaced: Mapping[int, tuple[int, ...]],
    spoken: Mapping[int, set[Where]],
) -> dict[int, set[Where]]:  # fmt: skip
    """By entry, the units and quarters that nobody had reported when its file was accepted."""
    standing, found = standing_after(before, replaced), {}
    reports: dict[Where, set[int]] = defaultdict(set)
    for number, places in spoken.items():
        for where in places:
            reports[where].add(number)
    for one in moving:
        if one.action == log.ACCEPTED:
            own = spoken.get(one.submission_id, set())
            found[one.id] = {where for where in own if not standing.received(reports[where])}
        standing.follow(one.action, one.submission_id)
    return found


def _within(view: Filters) -> list[ColumnElement[bool]]:
    """Rows that may count in the figures of a view: of its unit, in its days or the twelve months that T1 asks for;
    summaries that have a day in common with them."""
    table = activity.c
    last = min(view.as_of or PROGRAMME_END, view.period.end)
    first = max(PROGRAMME_START, min(view.period.start, last - PERIODIC))
    spans = (table.basis != Basis.DETAIL) & (table.start_date <= last) & (table.end_date >= first)
    return [*_of_unit(activity, view), or_(table.counted_on.between(first, last), spans)]


def _of_unit(table: Table, view: Filters) -> list[ColumnElement[bool]]:
    return [] if view.unit == CITY else [table.c.unit == view.unit]


def _spoken(word: Word) -> list[Where]:
    quarters = spoken_of(word.basis, word.counted_on, word.start_date, word.end_date)
    return [(word.unit, quarter.code) for quarter in quarters] or [(word.unit, "")]


def _touched(step: Step) -> Iterator[Touch]:
    """What a change of one row moves: its counts on its day, and that its unit has reported."""
    for word, other in ((step.before, step.after), (step.after, step.before)):
        if word is None:
            continue
        # A running total counts on another day than it would alone, and may have come to that later.
        days = {word.counted_on, counted_on(word.start_date, word.end_date, word.basis)}
        for day in sorted(days):
            yield Touch(word.unit, word.kind, day, day, _moved(word, other))
        for quarter in spoken_of(word.basis, word.counted_on, word.start_date, word.end_date):
            yield Touch(word.unit, None, middle(quarter), middle(quarter), frozenset({"reported"}))


def _moved(word: Word, other: Word | None) -> frozenset[str]:
    """The measures in which two words on one activity differ; all that one gives where there is no other."""
    differs = {name for name in _NUMBERS if getattr(word, name) != getattr(other, name, None)}
    found = {"activities"} if "count" in differs else set()
    found |= {"female"} & differs
    found |= {"attendances"} if differs - {"count", "female"} else set()
    for name, audience in _SEATS.items():
        had, has = bool(getattr(other, name, None)), bool(getattr(word, name))
        if name in differs:
            found.add(f"attendances:{audience}")
        if had != has or (has and "count" in differs):
            found.add(f"activities:{audience}")
    if other is None and word.school:
        found.add("schools")
    return frozenset(found)


def _file_names(connection: Connection, numbers: Collection[int]) -> dict[int, str]:
    query = select(submission.c.id, submission.c.file_name).where(submission.c.id.in_(numbers))
    return {row.id: row.file_name for row in connection.execute(query)}


def _summaries(connection: Connection, units: Collection[str]) -> list[Row[Any]]:
    table = activity.c
    query = select(table.unit, table.kind, table.start_date, table.end_date, table.counted_on)
    asked = query.where(table.held, table.basis == Basis.SUMMARY, table.unit.in_(sorted(units)))
    return list(connection.execute(asked.distinct()))


def _beside(touches: Iterable[Touch], summaries: Iterable[Row[Any]]) -> Iterator[Touch]:
    """A summary that has a day in common with rows that moved may have given way to them, or come back for them:
    on its own day."""
    days: dict[tuple[str, str | None], set[date]] = defaultdict(set)
    for touch in touches:
        days[touch.unit, touch.kind].add(touch.first)
    for one in summaries:
        if any(one.start_date <= day <= one.end_date for day in days[one.unit, one.kind]):
            for day in {one.counted_on, counted_on(one.start_date, one.end_date, Basis.SUMMARY)}:
                yield Touch(one.unit, one.kind, day, day, frozenset({"beside"}))


def _registers(
    why: Why, measure: str, steps: Iterable[Step], at: Mapping[int, Any], names: Mapping[int, str]
) -> Iterator[Cause]:  # fmt: skip
    """By entry, the units of whose register something changed; it has no days, so over the programme. Schools by
    name: which came, which went, of which something else is said."""
    found: dict[tuple[int, int], set[Touch]] = defaultdict(set)
    called: dict[tuple[int, int], tuple[list[str], list[str], list[str]]] = defaultdict(lambda: ([], [], []))
    for step in steps:
        if why == Why.SCHOOLS:
            place = 0 if step.before is None else 1 if step.after is None else 2
            called[step.entry, step.submission][place].append((step.after or step.before).name)  # type: ignore[union-attr]
        for word in filter(None, (step.before, step.after)):
            touch = Touch(word.unit, None, PROGRAMME_START, PROGRAMME_END, frozenset({measure}))
            found[step.entry, step.submission].add(touch)
    for (entry, number), touches in found.items():
        entered, left, reworded = (tuple(sorted(some)) for some in called[entry, number])
        yield Cause(
            why, entry, at[entry], number, names.get(number), tuple(sorted({t.unit for t in touches})),
            entered=entered, left=left, reworded=reworded, touches=frozenset(touches),
        )  # fmt: skip
