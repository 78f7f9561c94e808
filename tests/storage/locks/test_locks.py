"""Locked windows: every way to change what counts in one is refused, what does not change it goes on, and what
changes under an opening is noted."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, select

from access import Actor
from program import clock
from program.conflicts.overlaps import BasisDecision
from program.reporting.timeliness import Received
from storage.conflicts import decisions
from storage.database import reading
from storage.intake.accepting import accept
from storage.intake.submissions import Refused, withdraw, withdrawal
from storage.journal import log
from storage.locks import rules as lock_rules
from storage.locks import windows
from storage.locks.registers import registers
from storage.registers import campaigns, supplied
from storage.schema import event
from tests.storage.build import active, bytes_of, record, report
from tests.storage.registers.test_campaigns import quarter

Q2 = "2023-Q2"
LATER = {"start_date": "2023-07-01", "end_date": "2023-07-01"}
SUMMARY = record(
    title=None, organiser=None, basis="summary", count=4, attendances={"parents": 100}, attendances_total=100,
    start_date="2023-03-15", end_date="2023-06-14",
)  # fmt: skip


def take(engine: Engine, actor: Actor, *records: dict[str, Any], **options: Any) -> int:
    made = report(*records)
    return accept(engine, actor, "tep.xlsx", bytes_of(made), made, **options).submission.id


def changed(engine: Engine) -> list[tuple[int, str, str]]:
    return [(one.opening.id, one.unit, one.quarter) for one in windows.known(engine).changes]


def test_whatever_would_change_a_locked_window_is_refused_and_the_rest_goes_on(
    engine: Engine, actor: Actor
) -> None:
    first = take(engine, actor, record(), record(title="Lớp hai"))
    take(engine, actor, SUMMARY | {"kind": "contest"}, record(kind="contest"))
    number = windows.lock(engine, actor, Q2, reason="đã báo cáo Bộ", seen=None)
    before = active(engine)
    refused: list[Callable[[], object]] = [
        lambda: take(engine, actor, record(title="Lớp mới")),
        lambda: take(engine, actor, record(female=3)),
        lambda: take(engine, actor, record(**LATER), replaces=[first]),
        lambda: take(engine, actor, record(), remove_from=[first]),
        lambda: withdraw(engine, actor, first),
        lambda: withdrawal(engine, first),
        lambda: basis(engine, actor, "summary"),
    ]
    for act in refused:
        with pytest.raises(Refused, match=r"quý II/2023 của Quận Hải Châu.* đã được .* khóa"):
            act()
        assert active(engine) == before
    assert changed(engine) == []
    # Another unit's window is locked as well; another quarter is not, nor is a file that says the same again.
    with pytest.raises(Refused, match="Quận Sơn Trà"):
        take(engine, actor, record(unit="493"))
    take(engine, actor, record(**LATER), record(), record(title="Lớp hai"))
    assert len(active(engine)) == len(before) + 1
    windows.undo(engine, actor, number)
    withdraw(engine, actor, first)


def basis(engine: Engine, actor: Actor, verdict: Any) -> None:
    days = (date(2023, 3, 15), date(2023, 6, 14))
    decisions.decide(engine, actor, [BasisDecision("492", "contest", *days, verdict, "đã hỏi")])


def test_what_only_makes_a_silent_unit_speak_changes_a_locked_window_too(
    engine: Engine, actor: Actor
) -> None:
    year = {"start_date": "2022-12-15", "end_date": "2023-12-14"}
    take(engine, actor, record(**LATER))
    windows.lock(engine, actor, "2023-Q1", seen=None)
    zero = {"basis": "declared_zero", "count": 0, "attendances": {}, "attendances_total": 0, "title": None}
    with pytest.raises(Refused, match="quý I/2023"):
        take(engine, actor, record(**zero, **year))
    # Where the unit has spoken of the quarter before, the same summary changes nothing of it.
    windows.undo(engine, actor, 1)
    take(engine, actor, record(start_date="2023-02-01", end_date="2023-02-01"))
    windows.lock(engine, actor, "2023-Q1", seen=None)
    take(engine, actor, record(**zero, **year))


def test_an_opening_lets_one_unit_change_and_notes_what_changed(engine: Engine, actor: Actor) -> None:
    take(engine, actor, record(), record(unit="493"))
    windows.lock(engine, actor, "2023-H1", seen=None)
    (opened,) = windows.unlock(engine, actor, Q2, ["492"], "nộp bổ sung", date(2099, 1, 1), seen=None)
    with pytest.raises(Refused, match="Quận Sơn Trà"):
        take(engine, actor, record(female=1), record(unit="493", female=1))
    with pytest.raises(Refused, match="quý I/2023"):
        take(engine, actor, record(start_date="2023-02-01", end_date="2023-02-01"))
    assert changed(engine) == []
    take(engine, actor, record())
    assert changed(engine) == []
    number = take(engine, actor, record(female=1))
    withdraw(engine, actor, number)
    assert changed(engine) == [(opened, "492", Q2)]
    # Locked again; the footnote stays, also when the opening is taken back.
    windows.lock(engine, actor, Q2, "492", seen=opened)
    with pytest.raises(Refused):
        take(engine, actor, record(female=2))
    assert changed(engine) == [(opened, "492", Q2)]


def test_a_rehearsal_notes_nothing_and_an_opening_runs_out(
    engine: Engine, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = take(engine, actor, record())
    windows.lock(engine, actor, Q2, seen=None)
    today = clock.today()
    windows.unlock(engine, actor, Q2, [], "nộp bổ sung", today, seen=1)
    assert withdrawal(engine, number).stops == 1
    assert changed(engine) == []
    monkeypatch.setattr(clock, "today", lambda: date.fromordinal(today.toordinal() + 1))
    with pytest.raises(Refused):
        withdraw(engine, actor, number)


def test_a_lock_waits_for_the_due_day_that_was_set_and_for_what_others_said(
    engine: Engine, actor: Actor
) -> None:
    campaigns.save(engine, actor, quarter(date(2025, 6, 14)), None)
    with reading(engine) as connection:
        assert windows.due_day(connection, "2024-Q2") == date(2025, 6, 14)
        # The rule: ten days after the window.
        assert windows.due_day(connection, Q2) == date(2023, 6, 24)
    with pytest.raises(Refused, match="sau hạn nộp"):
        windows.lock(engine, actor, "2099-Q1", seen=None)
    assert windows.lock(engine, actor, Q2, seen=None) == 1
    for act, words in (
        (lambda: windows.lock(engine, actor, Q2, seen=None), "vừa được người khác"),
        (lambda: windows.lock(engine, actor, Q2, seen=1), "đã khóa rồi"),
        (lambda: windows.unlock(engine, actor, Q2, ["492"], "", seen=1), "lý do"),
        (lambda: windows.unlock(engine, actor, "2023-Q1", [], "x", seen=None), "không khóa"),
        (lambda: windows.undo(engine, actor, 7), "vừa được người khác"),
    ):
        with pytest.raises(Refused, match=words):
            act()
    assert windows.unlock(engine, actor, Q2, ["492", "493"], "x", seen=1) == [2, 3]
    with pytest.raises(Refused, match="vừa được người khác"):
        windows.undo(engine, actor, 2)
    windows.undo(engine, actor, 3)
    with engine.connect() as connection:
        told = connection.execute(select(event.c.action, event.c.subject).order_by(event.c.id)).all()[-4:]
    assert told == [
        (log.PERIOD_LOCKED, f"lock:{Q2}"), (log.PERIOD_OPENED, f"lock:{Q2}"),
        (log.PERIOD_OPENED, f"lock:{Q2}"), (log.LOCK_UNDONE, f"lock:{Q2}"),
    ]  # fmt: skip


def test_where_nothing_was_ever_locked_the_units_are_not_asked_for(engine: Engine) -> None:
    def units() -> Any:
        raise AssertionError
        yield

    with engine.begin() as connection, windows.kept(connection, units()):
        pass


def test_received_later_is_no_change(engine: Engine, actor: Actor) -> None:
    take(engine, actor, record(), record(title="Lớp hai"))
    windows.lock(engine, actor, Q2, seen=None)
    take(engine, actor, record(), received=Received(date(2023, 6, 20)))


def test_a_window_locks_by_itself_and_is_opened_with_a_reason(
    engine: Engine, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = take(engine, actor, record())
    take(engine, actor, record(**LATER))
    today = clock.today
    monkeypatch.setattr(clock, "today", lambda: date(2099, 1, 1))
    rule = lock_rules.put(engine, actor, "half", 30, seen=None)
    before = active(engine)
    for act in (
        lambda: take(engine, actor, record(female=3)),
        lambda: take(engine, actor, record(start_date="2021-07-01", end_date="2021-07-01")),
        lambda: withdraw(engine, actor, number),
        lambda: withdrawal(engine, number),
    ):
        with pytest.raises(Refused, match=r"đã tự khóa từ ngày .* \(đặt khóa 30 ngày sau hạn nộp\), nên"):
            act()
    assert active(engine) == before
    with pytest.raises(Refused, match="đã khóa rồi"):
        windows.lock(engine, actor, Q2, seen=None)
    # What a person says holds before the rule, until it has run out; what changed follows with the reason.
    (opened,) = windows.unlock(engine, actor, Q2, ["492"], "nộp bổ sung", date(2099, 1, 1), seen=None)
    late = take(engine, actor, record(female=3))
    assert changed(engine) == [(opened, "492", Q2)]
    monkeypatch.setattr(clock, "today", lambda: date(2099, 1, 2))
    with pytest.raises(Refused, match="đã tự khóa"):
        withdraw(engine, actor, late)
    # Undone on the day it was said, the rule and what it locked never were.
    with monkeypatch.context() as that_day:
        that_day.setattr(clock, "today", today)
        lock_rules.undo(engine, actor, rule)
    withdraw(engine, actor, late)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_the_rule_is_said_with_what_others_said_and_stands_in_the_log(
    engine: Engine, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert lock_rules.put(engine, actor, "quarter", 10, seen=None) == 1
    for act, words in (
        (lambda: lock_rules.put(engine, actor, "half", 30, "x", seen=None), "vừa được người khác"),
        (lambda: lock_rules.put(engine, actor, "quarter", 10, "x", seen=1), "đúng như vậy"),
        (lambda: lock_rules.put(engine, actor, "half", 30, " ", seen=1), "lý do"),
        (lambda: lock_rules.put(engine, actor, "month", 30, "x", seen=1), "phải là quý"),
        (lambda: lock_rules.put(engine, actor, "half", -1, "x", seen=1), "từ 0 đến"),
        (lambda: lock_rules.undo(engine, actor, 9), "vừa được người khác"),
    ):
        with pytest.raises(Refused, match=words):
            act()
    assert lock_rules.put(engine, actor, "half", None, "còn nhập năm cũ", seen=1) == 2
    with pytest.raises(Refused, match="Hiện không có"):
        lock_rules.put(engine, actor, "half", None, "x", seen=2)
    lock_rules.undo(engine, actor, 2)
    assert [(one.grain, one.days, one.undone) for one in windows.known(engine).rules] == [
        ("quarter", 10, False), ("half", None, True),
    ]  # fmt: skip
    with engine.connect() as connection:
        columns = (event.c.action, event.c.before, event.c.after)
        told = connection.execute(select(*columns).order_by(event.c.id)).all()[-3:]
    # From the next day on only another word, with its reason, changes anything.
    monkeypatch.setattr(lock_rules, "said_on", lambda rule, today: rule.at.date() > today)
    with pytest.raises(Refused, match="trong ngày đặt"):
        lock_rules.undo(engine, actor, 1)
    first = {"rhythm": "quarter", "lock_days": 10}
    assert [tuple(one) for one in told] == [
        (log.LOCK_RULE_SET, None, first),
        (log.LOCK_RULE_SET, first, {"rhythm": "half", "reason": "còn nhập năm cũ"}),
        (log.LOCK_RULE_UNDONE, {"rhythm": "half", "reason": "còn nhập năm cũ"}, first),
    ]


def target(**said: Any) -> dict[str, Any]:
    made = {
        "indicator": "L-parents", "unit": "492", "start_date": "2022-12-15", "end_date": "2023-12-14", "value": 20.0,
        "authority": "local", "document": None, "source": {"sheet": "Số liệu", "row": 7},
    }  # fmt: skip
    return made | said


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_target_of_a_locked_period_changes_only_with_its_document(engine: Engine, actor: Actor) -> None:
    def give(*rows: dict[str, Any], **options: Any) -> int:
        made = report(*rows, kind="targets")
        return accept(engine, actor, "m.xlsx", bytes_of(made), made, **options).submission.id

    first = give(target())
    windows.lock(engine, actor, "2023-H1", seen=None)
    # Half of the year is still open.
    second = give(target(value=21.0))
    number = windows.lock(engine, actor, "2023-H2", seen=None)
    before = active(engine)
    for act, words in (
        (lambda: give(target(value=22.0)), "hãy ghi văn bản giao hoặc điều chỉnh"),
        (lambda: give(target(unit="493")), "Quận Sơn Trà"),
        (lambda: give(target(unit="494", document="KH 1"), remove_targets=[2]), "không bỏ trống được"),
    ):
        with pytest.raises(Refused, match=words):
            act()
        assert active(engine) == before
    give(target(value=22.0, document="QĐ 9 ngày 5-3-2024"))
    give(
        target(value=22.0, document="QĐ 9 ngày 5-3-2024"),
        target(start_date="2023-12-15", end_date="2024-12-14"),
    )
    # What was said before the lock holds again when a submission is taken back; opened, it can go.
    withdraw(engine, actor, second)
    windows.undo(engine, actor, number)
    give(target(unit="493", document="x"), remove_targets=[1])
    assert first == 1


def school(name: str = "TH Phan Thanh", **other: Any) -> dict[str, Any]:
    made = {"name": name, "level": "primary", "unit": "492", "ward": "Hải Châu I", "valid_from": None}
    return made | {"valid_to": None, "source": {"sheet": "A", "row": 2}} | other


def people(value: float, year: int = 2023, unit: str = "492") -> dict[str, Any]:
    made = {"group": "under_16", "unit": unit, "year": year, "value": value, "origin": "Cục Thống kê"}
    return made | {"source": {"sheet": "A", "row": 2}}


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_registers_and_supplied_figures_do_not_move_what_is_locked(engine: Engine, actor: Actor) -> None:
    def give(kind: str, *rows: dict[str, Any], **options: Any) -> int:
        made = report(*rows, kind=kind)
        return accept(engine, actor, "s.xlsx", bytes_of(made), made, **options).submission.id

    def supply(day: date, over: int) -> int:
        return supplied.supply(engine, actor, "T2", day, over, 10, "Công an thành phố").id

    windows.lock(engine, actor, "2023", seen=None)
    # Where nothing was known no figure was official yet.
    first = give("schools", school(), school("THCS Trưng Vương", level="lower_secondary"))
    give("population", people(1000.0))
    number = supply(date(2023, 6, 30), 3)
    again: list[Callable[[], object]] = [
        lambda: give("schools", school("TH Núi Thành")),
        lambda: give("schools", school(valid_to="2023-12-13"), replaces=[first]),
        lambda: withdraw(engine, actor, first),
        lambda: give("population", people(1200.0)),
        lambda: give("population", people(900.0, year=2022)),
        lambda: supply(date(2023, 8, 1), 4),
        lambda: supplied.take_back(engine, actor, number),
    ]
    words = [r"trường.* quý I/2023 của Quận Hải Châu \(cùng 3"] * 3 + [r"trẻ em.* của Quận Hải Châu"] * 2
    for act, told in zip(
        again, [*words, "cung cấp.* của Thành phố", "cung cấp.* của Thành phố"], strict=True
    ):
        before = everything(engine)
        with pytest.raises(Refused, match=told):
            act()
        assert everything(engine) == before
    # What says so from a later day on, or only adds what was unknown, goes on.
    give("schools", school(valid_to="2023-12-14"), school("TH Núi Thành", valid_from="2023-12-15"))
    give("population", people(1300.0, year=2024), people(1.0, unit="493"))
    supply(date(2023, 12, 15), 9)
    supply(date(2023, 3, 1), 1)
    assert changed(engine) == []
    # Opened for whom it concerns, it changes with the reason.
    opened = windows.unlock(engine, actor, "2023", ["492", "48"], "rà soát lại danh sách", seen=1)
    for act in again[3:6:2]:
        act()
    assert {(one, unit) for one, unit, _ in changed(engine)} == {(opened[0], "492"), (opened[1], "48")}
    again[0]()
    assert len(changed(engine)) == 4 + 2
    with pytest.raises(Refused, match="Quận Sơn Trà"):
        give("population", people(2.0, unit="493"))


def everything(engine: Engine) -> object:
    with reading(engine) as connection:
        return registers(connection)
