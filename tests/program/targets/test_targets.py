"""Lines of a target that stand for each other are not summed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program.targets.in_force import Gap, in_force, milestone_gaps, overlapping, shared_out
from program.targets.progress import TargetRow, planned
from program.units import BREAK


def row(first: date, last: date, value: float) -> TargetRow:
    return TargetRow(first, last, value, "local", None)


def year(number: int, value: float) -> TargetRow:
    return row(date(number, 1, 1), date(number, 12, 31), value)


WHOLE = row(date(2022, 1, 1), date(2025, 12, 31), 100)
END = date(2025, 12, 31)


@pytest.mark.parametrize(
    ("rows", "at", "told"),
    [
        ([year(2022, 10), year(2023, 20)], END, 30),  # yearly lines add up
        ([WHOLE], END, 100),
        ([WHOLE, year(2022, 10)], END, 100),
        ([WHOLE, year(2022, 10)], date(2022, 12, 31), 10),
        ([WHOLE, year(2022, 10)], date(2024, 7, 1), 10 + 90 * 548 / 1096),  # the rest is even
        ([WHOLE, *(year(y, 25) for y in range(2022, 2026))], date(2023, 12, 31), 50),
        # Parts that are more, or that leave no free day, are scaled to the whole.
        ([WHOLE, *(year(y, 50) for y in range(2022, 2026))], date(2022, 12, 31), 25),
        ([WHOLE, *(year(y, 20) for y in range(2022, 2026))], date(2022, 12, 31), 25),
        # Quarters in a year in the whole.
        ([WHOLE, year(2022, 10), row(date(2022, 1, 1), date(2022, 3, 31), 4)], date(2022, 3, 31), 4),
        ([WHOLE, year(2022, 0)], date(2022, 12, 31), 0),
    ],
)  # fmt: skip
def test_the_path_runs_through_the_milestones_to_the_whole(
    rows: list[TargetRow], at: date, told: float
) -> None:
    assert planned(in_force(rows), at) == pytest.approx(told)


@st.composite
def a_target(draw: st.DrawFn) -> list[TargetRow]:
    inside = []
    for number in draw(st.sets(st.integers(2022, 2025))):
        inside.append(year(number, draw(st.integers(0, 80))))
        if draw(st.booleans()):
            inside.append(row(date(number, 1, 1), date(number, 6, 30), draw(st.integers(0, 40))))
    return draw(st.permutations([WHOLE, *inside]))


@given(a_target(), st.dates(date(2021, 12, 1), date(2026, 1, 31)))
def test_the_path_begins_at_nothing_never_falls_and_ends_at_the_whole(
    rows: list[TargetRow], day: date
) -> None:
    path = in_force(rows)
    assert planned(path, date(2021, 12, 31)) == 0
    assert planned(path, day) <= planned(path, day + timedelta(days=1)) + 1e-9
    assert planned(path, END) == pytest.approx(100)
    assert in_force(sorted(rows, key=lambda r: r.value)) == path


def test_parts_that_do_not_make_the_whole_are_told() -> None:
    rows = [WHOLE, year(2022, 10), year(2023, 30), row(date(2023, 1, 1), date(2023, 6, 30), 30)]
    assert milestone_gaps(rows) == [(WHOLE, Gap(100, 40, 2))]
    assert milestone_gaps([WHOLE, *(year(y, 25) for y in range(2022, 2026))]) == []


def test_of_two_authorities_over_the_same_days_only_the_national_one_counts() -> None:
    national = TargetRow(WHOLE.start, WHOLE.end, 100, "official", "QĐ 830")
    local = TargetRow(WHOLE.start, WHOLE.end, 90, "local", None)
    assert in_force([local, national]) == in_force([national, local]) == (national,)
    assert milestone_gaps([local, national, *(year(y, 25) for y in range(2022, 2026))]) == []


def test_rows_that_share_some_days_are_told() -> None:
    civil, reported = year(2023, 10), row(date(2022, 12, 15), date(2023, 12, 14), 9)
    assert overlapping([civil, reported, year(2024, 5)]) == [(reported, civil)]
    assert overlapping([WHOLE, year(2022, 1), year(2023, 2)]) == []


def test_the_citys_target_stands_beside_the_sum_of_its_units() -> None:
    targets = {
        ("L-parents", "city"): (year(2023, 100),),
        ("L-parents", "492"): (year(2023, 30),),
        ("L-parents", "HLHPN"): (year(2023, 20),),
        ("L-classes-parents", "493"): (year(2023, 7),),
    }
    found = shared_out(targets, "L-parents", date(2023, 1, 1), date(2023, 12, 31))
    assert found is not None
    assert (found.whole, found.parts, found.count) == (100, 50, 2)
    assert set(found.missing) == {"490", "491", "493", "494", "495", "497"}
    assert shared_out(targets, "L-parents", date(2024, 1, 1), date(2024, 12, 31)) is None


def test_of_a_districts_target_what_was_planned_by_its_last_day_is_shared_out() -> None:
    """The rest stands in the targets of the units that came after it."""
    first, last = date(2025, 1, 1), date(2025, 12, 31)
    whole = (TargetRow(first, last, 365, "local", None),)
    found = shared_out({("L-parents", "city"): whole, ("L-parents", "492"): whole}, "L-parents", first, last)
    assert found is not None
    assert (found.parts, found.count) == (pytest.approx(181), 1)
    later = shared_out({("L-parents", "city"): whole, ("L-parents", "492"): whole}, "L-parents", BREAK, last)
    assert later is not None
    assert (later.parts, later.count) == (0, 0)
