"""The sums of the cube whatever the size of the numbers, also where a span cuts a half-month."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from program.measures.cube import ACTIVITIES, FEMALE, GIVE_SEATS, RECORDS, SEATS, build_cube, provisional_rows
from program.periods import PROGRAMME_END, PROGRAMME_START
from tests.program.frames import activities, record

FIRST = date(2023, 5, 1)
# Around the bounds of one, two and four bytes.
PEOPLE = st.sampled_from([0, 1, 127, 128, 255, 256, 32_767, 32_768, 65_535, 65_536, 3_000_000])
ROWS = st.lists(st.tuples(st.integers(0, 40), st.sampled_from(["492", "490"]), PEOPLE, PEOPLE), max_size=6)


@settings(max_examples=20)
@given(ROWS, st.integers(0, 40), st.integers(0, 40))
def test_sums_are_those_of_the_rows(rows: list[tuple[int, str, int, int]], first: int, last: int) -> None:
    frame = activities(
        record(unit, FIRST + timedelta(days=day), seats={"parents": parents}, female=female, count=2)
        for day, unit, parents, female in rows
    )
    cube = build_cube(frame, PROGRAMME_START, PROGRAMME_END)
    waiting = provisional_rows(frame.assign(submission_id=7), cube, PROGRAMME_START, PROGRAMME_END)
    for sums in (
        cube.sums(FIRST + timedelta(days=first), FIRST + timedelta(days=last)),
        waiting.rows.sums(FIRST + timedelta(days=first), FIRST + timedelta(days=last)),
    ):
        for place, unit in enumerate(cube.units):
            own = [row for row in rows if row[1] == unit and first <= row[0] <= last]
            found = sums[place].sum(axis=(0, 1))
            assert found[RECORDS] == len(own)
            assert found[ACTIVITIES] == 2 * len(own)
            assert found[SEATS].sum() == sum(row[2] for row in own)
            assert found[FEMALE] == sum(row[3] for row in own)


def test_attendances_are_given_by_a_total_or_by_parts() -> None:
    parts = record("492", FIRST, seats={"parents": 3}) | {"attendances_total": None}
    frame = activities([parts, record("492", FIRST, total=5), record("492", FIRST)])
    found = build_cube(frame, PROGRAMME_START, PROGRAMME_END).sums(FIRST, FIRST).sum(axis=(0, 1, 2))
    assert (found[RECORDS], found[GIVE_SEATS]) == (3, 2)
    assert found[SEATS].sum() == 8
