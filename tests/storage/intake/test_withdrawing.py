"""What a withdrawal would do is what it does."""

from typing import Any

import pytest
from sqlalchemy import Engine

from access import Actor
from program.contract import Report
from storage.intake.submissions import Kept, Receipt, Refused, accept, hold, withdraw, withdrawal
from tests.storage.build import bytes_of, everything, record, report


def rows(*titles: str, **said: Any) -> Report:
    return report(*(record(title=title, **said) for title in titles))


def take(engine: Engine, actor: Actor, made: Report, **options: Any) -> Receipt:
    return accept(engine, actor, "tep.xlsx", bytes_of(made), made, **options)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_it_is_foreseen(engine: Engine, actor: Actor, number: int) -> None:
    take(engine, actor, rows("A", "B", "C", "D"))
    take(engine, actor, rows("A", "B", female=1))
    take(engine, actor, rows("B", "C", female=2), remove_from=[1])
    take(engine, actor, rows("E"))
    take(engine, actor, rows("F", "A", female=3), replaces=[4])
    before = everything(engine)
    if number == 4:
        with pytest.raises(Refused, match="thay thế"):
            withdrawal(engine, number)
        return
    foreseen = withdrawal(engine, number)
    assert everything(engine) == before
    receipt = withdraw(engine, actor, number)
    assert (foreseen.stops, foreseen.restored, foreseen.kept) == (
        receipt.removed,
        receipt.restored,
        receipt.kept,
    )
    assert (foreseen.stops, foreseen.restored, [(k.submission.id, k.count) for k in foreseen.kept]) == {
        1: (0, 0, [(3, 2), (5, 1)]),
        2: (0, 0, [(3, 1), (5, 1)]),
        3: (2, 3, []),
        5: (2, 2, []),
    }[number]


def test_rows_that_a_later_file_has_are_named_and_kept(engine: Engine, actor: Actor) -> None:
    first = take(engine, actor, rows("A", "B")).submission.id
    second = take(engine, actor, rows("B", female=1)).submission
    assert withdraw(engine, actor, first).kept == (Kept(second, 1),)


def test_a_held_upload_holds_nothing(engine: Engine, actor: Actor) -> None:
    held = hold(engine, actor, "tep.xlsx", bytes_of(rows("A")), rows("A"))
    assert withdrawal(engine, held.id).stops == 0
    with pytest.raises(Refused, match="Không có lần nộp số 9"):
        withdrawal(engine, 9)
