"""The list of what waits: its order, what of it concerns a view, and how many attendances hang on it."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from program.conflicts.desk import (
    Conflict,
    Desk,
    Repeated,
    Side,
    Sort,
    UnusualSize,
    alike,
    at_stake,
    chosen,
    ordered,
)
from program.conflicts.overlaps import Overlap
from program.conflicts.twins import TwinDecision, not_counted
from program.filters import CITY

DAY = date(2023, 5, 12)


def entry(sort: Sort, number: int = 1, seats: int = 30, **said: Any) -> Conflict:
    told: Any = {
        Sort.SIZE: UnusualSize("training_class", 1, seats),
        Sort.REPEAT: Repeated(6, 6),
        Sort.BASIS: Overlap("492", "training_class", DAY, DAY, 9, 1, seats, 0, False),
    }.get(sort, ())
    made = Conflict(sort, (number,), ("492",), DAY, DAY, seats, Side((number,), (1,)), Side((), ()), told)
    return replace(made, **said)


def pair(one: int, other: int, seats: dict[int, int]) -> Conflict:
    records = ((one, seats[one]), (other, seats[other]))
    return entry(Sort.TWIN, about=(one, other), seats=max(seats[one], seats[other]), records=records)


_SEATS = st.fixed_dictionaries({n: st.integers(0, 99) for n in range(6)})
_PAIRS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda p: p[0] < p[1]), unique=True, max_size=8
)


@given(_SEATS, _PAIRS, st.lists(st.sampled_from(["different", "first", "second"]), min_size=8, max_size=8))
def test_no_decisions_about_twins_move_more(
    seats: dict[int, int], pairs: list[tuple[int, int]], verdicts: list[Any]
) -> None:
    entries = [pair(a, b, seats) for a, b in pairs]
    keys = {bytes([n]) for n in seats}

    def moved(chosen_verdicts: list[Any]) -> int:
        decisions = [
            TwinDecision(bytes([a]), bytes([b]), verdict, "vì")
            for (a, b), verdict in zip(pairs, chosen_verdicts, strict=False)
        ]
        return sum(seats[key[0]] for key in not_counted(decisions, keys))

    assert moved(verdicts) <= at_stake(entries)
    # Where the smaller row counts each time, all of it moves, if the pairs hang together in no other way.
    if len({n for p in pairs for n in p}) == 2 * len(pairs):
        assert moved(["first" if seats[a] <= seats[b] else "second" for a, b in pairs]) == at_stake(entries)


def test_a_record_that_stands_in_several_entries_moves_once() -> None:
    seats = {1: 400, 2: 30, 3: 20}
    twins = [pair(1, 2, seats), pair(2, 3, seats)]
    assert at_stake(twins) == 430
    size = entry(Sort.SIZE, seats=400, records=((1, 400),))
    assert at_stake([*twins, size]) == 430
    repeat = entry(Sort.REPEAT, seats=20, records=((3, 20),))
    assert at_stake([*twins, size, repeat]) == 450
    assert at_stake([*twins, entry(Sort.BASIS, seats=7), entry(Sort.CROSSING, seats=9)]) == 446
    assert at_stake([]) == 0


def test_the_heaviest_stands_first_then_kinds_in_their_order_then_the_newest() -> None:
    heavy = entry(Sort.REPEAT, seats=31)
    older, newer = (entry(Sort.SIZE, n, start=day, end=day) for n, day in enumerate((DAY, date(2024, 1, 1))))
    twin = entry(Sort.TWIN)
    assert ordered([older, twin, newer, heavy]) == (heavy, twin, newer, older)


def test_what_concerns_a_view() -> None:
    span = {"start": date(2023, 3, 15), "end": date(2023, 6, 14)}
    both = entry(Sort.TWIN, units=("492", "SO-GDDT"), **span)
    other = entry(Sort.SIZE, 2, units=("490",), **span)
    desk = Desk((both, other))
    assert chosen(desk, CITY, DAY, DAY) == (both, other)
    assert chosen(desk, "SO-GDDT", DAY, DAY) == chosen(desk, "492", DAY, DAY) == (both,)
    assert chosen(desk, CITY, DAY, DAY, Sort.SIZE) == (other,)
    assert chosen(desk, CITY, date(2023, 6, 14), date(2024, 1, 1)) == (both, other)
    assert chosen(desk, CITY, date(2023, 6, 15), date(2024, 1, 1)) == ()
    assert chosen(desk, CITY, date(2021, 1, 1), date(2023, 3, 14)) == ()


def test_alike_are_those_of_one_kind_between_the_same_files() -> None:
    files = {"first": Side((1,), (7,)), "second": Side((2,), (8,))}
    one, other = (entry(Sort.TWIN, n, **files) for n in (1, 2))
    elsewhere = entry(Sort.TWIN, 3, first=Side((5,), (7,)), second=Side((6,), (9,)))
    assert alike(other, [one, other, elsewhere, entry(Sort.SIZE, 4, **files)]) == (other, one)
    assert alike(elsewhere, [one, other, elsewhere]) == (elsewhere,)


def test_an_entry_keeps_its_code_while_the_same_waits() -> None:
    one = entry(Sort.SIZE)
    assert one.code == replace(one, seats=99, told=UnusualSize("contest", 2, 99)).code
    assert len({one.code, entry(Sort.SIZE, 2).code, entry(Sort.TWIN).code}) == 3
