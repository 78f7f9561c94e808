"""Review by exception: what keeps a file from being official, and what ends that."""

from datetime import UTC, datetime
from itertools import product

import pytest

from program.contract import WARNINGS, IssueCode
from program.reviewing.review import (
    NEEDS_PERSON,
    ROWS_LEFT_OUT,
    Flag,
    QuotedCell,
    Rows,
    State,
    Verdict,
    Word,
    answered,
    by_code,
    in_force,
    place,
    standing,
    state,
)

D9, D10 = Flag("implausible_size", "Tháng 5", "D9"), Flag("implausible_size", "Tháng 5", "D10")
TOTAL = Flag("total_row_mismatch", "Tháng 5", "D40")
WHOLE = Rows(left=True)
NINE_GONE = Rows(True, frozenset({("Tháng 5", 9)}), frozenset({("Tháng 5", 10)}))
NOTHING = Rows(False, frozenset({("Tháng 5", 9), ("Tháng 5", 10)}))


def word(verdict: Verdict, *cells: str, number: int = 1, undone: bool = False) -> Word:
    quoted = tuple(QuotedCell("Tháng 5", cell, "500", "quá lớn") for cell in cells)
    return Word(number, 7, verdict, "Xem lại", quoted, "Bình", datetime(2024, 1, 2, tzinfo=UTC), undone)


def test_only_warnings_need_a_person_and_each_once() -> None:
    assert set(NEEDS_PERSON) <= WARNINGS
    assert len(set(NEEDS_PERSON)) == len(NEEDS_PERSON)
    assert IssueCode.UNUSED_COLUMN not in NEEDS_PERSON


@pytest.mark.parametrize(
    ("sheet", "cell", "found"),
    [
        ("A", "D9", ("A", 9)),
        ("A", "AB12:AC12", ("A", 12)),
        ("A", None, None),
        (None, "D9", None),
        ("A", "", None),
    ],
)
def test_the_row_of_a_cell(sheet: str | None, cell: str | None, found: tuple[str, int] | None) -> None:
    assert place(sheet, cell) == found


def test_a_reason_falls_with_its_row_and_a_total_stands_while_anything_is_left() -> None:
    assert standing([D9, D10, TOTAL], WHOLE) == (D9, D10, TOTAL)
    assert standing([D9, D10, TOTAL], NINE_GONE) == (D10, TOTAL)
    assert standing([D9, D10, TOTAL], NOTHING) == ()
    # A row of a file may hold several records: while one is held, the reason stands.
    both = Rows(True, frozenset({("Tháng 5", 9)}), frozenset({("Tháng 5", 9)}))
    assert standing([D9], both) == (D9,)


def test_a_size_that_was_decided_to_be_right_is_no_reason_any_more() -> None:
    right = Rows(left=True, right_sizes=frozenset({("Tháng 5", 9)}))
    assert standing([D9, D10, Flag("duplicate_row", "Tháng 5", "A9")], right) == (
        D10, Flag("duplicate_row", "Tháng 5", "A9"),
    )  # fmt: skip


def test_reasons_are_counted_in_one_order() -> None:
    flags = [TOTAL, Flag(ROWS_LEFT_OUT, None, None), D9, D10]
    assert list(by_code(flags).items()) == [
        ("implausible_size", 2), ("total_row_mismatch", 1), (ROWS_LEFT_OUT, 1),
    ]  # fmt: skip


def test_the_state_of_a_file_by_what_was_said_and_found() -> None:
    for flagged, said in product((True, False), (None, *Verdict)):
        found = state(word(said, "D9") if said else None, flagged, WHOLE)
        if said == Verdict.RETURNED:
            assert found == State.RETURNED
        elif said is not None or not flagged:
            assert found == State.OFFICIAL
        else:
            assert found == State.IN_REVIEW
        assert state(word(said, "D9") if said else None, flagged, NOTHING) == State.OFFICIAL


def test_a_return_is_answered_when_every_quoted_row_was_said_anew() -> None:
    assert answered(word(Verdict.RETURNED, "D9"), NINE_GONE)
    assert not answered(word(Verdict.RETURNED, "D9", "D10"), NINE_GONE)
    assert not answered(word(Verdict.RETURNED, "D9"), WHOLE)
    # A cell that is no row's, or none at all: any row said anew answers.
    assert answered(word(Verdict.RETURNED, "D40"), NINE_GONE)
    assert answered(word(Verdict.RETURNED), NINE_GONE)
    assert not answered(word(Verdict.RETURNED), WHOLE)
    # Answered, it is judged by what its check found of what is left.
    assert state(word(Verdict.RETURNED, "D9"), True, NINE_GONE) == State.IN_REVIEW
    assert state(word(Verdict.RETURNED, "D9"), False, NINE_GONE) == State.OFFICIAL


def test_the_latest_word_holds_and_an_undone_one_never_was() -> None:
    first, last = word(Verdict.ACCEPTED), word(Verdict.RETURNED, number=2)
    assert in_force([last, first]) is last
    assert in_force([first, word(Verdict.RETURNED, number=2, undone=True)]) is first
    assert in_force([]) is None
