"""A file is accepted as it was seen: where others changed its rows since, nothing is, and they are named."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine

from access import Actor
from program.conflicts.twins import TwinDecision
from program.contract import Report
from storage.conflicts import decisions
from storage.intake.submissions import Overtaken, Preview, Receipt, accept, fingerprint_of, preview, withdraw
from tests.storage.build import bytes_of, everything, record, report
from tests.storage.conflicts.test_conflicts import TWIN

Others = Callable[[Engine, Actor], Any]
NAME = "của người khác.xlsx"


def rows(*titles: str, **said: Any) -> Report:
    return report(*(record(title=title, **said) for title in titles))


def take(engine: Engine, actor: Actor, made: Report, name: str = "tep.xlsx", **options: Any) -> Receipt:
    return accept(engine, actor, name, bytes_of(made), made, **options)


STORED, OURS = rows("A", "B"), rows("B", "C", female=9)


def others(made: Report, **options: Any) -> Others:
    return lambda engine, actor: take(engine, actor, made, NAME, **options)


def nothing(_engine: Engine, _actor: Actor) -> None:
    pass


def withdrawing(engine: Engine, actor: Actor) -> None:
    withdraw(engine, actor, 1)


def seen(engine: Engine, actor: Actor) -> Preview:
    return preview(engine, actor, OURS, fingerprint_of(bytes_of(OURS)))


@pytest.mark.parametrize(
    "meanwhile",
    [nothing, others(rows("A", female=1)), others(rows("D")), others(rows("B", "C", unit="493"))],
    ids=["nothing", "another row", "a new row", "another unit"],
)
def test_others_may_change_other_rows(engine: Engine, actor: Actor, meanwhile: Others) -> None:
    take(engine, actor, STORED)
    before = seen(engine, actor)
    meanwhile(engine, actor)
    receipt = take(engine, actor, OURS, seen=before.seen)
    assert (receipt.outcome, receipt.new, receipt.changed) == ("accepted", before.new, before.changed)


@pytest.mark.parametrize(
    ("meanwhile", "told"),
    [
        (others(rows("B", female=1)), f"đã nhận tệp {NAME} (lần nộp số 2)"),
        (others(rows("C")), f"đã nhận tệp {NAME} (lần nộp số 2)"),
        (others(rows("D"), remove_from=[1]), f"đã nhận tệp {NAME} (lần nộp số 2)"),
        (withdrawing, "đã rút tệp tep.xlsx (lần nộp số 1)"),
    ],
    ids=["changed", "brought", "removed", "withdrawn"],
)
def test_others_changed_these_rows(engine: Engine, actor: Actor, meanwhile: Others, told: str) -> None:
    take(engine, actor, STORED)
    before = seen(engine, actor)
    meanwhile(engine, actor)
    stored = everything(engine)
    with pytest.raises(Overtaken) as refused:
        take(engine, actor, OURS, seen=before.seen)
    assert f"trong lúc xem, {actor.name} {told}." in str(refused.value)
    assert everything(engine) == stored
    again = seen(engine, actor)
    receipt = take(engine, actor, OURS, seen=again.seen)
    assert (receipt.new, receipt.changed) == (again.new, again.changed)


def test_of_a_long_file_every_row_is_compared(engine: Engine, actor: Actor) -> None:
    titles = [f"Lớp {n}" for n in range(5_002)]
    take(engine, actor, rows(*titles))
    ours = rows(*titles, female=3)
    before = preview(engine, actor, ours, fingerprint_of(bytes_of(ours)))
    assert take(engine, actor, ours, seen=before.seen).changed == len(titles)
    theirs = rows(titles[-1], female=4)
    before = preview(engine, actor, rows(*titles), fingerprint_of(b"again"))
    take(engine, actor, theirs, NAME)
    with pytest.raises(Overtaken):
        accept(engine, actor, "tep.xlsx", b"again", rows(*titles), seen=before.seen)


@pytest.mark.parametrize("theirs", ["different", "first"])
def test_of_two_who_decide_about_a_pair_the_second_is_told(engine: Engine, actor: Actor, theirs: str) -> None:
    take(engine, actor, report(TWIN[0]))
    take(engine, actor, report(TWIN[1]))
    ours = report(TWIN[0] | {"female": 3})
    before = preview(engine, actor, ours, fingerprint_of(bytes_of(ours)))
    (pair,) = before.twins
    choice = TwinDecision(pair.first_key, pair.second_key, "first", "một lớp")
    keys = (choice.first_key, choice.second_key)
    decisions.decide(engine, actor, [TwinDecision(*keys, theirs, "đã hỏi")])  # type: ignore[arg-type]
    if theirs == choice.verdict:
        assert take(engine, actor, ours, seen=before.seen, twins=[choice]).outcome == "accepted"
        return
    stored = everything(engine)
    with pytest.raises(Overtaken, match="quyết định khác về số liệu trùng, với lý do “đã hỏi”"):
        take(engine, actor, ours, seen=before.seen, twins=[choice])
    assert everything(engine) == stored
