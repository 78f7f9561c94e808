"""Tasks on a day: what is overdue and whose, what is done of what was passed on, and never more than is known."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from program.filters import Filters, parse_filters
from program.work import task_figures
from program.work.directives import Details as Document
from program.work.directives import Directive, issued
from program.work.history import Source
from program.work.task_register import Tally, register
from program.work.tasks import Details, Standing, State, Statement, Task, tasks

DAY = date(2023, 6, 15)
SOURCE = Source(1, "An", datetime(2023, 5, 4, tzinfo=UTC), "nhiem-vu.xlsx", "Số liệu", 7)


def details(**said: Any) -> Details:
    return Details(**{"assignee": "UBND các phường", "duty": "Mở lớp"} | said)


def said(record: int = 1, unit: str = "492", key: bytes = b"k", **more: Any) -> Statement:
    flags = {name: more.pop(name) for name in ("removes", "held") if name in more}
    return Statement(unit, details(**more), key, record, SOURCE, **{"held": True} | flags)


def task(record: int = 1, unit: str = "492", **more: Any) -> Task:
    one = said(record, unit, **more)
    return Task(one, (one,))


@pytest.mark.parametrize(
    ("given_", "standing", "over"),
    [
        ({"due_date": DAY - timedelta(1)}, Standing.OVERDUE, 1),
        ({"due_date": DAY}, Standing.SOON, 0),
        ({"due_date": DAY + timedelta(30)}, Standing.SOON, 0),
        ({"due_date": DAY + timedelta(31)}, Standing.OPEN, 0),
        ({}, Standing.OPEN, 0),
        ({"due_date": DAY - timedelta(9), "state": State.DONE}, Standing.DONE, 0),
        ({"due_date": DAY - timedelta(9), "state": State.DONE, "done_on": DAY}, Standing.DONE, 0),
        # Done since then: on the day itself it was overdue.
        ({"due_date": DAY - timedelta(9), "state": State.DONE, "done_on": DAY + timedelta(1)}, Standing.OVERDUE, 9),
    ],
)  # fmt: skip
def test_where_a_task_stands_is_asked_of_a_day(given_: dict[str, Any], standing: Standing, over: int) -> None:
    one = task(**given_)
    assert (one.standing(DAY), one.days_over(DAY)) == (standing, over)


@pytest.mark.parametrize(
    ("given_", "late"),
    [
        ({"state": State.DONE, "done_on": DAY, "due_date": DAY}, False),
        ({"state": State.DONE, "done_on": DAY, "due_date": DAY - timedelta(1)}, True),
        ({"state": State.DONE, "due_date": DAY}, None),
        ({"state": State.DONE, "done_on": DAY}, None),
        ({"state": State.IN_PROGRESS, "due_date": DAY}, None),
    ],
)
def test_a_task_is_late_only_where_both_days_are_known(given_: dict[str, Any], late: bool | None) -> None:
    assert task(**given_).late is late


def test_a_task_keeps_its_number_and_counts_by_the_word_that_is_held() -> None:
    first = said(3, state=State.NOT_STARTED, held=False)
    second = said(8, state=State.DONE)
    other = said(5, key=b"other", held=False)
    removed = said(5, key=b"other", removes=True, held=False)
    (one,) = tasks([removed, second, other, first])
    assert (one.id, one.details.state, one.statements) == (3, State.DONE, (first, second))


def test_the_register_shows_the_longest_overdue_first_and_the_done_last() -> None:
    made = [
        task(1, state=State.DONE, done_on=DAY - timedelta(3)),
        task(2, due_date=DAY + timedelta(4)),
        task(3),
        task(4, due_date=DAY - timedelta(2)),
        task(5, due_date=DAY - timedelta(20)),
        task(6, state=State.DONE, done_on=DAY),
        task(7, assigned_on=DAY + timedelta(1), due_date=DAY - timedelta(1)),
    ]
    found = register(made, DAY)
    assert [one.id for one in found.tasks] == [5, 4, 2, 3, 6, 1], "the last was passed on later"
    assert found.tally == Tally(overdue=2, soon=1, open=1, done=2)
    assert found.undated == 0


def test_whose_tasks_are_overdue_and_who_is_silent() -> None:
    made = [
        task(1, "492", due_date=DAY - timedelta(1)),
        task(2, "493", due_date=DAY - timedelta(1)),
        task(3, "493", due_date=DAY - timedelta(1)),
        task(4, "SO-YT", state=State.DONE),
        task(5, "48", state=State.DONE),
    ]
    found = register(made, DAY)
    assert found.overdue_by_unit == [("493", 2), ("492", 1)]
    assert [line.unit for line in found.lines[:2]] == ["493", "492"]
    silent = [line for line in found.lines if line.tally is None]
    assert len(silent) == 5
    assert found.lines[-5:] == tuple(silent), "who is silent is not ranked"
    # A department and the city itself are no part of who must hand in.
    assert found.handed_in == (2, 7)
    assert found.undated == 2
    one = register(made, DAY, frozenset({"SO-YT"}))
    assert ([line.unit for line in one.lines], one.handed_in) == (["SO-YT"], (0, 0))


@pytest.mark.parametrize(
    ("done", "of", "shown"),
    [(0, 3, 0), (1, 300, 0.3), (299, 300, 99.6), (3, 3, 100), (5, 12, 42), (0, 0, None)],
)
def test_the_share_is_whole_only_where_all_is_done(done: int, of: int, shown: float | None) -> None:
    assert Tally(open=of - done, done=done).per_cent == shown


UNITS = ("492", "493", "SO-YT", "48", "20242")
DAYS = st.none() | st.dates(date(2022, 1, 1), date(2024, 12, 31))


@st.composite
def registered(draw: st.DrawFn) -> list[Task]:
    made = []
    for record in range(draw(st.integers(0, 8))):
        state = draw(st.none() | st.sampled_from(list(State)))
        more = {"assigned_on": draw(DAYS), "due_date": draw(DAYS), "state": state}
        done = draw(DAYS) if state == State.DONE else None
        made.append(task(record, draw(st.sampled_from(UNITS)), key=b"%d" % record, done_on=done, **more))
    return made


@settings(max_examples=30)
@given(registered(), st.dates(date(2022, 1, 1), date(2025, 12, 31)))
def test_the_parts_make_up_the_whole(made: list[Task], day: date) -> None:
    found = register(made, day)
    tallies = [line.tally for line in found.lines if line.tally]
    assert sum(one.passed_on for one in tallies) == found.tally.passed_on == len(found.tasks)
    assert sum(one.done for one in tallies) == len(found.of(Standing.DONE))
    assert sum(n for _, n in found.overdue_by_unit) == found.tally.overdue
    assert all(line.tally is None or line.tally.passed_on for line in found.lines), "nothing given is no zero"
    for unit in UNITS:
        own = register(made, day, frozenset({unit}))
        assert own.tasks == tuple(one for one in found.tasks if one.unit == unit)


@settings(max_examples=30)
@given(registered(), st.dates(date(2022, 1, 1), date(2025, 12, 31)))
def test_the_figures_are_those_of_the_screen(made: list[Task], day: date) -> None:
    objects = {one["unit"]: one for one in task_figures.figures(made, Filters(as_of=day))}
    if not made:
        assert not objects
        return
    whole = register(made, day)
    total = (objects["city"]["value"], objects["city"]["denominator"])
    assert total == ((whole.tally.done, whole.tally.passed_on) if whole.tasks else (None, None))
    shown = {line.unit: line.tally for line in whole.lines}
    assert {u: o["denominator"] for u, o in objects.items() if u != "city"} == {
        unit: counted.passed_on if counted else None for unit, counted in shown.items()
    }


def test_figures_of_a_period_take_the_tasks_of_that_period() -> None:
    made = [
        task(1, assigned_on=date(2023, 3, 1), state=State.DONE),
        task(2, due_date=date(2023, 3, 1)),
        task(3, assigned_on=date(2022, 3, 1), due_date=date(2023, 3, 1)),
        task(4),
    ]

    def of(**view: str) -> list[tuple[Any, ...]]:
        found = task_figures.figures(made, parse_filters(view))
        return [(o["unit"], o["value"], o["denominator"], o["completeness"]["reported"]) for o in found]

    assert of(period="2023", unit="492") == [("492", 1, 2, 1)]
    assert of(period="2022", unit="492") == [("492", 0, 1, 1)]
    assert of(unit="492") == [("492", 1, 4, 1)]
    assert of(period="2024", unit="492") == [("492", None, None, 1)], (
        "nothing of that year; it is no silent unit"
    )
    assert of(period="2023", unit="493") == [("493", None, None, 0)]
    assert not of(kind="contest")
    assert not task_figures.figures([], Filters())


def test_documents_are_those_of_the_days_the_newest_first() -> None:
    made = [
        Directive("492", Document(f"{n}/KH", date(2023, n, 1), "Triển khai"), n, SOURCE) for n in (1, 5, 3)
    ]
    assert [one.details.number for one in issued(made, None, date(2023, 4, 1))] == ["3/KH", "1/KH"]
    assert [one.details.number for one in issued(made, date(2023, 2, 1), date(2023, 12, 1))] == [
        "5/KH",
        "3/KH",
    ]
