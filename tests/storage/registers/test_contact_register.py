"""The register of contacts: who reads how much of it, what is saved and taken back, on both databases."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine

from access import Actor, Denied, Right, anonymous, nobody
from program import clock
from program.contract import Report
from storage.intake.accepting import accept
from storage.intake.submissions import withdraw
from storage.refusals import Refused
from storage.registers import contacts
from tests.people import ADMINISTRATOR, COORDINATOR, REPORTER, VIEWER, Person, end
from tests.storage.build import active, bytes_of, contact, everything, report

# With its blank, as the cells have it: the digits alone stand in the fractions of some moments.
TELLING = re.compile(r"Minh|Hoa|3822 \d|minh@")


def given(*records: dict[str, Any]) -> Report:
    return report(*records, kind="focal_points", file="dau-moi.xlsx")


def hand_in(engine: Engine, actor: Actor, *records: dict[str, Any], **options: Any) -> int:
    made = given(*records)
    return accept(engine, actor, "dau-moi.xlsx", bytes_of(made), made, **options).submission.id


def save(engine: Engine, actor: Actor, record: dict[str, Any], seen: Any, unit: str = "492") -> int:
    made = given(record)
    return contacts.save(
        engine, actor, "dau-moi.xlsx", bytes_of(made), made, unit=unit, seen=seen
    ).submission.id  # fmt: skip


def names(engine: Engine, actor: Actor, on: date | None = None) -> dict[str, list[str]]:
    found = contacts.contacts(engine, actor, on or clock.today())
    return {unit: [one.details.name for one in own] for unit, own in found.items()}


def held(engine: Engine, actor: Actor, unit: str = "492") -> set[int]:
    return {s.record for s in contacts.read(engine, actor) if s.held and s.unit == unit}


def test_each_reads_as_far_as_the_role_reaches(
    engine: Engine, actor: Actor, who: Callable[[Person], Actor]
) -> None:
    hand_in(engine, actor, contact(), contact("493", name="Lê Thị Hoa"))
    everyone = {"492": ["Nguyễn Thị Minh"], "493": ["Lê Thị Hoa"]}
    assert names(engine, actor) == names(engine, who(COORDINATOR)) == everyone
    assert names(engine, who(REPORTER)) == {"492": ["Nguyễn Thị Minh"]}
    clerk = Actor("x", "X", frozenset({Right.READ, Right.SUBMIT, Right.READ_FILES}))
    for refused in (who(VIEWER), who(ADMINISTRATOR), anonymous(), nobody(), clerk):
        with pytest.raises(Denied) as told:
            contacts.read(engine, refused)
        assert not TELLING.search(str(told.value))


def test_whoever_was_stopped_a_moment_ago_reads_and_writes_nothing(
    engine: Engine, actor: Actor, who: Callable[[Person], Actor]
) -> None:
    hand_in(engine, actor, contact())
    reporter = who(REPORTER)
    end(engine, REPORTER)
    before = everything(engine)
    with pytest.raises(Denied):
        contacts.read(engine, reporter)
    with pytest.raises(Denied):
        save(engine, reporter, contact(phone="0236 3822 999"), held(engine, actor))
    assert everything(engine) == before


def test_the_statements_tell_of_rows_that_went_and_of_files_that_were_replaced(
    engine: Engine, actor: Actor
) -> None:
    first = hand_in(engine, actor, contact(), contact(name="Trần Văn Nam"))
    second = hand_in(engine, actor, contact(phone="0236 3822 999"), remove_from=[first])
    told = contacts.read(engine, actor)
    assert [(s.details.name, s.submission, s.removes, s.held) for s in told] == [
        ("Nguyễn Thị Minh", first, False, False),
        ("Trần Văn Nam", first, False, False),
        ("Trần Văn Nam", second, True, False),
        ("Nguyễn Thị Minh", second, False, True),
    ]
    third = hand_in(engine, actor, contact(name="Hồ Bình"), replaces=[second])
    (replaced,) = {s.until for s in contacts.read(engine, actor) if s.submission == second}
    assert replaced is not None
    withdraw(engine, actor, third)
    withdraw(engine, actor, second)
    assert [(s.details.name, s.held) for s in contacts.read(engine, actor)] == [
        ("Nguyễn Thị Minh", True),
        ("Trần Văn Nam", True),
    ]


def test_a_change_on_the_screen_is_one_submission_and_taken_back_as_one(
    engine: Engine, actor: Actor, who: Callable[[Person], Actor]
) -> None:
    hand_in(engine, actor, contact())
    before = active(engine)
    reporter = who(REPORTER)
    number = save(
        engine, reporter, contact(name="Trần Văn Nam", valid_from="2025-03-01"), held(engine, reporter)
    )
    assert names(engine, reporter) == {"492": ["Trần Văn Nam"]}
    assert names(engine, reporter, date(2025, 2, 28)) == {"492": ["Nguyễn Thị Minh"]}
    withdraw(engine, reporter, number)
    assert active(engine) == before
    assert names(engine, reporter) == {"492": ["Nguyễn Thị Minh"]}


def test_what_somebody_else_said_meanwhile_is_not_written_over(engine: Engine, actor: Actor) -> None:
    hand_in(engine, actor, contact())
    seen = held(engine, actor)
    hand_in(engine, actor, contact(phone="0236 3822 999"))
    before = everything(engine)
    for stale in (seen, set()):
        with pytest.raises(Refused, match="vừa được người khác thay đổi") as told:
            save(engine, actor, contact(phone="0236 3822 000"), stale)
        assert not TELLING.search(str(told.value))
    assert everything(engine) == before
    # What happened to another unit does not matter.
    hand_in(engine, actor, contact("493"))
    save(engine, actor, contact(phone="0236 3822 000"), held(engine, actor))


def test_a_file_of_another_unit_is_not_saved_as_this_ones(engine: Engine, actor: Actor) -> None:
    with pytest.raises(Refused) as told:
        save(engine, actor, contact("493"), set(), unit="492")
    assert not TELLING.search(str(told.value))
    assert not active(engine)


def test_a_reporter_saves_nothing_of_another_unit(engine: Engine, who: Callable[[Person], Actor]) -> None:
    with pytest.raises(Denied) as told:
        save(engine, who(REPORTER), contact("493"), set(), unit="493")
    assert not TELLING.search(str(told.value))


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_saving_leaves_nothing_of_a_person_in_the_log(
    engine: Engine, actor: Actor, who: Callable[[Person], Actor], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    number = save(engine, who(REPORTER), contact(), set())
    save(engine, who(REPORTER), contact(phone="0236 3822 999"), held(engine, actor))
    withdraw(engine, who(REPORTER), number + 1)
    found = everything(engine)
    assert not TELLING.search(str(found["event"]))
    assert {name for name, rows in found.items() if TELLING.search(str(rows))} <= {"focal_point", "raw_file"}
    # What the logger itself counts may hold any digits.
    counted = {"created", "msecs", "relativeCreated", "thread", "process"}
    lines = [
        {name: said for name, said in record.__dict__.items() if name not in counted}
        for record in caplog.records
        if record.name == "dashboard"
    ]
    assert lines
    assert not TELLING.search(str(lines))
