from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Engine

from access import Actor, Denied, Right
from storage import demo
from storage.intake.submissions import accept, history, withdraw
from storage.journal import log
from storage.reading.analysis import data_version
from storage.refusals import Refused
from tests.storage.build import active, bytes_of, error, everything, record, report

REPORTS: dict[str, Any] = {
    "tot.xlsx": report(record(), record(title="Lớp thứ hai")),
    "con-loi.xlsx": report(record(title="Lớp ba"), status="needs_fixes", issues=[error()]),
    "hong.xlsx": report(status="rejected", tables=[], issues=[error()]),
}


def check(name: str, raw: bytes) -> Any:
    assert raw == name.encode()
    return REPORTS[name]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in REPORTS]
    for path in paths:
        path.write_bytes(path.name.encode())
    return paths


def real(engine: Engine, actor: Actor, made: Any, **options: Any) -> int:
    return accept(engine, actor, "that.xlsx", bytes_of(made), made, **options).submission.id


def test_loading_accepts_the_ready_and_holds_what_needs_fixes(
    engine: Engine, actor: Actor, files: list[Path]
) -> None:
    heard: list[tuple[int, int, str]] = []
    assert (demo.present(engine), demo.wanted(engine)) == (False, True)
    demo.load(engine, actor, files, check, lambda *told: heard.append(told))
    assert heard == [(0, 3, "tot.xlsx"), (1, 3, "con-loi.xlsx"), (2, 3, "hong.xlsx"), (3, 3, "")]
    assert [(entry.file_name, entry.state, entry.demo) for entry in history(engine)] == [
        ("con-loi.xlsx", "checked", True),
        ("tot.xlsx", "accepted", True),
    ]
    assert (demo.present(engine), demo.wanted(engine)) == (True, False)


def test_loading_again_adds_nothing(engine: Engine, actor: Actor, files: list[Path]) -> None:
    demo.load(engine, actor, files, check)
    before = active(engine), history(engine), data_version(engine)
    demo.load(engine, actor, files, check)
    assert (active(engine), history(engine), data_version(engine)) == before


def test_an_interrupted_first_load_is_still_wanted(engine: Engine, actor: Actor, files: list[Path]) -> None:
    with pytest.raises(KeyError):
        demo.load(engine, actor, files, lambda name, _: {"tot.xlsx": REPORTS["tot.xlsx"]}[name])
    assert demo.wanted(engine)


def test_removing_leaves_the_real_files_as_if_it_had_never_been(
    engine: Engine, actor: Actor, files: list[Path]
) -> None:
    own = report(record(female=4), record(title="Lớp của quận"))
    number = real(engine, actor, own)
    alone = active(engine)
    demo.load(engine, actor, files, check)
    assert active(engine) != alone
    before = data_version(engine)
    assert demo.remove(engine, actor) == 2
    assert active(engine) == alone
    assert [entry.id for entry in history(engine)] == [number]
    assert len(everything(engine)["raw_file"]) == 1
    assert data_version(engine) > before
    assert (demo.present(engine), demo.wanted(engine)) == (False, False)


def test_a_real_file_that_demo_data_had_replaced_counts_again(engine: Engine, actor: Actor) -> None:
    first = real(engine, actor, report(record()))
    before = active(engine)
    real(engine, actor, report(record(title="Minh họa")), replaces=[first], demo=True)
    assert demo.remove(engine, actor) == 1
    assert active(engine) == before


def test_a_real_file_that_replaced_demo_data_stays(engine: Engine, actor: Actor) -> None:
    first = real(engine, actor, report(record()), demo=True)
    second = real(engine, actor, report(record(title="Thật")), replaces=[first])
    before = active(engine)
    demo.remove(engine, actor)
    assert active(engine) == before
    withdraw(engine, actor, second)
    assert active(engine) == []


def test_withdrawn_demo_data_is_not_present(engine: Engine, actor: Actor) -> None:
    number = real(engine, actor, report(record()), demo=True)
    withdraw(engine, actor, number)
    assert not demo.present(engine)


def test_removing_asks_for_its_right(engine: Engine, actor: Actor, files: list[Path]) -> None:
    demo.load(engine, actor, files, check)
    before = everything(engine)
    with pytest.raises(Denied):
        demo.remove(engine, Actor("an", "Lê An", frozenset(Right) - {Right.REMOVE_DEMO}))
    assert everything(engine) == before


def test_of_two_who_remove_it_at_once_one_does_and_a_file_between_stays(
    engine: Engine, actor: Actor, files: list[Path]
) -> None:
    demo.load(engine, actor, files, check)
    barrier = Barrier(3)

    def remove() -> int:
        barrier.wait()
        try:
            return demo.remove(engine, actor)
        except Refused:
            return 0

    def hand_in() -> int:
        barrier.wait()
        return real(engine, actor, report(record(title="Lớp thật")))

    with ThreadPoolExecutor(3) as pool:
        calls = [pool.submit(one) for one in (remove, remove, hand_in)]
    assert sorted(call.result() for call in calls[:2]) == [0, 2]
    assert [entry.id for entry in history(engine)] == [calls[2].result()]
    assert sum(log.DEMO_REMOVED in row for row in everything(engine)["event"]) == 1


def test_what_is_removed_while_it_is_loaded_does_not_come_back(
    engine: Engine, actor: Actor, files: list[Path]
) -> None:
    def meanwhile(done: int, _of: int, _name: str) -> None:
        if done == 1:
            demo.remove(engine, actor)

    demo.load(engine, actor, files, check, meanwhile)
    assert (history(engine), demo.present(engine), demo.wanted(engine)) == ([], False, False)
