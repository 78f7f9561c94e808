"""Where one activity comes from: its versions, who changed what, the decisions about it."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, select

from access import Actor
from program.conflicts.overlaps import BasisDecision
from storage.conflicts.decisions import decide
from storage.intake.submissions import accept, withdraw
from storage.reading.provenance import provenance
from storage.schema import activity
from tests.storage.build import bytes_of, record, report


def take(engine: Engine, actor: Actor, *records: dict[str, Any], name: str = "tep.xlsx") -> int:
    made = report(*records)
    return accept(engine, actor, name, bytes_of(made), made).submission.id


def held(engine: Engine, basis: str = "detail") -> int:
    with engine.connect() as connection:
        return int(
            connection.scalars(select(activity.c.id).where(activity.c.held, activity.c.basis == basis)).one()
        )


def test_each_version_says_what_it_changed(engine: Engine, actor: Actor) -> None:
    first = take(engine, actor, record(), name="a.xlsx")
    second = take(engine, actor, record(attendances_total=45, female=20, source={"sheet": "T5", "row": 9}))
    third = take(engine, actor, record(attendances_total=45, female=20, source={"sheet": "T6", "row": 9}))
    versions = provenance(engine, held(engine)).versions
    assert [(v.submission_id, v.held, v.first) for v in versions] == [
        (third, True, False), (second, False, False), (first, False, True),
    ]  # fmt: skip
    assert [v.changed for v in versions] == [{}, {"attendances_total": (30, 45), "female": (None, 20)}, {}]
    assert [(v.file_name, v.sheet, v.row) for v in versions[1:]] == [
        ("tep.xlsx", "T5", 9),
        ("a.xlsx", "Tháng 5", 6),
    ]


def test_what_was_taken_back_stays_in_the_history_and_changed_nothing(engine: Engine, actor: Actor) -> None:
    take(engine, actor, record())
    wrong = take(engine, actor, record(count=9))
    withdraw(engine, actor, wrong)
    take(engine, actor, record(count=2))
    versions = provenance(engine, held(engine)).versions
    assert [v.state for v in versions] == ["accepted", "withdrawn", "accepted"]
    assert versions[0].changed == {"count": (1, 2)}


def test_other_activities_are_not_in_it(engine: Engine, actor: Actor) -> None:
    take(engine, actor, record())
    one = held(engine)
    take(engine, actor, record(title="Lớp khác"), name="b.xlsx")
    assert len(provenance(engine, one).versions) == 1


@pytest.mark.parametrize(("day", "concerned"), [("2023-05-12", True), ("2023-07-01", False)])
def test_a_decision_about_its_days_is_told(engine: Engine, actor: Actor, day: str, concerned: bool) -> None:
    summary = record(
        basis="summary", title=None, start_date="2023-03-15", end_date="2023-06-14", count=4,
        attendances={"parents": 90}, attendances_total=90,
    )  # fmt: skip
    take(engine, actor, record(start_date=day, end_date=day), summary)
    one = BasisDecision("492", "training_class", date(2023, 3, 15), date(2023, 6, 14), "detail", "rõ hơn")
    decide(engine, actor, [one])
    with engine.connect() as connection:
        row = int(connection.scalars(select(activity.c.id).where(activity.c.basis == "detail")).one())
    assert [d.decision for d in provenance(engine, row).decisions] == ([one] if concerned else [])


def test_an_unknown_row_is_refused(engine: Engine) -> None:
    with pytest.raises(LookupError):
        provenance(engine, 99)
