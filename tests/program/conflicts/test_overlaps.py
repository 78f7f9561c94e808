from collections.abc import Mapping
from datetime import date, timedelta
from itertools import permutations
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from program.conflicts.crossings import Crossing, Told, crossing_pairs
from program.conflicts.overlaps import Overlap
from program.conflicts.running import line_of
from program.conflicts.settling import Settled, settled
from program.periods import parse_period
from program.views.doubts import doubts
from program.vocabulary import Audience
from tests.program.frames import activities, built, record
from tests.program.measures.test_figures import view

Q = parse_period("2023-Q2")
YEAR = parse_period("2023")
CLASSES = ("492", "training_class")
ATTENDANCES = [f"att_{audience}" for audience in Audience]


def held(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Held records; a row may say that it is the other one of a twin."""
    frame = activities(rows)
    frame["seats"] = (
        frame["attendances_total"]
        .astype(float)
        .fillna(frame[ATTENDANCES].astype(float).sum(axis=1))
        .astype(int)
    )
    lines = [line_of([row["ward"], row["school"]]) for row in rows]
    return frame.assign(twin=[bool(row.get("twin")) for row in rows], line=lines)


def settle(rows: list[dict[str, Any]] | pd.DataFrame, **chosen: Any) -> Settled:
    verdicts = {(*CLASSES, *span): verdict for span, verdict in chosen.get("verdicts", {}).items()}
    crossings = {(*CLASSES, *a, *b): verdict for (a, b), verdict in chosen.get("crossings", {}).items()}
    return settled(rows if isinstance(rows, pd.DataFrame) else held(rows), verdicts, crossings)


def aside(rows: list[dict[str, Any]], **chosen: Any) -> list[int]:
    return np.flatnonzero(settle(rows, **chosen).set_aside).tolist()


def summary(
    start: date = Q.start,
    end: date = Q.end,
    count: int | None = 12,
    kind: str = "training_class",
    **seats: int,
) -> dict[str, Any]:
    made = record("492", start, end=end, kind=kind, basis="summary", seats=seats or {"parents": 300})
    return made | {"count": count}


def detail(day: date = Q.start, count: int = 1, **seats: int) -> dict[str, Any]:
    return record("492", day, count=count, seats=seats or {"parents": 30})


def span(one: dict[str, Any]) -> tuple[date, date]:
    return one["start_date"].date(), one["end_date"].date()


def test_a_summary_beside_a_detailed_list_is_set_aside_and_both_are_told() -> None:
    rows = [summary(), detail(count=2), detail(Q.end), detail(date(2023, 7, 1))]
    found = settle(rows)
    assert found.set_aside.tolist() == [True, False, False, False]
    assert found.overlaps == (
        Overlap(
            *CLASSES, Q.start, Q.end, summed=12, listed=3, summed_seats=300, listed_seats=60, decided=False
        ),
    )


def test_another_unit_kind_or_time_is_no_overlap() -> None:
    rows = [
        summary(),
        record("490", Q.start),
        record("492", Q.start, kind="contest"),
        detail(date(2023, 6, 15)),
        record("492", Q.start, end=Q.end, kind="training_class", basis="declared_zero", count=0),
        record("492", Q.start, end=Q.end, kind=None, basis="declared_zero", count=0),
    ]
    assert settle(rows).overlaps == ()
    assert aside(rows) == []


def test_a_summary_of_a_shorter_span_is_finer_and_the_same_span_is_not() -> None:
    quarter, again = summary(), summary(count=5)
    year = summary(YEAR.start, YEAR.end, count=40)
    assert aside([quarter, again]) == []
    assert aside([year, quarter, again]) == [0]
    assert settle([year, quarter, again]).overlaps[0].listed == 17
    assert aside([year, quarter, detail()]) == [0, 1]
    later = summary(date(2023, 6, 1), date(2023, 6, 30))
    assert aside([quarter, later]) == []  # neither lies within the other


def test_audiences_that_are_named_must_meet() -> None:
    assert aside([summary(officials=50), detail(parents=30)]) == []
    assert aside([summary(officials=50, parents=20), detail(parents=30)]) == [0]
    unnamed = record("492", Q.start, end=Q.end, basis="summary", total=50)
    assert aside([unnamed, detail(parents=30)]) == [0]
    assert aside([summary(officials=50), record("492", Q.start, total=30)]) == [0]


def test_attendances_are_compared_for_the_audiences_of_the_summary() -> None:
    rows = [summary(parents=300), detail(parents=30, teachers=4), record("492", Q.end, total=25)]
    (found,) = settle(rows).overlaps
    assert (found.summed_seats, found.listed_seats) == (300, 55)


def test_a_choice_sets_the_finer_records_aside_for_the_summary() -> None:
    rows = [summary(), detail(), detail(Q.end), detail(date(2023, 7, 1)), detail(officials=9)]
    chosen = {(Q.start, Q.end): "summary"}
    assert aside(rows, verdicts=chosen) == [1, 2]
    assert settle(rows, verdicts=chosen).overlaps == ()
    (listed,) = settle(rows, verdicts={(Q.start, Q.end): "detail"}).overlaps
    assert listed.decided
    assert not listed.waits


def test_the_longest_choice_comes_first() -> None:
    year, quarter = summary(YEAR.start, YEAR.end), summary()
    rows = [year, quarter, detail(), detail(date(2023, 2, 1))]
    assert aside(rows, verdicts={span(year): "summary", span(quarter): "summary"}) == [1, 2, 3]
    assert aside(rows, verdicts={span(quarter): "summary"}) == [0, 2]
    assert aside(rows, verdicts={span(year): "summary", span(quarter): "detail"}) == [1, 2, 3]


@pytest.mark.parametrize("start", [YEAR.start, Q.start])
@pytest.mark.parametrize("chosen", [{}, {"year": "summary", "quarter": "summary"}])
def test_nothing_is_set_aside_for_what_does_not_count_itself(start: date, chosen: dict[str, str]) -> None:
    """The year and the quarter share parents, the quarter and the class teachers. The class counts, so
    the quarter does not, and the year does; and where the year is chosen the quarter does not count, so
    the class does."""
    spans = {"year": (start, YEAR.end), "quarter": (Q.start, Q.end)}
    rows = [summary(*spans["year"], parents=90), summary(parents=20, teachers=20), detail(teachers=9)]
    assert aside(rows, verdicts={spans[name]: verdict for name, verdict in chosen.items()}) == [1]


def test_the_other_row_of_a_twin_stands_for_its_activity_but_in_no_number() -> None:
    twin = detail() | {"twin": True}
    assert aside([summary(), twin]) == [0]
    (found,) = settle([summary(), twin, detail(Q.end)]).overlaps
    assert (found.listed, found.listed_seats) == (1, 30)


@pytest.mark.parametrize(
    ("rows", "agrees"),
    [
        ([summary(count=1, parents=30), detail()], True),
        ([summary(count=2, parents=30), detail()], False),
        ([summary(count=1, parents=31), detail()], False),
        ([summary(count=None, parents=30), detail()], False),
    ],
)
def test_what_agrees_waits_for_nobody(rows: list[dict[str, Any]], agrees: bool) -> None:
    (found,) = settle(rows).overlaps
    assert (found.agrees, found.waits) == (agrees, not agrees)


_SPANS = [(date(2023, 1, 1) + timedelta(days=a), date(2023, 1, 1) + timedelta(days=b)) for a, b in
          ((0, 9), (0, 4), (5, 9), (2, 7), (0, 2), (3, 3), (0, 9), (1, 6))]  # fmt: skip
_SEATS = st.dictionaries(st.sampled_from(["parents", "teachers", "officials"]), st.integers(1, 9), max_size=2)
_RECORDS = st.lists(
    st.one_of(
        st.builds(
            lambda span, seats: record("492", span[0], end=span[1], basis="summary", seats=seats, total=9),
            st.sampled_from(_SPANS),
            _SEATS,
        ),
        st.builds(
            lambda day, seats: record("492", date(2023, 1, 1) + timedelta(days=day), seats=seats, total=9),
            st.integers(-1, 10),
            _SEATS,
        ),
    ),
    min_size=3,
    max_size=9,
)
_VERDICTS = st.dictionaries(st.sampled_from(_SPANS), st.sampled_from(["detail", "summary"]))


def _audiences(one: Mapping[str, Any]) -> set[str]:
    return {name for name in ATTENDANCES if one[name]} or set(ATTENDANCES)


def _finer(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether `one` is finer than the summary `other` and shares an audience with it."""
    if other["basis"] != "summary" or not _audiences(one) & _audiences(other):
        return False
    if one["basis"] == "detail":
        return bool(other["start_date"] <= one["counted_on"] <= other["end_date"])
    inside = other["start_date"] <= one["start_date"] and one["end_date"] <= other["end_date"]
    return bool(inside and span(dict(one)) != span(dict(other)))


def _shorter(found: Settled, place: int) -> set[int]:
    """The summaries whose numbers a running total has in its own."""
    own: set[int] = set()
    while (place := found.below.get(place, -1)) >= 0:
        own.add(place)
    return own


# Each crosses each.
_CROSSING = [(_SPANS[a], _SPANS[b]) for a, b in ((1, 3), (3, 2), (4, 3), (1, 7), (7, 3), (7, 2), (4, 7))]
_CROSSINGS = st.lists(
    st.tuples(st.sampled_from(_CROSSING), st.sampled_from(["both", "first", "second"])), max_size=4
).map(dict)


def _lost_to(one: Mapping[str, Any], other: Mapping[str, Any], crossings: Mapping[Any, str]) -> bool:
    """Whether a choice says that the summary `other` counts and `one` does not."""
    if {one["basis"], other["basis"]} != {"summary"} or not _audiences(one) & _audiences(other):
        return False
    a, b = span(dict(one)), span(dict(other))
    return crossings.get((a, b)) == "second" or crossings.get((b, a)) == "first"


@settings(max_examples=50)
@given(_RECORDS, _VERDICTS, _CROSSINGS)
def test_nothing_counts_twice_and_nothing_is_lost(
    rows: list[dict[str, Any]], verdicts: dict[tuple[date, date], str], crossings: dict[Any, str]
) -> None:
    found = settle(rows, verdicts=verdicts, crossings=crossings)
    gone = set(np.flatnonzero(found.set_aside))
    counting = [row for place, row in enumerate(rows) if place not in gone]
    for place, one in enumerate(rows):
        for at, other in enumerate(rows):
            if not gone & {place, at} and _finer(one, other):
                assert place in _shorter(found, at)
    # What is set aside stands beside something that counts and speaks of the same.
    for place in gone:
        assert any(
            _finer(rows[place], other)
            or _finer(other, rows[place])
            or _lost_to(rows[place], other, crossings)
            for other in counting
        )
    # What crosses and counts is told or was said to be right.
    told = {((c.first.start, c.first.end), (c.second.start, c.second.end)) for c in found.crossings}
    for one, other in permutations(counting, 2):
        pair = (span(one), span(other))
        if (
            pair in _CROSSING
            and _audiences(one) & _audiences(other)
            and one["basis"] == other["basis"] == "summary"
        ):
            assert (pair in told) != (crossings.get(pair) == "both")
    for places in found.places.values():
        assert all(len(side) for side in places)


@settings(max_examples=40)
@given(_RECORDS, _VERDICTS, _CROSSINGS, st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(
    rows: list[dict[str, Any]], verdicts: dict[tuple[date, date], str], crossings: dict[Any, str], draw: Any
) -> None:
    order = list(range(len(rows)))
    draw.shuffle(order)
    chosen = {"verdicts": verdicts, "crossings": crossings}
    records = held(rows)
    straight, mixed = settle(records, **chosen), settle(records.iloc[order], **chosen)
    assert mixed.set_aside.tolist() == [straight.set_aside[i] for i in order]
    assert (mixed.overlaps, mixed.crossings) == (straight.overlaps, straight.crossings)
    assert {order[a]: order[b] for a, b in mixed.below.items()} == straight.below


HALF, CIVIL_HALF = (date(2022, 12, 15), date(2023, 6, 14)), (date(2023, 1, 1), date(2023, 6, 30))


def test_summaries_whose_days_cross_both_count_and_are_told() -> None:
    rows = [summary(*CIVIL_HALF, count=None, parents=280, officials=7), summary(*HALF, parents=300)]
    found = settle(rows)
    assert found.set_aside.tolist() == [False, False]
    (one,) = found.crossings
    assert one == Crossing(*CLASSES, Told(*HALF, 12, 300), Told(*CIVIL_HALF, None, 280))
    assert one.shared_days == 165
    assert [side.tolist() for side in found.places[one]] == [[1], [0]]
    # Nothing to ask where they touch nowhere, speak of others, or one lies within the other.
    for other in (summary(date(2023, 6, 15), YEAR.end), summary(*CIVIL_HALF, officials=7), summary(*HALF)):
        assert settle([summary(*HALF), other]).crossings == ()


@pytest.mark.parametrize(("verdict", "gone"), [("both", []), ("first", [0]), ("second", [1])])
def test_a_choice_between_crossing_summaries(verdict: str, gone: list[int]) -> None:
    rows = [summary(*CIVIL_HALF), summary(*HALF)]
    found = settle(rows, crossings={(HALF, CIVIL_HALF): verdict})
    assert np.flatnonzero(found.set_aside).tolist() == gone
    assert found.crossings == ()


def test_which_spans_cross() -> None:
    assert list(crossing_pairs([(5, 9), (0, 9), (0, 4), (4, 7), (0, 6)])) == [
        ((0, 4), (4, 7)), ((0, 6), (4, 7)), ((0, 6), (5, 9)), ((4, 7), (5, 9)),
    ]  # fmt: skip


def test_who_lost_wins_over_nobody() -> None:
    a, b, c = spans = [(date(2023, 1, n), date(2023, 2, n)) for n in (1, 5, 9)]
    rows = [summary(*days) for days in spans]
    found = settle(rows, crossings={(a, b): "first", (b, c): "first"})
    assert np.flatnonzero(found.set_aside).tolist() == [1]
    assert [(one.first.start, one.second.start) for one in found.crossings] == [(a[0], c[0])]
    # Of choices that go round the oldest has no effect: what is left waits again.
    round_about = {(a, b): "first", (b, c): "first", (a, c): "second"}
    found = settle(rows, crossings=round_about)
    assert np.flatnonzero(found.set_aside).tolist() == [2]
    assert [(one.first.start, one.second.start) for one in found.crossings] == [(a[0], b[0])]


def test_a_choice_for_a_summary_that_does_not_count_itself_has_no_effect() -> None:
    rows = [summary(*HALF), summary(*CIVIL_HALF), detail(date(2022, 12, 20))]
    assert aside(rows) == [0]
    assert aside(rows, crossings={(HALF, CIVIL_HALF): "first"}) == [0]
    assert aside(rows, crossings={(HALF, CIVIL_HALF): "second"}) == [0]
    assert aside(rows[:2], crossings={(HALF, CIVIL_HALF): "first"}) == [1]


def _waiting(*rows: dict[str, Any]) -> Any:
    found = settled(held(list(rows)), {})
    return built(rows, overlaps=found.overlaps)


def test_the_doubts_of_a_view_tell_those_that_wait() -> None:
    found = _waiting(summary(), detail())
    assert len(doubts(found, view()).overlaps) == 1
    assert len(doubts(found, view(period="2023-Q2")).overlaps) == 1
    assert doubts(found, view(period="2024")).overlaps == ()
    assert doubts(found, view(unit="490")).overlaps == ()
    assert doubts(_waiting(summary(count=1, parents=30), detail()), view()).overlaps == ()
