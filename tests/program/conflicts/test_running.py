"""Running totals: the year is what its longest summary says, the half-year what its own says, never both together."""

from collections import Counter
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from program.conflicts.running import NUMBERS, added, grows, next_shorter
from program.measures.sums import known, sums
from program.vocabulary import Kind
from tests.program.conflicts.test_overlaps import CLASSES, Settled, detail, held, settle, summary
from tests.program.frames import built, record
from tests.program.measures.test_figures import view

FIRST = date(2022, 12, 15)
ENDS = {"3": date(2023, 3, 14), "6": date(2023, 6, 14), "9": date(2023, 9, 14), "12": date(2023, 12, 14)}
FORM = {"6": 5, "9": 8, "12": 12}


def total(months: str, count: int | None, **seats: int) -> dict[str, Any]:
    return summary(FIRST, ENDS[months], count, **seats or {"parents": (count or 0) * 30})


def counting(rows: list[dict[str, Any]], found: Settled) -> list[dict[str, Any]]:
    """The rows that count, each with the numbers and on the day that it counts."""
    frame = held(rows)
    told = [
        dict(row, end_date=row["end_date"].date(), start_date=row["start_date"].date())
        for row in frame.to_dict("records")
    ]
    made = []
    for place, row in enumerate(rows):
        if not found.set_aside[place]:
            now = dict(row)
            if place in found.below:
                what = added(told[found.below[place]], told[place])
                now |= {**what.numbers, "counted_on": np.datetime64(what.counted_on)}
            made.append(now)
    return made


def figures(rows: list[dict[str, Any]], *periods: str, **chosen: Any) -> list[Any]:
    """Classes of the unit in each period."""
    found = built(counting(rows, settle(rows, **chosen)))
    return [
        known(sums(found, view(unit="492", period=period)), "activities", Kind.TRAINING_CLASS, None)
        for period in periods
    ]


PERIODS = ("2023", "2023-H1", "2023-H2", "2023-Q3", "2023-Q4")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # One form, or a half-year and then the year.
        ([total(m, n) for m, n in FORM.items()], [12, 5, 7, 3, 4]),
        ([total("6", 5), total("12", 12)], [12, 5, 7, 7, 0]),
        # Nothing more: the second half is a zero that was told.
        ([total("6", 5), total("12", 5)], [5, 5, 0, 0, 0]),
        # The year alone counts in the middle of its days.
        ([total("12", 12)], [12, 0, 12, 12, 0]),
        # Less than before, of other people only, or beside a list: as ever, the finer count.
        ([total("6", 5), total("12", 4)], [5, 5, 0, 0, 0]),
        ([total("6", 5), total("12", 12, parents=149)], [5, 5, 0, 0, 0]),
        ([total("6", 5, parents=90), total("12", 12, teachers=90)], [17, 5, 12, 12, 0]),
        ([total("6", 5), total("12", 12), detail(date(2023, 8, 1), count=2)], [7, 5, 2, 2, 0]),
        ([total("6", 5), total("12", 12), detail(date(2023, 2, 1), count=2)], [2, 2, 0, 0, 0]),
        # A quarter that begins later is none of them, and sets the half-year and the year aside.
        ([total("3", 2), summary(date(2023, 3, 15), ENDS["6"], 1), total("6", 5), total("12", 12)], [3, 3, 0, 0, 0]),
        # Two that tell of different people: the longest says again what neither says alone.
        ([total("6", 5, parents=90), total("9", 8, teachers=90), total("12", 14, parents=100, teachers=100)], [13, 13, 0, 0, 0]),
        # Unknown how many: nothing to tell the difference by.
        ([total("6", None, parents=90), total("12", 12)], [None, None, 0, 0, 0]),
    ],
)  # fmt: skip
def test_what_counts_of_running_totals(rows: list[dict[str, Any]], expected: list[Any]) -> None:
    assert figures(rows, *PERIODS) == expected
    assert figures(rows[::-1], *PERIODS) == expected


def test_nothing_is_left_to_choose_and_a_choice_still_holds() -> None:
    rows = [total(m, n) for m, n in FORM.items()]
    assert settle(rows).overlaps == ()
    year = (FIRST, ENDS["12"])
    assert figures(rows, "2023", "2023-H1", verdicts={year: "summary"}) == [12, 0]
    assert figures(rows, "2023", "2023-H1", verdicts={year: "detail"}) == [8, 5]
    (told,) = settle(rows, verdicts={year: "detail"}).overlaps
    assert (told.summed, told.listed, told.summed_seats, told.listed_seats) == (12, 8, 360, 240)


