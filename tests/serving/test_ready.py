"""Readiness: one plain word, and a silent database holds nothing up."""

import asyncio
import time
from pathlib import Path
from threading import Event

import pytest

from serving.ready import Ready
from storage.database import connect, migrate
from storage.upkeep import readiness
from tests.serving.asking import Inner, answered, ask, in_own_loop, scope


def test_the_word_and_the_status() -> None:
    assert (ask(Ready(Inner(), lambda: None), "/ready").status) == 200
    lacking = ask(Ready(Inner(), lambda: "schema"), "/ready")
    assert (lacking.status, lacking.body, lacking.one("cache-control")) == (503, b"schema", "no-store")
    assert ask(Ready(Inner(), lambda: "schema"), "/ready", method="HEAD").body == b""
    assert ask(Ready(Inner(b"page"), lambda: "schema"), "/reading").body == b"page"


def test_many_monitors_ask_the_database_once() -> None:
    asked: list[int] = []
    layer = Ready(Inner(), lambda: asked.append(1))

    async def all_at_once() -> None:
        await asyncio.gather(*(answered(layer, scope("/ready")) for _ in range(20)))
        await answered(layer, scope("/ready"))

    in_own_loop(all_at_once())
    assert len(asked) == 1


def test_a_database_that_says_nothing_is_not_waited_for() -> None:
    silent, entered = Event(), []

    def check() -> str | None:
        entered.append(1)
        silent.wait(120)
        return None

    layer = Ready(Inner(), check, limit_seconds=0.05)

    async def twice_then_again() -> tuple[int, int, int]:
        # Far longer than the layer waits, far shorter than the check takes.
        first = await asyncio.wait_for(answered(layer, scope("/ready")), 20)
        second = await asyncio.wait_for(answered(layer, scope("/ready")), 20)
        waiting = len(entered)
        silent.set()
        deadline = time.monotonic() + 60
        while (await answered(layer, scope("/ready"))).status != 200:
            assert time.monotonic() < deadline
        assert (first.body, second.body) == (b"database", b"database")
        return first.status, waiting, len(entered)

    assert in_own_loop(twice_then_again()) == (503, 1, 1)


def test_what_the_store_says(tmp_path: Path, postgres_url: str) -> None:
    for url in (f"sqlite:///{tmp_path}/a.sqlite3", postgres_url):
        engine = connect(url)
        assert readiness.lacking(engine) == "schema"
        migrate(engine)
        assert readiness.lacking(engine) is None
        engine.dispose()


def test_no_database_at_all() -> None:
    engine = connect("postgresql://nobody@127.0.0.1:1/none")
    assert readiness.lacking(engine) == "database"


@pytest.mark.parametrize("path", ["/ready/", "/_stcore/ready", "/units/ready"])
def test_other_addresses_are_pages(path: str) -> None:
    assert ask(Ready(Inner(b"page"), lambda: "schema"), path).body == b"page"
