"""Focal points: who is a unit's contact on which day, who is missing, stale, new; what is wrong as typed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program import units
from program.contacts.contact import (
    Details,
    Statement,
    Tenure,
    current,
    stopped,
    stops,
    tenures,
    without_stop,
)
from program.contacts.faults import Fault, dialled, faults, mailed
from program.contacts.register import Change, Line, before, register

WARD, DISTRICT, BODY = "20194", "492", "SO-YT"
AN, BINH = Details("Lê An", phone="0236 3822 111"), Details("Hồ Bình", phone="0236 3822 222")
TODAY = date(2026, 11, 26)


def at(day: date) -> datetime:
    """Ten in the morning in Việt Nam."""
    return datetime(day.year, day.month, day.day, 3, tzinfo=UTC)


def said(
    record: int, details: Details = AN, day: date = date(2026, 1, 5), unit: str = WARD, **more: object
) -> Statement:
    key = f"{unit} {details.name}".encode()
    return replace(Statement(unit, details, key, record, record, "dau.moi", at(day)), **more)  # type: ignore[arg-type]


def spans(*statements: Statement) -> list[tuple[str, date, date | None]]:
    return [(one.details.name, one.since, one.end) for own in tenures(statements).values() for one in own]


def since(details: Details, day: date) -> Details:
    return replace(details, valid_from=day)


def test_without_a_first_day_the_day_it_was_handed_in_counts() -> None:
    assert spans(said(1)) == [("Lê An", date(2026, 1, 5), None)]
    # By the clock of Việt Nam: late in the evening of London is the next day.
    late = said(1, at=datetime(2026, 1, 5, 20, tzinfo=UTC))
    assert spans(late) == [("Lê An", date(2026, 1, 6), None)]


def test_whoever_begins_later_takes_over() -> None:
    first, second = said(1, since(AN, date(2025, 7, 10))), said(2, since(BINH, date(2026, 3, 2)))
    assert spans(first, second) == [
        ("Lê An", date(2025, 7, 10), date(2026, 3, 1)),
        ("Hồ Bình", date(2026, 3, 2), None),
    ]
    # Whatever the order in which it was said.
    swapped = [said(1, since(BINH, date(2026, 3, 2))), said(2, since(AN, date(2025, 7, 10)))]
    assert spans(*swapped) == spans(first, second)
    found = tenures([first, second])
    assert [t.details.name for t in current(found, date(2026, 3, 1))[WARD]] == ["Lê An"]
    assert [t.details.name for t in current(found, date(2026, 3, 2))[WARD]] == ["Hồ Bình"]
    assert current(found, date(2025, 7, 9)) == {}


def test_the_same_first_day_makes_contacts_beside_each_other() -> None:
    day = date(2026, 3, 2)
    found = tenures([said(1, since(AN, day)), said(2, since(BINH, day))])
    assert [t.details.name for t in current(found, TODAY)[WARD]] == ["Lê An", "Hồ Bình"]


def test_units_do_not_take_over_from_each_other() -> None:
    found = tenures(
        [said(1, since(AN, date(2025, 7, 10))), said(2, since(BINH, date(2026, 3, 2)), unit=BODY)]
    )
    assert set(current(found, TODAY)) == {WARD, BODY}


def test_a_correction_goes_on_with_the_same_tenure() -> None:
    first = said(1, since(AN, date(2025, 7, 10)))
    later = said(2, replace(since(AN, date(2025, 7, 12)), phone="0236 3822 999"), date(2026, 5, 1))
    (one,) = tenures([first, later])[WARD]
    assert (one.since, one.details.phone, [s.record for s in one.statements]) == (
        date(2025, 7, 12), "0236 3822 999", [1, 2],
    )  # fmt: skip


def test_the_words_of_the_document_end_it_and_it_may_begin_again() -> None:
    first = said(1, since(AN, date(2025, 7, 10)))
    over = said(2, stopped(first.details, date(2026, 2, 1), "Công văn 9"), date(2026, 1, 30))
    assert spans(first, over) == [("Lê An", date(2025, 7, 10), date(2026, 1, 31))]
    assert current(tenures([first, over]), TODAY) == {}
    again = said(3, since(AN, date(2026, 6, 1)), date(2026, 6, 1))
    assert spans(first, over, again)[1] == ("Lê An", date(2026, 6, 1), None)
    # Nobody before comes back because the last one went.
    assert current(tenures([said(4, since(BINH, date(2025, 7, 2))), first, over]), TODAY) == {}


def test_an_end_before_the_beginning_never_was() -> None:
    over = said(1, stopped(since(AN, date(2026, 3, 1)), date(2026, 3, 1), None))
    assert spans(over) == []
    former = said(2, since(BINH, date(2025, 7, 10)))
    assert spans(former, over) == [("Hồ Bình", date(2025, 7, 10), None)]


def test_a_row_that_went_ends_on_that_day() -> None:
    first = said(1, since(AN, date(2025, 7, 10)))
    gone = said(1, first.details, date(2026, 4, 4), submission=5, removes=True)
    assert spans(first, gone) == [("Lê An", date(2025, 7, 10), date(2026, 4, 3))]
    # Said again afterwards: it begins anew.
    assert len(spans(first, gone, said(2, AN, date(2026, 5, 5)))) == 2


def test_a_submission_that_was_replaced_as_a_whole_ends_where_nothing_else_says_so() -> None:
    replaced = said(1, since(AN, date(2025, 7, 10)), until=at(date(2026, 2, 2)))
    assert spans(replaced) == [("Lê An", date(2025, 7, 10), date(2026, 2, 1))]
    assert spans(replaced, said(2, since(AN, date(2025, 7, 10)))) == [("Lê An", date(2025, 7, 10), None)]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Công văn 5; thôi làm đầu mối từ ngày 5-3-2026 theo Công văn 9", date(2026, 3, 5)),
        ("Thôi làm đầu mối 05/03/2026", date(2026, 3, 5)),
        ("thôi làm đầu mối từ 5.3.2026", date(2026, 3, 5)),
        ("thôi làm đầu mối từ ngày 31-2-2026", None),
        ("Công văn 5 ngày 5-3-2026", None),
        ("", None),
        (None, None),
    ],
)
def test_the_words_that_end_a_contact(words: str | None, day: date | None) -> None:
    assert stops(words) == day


@given(st.dates(date(2015, 1, 1), date(2035, 1, 1)), st.sampled_from([None, "Công văn 9/UBND"]))
def test_an_end_that_is_written_is_read_again_and_can_be_replaced(day: date, paper: str | None) -> None:
    old = replace(AN, document="Công văn 5 ngày 1-2-2024")
    over = stopped(old, day, paper)
    assert stops(over.document) == day
    assert without_stop(over.document) == old.document
    assert stops(stopped(over, day + timedelta(days=1), None).document) == day + timedelta(days=1)
    assert without_stop(stopped(AN, day, paper).document) == ""


FIRST_DAYS = st.dates(date(2025, 7, 1), date(2025, 7, 9))


@given(st.lists(st.tuples(st.sampled_from("ABC"), FIRST_DAYS, st.none() | FIRST_DAYS), max_size=7))
def test_on_every_day_those_are_current_who_began_last_and_have_not_stopped(
    given_: list[tuple[str, date, date | None]],
) -> None:
    made = []
    for number, (name, start, stop) in enumerate(given_):
        details = since(Details(name), start)
        made.append(said(number, stopped(details, stop, None) if stop else details, date(2025, 6, 30)))
    found = tenures(made)
    for offset in range(12):
        day = date(2025, 7, 1) + timedelta(days=offset)
        now = current(found, day).get(WARD, ())
        assert len({one.since for one in now}) <= 1
        begun = [one for one in found.get(WARD, ()) if one.since <= day]
        latest = max((one.since for one in begun), default=None)
        assert all(one.since == latest for one in now)
        for one in begun:
            stop = stops(one.details.document)
            assert one.on(day) == (one.since == latest and (stop is None or day < stop))


def test_the_register_has_every_unit_that_owes_the_missing_first() -> None:
    owing = [u.code for u in units.reporting_units(TODAY)]
    fresh = [
        said(n, since(AN, date(2026, 11, 1)), date(2026, 11, 2), unit=code)
        for n, code in enumerate(owing[2:])
    ]
    old = said(90, since(AN, date(2025, 7, 10)), date(2025, 8, 1), unit=owing[-1])
    body = said(91, AN, unit=BODY)
    ended = said(92, since(AN, date(2023, 1, 1)), date(2023, 1, 1), unit=DISTRICT)
    lines = register(tenures([*fresh[:-1], old, body, ended]), TODAY, 12)
    assert (
        {line.unit for line in lines if line.missing} == set(owing[:2]) == {line.unit for line in lines[:2]}
    )
    assert (lines[2].unit, lines[2].stale) == (owing[-1], True)
    assert not any(line.stale for line in lines[3:-1])
    assert (lines[-1].unit, lines[-1].stands, lines[-1].stale) == (DISTRICT, False, True)
    assert [line.unit for line in lines if line.current and not line.owes] == [BODY, DISTRICT]
    assert len(lines) == len({line.unit for line in lines})


def test_a_reporter_has_the_own_units_alone() -> None:
    (line,) = register({}, TODAY, 12, frozenset({BODY}))
    assert (line.unit, line.owes, line.missing, line.current) == (BODY, False, False, ())


@pytest.mark.parametrize(
    ("day", "months", "stale"),
    [(date(2025, 11, 26), 12, False), (date(2025, 11, 25), 12, True), (date(2025, 11, 25), 13, False)],
)
def test_a_word_is_stale_after_the_months_of_the_setting(day: date, months: int, stale: bool) -> None:
    lines = register(tenures([said(1, since(AN, date(2025, 7, 10)), day)]), TODAY, months)
    assert next(line.stale for line in lines if line.unit == WARD) is stale


def test_a_confirmation_renews_the_word_and_is_no_change() -> None:
    old, again = (
        said(n, since(AN, date(2025, 7, 10)), day) for n, day in ((1, date(2025, 7, 11)), (2, TODAY))
    )
    assert _changed(old, again) is None
    assert not _line(old, again).stale


def test_what_changed_lately() -> None:
    lately, long_ago = TODAY - timedelta(days=30), TODAY - timedelta(days=31)
    old = said(1, since(AN, date(2025, 7, 10)), date(2025, 7, 11))
    assert _changed(old) is None
    assert _changed(said(1, AN, lately)) == Change.NEW
    assert _changed(said(1, AN, long_ago)) is None
    moved = replace(old.details, phone="0236 3822 999")
    assert _changed(old, said(2, moved, lately)) == Change.DETAILS
    assert _changed(old, said(2, moved, long_ago)) is None
    assert _changed(old, said(2, BINH, lately)) == Change.NEW
    assert _changed(old, said(2, stopped(old.details, TODAY, None), TODAY)) == Change.ENDED
    coming = since(BINH, TODAY + timedelta(days=3))
    assert _changed(old, said(2, coming, TODAY)) is None
    assert [t.details.name for t in _line(old, said(2, coming, TODAY)).coming] == ["Hồ Bình"]


def _line(*statements: Statement) -> Line:
    return next(line for line in register(tenures(statements), TODAY, 12) if line.unit == WARD)


def _changed(*statements: Statement) -> Change | None:
    return _line(*statements).changed


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(1, 120))
def test_so_many_months_earlier(day: date, months: int) -> None:
    earlier = before(day, months)
    assert (day.year * 12 + day.month) - (earlier.year * 12 + earlier.month) == months
    assert earlier.day == day.day or (earlier.day < day.day and (earlier + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        (Details("Lê An", phone="0236 3822 111"), []),
        (Details("Lê An", email="an@danang.gov.vn"), []),
        (Details("", phone="0236 3822 111"), [Fault.NAME]),
        (Details("an@danang.gov.vn", phone="0236 3822 111"), [Fault.NAME]),
        (Details("Lê An"), [Fault.REACH]),
        (Details("Lê An", phone="111"), [Fault.PHONE]),
        (Details("Lê An", phone="0236 3822 111 - 0905 111 222"), [Fault.PHONE]),
        (Details("Lê An", email="an@danang"), [Fault.EMAIL]),
        (Details("Lê An", phone="0236 3822 111", valid_from=date(2025, 6, 30)), [Fault.BEFORE_UNIT]),
    ],
)  # fmt: skip
def test_what_is_wrong_as_typed(typed: Details, wrong: list[Fault]) -> None:
    assert faults(WARD, typed) == wrong
    # A district has ended before anybody can begin there.
    assert faults("492", replace(typed, valid_from=date(2025, 7, 1))) == [
        *(fault for fault in wrong if fault != Fault.BEFORE_UNIT), Fault.AFTER_UNIT,
    ]  # fmt: skip


def test_how_a_contact_is_reached() -> None:
    assert dialled("+84 (236) 3822-111") == "+842363822111"
    assert dialled("0236.3822.111") == "02363822111"
    assert dialled("hỏi văn thư") is None
    assert dialled("٠٢٣٦٣٨٢٢") is None
    assert dialled(None) is None
    assert mailed(" an@danang.gov.vn ") == "an@danang.gov.vn"
    assert mailed('an@danang.gov.vn"onclick') is None
    assert mailed(None) is None


def test_a_tenure_holds_on_its_first_and_last_day() -> None:
    one = Tenure(WARD, (said(1),), date(2026, 1, 1), date(2026, 1, 31))
    assert [one.on(date(2026, 1, 1) + timedelta(days=n)) for n in (-1, 0, 30, 31)] == [
        False,
        True,
        True,
        False,
    ]
