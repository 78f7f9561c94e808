"""Locked windows: which word holds for a unit's quarter, what cannot be said, what the footnotes tell."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program.filters import CITY
from program.locks.rules import coming, ruled, widest, would_lock
from program.locks.rules import words as words_on
from program.locks.windows import (
    QUARTERS,
    Change,
    Lock,
    Locks,
    Rule,
    Said,
    changes_in,
    holding,
    last_on,
    locked_windows,
    quarter_of,
    quarters_of,
    refusal,
    refusal_of_opening,
    speaks_of,
    watched,
)
from program.locks.words import footnotes, sentence
from program.periods import PROGRAMME_END, PROGRAMME_START, PeriodError, parse_period

TODAY = date(2024, 7, 10)
AT = datetime(2024, 7, 1, 20, tzinfo=UTC)


def said(number: int, code: str, lock: Lock = Lock.LOCKED, unit: str | None = None, **other: Any) -> Said:
    return Said(
        number,
        code,
        unit,
        lock,
        other.pop("reason", "nộp bổ sung"),
        other.pop("until", None),
        "Bình",
        AT,
        **other,
    )


def codes(code: str) -> list[str]:
    return [q.code for q in quarters_of(code)]


def test_windows_are_whole_quarters() -> None:
    assert codes("2024") == ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]
    assert codes("2024-H2") == ["2024-Q3", "2024-Q4"]
    assert codes("2024-Q2") == ["2024-Q2"]
    for wrong in ("2024-05", "all", "x"):
        with pytest.raises(PeriodError):
            quarters_of(wrong)


@given(st.dates(PROGRAMME_START, PROGRAMME_END))
def test_every_day_of_the_programme_lies_in_one_quarter_that_can_be_locked(day: date) -> None:
    (one,) = [q for q in QUARTERS if q.contains(day)]
    assert quarter_of(day) == one.code
    assert speaks_of("detail", day, day, day) == (one.code,)


def test_a_summary_speaks_of_every_quarter_whose_middle_it_covers() -> None:
    year = speaks_of("summary", date(2024, 6, 15), date(2023, 12, 15), date(2024, 12, 14))
    assert set(year) == {"2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"}


def test_the_latest_word_on_a_quarter_holds_whatever_its_window() -> None:
    words = [said(1, "2024-H1"), said(2, "2024-Q2", Lock.OPENED, "492"), said(3, "2023")]
    assert holding(words, "493", "2024-Q2", TODAY) == words[0]
    assert holding(words, "492", "2024-Q2", TODAY) == words[1]
    assert holding(words, "492", "2024-Q1", TODAY) == words[0]
    assert holding(words, "492", "2024-Q3", TODAY) is None
    again = said(4, "2024-Q2")
    assert holding([*words, again], "492", "2024-Q2", TODAY) == again
    assert holding([*words, said(4, "2024-Q2", undone=True)], "492", "2024-Q2", TODAY) == words[1]


def test_an_opening_holds_to_the_end_of_its_last_day() -> None:
    words = [said(1, "2024-Q2"), said(2, "2024-Q2", Lock.OPENED, until=TODAY)]
    assert holding(words, "492", "2024-Q2", TODAY) == words[1]
    assert holding(words, "492", "2024-Q2", date(2024, 7, 11)) == words[0]


def test_only_quarters_that_somebody_spoke_of_are_watched() -> None:
    words = [said(1, "2024-Q2", unit="492"), said(2, "2024-Q1"), said(3, "2023-Q1", undone=True)]
    assert watched(words, ["492", "493"], TODAY) == {
        ("492", "2024-Q2"): words[0], ("492", "2024-Q1"): words[1], ("493", "2024-Q1"): words[1],
    }  # fmt: skip
    assert watched([said(1, "2024-Q2", undone=True)], ["492"], TODAY) == {}
    assert last_on(words, "2024-Q1") == words[1]
    assert last_on(words, "2023-Q1") is None


def test_what_is_locked_is_told_by_the_widest_windows() -> None:
    words = [
        said(1, "2023"),
        said(2, "2024-Q1"),
        said(3, "2024-Q2"),
        said(4, "2024-Q4"),
        said(5, "2023-Q3", Lock.OPENED, "492"),
    ]
    assert locked_windows(words, "", TODAY) == ("2023", "2024-H1", "2024-Q4")
    assert locked_windows(words, "492", TODAY) == ("2023-H1", "2023-Q4", "2024-H1", "2024-Q4")
    assert locked_windows([said(1, "2023", undone=True)], "", TODAY) == ()
    # Years that the programme only touches are told by what of them lies in it.
    assert locked_windows([said(1, "2021"), said(2, "2026")], "", TODAY) == ("2021-Q2", "2021-H2", "2026-Q1")


def test_a_window_is_locked_after_its_due_day_and_once() -> None:
    due = date(2024, 6, 24)
    assert "24-6-2024" in str(refusal([], "2024-Q2", None, due, due))
    assert refusal([], "2024-Q2", None, due, TODAY) is None
    assert "đã khóa rồi" in str(refusal([said(1, "2024-H1")], "2024-Q2", None, due, TODAY))
    # Open for one unit: it can be locked again, for that one or for all.
    opened = [said(1, "2024-Q2"), said(2, "2024-Q2", Lock.OPENED, "492")]
    assert refusal(opened, "2024-Q2", "492", due, TODAY) is None
    assert refusal(opened, "2024-Q2", None, due, TODAY) is None
    assert "đã khóa rồi" in str(refusal(opened, "2024-Q2", "493", due, TODAY))
    assert "không phải là quý" in str(refusal([], "2024-05", None, due, TODAY))


def test_an_opening_needs_a_lock_a_reason_and_a_day_to_come() -> None:
    locked = [said(1, "2024-Q2")]
    assert refusal_of_opening(locked, "2024-Q2", "492", "nộp thiếu", TODAY, TODAY) is None
    assert "lý do" in str(refusal_of_opening(locked, "2024-Q2", "492", "", None, TODAY))
    assert "từ hôm nay" in str(refusal_of_opening(locked, "2024-Q2", "492", "x", date(2024, 7, 9), TODAY))
    assert "không khóa" in str(refusal_of_opening([], "2024-Q2", None, "x", None, TODAY))


def test_the_sentence_names_who_locked_what_when_and_how_to_ask() -> None:
    words = sentence({("492", "2024-Q2"): said(1, "2024-Q2"), ("493", "2024-Q2"): said(1, "2024-Q2")})
    # 20 o'clock in London is the next day in Đà Nẵng.
    for part in (
        "quý II/2024",
        "Quận Hải Châu",
        "cùng 1 kỳ",
        "Bình khóa ngày 2-7-2024",
        "mở khóa",
        "Duyệt số liệu",
    ):
        assert part in words


def test_changes_under_an_opening_follow_the_view_into_footnotes() -> None:
    opening = said(2, "2024-H1", Lock.OPENED, reason="báo cáo gửi nhầm kỳ.")
    changes = tuple(
        Change(opening, unit, quarter, AT)
        for unit, quarter in (("492", "2024-Q1"), ("492", "2024-Q2"), ("493", "2024-Q2"))
    )
    locks = Locks((opening,), changes)

    def seen(unit: str, period: str, end: date | None = None) -> list[tuple[str, str]]:
        window = parse_period(period)
        found = changes_in(locks, unit, window.start, end or window.end)
        return [(one.unit, one.quarter) for one in found]

    assert seen(CITY, "2024") == [(c.unit, c.quarter) for c in changes]
    assert seen("492", "2024-Q1") == [("492", "2024-Q1")]
    assert seen("493", "2024-Q1") == []
    assert seen(CITY, "2024", date(2024, 3, 1)) == [("492", "2024-Q1")]
    (line,) = footnotes(changes)
    for part in (
        "quý I/2024 và quý II/2024",
        "Quận Hải Châu và Quận Sơn Trà",
        "Bình mở khóa",
        "lý do: báo cáo gửi nhầm kỳ.",
    ):
        assert part in line


def rule(number: int, days: int | None, day: date, grain: str = "half", **other: Any) -> Rule:
    # Nine o'clock in Đà Nẵng.
    return Rule(
        number, grain, days, "", "Hoa", datetime(day.year, day.month, day.day, 2, tzinfo=UTC), **other
    )


def by_rule(locks: Locks, day: date) -> dict[str, date]:
    return {one.code: one.at.date() for one in ruled(locks, day)}


def test_a_rule_locks_each_window_so_many_days_after_its_due_day() -> None:
    # The half-year 2024-H1 ends on 14-6; due ten days later.
    due, set_on = date(2024, 6, 24), date(2024, 5, 2)
    locks = Locks(rules=(rule(1, 30, set_on),))
    assert "2024-H1" not in by_rule(locks, due + timedelta(30))
    assert by_rule(locks, due + timedelta(31))["2024-H1"] == date(2024, 7, 25)
    # What was due long before is locked from the day on which the rule was set.
    assert set(by_rule(locks, set_on)) == {"2021-H2", "2022-H1", "2022-H2", "2023-H1", "2023-H2"} | {
        code for code in by_rule(locks, set_on) if code < "2021-H2"
    }
    assert set(by_rule(locks, set_on).values()) == {set_on}
    assert coming(locks, set_on) == ("2024-H1", date(2024, 7, 25))
    found = holding(words_on(locks, date(2024, 8, 1)), "492", "2024-Q2", date(2024, 8, 1))
    assert found is not None
    assert (found.lock, found.rule, found.by) == (Lock.LOCKED, locks.rules[0], "Hoa")
    assert holding(words_on(locks, date(2024, 8, 1)), "492", "2024-Q3", date(2024, 8, 1)) is None
    assert "tự khóa từ ngày 25-7-2024 (đặt khóa 30 ngày sau hạn nộp)" in sentence({("492", "2024-Q2"): found})


def test_what_a_person_says_holds_before_the_rule() -> None:
    day = date(2024, 8, 1)
    words = (said(1, "2024-Q2", Lock.OPENED, "492", until=day), said(2, "2023-Q1"))
    known = words_on(Locks(words, rules=(rule(1, 0, date(2024, 1, 2)),)), day)
    for unit, quarter, number in (("492", "2024-Q2", 1), ("493", "2024-Q2", 0), ("492", "2023-Q1", 2)):
        held = holding(known, unit, quarter, day)
        assert held is not None
        assert held.id == number, (unit, quarter)
    run_out = holding(known, "492", "2024-Q2", day + timedelta(1))
    assert run_out is not None
    assert run_out.rule is not None
    assert locked_windows(known, "", day)[-1] == "2024-H1"


def test_what_a_rule_locked_stays_when_it_is_replaced_or_ended_but_not_when_undone() -> None:
    first, day = rule(1, 30, date(2024, 1, 2)), date(2024, 12, 1)
    ended = rule(2, None, date(2024, 8, 1))
    assert "2024-H1" in by_rule(Locks(rules=(first, ended)), day)
    assert coming(Locks(rules=(first, ended)), day) is None
    # Replaced before its day; ended on the day it was set; undone.
    later = rule(2, 90, date(2024, 7, 1))
    assert by_rule(Locks(rules=(first, later)), day)["2024-H1"] == date(2024, 9, 23)
    assert by_rule(Locks(rules=(first, rule(2, None, date(2024, 1, 2)))), day) == {}
    assert by_rule(Locks(rules=(rule(1, 30, date(2024, 1, 2), undone=True), ended)), day) == {}


def test_before_a_rule_is_set_it_is_told_what_it_locks_at_once() -> None:
    day = date(2024, 8, 1)
    locks = Locks((said(1, "2024-Q1", Lock.OPENED),), rules=(rule(1, 10, date(2023, 1, 2), "year"),))
    # The years before 2023 are locked whole; of 2024-H1 a quarter is open by somebody's word.
    assert would_lock(locks, rule(0, 30, day), day) == ()
    assert would_lock(replace(locks, said=()), rule(0, 30, day), day) == ("2024-H1",)
    assert would_lock(replace(locks, said=()), rule(0, 300, day), day) == ()
    assert widest(["2023-H1", "2023-H2", "2024-H1"], day) == ("2023", "2024-H1")
