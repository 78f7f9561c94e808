"""What moved figures between two entries of the log: named with its submission, and nothing that came and went."""

import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some
from sqlalchemy import Engine, func, select

import storage.reading.analysis
from access import Actor, local_person
from exports.edition import cause_words
from program.conflicts.crossings import CrossingDecision
from program.conflicts.overlaps import BasisDecision
from program.conflicts.twins import TwinDecision
from program.editions.causes import Why
from program.editions.compare import Days, compare
from program.filters import parse_filters
from program.measures import sums
from program.measures.analysis import build
from program.measures.figure_list import figures
from program.vocabulary import Audience, Kind
from storage import demo
from storage.conflicts import decisions
from storage.database import connect, reading
from storage.editions.events import causes
from storage.intake.submissions import accept, withdraw
from storage.refusals import Refused
from storage.registers import supplied
from storage.schema import activity, event
from tests.storage.build import bytes_of, record, report

YEAR = parse_filters({"period": "2023"})
ONLY_SQLITE = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
TARGET = {
    "indicator": "L-sessions", "unit": "492", "start_date": "2022-12-15", "end_date": "2023-12-14", "value": 40.0,
    "authority": "local", "document": "KH 1", "source": {"sheet": "A", "row": 2},
}  # fmt: skip
SCHOOL = {
    "name": "Trường TH Điện Biên Phủ", "level": "primary", "unit": "492", "ward": None, "valid_from": None,
    "valid_to": None, "source": {"sheet": "Trường", "row": 3},
}  # fmt: skip
TASK = {
    "unit": "492", "assignee": "UBND phường Hải Châu", "duty": "Mở lớp", "document": None, "assigned_on": "2023-02-01",
    "due_date": None, "state": "done", "done_on": None, "result": None, "proof": None,
    "source": {"sheet": "Nhiệm vụ", "row": 3},
}  # fmt: skip
MARCH = {"start_date": "2023-03-20", "end_date": "2023-03-20"}


def take(engine: Engine, *records: dict[str, Any], kind: str = "activities", **options: Any) -> int:
    """Accept a file; gives its number."""
    made = report(*records, kind=kind)
    return accept(engine, local_person(), "tep.xlsx", bytes_of(made), made, **options).submission.id


def now(engine: Engine) -> int:
    """The newest entry of the log."""
    with reading(engine) as connection:
        return int(connection.scalar(select(func.max(event.c.id))) or 0)


def told(engine: Engine, since: int, **view: Any) -> list[tuple[Any, ...]]:
    """The causes: kind, submission, units, quarters."""
    return [(c.why, c.submission, c.units, c.quarters) for c in causes(engine, YEAR.only(**view), since)]


def test_files_that_came_late_added_mended_or_were_taken_back(engine: Engine) -> None:
    first = take(engine, record())
    mark = now(engine)
    assert told(engine, mark) == []
    late = take(engine, record(title="Lớp muộn", start_date="2023-09-20", end_date="2023-09-20"))
    added = take(engine, record(title="Lớp thêm"))
    mended = take(engine, record(attendances={"parents": 40}, attendances_total=40))
    half = now(engine)
    assert told(engine, mark) == [
        (Why.LATE, late, ("492",), ("2023-Q4",)),
        (Why.ADDED, added, ("492",), ("2023-Q2",)),
        (Why.CORRECTED, mended, ("492",), ("2023-Q2",)),
    ]
    withdraw(engine, local_person(), added)
    assert told(engine, half) == [(Why.WITHDRAWN, added, ("492",), ("2023-Q2",))]
    assert [why for why, *_ in told(engine, mark)] == [Why.LATE, Why.CORRECTED]
    assert causes(engine, YEAR, mark, half)[-1].why == Why.CORRECTED
    withdraw(engine, local_person(), mended)
    withdraw(engine, local_person(), late)
    assert told(engine, mark) == []
    withdraw(engine, local_person(), first)
    assert told(engine, mark) == [(Why.WITHDRAWN, first, ("492",), ("2023-Q2",))]


