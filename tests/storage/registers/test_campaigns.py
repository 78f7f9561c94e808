"""Campaigns that are set: what holds, who refuses, who answered, what the log says of it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, select

from access import Actor, Denied, Right
from program import clock
from program.measures import analysis as program_analysis
from program.periods import parse_period
from program.reporting.campaigns import Asked, action_month, in_force
from program.reporting.timeliness import Cell, Received, Sent, cells
from program.reviewing.review import QuotedCell
from storage.database import reading
from storage.intake.submissions import Refused, accept, hold, withdraw
from storage.journal import log
from storage.reading.analysis import data_version, load
from storage.registers.campaigns import end, save, stated, undo, waiting
from storage.reviewing.review import send_back
from storage.schema import event
from tests.storage.build import bytes_of, error, record, report

JUNE = replace(action_month(2024), units=("492", "493"))
IN_JUNE = {"start_date": "2024-06-05", "end_date": "2024-06-05"}
LATER = date(2024, 12, 31)
DAY = date(2024, 7, 10)
ZERO = {
    "basis": "declared_zero", "count": 0, "attendances": {}, "attendances_total": 0, "title": None, "organiser": None,
    "start_date": "2024-06-01", "end_date": "2024-06-30",
}  # fmt: skip


def quarter(due: date) -> Asked:
    window = parse_period("2024-Q2")
    return Asked(window.code, window.label, window.start, window.end, due, document="CV 12")


def take(engine: Engine, actor: Actor, *records: dict[str, Any], day: date | None = DAY, **more: Any) -> int:
    made = report(*records)
    receipt = accept(engine, actor, "tep.xlsx", bytes_of(made), made, received=Received(day), **more)
    return receipt.submission.id


def held(engine: Engine) -> dict[str, Asked]:
    with reading(engine) as connection:
        return {code: one.asked for code, one in in_force(stated(connection)).items()}


def cell(engine: Engine, unit: str, code: str = "own-1", as_of: date = LATER) -> Cell:
    found = program_analysis.build(**vars(load(engine)))
    return cells(found.arrivals, "own" if code.startswith("own") else "quarter", as_of)[unit, code]


def test_a_due_day_is_set_changed_ended_and_each_step_undone(engine: Engine, actor: Actor) -> None:
    version = data_version(engine)
    first = save(engine, actor, quarter(date(2024, 6, 30)), None)
    assert (data_version(engine), first.by, first.asked.document) == (version + 1, actor.name, "CV 12")
    assert cell(engine, "492", "2024-Q2", date(2024, 6, 30)).sent == Sent.NOT_DUE
    second = save(engine, actor, quarter(date(2024, 6, 20)), first.id)
    assert cell(engine, "492", "2024-Q2", date(2024, 6, 30)).days == 10
    third = end(engine, actor, "2024-Q2", second.id)
    assert held(engine) == {}
    assert cell(engine, "492", "2024-Q2", date(2024, 6, 30)).deadline == date(2024, 6, 24)
    for number, due in ((third.id, date(2024, 6, 20)), (second.id, date(2024, 6, 30))):
        undo(engine, actor, number)
        assert held(engine)["2024-Q2"].due == due
    undo(engine, actor, first.id)
    assert held(engine) == {}


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(engine: Engine, actor: Actor) -> None:
    first = save(engine, actor, quarter(date(2024, 6, 30)), None)
    save(engine, actor, quarter(date(2024, 7, 1)), first.id)
    before = data_version(engine)
    for act in (
        lambda: save(engine, actor, quarter(date(2024, 7, 2)), first.id),
        lambda: save(engine, actor, quarter(date(2024, 7, 2)), None),
        lambda: end(engine, actor, "2024-Q2", first.id),
        lambda: undo(engine, actor, first.id),
    ):
        with pytest.raises(Refused, match="người khác"):
            act()
    assert (held(engine)["2024-Q2"].due, data_version(engine)) == (date(2024, 7, 1), before)


def test_only_who_sets_targets_sets_campaigns(engine: Engine, actor: Actor) -> None:
    weak = replace(actor, rights=frozenset(Right) - {Right.MANAGE_TARGETS})
    first = save(engine, actor, JUNE, None)
    for act in (
        lambda: save(engine, weak, quarter(date(2024, 7, 2)), None),
        lambda: end(engine, weak, first.code, first.id),
        lambda: undo(engine, weak, first.id),
        lambda: waiting(engine, weak),
    ):
        with pytest.raises(Denied):
            act()


def test_numbers_of_campaigns_of_their_own_never_come_back(engine: Engine, actor: Actor) -> None:
    first = save(engine, actor, JUNE, None)
    undo(engine, actor, first.id)
    assert save(engine, actor, replace(JUNE, name="Tháng  sáu "), None).code == "own-2"
    assert held(engine)["own-2"].name == "Tháng sáu"
    with pytest.raises(Refused, match="Đã có kỳ"):
        save(engine, actor, replace(JUNE, name="tháng sáu"), None)


def test_a_file_answers_by_itself_and_withdrawing_takes_the_answer_away(engine: Engine, actor: Actor) -> None:
    save(engine, actor, JUNE, None)
    assert cell(engine, "492").sent == Sent.MISSING
    number = take(engine, actor, record(**IN_JUNE))
    assert (cell(engine, "492").sent, cell(engine, "493").sent) == (Sent.ON_TIME, Sent.MISSING)
    withdraw(engine, actor, number)
    assert cell(engine, "492").sent == Sent.MISSING


def test_a_campaign_that_is_set_later_knows_what_came_before(engine: Engine, actor: Actor) -> None:
    take(engine, actor, record(**IN_JUNE), day=date(2024, 7, 25))
    save(engine, actor, JUNE, None)
    found = cell(engine, "492")
    assert (found.sent, found.days, found.declared_zero) == (Sent.LATE, 6, False)


def test_a_corrected_file_does_not_move_the_day(engine: Engine, actor: Actor) -> None:
    save(engine, actor, JUNE, None)
    take(engine, actor, record(**IN_JUNE))
    take(engine, actor, record(**IN_JUNE, female=9), day=date(2024, 8, 30))
    found = cell(engine, "492")
    assert (found.sent, found.receipt and found.receipt.day) == (Sent.ON_TIME, DAY)


def test_rows_that_another_file_took_the_place_of_answer_no_more(engine: Engine, actor: Actor) -> None:
    save(engine, actor, JUNE, None)
    number = take(engine, actor, record(**IN_JUNE))
    take(engine, actor, record(start_date="2024-05-05", end_date="2024-05-05"), replaces=[number])
    assert cell(engine, "492").sent == Sent.MISSING


def test_nothing_to_report_is_an_answer(engine: Engine, actor: Actor) -> None:
    save(engine, actor, JUNE, None)
    take(engine, actor, record(**ZERO))
    found = cell(engine, "492")
    assert (found.sent, found.declared_zero) == (Sent.ON_TIME, True)
    take(engine, actor, record(unit="493", start_date="2024-05-31", end_date="2024-05-31"))
    assert cell(engine, "493").sent == Sent.MISSING


def test_a_quarter_that_came_on_a_day_of_its_own_is_dated_by_it(engine: Engine, actor: Actor) -> None:
    save(engine, actor, JUNE, None)
    made = report(record(**IN_JUNE))
    received = Received(date(2024, 12, 1), {"2024-Q2": date(2024, 7, 18)})
    accept(engine, actor, "tep.xlsx", bytes_of(made), made, received=received)
    assert cell(engine, "492").receipt is not None
    assert cell(engine, "492").sent == Sent.ON_TIME


def test_the_log_has_both_states_and_no_more(engine: Engine, actor: Actor) -> None:
    first = save(engine, actor, JUNE, None)
    second = save(engine, actor, replace(JUNE, code="own-1", due=date(2024, 7, 25)), first.id)
    undo(engine, actor, second.id)
    end(engine, actor, "own-1", first.id)
    with reading(engine) as connection:
        rows = connection.execute(
            select(event.c.action, event.c.subject, event.c.before, event.c.after).order_by(event.c.id)
        ).all()
    due = [(r.action, r.before and r.before["due_day"], r.after and r.after["due_day"]) for r in rows]
    assert due == [
        (log.CAMPAIGN_SET, None, "2024-07-19"),
        (log.CAMPAIGN_SET, "2024-07-19", "2024-07-25"),
        (log.CAMPAIGN_UNDONE, "2024-07-25", "2024-07-19"),
        (log.CAMPAIGN_ENDED, "2024-07-19", None),
    ]
    assert {r.subject for r in rows} == {"campaign:own-1"}


def test_rows_that_wait_are_told_until_they_are_mended(engine: Engine, actor: Actor) -> None:
    made = report(record(**IN_JUNE), status="needs_fixes", issues=[error(), error("D10")])
    hold(engine, actor, "tep.xlsx", bytes_of(made), made)
    assert waiting(engine, actor)["492"].errors == 2
    number = take(engine, actor, record(**IN_JUNE))
    assert waiting(engine, actor) == {}
    send_back(engine, actor, number, "Sửa ô D9", [QuotedCell("Tháng 5", "D9", "500", "lớn")])
    (back,) = waiting(engine, actor).values()
    assert (back.submission, back.errors, back.returned_on) == (number, 1, clock.today())
    take(engine, actor, record(**IN_JUNE, female=1))
    assert waiting(engine, actor) == {}
