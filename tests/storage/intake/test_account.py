"""The account of an accepted submission: the same sums as the file's own, and what came of its rows."""

from typing import Any

import pytest
from sqlalchemy import Engine

from program.submissions.counted import counted_in
from storage.intake.account import counted, outcome, units_of
from storage.intake.submissions import accept, hold, withdraw
from tests.storage.build import bytes_of, record, report

CASES: dict[str, list[dict[str, Any]]] = {
    "kinds and years apart": [
        record(),
        record(kind="communication_session"),
        record(start_date="2023-12-15", end_date="2023-12-15"),
        record(start_date="2023-12-14", end_date="2023-12-14"),
    ],
    "unknown is not zero": [
        record(count=None, basis="summary", attendances={}, attendances_total=None),
        record(unit="490", attendances={}, attendances_total=0),
    ],
    "some say it, some do not": [record(count=None, basis="summary"), record(title="Khác")],
    "parts where there is no total": [record(attendances={"parents": 12, "officials": 3}, attendances_total=None)],
    "nothing took place": [record(kind=None, basis="declared_zero", count=0, attendances={}, attendances_total=0)],
}  # fmt: skip


@pytest.mark.parametrize("records", CASES.values(), ids=CASES)
def test_its_sums_are_those_of_the_file(engine: Engine, actor: Any, records: list[dict[str, Any]]) -> None:
    made = report(*records)
    taken = accept(engine, actor, "a.xlsx", bytes_of(made), made)
    assert [vars(line) for line in counted(engine, taken.submission.id)] == [
        vars(line) for line in counted_in(made)
    ]
    assert set(units_of(engine, taken.submission.id)) == {r["unit"] for r in records}


def test_what_came_of_its_rows(engine: Engine, actor: Any) -> None:
    first = report(record(), record(title="Khác"))
    accept(engine, actor, "a.xlsx", bytes_of(first), first)
    second = report(record(), record(title="Khác", attendances_total=99), record(title="Mới"))
    taken = accept(engine, actor, "b.xlsx", bytes_of(second), second)
    found = outcome(engine, taken.submission.id)
    assert found is not None
    assert (found.new, found.changed, found.unchanged, found.removed) == (1, 1, 1, 0)
    assert (found.data_version, found.by) == (taken.data_version, actor.name)
    withdraw(engine, actor, taken.submission.id)
    assert outcome(engine, taken.submission.id) == found


def test_what_was_never_accepted_has_none(engine: Engine, actor: Any) -> None:
    made = report(record())
    kept = hold(engine, actor, "a.xlsx", bytes_of(made), made)
    assert outcome(engine, kept.id) is None
    assert outcome(engine, 99) is None