@ONLY_SQLITE
def test_a_corrected_file_is_one_cause_also_where_a_date_was_mended(engine: Engine) -> None:
    first = take(engine, record(), record(title="Lớp hai"))
    mark = now(engine)
    mended = take(
        engine,
        record(),
        record(title="Lớp hai", start_date="2023-05-19", end_date="2023-05-19"),
        replaces=[first],
    )
    assert told(engine, mark) == [(Why.CORRECTED, mended, ("492",), ("2023-Q2",))]
    (cause,) = causes(engine, YEAR, mark)
    assert {t.first for t in cause.touches if t.kind} == {date(2023, 5, 12), date(2023, 5, 19)}
    withdraw(engine, local_person(), mended)
    assert told(engine, mark) == []


@ONLY_SQLITE
def test_rows_that_a_file_removed_and_rows_it_says_again(engine: Engine) -> None:
    first = take(engine, record(), record(title="Lớp hai"))
    mark = now(engine)
    gone = take(engine, record(), remove_from=[first])
    (cause,) = causes(engine, YEAR, mark)
    assert (cause.why, cause.submission) == (Why.CORRECTED, gone)
    assert {t.measures for t in cause.touches if t.kind} == {
        frozenset({"activities", "activities:parents", "attendances", "attendances:parents"})
    }
    again = now(engine)
    take(engine, record(), record(title="Lớp hai"), record(unit="493", title="Khác"))
    assert told(engine, again, unit="493") == [(Why.LATE, gone + 1, ("493",), ("2023-Q2",))]
    assert told(engine, mark, unit="492") == []


@ONLY_SQLITE
def test_only_what_changed_in_a_row_is_said_to_have_changed(engine: Engine) -> None:
    take(engine, record(attendances={"parents": 30, "teachers": 5}, attendances_total=35))
    mark = now(engine)
    take(engine, record(attendances={"parents": 30, "teachers": 9}, attendances_total=39, female=3))
    (cause,) = causes(engine, YEAR, mark)
    assert {t.measures for t in cause.touches if t.kind} == {
        frozenset({"attendances", "attendances:teachers", "female"})
    }


@ONLY_SQLITE
def test_other_days_and_units_are_no_cause(engine: Engine) -> None:
    mark = now(engine)
    take(engine, record(start_date="2024-05-12", end_date="2024-05-12"))
    take(engine, record(unit="493", title="Khác"))
    assert told(engine, mark, unit="492") == []
    assert [units for _, _, units, _ in told(engine, mark)] == [("493",)]


@ONLY_SQLITE
def test_a_summary_beside_rows_that_came_moves_on_its_own_day(engine: Engine) -> None:
    summary = record(
        title=None, organiser=None, basis="summary", count=4, start_date="2022-12-15", end_date="2023-12-14"
    )
    take(engine, summary)
    mark = now(engine)
    take(engine, record(**MARCH))
    (cause,) = causes(engine, YEAR, mark)
    assert {(t.first, "beside" in t.measures) for t in cause.touches if t.kind} == {
        (date(2023, 3, 20), False),
        (date(2023, 6, 15), True),
    }


def test_targets_with_both_values_and_the_document(engine: Engine) -> None:
    take(engine, TARGET, kind="targets")
    mark = now(engine)
    take(engine, TARGET | {"value": 45.0}, kind="targets")
    changed = take(engine, TARGET | {"value": 50.0, "document": "KH 2"}, kind="targets")
    (cause,) = causes(engine, YEAR, mark)
    assert (cause.why, cause.submission, cause.indicator, cause.units) == (
        Why.TARGET,
        changed,
        "L-sessions",
        ("492",),
    )
    assert (cause.before, cause.after, cause.document) == (40.0, 50.0, "KH 2")
    words = cause_words.cause(cause).replace("\N{NON-BREAKING HYPHEN}", "-")
    assert "quận Hải Châu, 15-12-2022 đến 14-12-2023, sửa từ 40 thành 50 (+10) (lần nộp số" in words
    withdraw(engine, local_person(), changed)
    withdraw(engine, local_person(), changed - 1)
    assert told(engine, mark) == []


@ONLY_SQLITE
def test_targets_of_the_city_are_of_the_city(engine: Engine) -> None:
    mark = now(engine)
    take(engine, TARGET | {"unit": "48"}, kind="targets")
    (cause,) = causes(engine, YEAR, mark)
    assert (cause.units, cause.before, cause.after) == (("city",), None, 40.0)