def test_each_place_or_content_has_its_own_line() -> None:
    rows = [dict(total(m, n), ward=ward) for m, n in FORM.items() for ward in ("An Hải Bắc", "Mân Thái")]
    assert figures(rows, *PERIODS) == [24, 10, 14, 6, 8]
    # One of which the year says nothing.
    assert figures(rows[:-1], "2023") == [16]
    # Two rows that tell of the same are not told apart.
    assert figures([*rows, dict(total("12", 30), ward="Mân Thái")], "2023") == [16]


def test_people_without_an_audience_and_parts_that_were_nothing() -> None:
    half = record("492", FIRST, end=ENDS["6"], basis="summary", count=5, seats={"parents": 100}, total=120)
    year = record("492", FIRST, end=ENDS["12"], basis="summary", count=9, seats={"parents": 130, "teachers": 9},
                  total=160)  # fmt: skip
    rows = [half, year | {"female": 7}, half | {"female": 5}]
    assert settle(rows[:2]).below == {}  # women are told of one alone
    assert settle(rows[1:]).below == {0: 1}
    (longer,) = (row for row in counting(rows[1:], settle(rows[1:])) if row["count"] == 4)
    told = {name: longer[name] for name in (*NUMBERS, "attendances_total")}
    assert {name: number for name, number in told.items() if number is not None} == {
        "count": 4, "att_parents": 30, "att_teachers": 9, "attendances_total": 40, "female": 2,
    }  # fmt: skip
    assert (
        settle([half, year | {"attendances_total": 139}]).below == {}
    )  # nobody's share would be less than nothing


_FIGURES = st.fixed_dictionaries(
    {
        "count": st.integers(0, 9),
        "parents": st.integers(0, 60),
        "teachers": st.integers(0, 60),
        "rest": st.integers(0, 9),
    }
)
_STEPS = st.lists(_FIGURES, min_size=1, max_size=4)


def _rows(steps: list[dict[str, int]]) -> list[dict[str, Any]]:
    """Summaries of 3, 6, 9 and 12 months, each of which says so much more than the one before."""
    sums: Counter[str] = Counter()
    made = []
    for months, step in zip(ENDS, steps, strict=False):
        sums.update(step)
        parts = {name: sums[name] for name in ("parents", "teachers")}
        made.append(
            record("492", FIRST, end=ENDS[months], basis="summary", count=sums["count"], seats=parts,
                   total=sum(parts.values()) + sums["rest"])
        )  # fmt: skip
    return made


@settings(max_examples=20)
@given(_STEPS, st.randoms(use_true_random=False))
def test_the_year_is_what_the_longest_says_whatever_came_first(
    steps: list[dict[str, int]], draw: Any
) -> None:
    straight = _rows(steps)
    rows = list(straight)
    draw.shuffle(rows)
    now, last = counting(rows, settle(rows)), straight[-1]
    for name in ("count", "att_parents", "att_teachers", "attendances_total"):
        assert sum(row[name] for row in now) == last[name]
        if len(steps) > 1:
            half = [row for row in now if np.datetime64(row["counted_on"]) <= np.datetime64(ENDS["6"])]
            assert sum(row[name] for row in half) == straight[1][name]
    # Without the last one (withdrawn) it is what the one before says.
    assert settle(straight[:-1]).below == {n: n - 1 for n in range(1, len(straight) - 1)}


@settings(max_examples=30)
@given(st.lists(st.builds(lambda m, f: total(m, f["count"], parents=f["parents"] + 1, teachers=f["teachers"]),
                          st.sampled_from(list(ENDS)), _FIGURES), max_size=5))  # fmt: skip
def test_what_counts_tells_by_itself_which_are_running_totals(rows: list[dict[str, Any]]) -> None:
    """Readers that see only what counts find the same."""
    found = settle(rows)
    kept = [place for place in range(len(rows)) if not found.set_aside[place]]
    frame = held(rows).iloc[kept]
    again = next_shorter(frame.to_dict("records"))
    assert {kept[a]: kept[b] for a, b in again.items()} == found.below
    said = held(rows).to_dict("records")
    assert all(grows(said[b], said[a]) for a, b in found.below.items())
    assert found.overlaps == tuple(sorted(found.overlaps, key=lambda o: o.end))
    assert CLASSES == ("492", "training_class")
