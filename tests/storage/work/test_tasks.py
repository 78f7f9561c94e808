"""Tasks and documents: read with their history, saved and taken back, on both databases."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, select

from access import Actor, Denied
from program.contract import Report
from program.work.tasks import State, Task
from storage.database import reading
from storage.intake.accepting import accept
from storage.intake.submissions import preview, withdraw
from storage.journal import log
from storage.refusals import Refused
from storage.schema import event
from storage.work import directives, tasks
from tests.people import COORDINATOR, REPORTER, VIEWER, Person, end
from tests.storage.build import active, bytes_of, everything, report


def task(unit: str = "492", **said: Any) -> dict[str, Any]:
    made = {
        "unit": unit, "assignee": "UBND các phường", "duty": "Mở lớp", "document": "CV 12", "assigned_on": "2023-03-01",
        "due_date": "2023-05-01", "state": None, "done_on": None, "result": None, "proof": None,
        "source": {"sheet": "Số liệu", "row": 7},
    }  # fmt: skip
    return made | said


def given(*records: dict[str, Any], kind: str = "tasks") -> Report:
    return report(*records, kind=kind, file="nhiem-vu.xlsx")


def hand_in(engine: Engine, actor: Actor, *records: dict[str, Any], **options: Any) -> int:
    made = given(*records)
    return accept(engine, actor, "nhiem-vu.xlsx", bytes_of(made), made, **options).submission.id


def save(engine: Engine, actor: Actor, record: dict[str, Any], seen: Any, unit: str = "492") -> int:
    made = given(record)
    return tasks.save(
        engine, actor, "nhiem-vu.xlsx", bytes_of(made), made, unit=unit, seen=seen
    ).submission.id  # fmt: skip


def only(engine: Engine) -> Task:
    (one,) = tasks.read(engine)
    return one


def test_a_task_is_kept_up_to_date_by_screen_and_file_and_each_is_taken_back(
    engine: Engine, actor: Actor, who: Callable[[Person], Actor]
) -> None:
    first = hand_in(engine, actor, task())
    start, reporter = active(engine), who(REPORTER)
    assert (only(engine).unit, only(engine).details.due_date, only(engine).details.state) == (
        "492", date(2023, 5, 1), None,
    )  # fmt: skip
    second = save(engine, reporter, task(state="in_progress"), {only(engine).said.record})
    third = hand_in(engine, actor, task(state="done", done_on="2023-04-02", result="Đã mở 3 lớp"))
    one = only(engine)
    assert one.details.state == State.DONE
    assert [(s.source.submission, s.source.by, s.details.state) for s in one.statements] == [
        (first, actor.name, None), (second, reporter.name, State.IN_PROGRESS), (third, actor.name, State.DONE),
    ]  # fmt: skip
    assert (one.said.source.file_name, one.said.source.sheet, one.said.source.row) == (
        "nhiem-vu.xlsx", "Số liệu", 7,
    )  # fmt: skip
    withdraw(engine, actor, third)
    assert only(engine).details.state == State.IN_PROGRESS
    withdraw(engine, reporter, second)
    assert active(engine) == start
    withdraw(engine, actor, first)
    assert tasks.read(engine) == ()


def test_a_row_that_a_corrected_file_lacks_goes_and_comes_back(engine: Engine, actor: Actor) -> None:
    first = hand_in(engine, actor, task(), task(duty="Rà soát"))
    second = hand_in(engine, actor, task(state="done"), remove_from=[first])
    assert [one.details.duty for one in tasks.read(engine)] == ["Mở lớp"]
    withdraw(engine, actor, second)
    assert [(one.details.duty, len(one.statements)) for one in tasks.read(engine)] == [
        ("Mở lớp", 1),
        ("Rà soát", 1),
    ]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_the_words_of_a_task_are_compared_as_words(engine: Engine, actor: Actor) -> None:
    hand_in(engine, actor, task(duty="Mở lớp ở Hoà Vang", assignee="UBND xã Hòa Phong"))
    hand_in(engine, actor, task(duty="mở lớp ở Hòa Vang", assignee="UBND xã Hoà Phong", state="done"))
    assert only(engine).details.state == State.DONE
    hand_in(
        engine, actor, task(duty="mở lớp ở Hòa Vang", assignee="UBND xã Hòa Phong", assigned_on="2024-03-01")
    )
    assert len(tasks.read(engine)) == 2, "given again a year later it is another task"


def test_what_somebody_else_said_meanwhile_is_not_written_over(engine: Engine, actor: Actor) -> None:
    hand_in(engine, actor, task(), task(duty="Rà soát"))
    seen = {one.said.record for one in tasks.read(engine) if one.details.duty == "Mở lớp"}
    hand_in(engine, actor, task(state="done"))
    before = everything(engine)
    with pytest.raises(Refused, match="vừa được người khác thay đổi"):
        save(engine, actor, task(state="in_progress"), seen)
    with pytest.raises(Refused, match="Đã có mục này"):
        save(engine, actor, task(state="in_progress"), set())
    assert everything(engine) == before
    # What happened to another task does not matter.
    hand_in(engine, actor, task(duty="Rà soát", state="done"))
    (record,) = {one.said.record for one in tasks.read(engine) if one.details.duty == "Mở lớp"}
    save(engine, actor, task(state="in_progress"), {record})


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_each_writes_as_far_as_the_role_reaches(engine: Engine, who: Callable[[Person], Actor]) -> None:
    save(engine, who(REPORTER), task(), set())
    save(engine, who(COORDINATOR), task("48"), set(), unit="48")
    before = everything(engine)
    for person, unit in ((REPORTER, "493"), (REPORTER, "48"), (VIEWER, "492")):
        with pytest.raises(Denied):
            save(engine, who(person), task(unit, duty="Khác"), set(), unit=unit)
    with pytest.raises(Refused):
        save(engine, who(COORDINATOR), task("493"), set(), unit="492")
    reporter = who(REPORTER)
    end(engine, REPORTER)
    unchanged = everything(engine)
    with pytest.raises(Denied):
        save(engine, reporter, task(duty="Khác"), set())
    assert everything(engine) == unchanged
    assert {name for name in before if before[name] != unchanged[name]} <= {"role_grant", "event"}


def test_documents_are_read_with_their_source_and_taken_back(engine: Engine, actor: Actor) -> None:
    said = {
        "unit": "492", "number": "12/KH-UBND", "issued_on": "2023-03-01", "issuer": None, "form": "Kế hoạch",
        "subject": "Triển khai", "part": None, "source": {"sheet": "Số liệu", "row": 7},
    }  # fmt: skip
    made = given(said, said | {"number": "13/KH-UBND"}, kind="directives")
    first = accept(engine, actor, "van-ban.xlsx", bytes_of(made), made).submission.id
    again = given(said | {"number": "12/kh-ubnd", "subject": "Triển khai Chương trình"}, kind="directives")
    tasks.save(
        engine, actor, "v.xlsx", bytes_of(again), again, unit="492", seen={directives.read(engine)[0].record}
    )
    found = {one.details.number: one for one in directives.read(engine)}
    assert {n: one.details.subject for n, one in found.items()} == {
        "13/KH-UBND": "Triển khai", "12/kh-ubnd": "Triển khai Chương trình",
    }  # fmt: skip
    assert found["13/KH-UBND"].source.submission == first
    assert (found["13/KH-UBND"].details.issued_on, found["13/KH-UBND"].source.row) == (date(2023, 3, 1), 7)
    withdraw(engine, actor, first)
    assert [one.details.number for one in directives.read(engine)] == ["12/kh-ubnd"]


PLAN = {
    "unit": "492", "number": "125/KH-UBND", "issued_on": "2023-03-01", "issuer": None, "form": "Kế hoạch",
    "subject": "Triển khai Chương trình", "part": None, "source": {"sheet": "Số liệu", "row": 7},
}  # fmt: skip
RIGHT = PLAN | {"number": "152/KH-UBND", "issued_on": "2023-03-11"}


def file_of(engine: Engine, actor: Actor, *records: dict[str, Any], kind: str = "directives") -> Any:
    """What the preview and the receipt of a file say of its rows: new, changed, unchanged; and its number."""
    made = given(*records, kind=kind)
    seen = preview(engine, actor, made, str(len(records)))
    done = accept(engine, actor, "van-ban.xlsx", bytes_of(made), made)
    counted = (done.new, done.changed, done.unchanged)
    assert (seen.new, seen.changed, seen.unchanged) == counted
    return counted, done.submission.id


def correct(engine: Engine, actor: Actor, record: dict[str, Any], seen: int, kind: str = "directives") -> int:
    made = given(record, kind=kind)
    options = {"unit": record["unit"], "seen": {seen}}
    return tasks.save(engine, actor, "v.xlsx", bytes_of(made), made, **options).submission.id


def numbers(engine: Engine) -> list[str]:
    return sorted(one.details.number for one in directives.read(engine))


def test_what_a_document_is_known_by_is_corrected_with_its_history_and_taken_back(
    engine: Engine, actor: Actor
) -> None:
    other = PLAN | {"number": "9/KH-UBND"}
    _, first = file_of(engine, actor, PLAN, other)
    start = active(engine)
    (one,) = [d for d in directives.read(engine) if d.details.number == PLAN["number"]]
    second = correct(engine, actor, RIGHT, one.record)
    (now,) = [d for d in directives.read(engine) if d.details.number == RIGHT["number"]]
    assert numbers(engine) == ["152/KH-UBND", "9/KH-UBND"]
    assert (now.id, [(s.details.number, s.source.submission) for s in now.statements]) == (
        one.id, [("125/KH-UBND", first), ("152/KH-UBND", second)],
    )  # fmt: skip
    with reading(engine) as connection:
        query = select(event.c.subject, event.c.before, event.c.after)
        (told,) = connection.execute(query.where(event.c.action == log.WORK_CORRECTED)).all()
    assert tuple(told) == (
        "directives:492",
        {"number": "125/KH-UBND", "issued_on": "2023-03-01"},
        {"number": "152/KH-UBND", "issued_on": "2023-03-11"},
    )
    # Corrected again, and to what it was at first: still one thing.
    third = correct(engine, actor, RIGHT | {"number": "153/KH-UBND"}, now.record)
    (now,) = [d for d in directives.read(engine) if d.details.number == "153/KH-UBND"]
    fourth = correct(engine, actor, PLAN, now.record)
    (now,) = [d for d in directives.read(engine) if d.details.number == PLAN["number"]]
    assert numbers(engine) == ["125/KH-UBND", "9/KH-UBND"]
    assert [s.source.submission for s in now.statements] == [first, second, third, fourth]
    # An earlier one is not taken back from under a later one: both would stand there.
    for number in (second, third):
        with pytest.raises(Refused, match=f"sửa tiếp ở lần nộp số {number + 1}"):
            withdraw(engine, actor, number)
    for number in (fourth, third, second):
        withdraw(engine, actor, number)
    assert active(engine) == start


def test_what_was_corrected_is_not_there_twice_when_the_file_comes_again(
    engine: Engine, actor: Actor
) -> None:
    other, more = PLAN | {"number": "9/KH-UBND"}, PLAN | {"number": "10/KH-UBND"}
    file_of(engine, actor, PLAN, other)
    (one,) = [d for d in directives.read(engine) if d.details.number == PLAN["number"]]
    corrected = correct(engine, actor, RIGHT, one.record)
    held = active(engine)
    # The same bytes change nothing; with one more row the old one stays corrected.
    file_of(engine, actor, PLAN, other)
    assert active(engine) == held
    counted, again = file_of(engine, actor, PLAN, other, more)
    assert counted == (1, 0, 2)
    assert numbers(engine) == ["10/KH-UBND", "152/KH-UBND", "9/KH-UBND"]
    # Once more, and taken back: still corrected.
    _, third = file_of(engine, actor, PLAN, other, more, PLAN | {"number": "11/KH-UBND"})
    withdraw(engine, actor, third)
    assert numbers(engine) == ["10/KH-UBND", "152/KH-UBND", "9/KH-UBND"]
    # The correction taken back, the file's row is there; the file taken back, what it said first.
    withdraw(engine, actor, corrected)
    assert numbers(engine) == ["10/KH-UBND", "125/KH-UBND", "9/KH-UBND"]
    withdraw(engine, actor, again)
    assert numbers(engine) == ["125/KH-UBND", "9/KH-UBND"]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("row", "counted", "found"),
    [
        # The later word on the same document takes its place, as on any corrected row.
        (PLAN | {"form": "Công văn"}, (0, 1, 0), ["125/KH-UBND"]),
        # Another document bears the number that had been mistyped.
        (PLAN | {"subject": "Cử đầu mối"}, (1, 0, 0), ["125/KH-UBND", "152/KH-UBND"]),
        (RIGHT | {"source": {"sheet": "Số liệu", "row": 8}}, (0, 0, 1), ["152/KH-UBND"]),
    ],
)
def test_a_later_word_on_what_was_corrected(
    engine: Engine, actor: Actor, row: dict[str, Any], counted: tuple[int, ...], found: list[str]
) -> None:
    file_of(engine, actor, PLAN)
    (one,) = directives.read(engine)
    correct(engine, actor, RIGHT, one.record)
    before = active(engine)
    said, number = file_of(engine, actor, row)
    assert (said, numbers(engine)) == (counted, found)
    withdraw(engine, actor, number)
    assert active(engine) == before
    # A file that says both means both.
    assert file_of(engine, actor, PLAN, RIGHT, PLAN | {"number": "1"})[0] == (2, 0, 1)
    assert numbers(engine) == ["1", "125/KH-UBND", "152/KH-UBND"]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_correction_meets_what_others_did_and_reaches_as_far_as_the_role(
    engine: Engine, actor: Actor, who: Callable[[Person], Actor]
) -> None:
    hand_in(engine, actor, task(), task(duty="Rà soát"), task("493"))
    known = {(one.unit, one.details.duty): one.said.record for one in tasks.read(engine)}
    mine, reporter = known["492", "Mở lớp"], who(REPORTER)
    before = everything(engine)
    refused: list[tuple[type[Exception], str, Actor, dict[str, Any], int]] = [
        # It would be known by what another one is; another unit's; to another unit.
        (Refused, "Đã có một mục khác", actor, task(duty="Rà soát"), mine),
        (Denied, "", reporter, task(duty="Mở lớp B"), known["493", "Mở lớp"]),
        (Denied, "", reporter, task("493", duty="Mở lớp B"), mine),
    ]
    for error, words, person, record, seen in refused:
        with pytest.raises(error, match=words or None):
            correct(engine, person, record, seen, "tasks")
        assert everything(engine) == before
    number = correct(engine, who(COORDINATOR), task("493", duty="Mở 2 lớp", assigned_on=None), mine, "tasks")
    assert [(one.unit, one.details.duty) for one in tasks.read(engine)] == [
        ("493", "Mở 2 lớp"), ("492", "Rà soát"), ("493", "Mở lớp"),
    ]  # fmt: skip
    with pytest.raises(Refused, match="vừa được người khác thay đổi"):
        correct(engine, actor, task(state="done"), mine, "tasks")
    withdraw(engine, actor, number)
    # A stale list does not bring the old words beside the new ones, nor lose what it says of them.
    correct(engine, reporter, task(duty="Mở 3 lớp"), mine, "tasks")
    counted, _ = file_of(engine, actor, task(state="done"), task(duty="Rà soát"), kind="tasks")
    assert counted == (0, 1, 1)
    assert [(one.unit, one.details.duty, one.details.state) for one in tasks.read(engine)] == [
        ("492", "Mở lớp", State.DONE), ("492", "Rà soát", None), ("493", "Mở lớp", None),
    ]  # fmt: skip