@ONLY_SQLITE
def test_decisions_and_their_undoing(engine: Engine, actor: Actor) -> None:
    take(engine, record(title="An toàn mạng"), record(unit="493", title="Khác"))
    take(engine, record(title="An toàn trên mạng", organiser="Phường"))
    summary = record(
        title=None, organiser=None, basis="summary", count=9, start_date="2023-03-15", end_date="2023-06-14"
    )
    take(engine, summary)
    with reading(engine) as connection:
        query = select(activity.c.natural_key).where(activity.c.unit == "492", activity.c.basis == "detail")
        first, second = sorted(connection.scalars(query))
    mark = now(engine)
    decisions.decide(engine, actor, [TwinDecision(first, second, "first", "một lớp")])
    days = (date(2023, 3, 15), date(2023, 6, 14))
    (basis,) = decisions.decide(
        engine, actor, [BasisDecision("492", "training_class", *days, "summary", "đã hỏi")]
    )
    twin, based = causes(engine, YEAR, mark)
    assert (twin.why, twin.units, twin.reason) == (Why.DECISION, ("492",), "một lớp")
    assert {(t.first, t.last) for t in twin.touches} == {(date(2023, 5, 12), date(2023, 5, 12))}
    assert [(t.unit, t.kind, t.first, t.last) for t in based.touches] == [("492", "training_class", *days)]
    decisions.undo(engine, actor, "basis", basis)
    assert causes(engine, YEAR, mark) == (twin,)


@ONLY_SQLITE
def test_registers_supplied_figures_and_demo_data(engine: Engine, actor: Actor) -> None:
    take(engine, record(title="Minh họa"), demo=True)
    mark = now(engine)
    schools = take(engine, SCHOOL, kind="schools")
    half = now(engine)
    tasks = take(engine, TASK, kind="tasks")
    given = supplied.supply(engine, actor, "T2", date(2023, 6, 30), 9, 10, "Sở Y tế")
    other = supplied.supply(engine, actor, "T3", date(2023, 6, 30), 1, 2, "Công an")
    supplied.take_back(engine, actor, other.id)
    demo.remove(engine, actor)
    found = causes(engine, YEAR, mark)
    assert [(c.why, c.submission, c.indicator, c.document) for c in found] == [
        (Why.SCHOOLS, schools, None, None),
        (Why.TASKS, tasks, None, None),
        (Why.SUPPLIED, None, "T2", given.agency),
        (Why.DEMO, None, None, None),
    ]
    assert (found[0].entered, found[0].left, found[0].reworded) == ((SCHOOL["name"],), (), ())
    # Which schools came, which went, of which something else is said; not one that came and went.
    second = take(
        engine, SCHOOL | {"valid_from": "2023-01-01"}, SCHOOL | {"name": "TH Núi Thành"}, kind="schools"
    )
    assert _schools(engine, half) == ["thêm 1 trường: TH Núi Thành; sửa 1 trường: Trường TH Điện Biên Phủ"]
    take(engine, SCHOOL | {"name": "THCS Tây Sơn"}, kind="schools", replaces=[schools, second])
    assert _schools(engine, half) == [
        "sửa 1 trường: Trường TH Điện Biên Phủ",
        "thêm 1 trường: THCS Tây Sơn; bỏ 1 trường: Trường TH Điện Biên Phủ",
    ]


@ONLY_SQLITE
def test_what_a_department_did_at_a_school_moves_the_district_whose_school_it_is(engine: Engine) -> None:
    take(engine, SCHOOL, SCHOOL | {"name": "TH Núi Thành", "unit": "493"}, kind="schools")
    visits = [
        record(unit="SO-GDDT", title=f"Lớp {n}", school=name)
        for n, name in enumerate(("Tr. TH Điện Biên Phủ", "TH lạ"))
    ]
    number = take(engine, *visits)
    old, mark = figures(build(**vars(storage.reading.analysis.load(engine))), YEAR), now(engine)
    withdraw(engine, local_person(), number)
    new = figures(build(**vars(storage.reading.analysis.load(engine))), YEAR)
    days = Days(YEAR, *[date(2023, 12, 14)] * 2)
    found = {(one.measure, one.unit): one for one in compare(old, new, causes(engine, YEAR, mark), days)}
    for unit in ("492", "city"):
        (part,) = found["schools_reached", unit].parts
        assert (part.amount, [cause.submission for cause in part.causes]) == (-1, [number])
    assert {unit for measure, unit in found if measure == "schools_reached"} == {"492", "city"}


