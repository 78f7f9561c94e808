"""The middle size of single classes and sessions."""

from datetime import date, timedelta
from statistics import median
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from program.measures.sizes import PLAUSIBLE, size
from program.vocabulary import Kind
from tests.program.frames import built, record

START, END = date(2022, 3, 1), date(2022, 9, 30)
SEATS = st.lists(
    st.tuples(
        st.sampled_from(["492", "493"]),
        st.sampled_from([START, END, END + timedelta(days=1)])
        | st.dates(date(2022, 1, 1), date(2022, 12, 31)),
        st.integers(0, 2000) | st.just(999_999_999),
    ),
    max_size=30,
)


@settings(max_examples=25)
@given(SEATS)
def test_the_median_is_that_of_the_single_rows_within_the_days(rows: list[tuple[str, date, int]]) -> None:
    found = built(record(unit, day, total=seats) for unit, day, seats in rows)
    for unit in ("city", "492"):
        own = [s for u, day, s in rows if START <= day <= END and unit in ("city", u)]
        told = size(found.sizes, Kind.TRAINING_CLASS, unit, START, END)
        if not own:
            assert told is None
            continue
        low, high = PLAUSIBLE[Kind.TRAINING_CLASS]
        assert told is not None
        assert (told.activities, told.median) == (len(own), median(own))
        assert told.unusual == sum(not low <= s <= high for s in own)


def test_summaries_groups_and_unknown_sizes_have_no_place_in_the_median() -> None:
    day = date(2022, 5, 5)
    found = built(
        [
            record("492", day, seats={"parents": 30, "teachers": 4}),
            record("492", day),
            record("492", day, count=5, total=500),
            record("492", day, basis="summary", count=1, total=100),
            record("492", day, kind="communication_session", total=700),
        ]
    )
    told = size(found.sizes, Kind.TRAINING_CLASS, "city", START, END)
    assert told is not None
    assert (told.activities, told.median, told.unusual) == (1, 34, 0)
    contest = built([record("492", day, kind="contest", total=9000)])
    other = size(contest.sizes, Kind.CONTEST, "city", START, END)
    assert other is not None
    assert other.unusual is None


@pytest.mark.parametrize(
    ("row", "unusual"),
    [
        ({"total": 19}, 1),
        ({"total": 20}, 0),
        ({"total": 150}, 0),
        ({"total": 151}, 1),
        ({"total": 0}, 1),
        ({"count": 5, "total": 99}, 1),
        ({"count": 5, "total": 100}, 0),
        ({"count": 5, "total": 750, "basis": "summary"}, 0),
        ({"count": 5, "total": 751, "basis": "summary"}, 1),
        # The total of the file goes before the sum of its parts; a row that tells none has no size.
        ({"seats": {"parents": 2000}, "total": 40}, 0),
        ({"seats": {"parents": 2000}}, 1),
        ({}, 0),
        ({"count": 0, "total": 0, "basis": "declared_zero"}, 0),
    ],
)
def test_a_row_is_unusual_by_its_average(row: dict[str, Any], unusual: int) -> None:
    found = built([record("492", date(2022, 5, 5), **row)])
    told = size(found.sizes, Kind.TRAINING_CLASS, "492", START, END)
    assert (0 if told is None else told.unusual) == unusual
