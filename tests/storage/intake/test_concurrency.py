from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from sqlalchemy import Engine

from access import Actor
from storage.intake.submissions import Receipt, accept, history, hold
from storage.reading.analysis import data_version
from tests.storage.build import active, bytes_of, record, report


def _at_once(*calls: Any) -> list[Any]:
    barrier = Barrier(len(calls))

    def run(call: Any) -> Any:
        barrier.wait()
        return call()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def test_the_same_file_from_several_people_is_accepted_once(engine: Engine, actor: Actor) -> None:
    made = report(*(record(title=f"Lớp {i}") for i in range(300)))

    def take() -> Receipt:
        return accept(engine, actor, "tep.xlsx", bytes_of(made), made)

    receipts = _at_once(*[take] * 4)
    assert sorted(receipt.outcome for receipt in receipts) == [
        "accepted",
        "unchanged",
        "unchanged",
        "unchanged",
    ]
    assert len({receipt.submission.id for receipt in receipts}) == 1
    assert len(history(engine)) == 1
    assert len(active(engine)) == 300


def test_files_with_the_same_records_at_once_leave_one_of_each(engine: Engine, actor: Actor) -> None:
    def take(female: int) -> Receipt:
        made = report(*(record(title=f"Lớp {i}", female=female) for i in range(300)))
        return accept(engine, actor, "tep.xlsx", bytes_of(made), made)

    receipts = _at_once(*[lambda female=n: take(female) for n in range(4)])
    assert sorted(receipt.data_version for receipt in receipts) == [1, 2, 3, 4]
    assert sorted(receipt.new for receipt in receipts) == [0, 0, 0, 300]
    last = max(receipts, key=lambda receipt: receipt.data_version)
    rows = active(engine)
    assert len(rows) == 300
    assert {dict(row[1:])["submission_id"] for row in rows} == {str(last.submission.id)}
    assert data_version(engine) == 4


def test_a_file_held_at_once_is_held_once(engine: Engine, actor: Actor) -> None:
    made = report(record())
    held = _at_once(*[lambda: hold(engine, actor, "tep.xlsx", bytes_of(made), made)] * 3)
    assert len({entry.id for entry in held}) == 1