def _schools(engine: Engine, since: int) -> list[str]:
    """What the causes say of schools, after whose list it is and before where it comes from."""
    told = [cause_words.cause(one) for one in causes(engine, YEAR, since) if one.why == Why.SCHOOLS]
    return [one.partition("; ")[2].rpartition(" (")[0] for one in told]


POOL = [
    report(record(), record(title="Lớp hai")),
    report(record(attendances={"parents": 9}, attendances_total=9)),
    report(record(title="Lớp hai", female=4), record(unit="493")),
    report(record(**MARCH), record(unit="493", count=2)),
]
STEPS = some.lists(
    some.tuples(some.sampled_from(["take", "replace", "remove", "withdraw"]), some.integers(0, 3), some.integers(1, 6)),
    min_size=2, max_size=7,
)  # fmt: skip


@settings(max_examples=12)
@given(steps=STEPS, mark=some.integers(0, 6))
def test_the_causes_are_just_what_moved_whatever_the_order(
    tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path, steps: Any, mark: int
) -> None:
    path = shutil.copy(migrated_sqlite, tmp_path_factory.mktemp("order"))
    engine = connect(f"sqlite:///{path}")
    moment, before = 0, Counter[Any]()
    for place, (what, file, number) in enumerate(steps):
        if place == mark:
            moment, before = now(engine), _held(engine)
        _tried(lambda: _act(engine, what, file, number))  # noqa: B023 (called at once)
    after, found = _held(engine), causes(engine, YEAR, moment) if mark < len(steps) else ()
    if mark >= len(steps):
        before = after
    moved = {(unit, day) for unit, day, _ in (before - after) + (after - before)}
    assert {(t.unit, t.first) for cause in found for t in cause.touches if t.kind} == moved
    engine.dispose()


def _act(engine: Engine, what: str, file: int, number: int) -> None:
    if what == "withdraw":
        withdraw(engine, local_person(), number)
        return
    options = {"take": {}, "replace": {"replaces": [number]}, "remove": {"remove_from": [number]}}[what]
    made = POOL[file]
    accept(engine, local_person(), "tep.xlsx", bytes_of(made), made, **options)  # type: ignore[arg-type]


def _tried(act: Callable[[], None]) -> None:
    with suppress(Refused):
        act()


def _held(engine: Engine) -> Counter[Any]:
    with reading(engine) as connection:
        query = select(activity.c.unit, activity.c.counted_on, activity.c.content, activity.c.natural_key)
        rows = connection.execute(query.where(activity.c.held)).all()
    return Counter((row.unit, row.counted_on, (row.natural_key, row.content)) for row in rows)


def _summary(start: str, end: str, **said: Any) -> dict[str, Any]:
    return record(title=None, organiser=None, basis="summary", start_date=start, end_date=end, **said)


# Rows beside summaries, of two units, some of them of one activity.
BESIDE = [
    report(record(), record(title="Lớp hai", **MARCH), record(unit="493", female=7)),
    report(
        record(attendances={"parents": 9, "teachers": 2}, attendances_total=15),
        record(title="Lớp hai", count=3, attendances_total=None),
    ),
    report(_summary("2023-03-15", "2023-06-14", count=5, attendances={"parents": 80}, attendances_total=80)),
    report(
        _summary("2022-12-15", "2023-12-14", count=20, attendances={}, attendances_total=500),
        _summary("2023-05-01", "2023-07-31", count=4, attendances={"teachers": 40}, attendances_total=40),
    ),
    report(
        _summary("2022-12-15", "2023-03-14", count=2, attendances={"parents": 30}, attendances_total=40),
        _summary("2022-12-15", "2023-09-14", count=9, attendances={"parents": 90}, attendances_total=120),
    ),
    report(_summary("2022-12-15", "2023-06-14", count=6, attendances={"parents": 70}, attendances_total=80)),
]
ACTS = ["take", "take", "take", "replace", "remove", "withdraw", "twin", "basis", "crossing", "undo"]
MOVES = some.lists(
    some.tuples(some.sampled_from(ACTS), some.integers(0, 5), some.integers(1, 5)), min_size=3, max_size=10
)


