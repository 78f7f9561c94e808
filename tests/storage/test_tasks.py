"""Tasks and documents: read with their history, saved and taken back, on both databases."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine

from access import Actor, Denied
from program.contract import Report
from program.tasks import State, Task
from storage import directives, tasks
from storage.accepting import accept
from storage.accounts import actor_of
from storage.refusals import Refused
from storage.submissions import withdraw
from tests.people import COORDINATOR, EVERYBODY, REPORTER, VIEWER, Person, end, enter
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


@pytest.fixture
def who(engine: Engine) -> Callable[[Person], Actor]:
    enter(engine, *EVERYBODY)

    def known(person: Person) -> Actor:
        found = actor_of(engine, person.login)
        assert found is not None
        return found

    return known


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
