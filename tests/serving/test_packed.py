"""Streamlit's own files are compressed once."""

import asyncio
import gzip
from pathlib import Path

from starlette.staticfiles import StaticFiles

from serving.packed import Packed
from serving.protocol import Message
from tests.serving.asking import Inner, answered, ask, in_own_loop, scope

SCRIPT = b"const a = 1;\n" * 1000
JS = (("content-type", "application/javascript"), ("etag", '"a"'), ("cache-control", "immutable"))
GZIP = {"Accept-Encoding": "br, gzip"}


def test_once_for_all() -> None:
    inner = Inner(SCRIPT, JS)
    layer = Packed(inner)

    async def many() -> None:
        for answer in await asyncio.gather(
            *(answered(layer, scope("/static/a.js", headers=GZIP)) for _ in range(5))
        ):
            assert answer.status == 200
            assert gzip.decompress(answer.body) == SCRIPT
            assert answer.one("content-encoding") == "gzip"
            assert answer.one("vary") == "Accept-Encoding"
            assert answer.one("cache-control") == "immutable"
            assert int(answer.one("content-length")) == len(answer.body) < len(SCRIPT) / 10
            assert answer.all("etag") == []

    in_own_loop(many())
    assert len(inner.seen) == 1


def test_whoever_does_not_unpack_gets_the_plain_file() -> None:
    layer = Packed(Inner(SCRIPT, JS))
    ask(layer, "/static/a.js", headers=GZIP)
    for headers in ({}, {"Accept-Encoding": "br"}, {**GZIP, "Range": "bytes=0-10"}):
        assert ask(layer, "/static/a.js", headers=headers).body == SCRIPT


def test_what_is_not_worth_it_goes_straight_through() -> None:
    for inner in (
        Inner(b"short", JS),
        Inner(SCRIPT, (("content-type", "font/woff2"),)),
        Inner(SCRIPT, (("content-type", "text/html"),)),
        Inner(SCRIPT, JS, status=404),
        Inner(SCRIPT, (*JS, ("content-encoding", "br"))),
    ):
        layer = Packed(inner)
        for _ in range(2):
            assert ask(layer, "/static/a", headers=GZIP).body == inner.body
        assert len(inner.seen) == 2
    assert ask(Packed(Inner(SCRIPT, JS)), "/media/a.js", headers=GZIP).body == SCRIPT


def test_a_visitor_who_goes_away_leaves_nobody_half_a_file(tmp_path: Path) -> None:
    """uvicorn tells of the lost connection, and the server's own files are then cut off where they are."""
    (tmp_path / "a.js").write_bytes(SCRIPT)
    layer = Packed(StaticFiles(directory=tmp_path))

    async def gone() -> Message:
        return {"type": "http.disconnect"}

    async def nowhere(_message: Message) -> None:
        await asyncio.sleep(0)

    async def both() -> None:
        asked = scope("/static/a.js", headers=GZIP) | {
            "root_path": "/static",
            "asgi": {"spec_version": "2.3"},
        }
        await layer(asked, gone, nowhere)
        assert gzip.decompress((await answered(layer, asked)).body) == SCRIPT

    in_own_loop(both())