@settings(max_examples=3)
@example(steps=[("take", 0, 1), ("twin", 0, 1)], marks=(1, 2))
@example(steps=[("take", 1, 1)], marks=(0, 1))
@example(steps=[("take", 0, 1), ("twin", 0, 1), ("undo", 0, 1)], marks=(2, 3))
@example(steps=[("take", 2, 1), ("take", 0, 1), ("take", 1, 1), ("take", 3, 1)], marks=(1, 2))
@example(steps=[("take", 0, 1), ("take", 2, 1), ("basis", 0, 1), ("withdraw", 0, 1)], marks=(2, 3))
@example(steps=[("take", 2, 1), ("take", 3, 1), ("crossing", 0, 3)], marks=(2, 3))
@example(steps=[("take", 5, 1), ("take", 3, 1), ("take", 4, 1), ("withdraw", 0, 1)], marks=(1, 4))
@example(steps=[("take", 4, 1), ("take", 5, 1)], marks=(1, 2))
@given(steps=MOVES, marks=some.tuples(some.integers(0, 8), some.integers(1, 9)))
def test_what_the_causes_moved_adds_up_to_what_counts_more_or_less(
    tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path, steps: Any, marks: tuple[int, int]
) -> None:
    path = shutil.copy(migrated_sqlite, tmp_path_factory.mktemp("order"))
    engine = connect(f"sqlite:///{path}")
    first, second = sorted(min(mark, len(steps)) for mark in marks)
    seen = {}
    for place, (what, file, number) in enumerate([*steps, ("nothing", 0, 0)]):
        if place in (first, second):
            seen[place] = now(engine), _counting(engine)
        _tried(lambda: _moved(engine, what, file, number))  # noqa: B023 (called at once)
    (since, before), (until, after) = seen[first], seen[second]
    total = Counter[Any]()
    for cause in causes(engine, YEAR, since, until):
        total.update(cause.moved)
    assert {key: n for key, n in total.items() if n} == {
        key: after[key] - before[key] for key in before | after if after[key] != before[key]
    }
    engine.dispose()


def _moved(engine: Engine, what: str, file: int, number: int) -> None:
    actor = local_person()
    if what in ("take", "replace", "remove", "withdraw"):
        made = BESIDE[file]
        if what == "withdraw":
            withdraw(engine, actor, number)
            return
        options: dict[str, Any] = {"replace": {"replaces": [number]}, "remove": {"remove_from": [number]}}
        accept(engine, actor, "tep.xlsx", bytes_of(made), made, **options.get(what, {}))
    elif what == "twin":
        with reading(engine) as connection:
            query = (
                select(activity.c.natural_key).where(activity.c.held, activity.c.basis == "detail").distinct()
            )
            keys = sorted(connection.scalars(query))[:3]
        pair = [key for at, key in enumerate(keys) if at != file % 3][:2]
        if len(pair) == 2:
            verdict: Any = ("first", "second", "different")[number % 3]
            decisions.decide(engine, actor, [TwinDecision(pair[0], pair[1], verdict, "một lớp")])
    elif what == "basis":
        days = [(date(2023, 3, 15), date(2023, 6, 14)), (date(2022, 12, 15), date(2023, 12, 14))][file % 2]
        chosen: Any = ("detail", "summary")[number % 2]
        decisions.decide(engine, actor, [BasisDecision("492", "training_class", *days, chosen, "đã hỏi")])
    elif what == "crossing":
        spans = (date(2023, 3, 15), date(2023, 6, 14), date(2023, 5, 1), date(2023, 7, 31))
        side: Any = ("first", "second", "both")[number % 3]
        decisions.decide(engine, actor, [CrossingDecision("492", "training_class", *spans, side, "đã hỏi")])
    elif what == "undo":
        decisions.undo(engine, actor, ("twin", "basis", "crossing")[file % 3], number)  # type: ignore[arg-type]


def _counting(engine: Engine) -> Counter[Any]:
    """The figures of the view from the rows that count, by the program's own sums."""
    analysis = build(**vars(storage.reading.analysis.load(engine)))
    found = Counter[Any]()
    for unit in analysis.cube.units:
        block = sums.sums(analysis, YEAR.only(unit=unit))
        for kind in Kind:
            for measure in ("activities", "attendances"):
                for audience in (None, *Audience):
                    found[measure, kind, audience, unit] = int(sums.pick(block, measure, kind, audience))
            found["female", kind, None, unit] = int(sums.pick(block, "female", kind, None))
    return found
